"""From an empty window to a working desk, and back; locking it, and letting another operator sit down."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.operations.desk import StoreError
from desktop.runtime.crash import CrashHandler
from desktop.runtime.crash_files import CrashReport
from desktop.runtime.doors import Door, Entered, FileDoor, open_door
from desktop.runtime.known_password import KnownPassword
from desktop.runtime.logs import start_logging, stop_logging
from desktop.runtime.services import TRAINING_LOGIN
from desktop.runtime.settings import Settings
from desktop.runtime.shutdown import Shutdown, Stage
from desktop.runtime.signals import EndSignals
from desktop.runtime.tasks import Tasks
from ui.desk_view import DeskView
from ui.early_keys import EarlyKeys
from ui.locking import IdleWatch
from ui.main_window import MainWindow
from ui.marking import QT_TRANSLATE_NOOP
from ui.problems import of_store
from ui.seat import Seat
from ui.session import Level
from ui.sign_in import SignIn
from ui.theme import Look


class Opening:
    """Opens a centre in a window: makes the training centre when it is missing, signs in, shows the desk."""

    def __init__(self, window: MainWindow, settings: Settings, look: Look, state: QSettings) -> None:
        self._window = window
        self._settings = settings
        self._look = look
        self._state = state
        self._tasks = Tasks("opening")
        self._leaving = Tasks("seats that are left")
        self._shutdown = Shutdown()
        self._crashes = CrashHandler(settings.places.crashes)
        self._loop = asyncio.get_running_loop()
        self._log = start_logging(settings.places.logs)
        self._signals = EndSignals(window.asked_to_close.set)
        self._crashes.add_listener(self._tell_crash)
        self._crashes.install()
        self._crashes.watch(self._loop)
        self._early = EarlyKeys(window)
        self._door: Door | None = None
        self._idle: IdleWatch | None = None
        self.seat: Seat | None = None
        self.sign_in: SignIn | None = None
        """The page on which somebody is asked to sign in, while it is shown."""

    @property
    def view(self) -> DeskView | None:
        """The panels of who sits at the desk."""
        return None if self.seat is None else self.seat.view

    def start(self) -> None:
        """Begin to open; what hinders it is shown in the window."""
        self._early.begin()
        self._tasks.start(self._open(), "open the desk")

    def lock(self) -> None:
        """Cover the desk until its operator, or another, signs in; it stays in step below."""
        seat = self.seat
        if seat is None or self.sign_in is not None:
            return
        if seat.password is None:
            text = QCoreApplication.translate("Opening", "Nobody has a password here: nothing can be locked.")
            seat.session.said.emit(text, Level.PROBLEM)
            return
        text = QCoreApplication.translate(
            "Opening",
            "Locked. {name} goes on with the own password, or another operator signs in.",
        )
        seat.view.lock()
        self._ask(text.format(name=seat.name), seat.login)

    async def close(self) -> None:
        """Close in stages: nothing confirmed or typed is lost."""
        self._window.setEnabled(False)  # nobody would keep what is typed from now on
        self._at_seat(Stage.STOP_INTAKE, lambda seat: seat.stop_intake())  # first: it is given its time
        self._shutdown.at(Stage.STOP_INTAKE, self._tasks.cancel_all)
        if self.sign_in is not None:
            self._shutdown.at(Stage.STOP_INTAKE, self.sign_in.stop)
        self._at_seat(Stage.FINISH_WRITES, lambda seat: seat.services.finish_writes())
        self._shutdown.at(Stage.FINISH_WRITES, self._leaving.wait_all)
        self._at_seat(Stage.CANCEL_READS, lambda seat: seat.services.stop_following())
        self._at_seat(Stage.DISPOSE_ENGINE, lambda seat: seat.services.store.close())
        await self._shutdown.run()
        self._signals.close()
        self._crashes.uninstall()
        if self._log is not None:
            stop_logging(self._log)

    def _at_seat(self, stage: Stage, step: Callable[[Seat], Awaitable[object]]) -> None:
        """Add a step for who sits at the desk when its turn comes: until then the seat may be left."""

        async def of_seat() -> None:
            if self.seat is not None:
                await step(self.seat)

        self._shutdown.at(stage, of_seat)

    async def _open(self) -> None:
        try:
            await self._open_door()
        finally:
            self._early.drop()  # where no desk stands now, they were meant for none

    async def _open_door(self) -> None:
        settings = self._settings
        try:
            if settings.is_training_default and not await self._training_is_there():
                return
            self._door = door = open_door(settings)
            if isinstance(door, FileDoor) and door.training:
                with suppress(StoreError):  # a training centre made without that account asks like any other
                    self._sit_down(await door.enter(TRAINING_LOGIN, None), None)
                    return
        except StoreError as error:
            self._window.show_text(of_store(error))
            return
        self._ask("", "")

    async def _training_is_there(self) -> bool:
        """Make the training centre where there is none; False when a faulty file of the city prevents it."""
        settings = self._settings
        file = settings.database_file
        if file.exists() and file.stat().st_size:
            return True
        # What plays exercises is imported only here and when the desk stands: it is not needed to begin.
        from desktop.operations.exercise.problems import ExerciseError
        from desktop.operations.packs import PackError
        from desktop.runtime.commands.file_words import of_exercise, of_pack
        from desktop.runtime.training import ensure_training

        try:
            await self._loop.run_in_executor(None, ensure_training, settings.data_dir, settings.city)
        except PackError as error:
            self._window.show_text(of_pack(error))
            return False
        except ExerciseError as error:
            self._window.show_text("\n".join(of_exercise(error)))
            return False
        return True

    def _ask(self, why: str, login: str) -> None:
        assert self._door is not None
        title = self._door.title if self.seat is None else self.seat.services.store.centre.name
        self.sign_in = SignIn(title, self._look, self._enter, login=login, why=why)
        if self.seat is None:  # nobody may end a desk that another has locked
            self.sign_in.let_quit(self._window.close)
        self._window.cover(self.sign_in)
        self.sign_in.take_focus()

    async def _enter(self, login: str, password: str | None) -> None:
        """Let the operator of a locked desk go on, or another sit down."""
        seat = self.seat
        if seat is not None and seat.login == login and seat.password is not None:
            if password is None or not await self._fits(seat, login, password):
                raise StoreError("sign_in", login)
            self._uncover(seat)
            return
        assert self._door is not None
        if seat is None:
            await self._leaving.wait_all()  # the same operator's drafts, and what is kept, may still be open
        try:
            await self._let_in(self._door, seat, login, password)
        finally:
            self._early.drop()

    async def _let_in(self, door: Door, seat: Seat | None, login: str, password: str | None) -> None:
        entered = await door.enter(login, password, self._tell_let_in)
        try:
            known = None
            if password is not None:
                known = await KnownPassword.of(password)
            if seat is not None:
                self.seat = None
                # Who closes the desk now ends the signing in, but not what is still being written.
                await asyncio.shield(self._leaving.start(seat.leave(entered.services), "leave the seat"))
        except BaseException:
            await entered.services.close()
            raise
        await self._sit_down_in_steps(entered, known)

    def _tell_let_in(self) -> None:
        """From now on what is pressed is meant for the desk."""
        self._early.begin()
        if self.sign_in is not None:
            self.sign_in.tell_let_in()

    async def _fits(self, seat: Seat, login: str, password: str) -> bool:
        """Whether the password opens a locked seat. One entered with a PIN takes the server's password, too,
        and delivers from then on.
        """
        assert seat.password is not None
        if await seat.password.fits(password):
            return True
        outage = seat.session.outage
        if outage is None or not outage.detached or self._door is None:
            return False
        await self._door.attach(seat.services, login, password)
        seat.password = await KnownPassword.of(password)
        return True

    def _uncover(self, seat: Seat) -> None:
        self.sign_in = None
        self._window.uncover()
        seat.view.unlock()
        if self._idle is not None:
            self._idle.touch()

    def _put_out(self, seat: Seat) -> None:
        """The database lets the operator in no more: ask who is there, also where the desk was locked."""
        if self.seat is not seat:
            return
        self.seat = None
        source = QT_TRANSLATE_NOOP(
            "Opening",
            "The account of {name} was shut, or its password changed. Sign in again: what was typed is kept.",
        )
        if seat.session.removed:
            source = QT_TRANSLATE_NOOP(
                "Opening",
                "The account of {name} was shut. What was typed is kept. Another operator may sign in.",
            )
        if self.sign_in is None:
            seat.view.lock()
        else:
            self._leaving.start(self.sign_in.stop(), "stop signing in")
            self._window.uncover()
        text = QCoreApplication.translate("Opening", source)
        self._ask(text.format(name=seat.name), "" if seat.session.removed else seat.login)
        self._leaving.start(self._leave(seat), "leave the seat")

    async def _leave(self, seat: Seat) -> None:
        keeping = seat.services.keeping
        if keeping is not None:
            with suppress(StoreError):  # where the disk takes nothing, the PIN ends by itself after its hours
                await keeping.forget_pin()
        await seat.leave()
        if self.seat is None:
            self._window.drop_covered()

    def _sit_down(self, entered: Entered, password: KnownPassword | None) -> None:
        seat = Seat(entered, password, self._window, self._look)
        self._seated(seat, seat.furnish(self._settings, self._state, self._crashes))

    async def _sit_down_in_steps(self, entered: Entered, password: KnownPassword | None) -> None:
        seat = Seat(entered, password, self._window, self._look)
        self._early.begin()
        try:
            view = await seat.furnish_in_steps(self._settings, self._state, self._crashes)
        except BaseException:
            await seat.leave()
            raise
        self._seated(seat, view)
        if seat.session.is_out:  # told before anybody listened
            self._put_out(seat)

    def _seated(self, seat: Seat, view: DeskView) -> None:
        self.sign_in = None
        self.seat = seat
        view.asks_lock.connect(self.lock)
        seat.session.signed_out.connect(lambda: self._put_out(seat))
        if seat.password is not None and self._idle is None:
            self._idle = IdleWatch(self._window.windowHandle(), self._settings.lock_minutes, self.lock)
        for report in self._crashes.reports_of_earlier_deaths():
            self._tell_crash(report)
        self._early.play(view.actions_table)
        if self._settings.is_training_default:
            seat.services.tasks.start(self._play(seat), "play the evening")

    async def _play(self, seat: Seat) -> None:
        """Let the training centre's evening go on while the desk is open."""
        from desktop.runtime.training import play_on

        try:
            await play_on(seat.services.store, self._settings.database_file)
        except StoreError as error:
            seat.session.said.emit(of_store(error), Level.PROBLEM)

    def _tell_crash(self, report: CrashReport) -> None:
        """Called in the thread of the error."""
        self._loop.call_soon_threadsafe(self._show_crash, report)

    def _show_crash(self, report: CrashReport) -> None:
        where = report.path or report.id
        if self.view is None and self.sign_in is not None:
            text = QCoreApplication.translate("Opening", "Signing in met a fault. Try again. Report: {path}")
            self.sign_in.problem.setText(text.format(path=where))
            return
        if self.view is None:
            text = QCoreApplication.translate("Opening", "The desk could not be opened. Report: {path}")
            self._window.show_text(text.format(path=where))
            return
        text = QCoreApplication.translate(
            "Opening",
            "The desk met a fault of its own and goes on. Your drafts are saved. Report: {path}",
        )
        self.view.fault.tell(text.format(path=where), can_be_put_away=True)
