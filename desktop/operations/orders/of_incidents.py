"""Orders about incidents, and those of the screen."""

from collections.abc import Callable, Mapping

from desktop.domain.acts import BLANKS
from desktop.domain.alarm_reminders import REMINDER
from desktop.domain.board import case_of
from desktop.domain.distress import DISTRESS
from desktop.domain.plans import FIRST_LEVEL, highest_level
from desktop.domain.situations import not_called_safe
from desktop.domain.warnings import place_of, unread, warnings_for
from desktop.operations.orders.grammar import OrderVerb, Slot
from desktop.operations.orders.naming import find_incidents, incident_of, outcome_of
from desktop.operations.orders.order import Order, Piece, piece
from desktop.operations.orders.picture import is_number
from desktop.operations.orders.plan import Code, Deed, Intended, Trouble


def note(order: Order) -> None:
    """A note behind a semicolon, or after the number; else all of it, for the selected incident."""
    subject, said = order.subject, order.note
    if not said.text.strip(BLANKS):
        subject, said = _number_and_text(order)
    if not said.text.strip(BLANKS):
        return
    order.troubles = [one for one in order.troubles if one.code is not Code.NO_REASON]
    case = incident_of(order, subject, Slot.ANY_INCIDENT)
    if case is not None:
        order.intended.append(Intended(Deed.NOTE, case, note=said.text, at=order.at))


def _number_and_text(order: Order) -> tuple[Piece, Piece]:
    subject = order.subject
    first = subject.text.split(maxsplit=1)[0] if subject.text else ""
    if is_number(first) and find_incidents(order.picture, first):
        return subject.cut(0, len(first)), subject.cut(len(first))
    return piece("", subject.start), subject


def close(order: Order) -> None:
    """Close with an outcome; while something runs, the note is the reason."""
    if order.target is None:
        number, rest = _number_and_text(order)
        lettered = rest.text.upper() in {one.key for one in order.picture.reference.outcomes.values()}
        named = not (number.text or lettered) and bool(find_incidents(order.picture, rest.text))
        order.subject, order.target = (rest, None) if named or not rest.text else (number, rest)
    case = incident_of(order, order.subject)
    outcome = outcome_of(order)
    if case is None or outcome is None:
        return
    if (case.running or case.running_referrals) and not order.note.text.strip(BLANKS):
        order.troubles.append(_at_end(order, Code.AT_WORK, case))
    elif not order.note.text.strip(BLANKS):
        known = order.picture.reference
        for code in (one for one in not_called_safe(case, known) if one in known.agencies):
            order.troubles.append(_at_end(order, Code.NOT_SAFE, known.agencies[code]))
    order.intended.append(Intended(Deed.CLOSE, case, code=outcome.id, note=order.note.text, at=order.at))


def alarm(order: Order) -> None:
    """Raise the alarm by one, or set it to a level; no higher than the response plans go."""
    case = incident_of(order, order.subject)
    if case is None:
        return
    most = highest_level(order.picture.reference.plans, case.incident.category)
    now = max(case.incident.alarm_level, FIRST_LEVEL)
    where = order.target if order.target is not None and order.target.text else None
    typed = where.text if where is not None else str(now + 1)
    level = int(typed) if typed.isascii() and typed.isdigit() and len(typed) == 1 else 0
    if not FIRST_LEVEL <= level <= most or level == now:
        order.trouble(Code.NO_LEVEL, where or order.subject, FIRST_LEVEL, most)
    else:
        order.intended.append(Intended(Deed.ALARM, case, level=level, at=order.at))


def reopen(order: Order) -> None:
    """Open a closed one again."""
    case = incident_of(order, order.subject, Slot.CLOSED)
    if case is not None:
        anew = order.at or order.picture.now
        order.intended.append(Intended(Deed.REOPEN, case, note=order.note.text, at=order.at, until=anew))


def of_two(order: Order) -> None:
    """Merge one into the other, or relate them."""
    merges = order.row.verb is OrderVerb.MERGE
    slot = order.row.subject
    if order.target is None or not order.target.text:
        order.missing(slot)
        return
    one, other = incident_of(order, order.subject, slot), incident_of(order, order.target, slot)
    if one is None or other is None:
        return
    if one.id == other.id:
        order.trouble(Code.SAME, order.target, one)
        return
    deed = Deed.MERGE if merges else Deed.RELATE
    order.intended.append(Intended(deed, one, other, note=order.note.text, at=order.at))


def read_warnings(order: Order) -> None:
    """Say that the critical warnings of its place were read."""
    case = incident_of(order, order.subject)
    if case is None:
        return
    picture = order.picture
    known = warnings_for(picture.warnings.values(), place_of(case.incident), picture.now)
    waiting = unread(known, case.reads)
    if not waiting:
        order.trouble(Code.NOTHING_TO_READ, order.subject, case)
        return
    order.intended.append(Intended(Deed.READ, case, warnings=waiting, at=order.at))


def _simply(deed: Deed, slot: Slot) -> Callable[[Order], None]:
    def read(order: Order) -> None:
        case = incident_of(order, order.subject, slot)
        if case is not None:
            order.intended.append(Intended(deed, case, at=order.at))

    return read


def take_alarm(order: Order) -> None:
    """Take the most dangerous alarm that nobody has in hand, of one incident or all; no reminder."""
    standing = [one for one in order.picture.alarms() if not one.quiet and one.due.kind != REMINDER]
    if order.subject.text:
        case = incident_of(order, order.subject, Slot.ANY_INCIDENT)
        if case is None:
            return
        standing = [one for one in standing if one.due.incident == case.id]
    if not standing:
        order.trouble(Code.NO_ALARM, order.subject)
        return
    alarm = standing[0]
    distress = order.picture.distress.get(alarm.due.unit or "")
    if alarm.due.kind == DISTRESS and distress is not None:
        unit = order.picture.units[distress.unit]
        case = case_of(order.picture.cases, distress.incident)
        order.intended.append(Intended(Deed.TAKE_DISTRESS, case, units=(unit,), seen=distress, at=order.at))
        return
    order.intended.append(
        Intended(
            Deed.TAKE_ALARM,
            case_of(order.picture.cases, alarm.due.incident),
            alarm=alarm,
            answer=order.picture.answers.get(alarm.id),
            at=order.at,
        )
    )


def release(order: Order) -> None:
    """Let go of one that is in the own hand."""
    case = incident_of(order, order.subject)
    if case is None:
        return
    if case.incident.holder is None:
        order.trouble(Code.HELD_BY_NOBODY, order.subject, case)
    elif order.picture.login and case.incident.holder != order.picture.login:
        order.trouble(Code.IN_ANOTHERS_HAND, order.subject, case, case.incident.holder)
    else:
        order.intended.append(Intended(Deed.RELEASE, case, at=order.at))


def _on_screen(deed: Deed, *, needs_text: bool) -> Callable[[Order], None]:
    def read(order: Order) -> None:
        if needs_text and not order.subject.text:
            order.missing(Slot.TEXT)
        else:
            order.intended.append(Intended(deed, text=order.subject.text))

    return read


def _nothing(deed: Deed) -> Callable[[Order], None]:
    """A verb behind which nothing may stand."""

    def read(order: Order) -> None:
        if order.subject.text:
            order.trouble(Code.UNKNOWN, order.subject, Slot.TEXT)
        else:
            order.intended.append(Intended(deed))

    return read


def _at_end(order: Order, code: Code, about: object) -> Trouble:
    return Trouble(code, order.end, order.end, "", (about,))


READERS: Mapping[OrderVerb, Callable[[Order], None]] = {
    OrderVerb.NOTE: note,
    OrderVerb.READ: read_warnings,
    OrderVerb.TAKE_ALARM: take_alarm,
    OrderVerb.SHIFT_PAGE: _nothing(Deed.SHIFT_PAGE),
    OrderVerb.CREWS: _nothing(Deed.CREWS),
    OrderVerb.RELEASE: release,
    OrderVerb.ALARM: alarm,
    OrderVerb.CLOSE: close,
    OrderVerb.REOPEN: reopen,
    OrderVerb.MERGE: of_two,
    OrderVerb.RELATE: of_two,
    OrderVerb.SELECT: _simply(Deed.SELECT, Slot.ANY_INCIDENT),
    OrderVerb.FILTER: _on_screen(Deed.FILTER, needs_text=False),
    OrderVerb.SEARCH: _on_screen(Deed.SEARCH, needs_text=True),
    OrderVerb.CALL: _on_screen(Deed.CALL, needs_text=False),
    OrderVerb.UNDO: _nothing(Deed.UNDO),
}
