"""What stands beside the timeline: callers, units and agencies with their stamps, other incidents."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import CallEntry, Case, CaseDetail
from desktop.domain.contacts import ContactTry, TryResult
from desktop.domain.hospitals import Transport
from desktop.domain.incidents import Incident
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import ELSEWHERE, RUNNING, Referral, ReferralState
from desktop.domain.situations import not_called_safe
from desktop.domain.units import STAMP_ORDER, Assignment, AssignmentEnd, AssignmentState, Unit
from ui.pane.names import Names
from ui.pane.pieces import Piece, Pieces, joined, kept_together
from ui.pane.place_text import title_text
from ui.pane.rows import Row, RowKind
from ui.pane.telling_units import stamp_word, told_how
from ui.pane.transporting import transport_pieces
from ui.words import word

translate = QCoreApplication.translate

_REFERRAL_STAMPS = (
    "told",
    "told_again",
    *(state for state in ReferralState if state is not ReferralState.TOLD),
)


def particular_rows(
    detail: CaseDetail, names: Names, units: Mapping[str, Unit], stands: Mapping[str, Piece]
) -> tuple[Row, ...]:
    """The rows beside the timeline; a heading before each sort of them.

    `stands`: what those at work were told, in words, by assignment or referral.
    """
    case = detail.case
    sections = (
        (translate("Pane", "Callers"), [_caller(entry, names) for entry in detail.calls]),
        (
            translate("Pane", "Units"),
            [
                _assignment(one, names, units, stands, case.transport(one.id))
                for one in _in_order(case.assignments)
            ],
        ),
        (translate("Pane", "Agencies"), _agencies(case, names, stands)),
        (translate("Pane", "Other incidents"), list(_others(detail, names))),
    )
    rows: list[Row] = []
    for at, (head, entries) in enumerate(sections):
        if entries:
            title = f"{head.upper()} · {len(entries)}" if len(entries) > 1 else head.upper()
            rows += [Row(f"head:{at}", (Piece(title, "muted"),), RowKind.HEAD), *entries]
    return tuple(rows)


def _caller(entry: CallEntry, names: Names) -> Row:
    private = entry.private
    line = joined(
        [
            (Piece(private.name, bold=True),) if private.name else (),
            (Piece(names.telephone(private.number)),) if private.number else (),
            (Piece(kept_together(_came(entry, names)), "muted"),),
            _still_there(entry),
        ]
    )
    narrative = " ".join((private.narrative or "").split())
    return Row(entry.id, (*line, Piece(f"\u2028{narrative}")) if narrative else line)


def _still_there(entry: CallEntry) -> Pieces:
    """Whether the caller is spoken with, or waits."""
    if entry.call.ended_at is not None:
        return ()
    if entry.call.held_at is not None:
        return (Piece(translate("Pane", "on hold"), "warning"),)
    return (Piece(translate("Pane", "on the line"), "accent"),)


def _came(entry: CallEntry, names: Names) -> str:
    """By what channel, and when."""
    answered = entry.call.answered_at
    return f"{word(entry.call.channel)} {names.time(answered)}" if answered else word(entry.call.channel)


def _assignment(
    one: Assignment,
    names: Names,
    units: Mapping[str, Unit],
    stands: Mapping[str, Piece],
    transport: Transport | None,
) -> Row:
    unit = units.get(one.unit)
    running = one.state is AssignmentState.RUNNING
    status = unit.status if running and unit is not None else None
    now: Pieces = (Piece(word(status), status, bold=True),) if status else _ended(one)
    if one.state is AssignmentState.QUEUED:
        now = (Piece(translate("Pane", "comes next, once free"), "accent"),)
    place = names.hospital(one.destination) if one.destination else ""
    stamps = [_stamp(one, stamp, names) for stamp in STAMP_ORDER]
    return Row(
        one.id,
        joined(
            [
                (Piece(f"{names.unit(one.unit)} ", bold=True), *now),
                (Piece(f"→ {place}", "muted"),) if place else (),
                *transport_pieces(one, transport, names),
                _stand(one, stands),
                *stamps,
            ]
        ),
        status=status,
    )


def _ended(one: Assignment) -> Pieces:
    words = {
        AssignmentEnd.FINISHED: translate("Pane", "finished"),
        AssignmentEnd.CANCELLED: translate("Pane", "called off"),
        AssignmentEnd.DIVERTED: translate("Pane", "diverted"),
    }
    return (Piece(words[one.ended_as], "muted"),) if one.ended_as else ()


def _safety(one: Referral, case: Case, names: Names) -> Pieces:
    """Whether the agency called the place safe; that it has not, where the plans ask for it."""
    if one.confirmed_at is not None:
        text = translate("Pane", "calls it safe {time}").format(time=names.time(one.confirmed_at))
        return (Piece(text, "available", bold=True),)
    if one.state in ELSEWHERE or one.agency not in not_called_safe(case, names.reference):
        return ()
    return (Piece(translate("Pane", "has not called it safe"), "warning", bold=True),)


def _stand(one: Assignment | Referral, stands: Mapping[str, Piece]) -> Pieces:
    told = stands.get(one.id)
    return (told,) if told is not None and told.text else ()


def _referral(
    one: Referral, case: Case, names: Names, stands: Mapping[str, Piece], tries: Iterable[ContactTry] = ()
) -> Row:
    agency = names.reference.agencies.get(one.agency)
    tone = "text" if one.state in RUNNING else "muted"
    how = told_how(one.means, one.told_to)
    return Row(
        one.id,
        joined(
            [
                (
                    Piece(f"{names.agency(one.agency)} ", bold=True),
                    Piece(word(one.state), tone, bold=True),
                ),
                (Piece(word(one.part), "text" if one.part is AgencyPart.LEAD else "muted"),),
                _stand(one, stands),
                (Piece(translate("Pane", "tel. {number}").format(number=agency.telephone), "muted"),)
                if agency and agency.telephone
                else (),
                (Piece(how, "muted"),) if how else (),
                *(_stamp(one, stamp, names) for stamp in _REFERRAL_STAMPS),
                *(_tried(each, names) for each in tries),
                _safety(one, case, names),
            ]
        ),
    )


def _agencies(case: Case, names: Names, stands: Mapping[str, Piece]) -> list[Row]:
    """The referrals, each with who was telephoned for it; below them who was telephoned besides."""
    contacts = names.reference.contacts
    of: dict[str | None, list[ContactTry]] = {}
    for one in case.tries:
        known = contacts.get(one.contact)
        of.setdefault(known.contact.agency if known is not None else None, []).append(one)
    rows = [
        _referral(one, case, names, stands, of.get(one.agency, ())) for one in _lead_first(case.referrals)
    ]
    told = {one.agency for one in case.referrals}
    rest = [one for agency, tries in of.items() if agency not in told for one in tries]
    return [*rows, *(Row(one.id, _tried(one, names)) for one in rest)]


def _tried(one: ContactTry, names: Names) -> Pieces:
    """`PLN telephoned: no answer 21:03:02`."""
    known = names.reference.contacts.get(one.contact)
    name = known.contact.name if known is not None else translate("Pane", "somebody")
    at = names.time(one.tried_at) if one.tried_at is not None else ""
    tone = "text" if one.result is TryResult.TOLD else "warning"
    text = translate("Pane", "telephoned {name}: {result} {time}").format(
        name=name, result=word(one.result), time=at
    )
    return (Piece(kept_together(text.strip()), tone),)


def _stamp(one: Assignment | Referral, stamp: str, names: Names) -> Pieces:
    """`on scene 21:03:02`, with the first value when it was corrected."""
    moment = getattr(one, f"{stamp}_at")
    first = getattr(one, f"{stamp}_first", None)
    if moment is None:
        return ()
    text = kept_together(f"{stamp_word(stamp)} {names.time(moment)}")
    if first is None or first == moment:
        return (Piece(text, "muted"),)
    was = translate("Pane", "first {time}").format(time=names.time(first))
    return (Piece(text, "muted"), Piece(f" ({kept_together(was)})", "warning"))


def _others(detail: CaseDetail, names: Names) -> Iterator[Row]:
    for one in detail.merged:
        yield _other(one, names, translate("Pane", "merged into this one"), leads=False)
    for one in detail.related:
        yield _other(one, names, translate("Pane", "related"), leads=True)


def _other(one: Incident, names: Names, how: str, *, leads: bool) -> Row:
    pieces = joined(
        [
            (Piece(f"{names.incident(one.id)} ", "accent", bold=True), Piece(title_text(one, names))),
            (Piece(how, "muted"),),
        ]
    )
    return Row(f"other:{one.id}", pieces, target=one.id if leads else "")


def _in_order(assignments: tuple[Assignment, ...]) -> list[Assignment]:
    """Running ones first, each group as they were sent."""
    return sorted(
        assignments, key=lambda one: (one.state is AssignmentState.ENDED, str(one.assigned_at), one.id)
    )


def _lead_first(referrals: tuple[Referral, ...]) -> list[Referral]:
    return sorted(referrals, key=lambda one: (one.part is not AgencyPart.LEAD, str(one.told_at), one.id))
