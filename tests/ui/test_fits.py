"""No word of the desk is cut: in both languages and themes, at the sizes for which it is made."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMainWindow

from desktop.domain.board import Case, Reference
from desktop.domain.phase import Phase
from desktop.domain.units import UnitStatus
from desktop.operations.calls import take_call
from desktop.operations.desk import Done, Outcome
from desktop.operations.incidents import open_incident, take_incident
from desktop.operations.packs import available_packs, pack_folder, read_pack
from desktop.operations.reading import read_one_call
from desktop.operations.units import assign_units, set_status
from desktop.runtime import i18n
from desktop.runtime.drafts import DraftStore
from desktop.runtime.settings import Language
from tests.ui.cutting import cut_categories, cut_words
from tests.ui.driver import Driver, OpenDesk
from ui.desk_view import DeskView
from ui.incidents.columns import Column
from ui.theme import NIGHT
from ui.words import category_name, word


@dataclass(frozen=True, slots=True)
class Size:
    """A screen and the text size that it must hold."""

    width: int
    height: int
    percent: int


SIZES = (Size(1366, 768, 100), Size(1920, 1080, 150))
AGES = (timedelta(seconds=40), timedelta(minutes=9), timedelta(hours=2, minutes=14), timedelta(days=1))
"""One of each form."""
NUMBER = "0812-3400-0000"
LEAST_PLACE = {100: 150, 150: 110}
"""Pixels of the design, by text size, in which two small lines hold an ordinary street and kelurahan."""


@pytest.fixture(params=Language)
def spoken(request: pytest.FixtureRequest) -> Iterator[Language]:
    """The screen speaks one language, and English afterwards."""
    app = QApplication.instance()
    assert app is not None
    i18n.install(app, request.param)
    yield request.param
    i18n.install(app, Language.ENGLISH)


@pytest.fixture
def view(driver: Driver, desk: OpenDesk, spoken: Language, tmp_path: Path) -> Iterator[DeskView]:
    """A desk on the first of these screens."""
    desk.session.look.percent = SIZES[0].percent
    desk.session.look.apply(driver.app)
    window = QMainWindow()
    drafts = DraftStore(tmp_path / "drafts", tmp_path / "spare")
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    made = DeskView(window, desk.session, drafts, state)
    window.setCentralWidget(made)
    driver.show(window, SIZES[0].width, SIZES[0].height)
    yield made
    made.end()
    drafts.close()
    window.hide()


def _stand_on(driver: Driver, view: DeskView, size: Size) -> None:
    """Bring the desk to another screen, by night."""
    look = view.session.look
    look.theme, look.percent = NIGHT, size.percent
    view.window().resize(size.width, size.height)
    view.resize_text(0)
    driver.settle()
    assert look.percent == size.percent


def test_no_word_is_cut_on_a_busy_desk(driver: Driver, view: DeskView, desk: OpenDesk) -> None:
    small, large = SIZES
    cut = {f"{small} at rest": cut_words(view)}
    _stand_on(driver, view, large)
    cut[f"{large} at rest"] = cut_words(view)
    for at, age in enumerate(AGES):
        _incident(driver, desk, age, at)
    driver.settle(0.1)
    _two_calls(driver, view)
    for size in (large, small):
        if size is small:
            _stand_on(driver, view, size)
        cut |= {f"{size} {state}": words for state, words in _cut_while_working(driver, view).items()}
    too_narrow = {state: words for state, words in cut.items() if words}
    assert not too_narrow, too_narrow


def _cut_while_working(driver: Driver, view: DeskView) -> dict[str, list[str]]:
    """What is cut, by what is done at a desk with two calls."""
    cut = {"two calls": cut_words(view)}
    driver.press("Ctrl+L")
    driver.press("Home")
    for keys in ("Ctrl+D", "Ctrl+W", "Ctrl+R", "Ctrl+Shift+R", "Ctrl+M", "Ctrl+Shift+U", "Ctrl+F", "F1"):
        driver.press(keys)
        driver.settle(0.1)
        cut[keys] = cut_words(view)
        driver.press("Escape")
        driver.settle(0.02)
    for keys, typed in (("Ctrl+U", "dam1"), ("Alt+U", "dam1 a2"), ("Ctrl+Y", "")):
        driver.press(keys)
        driver.type(typed)
        driver.settle(0.05)
        cut[keys] = cut_words(view)
        driver.press("Escape")
    driver.press("Ctrl+Shift+D")
    driver.settle(0.1)
    assert view.session.look.theme is not NIGHT
    cut["by day"] = cut_words(view)
    return cut


def test_no_category_of_a_city_is_cut_in_the_list(driver: Driver, view: DeskView) -> None:
    """With the longest phase and the longest name of a holder beside it."""
    maker = view.list._maker
    maker.phases.update({phase: word(phase) for phase in Phase})
    maker.holders["long"] = "Bimantara W."
    packs = [read_pack(pack_folder(city)) for city in available_packs()]
    for size in SIZES:
        if size is not SIZES[0]:
            _stand_on(driver, view, size)
        for pack in packs:
            view.list.table.use(Reference(categories={one.id: one for one in pack.categories}))
            names = [category_name(None), *map(category_name, pack.categories)]
            assert cut_categories(view, names) == [], (size, pack)
            place = view.list.table.columnWidth(Column.PLACE)
            least = LEAST_PLACE[size.percent] * size.percent // 100
            assert place >= least, f"categories took the place's room: {size}"


def _incident(driver: Driver, desk: OpenDesk, age: timedelta, at: int) -> None:
    """An incident of that age; each gets further along than the one before."""
    session = desk.session
    then = session.desk.claiming(session.clock.now() - age)
    call = driver.run(take_call(then))
    assert isinstance(call, Done)
    entry = driver.run(read_one_call(then, call.row))
    assert entry is not None
    values = {
        "category": ("fire_building", "traffic_accident", "sick", "animal")[at],
        "priority": f"P{at + 1}",
        "address": "Jl. Tukad Badung XXI No. 12 Gg. Mawar 5",
        "landmark": "sebelah Warung Bu Ketut",
        "narrative": "api sudah ke atap, ada nenek di dalam",
    }
    opened = driver.run(open_incident(then, entry, values))
    assert isinstance(opened, Done)
    case = _case(driver, desk, opened.row)
    _done(driver, desk, driver.run(take_incident(session.desk, case.incident)))
    _send(driver, desk, opened.row, at)


def _send(driver: Driver, desk: OpenDesk, incident: str, at: int) -> None:
    board, by = desk.session.board, desk.session.desk
    sent = [unit for unit in board.units.values() if unit.status is UnitStatus.AVAILABLE][:at]
    if not sent:
        return
    _done(driver, desk, driver.run(assign_units(by, _case(driver, desk, incident).incident, sent)))
    for status in (UnitStatus.UNDER_WAY, UnitStatus.ON_SCENE, UnitStatus.TRANSPORTING)[:at]:
        unit = board.units[sent[0].id]
        _done(driver, desk, driver.run(set_status(by, unit, status, board.running_assignment(unit.id))))


def _case(driver: Driver, desk: OpenDesk, incident: str) -> Case:
    driver.until(lambda: incident in desk.session.board.cases)
    return desk.session.board.cases[incident]


def _done(driver: Driver, desk: OpenDesk, outcome: Outcome) -> None:
    assert isinstance(outcome, Done), outcome
    driver.until(lambda: desk.session.board.sequence >= outcome.result.sequence)


def _two_calls(driver: Driver, view: DeskView) -> None:
    """One of a blocked number on hold, one being written with what is wrong with it."""
    driver.press("F2")
    view.intake.form.go_to("number")
    driver.type(NUMBER)
    driver.press("Ctrl+B")
    driver.until(view.intake.strip.isVisible)
    driver.press("F2")
    driver.type("asap tebal")
    view.intake.form.go_to("number")
    driver.type(NUMBER)
    driver.press("Tab")
    driver.type("Bu Luh")
    view.intake.form.go_to("rt_rw")
    driver.type("?")
    driver.press("Ctrl+Return")
    driver.until(lambda: view.selected() is not None)
    driver.until(lambda: view.pane.detail is not None)
    driver.settle(0.2)
