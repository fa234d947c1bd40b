"""What was typed comes back after a death of the desk."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.domain.drafts import Draft
from desktop.operations.desk import StoreError
from desktop.operations.incidents import describe_incident
from desktop.runtime.draft_files import read_drafts
from tests.ui.driver import Driver, OpenDesk
from tests.ui.intake.scene import Intake, Outage

Again = Callable[..., Intake]


def _drafts(folder: Path) -> list[Draft]:
    found = [draft for place in (folder / "drafts").glob("*") for draft in read_drafts(place)]
    return [draft for draft in found if isinstance(draft, Draft)]


def test_a_key_is_on_the_disk_within_a_second(intake: Intake, tmp_path: Path) -> None:
    work = intake.answer()
    intake.until(lambda: [draft.call for draft in _drafts(tmp_path)] == [work.call.id])
    began = time.monotonic()
    intake.driver.type("api")
    intake.until(lambda: _drafts(tmp_path)[0].texts.get("narrative") == "api")
    assert time.monotonic() - began < 1
    intake.driver.press("F6")
    intake.until(lambda: not _drafts(tmp_path), "an ended call leaves no draft")


def test_a_running_call_comes_back_marked_with_all_that_was_typed(
    driver: Driver, desk: OpenDesk, tmp_path: Path, open_again: Again
) -> None:
    first = Intake(driver, desk, tmp_path)
    call = first.answer("api di dapur").call.id
    first.fill("category", "kebak")
    first.fill("people_hurt", "dua")
    first.panel.form.go_to("area")
    first.driver.type("zzz")
    first.die()
    second = open_again()
    second.until(lambda: [work.call.id for work in second.works] == [call])
    assert second.text("narrative") == "api di dapur"
    assert second.text("category") == "Building fire"
    assert (second.text("people_hurt"), second.text("area")) == ("dua", "zzz")
    second.until_read("Brought back")
    assert second.count("call.taken") == 1
    case = second.open()
    assert case.incident.category == "fire_building"
    (caller,) = second.detail(case.id).calls
    assert caller.private.narrative == "api di dapur"


def test_a_call_that_the_database_never_heard_of_is_taken_with_its_time(
    driver: Driver, desk: OpenDesk, tmp_path: Path, open_again: Again
) -> None:
    first = Intake(driver, desk, tmp_path)
    outage = Outage(desk, StoreError("unreachable"))
    first.driver.press("F2")
    first.driver.type("gempa")
    answered = first.current.call.answered_at
    call = first.current.call.id
    first.until(lambda: outage.refused)
    outage.end()
    first.panel.calls.current = None
    first.works.clear()
    first.panel.calls.drafts.flush()
    first.die()
    driver.settle(0.2)
    second = open_again()
    second.until(lambda: second.works and second.current.call.entry is not None)
    assert second.current.call.id == call
    assert second.text("narrative") == "gempa"
    assert abs(second.current.call.answered_at - answered) < timedelta(milliseconds=1)


def test_what_was_not_saved_of_an_incident_waits_for_a_word(
    driver: Driver, desk: OpenDesk, other_desk: OpenDesk, tmp_path: Path, open_again: Again
) -> None:
    first = Intake(driver, desk, tmp_path)
    first.answer("api")
    case = first.open()
    first.panel.form.go_to("address")
    first.driver.type("Gg. Mawar 5")
    first.panel.calls.current._pause.stop()  # type: ignore[union-attr]  # - there is one
    first.panel.calls.drafts.flush()
    first.panel.calls.current = None
    first.die()
    seen = other_desk.session.board.cases
    driver.until(lambda: case.id in seen)
    other = describe_incident(other_desk.session.desk, seen[case.id].incident, {"address": "Jl. Lain"})
    driver.run(other)
    second = open_again()
    second.until(lambda: second.works)
    assert second.text("address") == "Gg. Mawar 5"
    second.until_read("Wayan P. wrote “Jl. Lain” at ")
    assert second.case(case.id).incident.address == "Jl. Lain"
    second.driver.press("Ctrl+S")
    second.until(lambda: second.case(case.id).incident.address == "Gg. Mawar 5")


@pytest.mark.parametrize("away", [False, True])
def test_a_draft_older_than_its_incident_asks_before_it_overwrites(
    driver: Driver,
    desk: OpenDesk,
    other_desk: OpenDesk,
    tmp_path: Path,
    open_again: Again,
    monkeypatch: pytest.MonkeyPatch,
    away: bool,
) -> None:
    first = Intake(driver, desk, tmp_path)
    work = first.answer("api kecil")
    before = work.call.draft()
    assert before.incident is None
    case = first.open()
    first.panel.calls.drafts.stop()
    first.drafts.save(before)
    first.drafts.flush(5)
    first.panel.calls.current = None
    first.works.clear()
    first.die()
    board = other_desk.session.board
    driver.until(lambda: case.id in board.cases and board.calls[work.call.id].call.incident == case.id)
    entry = board.calls[work.call.id]
    told = {"narrative": "api besar, dua korban"}
    driver.run(describe_incident(other_desk.session.desk, board.cases[case.id].incident, told, entry))
    if away:

        async def unreachable(*_: object) -> None:
            raise StoreError("unreachable")

        monkeypatch.setattr("ui.intake.restoring.read_one_call", unreachable)
    second = open_again()
    second.until(lambda: second.works)
    second.until_read("Wayan P. wrote “api besar, dua korban” at ")
    assert second.text("narrative") == "api kecil"
    second.panel.form.go_to("address")
    driver.type("Jl. Baru")
    driver.press("Tab")
    second.until(lambda: second.case(case.id).incident.address == "Jl. Baru")
    (caller,) = second.detail(case.id).calls
    assert caller.private.narrative == "api besar, dua korban"
    second.driver.press("Ctrl+S")
    second.until(lambda: second.detail(case.id).calls[0].private.narrative == "api kecil")


def test_a_call_that_is_over_does_not_come_back(
    driver: Driver, desk: OpenDesk, tmp_path: Path, open_again: Again
) -> None:
    first = Intake(driver, desk, tmp_path)
    work = first.answer("iseng")
    draft = work.call.draft()
    first.driver.press("F6")
    first.until(lambda: not first.works)
    first.drafts.save(draft)
    first.die()
    second = open_again()
    driver.settle(0.3)
    assert second.works == []
    assert _drafts(tmp_path) == []


def test_another_operators_draft_waits_for_him(
    driver: Driver, desk: OpenDesk, tmp_path: Path, open_again: Again
) -> None:
    first = Intake(driver, desk, tmp_path)
    first.answer("api")
    first.die()
    second = open_again("wayan")
    driver.settle(0.3)
    assert second.works == []
    second.die()
    third = open_again("made")
    third.until(lambda: third.works)
    assert third.text("narrative") == "api"


_CHILD = """
import sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from tests.ui.driver import Driver, open_desk
from tests.ui.intake.scene import Intake
app = QApplication([])
driver = Driver()
intake = Intake(driver, open_desk(driver, Path(sys.argv[1])), Path(sys.argv[2]))
intake.answer("rumah terbakar, a")
intake.driver.type("da nenek")
print("typed", flush=True)
driver.settle(60)
"""


def test_a_killed_desk_loses_no_key_older_than_a_second(
    driver: Driver, centre_file: Path, tmp_path: Path, open_again: Again
) -> None:
    command = [sys.executable, "-c", _CHILD, str(centre_file), str(tmp_path)]
    root = Path(__file__).parents[3]
    child = subprocess.Popen(
        command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env={**os.environ}
    )
    assert child.stdout is not None
    assert child.stdout.readline() == b"typed\n"
    time.sleep(0.9)
    child.send_signal(signal.SIGKILL)
    child.wait(10)
    child.stdout.close()
    second = open_again()
    second.until(lambda: second.works)
    assert second.text("narrative") == "rumah terbakar, ada nenek"
    second.until_read("Brought back")
