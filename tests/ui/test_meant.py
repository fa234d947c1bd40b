"""What is entered between the key that opens an incident and the answer of the database."""

import asyncio
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.domain.acts import Act, Refusal, Result
from desktop.domain.board import Case
from desktop.live.board import BoardChange
from desktop.operations.desk import Author, Done
from desktop.operations.incidents import merge_incident
from desktop.operations.reading import read_case
from desktop.runtime.ids import new_id
from tests.ui.driver import Driver, OpenDesk
from tests.ui.units.scene import Scene
from ui.desk_view import DeskView


class Slow:
    """A desk at which 001 is selected and another fire is being opened: its answer waits for `answer`."""

    def __init__(
        self, driver: Driver, view: DeskView, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        self.driver, self.view, self.scene = driver, view, Scene(driver, desk)
        self.said: list[str] = []
        self._store, self._gate = desk.services.store, asyncio.Event()
        self._submit, self._refuses = self._store.submit, False
        desk.session.said.connect(lambda text, _level: self.said.append(text))
        monkeypatch.setattr(self._store, "submit", self._slowly)
        self.before = self._opened_before("pohon", 6)
        self.other = self._opened_before("banjir", 5)
        view.list.select(self.before.id)

    def _opened_before(self, narrative: str, minutes: float) -> Case:
        self._gate.set()
        case = self.scene.open(minutes, category="fire_building", narrative=narrative)
        self._gate.clear()
        return case

    async def _slowly(self, act: Act, author: Author) -> Result | Refusal:
        if act.kind == "incident.opened":
            await self._gate.wait()
            if self._refuses:
                return Refusal("changed")
        return await self._submit(act, author)

    def open(self, area: str = "51.71.01.1004") -> None:
        """Take a call about a fire, and open it."""
        self._gate.clear()
        self.driver.press("F2")
        self.driver.type("api di atap")
        work = self.view.intake.calls.current
        assert work is not None
        texts = {"category": "fire_building", "area": area}
        for field in texts:
            work.type(field, {**work.call.texts, **texts})
        self.driver.until(lambda: not work.chain.busy, "the call is taken")
        self.driver.press("Ctrl+Return")
        self.driver.settle()

    def keys(self, *keys: str) -> None:
        """Press keys, type texts."""
        for one in keys:
            is_key = one in ("Return", "Escape", "Up", "Down") or one[:3] in ("Alt", "Ctr") or one == "F5"
            (self.driver.press if is_key else self.driver.type)(one)

    def answer(self, *, refused: bool = False) -> None:
        """Let the database answer."""
        self._refuses = refused
        self._gate.set()

    @property
    def new(self) -> Case:
        """The incident that was opened."""
        cases = self.view.session.board.cases.values()
        return next(one for one in cases if one.id not in (self.before.id, self.other.id))

    def notes(self, case: Case) -> list[str]:
        """The notes at an incident."""
        detail = self.driver.run(read_case(self.view.session.desk, case.id))
        return [] if detail is None else [one.note for one in detail.timeline if one.note]

    def sent(self, case: Case) -> set[str]:
        """The units at an incident now."""
        return {one.unit for one in self.scene.case(case.id).running}

    def until_sent(self, call_sign: str) -> Case:
        """Wait until a unit is sent; the incident to which it is."""
        board, unit = self.view.session.board, self.scene.unit(call_sign).id
        self.driver.until(lambda: board.running_assignment(unit) is not None, call_sign)
        return self.scene.case(self.scene.running(call_sign).incident or "")


@pytest.fixture
def slow(driver: Driver, view: DeskView, desk: OpenDesk, monkeypatch: pytest.MonkeyPatch) -> Iterator[Slow]:
    """It."""
    made = Slow(driver, view, desk, monkeypatch)
    yield made
    made.answer()


def test_what_is_entered_before_the_answer_goes_to_the_incident_that_was_being_opened(slow: Slow) -> None:
    slow.open()
    line, bar = slow.view.units.assign_line, slow.view.pages.orders.bar
    slow.keys("Alt+U", "dam1", "Return")
    assert "Waits for the incident that is being opened" in slow.view.units.notes.note.preview
    assert slow.view.intake.status.text() == "Being opened as an incident …"
    assert line.text() == "dam1"
    slow.keys("Ctrl+R", "pln", "Return")
    assert slow.view.prompt.asking
    slow.view.window().resize(1366, 640)  # the question has little room: what is typed in stays nevertheless
    slow.keys("Ctrl+N", "dog ")
    slow.view.window().resize(1366, 600)
    slow.driver.settle()
    slow.keys("in the yard", "Return")
    slow.keys("Ctrl+K", "note ; key at the neighbour", "Return")
    assert bar.preview.text().startswith("Waits for the incident that is being opened"), bar.preview.text()
    slow.driver.settle()
    assert slow.sent(slow.before) == set()
    assert slow.scene.case(slow.before.id).referrals == ()
    slow.answer()
    assert slow.until_sent("Damkar 1").id == slow.new.id
    slow.driver.until(lambda: slow.new.referrals, "told")
    assert [one.agency for one in slow.new.referrals] == ["PLN"]
    slow.driver.until(lambda: not (line.text() or bar.line.text() or slow.view.prompt.asking))
    assert any("key at the neighbour" in one for one in slow.said), slow.said
    slow.driver.until(lambda: not slow.view.pane.note.field.text())
    assert "dog in the yard" in slow.notes(slow.new)
    assert slow.notes(slow.before) == []
    assert slow.scene.case(slow.before.id).referrals == ()
    assert slow.sent(slow.before) == set()


def test_the_key_that_sends_whom_is_recommended_waits_for_the_incident_that_is_being_opened(
    slow: Slow,
) -> None:
    slow.driver.until(lambda: slow.view.units._recommending.found is not None)
    slow.open()
    slow.keys("Ctrl+F5")
    assert slow.said[-1] == "The incident is still being opened."
    slow.keys("F5")
    assert slow.said[-1] == "F5 · Waits for the incident that is being opened"
    slow.answer()
    assert slow.until_sent("Damkar 3").id == slow.new.id
    assert slow.sent(slow.before) == set()
    slow.open(area="")
    slow.keys("F5")
    slow.answer()
    slow.driver.until(lambda: slow.said[-1].startswith("Nobody is recommended here"))
    assert not slow.view.prompt.asking, "who types elsewhere by now is not asked whom to tell"


def test_what_was_entered_stays_where_it_stands_when_the_incident_was_not_opened(slow: Slow) -> None:
    slow.open()
    line, bar = slow.view.units.assign_line, slow.view.pages.orders.bar
    slow.keys("Ctrl+R", "pln", "Return", "Ctrl+K", "send dam2", "Return", "F5")
    slow.keys("Ctrl+N", "dog", "Alt+U", "dam1", "Return")
    slow.answer(refused=True)
    slow.driver.until(lambda: slow.view.selected() is not None)
    slow.driver.settle()
    words = "Not done: its incident was not opened"
    assert (line.text(), bar.line.text()) == ("dam1", "send dam2")
    assert words in slow.view.units.notes.note.problem
    assert slow.said.count(words) == 2, "for the order, and the question that was left"
    assert f"F5 · {words}" in slow.said
    assert f"“dog”: {words}" in slow.said
    assert slow.view.pane.note.field.text() == ""
    agencies = slow.view.prompt.findChildren(QLineEdit)[0]
    assert agencies.text() == "pln"
    assert not slow.sent(slow.before)
    assert slow.scene.case(slow.before.id).referrals == ()


def test_a_question_asked_for_an_incident_to_come_names_it_once_it_came(slow: Slow) -> None:
    slow.open()
    slow.keys("Ctrl+R", "pln")

    def titles() -> list[str]:
        return [one.text() for one in slow.view.prompt.findChildren(QLabel) if one.text().startswith("Refer")]

    assert titles() == ["Refer the incident that is being opened"]
    slow.answer()
    slow.driver.until(lambda: len(slow.view.session.board.cases) == 3, "it came")
    slow.view.list.select(slow.other.id)
    assert titles() == [f"Refer {slow.view.session.number(slow.new)}"]
    slow.keys("Return")
    slow.driver.until(lambda: slow.new.referrals, "told")


def test_another_question_asked_meanwhile_keeps_its_title(slow: Slow) -> None:
    slow.open()
    slow.keys("Ctrl+R")
    slow.view.prompt.ask("Another", (), lambda _answers: None)
    slow.answer()
    slow.driver.until(lambda: len(slow.view.session.board.cases) == 3, "it came")
    titles = [one.text() for one in slow.view.prompt.findChildren(QLabel) if one.isVisible()]
    assert titles[0] == "Another"


def _asked(slow: Slow) -> str:
    """The title of the question that stands; empty without one."""
    titles = [one.text() for one in slow.view.prompt.findChildren(QLabel) if one.text()]
    return titles[0] if slow.view.prompt.asking else ""


@pytest.mark.parametrize("chosen", [False, True])
def test_closing_is_asked_of_the_incident_to_come_never_of_the_one_before(slow: Slow, chosen: bool) -> None:
    slow.open()
    slow.keys("Ctrl+W")
    slow.driver.settle(0.1)
    assert _asked(slow) == ""
    assert slow.said[-1] == "Waits for the incident that is being opened"
    if chosen:
        slow.keys("Ctrl+L", "Down", "Up")
    slow.answer()
    slow.driver.until(lambda: len(slow.view.session.board.cases) == 3, "it came")
    slow.driver.settle(0.2)
    number = slow.view.session.number(slow.new)
    assert _asked(slow).endswith(number) is not chosen
    if chosen:
        assert _asked(slow) == "", "what the operator chose meanwhile is not asked about"
        assert slow.said[-1] == "Not done: another incident was selected meanwhile"
        slow.keys("Ctrl+W")
        slow.driver.until(lambda: _asked(slow), "a question")
        assert not _asked(slow).endswith(number)


def test_correcting_and_taking_mean_the_incident_to_come_too_and_nothing_where_it_does_not_come(
    slow: Slow,
) -> None:
    slow.open()
    slow.keys("Ctrl+D")
    slow.driver.settle(0.1)
    assert not slow.view.pane.form_area.isVisible()
    slow.answer()
    slow.driver.until(slow.view.pane.form_area.isVisible, "the form")
    assert slow.view.pane.incident == slow.new.id
    new = slow.new.id
    slow.keys("Escape")
    slow.open()
    slow.keys("Ctrl+T")
    slow.driver.settle(0.1)
    cases = slow.view.session.board.cases
    assert not any(one.incident.holder for one in cases.values())
    slow.answer()
    slow.driver.until(lambda: any(one.incident.holder for one in cases.values()), "taken")
    assert not any(cases[one].incident.holder for one in (slow.before.id, slow.other.id, new))
    slow.open()
    slow.keys("Ctrl+W")
    slow.answer(refused=True)
    slow.driver.until(lambda: slow.said[-1] == "Not done: its incident was not opened", str(slow.said))
    assert _asked(slow) == ""


def test_each_key_pressed_for_the_incident_to_come_counts(slow: Slow) -> None:
    slow.open()
    slow.keys("Ctrl+T", "Ctrl+T", "Ctrl+W")
    slow.answer()
    slow.driver.until(lambda: _asked(slow), "a question")
    assert _asked(slow).endswith(slow.view.session.number(slow.new))
    slow.driver.until(lambda: slow.new.incident.holder, "taken")
    slow.driver.settle(0.2)
    assert slow.new.incident.holder, "pressed twice while it waits is once"


def test_the_place_kept_is_that_of_the_call_being_opened_never_of_the_incident_before(slow: Slow) -> None:
    slow.answer()
    known = slow.scene.open(4, address="Jl. Kartini no 4", landmark="dpn warung Bu Komang")
    slow.view.list.select(known.id)
    slow.driver.until(lambda: slow.view.pane.place_to_keep is not None, "it is shown")
    slow.open()
    slow.keys("Ctrl+L", "Ctrl+Shift+A")
    slow.driver.until(lambda: slow.said[-1] == "There is no name of a place to keep.", str(slow.said))


def test_a_row_chosen_by_hand_meanwhile_is_meant_again_and_stays_so(slow: Slow) -> None:
    slow.open()
    slow.keys("Alt+U", "dam1", "Return", "F5", "Ctrl+L", "Down")
    chosen = slow.view.selected()
    assert chosen is not None
    assert chosen.id == slow.other.id
    slow.keys("Ctrl+K", "send dam2", "Return")
    assert slow.until_sent("Damkar 2").id == slow.other.id
    slow.answer()
    assert slow.until_sent("Damkar 1").id == slow.new.id
    told = "F5: nobody was sent, another incident was selected meanwhile."
    slow.driver.until(lambda: told in slow.said, "in its turn")
    assert slow.said.count(told) == 1
    assert slow.view.selected() == slow.scene.case(slow.other.id)
    assert slow.sent(slow.new) == {"damkar-1"}


def test_an_order_that_names_its_incident_does_not_wait_and_going_to_the_list_chooses_nothing(
    slow: Slow,
) -> None:
    slow.view.list.select_none()
    slow.open()
    slow.keys("Ctrl+L")
    assert slow.view.selected() is None
    number = slow.before.incident.serial
    slow.keys("Ctrl+K", f"send dam2 to {number:03}", "Return")
    assert slow.until_sent("Damkar 2").id == slow.before.id
    slow.answer()
    slow.driver.until(lambda: slow.view.selected() is not None)
    assert slow.view.selected() == slow.new


def test_a_note_is_told_whose_incident_never_came_to_the_board(slow: Slow) -> None:
    slow.open()
    slow.keys("Ctrl+N", "dog", "Return")
    awaited = slow.view.meant.awaited
    assert awaited is not None
    slow.view.meant.came.emit(awaited, new_id())
    assert slow.said[-1] == "“dog”: That incident is no longer on the board."


def test_nothing_waits_for_ever_for_what_was_merged_while_the_desk_was_cut_off(slow: Slow) -> None:
    view, session = slow.view, slow.view.session
    slow.open()
    work = view.intake.calls.current
    assert work is not None
    slow.keys("Ctrl+K", "send dam2", "Return")
    slow.driver.run(session.services.stop_following())
    slow.answer()
    slow.driver.until(lambda: work.call.incident is not None, "it is opened")
    assert work.call.incident is not None
    opened = work.call.incident.record.id
    source = slow.driver.run(read_case(session.desk, opened))
    target = slow.driver.run(read_case(session.desk, slow.before.id))
    assert source is not None
    assert target is not None
    assert isinstance(slow.driver.run(merge_incident(session.desk, source, target.case)), Done)
    session.board._tell(BoardChange(counts=True))
    assert view.meant.known_as() == work.call.id, "a whole picture of before it was opened says nothing of it"
    slow.driver.run(session.services.follower.refresh())
    assert view.meant.known_as() != work.call.id
    slow.keys("Ctrl+K")
    bar = view.pages.orders.bar
    slow.driver.until(lambda: "no longer on the board" in bar.problem.text(), bar.problem.text())
    assert bar.line.text() == "send dam2"
    slow.keys("F3")
    assert view.meant.known_as() != work.call.id
