"""Entering reports from paper by keys alone."""

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from sqlalchemy import Connection, func, select

from desktop.domain.acts import Refusal, Source
from desktop.domain.board import CaseDetail
from desktop.domain.calls import CallType
from desktop.domain.drafts import Words
from desktop.operations.paper import PaperEntry
from desktop.operations.reading import read_case
from desktop.runtime.paper_form import write_paper_form
from desktop.store.tables import TABLES, act
from tests.ui.driver import Driver, OpenDesk
from ui.paper.page import PaperPage
from ui.paper.row import ROWS


@pytest.fixture
def page(driver: Driver, desk: OpenDesk) -> Iterator[PaperPage]:
    """The page over an empty desk."""
    over = QWidget()
    made = PaperPage(desk.session, over)
    driver.show(over, 1366, 768)
    made.toggle()
    driver.settle()
    yield made
    over.hide()
    over.deleteLater()


def type_row(driver: Driver, page: PaperPage, **texts: str) -> None:
    """Type a row from its first field on, Enter after each; the last Enter enters it."""
    for cells in ROWS:
        for name, _ in cells:
            driver.type(texts.get(name, ""))
            QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return)


def test_a_report_is_entered_with_its_real_times(driver: Driver, desk: OpenDesk, page: PaperPage) -> None:
    seen: set[str] = set()
    desk.session.board_changed.connect(lambda change: seen.update(change.cases))
    type_row(
        driver,
        page,
        took_at="-3h",
        narrative="kebakaran dapur",
        category="building f",
        address="Gg. Mawar 5",
        area="sumerta kelod",
        units="dam1 a1",
        sent_at="-2h50",
        done_at="-1h",
        outcome="handled",
    )
    driver.until(lambda: page.done.count() == 1 and seen, page.problem.text())
    assert "Building fire · Gg. Mawar 5 · kebakaran dapur" in page.done.item(0).text()
    (incident,) = seen
    detail = driver.run(read_case(desk.session.desk, incident))
    assert isinstance(detail, CaseDetail)
    now = desk.session.clock.now()
    assert {one.source for one in detail.timeline} == {Source.PAPER.value}
    assert all(now - one.recorded_at < timedelta(minutes=1) for one in detail.timeline)
    happened = [(one.kind, one.occurred_at or one.recorded_at) for one in detail.timeline]
    assert [(kind, round((now - at).total_seconds() / 60)) for kind, at in happened] == [
        ("incident.opened", 180),
        ("call.finished", 180),
        ("unit.assigned", 170),
        ("unit.available", 60),
        ("unit.available", 60),
        ("incident.closed", 60),
    ]
    assert page.fields.texts()["narrative"] == ""
    assert page.window().focusWidget() is page.fields.first


def test_what_is_wrong_is_told_and_stays_until_it_is_right(
    driver: Driver, desk: OpenDesk, page: PaperPage
) -> None:
    type_row(driver, page, took_at="25:00", narrative="anak-anak tertawa", call_type="prank")
    assert "Time of the call: write a time" in page.problem.text()
    assert page.window().focusWidget() is page.fields.first
    assert desk.session.unsaved.texts("paper", "row")["narrative"] == "anak-anak tertawa"
    driver.press("Ctrl+A")
    driver.type("-20m")
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.until(lambda: page.done.count() == 1, page.problem.text())
    assert page.done.item(0).text().endswith("Prank · anak-anak tertawa")
    assert not desk.session.unsaved.texts("paper", "row")
    driver.press("Esc")
    assert not page.isVisible()


def test_another_report_is_not_taken_for_one_half_entered(
    driver: Driver, desk: OpenDesk, page: PaperPage
) -> None:
    opened: set[str] = set()
    desk.session.board_changed.connect(lambda change: opened.update(change.cases))
    half = {"took_at": "-3h", "narrative": "banjir", "done_at": "-2h", "outcome": "handled"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.close_incident", _refused)
        type_row(driver, page, **half)
        driver.until(lambda: "is open already. Not done:" in page.problem.text(), page.problem.text())
    page.fields.show_texts({})
    page.fields.first.setFocus()
    type_row(driver, page, took_at="-1h", narrative="pohon tumbang")
    driver.until(lambda: page.done.count() == 1 and len(opened) == 2, page.problem.text())
    assert page.done.item(0).text().endswith("pohon tumbang")


def test_a_report_half_entered_is_gone_on_with_whatever_the_clock_says(
    driver: Driver, desk: OpenDesk, page: PaperPage
) -> None:
    half = {"took_at": "-3h", "narrative": "banjir", "done_at": "-2h", "outcome": "handled"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.close_incident", _refused)
        type_row(driver, page, **half)
        driver.until(lambda: "is open already. Not done:" in page.problem.text(), page.problem.text())
    _enter_again(driver, page)
    assert (_count(desk, "call.taken"), _count(desk, "incident.closed")) == (1, 1)


def test_a_report_corrected_before_its_incident_was_opened_is_no_other_call(
    driver: Driver, desk: OpenDesk, page: PaperPage
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.open_incident", _refused)
        type_row(driver, page, took_at="-3h", narrative="banjr")
        driver.until(page.problem.text, "told why")
    page.fields.show_texts({**page.fields.texts(), "narrative": "banjir"})
    _enter_again(driver, page)
    assert page.done.item(0).text().endswith("banjir")
    assert (_count(desk, "call.taken"), _count(desk, "incident.opened")) == (1, 1)


def test_a_report_half_entered_when_the_desk_was_killed_is_not_entered_twice(
    driver: Driver, desk: OpenDesk, page: PaperPage
) -> None:
    half = {"took_at": "-3h", "narrative": "banjir", "units": "dam1", "done_at": "-2h", "outcome": "handled"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.set_status", _refused)
        type_row(driver, page, **half)
        driver.until(lambda: "is open already. Not done:" in page.problem.text(), page.problem.text())
    again = _started_anew(desk, page)
    _enter_again(driver, again)
    for kind in ("call.taken", "incident.opened", "unit.assigned", "incident.closed"):
        assert _count(desk, kind) == 1, kind
    assert not desk.session.unsaved.texts("paper", "row")


def test_the_call_of_a_report_that_another_took_the_place_of_does_not_run_on(
    driver: Driver, desk: OpenDesk, page: PaperPage
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.open_incident", _refused)
        type_row(driver, page, took_at="-3h", narrative="banjir")
        driver.until(page.problem.text, "told why")
    driver.until(lambda: desk.session.board.calls, "its call runs")
    page.fields.show_texts({**page.fields.texts(), "took_at": "-2h"})
    _enter_again(driver, page)
    assert (_count(desk, "call.taken"), _count(desk, "incident.opened")) == (2, 1)
    driver.until(lambda: not desk.session.board.calls, "no call runs")
    assert _ended(desk) == [CallType.MISTAKE]  # the day's counts would not tell: it may be of yesterday


def test_the_same_when_the_desk_was_killed_between(driver: Driver, desk: OpenDesk, page: PaperPage) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.open_incident", _refused)
        type_row(driver, page, took_at="-3h", narrative="banjir")
        driver.until(page.problem.text, "told why")
    again = _started_anew(desk, page)
    again.fields.show_texts({**again.fields.texts(), "took_at": "-2h"})
    _enter_again(driver, again)
    assert (_count(desk, "call.taken"), _count(desk, "incident.opened")) == (2, 1)
    driver.until(lambda: not desk.session.board.calls, "no call runs")


@pytest.mark.parametrize("killed", [False, True])
def test_what_comes_too_late_once_units_were_sent_is_told(
    driver: Driver, desk: OpenDesk, page: PaperPage, killed: bool
) -> None:
    half = {"took_at": "-3h", "narrative": "banjir", "units": "dam1", "done_at": "-2h", "outcome": "handled"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("desktop.operations.paper.set_status", _refused)
        type_row(driver, page, **half)
        driver.until(lambda: "is open already. Not done:" in page.problem.text(), page.problem.text())
    again = _started_anew(desk, page) if killed else page
    before = again.fields.texts()
    again.fields.show_texts({**before, "units": "dam1 a1", "sent_at": "-2h30"})
    again.fields.first.setFocus()
    QTest.keyClick(again.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.until(lambda: "sent already" in again.problem.text(), again.problem.text())
    assert "sent already as “dam1”" in again.problem.text()
    assert len(again.problem.text().splitlines()) == 2
    again.fields.show_texts(before)
    _enter_again(driver, again)
    assert (_count(desk, "unit.assigned"), _count(desk, "incident.closed")) == (1, 1)


def test_a_row_that_came_back_before_the_page_was_made_stands_in_it(desk: OpenDesk, page: PaperPage) -> None:
    texts = {"took_at": "-3h", "narrative": "banjir"}
    desk.session.unsaved.bring_back(
        Words(about="paper", purpose="row", operator="made", saved_at=datetime.now(UTC), texts=texts)
    )
    over = page.parentWidget()
    assert over is not None
    made_later = PaperPage(desk.session, over).fields.texts()
    assert (made_later["took_at"], made_later["narrative"]) == ("-3h", "banjir")


def test_what_is_typed_while_a_row_is_being_written_is_of_the_next(driver: Driver, page: PaperPage) -> None:
    go_on = asyncio.Event()
    write = PaperEntry.write

    async def slow(entry: PaperEntry) -> Refusal | None:
        await go_on.wait()
        return await write(entry)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(PaperEntry, "write", slow)
        type_row(driver, page, took_at="-20m", narrative="anak-anak tertawa", call_type="prank")
        driver.type("-1h")
        assert page.fields.texts()["took_at"] == "-20m"
        go_on.set()
        driver.until(lambda: page.done.count() == 1, page.problem.text())
    driver.type("30")
    assert page.fields.texts()["took_at"] == "-1h30"


def _started_anew(desk: OpenDesk, page: PaperPage) -> PaperPage:
    """The page of a desk that was killed over a report and is there again, with what was kept on the disk."""
    unsaved = desk.session.unsaved
    kept = dict(unsaved.texts("paper", "row"))
    over = page.parentWidget()
    assert over is not None
    again = PaperPage(desk.session, over)
    unsaved.forget("paper", "row")
    unsaved.bring_back(
        Words(about="paper", purpose="row", operator="made", saved_at=datetime.now(UTC), texts=kept)
    )
    page.leave()
    again.toggle()
    return again


def _count(desk: OpenDesk, kind: str) -> int:
    """How many acts of a kind the journal has."""

    def query(connection: Connection) -> int:
        return connection.execute(select(func.count()).where(act.c.kind == kind)).scalar_one()

    return desk.driver.run(desk.services.store.read(query))


def _ended(desk: OpenDesk) -> list[CallType]:
    """As what calls ended that are no incident."""
    calls = TABLES["call"].c

    def query(connection: Connection) -> list[CallType]:
        ended = select(calls.call_type).where(calls.ended_at.is_not(None), calls.incident.is_(None))
        return [CallType(one) for one in connection.execute(ended).scalars()]

    return desk.driver.run(desk.services.store.read(query))


def _enter_again(driver: Driver, page: PaperPage) -> None:
    page.fields.first.setFocus()
    QTest.keyClick(page.window().focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    driver.until(lambda: page.done.count() == 1, page.problem.text())


async def _refused(*_given: object) -> Refusal:
    return Refusal("changed")


@pytest.mark.usefixtures("driver")
def test_the_printed_form_is_one_page(tmp_path: Path) -> None:
    file = tmp_path / "form.pdf"
    write_paper_form(file, "Denpasar")
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert content.count(b"/Type /Page\n") == 1
    with pytest.raises(OSError, match="No such file"):
        write_paper_form(tmp_path / "nowhere" / "form.pdf", "Denpasar")
