"""How a call stands, in words: below its clock, and in the line under the tabs."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication

from desktop.domain.calls import Direction
from ui.intake.open_call import OpenCall
from ui.intake.tabs import Tab
from ui.intake.words import caption
from ui.session import Session
from ui.times import age_text, clock_text


def tab_of(session: Session, call: OpenCall, *, current: bool) -> Tab:
    """A call as its tab shows it."""
    clock = session.clock
    parts = []
    if call.done:
        parts.append(QCoreApplication.translate("Intake", "over"))
    elif call.hung_up_at is not None:
        parts.append(
            QCoreApplication.translate("Intake", "hung up {age}").format(
                age=age_text(clock.age(call.hung_up_at))
            )
        )
    elif call.held_at is not None:
        parts.append(
            QCoreApplication.translate("Intake", "on hold {age}").format(
                age=age_text(clock.age(call.held_at))
            )
        )
    if call.restored:
        parts.append(QCoreApplication.translate("Intake", "brought back"))
    parts += [incident_number(session, call), call.texts["number"]]
    return Tab(
        call=call.id,
        place=call.place,
        age=age_text(clock.age(call.answered_at)),
        parts=tuple(part for part in parts if part),
        current=current,
        waiting=call.held_at is not None and not call.done,
    )


def incident_number(session: Session, call: OpenCall) -> str:
    """The number of the call's incident, as the list shows it; empty without one."""
    incident = call.incident.record if call.incident is not None else None
    if incident is None or incident.day is None:
        return ""
    return session.centre.number(incident.day, incident.serial).short


def line_of(session: Session, call: OpenCall, *, busy: bool, opening: bool) -> tuple[str, str]:
    """What the line under the tabs says of the current call, and its dress.

    `busy`: what was typed is being saved; `opening`: the database has yet to say that it is an incident.
    """
    translate = QCoreApplication.translate
    if call.trouble:
        retried = translate("Intake", "It is tried again by itself; go on typing.")
        return f"{call.trouble} {retried}", "problem"
    if call.done:
        return _over(call), "warning-line"
    if call.entry is None:
        return translate("Intake", "The call is being recorded …"), "hint"
    number = incident_number(session, call)
    if opening and not number:
        text = translate("Intake", "Being opened as an incident …")
    elif not number and call.entry.call.direction is Direction.OUT:
        text = translate("Intake", "Calling back: Ctrl+Enter opens the incident, F8 when nobody answers")
    elif not number:
        text = translate("Intake", "Draft: not opened as an incident yet")
    elif busy or call.dirty - call.conflicts.keys() - call.flagged:
        text = translate("Intake", "{number} · saving …").format(number=number)
    elif call.saved_at is not None:
        at = clock_text(call.saved_at, session.clock.zone)
        text = translate("Intake", "{number} · saved {at}").format(number=number, at=at)
    else:
        text = number
    if call.restored:
        text = translate("Intake", "Brought back · {rest}").format(rest=text)
        return text, "warning-line"
    return text, "hint"


def _over(call: OpenCall) -> str:
    translate = QCoreApplication.translate
    if call.taken_by:
        text = translate("Intake", "{who} took the line. What is typed here is not saved; F4 lets it go.")
        return text.format(who=call.taken_by)
    if not call.has_incident:
        return translate("Intake", "Ended at another desk. What is typed here is not saved; F4 lets it go.")
    if not call.dirty:
        return translate("Intake", "The caller hung up.")
    fields = ", ".join(caption(field) for field in sorted(call.dirty))
    return translate(
        "Intake", "The caller hung up. Not saved: {fields}. Mend it, or F4 again lets it go."
    ).format(fields=fields)


def next_command(call: OpenCall | None) -> str:
    """The command that is most likely wanted now: the large button names it."""
    if call is None:
        return "call.new"
    if call.moved_up:
        return "call.hold"
    if call.conflicts:
        return "call.write_over"
    if call.done:
        return "call.hang_up"
    if call.held_at is not None and call.hung_up_at is None:
        return "call.hold"
    return "call.hang_up" if call.has_incident else "call.open_incident"


def speaking_elsewhere(session: Session, own: Collection[str] = ()) -> str:
    """Who is speaking with a caller at another desk now; empty when nobody is. `own`: this desk's calls."""
    speaking = [
        entry.call
        for entry in session.board.calls.values()
        if entry.id not in own and entry.call.held_at is None and entry.call.hung_up_at is None
    ]
    if not speaking:
        return ""
    translate = QCoreApplication.translate
    if len(speaking) == 1:
        who = session.reference.operator_name(speaking[0].operator)
        return translate("Intake", "{who} is speaking").format(who=who)
    return translate("Intake", "{count} others are speaking").format(count=len(speaking))
