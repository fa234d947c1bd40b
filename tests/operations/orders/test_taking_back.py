"""Taking an act back reaches that act alone: what came after it stands in the way."""

from dataclasses import replace

from desktop.domain.acts import Act, Change, Op
from desktop.domain.alarm_answers import AlarmAnswer, answer_id
from desktop.domain.units import UnitStatus
from desktop.operations.acted import Acted
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Deed
from desktop.operations.orders.taking_back import take_back
from desktop.operations.orders.undoing import InTheWay
from tests.operations.orders.evening import picture

DONE = Act("done", "reminder.done", (Change("memo", Op.UPDATE, "m1", {}),))
SET = Act("set", "reminder.set", (Change("memo", Op.INSERT, "m1", {}),))
AVAILABLE = Act("up", "unit.available", (Change("unit", Op.UPDATE, "R1", {}),))
REOPENED = Act("again", "incident.reopened", (Change("incident", Op.UPDATE, "i7-24", {}),))


def _reopened(now: Picture, like: str) -> tuple[Acted, Picture]:
    """An incident that was opened again, with what is at work on it as on another one."""
    before = now.cases["i7-24"]
    incident = replace(before.incident, closed_at=None, outcome=None, acts={"closing": REOPENED.id})
    at_work = now.cases[like]
    after = replace(before, incident=incident, assignments=at_work.assignments, referrals=at_work.referrals)
    return Acted(REOPENED, {}, {before.id: before}), replace(now, cases={**now.cases, before.id: after})


def test_an_incident_opened_again_is_closed_as_before_while_nobody_is_at_work() -> None:
    undoing = take_back(*_reopened(picture(), like="i5-24"), "taken back")
    assert [(one.deed, one.code, one.note) for one in undoing.intended] == [
        (Deed.CLOSE, "handled", "taken back")
    ]


def test_an_incident_opened_again_to_which_somebody_was_sent_stays_open() -> None:
    acted, now = _reopened(picture(), like="i4-24")
    undoing = take_back(acted, now, "taken back")
    assert (undoing.in_the_way, undoing.about) == (InTheWay.CHANGED, now.cases["i7-24"])


def test_a_unit_that_was_out_of_service_for_no_known_reason_goes_back_for_this_one() -> None:
    now = picture()
    before = now.units["R1"]
    after = replace(before, status=UnitStatus.AVAILABLE, acts={"status": AVAILABLE.id})
    acted = Acted(AVAILABLE, {before.id: before}, {})
    undoing = take_back(acted, replace(now, units={**now.units, "R1": after}), "taken back")
    assert [(one.deed, one.note) for one in undoing.intended] == [(Deed.OUT_OF_SERVICE, "taken back")]


def test_a_crew_that_did_not_speak_is_heard_of_since_before() -> None:
    now = picture()
    running = now.running("Damkar 14")
    assert running is not None
    row = answer_id("welfare", running.id)
    said = Act("well", "unit.well", (Change("alarm_answer", Op.INSERT, row, {}),))
    answer = AlarmAnswer(id=row, kind="welfare", about=running.id, well_at=now.now, acts={"welfare": "well"})
    undoing = take_back(Acted(said, {}, {}), replace(now, answers={row: answer}), "taken back")
    assert [(one.deed, one.at, one.note) for one in undoing.intended] == [
        (Deed.WELL, running.on_scene_at, "taken back")
    ]
    again = replace(answer, acts={"welfare": "again"})
    undoing = take_back(Acted(said, {}, {}), replace(now, answers={row: again}), "taken back")
    assert (undoing.in_the_way, undoing.about) == (InTheWay.CHANGED, now.units["Damkar 14"])


def test_a_reminder_that_was_done_is_one_again_and_one_that_was_set_is_done() -> None:
    now = picture()
    before = now.memos["m1"]
    undoing = take_back(Acted(DONE, {}, {}, {"m1": before}), replace(now, memos={}), "taken back")
    assert [(one.deed, one.until) for one in undoing.intended] == [(Deed.PUT_OFF, before.memo.due_at)]
    written = replace(before, memo=replace(before.memo, last_act=SET.id))
    undoing = take_back(Acted(SET, {}, {}), replace(now, memos={"m1": written}), "taken back")
    assert [(one.deed, one.memo) for one in undoing.intended] == [(Deed.DONE, written)]
    assert take_back(Acted(SET, {}, {}), now, "taken back").in_the_way is InTheWay.CHANGED


def test_a_status_reported_by_mistake_goes_back_with_its_stamp_unless_something_followed() -> None:
    now = picture()
    unit, case = now.units["Damkar 14"], now.cases["i3-24"]
    (sent,) = (one for one in case.assignments if one.id == "Damkar 14-i3-24")
    act = Act(
        "scene",
        "unit.on_scene",
        (Change("assignment", Op.UPDATE, sent.id, {}), Change("unit", Op.UPDATE, unit.id, {})),
    )
    before = replace(unit, status=UnitStatus.UNDER_WAY)
    was = replace(case, assignments=(replace(sent, on_scene_at=None),))
    acted = Acted(act, {unit.id: before}, {case.id: was})
    written = replace(sent, acts={"state": act.id})
    rest = tuple(one for one in case.assignments if one.id != sent.id)
    shown = replace(case, assignments=(written, *rest))
    units = {**now.units, unit.id: replace(unit, acts={"status": act.id})}
    then = replace(now, cases={**now.cases, case.id: shown}, units=units)
    (one,) = take_back(acted, then, "taken back").intended
    assert (one.deed, one.status, one.case) == (Deed.GO_BACK, UnitStatus.UNDER_WAY, shown)
    assert one.back == ((written, was.assignments[0]), (units[unit.id], before))
    followed = replace(then, units=now.units)
    assert take_back(acted, followed, "taken back").in_the_way is InTheWay.CHANGED
