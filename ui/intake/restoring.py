"""Bringing back what was typed at a desk that died or was closed in the middle of it."""

import asyncio
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import CallEntry
from desktop.domain.drafts import Draft, Words
from desktop.domain.ids import UUID_FORM
from desktop.domain.incidents import Incident
from desktop.operations.desk import StoreError
from desktop.operations.reading import read_case, read_one_call
from ui.actions import BY_ID, key_text, words_of
from ui.intake.calls import Calls
from ui.session import Level, Session
from ui.times import clock_text
from ui.unsaved import ORDER, UNITS

_ID = re.compile(UUID_FORM)
_ASKED_BY: Mapping[str, str] = {
    "row": "call.paper",
    "hand_over": "desk.hand_over",
    "take_over_shift": "desk.hand_over",
    "put_off": "desk.memos",
    "give_up": "call.back_list",
    "distress": "crew.distress",
    "distress_end": "crew.distress_end",
    "edited": "desk.plans",
    "force": "desk.plans",
    "warning": "desk.warnings",
    "withdraw": "desk.warnings",
    **dict.fromkeys(("contact", "take_out", "erase", "phone_told"), "contacts.phone"),
}
"""By the purpose of words the command with which they are typed on."""


async def restore(calls: Calls) -> None:
    """Bring back what the operator left behind; drafts of calls that are over are removed.

    Another operator's drafts stay on the disk until he signs in here.
    """
    store, login = calls.drafts.store, calls.session.desk.author.login
    found = await asyncio.get_running_loop().run_in_executor(None, store.load_all, login)
    words = [one for one in found if isinstance(one, Words)]
    for one in words:
        calls.session.unsaved.bring_back(one)
    for draft in found:
        if isinstance(draft, Draft):
            await _restore_one(calls, draft)
    if words:
        await _tell(calls.session, words)


async def _tell(session: Session, words: Iterable[Words]) -> None:
    """Say about what something was typed: it is seen only where that is selected, or asked about again."""
    names = dict.fromkeys([await _name(session, one) for one in words])
    text = QCoreApplication.translate("Intake", "Brought back, not saved yet: typed about {names}")
    session.said.emit(text.format(names=", ".join(names)), Level.PROBLEM)


async def _name(session: Session, words: Words) -> str:
    """An incident's number, a unit's call sign, also of its assignment, or when a call was answered; of a
    question that is about none of these, where it is asked again.
    """
    about = words.about
    if about == UNITS:
        return QCoreApplication.translate("Intake", "units (in their line)")
    if about == ORDER:
        text = QCoreApplication.translate("Intake", "an order ({key})")
        return text.format(key=key_text(BY_ID["desk.order"]))
    board = session.board
    working = (one for case in board.cases.values() for one in case.assignments)
    sent = next((one.unit for one in (*working, *board.occupied.values()) if one.id == about), about)
    if sent in board.units:
        return board.units[sent].call_sign
    if about in board.cases:
        return session.number(board.cases[about])
    if words.purpose in _ASKED_BY:
        command = BY_ID[_ASKED_BY[words.purpose]]
        return f"{words_of(command)} ({key_text(command)})"
    return await _name_of_past(session, about) if _ID.fullmatch(about) else _older()


async def _name_of_past(session: Session, about: str) -> str:
    with suppress(StoreError):
        detail = await read_case(session.desk, about)
        if detail is not None:
            return session.number(detail.case)
        entry = await read_one_call(session.desk, about)
        if entry is not None and entry.call.answered_at is not None:
            at = clock_text(entry.call.answered_at, session.clock.zone)
            return QCoreApplication.translate("Intake", "the call of {time}").format(time=at)
    return _older()


def _older() -> str:
    return QCoreApplication.translate("Intake", "something older")


async def _restore_one(calls: Calls, draft: Draft) -> None:
    desk = calls.session.desk
    try:
        entry = await read_one_call(desk, draft.call)
        incident = await _incident_of(calls, entry)
    except StoreError:
        # Taking it again finds out later whether the database has it.
        entry = incident = None
    if entry is not None and entry.call.ended_at is not None and not (incident and _has_words(draft)):
        calls.drafts.remove(draft.call)
    else:
        calls.bring_back(draft, entry, incident)


async def _incident_of(calls: Calls, entry: CallEntry | None) -> Incident | None:
    if entry is None or entry.call.incident is None:
        return None
    detail = await read_case(calls.session.desk, entry.call.incident)
    return None if detail is None else detail.case.incident


def _has_words(draft: Draft) -> bool:
    return draft.incident is not None and not draft.is_empty
