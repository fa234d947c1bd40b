"""Telling units and agencies of an incident: the words, and who was told them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.domain.acts import Change, Refusal
from desktop.domain.board import Case, CaseDetail, Reference
from desktop.domain.incidents import Incident
from desktop.domain.kinds_told import TEXT_TOLD
from desktop.domain.referrals import Means, Referral
from desktop.domain.told import state_told
from desktop.domain.units import Assignment, Unit
from desktop.operations.desk import Desk, Done, Outcome, new_row
from desktop.operations.dispatch_text import Addressed, Around, dispatch_text, gives_number
from desktop.operations.packs_texts import Form, Whom
from desktop.operations.reading import read_case

FORMS: Mapping[Means, Form] = {
    Means.MESSAGE: Form.MESSAGE,
    Means.RADIO: Form.RADIO,
    Means.TELEPHONE: Form.RADIO,
}
"""What is sent by each means, or read out."""

AtWork = Assignment | Referral


@dataclass(frozen=True, slots=True)
class Words:
    """A text with what it is about: what is logged is the state of the incident that it tells.

    `critical`: the critical warnings of its place, by id the act that wrote each last.
    """

    detail: CaseDetail
    whom: tuple[AtWork, ...]
    form: Form
    text: str
    with_number: bool
    critical: Mapping[str, str]


def words_for(detail: CaseDetail, whom: Sequence[AtWork], form: Form, around: Around) -> Words:
    """The words for these units and agencies; for nobody in particular where there are none."""
    to = addressed(detail.case, whom, around.reference, around.units)
    critical = {one.id: one.warning.last_act or "" for one in around.warnings if one.warning.critical}
    text = dispatch_text(detail, around, to, form)
    return Words(detail, tuple(whom), form, text, gives_number(detail, around, to, form), critical)


def addressed(
    case: Case, whom: Sequence[AtWork], reference: Reference, units: Mapping[str, Unit]
) -> Addressed:
    """By what names units and agencies at work are called, and who is at work beside them."""
    told = {one.id for one in whom}
    at_work: tuple[AtWork, ...] = (*case.running, *case.running_referrals)
    stations = frozenset(
        units[one.unit].station for one in whom if isinstance(one, Assignment) and one.unit in units
    )
    all_units = bool(whom) and all(isinstance(one, Assignment) for one in whom)
    return Addressed(
        Whom.UNIT if all_units else Whom.AGENCY,
        tuple(name_of(one, reference, units) for one in whom),
        stations if all_units else frozenset(),
        tuple(name_of(one, reference, units) for one in at_work if one.id not in told),
    )


def name_of(one: AtWork, reference: Reference, units: Mapping[str, Unit]) -> str:
    """The call sign of a unit at work, or the short name of an agency."""
    if isinstance(one, Assignment):
        unit = units.get(one.unit)
        return unit.call_sign if unit is not None else one.unit
    agency = reference.agencies.get(one.agency)
    return agency.short_name if agency is not None else one.agency


async def log_told(desk: Desk, words: Words, means: Means) -> Outcome:
    """Write down that all for whom these words are were told them."""
    incident = words.detail.case.incident
    rows = [
        told_row(
            desk,
            incident,
            means,
            words.critical,
            assignment=one.id if isinstance(one, Assignment) else None,
            referral=one.id if isinstance(one, Referral) else None,
            with_number=words.with_number,
        )
        for one in words.whom
    ]
    return await desk.act(TEXT_TOLD, rows)


async def tell(desk: Desk, incident: str, whom: Sequence[AtWork], means: Means, around: Around) -> Outcome:
    """Read an incident, make the words of it, and write down that these were told them.

    What was told is the outcome's `said`.
    """
    detail = await read_case(desk, incident)
    if detail is None:
        return Refusal("told_whom", "incident", incident)
    words = words_for(detail, whom, FORMS[means], around)
    outcome = await log_told(desk, words, means)
    return replace(outcome, said=words.text) if isinstance(outcome, Done) else outcome


def told_row(
    desk: Desk,
    incident: Incident,
    means: Means,
    critical: Mapping[str, str],
    *,
    assignment: str | None = None,
    referral: str | None = None,
    with_number: bool = False,
) -> Change:
    """That a unit or an agency was told of an incident as it is in `incident`."""
    return new_row(
        "told",
        desk.new_id(),
        incident=incident.id,
        assignment=assignment,
        referral=referral,
        means=means,
        with_number=with_number,
        **state_told(incident, critical),
    )
