"""Why an act cannot be taken back, in words."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.domain.referrals import Referral
from desktop.domain.units import Unit
from desktop.operations.acted import Acted
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.undoing import InTheWay, Undoing
from desktop.runtime.code_words import word
from desktop.runtime.order_parts import agency_text, case_text

translate = QCoreApplication.translate


def in_the_way(undoing: Undoing, acted: Acted, picture: Picture) -> str:
    """What stands in the way, and what helps instead."""
    if undoing.in_the_way is InTheWay.NO_INVERSE:
        if acted.act.kind.startswith("unit."):
            return translate(
                "Orders",
                "That status stays: correct its time (Ctrl+Shift+U), or call the unit off.",
            )
        return _another_way(acted.act.kind)
    match undoing.about:
        case Unit() as unit:
            text = translate("Orders", "{unit} is {status} by now: call it off for a reason instead.")
            return text.format(unit=unit.call_sign, status=word(unit.status))
        case Case() as case:
            text = translate("Orders", "{incident} was changed since: it stays as it is.")
            return text.format(incident=case_text(case, picture))
        case Referral() as told:
            text = translate("Orders", "{agency}: {state} by now: call it off for a reason instead.")
            return text.format(agency=agency_text(told.agency, picture), state=word(told.state))
        case _:
            return translate("Orders", "It was changed since: it stays as it is.")


def _another_way(kind: str) -> str:
    """What helps where an act has no way back."""
    match kind:
        case "incident.merged":
            return translate("Orders", "A merge stays: what came to the other incident cannot be told apart.")
        case "incident.opened":
            return translate("Orders", "An incident stays: merge it (Ctrl+M) or close it (Ctrl+W).")
        case "call.joined":
            return translate("Orders", "The call joined an incident: Ctrl+Shift+J parts it.")
        case "call.parted":
            return translate("Orders", "The call was parted: Ctrl+J joins it again.")
        case "call.ended":
            return translate("Orders", "The call was ended: Shift+F6 takes back the last end of a call.")
        case _:
            return translate("Orders", "That cannot be taken back by a key: correct it by hand.")
