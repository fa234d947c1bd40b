"""Lists whose lines are settled by one key: it is about the line that was seen, and about that once."""

import asyncio
from datetime import timedelta

import pytest

from desktop.domain.distress import DistressEnd
from desktop.operations.desk import Done
from desktop.operations.distress import end_distress, raise_distress, take_distress
from desktop.operations.look_up import look_up
from desktop.operations.memos import finish, remind
from tests.ui.driver import OpenDesk
from tests.ui.orders.seat import Seat
from tests.ui.slow.gate import Gate, held_back


@pytest.fixture
def reminders(seat: Seat) -> list[str]:
    """Three, in the order in which they are listed; the page of them is open."""
    session, made = seat.view.session, []
    for at in range(3):
        due = session.clock.now() + timedelta(minutes=10 + at)
        done = seat.driver.run(remind(session.desk, f"reminder {at}", due))
        assert isinstance(done, Done)
        made.append(done.row)
    seat.driver.until(lambda: len(session.board.memos) == 3)
    seat.driver.press("Alt+P")
    return made


def test_a_reminder_that_another_settled_under_the_cursor(
    seat: Seat, reminders: list[str], other_desk: OpenDesk
) -> None:
    driver, board, other = seat.driver, seat.view.session.board, other_desk.session
    first, second, third = reminders
    table = seat.view.pages.memos.table
    driver.press("Down")
    assert table.current == second
    driver.run(finish(other.desk, other.board.memos[second]))
    driver.until(lambda: second not in board.memos)
    driver.press("Return")
    driver.until(lambda: table.current == third, "it goes on below")
    assert set(board.memos) == {first, third}
    driver.press("Return")
    driver.until(lambda: set(board.memos) == {first})


def test_enter_pressed_twice_is_about_one_reminder(seat: Seat, gate: Gate, reminders: list[str]) -> None:
    driver, board, said = seat.driver, seat.view.session.board, len(seat.said)
    gate.shut()
    driver.press("Return")
    driver.press("Return")
    gate.open()
    driver.until(lambda: reminders[0] not in board.memos)
    driver.press("Return")
    driver.settle()
    assert set(board.memos) == set(reminders[1:])
    assert seat.said[said:] == ["Reminder done: reminder 0"]


def test_enter_pressed_twice_takes_an_alarm_once(seat: Seat, gate: Gate) -> None:
    driver, session = seat.driver, seat.view.session
    driver.until(lambda: session.alarms)
    gate.shut()
    for _ in range(2):
        driver.press("Alt+D")
        driver.press("Return")
        driver.settle()
    gate.open()
    driver.until(lambda: session.alarms[0].quiet)
    driver.settle()
    assert gate.begun == ["alarm.taken"]
    assert sum("You have the alarm" in one for one in seat.said) == 1


def test_a_distress_that_was_not_seen_is_not_taken(seat: Seat, other_desk: OpenDesk) -> None:
    driver, board, other = seat.driver, seat.view.session.board, other_desk.session
    units = [seat.scene.unit(one) for one in ("Damkar 1", "Damkar 4")]
    for unit in units:
        seat.scene.done(driver.run(raise_distress(seat.view.session.desk, unit, None)))
    first, second = (one.id for one in units)
    driver.until(lambda: len(other.board.distress) == 2)
    driver.run(take_distress(other.desk, other.board.distress[first]))
    driver.until(lambda: not board.distress[first].waits)
    driver.press("Shift+Pause")
    driver.settle(0.6)
    assert board.distress[second].waits
    assert "Another crew is shown now: look, then press the key again." in seat.said
    driver.press("Shift+Pause")
    driver.until(lambda: not board.distress[second].waits)


def test_no_help_is_sent_to_a_distress_that_was_not_seen(seat: Seat, other_desk: OpenDesk) -> None:
    driver, board, other = seat.driver, seat.view.session.board, other_desk.session
    for case, call_sign in ((seat.fire, "Damkar 1"), (seat.tree, "Damkar 4")):
        seat.scene.assign(case, call_sign)
        unit = seat.scene.unit(call_sign)
        running = board.running_assignment(unit.id)
        seat.scene.done(driver.run(raise_distress(seat.view.session.desk, unit, running)))
    first = seat.scene.unit("Damkar 1").id
    driver.until(lambda: len(other.board.distress) == 2)
    driver.run(take_distress(other.desk, other.board.distress[first]))
    driver.until(lambda: not board.distress[first].waits)
    driver.press("Alt+Pause")
    driver.settle(0.6)
    assert len(seat.scene.case(seat.tree.id).running) == 1
    driver.press("Alt+Pause")
    driver.until(lambda: len(seat.scene.case(seat.tree.id).running) > 1, str(seat.said))


def test_a_distress_that_was_raised_anew_is_not_ended_with_the_one_before(
    seat: Seat, other_desk: OpenDesk
) -> None:
    driver, board, other = seat.driver, seat.view.session.board, other_desk.session
    unit = seat.scene.unit("Damkar 1")
    seat.scene.done(driver.run(raise_distress(other.desk, unit, None)))
    driver.until(lambda: unit.id in board.distress)
    first = board.distress[unit.id]
    driver.press("Alt+Shift+Pause")
    driver.type("crew")
    driver.press("Return")
    driver.type("kru")
    driver.run(end_distress(other.desk, first, DistressEnd.OVER, "Wayan"))
    driver.until(lambda: unit.id not in board.distress)
    seat.scene.done(driver.run(raise_distress(other.desk, unit, None)))
    driver.until(lambda: unit.id in board.distress)
    for _ in range(2):
        driver.press("Return")
        driver.settle(0.3)
    assert unit.id in board.distress


def test_who_walked_to_a_hit_opens_that(seat: Seat, monkeypatch: pytest.MonkeyPatch) -> None:
    driver, page, go_on = seat.driver, seat.view.pages.look_up, asyncio.Event()
    shown: list[str] = []
    page.found.connect(shown.append)
    seat.scene.open(3, category="flood", address="Jl. Sudirman 2")
    driver.press("Ctrl+F")
    driver.type("sudirman")
    driver.until(lambda: page.model.rowCount() == 2)
    meant = page.model.hits[1].incident
    monkeypatch.setattr("ui.look_up.panel.look_up", held_back(look_up, go_on))
    driver.type(" jl")
    driver.settle(0.2)
    driver.press("Down")
    go_on.set()
    driver.settle(0.2)
    driver.press("Return")
    assert shown == [meant]
