"""What is typed or pressed at a bad moment is neither lost nor stuck."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.calls import CallType
from desktop.domain.reference import Role
from desktop.operations.calls import end_call
from desktop.operations.desk import Author, StoreError
from desktop.operations.reading import read_one_call
from tests.ui.driver import Driver, OpenDesk
from tests.ui.intake.scene import Intake
from ui.intake.open_call import Conflict

Again = Callable[..., Intake]


def _handled(driver: Driver) -> list[object]:
    """Faults, which this test expects, instead of failures."""
    heard: list[object] = []

    def handler(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        heard.append(context.get("exception"))

    driver.loop.set_exception_handler(handler)
    return heard


def test_words_typed_while_the_incident_is_being_opened_are_saved_too(
    intake: Intake, monkeypatch: pytest.MonkeyPatch
) -> None:
    work, store = intake.answer("kebakaran"), intake.desk.services.store
    intake.idle()
    submit, gate, begun = store.submit, asyncio.Event(), asyncio.Event()

    async def slowly(act: Act, author: Author) -> Result | Refusal:
        begun.set()
        await gate.wait()
        return await submit(act, author)

    monkeypatch.setattr(store, "submit", slowly)
    intake.driver.press("Ctrl+Return")
    intake.until(begun.is_set)
    intake.driver.type(" besar")
    gate.set()
    intake.until(lambda: intake.opened)
    intake.until(
        lambda: work.call.private is not None and work.call.private.record.narrative == "kebakaran besar",
        "what was typed meanwhile is saved without another key",
        seconds=3,
    )


def test_after_a_bug_in_one_act_the_next_keys_work(intake: Intake, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = _handled(intake.driver)
    work, store = intake.answer("iseng"), intake.desk.services.store
    intake.idle()
    submit, gate, fault = store.submit, asyncio.Event(), RuntimeError("a bug")

    async def fails_once(act: Act, author: Author) -> Result | Refusal:
        monkeypatch.setattr(store, "submit", submit)
        await gate.wait()
        raise fault

    monkeypatch.setattr(store, "submit", fails_once)
    intake.driver.press("Shift+F3")
    intake.driver.press("F6")
    gate.set()
    intake.until(lambda: work.call.done, "the end that waited behind it")
    assert faults == [fault]


def test_a_call_ended_while_the_database_was_away_can_be_put_away(
    driver: Driver,
    desk: OpenDesk,
    other_desk: OpenDesk,
    tmp_path: Path,
    open_again: Again,
    monkeypatch: pytest.MonkeyPatch,
    quick_retry: None,
) -> None:
    first = Intake(driver, desk, tmp_path)
    call = first.answer("halo").call.id
    first.idle()
    first.die()
    by = other_desk.session.desk
    entry = driver.run(read_one_call(by, call))
    assert entry is not None
    first.do(driver.run(end_call(by, entry, CallType.SILENT)))

    async def away(*_: object) -> None:
        raise StoreError("unreachable")

    monkeypatch.setattr("ui.intake.restoring.read_one_call", away)
    second = open_again()
    second.until(lambda: [work.call.id for work in second.works] == [call])
    second.idle()
    second.driver.press("F4")
    second.until(lambda: not second.works, "it was over already")


def test_a_writer_whose_name_comes_after_the_call_is_gone_harms_nothing(intake: Intake) -> None:
    work = intake.answer("kebakaran")
    intake.idle()
    assert work.call.call is not None
    work.call.conflicts["address"] = Conflict("incident", "place", work.call.call.record.last_act)
    work.name_writers()
    intake.panel.calls._remove(work)
    intake.driver.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    intake.until(lambda: work.call.conflicts["address"].writer is not None)
    intake.driver.settle()


def test_who_may_take_no_calls_is_told_so_at_once(intake: Intake) -> None:
    session = intake.desk.session
    author = replace(session.desk.author, roles=frozenset({Role.ADMINISTRATOR}))
    session.desk = replace(session.desk, author=author)
    said: list[str] = []
    session.said.connect(lambda text, _level: said.append(text))
    intake.driver.press("F2")
    assert said == ["Your role takes no calls: sign in as a call taker or dispatcher."]
    assert intake.panel.calls.works == []
