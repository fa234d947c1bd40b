"""A report on paper as it is typed into one row: texts in, a report or what is wrong out."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from desktop.domain.calls import CallType, Channel
from desktop.domain.records import Value
from desktop.domain.units import FREE, Unit
from desktop.operations.call_signs import by_call_sign, free_first
from desktop.operations.draft_fields import COLUMNS, Problem, Surroundings
from desktop.operations.draft_values import clean_text, read_texts
from desktop.operations.paper import PaperReport
from desktop.operations.typed_names import parts
from desktop.operations.typed_times import INDONESIAN, near, past

ROW_FIELDS = (
    *("took_at", "channel", "call_type", "narrative", "category", "priority", "people_hurt"),
    *("address", "landmark", "area", "number", "name", "units", "sent_at", "done_at", "outcome"),
)
"""What one report tells, in the order of the row and of the printed form.

`call_type`, `outcome`: codes. `category` and `area` are codes, too; what was typed to choose one stands under
`category_text` and `area_text`.
"""
SENT_AS = ("units", "sent_at")
"""What counts no more once units were sent."""
OF_CALL = tuple(name for name in ROW_FIELDS if name in COLUMNS)
"""Those that a call's form has as well."""


class RowProblem(StrEnum):
    """Why a field of the row cannot be taken, besides what a call's form knows."""

    TIME_NEEDED = "time_needed"
    TIME_ORDER = "time_order"
    """Earlier than what came before it."""
    NO_UNIT = "no_unit"
    NOT_FREE = "not_free"
    ONLY_WITH_INCIDENT = "only_with_incident"
    DONE_NEEDED = "done_needed"
    SENT_ALREADY = "sent_already"
    """The units are on their way as it stood there before."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was understood of a row. `report`: None while anything is wrong; `words`: what that is about."""

    report: PaperReport | None
    problems: Mapping[str, Problem | RowProblem] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


def read_row(
    texts: Mapping[str, str],
    around: Surroundings,
    units: Iterable[Unit],
    spans: Mapping[str, int] = INDONESIAN,
    sent: Collection[str] = (),
    sent_as: Mapping[str, str] | None = None,
) -> Row:
    """Read a row. Times are the last such before now; those of units the nearest to the call.

    `spans`: seconds in the units of the operator's language, for `-3j`. `sent`: units that are at work for
    this very report. `sent_as`: what stood in the row when they were sent; None when none were.
    """
    typed = {name: clean_text(text) for name, text in texts.items()}
    draft = {name: typed.get(name, "") for name in (*OF_CALL, "category_text", "area_text")}
    reading = read_texts(draft, around)
    problems: dict[str, Problem | RowProblem] = {
        name: problem for name, problem in reading.problems.items() if name in OF_CALL
    }
    times = _times(typed, around, spans, problems)
    chosen, words = _units(typed.get("units", ""), units, problems, sent)
    words = {**words, **_changed_since(sent_as, typed, problems)}
    ended = CallType(typed["call_type"]) if typed.get("call_type") else None
    _check_together(typed, ended, times, problems)
    took_at = times["took_at"]
    if problems or took_at is None:
        return Row(None, problems, words)
    values = {
        name: value for name, value in reading.values.items() if name != "channel" and value is not None
    }
    return Row(_report(typed, values, took_at, ended, chosen, times))


def _report(
    typed: Mapping[str, str],
    values: Mapping[str, Value],
    took_at: datetime,
    ended: CallType | None,
    units: tuple[Unit, ...],
    times: Mapping[str, datetime | None],
) -> PaperReport:
    return PaperReport(
        took_at=took_at,
        told_at=typed["took_at"],
        channel=Channel(typed.get("channel") or Channel.TRUNK_112),
        values=values,
        call_type=ended,
        units=units,
        sent_at=times["sent_at"],
        done_at=times["done_at"],
        outcome=typed.get("outcome") or None,
    )


def _times(
    typed: Mapping[str, str],
    around: Surroundings,
    spans: Mapping[str, int],
    problems: dict[str, Problem | RowProblem],
) -> Mapping[str, datetime | None]:
    found: dict[str, datetime | None] = {"took_at": None, "sent_at": None, "done_at": None}
    before: datetime | None = None
    for name in found:
        text = typed.get(name, "")
        if not text:
            continue
        if before is None:
            moment = past(text, around.now, around.zone, spans)
        else:
            moment = near(text, before, around.now, around.zone, spans)
        if moment is None:
            problems[name] = Problem.NO_TIME
        elif before is not None and moment < before:
            problems[name] = RowProblem.TIME_ORDER
        else:
            found[name] = before = moment
    if "took_at" not in problems and found["took_at"] is None:
        problems["took_at"] = RowProblem.TIME_NEEDED
    return found


def _units(
    text: str, units: Iterable[Unit], problems: dict[str, Problem | RowProblem], sent: Collection[str]
) -> tuple[tuple[Unit, ...], Mapping[str, str]]:
    known = {unit.id: unit for unit in free_first(units)}
    chosen: list[Unit] = []
    for part in parts(text, by_call_sign(known.values())):
        unit = known.get(part.id)
        if unit is None:
            problems["units"] = RowProblem.NO_UNIT
            return (), {"units": part.typed}
        if unit.status not in FREE and unit.id not in sent:
            problems["units"] = RowProblem.NOT_FREE
            return (), {"units": unit.call_sign}
        chosen.append(unit)
    return tuple(chosen), {}


def _changed_since(
    sent_as: Mapping[str, str] | None,
    typed: Mapping[str, str],
    problems: dict[str, Problem | RowProblem],
) -> Mapping[str, str]:
    """Tell of what comes too late, and what stood there."""
    late = {
        name: text
        for name, text in (sent_as or {}).items()
        if name in SENT_AS and typed.get(name, "") != clean_text(text)
    }
    problems.update(dict.fromkeys(late, RowProblem.SENT_ALREADY))
    return {name: text or "–" for name, text in late.items()}


def _check_together(
    typed: Mapping[str, str],
    ended: CallType | None,
    times: Mapping[str, datetime | None],
    problems: dict[str, Problem | RowProblem],
) -> None:
    if ended is not None:
        problems.update(
            (name, RowProblem.ONLY_WITH_INCIDENT)
            for name in ("units", "sent_at", "done_at", "outcome")
            if typed.get(name)
        )
    elif typed.get("outcome") and times["done_at"] is None and "done_at" not in problems:
        problems["done_at"] = RowProblem.DONE_NEEDED
