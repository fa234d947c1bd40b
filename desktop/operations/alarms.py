"""Answering alarms: somebody takes one, a crew says that it is well."""

from desktop.domain.acts import Change
from desktop.domain.alarm_answers import AlarmAnswer, answer_id
from desktop.domain.alarm_clocks import WELFARE
from desktop.domain.alarms import Alarm
from desktop.domain.kinds_alarms import TAKEN, WELL
from desktop.domain.records import Value
from desktop.domain.units import Assignment
from desktop.operations.desk import Desk, Done, Outcome, change, new_row
from desktop.store.queries_alarms import read_answer_of_before


async def take_alarm(desk: Desk, alarm: Alarm, answer: AlarmAnswer | None) -> Outcome:
    """Say that this operator has an alarm in hand. `answer`: what was answered to it before."""
    due, stage = alarm.due, int(alarm.stage)
    made = new_row(
        "alarm_answer",
        alarm.id,
        kind=due.kind,
        about=due.about,
        incident=due.incident,
        unit=due.unit,
        stage=stage,
    )
    return await _answer(desk, TAKEN, made, answer, stage=stage)


async def say_well(
    desk: Desk, running: Assignment, answer: AlarmAnswer | None, note: str | None = None
) -> Outcome:
    """Write down that the crew of a unit is well. `answer`: what was answered of it before."""
    made = new_row(
        "alarm_answer",
        answer_id(WELFARE, running.id),
        kind=WELFARE,
        about=running.id,
        incident=running.incident,
        unit=running.unit,
    )
    return await _answer(desk, WELL, made, answer, note)


async def _answer(
    desk: Desk, kind: str, made: Change, seen: AlarmAnswer | None, note: str | None = None, **values: Value
) -> Outcome:
    """Change the answer that is there, also one that no board has any more, else make it."""
    if seen is None:
        outcome = await desk.act(kind, [made], note)
        if isinstance(outcome, Done) or outcome.code != "row_exists":
            return outcome
        seen = await desk.store.read(lambda connection: read_answer_of_before(connection, made.row))
        if seen is None:
            return outcome
    return await desk.act(kind, [change(kind, seen, **values)], note)
