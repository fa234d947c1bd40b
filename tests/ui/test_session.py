"""What all panels share."""

import asyncio
import time
from functools import partial

import pytest

from desktop.domain.acts import Refusal
from desktop.domain.board import CallEntry
from desktop.live.board import BoardChange
from desktop.operations.calls import take_call
from desktop.operations.desk import Done, Outcome
from desktop.operations.incidents import open_incident
from tests.ui.driver import Driver, OpenDesk
from tests.ui.slow.gate import held_back


def _open(driver: Driver, desk: OpenDesk, **values: str) -> str:
    taken = driver.run(take_call(desk.session.desk))
    assert isinstance(taken, Done)
    driver.until(lambda: taken.row in desk.session.board.calls)
    entry: CallEntry = desk.session.board.calls[taken.row]
    opened = driver.run(open_incident(desk.session.desk, entry, values))
    assert isinstance(opened, Done), opened
    return opened.row


def test_an_incident_opened_at_one_desk_comes_to_both(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk
) -> None:
    incident = _open(driver, desk, address="Gg. Mawar 5", category="fire_building", priority="P1")
    desks = (desk, other_desk)
    driver.until(lambda: all(incident in one.session.board.cases for one in desks))
    assert desk.session.board.cases[incident] == other_desk.session.board.cases[incident]
    assert desk.session.number(desk.session.board.cases[incident]).endswith("-001")


def _has(told: list[bool], count: int) -> bool:
    return len(told) == count


def test_what_is_done_is_on_the_board_when_that_is_told(driver: Driver, desk: OpenDesk) -> None:
    session = desk.session
    told: list[bool] = []

    def tell(done: Done) -> None:
        told.append(done.row in session.board.calls)

    for count in range(1, 6):
        session.perform(take_call(session.desk), done=tell)
        driver.until(partial(_has, told, count))
    assert told == [True] * 5


def test_it_is_waited_for_news_that_come_late(
    driver: Driver, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    follower, go_on, told = desk.services.follower, asyncio.Event(), list[bool]()
    monkeypatch.setattr(follower, "_take_news", held_back(follower._take_news, go_on))
    session = desk.session
    session.perform(take_call(session.desk), done=lambda done: told.append(done.row in session.board.calls))
    driver.settle(1.2)
    go_on.set()
    driver.until(lambda: told)
    assert told == [True]


def test_an_act_is_told_also_while_the_board_is_cut_off(
    driver: Driver, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.session.SHOWN_SECONDS", 0.05)
    session = desk.session
    driver.run(session.services.stop_following())
    told: list[Done] = []
    session.perform(take_call(session.desk), done=told.append)
    driver.until(lambda: told)
    assert told[0].row not in session.board.calls


def test_what_the_board_shows_at_the_last_moment_is_told_once(
    driver: Driver, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.session.SHOWN_SECONDS", 0.2)
    session = desk.session
    driver.run(session.services.stop_following())
    told: list[Done] = []
    session.perform(take_call(session.desk), done=told.append)
    driver.until(lambda: not session.unanswered, "it is written")
    driver.settle(0.0)
    monkeypatch.setattr(session.board, "shows", lambda *_act: True)
    time.sleep(0.3)  # the desk was busy: news and the end of waiting are looked at together
    session.board._tell(BoardChange())
    driver.settle(0.1)
    assert len(told) == 1
    session.perform(take_call(session.desk))
    assert session.turns.writing


def test_a_refusal_is_told_in_words(driver: Driver, desk: OpenDesk, other_desk: OpenDesk) -> None:
    taken = driver.run(take_call(desk.session.desk))
    assert isinstance(taken, Done)
    driver.until(lambda: taken.row in desk.session.board.calls)
    entry = desk.session.board.calls[taken.row]
    said: list[str] = []
    desk.session.perform(open_incident(desk.session.desk, entry, {}))
    desk.session.perform(open_incident(desk.session.desk, entry, {}), refused=said.append)
    driver.until(lambda: said, "the second opening was refused")
    assert "Made S." in said[0]


def test_a_bug_frees_the_line_that_waits_for_its_answer(driver: Driver, desk: OpenDesk) -> None:
    faults: list[object] = []
    driver.loop.set_exception_handler(lambda _loop, context: faults.append(context.get("exception")))
    fault = RuntimeError("a bug")
    said: list[str] = []

    async def fails() -> Outcome:
        raise fault

    desk.session.perform(fails(), refused=said.append)
    driver.until(lambda: said, "who waits is told")
    driver.until(lambda: faults == [fault], "a report is made")
    assert "fault" in said[0]


def test_a_refusal_for_which_there_are_no_words_frees_the_line_too(
    driver: Driver, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    faults: list[object] = []
    driver.loop.set_exception_handler(lambda _loop, context: faults.append(context.get("exception")))
    fault = RuntimeError("a bug")
    said: list[str] = []

    async def refused() -> Outcome:
        return Refusal("changed")

    async def fails(*_given: object) -> str:
        raise fault

    monkeypatch.setattr("ui.session.problems.explain", fails)
    desk.session.perform(refused(), refused=said.append)
    driver.until(lambda: faults == [fault], "a report is made")
    assert "fault" in said[0]
    assert not desk.session.turns.writing
