"""The card beside the form: it comes with the category, answers by key, and makes way for the incident."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget

from desktop.domain.cards import ApprovalState
from desktop.operations.card_approval import approve_card
from desktop.operations.cards import Cards
from desktop.operations.reading import read_case
from desktop.operations.visitors import ESSENTIALS, read_visitors
from desktop.runtime.drafts import DraftStore
from tests.ui.driver import Driver, OpenDesk
from ui.cards.rhythm import A_MINUTE, Rhythm, next_beat
from ui.desk_view import DeskView
from ui.incidents.sound import Speaker


@pytest.fixture
def view(driver: Driver, desk: OpenDesk, cards: Cards, tmp_path: Path) -> Iterator[DeskView]:
    """Made's desk with the cards read and a call taken."""
    window = QMainWindow()
    drafts = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    desk.session.cards = cards
    made = DeskView(window, desk.session, drafts, state)
    window.setCentralWidget(made)
    driver.show(window, 1366, 768)
    driver.press("F2")
    driver.settle()
    yield made
    made.end()
    drafts.close()
    window.hide()
    driver.settle()


def _choose(driver: Driver, category: str) -> None:
    driver.press("Tab")
    driver.type(category)
    driver.press("Return")
    driver.settle()


def _shown(view: DeskView) -> bool:
    return view.cards.place.currentWidget() is view.cards.panel


def test_a_card_from_its_first_answer_to_the_incident(driver: Driver, view: DeskView, desk: OpenDesk) -> None:
    panel = view.cards.panel
    assert not _shown(view)
    driver.type("genangan")
    _choose(driver, "flood")
    assert _shown(view)
    assert panel.question.text() == "Is anybody trapped or threatened by the water?  1/4"
    driver.press("Alt+Q")
    assert panel.urgency.text() == "Priority P1 (from P2): people trapped: yes, evacuation: needed"
    assert view.intake.form.fields["priority"].property("text") == "P1"
    driver.press("Alt+W")
    assert panel.question.text().startswith("Is it rising")
    assert "Alt+← back" in panel.back.text()
    driver.press("Alt+Left")
    assert panel.answers[1].text() == "Alt+W  Knee ✓"
    driver.press("Alt+R")
    assert panel.question.text().startswith("Is it rising")
    assert "deep water" in panel.danger.text()
    told = [line.text() for line in panel.told if line.text()]
    assert told[0].startswith("• Switch off the circuit breaker")
    assert panel.sources.text().startswith("[1] PLN (ANTARA) (2021)")
    assert view.intake.form.texts()["narrative"] == "genangan"
    driver.press("Ctrl+Return")
    driver.until(lambda: view.pane.detail is not None, "the incident in the pane")
    incident = next(iter(desk.session.board.cases.values())).incident
    assert incident.priority == "P1"
    assert incident.facts is not None
    assert incident.facts["water"] == "chest"
    assert incident.facts["urgency"]["because"] == ["trapped", "evacuation", "water"]
    assert "DANGER to the crew: deep water" in view.pane.facts.text
    driver.press("Alt+T")  # no fifth answer: nothing happens
    driver.press("Alt+E")
    driver.until(lambda: _board_facts(desk).get("rising") == "still", "the later answer, as an act")
    driver.press("Ctrl+N")
    driver.settle()
    assert not _shown(view)
    assert view.pane.note.field.hasFocus()


def test_answers_of_a_caller_who_joins_become_the_incidents_with_a_note_of_who_gave_them(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    driver.type("genangan")
    _choose(driver, "flood")
    driver.press("Alt+W")
    driver.press("Ctrl+Return")
    driver.until(lambda: view.pane.detail is not None, "the incident in the pane")
    driver.until(lambda: "evacuation" in _board_facts(desk) or "trapped" in _board_facts(desk), "its answer")
    driver.press("F2")
    driver.settle()
    driver.type("air naik")
    view.intake.form.go_to("name")
    driver.type("Wayan")
    view.intake.form.go_to("category")
    driver.type("flood")
    driver.press("Return")
    for key in ("Alt+Q", "Alt+R", "Alt+Q"):  # otherwise than the first said; then what he was not asked
        driver.press(key)
    driver.press("Ctrl+J")
    driver.until(lambda: _board_facts(desk).get("water") == "chest", "his answer among the facts")
    assert _board_facts(desk)["answers"] == {
        "flood.people": "weak",
        "flood.depth": "chest",
        "flood.rising": "fast",
    }
    assert view.pane.detail is not None
    detail = driver.run(read_case(desk.session.desk, view.pane.detail.case.id))
    assert detail is not None
    assert [one.note for one in detail.timeline if one.note] == ["Said by Wayan, who joined"]


def _board_facts(desk: OpenDesk) -> dict[str, object]:
    return dict(next(iter(desk.session.board.cases.values())).incident.facts or {})


def test_a_card_where_compressions_may_be_needed_names_the_key_of_the_rhythm(
    driver: Driver, view: DeskView
) -> None:
    _choose(driver, "unconscious")
    assert view.cards.panel.back.text() == "Alt+← back · Alt+→ skip · Ctrl+O rhythm"
    driver.press("Shift+Tab")
    _choose(driver, "flood")
    assert "rhythm" not in view.cards.panel.back.text()


def test_answers_stay_with_their_call(driver: Driver, view: DeskView) -> None:
    _choose(driver, "fire")
    driver.press("Alt+Q")
    first = view.intake.calls.current
    assert first is not None
    driver.press("F2")
    driver.settle()
    assert not _shown(view)
    driver.press("F3")
    driver.settle()
    assert view.cards.panel.question.text().startswith("What is burning?")
    assert first.call.draft().texts["answers"] == "fire.inside=yes"


def test_another_category_brings_its_card_from_the_first_question(driver: Driver, view: DeskView) -> None:
    _choose(driver, "fire")
    driver.press("Alt+Q")
    driver.press("Shift+Tab")
    _choose(driver, "flood")
    assert view.cards.panel.question.text() == "Is anybody trapped or threatened by the water?  1/4"


def test_a_supervisor_approves_a_version_and_the_card_says_so(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    _choose(driver, "fire")
    assert view.cards.panel.hint.text() == "proposed, to be approved by the city's medical officer"
    driver.press("Ctrl+Shift+I")
    page = view.pages.cards
    fire = next(at for at in range(page.list.count()) if page.list.item(at).text().startswith("Fire —"))
    page.list.setCurrentRow(fire)
    assert (
        "https://www.cityofsanmateo.org/112/Follow-These-Steps (read 2026-11-29)" in page.text.toPlainText()
    )
    for note, state in (
        ("dr. Sari, 29-11-2026", "✓ approved ("),
        ("diubah", "proposed"),
        ("lagi", "✓ approved ("),
    ):
        driver.press("Return")
        driver.type(note)
        driver.press("Return")
        driver.until(partial(_state_is, view, fire, state), state)
        driver.until(lambda: not page.prompt.asking, "the question answered")
    driver.press("Escape")
    assert not page.isVisible()
    assert view.cards.panel.hint.text().startswith("approved (")


def test_what_was_asked_is_written_also_when_another_decided_meanwhile(
    driver: Driver, view: DeskView, desk: OpenDesk
) -> None:
    page, session = view.pages.cards, desk.session
    driver.press("Ctrl+Shift+I")
    card = session.cards.all[0]
    driver.press("Return")
    driver.type("dr. Sari")
    driver.run(approve_card(session.desk, card, None, "dr. Wayan"))
    driver.until(lambda: "approved" in page.list.item(0).text(), "the other's approval")
    driver.press("Return")
    driver.until(lambda: "already" in _read(page.prompt), _read(page.prompt))
    assert session.reference.approvals[card.approval_id].state is ApprovalState.APPROVED


def _read(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel))


def _state_is(view: DeskView, row: int, state: str) -> bool:
    return state in view.pages.cards.list.item(row).text()


def test_rhythm_and_languages(driver: Driver, view: DeskView) -> None:
    driver.press("Ctrl+O")
    driver.settle()
    assert view.cards.rhythm.running
    assert view.rhythm_strip.isVisible()
    assert view.rhythm_strip.text.text().startswith("PRESS — 110 a minute")
    driver.press("Ctrl+O")
    assert not view.rhythm_strip.isVisible()
    assert [next_beat(one) for one in (1, 2, A_MINUTE)] == [545, 1091, 60_000]
    shown = []
    for _ in read_visitors():
        driver.press("Ctrl+I")
        shown.append(view.cards.panel.phrases[0][0].text())
    assert shown == [one.phrases[0].text for one in read_visitors()]
    driver.press("Ctrl+I")
    assert not _shown(view)


def test_a_visitors_language_is_his_calls_alone(driver: Driver, view: DeskView) -> None:
    driver.press("Ctrl+I")
    driver.press("Ctrl+I")
    assert view.cards.panel.phrases[0][0].text() == read_visitors()[1].phrases[0].text
    driver.press("F2")
    driver.settle()
    assert not _shown(view), "the next caller is spoken with as any other"
    driver.press("F3")
    driver.settle()
    assert view.cards.panel.phrases[0][0].text() == read_visitors()[1].phrases[0].text


class _Clock:
    def __init__(self) -> None:
        self.now = 0

    def start(self) -> None:
        self.now = 0

    def elapsed(self) -> int:
        return self.now


@pytest.mark.usefixtures("driver")
def test_beats_missed_while_the_desk_was_busy_do_not_come_all_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rhythm, clock, heard = Rhythm(speaker=Speaker()), _Clock(), list[int]()
    monkeypatch.setattr(rhythm, "_clock", clock)
    rhythm.beat.connect(heard.append)
    rhythm.toggle()
    clock.now = 2_000
    rhythm._timer.timeout.emit()
    assert 0 < rhythm._timer.remainingTime() <= next_beat(4) - clock.now
    clock.now = next_beat(4)
    rhythm._timer.timeout.emit()
    assert heard == [1, 2, 5]
    rhythm.stop()


def test_the_languages() -> None:
    found = read_visitors()
    assert [one.code for one in found] == ["en", "zh", "ja", "ru", "ko", "id"]
    assert all(
        len(one.phrases) == len(ESSENTIALS) and all(each.text for each in one.phrases) for one in found
    )
    assert all(each.say for one in found[1:5] for each in one.phrases)
