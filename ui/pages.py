"""What lies over the desk for a while: pages that are made when they are asked for, none while it opens."""

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication

from ui.naming import SEPARATOR

if TYPE_CHECKING:
    from desktop.domain.board import CaseDetail
    from ui.alarms.page import AlarmsPage
    from ui.calling_back.page import CallBackPage
    from ui.cards.page import CardsPage
    from ui.desk_view import DeskView
    from ui.desks.page import DesksPage
    from ui.key_sheet import KeySheet
    from ui.look_up.panel import LookUp
    from ui.memos.page import MemosPage
    from ui.orders.desk import OrderDesk
    from ui.outage.waiting import WaitingActs
    from ui.paper.page import PaperPage
    from ui.phone_book.page import PhoneBookPage
    from ui.place_warnings.page import WarningsPage
    from ui.plans.page import PlansPage
    from ui.shift.crews import CrewsPage
    from ui.shift.hand_over import HandOverPage
    from ui.shift.load import LoadPage
    from ui.sounds.page import SoundsPage
    from ui.telling.page import TellingPage


class Page(Protocol):
    """What one key shows and puts away."""

    def toggle(self) -> None:
        """Show it, or put it away."""


def toggles(page: Callable[[], Page]) -> Callable[[], None]:
    """For a key: shows a page, which need not be there before, or puts it away."""

    def toggle() -> None:
        page().toggle()

    return toggle


class Pages:
    """The pages of a desk by name, their modules imported with them: together they slow a start by 40 ms."""

    def __init__(self, view: "DeskView") -> None:
        self._view = view
        self._session = view.session

    @cached_property
    def look_up(self) -> "LookUp":
        """The search over all years."""
        from ui.look_up.panel import LookUp

        page = LookUp(self._session, self._view)
        page.found.connect(self._view.show_incident)
        return page

    @cached_property
    def orders(self) -> "OrderDesk":
        """The command line."""
        from ui.orders.desk import OrderDesk, Screen
        from ui.orders.picture import Pictures

        view = self._view
        screen = Screen(
            view.show_incident,
            view.list.filter_by,
            self.look_up_words,
            view.intake.begin_call,
            view.taking_back.take_back,
            self.read_out,
            toggles(lambda: self.hand_over),
            toggles(lambda: self.crews),
        )
        pictures = Pictures(self._session, view.meant, view.units.recommended_for)
        desk = OrderDesk(self._session, view, pictures, screen, view.meant)
        view.list.selected_changed.connect(lambda _incident: desk.look())
        view.meant.changed.connect(desk.look)
        return desk

    def look_up_words(self, text: str) -> None:
        """Search for a text through all years."""
        self.look_up.ask_for(text)

    def begin_reminder(self) -> None:
        """Begin an order that sets a reminder."""
        self.orders.begin_reminder()

    def begin_message(self) -> None:
        """Begin an order that sends a message."""
        self.orders.begin_message()

    @cached_property
    def telling(self) -> "TellingPage":
        """Whom to tell of an incident, and the words."""
        from ui.telling.page import TellingPage

        return TellingPage(self._session, self._view)

    def tell(self, detail: "CaseDetail") -> None:
        """Ask who is told of an incident."""
        self.telling.open(detail)

    def read_out(self, text: str, title: str) -> None:
        """Show words large that are read out over radio or telephone."""
        self.telling.read_out(text, title)

    @cached_property
    def waiting_acts(self) -> "WaitingActs":
        """What was kept during an outage and waits for a decision."""
        from ui.outage.waiting import WaitingActs

        page = WaitingActs(self._session, self._view)
        page.asks_of_restore.connect(self._view.ask_restored)
        return page

    @cached_property
    def desks(self) -> "DesksPage":
        """Who is signed in where."""
        from ui.desks.page import DesksPage

        return DesksPage(self._session, self._view)

    @cached_property
    def cards(self) -> "CardsPage":
        """All question cards."""
        from ui.cards.page import CardsPage

        return CardsPage(self._session, self._view)

    @cached_property
    def plans(self) -> "PlansPage":
        """Response plans, for an administrator."""
        from ui.plans.page import PlansPage

        return PlansPage(self._session, self._view)

    @cached_property
    def paper(self) -> "PaperPage":
        """Reports from paper."""
        from ui.paper.page import PaperPage

        return PaperPage(self._session, self._view)

    @cached_property
    def call_backs(self) -> "CallBackPage":
        """Whom to call back."""
        from ui.calling_back.page import CallBackPage

        page = CallBackPage(self._session, self._view)
        page.asks_call.connect(self._view.intake.call_back)
        return page

    @cached_property
    def memos(self) -> "MemosPage":
        """Reminders and messages."""
        from ui.memos.page import MemosPage

        page = MemosPage(self._session, self._view)
        page.asks_new.connect(self.begin_reminder)
        return page

    def _show_memo(self, memo: str) -> None:
        self.memos.show_at(memo)

    @cached_property
    def alarms(self) -> "AlarmsPage":
        """What is late or in danger."""
        from ui.alarms.page import AlarmsPage

        page = AlarmsPage(self._session, self._view)
        page.chosen.connect(self._view.go_to_incident)
        page.asks_memo.connect(self._show_memo)
        return page

    @cached_property
    def sounds(self) -> "SoundsPage":
        """The sounds, and the device on which they are heard."""
        from ui.sounds.page import SoundsPage

        view = self._view
        speakers = (view.list.speaker, view.cards.rhythm.speaker)
        return SoundsPage(self._session, speakers, view.state, view)

    @cached_property
    def place_warnings(self) -> "WarningsPage":
        """Warnings of places."""
        from ui.place_warnings.page import WarningsPage

        return WarningsPage(self._session, self._view.selected, self._view)

    @cached_property
    def phone_book(self) -> "PhoneBookPage":
        """Whom to telephone."""
        from ui.phone_book.page import PhoneBookPage

        return PhoneBookPage(self._session, self._view.selected, self._view)

    @cached_property
    def hand_over(self) -> "HandOverPage":
        """How things stand, for the operator who comes next."""
        from ui.shift.hand_over import HandOverPage

        return HandOverPage(self._session, self._view)

    @cached_property
    def load(self) -> "LoadPage":
        """What each operator has to do."""
        from ui.shift.load import LoadPage

        return LoadPage(self._session, self._view)

    @cached_property
    def crews(self) -> "CrewsPage":
        """Which crews are on duty."""
        from ui.shift.crews import CrewsPage

        return CrewsPage(self._session, self._view)

    @cached_property
    def key_sheet(self) -> "KeySheet":
        """All commands with their keys."""
        from ui.key_sheet import KeySheet

        def abbreviations() -> str:
            known = self._session.abbreviations.known
            text = QCoreApplication.translate("KeySheet", "Own abbreviations (Ctrl+K): {texts}")
            return (
                text.format(texts=SEPARATOR.join(f"{one} = {known[one]}" for one in known)) if known else ""
            )

        return KeySheet(self._session.look, self._view, abbreviations)
