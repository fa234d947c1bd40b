"""From an empty window to a working desk, and back."""

import asyncio
from contextlib import suppress
from functools import partial

from PySide6.QtCore import QCoreApplication, QSettings

from desktop.operations.desk import Desk, StoreError
from desktop.runtime.crash import CrashHandler
from desktop.runtime.crash_files import CrashReport
from desktop.runtime.drafts import DraftPlace, DraftStore
from desktop.runtime.logs import start_logging, stop_logging
from desktop.runtime.paths import spare_drafts
from desktop.runtime.services import TRAINING_LOGIN, Services, open_services
from desktop.runtime.settings import Settings
from desktop.runtime.shutdown import Shutdown, Stage
from desktop.runtime.signals import EndSignals
from desktop.runtime.tasks import Tasks
from ui.desk_view import DeskView
from ui.main_window import MainWindow
from ui.problems import of_store
from ui.session import Level, Session
from ui.sign_in import SignIn
from ui.theme import Look

DRAFTS_SECONDS = 2.0
"""How long closing waits for drafts to reach the disk."""


class Opening:
    """Opens a centre in a window: makes the training centre when it is missing, signs in, shows the desk."""

    def __init__(self, window: MainWindow, settings: Settings, look: Look, state: QSettings) -> None:
        self._window = window
        self._settings = settings
        self._look = look
        self._state = state
        self._tasks = Tasks("opening")
        self._shutdown = Shutdown()
        self._crashes = CrashHandler(settings.places.crashes)
        self._loop = asyncio.get_running_loop()
        self._log = start_logging(settings.places.logs)
        self._signals = EndSignals(window.asked_to_close.set)
        self._crashes.add_listener(self._tell_crash)
        self._crashes.install()
        self._crashes.watch(self._loop)
        self._services: Services | None = None
        self.view: DeskView | None = None

    def start(self) -> None:
        """Begin to open; what hinders it is shown in the window."""
        self._tasks.start(self._open(), "open the desk")

    async def close(self) -> None:
        """Close in stages: nothing confirmed or typed is lost."""
        self._shutdown.at(Stage.STOP_INTAKE, self._tasks.cancel_all)
        await self._shutdown.run()
        self._signals.close()
        self._crashes.uninstall()
        if self._log is not None:
            stop_logging(self._log)

    async def _open(self) -> None:
        settings = self._settings
        try:
            if settings.is_training_default and not await self._training_is_there():
                return
            services = await open_services(settings.database_file)
        except StoreError as error:
            self._window.show_text(of_store(error))
            return
        self._services = services
        self._shutdown.at(Stage.FINISH_WRITES, services.finish_writes)
        self._shutdown.at(Stage.CANCEL_READS, services.stop_following)
        self._shutdown.at(Stage.DISPOSE_ENGINE, services.store.close)
        if services.store.centre.training:
            with suppress(StoreError):  # a training centre made without that account asks like any other
                self._show_desk(await services.sign_in(TRAINING_LOGIN, None))
                return
        sign_in = SignIn(services, self._look, self._show_desk)
        self._window.setCentralWidget(sign_in)
        sign_in.login.setFocus()

    async def _training_is_there(self) -> bool:
        """Make the training centre where there is none; False when a faulty file of the city prevents it."""
        settings = self._settings
        file = settings.database_file
        if file.exists() and file.stat().st_size:
            return True
        # What plays exercises is imported only here and when the desk stands: it is not needed to begin.
        from desktop.operations.exercise.problems import ExerciseError
        from desktop.operations.packs import PackError
        from desktop.runtime.training import ensure_training

        try:
            await self._loop.run_in_executor(None, ensure_training, settings.data_dir, settings.city)
        except (PackError, ExerciseError) as error:
            self._window.show_text(str(error))
            return False
        return True

    def _show_desk(self, desk: Desk) -> None:
        services = self._services
        assert services is not None
        centre = services.store.centre.id
        folder, spare = self._settings.places.drafts(centre), spare_drafts(centre)
        drafts = DraftStore(folder, spare, self._drafts_moved)
        self._crashes.add_saver(partial(_flush, drafts))
        session = Session(services, desk, self._look, self._window)
        self.view = DeskView(self._window, session, drafts, self._state)
        self._window.setCentralWidget(self.view)
        self.view.show()  # the layout would show it only later, and the focus would fall to the menu's button
        self.view.intake.setFocus()
        for report in self._crashes.reports_of_earlier_deaths():
            self._tell_crash(report)

        async def stop_intake() -> None:
            assert self.view is not None
            self.view.end()
            self._window.setEnabled(False)  # nobody would keep what is typed from now on
            drafts.close(DRAFTS_SECONDS)

        self._shutdown.at(Stage.STOP_INTAKE, stop_intake)
        if self._settings.is_training_default:
            services.tasks.start(self._play(session), "play the evening")

    async def _play(self, session: Session) -> None:
        """Let the training centre's evening go on while the desk is open."""
        from desktop.runtime.training import play_on

        try:
            await play_on(session.services.store, self._settings.database_file)
        except StoreError as error:
            session.said.emit(of_store(error), Level.PROBLEM)

    def _drafts_moved(self, place: DraftPlace) -> None:
        """Called in the thread that saves drafts."""
        self._loop.call_soon_threadsafe(self._show_drafts, place)

    def _show_drafts(self, place: DraftPlace) -> None:
        if self.view is None:
            return
        if not place.trouble:
            self.view.unkept.hide()
            return
        text = QCoreApplication.translate(
            "Opening",
            "No folder takes drafts: what is typed is only in memory until the disk has space again.",
        )
        if place.folder is not None:
            text = QCoreApplication.translate(
                "Opening", "Drafts cannot go where they belong. They are in {path}"
            )
        self.view.unkept.tell(text.format(path=place.folder), can_be_put_away=False)

    def _tell_crash(self, report: CrashReport) -> None:
        """Called in the thread of the error."""
        self._loop.call_soon_threadsafe(self._show_crash, report)

    def _show_crash(self, report: CrashReport) -> None:
        where = report.path or report.id
        if self.view is None:
            text = QCoreApplication.translate("Opening", "The desk could not be opened. Report: {path}")
            self._window.show_text(text.format(path=where))
            return
        text = QCoreApplication.translate(
            "Opening",
            "The desk met a fault of its own and goes on. Your drafts are saved. Report: {path}",
        )
        self.view.fault.tell(text.format(path=where), can_be_put_away=True)


def _flush(drafts: DraftStore) -> None:
    drafts.flush(DRAFTS_SECONDS)
