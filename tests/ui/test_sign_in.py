"""Signing in, locking, and taking another's seat, driven by keys."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from shiboken6 import isValid
from sqlalchemy import Connection

from desktop.domain.reference import Role
from desktop.operations.desk import StoreError
from desktop.runtime.doors import Entered, FileDoor
from desktop.runtime.drafts import DraftStore
from desktop.runtime.paths import Places, spare_drafts
from desktop.runtime.settings import SQLITE, Settings
from desktop.store.accounts import add_operator
from desktop.store.sqlite_engine import engine_for
from desktop.store.sqlite_store import in_transaction
from desktop.store.tables import centre
from tests.ui.driver import Driver, make_centre
from ui.desk_view import DeskView
from ui.locking import IdleWatch
from ui.main_window import MainWindow
from ui.opening import Opening
from ui.session import Level
from ui.sign_in import SignIn
from ui.theme import NIGHT, Look

PASSWORDS = {"nyoman": "rahasia", "gusti": "lebih rahasia"}


@pytest.fixture(scope="module")
def guarded_centre(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A centre at which Nyoman and Gusti sign in with passwords, and nobody is signed in without."""
    file = tmp_path_factory.mktemp("guarded") / "denpasar.sqlite"
    make_centre(file)
    engine = engine_for(file, writes=True)

    def prepare(connection: Connection) -> None:
        for login, password in PASSWORDS.items():
            add_operator(connection, login, login.title(), frozenset({Role.CALL_TAKER}), password)
        connection.execute(centre.update().values(training=False))

    in_transaction(engine, prepare)
    engine.dispose()
    return file.read_bytes()


@pytest.fixture
def guarded_file(guarded_centre: bytes, tmp_path: Path) -> Path:
    """A file of that centre of a test's own."""
    file = tmp_path / "denpasar.sqlite"
    file.write_bytes(guarded_centre)
    return file


@pytest.fixture
def lock_minutes() -> int:
    """Minutes after which the desk locks; never, where a test says nothing else."""
    return 0


@pytest.fixture
def opening(driver: Driver, guarded_file: Path, tmp_path: Path, lock_minutes: int) -> Iterator[Opening]:
    """The centre's desk, asking who is there."""
    state = QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)
    settings = Settings(
        data_dir=tmp_path / "data", database=f"{SQLITE}{guarded_file}", lock_minutes=lock_minutes
    )
    window = MainWindow(state)
    made = Opening(window, settings, Look(NIGHT), state)
    driver.show(window, 1366, 768)
    made.start()
    driver.until(lambda: made.sign_in is not None)
    yield made
    if window.isEnabled():
        driver.run(made.close())
    window.finish()
    driver.settle()


def page(opening: Opening) -> SignIn:
    """The page that asks who is there."""
    assert opening.sign_in is not None
    return opening.sign_in


def sign_in(driver: Driver, opening: Opening, login: str) -> None:
    """Type a login and its password."""
    shown = page(opening)
    shown.login.clear()
    driver.type(login, shown.login)
    driver.press("Return", shown.login)
    driver.type(PASSWORDS[login], shown.password)
    driver.press("Return", shown.password)
    driver.until(lambda: opening.sign_in is None, f"{login} sits at the desk")


def test_a_wrong_password_is_told_and_enter_twice_opens_one_desk(driver: Driver, opening: Opening) -> None:
    shown = page(opening)
    driver.type("nyoman", shown.login)
    driver.type("salah", shown.password)
    driver.press("Return", shown.password)
    driver.until(shown.problem.text, "a wrong password is told")
    shown.password.clear()
    driver.type("rahasia", shown.password)
    driver.press("Return", shown.password)
    driver.press("Return", shown.password)
    driver.until(lambda: opening.seat is not None)
    seat = opening.seat
    driver.settle(0.5)
    assert opening.seat is seat
    assert seat is not None
    assert seat.login == "nyoman"


def test_keys_pressed_while_the_panels_come_are_played_once_they_stand(
    driver: Driver, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand, handle = DeskView.stand, page(opening).window().windowHandle()

    async def pressed(view: DeskView) -> None:
        for key in (Qt.Key.Key_F2, Qt.Key.Key_A, Qt.Key.Key_P, Qt.Key.Key_I, Qt.Key.Key_Tab, Qt.Key.Key_F2):
            QTest.keyClick(handle, key)
        await stand(view)

    monkeypatch.setattr(DeskView, "stand", pressed)
    sign_in(driver, opening, "nyoman")
    assert opening.view is not None
    works = opening.view.intake.calls.works
    assert [one.call.texts["narrative"] for one in works] == ["api", ""]


def test_a_locked_desk_takes_no_key_and_goes_on_where_it_was(driver: Driver, opening: Opening) -> None:
    sign_in(driver, opening, "nyoman")
    view = opening.view
    assert view is not None
    driver.press("F2", view.intake)
    driver.until(lambda: view.intake.calls.works)
    driver.type("kebakaran di")
    driver.press("Ctrl+Shift+L", view.intake)
    driver.until(lambda: opening.sign_in is not None)
    shown = page(opening)
    assert not view.isVisible()
    driver.press("F2", shown)
    driver.settle(0.3)
    assert len(view.intake.calls.works) == 1
    driver.type("lebih rahasia", shown.password)
    driver.press("Return", shown.password)
    driver.until(shown.problem.text, "another's password opens nothing")
    sign_in(driver, opening, "nyoman")
    assert opening.view is view
    driver.until(view.isVisible)
    driver.type(" sanur")
    driver.until(
        lambda: "kebakaran di sanur" in view.intake.calls.works[0].read().values.values(),
        "what was typed goes on",
    )


def test_another_operator_sits_down_and_drafts_stay_with_their_author(
    driver: Driver, opening: Opening
) -> None:
    sign_in(driver, opening, "nyoman")
    first = opening.view
    assert first is not None
    driver.press("F2", first.intake)
    driver.until(lambda: first.intake.calls.works)
    driver.type("orang pingsan")
    opening.lock()
    sign_in(driver, opening, "gusti")
    second = opening.view
    assert second is not None
    assert second is not first
    assert opening.seat is not None
    assert opening.seat.login == "gusti"
    driver.settle(0.3)
    assert second.intake.calls.works == []
    driver.until(lambda: len(second.session.board.calls) == 1, "Nyoman's call is still open")
    driver.press("F2", second.intake)
    driver.until(lambda: len(second.intake.calls.works) == 1, "keys are the second operator's")
    opening.lock()
    sign_in(driver, opening, "nyoman")
    third = opening.view
    assert third is not None
    driver.until(lambda: third.intake.calls.works, "the draft comes back to its author")
    assert "orang pingsan" in third.intake.calls.works[0].read().values.values()


@pytest.mark.parametrize("lock_minutes", [15])
def test_an_idle_desk_locks_itself(driver: Driver, opening: Opening, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.locking.LOOK_MS", 50)
    passed = [0.0]
    monkeypatch.setattr("ui.locking.monotonic", lambda: passed[0])
    sign_in(driver, opening, "nyoman")
    passed[0] = 14 * 60
    view = opening.view
    assert view is not None
    QTest.keyClick(view.window().windowHandle(), Qt.Key.Key_Shift)
    passed[0] = 28 * 60
    driver.settle(0.3)
    assert opening.sign_in is None
    passed[0] = 30 * 60
    driver.until(lambda: opening.sign_in is not None, "nobody touched it for 15 minutes")
    assert "Nyoman" in " ".join(one.text() for one in page(opening).findChildren(QLabel))


def test_without_passwords_nothing_can_be_locked(driver: Driver, opening: Opening) -> None:
    sign_in(driver, opening, "nyoman")
    seat = opening.seat
    assert seat is not None
    seat.password = None
    said: list[tuple[str, Level]] = []
    seat.session.said.connect(lambda text, level: said.append((text, level)))
    opening.lock()
    assert opening.sign_in is None
    assert said[0][1] is Level.PROBLEM


def test_work_in_the_second_window_keeps_the_desk_open(
    driver: Driver, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed = [0.0]
    monkeypatch.setattr("ui.locking.monotonic", lambda: passed[0])
    monkeypatch.setattr("ui.locking.LOOK_MS", 20)
    first, second = QWindow(), QWindow()
    locked: list[float] = []
    watch = IdleWatch(first, 15, lambda: locked.append(passed[0]))
    driver.app.focusWindowChanged.emit(second)
    passed[0] = 14 * 60
    QTest.keyClick(second, Qt.Key.Key_Shift)
    passed[0] = 28 * 60
    driver.settle(0.1)
    assert locked == []
    passed[0] = 29 * 60
    driver.until(lambda: locked, "nobody touched either window")
    watch.deleteLater()


def test_what_was_begun_is_written_when_the_desk_closes_while_the_seat_is_changed(
    driver: Driver, opening: Opening
) -> None:
    sign_in(driver, opening, "nyoman")
    seat = opening.seat
    assert seat is not None
    may_write, written = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        await may_write.wait()
        written.set()

    seat.services.writes.start(slow(), "what is still written")
    opening.lock()
    shown = page(opening)
    shown.login.setText("gusti")
    shown.password.setText(PASSWORDS["gusti"])
    driver.press("Return", shown.password)
    driver.until(lambda: opening.seat is None, "Nyoman leaves")
    closing = driver.loop.create_task(opening.close())
    driver.settle(0.2)
    assert not closing.done()
    may_write.set()
    driver.until(closing.done)
    assert written.is_set()
    assert opening.seat is None, "nobody sits down at a desk that closes"


def test_a_desk_that_closes_lets_go_of_drafts_while_a_signing_in_hangs(
    driver: Driver, opening: Opening, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    sign_in(driver, opening, "nyoman")
    seat, may_end = opening.seat, asyncio.Event()
    assert seat is not None
    driver.press("F2", seat.view.intake)
    driver.until(lambda: seat.view.intake.calls.works)
    driver.type("orang pingsan")

    async def hangs(*_given: object) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            await may_end.wait()

    monkeypatch.setattr(FileDoor, "enter", hangs)
    opening.lock()
    shown = page(opening)
    shown.login.setText("gusti")
    shown.password.setText(PASSWORDS["gusti"])
    driver.press("Return", shown.password)
    driver.settle(0.1)
    driver.run(opening.close())
    centre_id = seat.services.store.centre.id
    drafts = DraftStore(Places(tmp_path / "data").drafts(centre_id), spare_drafts(centre_id))
    assert [draft.texts["narrative"] for draft in drafts.load_all("nyoman")] == ["orang pingsan"]
    drafts.close()
    may_end.set()
    driver.settle(0.1)


def test_nobody_sits_down_at_a_desk_that_closes(driver: Driver, opening: Opening) -> None:
    shown = page(opening)
    shown.login.setText("nyoman")
    shown.password.setText(PASSWORDS["nyoman"])
    driver.press("Return", shown.password)
    driver.run(opening.close())
    driver.settle(0.3)
    assert opening.seat is None
    assert [one.get_name() for one in asyncio.all_tasks(driver.loop) if not one.done()] == []


def test_a_fault_while_signing_in_leaves_the_page_to_try_again(
    driver: Driver, opening: Opening, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_door: FileDoor, _login: str, _password: str | None) -> Entered:
        raise ValueError("a fault of the desk")

    shown = page(opening)
    with monkeypatch.context() as patched:
        patched.setattr(FileDoor, "enter", broken)
        driver.type("nyoman", shown.login)
        driver.press("Return", shown.password)
        driver.until(lambda: "crash-" in shown.problem.text(), "where the report is")
    sign_in(driver, opening, "nyoman")


def test_nothing_of_an_operator_stays_when_another_sits_down(driver: Driver, opening: Opening) -> None:
    sign_in(driver, opening, "nyoman")
    seat = opening.seat
    assert seat is not None
    opening.lock()
    sign_in(driver, opening, "gusti")
    driver.until(lambda: not isValid(seat.session), "the session went with its panels")


def test_a_locked_desk_is_not_ended_by_key(driver: Driver, opening: Opening) -> None:
    window = page(opening).window()
    assert isinstance(window, MainWindow)
    sign_in(driver, opening, "nyoman")
    opening.lock()
    driver.press("Ctrl+Q", page(opening).password)
    driver.settle(0.2)
    assert not window.asked_to_close.is_set()
    sign_in(driver, opening, "nyoman")


def test_who_has_not_signed_in_yet_may_end_the_desk(driver: Driver, opening: Opening) -> None:
    window = page(opening).window()
    assert isinstance(window, MainWindow)
    driver.press("Ctrl+Q", page(opening).login)
    driver.until(window.asked_to_close.is_set)


def test_while_it_takes_long_it_says_how_far_it_is(driver: Driver) -> None:
    may_go_on = asyncio.Event()

    async def enter(_login: str, _password: str | None) -> None:
        asked.tell_let_in()
        await may_go_on.wait()
        raise StoreError("unreachable")

    asked = SignIn("db.example", Look(NIGHT), enter, login="made")
    driver.show(asked, 1366, 768)
    driver.press("Return", asked.password)
    assert asked.progress.text() == "Signing in …"
    driver.until(lambda: asked.progress.text() == "Let in: reading the board … 1 s", "it says for how long")
    may_go_on.set()
    driver.until(lambda: not asked.progress.text() and asked.problem.text().startswith("The database cannot"))


def test_who_corrects_what_is_being_checked_types_on(driver: Driver) -> None:
    go_on = asyncio.Event()

    async def refuse(_login: str, _password: str | None) -> None:
        await go_on.wait()
        raise StoreError("sign_in")

    made = SignIn("Denpasar", Look(NIGHT), refuse, login="made")
    driver.show(made, 600, 400)
    made.password.setFocus()
    for key in ("x", "Return", "Ctrl+A", "r", "a"):
        driver.press(key)
    go_on.set()
    driver.until(made.problem.text)
    driver.type("hasia")
    assert made.password.text() == "rahasia"
    made.deleteLater()
