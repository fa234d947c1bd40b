"""A desk at a centre on a server: who is let in, who is put out, and what a supervisor sees."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop.domain.reference import Priority, Role
from desktop.operations.incidents import describe_incident
from desktop.runtime.settings import Settings
from desktop.store import migrations
from desktop.store.store import Store
from tests.store.kept.wire import CHEAP
from tests.ui.driver import Driver
from tests.ui.server_centre import PASSWORD, ServerCentre, server_centre
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.sign_in import SignIn
from ui.theme import NIGHT, Look

_names = count()
TAKER = frozenset({Role.CALL_TAKER, Role.DISPATCHER})


@pytest.fixture(scope="module")
def centre() -> Iterator[ServerCentre]:
    """The centre on its server."""
    with server_centre() as made:
        yield made


@pytest.fixture
def login(centre: ServerCentre) -> str:
    """A call taker whom no other test has."""
    name = f"made{next(_names)}"
    centre.hire(name, name.title(), TAKER)
    return name


@pytest.fixture
def supervisor(centre: ServerCentre) -> str:
    """A supervisor whom no other test has."""
    name = f"ketut{next(_names)}"
    centre.hire(name, name.title(), {Role.SUPERVISOR})
    return name


Opens = Callable[[str], Opening]


@pytest.fixture
def opens(
    driver: Driver, centre: ServerCentre, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Opens]:
    """Opens windows, each with a data folder of its own by name."""
    opened: list[tuple[Opening, MainWindow]] = []
    monkeypatch.setattr("desktop.runtime.outage_keeping.COSTS", (CHEAP, CHEAP))

    def open_one(workstation: str) -> Opening:
        data = tmp_path / workstation
        state = QSettings(str(data / "window.ini"), QSettings.Format.IniFormat)
        window = MainWindow(state)
        made = Opening(window, Settings(data_dir=data, database=centre.url), Look(NIGHT), state)
        driver.show(window, 1366, 768)
        made.start()
        driver.until(lambda: made.sign_in is not None)
        opened.append((made, window))
        return made

    yield open_one
    for made, window in reversed(opened):  # each gives signals back as it found them
        driver.run(made.close())
        window.finish()
    driver.settle()


def page(opening: Opening) -> SignIn:
    """The page that asks who is there."""
    assert opening.sign_in is not None
    return opening.sign_in


def words(opening: Opening) -> str:
    """All that the page says."""
    return " ".join(one.text() for one in page(opening).findChildren(QLabel))


def enter(driver: Driver, opening: Opening, login: str, password: str = PASSWORD) -> None:
    """Type a login and a password, and sit down."""
    shown = page(opening)
    shown.login.clear()
    driver.type(login, shown.login)
    shown.password.clear()
    driver.type(password, shown.password)
    driver.press("Return", shown.password)
    driver.until(lambda: opening.sign_in is None, f"{login} sits at the desk", 20)


def test_a_wrong_password_is_told_and_the_right_one_lets_in(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre
) -> None:
    opening = opens("a")
    shown = page(opening)
    driver.type(login, shown.login)
    driver.type("salah", shown.password)
    driver.press("Return", shown.password)
    driver.until(shown.problem.text, "a wrong password is told")
    assert opening.view is None
    enter(driver, opening, login)
    lines = centre.ask(f"select what, subject from kulkul.access_log where operator = '{login}'")
    workstation = (opening._settings.places.workstation).read_text()
    assert lines == [("sign_in", f"{workstation} 0.1.0")]


def test_a_removed_operator_is_out_within_seconds_and_what_was_typed_is_kept(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre
) -> None:
    opening = opens("a")
    enter(driver, opening, login)
    view = opening.view
    assert view is not None
    driver.press("F2", view.intake)
    driver.until(lambda: view.intake.calls.works)
    driver.type("asap di pasar")
    keeping = view.session.services.keeping
    assert keeping is not None
    driver.run(keeping.set_pin("135790"))
    assert login in keeping.keyring.with_pin(datetime.now(UTC))
    centre.dismiss(login)
    driver.until(lambda: opening.sign_in is not None, "asked anew who is there", 5)
    driver.until(lambda: login not in keeping.keyring.with_pin(datetime.now(UTC)), "the PIN goes too")
    driver.until(lambda: login.title() in words(opening) and "kept" in words(opening))
    assert opening.view is None
    drafts = opening._settings.places.drafts(_centre_id(centre))

    def kept() -> bool:
        return any("asap di pasar" in one.read_text() for one in drafts.rglob("*") if one.is_file())

    driver.until(kept, "what was typed is kept")
    shown = page(opening)
    driver.press("F2", shown)
    driver.type(login, shown.login)
    driver.type(PASSWORD, shown.password)
    driver.press("Return", shown.password)
    driver.until(shown.problem.text, "who was removed is not let in again")


def _centre_id(centre: ServerCentre) -> str:
    return str(centre.ask("select id from kulkul.centre")[0][0])


def test_a_locked_desk_is_not_opened_by_who_was_removed(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre
) -> None:
    opening = opens("a")
    enter(driver, opening, login)
    opening.lock()
    locked = page(opening)
    centre.dismiss(login)
    driver.until(lambda: opening.sign_in is not locked, "another page asks", 5)
    shown = page(opening)
    driver.type(login, shown.login)
    driver.type(PASSWORD, shown.password)
    driver.press("Return", shown.password)
    driver.until(shown.problem.text, "not let in")
    assert opening.view is None


def test_a_password_given_by_another_is_asked_for_at_the_next_connection(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre
) -> None:
    opening = opens("a")
    enter(driver, opening, login)
    assert opening.view is not None
    store = opening.view.session.services.store
    centre.give_password(login, "kunci lain 8")
    _hears_from_the_server(driver, store)
    _hears_from_the_server(driver, store)  # the first answer may have been on its way
    assert opening.sign_in is None
    centre.end_connections(login)
    driver.until(lambda: opening.sign_in is not None, "asked anew", 8)
    assert page(opening).login.text() == login
    enter(driver, opening, login, "kunci lain 8")


def _hears_from_the_server(driver: Driver, store: Store) -> None:
    before = store.pulse
    driver.until(lambda: store.pulse is not before, "the server's next answer")


def test_the_own_password_is_changed_by_key_and_outlives_a_lost_connection(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre
) -> None:
    opening = opens("a")
    enter(driver, opening, login)
    view = opening.view
    assert view is not None
    said: list[str] = []
    view.session.said.connect(lambda text, _level: said.append(text))
    driver.press("Ctrl+Shift+S", view.intake)
    driver.until(lambda: view.prompt.asking)
    fields = view.prompt.findChildren(QLineEdit)
    assert all(one.echoMode() is QLineEdit.EchoMode.Password for one in fields)
    _answer(driver, "salah", "pendek")
    driver.until(lambda: _told(view.prompt.findChildren(QLabel), "At least 8"))
    for field in fields:
        field.clear()
    fields[0].setFocus()
    _answer(driver, "salah", "kunci baru 9", "kunci baru 9")
    driver.until(lambda: _told(view.prompt.findChildren(QLabel), "not the present"))
    for field in fields:
        field.clear()
    _answer(driver, PASSWORD, "kunci baru 9", "kunci baru 8")
    driver.until(lambda: _told(view.prompt.findChildren(QLabel), "not the same"))
    view.prompt.findChildren(QLineEdit)[-1].clear()
    driver.type("kunci baru 9")
    driver.press("Return")
    driver.until(lambda: said, "it is changed", 15)
    assert "changed" in said[0]
    assert not view.prompt.asking
    centre.end_connections(login)
    driver.until(lambda: view.session.outage is not None and view.session.outage.partial, "cut off", 5)
    driver.until(lambda: view.session.outage is not None and not view.session.outage.partial, "back", 10)
    assert opening.sign_in is None
    opening.lock()
    enter(driver, opening, login, "kunci baru 9")
    assert opening.view is view


def _answer(driver: Driver, *texts: str) -> None:
    for text in texts:
        driver.type(text)
        driver.press("Return")


def _told(labels: list[QLabel], text: str) -> bool:
    return any(text in one.text() for one in labels if one.isVisible())


def test_other_roles_are_in_force_at_once(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre
) -> None:
    opening = opens("a")
    enter(driver, opening, login)
    view = opening.view
    assert view is not None
    said: list[str] = []
    view.session.said.connect(lambda text, _level: said.append(text))
    view.pages.desks.toggle()
    assert "supervisor" in said[0]
    assert not view.pages.desks.isVisible()
    centre.give_roles(login, {*TAKER, Role.SUPERVISOR})
    driver.until(lambda: Role.SUPERVISOR in view.session.desk.author.roles, "promoted", 5)
    driver.press("Ctrl+Shift+O", view.intake)
    assert view.pages.desks.isVisible()
    centre.give_roles(login, TAKER)
    driver.until(view.pages.desks.isHidden, "what is only for supervisors is gone", 5)


def test_a_supervisor_sees_the_desks_their_versions_and_what_they_hold(
    driver: Driver, opens: Opens, login: str, supervisor: str, centre: ServerCentre
) -> None:
    theirs, own = opens("theirs"), opens("own")
    enter(driver, theirs, login)
    enter(driver, own, supervisor)
    view, other = own.view, theirs.view
    assert view is not None
    assert other is not None
    QAbstractItemModelTester(view.pages.desks.model)
    driver.press("Ctrl+Shift+O", view.intake)
    table = view.pages.desks.model

    def cells(name: str) -> list[str]:
        """The row of an operator; desks of tests before may still be there."""
        rows = [
            [str(table.data(table.index(row, column))) for column in range(table.columnCount())]
            for row in range(table.rowCount())
        ]
        return next((row for row in rows if row[1] == name), [])

    own_name, their_name = supervisor.title(), login.title()
    driver.until(lambda: cells(own_name) and cells(their_name), "both desks")
    assert cells(own_name)[1:] == [own_name, "0.1.0", "now", "0", ""]
    assert cells(their_name)[1:] == [their_name, "0.1.0", "now", "0", ""]
    assert "at work · everything delivered" in view.pages.desks.summary.text()
    since = other.session.clock.now() - timedelta(minutes=5)
    other.session.services.store.tell_kept(3, since)
    driver.until(lambda: cells(their_name)[4:5] == ["3"], "what they hold")
    assert "5 m" in cells(their_name)[5]
    assert "3 undelivered at 1 desks" in view.pages.desks.summary.text()
    driver.press("Escape")
    assert view.pages.desks.isHidden()


def test_a_desk_says_that_its_clock_is_wrong_or_its_program_old_and_goes_on(
    driver: Driver, opens: Opens, login: str, centre: ServerCentre, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = opens("a")
    enter(driver, opening, login)
    view = opening.view
    assert view is not None
    assert view.warnings.clock.isHidden()
    monkeypatch.setattr("desktop.domain.presence.Pulse.clock_ahead", timedelta(minutes=10))
    driver.until(lambda: "10 min ahead" in view.warnings.clock.text.text(), "the clock is wrong")
    view.warnings.clock.hide()
    view.session.ticked.emit()
    assert view.warnings.clock.isHidden(), "put away, it stays away"
    for ahead in (timedelta(), timedelta(minutes=-3)):
        monkeypatch.setattr("desktop.domain.presence.Pulse.clock_ahead", ahead)
        view.session.ticked.emit()
    assert "3 min behind" in view.warnings.clock.text.text(), "wrong again"
    assert view.warnings.version.isHidden()
    centre.do("update kulkul.alembic_version set version_num = '9999'")
    try:
        driver.until(view.warnings.version.isVisible, "old", 5)
        driver.press("F2", view.intake)
        driver.until(lambda: view.intake.calls.works, "it goes on")
    finally:
        centre.do(f"update kulkul.alembic_version set version_num = '{migrations.HEAD}'")
    driver.until(view.warnings.version.isHidden, "updated", 5)


def test_a_p1_calls_at_every_desk_until_somebody_takes_it_and_the_call_s_fields_are_seen(
    driver: Driver, opens: Opens, centre: ServerCentre
) -> None:
    views = []
    for name in ("ayu", "bagus"):
        centre.hire(name, name.title(), TAKER)
        opening = opens(name)
        enter(driver, opening, name)
        assert opening.view is not None
        views.append(opening.view)
    ayu, bagus = views
    ayu.window().activateWindow()
    driver.until(ayu.window().isActiveWindow)
    driver.press("F2", ayu.intake)
    driver.until(lambda: ayu.intake.calls.works)
    driver.type("asap")
    driver.press("Ctrl+Return")
    driver.until(lambda: ayu.intake.incident_of_call() is not None, "opened")
    incident = ayu.intake.incident_of_call()
    assert incident is not None
    driver.until(lambda: bagus.session.lookers(incident) == [("Ayu", "narrative")], "what Ayu types into")
    ayu.intake.form.fields["name"].setFocus()
    driver.until(lambda: bagus.session.lookers(incident) == [("Ayu", "caller")], "and then")
    seen = ayu.session.board.cases[incident].incident
    driver.run(describe_incident(ayu.session.desk, seen, {"priority": Priority.P1}))
    driver.until(
        lambda: all(one.list.alarm._watch.calling == {incident} for one in views), "it calls at both"
    )
    driver.until(lambda: bagus.list.select(incident))
    bagus.list.take()
    driver.until(lambda: not any(one.list.alarm._watch.calling for one in views), "silent everywhere")
