"""A desk whose server goes: it says so, goes on, and delivers when the server is back. Driven by keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QFontMetrics

from desktop.gazetteer.new_places import new_place
from desktop.runtime.settings import Settings
from desktop.store.kept.status import Reach
from tests.store.kept.wire import CHEAP
from tests.store.loops import apart
from tests.store.proxy import Proxy
from tests.store.server import Server, connect
from tests.ui.driver import Driver
from ui.desk_view import DeskView
from ui.incidents.columns import Column
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.place_keeping import PlaceKeeping
from ui.theme import LIST_PAD, NIGHT, Look


@pytest.fixture
def way(driver: Driver, server: Server) -> Iterator[Proxy]:
    """The way to the server, which can be cut."""
    made = Proxy(server.folder / ".s.PGSQL.5432")
    driver.run(made.listen())
    yield made
    driver.run(made.close())


class Workstation:
    """Runs of the desk at one workstation, one after the other."""

    def __init__(self, driver: Driver, url: str, folder: Path) -> None:
        self._driver = driver
        self._settings = Settings(data_dir=folder / "data", database=url)
        self._state = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
        self._runs: list[tuple[Opening, MainWindow]] = []

    def run(self) -> Opening:
        """Start the desk; it asks who is there."""
        window = MainWindow(self._state)
        made = Opening(window, self._settings, Look(NIGHT), self._state)
        self._runs.append((made, window))
        self._driver.show(window, 1366, 768)
        made.start()
        self._driver.until(lambda: made.sign_in is not None)
        return made

    def end(self) -> None:
        """Close the desk that runs, if one does."""
        for opening, window in self._runs:
            self._driver.run(opening.close())
            window.finish()
        self._runs.clear()
        self._driver.settle()

    def until_pictured(self) -> None:
        """Wait until the picture for signing in with a PIN lies on the disk."""
        folder = self._settings.places.data / "kept"
        self._driver.until(lambda: any(folder.glob("*/picture")), "the picture is on the disk", 5)


@pytest.fixture
def workstation(
    driver: Driver, way: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Workstation]:
    """A workstation whose settings name the server."""
    monkeypatch.setattr("desktop.runtime.outage_keeping.PICTURE_SECONDS", 0.2)
    monkeypatch.setattr("desktop.runtime.outage_keeping.COSTS", (CHEAP, CHEAP))
    made = Workstation(driver, f"postgresql://127.0.0.1:{way.port}/centre", tmp_path)
    yield made
    way.flow()
    made.end()


@pytest.fixture
def opening(driver: Driver, workstation: Workstation) -> Opening:
    """Made's desk at the server, signed in through the window."""
    made = workstation.run()
    _sign_in(driver, made, "rahasia")
    driver.until(lambda: made.seat is not None, "Made sits at the desk", 20)
    return made


@pytest.fixture
def view(opening: Opening) -> DeskView:
    """What Made sees."""
    assert opening.view is not None
    return opening.view


def _call(driver: Driver, view: DeskView, words: str) -> None:
    driver.press("F2", view.intake)
    driver.until(lambda: view.intake.calls.works)
    driver.type(words)
    driver.press("Ctrl+Return")


def _listed(view: DeskView) -> list[str]:
    model = view.list.table.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _number_is_whole(view: DeskView, number: str) -> bool:
    """Whether the list has the room for a number beside its priority."""
    text = QFontMetrics(view.session.look.font(bold=True)).horizontalAdvance(f"P2{number}")
    return view.list.table.columnWidth(Column.NUMBER) > text + 2 * LIST_PAD


def _numbers(view: DeskView) -> list[str]:
    return [view.session.number(case) for case in view.session.board.cases.values()]


def _at_server(server: Server, statement: str) -> object:
    async def ask() -> object:
        connection = await connect(server, "centre")
        try:
            return await connection.fetchval(statement)
        finally:
            await connection.close()

    return apart(ask())


@pytest.mark.parametrize("how", ["cut", "vanish"])
def test_cut_off_the_desk_goes_on_and_delivers_once(
    driver: Driver, view: DeskView, way: Proxy, server: Server, how: str
) -> None:
    before = _at_server(server, "select count(*) from kulkul.incident")
    assert isinstance(before, int)
    if how == "cut":
        driver.run(way.cut())
    else:
        way.stall()
    driver.until(view.outage.isVisible, "the banner")
    assert "Cut off from the server since" in view.outage.text.text()
    assert "✕ cut off since" in view.top_bar.lamp.text()
    _call(driver, view, f"kebakaran {how}")
    driver.until(lambda: any("-S" in one for one in _numbers(view)), "a provisional number")
    said = next(one for one in _numbers(view) if "-S" in one)
    driver.until(lambda: any(said in one for one in _listed(view)), "the list shows it")
    assert _number_is_whole(view, said)
    if how == "cut":
        driver.run(way.listen())
    else:
        way.flow()
    driver.until(lambda: not view.outage.isVisible(), "the banner goes")
    driver.until(lambda: not any("-S" in one for one in _numbers(view)), "an official number")
    assert _at_server(server, "select count(*) from kulkul.incident") == before + 1
    found = _at_server(server, f"select count(*) from kulkul.incident_alias where number like '%{said[3:]}'")
    assert found == 1


def test_what_no_longer_fits_waits_for_a_decision(
    driver: Driver, opening: Opening, view: DeskView, way: Proxy, server: Server
) -> None:
    _call(driver, view, "kebakaran besar")
    driver.until(lambda: view.list.selected() is not None and view.intake.calls.works)
    case = view.list.selected()
    assert case is not None
    driver.run(way.cut())
    driver.until(view.outage.isVisible, "the banner")
    driver.press("Ctrl+N", view)
    driver.until(view.pane.note.field.hasFocus)
    driver.press("Alt+U", view)
    driver.settle(0.2)
    driver.type("damkar 1")
    driver.press("Return")
    driver.until(lambda: view.session.board.running_assignment("D1") or _sent(view), "the unit is sent here")
    _at_server(
        server,
        "with gone as (update kulkul.incident set closed_at = now(), closing_act = last_act"
        f" where id = '{case.id}' returning id) select count(*) from gone",
    )
    driver.run(way.listen())
    driver.until(lambda: "wait for a decision" in view.outage.text.text(), "it waits")
    driver.until(lambda: _reach(view) is Reach.ONLINE, "the rest is delivered")
    driver.press("Ctrl+Shift+K", view)
    driver.until(lambda: view.pages.waiting_acts.isVisible() and view.pages.waiting_acts.list.count() > 0)
    first = view.pages.waiting_acts.list.item(0)
    assert "Damkar 1" in first.text()
    driver.until(lambda: "closed or merged by Made S. at" in first.text(), "who, and since when")
    while view.pages.waiting_acts.list.count():
        _put_away(driver, view, view.pages.waiting_acts.list.count() - 1)
    driver.until(lambda: not view.outage.isVisible(), "nothing waits any more")


def test_what_is_from_before_a_restore_waits_for_one_decision(
    driver: Driver, view: DeskView, way: Proxy, server: Server
) -> None:
    _call(driver, view, "kebakaran pasar")
    driver.until(lambda: view.list.selected() is not None and view.intake.calls.works)
    driver.press("Ctrl+N", view)
    driver.until(view.pane.note.field.hasFocus)
    driver.type("angin kencang")
    driver.press("Return")
    noted = "select count(*) from kulkul.act where kind = 'note.added'"
    driver.until(lambda: not view.pane.note.field.text(), "the note is confirmed")
    # On a busy machine the desk may have been cut off for a moment by itself: then it only kept the note.
    driver.until(lambda: _at_server(server, noted) == 1 and _all_is_there(view), "the server has the note")
    driver.run(way.cut())
    driver.until(view.outage.isVisible, "the banner")
    for table, column in (("act_subject", "act"), ("act_private", "act"), ("act", "id")):  # as before it
        which = "(select id from kulkul.act where kind = 'note.added')"
        _at_server(server, f"delete from kulkul.{table} where {column} in {which}")
    _at_server(server, "update kulkul.lineage set server = 'another, from which this one was restored'")
    driver.run(way.listen())
    driver.until(lambda: "decide with Ctrl+Shift+B" in view.outage.text.text(), "it is told")
    driver.until(lambda: _reach(view) is Reach.ONLINE, "the rest is delivered")
    driver.press("Ctrl+Shift+K", view)
    driver.until(lambda: view.pages.waiting_acts.isVisible() and view.pages.waiting_acts.list.count() == 1)
    assert "before it was restored to" in view.pages.waiting_acts.list.item(0).text()
    driver.press("Return", view.pages.waiting_acts.list)
    driver.until(lambda: view.prompt.asking, "one decision is asked for")
    driver.type("deliver")
    driver.press("Return")
    driver.type("cadangan kemarin")
    # Once more where the way was away for a moment; it may have been decided all the same.
    while view.prompt.asking and not _at_server(server, noted):
        driver.press("Return")
        driver.settle(0.5)
    driver.until(lambda: _at_server(server, noted) == 1, "it is delivered")
    driver.until(lambda: not view.outage.isVisible(), "nothing waits any more")


def _reach(view: DeskView) -> Reach | None:
    return None if view.session.outage is None else view.session.outage.reach


def _all_is_there(view: DeskView) -> bool:
    """Whether nothing is kept here that the server has not."""
    status = view.session.outage
    return status is not None and status.reach is Reach.ONLINE and status.kept == 0


def _put_away(driver: Driver, view: DeskView, left: int) -> None:
    waiting = view.pages.waiting_acts
    driver.press("Delete", waiting.list)
    driver.type("sudah selesai", waiting.reason)
    for _ in range(2):  # Enter once more while the first is being written
        waiting.reason.returnPressed.emit()
    driver.until(lambda: waiting.list.count() == left, "put away")


def _sent(view: DeskView) -> bool:
    return any(case.running for case in view.session.board.cases.values())


def test_what_is_kept_is_counted_and_delivered(
    driver: Driver, opening: Opening, view: DeskView, way: Proxy
) -> None:
    driver.run(way.cut())
    driver.until(view.outage.isVisible, "the banner")
    _call(driver, view, "banjir")
    driver.until(lambda: any("-S" in one for one in _numbers(view)), "kept here")
    status = view.session.outage
    assert status is not None
    assert status.kept >= 2
    driver.run(way.listen())
    driver.until(lambda: view.session.outage is not None and view.session.outage.kept == 0, "delivered")


def test_cut_off_it_is_said_why_a_place_kept_before_is_not_taken_back(
    driver: Driver, view: DeskView, way: Proxy
) -> None:
    keeping, said = PlaceKeeping(view.session), list[str]()
    view.session.said.connect(lambda text, _level: said.append(text))
    before = new_place("", "warung Bu Komang", None, None, None)
    keeping.toggle(before)
    driver.until(lambda: any("is kept for all desks" in one for one in said), "kept")
    driver.run(way.cut())
    driver.until(view.outage.isVisible, "the banner", 2.5)
    keeping.toggle(before)
    driver.until(lambda: "once that is reached again" in said[-1], "said why not")
    after = new_place("", "bengkel Pak Made", None, None, None)
    keeping.toggle(after)
    driver.until(lambda: "“bengkel Pak Made” (place) is kept" in said[-1], "kept here")
    keeping.toggle(after)
    driver.until(lambda: said[-1] == "“bengkel Pak Made” is kept no more.", "taken back here")


def test_who_set_a_pin_works_without_the_server_and_delivers_later(
    driver: Driver, workstation: Workstation, view: DeskView, way: Proxy, server: Server
) -> None:
    before = _at_server(server, "select count(*) from kulkul.incident")
    assert isinstance(before, int)
    driver.press("Ctrl+Shift+P", view)
    driver.until(lambda: view.prompt.asking)
    for _ in range(2):
        driver.type("204060")
        driver.press("Return")
    driver.until(lambda: not view.prompt.asking, "the PIN is set")
    workstation.until_pictured()
    driver.run(way.cut())
    driver.until(view.outage.isVisible, "the banner")
    workstation.end()
    opening = workstation.run()
    _sign_in(driver, opening, "111222")
    assert opening.sign_in is not None
    told = opening.sign_in.problem
    driver.until(lambda: "PIN" in told.text(), "a wrong PIN is told")
    _sign_in(driver, opening, "204060")
    driver.until(lambda: opening.seat is not None, "Made sits there again")
    again = opening.view
    assert again is not None
    assert "Entered with a PIN" in again.outage.text.text()
    assert len(again.session.board.units) > 10
    _call(driver, again, "gempa")
    driver.until(lambda: any("-S" in one for one in _numbers(again)), "a provisional number")
    driver.run(way.listen())
    opening.lock()
    _sign_in(driver, opening, "rahasia")
    driver.until(lambda: opening.sign_in is None, "unlocked")
    driver.until(lambda: not again.outage.isVisible(), "delivered")
    assert _at_server(server, "select count(*) from kulkul.incident") == before + 1


def _sign_in(driver: Driver, opening: Opening, password: str) -> None:
    page = opening.sign_in
    assert page is not None
    page.login.clear()
    driver.type("made", page.login)
    page.password.clear()
    driver.type(password, page.password)
    driver.press("Return", page.password)
