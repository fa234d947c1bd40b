"""Answering alarms: somebody takes one, a crew says that it is well."""

from desktop.domain.alarm_answers import AlarmAnswer, answer_id
from desktop.domain.alarm_clocks import WELFARE
from desktop.domain.alarms import Alarm
from desktop.domain.kinds_alarms import TAKEN, WELL
from desktop.domain.units import Assignment
from desktop.operations.desk import Desk, Outcome, change, new_row


async def take_alarm(desk: Desk, alarm: Alarm, answer: AlarmAnswer | None) -> Outcome:
    """Say that this operator has an alarm in hand. `answer`: what was answered to it before."""
    if answer is not None:
        return await desk.act(TAKEN, [change(TAKEN, answer, stage=int(alarm.stage))])
    due = alarm.due
    made = new_row(
        "alarm_answer",
        alarm.id,
        kind=due.kind,
        about=due.about,
        incident=due.incident,
        unit=due.unit,
        stage=int(alarm.stage),
    )
    return await desk.act(TAKEN, [made])


async def say_well(
    desk: Desk, running: Assignment, answer: AlarmAnswer | None, note: str | None = None
) -> Outcome:
    """Write down that the crew of a unit is well. `answer`: what was answered of it before."""
    if answer is not None:
        return await desk.act(WELL, [change(WELL, answer)], note)
    made = new_row(
        "alarm_answer",
        answer_id(WELFARE, running.id),
        kind=WELFARE,
        about=running.id,
        incident=running.incident,
        unit=running.unit,
    )
    return await desk.act(WELL, [made], note)
