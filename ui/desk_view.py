"""The desk of one signed-in operator: its panels, put together and bound to the command table."""

import asyncio
import time
from collections.abc import Iterator

from PySide6.QtCore import QSettings, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.domain.board import Case
from desktop.live.board import BoardChange
from desktop.live.follow import Freshness
from desktop.runtime.drafts import DraftStore
from ui.actions import Actions
from ui.arrangement import Columns
from ui.banner import Banner, MessageLine
from ui.calling_back.held import HeldWatch
from ui.cards.desk import CardDesk
from ui.cards.rhythm import RhythmStrip
from ui.distress.desk import DistressDesk
from ui.early_acts import EarlyActs
from ui.glass_watch import GlassWatch
from ui.incidents.panel import IncidentListPanel
from ui.intake.panel import IntakePanel
from ui.meant import Meant
from ui.memos.watch import MemoWatch
from ui.menu import make_menu
from ui.outage.pin import ask_pin
from ui.outage.restored import ask_restored, restored_text
from ui.outage.telling import banner_text
from ui.pages import Pages, toggles
from ui.pane.early_note import EarlyNote
from ui.pane.panel import IncidentPane
from ui.place_keeping import PlaceKeeping
from ui.problems import of_store
from ui.prompt import Prompt
from ui.referrals.desk import ReferralDesk
from ui.session import Session
from ui.shift.taking_over import TakenOverWatch, ask_take_over
from ui.taking_back import TakingBack
from ui.telling.watch import ToldWatch
from ui.theme import DAY, NIGHT, SIZES
from ui.top_bar import TopBar
from ui.units.panel import UnitsPanel
from ui.workstation_watch import WorkstationWatch


class DeskView(QWidget):
    """Everything below the window's frame while an operator is signed in."""

    asks_lock = Signal()
    """The operator leaves the seat, for a while or to another."""
    asks_password = Signal()
    """The operator wants another password."""

    def __init__(
        self,
        window: QMainWindow,
        session: Session,
        drafts: DraftStore,
        state: QSettings,
        *,
        in_steps: bool = False,
    ) -> None:
        """`in_steps`: the panels come with `stand`, and not at once."""
        super().__init__()
        self.setProperty("dress", "ground")
        self.session = session
        session.unsaved.use(drafts)
        self._window = window
        self.state = state
        """What the workstation remembers of its screen."""
        self.actions_table = Actions(window)
        self._units_window: _UnitsWindow | None = None
        self._menu: QMenu | None = None
        self._focus: QWidget | None = None
        self._steps = self._put_together(drafts)
        if not in_steps:
            for _ in self._steps:
                pass

    async def stand(self) -> None:
        """Put the panels together; after each large one the event loop turns. No command works meanwhile."""
        self.actions_table.set_enabled(False)
        for _ in self._steps:
            await asyncio.sleep(0)
        self.actions_table.set_enabled(True)

    def _put_together(self, drafts: DraftStore) -> Iterator[None]:
        session, actions = self.session, self.actions_table
        look = session.look
        self.prompt = Prompt(look)
        self.list = IncidentListPanel(session, actions)
        self.meant = Meant(session, self.list.selected, self.list.select, self)
        yield
        self.pane = IncidentPane(session, actions, self.prompt)
        EarlyNote(session, self.meant, self.pane.note)
        self.taking_back = TakingBack(session, self)
        yield
        self.units = UnitsPanel(session, actions, self.meant)
        self.referrals = ReferralDesk(session, actions, self.prompt, self.meant)
        yield
        self.distress = DistressDesk(
            session, actions, self.prompt, self.units.unit_under_cursor, self.selected, self
        )
        self.intake = IntakePanel(session, actions, drafts, self.selected, self.pane.chosen_caller)
        yield
        self.pages = Pages(self)
        self._places = PlaceKeeping(session, self)
        self.top_bar = TopBar(session)
        self.outage = Banner()
        self.fault = Banner()
        self.glass = Banner()
        self.taken_over = Banner()
        self._glass_watch = GlassWatch(session, self.glass, self)
        self._taken_over_watch = TakenOverWatch(session, self.taken_over, self)
        self.warnings = WorkstationWatch(session, self)
        self.list.speaker.use(str(self.state.value("sound/device", "")))
        self._held_watch = HeldWatch(session, self.list.speaker, time.monotonic, self)
        self._memo_watch = MemoWatch(session, self)
        self._told_watch = ToldWatch(session, self)
        self.wrong_files = Banner()
        self.unkept = Banner()
        """That drafts are not where they belong."""
        self.cards = CardDesk(session, actions, self.intake, self.pane)
        self.cards.rhythm.speaker.use(self.list.speaker.device)
        self.rhythm_strip = RhythmStrip(look, self.cards.rhythm)
        self.columns = Columns(look, self.intake, [self.list, self.cards.place], self.units)
        yield
        self._lay_out()
        self._bind()
        self._connect()
        self.columns.restore(self.state)
        if self.state.value("window/units_apart", False, bool):
            self.toggle_units_window()
        yield

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.session.look.px(3))
        column.addWidget(self.top_bar)
        column.addWidget(self.distress.strip)
        column.addWidget(self.outage)
        column.addWidget(self.warnings.clock)
        column.addWidget(self.warnings.version)
        column.addWidget(self.unkept)
        column.addWidget(self.fault)
        column.addWidget(self.glass)
        column.addWidget(self.taken_over)
        column.addWidget(self.wrong_files)
        column.addWidget(self.rhythm_strip)
        column.addWidget(self.columns, 1)
        column.addWidget(MessageLine(self.session, self.taking_back))

    def _bind(self) -> None:
        bind, pages = self.actions_table.bind, self.pages
        bind("desk.take_back", self.taking_back.take_back)
        bind("desk.order", self._order)
        bind("desk.memos", toggles(lambda: pages.memos))
        bind("desk.remind", pages.begin_reminder)
        bind("desk.message", pages.begin_message)
        bind("desk.sounds", toggles(lambda: pages.sounds))
        bind("desk.keys", toggles(lambda: pages.key_sheet))
        bind("desk.theme", self.toggle_theme)
        bind("desk.larger", lambda: self.resize_text(1))
        bind("desk.smaller", lambda: self.resize_text(-1))
        bind("place.keep", self._keep_place)
        bind("desk.look_up", self._look_up)
        bind("call.paper", toggles(lambda: pages.paper))
        bind("desk.kept", toggles(lambda: pages.waiting_acts))
        bind("desk.restored", self.ask_restored)
        bind("call.back_list", toggles(lambda: pages.call_backs))
        bind("desk.alarms", toggles(lambda: pages.alarms))
        bind("desk.warnings", toggles(lambda: pages.place_warnings))
        bind("contacts.phone", toggles(lambda: pages.phone_book))
        bind("desk.pin", lambda: ask_pin(self.session, self.prompt))
        bind("desk.hand_over", toggles(lambda: pages.hand_over))
        bind("desk.load", toggles(lambda: pages.load))
        bind("units.crews", toggles(lambda: pages.crews))
        bind("desk.desks", toggles(lambda: pages.desks))
        bind("desk.plans", toggles(lambda: pages.plans))
        bind("desk.cards", toggles(lambda: pages.cards))
        bind("desk.password", self.asks_password.emit)
        bind("desk.lock", self.asks_lock.emit)
        bind("desk.quit", self._quit)
        bind("desk.menu", self._show_menu)
        bind("units.window", self.toggle_units_window)
        self.top_bar.menu_button.clicked.connect(self._show_menu)

    def _connect(self) -> None:
        self.list.selected_changed.connect(self._show_selected)
        self.list.selected_changed.connect(self.units.selection_changed)
        self.units.asks_to_tell.connect(self.referrals.refer_to)
        self.distress.asks_to_tell.connect(self.referrals.refer_to)
        self.list.asks_take_over.connect(lambda case: ask_take_over(self.session, self.prompt, case))
        self.list.activated.connect(lambda _incident: self.pane.write_note())
        self.list.chosen.connect(self.meant.let_go)
        self.meant.changed.connect(self.units.selection_changed)
        self.list.holds_back = self.pane.holds_back = EarlyActs(self.session, self.meant, self).holds_back
        calls = self.intake.calls
        calls.opening.connect(lambda work: self.meant.begin(work.call.id, work.as_incident()))
        calls.came.connect(self.meant.opened)
        calls.unopened.connect(self.meant.unopened)
        calls.turned_to.connect(self.meant.follow)
        self.session.board_changed.connect(self._board_changed)
        self.pane.asks_select.connect(self.show_incident)
        self.pane.asks_to_tell.connect(self.pages.tell)
        self.pane.presence.watch_also(self.intake.form.fields, self.intake.incident_of_call)
        self.intake.calls.changed.connect(self.pane.presence.tell_again)
        self.session.freshness_changed.connect(self._show_freshness)
        self.session.kept_changed.connect(self._show_freshness)
        self.session.files_wrong.connect(lambda text: self.wrong_files.tell(text, can_be_put_away=True))
        self.session.pulse_changed.connect(self._show_freshness)
        self._show_freshness()

    def selected(self) -> Case | None:
        """The incident that is meant by what is entered; None while it is on its way to the board."""
        return self.meant.selected()

    def _show_selected(self, incident: str | None) -> None:
        """One that left the board stays shown: where it went, as into another, the pane has yet to read."""
        left = self.pane.incident is not None and self.pane.incident not in self.session.board.cases
        if incident is not None or not left:
            self.pane.show_case(incident)

    def _board_changed(self, change: BoardChange) -> None:
        shown = self.pane.incident
        if shown in change.cases and self.list.selected() is None:
            self.list.select(shown)

    def show_incident(self, incident: str) -> None:
        """Show an incident: in the list too when it is on the board.

        While one is shown that is not, nothing is selected: keys would act on another than the one shown.
        """
        self.meant.let_go()
        if not self.list.select(incident):
            self.list.select_none()
            self.pane.show_case(incident)

    def go_to_incident(self, incident: str) -> None:
        """Show an incident, with the cursor in the list."""
        self.show_incident(incident)
        self.list.go()

    def toggle_theme(self) -> None:
        """Day becomes night, night becomes day."""
        look = self.session.look
        look.theme = DAY if look.theme is NIGHT else NIGHT
        self._dress_anew()

    def resize_text(self, step: int) -> None:
        """The next larger or smaller text size."""
        look = self.session.look
        at = min(range(len(SIZES)), key=lambda one: abs(SIZES[one] - look.percent))
        look.percent = SIZES[max(0, min(len(SIZES) - 1, at + step))]
        self._dress_anew()

    def toggle_units_window(self) -> None:
        """Give the units a window of their own, for a second screen, or take them back."""
        if self._units_window is None:
            self.columns.detach(units_away=True)
            self._units_window = _UnitsWindow(self)
            for action in self._window.actions():
                self._units_window.addAction(action)
            self._units_window.show()
        else:
            apart, self._units_window = self._units_window, None
            self.state.setValue("window/units_geometry", apart.saveGeometry())
            apart.takeCentralWidget()
            self.columns.detach(units_away=False)
            apart.deleteLater()

    def end(self) -> None:
        """Remember how the panels stood, and stop listening."""
        self.intake.end()
        self.pane.presence.stop()
        self.cards.rhythm.stop()
        self.session.unsaved.stop()
        self.columns.save(self.state)
        self.state.setValue("window/theme", self.session.look.theme.name)
        self.state.setValue("window/text_size", self.session.look.percent)
        self.state.setValue("window/units_apart", self._units_window is not None)
        if self._units_window is not None:
            self.state.setValue("window/units_geometry", self._units_window.saveGeometry())
            self._units_window.hide()
        self.session.close()

    def lock(self) -> None:
        """Take no command, and show nothing in the second window, until `unlock`."""
        self._focus = self._window.focusWidget()
        self.actions_table.set_enabled(False)
        if self._units_window is not None:
            self._units_window.hide()

    def unlock(self) -> None:
        """Go on where the desk was locked."""
        self.actions_table.set_enabled(True)
        if self._units_window is not None:
            self._units_window.show()
        back = self._focus  # it may be gone: a question was answered meanwhile
        (back if back is not None and isValid(back) else self.intake).setFocus()

    def vacate(self) -> None:
        """Leave the window to another operator's panels."""
        self.actions_table.close()
        if self._units_window is not None:
            self._units_window.deleteLater()

    def _dress_anew(self) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        self.session.look.apply(app)
        self.session.look_changed.emit()
        self.columns.arrange()

    def _keep_place(self) -> None:
        """The place of the call that is typed into or being opened, else that of the incident shown."""
        focus = QApplication.focusWidget()
        typing = focus is not None and self.intake.isAncestorOf(focus)
        of_call = typing or self.meant.awaited is not None
        subject = self.intake.place_to_keep if of_call else self.pane.place_to_keep
        self._places.toggle(subject or self.intake.place_to_keep)

    def _order(self) -> None:
        self.pages.orders.open()

    def _look_up(self) -> None:
        self.pages.look_up.ask()

    def _quit(self) -> None:
        self._window.close()

    def ask_restored(self) -> None:
        """Ask what becomes of what is from before a restore."""
        ask_restored(self.session, self.prompt)

    def _show_menu(self) -> None:
        button = self.top_bar.menu_button
        if self._menu is None:
            self._menu = make_menu(self.actions_table, self)
        self._menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _show_freshness(self) -> None:
        follower, outage = self.session.services.follower, self.session.outage
        zone = self.session.clock.zone
        parts = () if outage is None else (banner_text(outage, zone), restored_text(self.session))
        if text := " ".join(part for part in parts if part):
            self.outage.tell(text, can_be_put_away=False)
        elif follower.freshness is Freshness.LIVE:
            self.outage.hide()
        elif follower.problem is not None:
            self.outage.tell(of_store(follower.problem), can_be_put_away=False)


class _UnitsWindow(QMainWindow):
    """The units on a second screen; closing it puts them back."""

    def __init__(self, view: DeskView) -> None:
        super().__init__()
        self._view = view
        self.setWindowTitle(f"Kulkul — {view.tr('Units')}")
        self.setCentralWidget(view.units)
        view.units.show()
        geometry = view.state.value("window/units_geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(view.session.look.px(420), view.session.look.px(700))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Put the units back beside the list."""
        event.ignore()
        self._view.toggle_units_window()
