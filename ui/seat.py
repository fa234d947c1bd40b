"""One operator's time at this desk: from signing in until closing, or until another takes the seat."""

import asyncio
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QApplication

from desktop.runtime.abbreviations import Abbreviations
from desktop.runtime.crash import CrashHandler
from desktop.runtime.doors import Entered
from desktop.runtime.drafts import DraftPlace, DraftStore
from desktop.runtime.known_password import KnownPassword
from desktop.runtime.paths import Places, spare_drafts
from desktop.runtime.services import Services
from desktop.runtime.settings import Settings
from ui.desk_view import DeskView
from ui.main_window import MainWindow
from ui.own_password import ask_own_password
from ui.session import Session
from ui.theme import Look, undressed

DRAFTS_SECONDS = 2.0
"""How long leaving waits for drafts to reach the disk."""
UNHURRIED_SECONDS = 0.5
"""How long after the panels stand what is not needed at once begins to be read (our choice)."""


class Seat:
    """The panels, drafts and database of one operator. `password`: None where nobody signs in with one."""

    def __init__(
        self, entered: Entered, password: KnownPassword | None, window: MainWindow, look: Look
    ) -> None:
        self.services = entered.services
        self.login = entered.desk.author.login
        self.name = entered.desk.author.name
        self.password = password
        self.session = Session(entered.services, entered.desk, look, window)
        self._window = window
        self._loop = asyncio.get_running_loop()
        self._drafts: DraftStore | None = None
        self._view: DeskView | None = None
        self._ends_saving: Callable[[], None] | None = None

    @property
    def view(self) -> DeskView:
        """The panels. RuntimeError before `furnish`."""
        if self._view is None:
            raise RuntimeError("there are no panels yet")
        return self._view

    def furnish(self, settings: Settings, state: QSettings, crashes: CrashHandler) -> DeskView:
        """Put the panels into the window, at once."""
        drafts = self._open_drafts(settings.places, crashes)
        with undressed(_app()):
            view = DeskView(self._window, self.session, drafts, state)
            self._take(view)
        self._begin(view, settings.places)
        return view

    async def furnish_in_steps(self, settings: Settings, state: QSettings, crashes: CrashHandler) -> DeskView:
        """The same while the event loop turns: what is shown stands still, and what comes is heard."""
        drafts = self._open_drafts(settings.places, crashes)
        view = DeskView(self._window, self.session, drafts, state, in_steps=True)
        self._window.setUpdatesEnabled(False)  # it would be painted without its style sheet
        try:
            with undressed(_app()):
                await view.stand()
                self._take(view)
        except BaseException:
            view.actions_table.close()
            view.deleteLater()
            raise
        finally:
            self._window.setUpdatesEnabled(True)
        self._begin(view, settings.places)
        return view

    def _open_drafts(self, places: Places, crashes: CrashHandler) -> DraftStore:
        centre = self.services.store.centre.id
        drafts = DraftStore(places.drafts(centre), spare_drafts(centre), self._drafts_moved)
        self._ends_saving = crashes.add_saver(partial(_flush, drafts))
        self._drafts = drafts
        return drafts

    def _take(self, view: DeskView) -> None:
        self._view = view
        self.session.setParent(view)
        view.asks_password.connect(self._ask_password)
        self._window.show_page(view)

    def _begin(self, view: DeskView, places: Places) -> None:
        centre, login = self.services.store.centre.id, self.session.desk.author.login
        self.session.abbreviations = Abbreviations(places.abbreviations(centre), login)
        view.show()  # the layout would show it only later, and the focus would fall to the menu's button
        view.intake.setFocus()
        work = self._load(places, centre)
        self.session.start(work, "read question cards and places")

    async def _load(self, places: Places, centre: str) -> None:
        """Read what the first words of a call do not need, once keys are taken: it would slow that down."""
        await asyncio.sleep(UNHURRIED_SECONDS)
        await self.session.proposals.prepare()
        await self.session.read_cards(places.cards)
        await self.session.read_texts(places.dispatch_text)
        self.session.start(self.session.follow_roads(places.roads(centre)), "follow roads")
        await self.session.follow_places(places.gazetteer(centre))

    async def stop_intake(self) -> None:
        """Take no further key; what was typed is on the disk."""
        if self._view is not None:
            self._view.end()
        else:  # its panels never came to stand
            self.session.close()
        if self._drafts is not None:
            self._drafts.close(DRAFTS_SECONDS)
        if self._ends_saving is not None:
            self._ends_saving()

    async def leave(self, to: Services | None = None) -> None:
        """Stop, finish what is being written, and leave what could not be delivered to who sits down."""
        try:
            await self.stop_intake()
            await (self.services.close() if to is None else to.follow_on(self.services))
        finally:
            if self._view is not None:
                self._view.vacate()

    def _ask_password(self) -> None:
        if self._view is not None:
            ask_own_password(self.session, self._view.prompt, self.password, self._password_changed)

    def _password_changed(self, password: KnownPassword) -> None:
        """The desk is unlocked by the new one."""
        self.password = password

    def _drafts_moved(self, place: DraftPlace) -> None:
        """Called in the thread that saves drafts."""
        self._loop.call_soon_threadsafe(self._show_drafts, place)

    def _show_drafts(self, place: DraftPlace) -> None:
        if self._view is None:
            return
        if not place.trouble:
            self._view.unkept.hide()
            return
        text = QCoreApplication.translate(
            "Opening",
            "No folder takes drafts: what is typed is only in memory until the disk has space again.",
        )
        if place.folder is not None:
            text = QCoreApplication.translate(
                "Opening", "Drafts cannot go where they belong. They are in {path}"
            )
        self._view.unkept.tell(text.format(path=place.folder), can_be_put_away=False)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _flush(drafts: DraftStore) -> None:
    drafts.flush(DRAFTS_SECONDS)
