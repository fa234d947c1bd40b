"""The page that one operator hands over to the next: how the board stood when it was signed, as plain facts.

The page has no full number of any caller, and of a restricted incident only what everybody may read: it is
kept, printed, and read by others than those who signed it.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from desktop.domain.acts import encode_value
from desktop.domain.board import Case, Reference, urgency_key
from desktop.domain.units import Assignment, Unit, UnitStatus

ENDING = 3
"""The last digits by which a number is told apart on a page (ours)."""
MOST = 1000
"""Incidents, and units, and numbers, that a page names (our bound); it says how many it leaves out."""

_AT_HOME = frozenset({UnitStatus.AVAILABLE, UnitStatus.OFF_DUTY})


@dataclass(frozen=True, slots=True)
class Remaining:
    """A reminder that is to come, or late. `due_at`: aware. `incident`: its number, where it has one."""

    text: str
    due_at: datetime
    incident: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a page is made from. `blocked`, `lost`: numbers (None: no number) and a moment (aware) each: until
    when one is blocked, when the other called. `calls`: how many are spoken. `number`: an incident's, short.
    """

    cases: Iterable[Case]
    units: Iterable[Unit]
    running: Callable[[str], Assignment | None]
    reference: Reference
    number: Callable[[Case], str]
    blocked: Sequence[tuple[str | None, datetime | None]] = ()
    lost: Sequence[tuple[str | None, datetime | None]] = ()
    calls: int = 0
    reminders: Sequence[Remaining] = field(default=())


def page_of(standing: Standing) -> dict[str, Any]:
    """The page, as an act keeps it: `cases`, `units`, `blocked`, `lost`, `reminders`, `full`, each a list.

    `full`: hospitals of which nobody knows how long they are; the others take patients again by themselves.
    """
    cases = {case.id: case for case in standing.cases if case.incident.is_open}
    in_order = sorted(cases.values(), key=urgency_key)
    units = [one for one in standing.units if one.status not in _AT_HOME]
    call_signs = {one.id: one.call_sign for one in standing.units}
    lists: dict[str, list[dict[str, Any]]] = {
        "cases": [_case(one, standing, call_signs) for one in in_order],
        "units": [_unit(one, standing, cases) for one in sorted(units, key=lambda unit: unit.rank)],
        "blocked": [
            {"ending": _ending(number), "until": encode_value(at)} for number, at in standing.blocked
        ],
        "lost": [{"ending": _ending(number), "at": encode_value(at)} for number, at in standing.lost],
        "reminders": [
            {"text": one.text, "due_at": encode_value(one.due_at), "incident": one.incident}
            for one in standing.reminders
        ],
        "full": [
            {"hospital": one.hospital, "since": encode_value(one.said_at)}
            for one in standing.reference.hospital_states.values()
            if one.open_end and one.full_until is None
        ],
    }
    left_out = {name: len(rows) - MOST for name, rows in lists.items() if len(rows) > MOST}
    shown = {name: rows[:MOST] for name, rows in lists.items()}
    return {**shown, "calls": standing.calls, **({"left_out": left_out} if left_out else {})}


def listed(page: Mapping[str, Any], name: str) -> Sequence[Mapping[str, Any]]:
    """One of a page's lists; what does not belong there is left out, a page may be of another program."""
    found = page.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def moment_of(value: object) -> datetime | None:
    """A moment of a page (aware); None where there is none."""
    try:
        found = datetime.fromisoformat(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if found is not None and found.tzinfo is not None else None


def in_hand_of(cases: Iterable[Case], login: str | None) -> list[Case]:
    """The open cases that an operator has in hand, the most urgent first."""
    mine = (one for one in cases if one.incident.is_open and one.incident.holder == login)
    return [] if login is None else sorted(mine, key=urgency_key)


def _case(case: Case, standing: Standing, call_signs: Mapping[str, str]) -> dict[str, Any]:
    incident, reference = case.incident, standing.reference
    area = reference.areas.get(incident.area or "")
    told = {
        "number": standing.number(case),
        "priority": incident.priority.value,
        "phase": case.phase.value,
        "opened_at": encode_value(incident.opened_at),
        "units": [call_signs.get(one.unit, one.unit) for one in case.running],
        "holder": incident.holder,
        "area": area.name if area is not None else "",
    }
    if incident.restricted:
        return {**told, "restricted": True}
    return {
        **told,
        "category": incident.category,
        "place": incident.address or incident.landmark or "",
        "agencies": [one.agency for one in case.running_referrals],
    }


def _unit(unit: Unit, standing: Standing, cases: Mapping[str, Case]) -> dict[str, Any]:
    running = standing.running(unit.id)
    case = cases.get(running.incident or "") if running is not None else None
    about = (running.purpose if running is not None else unit.out_reason) or ""
    return {
        "call_sign": unit.call_sign,
        "status": unit.status.value,
        "since": encode_value(unit.status_at),
        "number": standing.number(case) if case is not None else "",
        "about": about,
        "back_at": encode_value(unit.back_at),
    }


def _ending(number: str | None) -> str:
    """The last digits of a number; of a short one none, or all of it would be told."""
    return number[-ENDING:] if number is not None and len(number) > 2 * ENDING else ""
