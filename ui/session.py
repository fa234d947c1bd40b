"""What every panel of a desk shares: the operator's desk, the board, the clock, one doorway for messages."""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.domain.alarms import Alarm
from desktop.domain.board import Case, Reference
from desktop.domain.centre import Centre
from desktop.domain.kinds_calls import TAKERS
from desktop.domain.memos import MemoEntry
from desktop.domain.presence import LooksAt
from desktop.domain.units import Unit
from desktop.gazetteer.desk import PlaceSearch
from desktop.live.alarms import Alarms
from desktop.live.board import Board, BoardChange
from desktop.live.clock import CentreClock
from desktop.operations.acted import Acted
from desktop.operations.cards import Cards, read_cards
from desktop.operations.cards_read import CardError
from desktop.operations.desk import Desk, Done, Outcome, Refusal, StoreError
from desktop.operations.draft_fields import Surroundings
from desktop.operations.outage import Status
from desktop.operations.packs_texts import Texts
from desktop.proposals.desk import ProposalSearch
from desktop.roads.desk import RoadSearch
from desktop.runtime.abbreviations import Abbreviations
from desktop.runtime.card_words import of_cards
from desktop.runtime.services import Services
from desktop.runtime.tasks import Tasks
from ui import problems
from ui.hospital_ways import HospitalWays
from ui.theme import Look
from ui.turns import Turns
from ui.unsaved import Unsaved

SHOWN_PROBLEMS = 3
"""Of what is wrong with question cards, and with templates; `./run doctor` tells all of it."""
SHOWN_SECONDS = 5.0
"""How long it is waited for the board to show an act of one's own: longer than a lost notice is missed."""


class Level(StrEnum):
    """How loud a message is."""

    DONE = "done"
    PROBLEM = "problem"


class Session(QObject):
    """One signed-in desk. Panels read the board and the clock here and act through `perform`."""

    cards_read = Signal()
    """The question cards are there."""
    roads_read = Signal()
    """The centre's roads are there, or others than before."""
    files_wrong = Signal(str)
    """Words about question cards or templates that cannot be used."""
    board_changed = Signal(object)
    """BoardChange."""
    ticked = Signal()
    """Each second of the wall's clock."""
    alarms_changed = Signal()
    """`alarms` is another list."""
    freshness_changed = Signal()
    said = Signal(str, object)
    """(text, Level): the doorway for messages that belong to no field."""
    unsaid = Signal(str)
    """What was said with this text holds no more: whoever still shows it takes it away."""
    wrote = Signal(object)
    """Acted: an act of this desk was accepted."""
    look_changed = Signal()
    pulse_changed = Signal()
    """Another desk looks at something else, or keeps more or fewer acts."""
    kept_changed = Signal()
    """The server went or came back, or what is kept here became more or less."""
    roles_changed = Signal()
    """The operator's roles are others now: `desk` has them."""
    places_grew = Signal()
    """There are more places to search, or others."""
    signed_out = Signal()
    """The operator's account was removed or its password changed: the desk has to be left. Told once."""

    def __init__(self, services: Services, desk: Desk, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.services = services
        self.desk = desk
        self.look = look
        self.cards = Cards()
        self.texts: Texts | None = None
        """The templates of dispatch texts; None until they are read, or where they cannot be used."""
        self.unsaved = Unsaved(desk.author.login, self)
        self.turns = Turns()
        self.places = PlaceSearch(self.reference.areas.values(), self.centre.city, self.places_grew.emit)
        """What is searched while a place is typed."""
        self.proposals = ProposalSearch(self.centre.city)
        """What is asked while a narrative is typed."""
        self.abbreviations = Abbreviations()
        """The operator's own, for the command line."""
        self.roads = RoadSearch()
        """What says who should go, by road where roads are known."""
        self.tasks: Tasks = services.tasks
        self.hospital_ways = HospitalWays(self.board, self.roads, self.start)
        """How far it is from a case to the hospitals."""
        self.roads_read.connect(self.hospital_ways.forget)
        self._ends_listening = services.follower.board.listen(self._board_changed)
        self._alarms = Alarms(services.follower.board)
        self.alarms: tuple[Alarm, ...] = self._alarms.at(self.clock.now())
        """What is late or in danger, the most dangerous first; the same at every desk."""
        self.unanswered = 0
        """How many acts that keys asked for are being written, of which nobody knows yet what comes."""
        self._is_out = False
        self._wrong: list[str] = []
        services.follower.on_freshness(self.freshness_changed.emit)
        services.follower.on_pulse(self._take_pulse)
        if services.kept is not None:
            services.kept.listen(self._kept_changed)
        self._second = QTimer(self)
        self._second.timeout.connect(self._look_at_alarms)
        self._second.timeout.connect(self.ticked)
        self._second.start(1000)

    @property
    def board(self) -> Board:
        """The picture of now."""
        return self.services.follower.board

    @property
    def clock(self) -> CentreClock:
        """The centre's time."""
        return self.services.follower.clock

    @property
    def centre(self) -> Centre:
        """The centre at which this desk works."""
        return self.services.store.centre

    @property
    def reference(self) -> Reference:
        """The centre's reference data."""
        return self.board.reference

    @property
    def around(self) -> Surroundings:
        """What texts that are typed now are read against."""
        return Surroundings(
            reference=self.reference,
            area_code=self.centre.area_code,
            zone=self.clock.zone,
            now=self.clock.now(),
            cards=self.cards,
            locate=self.places.locate if self.places.has_borders else None,
        )

    @property
    def outage(self) -> Status | None:
        """How the desk stands to its server; None at an embedded file."""
        return None if self.services.kept is None else self.services.kept.status

    async def read_cards(self, own: Path) -> None:
        """Read the question cards, off the screen's thread; the desk works without them too."""
        try:
            self.cards = await asyncio.to_thread(read_cards, own)
        except CardError as error:
            self._tell_wrong(of_cards(error))
        self.cards_read.emit()

    async def read_texts(self, own: Path) -> None:
        """Read the templates of dispatch texts, off the screen's thread; the desk works without them too."""
        from desktop.operations.dispatch_files import load_texts
        from desktop.operations.packs import PackError
        from desktop.runtime.commands.file_words import of_pack

        try:
            self.texts = await asyncio.to_thread(load_texts, self.centre.city, own)
        except PackError as error:
            self._tell_wrong(of_pack(error).splitlines()[1:])

    def _tell_wrong(self, lines: Sequence[str]) -> None:
        """Say what of the city's own files cannot be used, beside what was said already."""
        self._wrong += [one.strip() for one in lines[:SHOWN_PROBLEMS]]
        self.files_wrong.emit("\n".join(self._wrong))

    def look_at(self, incident: str | None, field: str | None = None) -> None:
        """Tell the other desks which incident is open here, and in which field is typed."""
        self.services.store.look_at(None if incident is None else LooksAt(incident, field))

    def lookers(self, incident: str) -> list[tuple[str, str | None]]:
        """The names of those who have an incident open at other desks, each with the field typed in."""
        name = self.reference.operator_name
        looks = [(one.login, one.looks_at) for one in self.services.follower.at_work()]
        return [(name(login), at.field) for login, at in looks if at is not None and at.incident == incident]

    def editors(self) -> dict[str, str]:
        """By incident, the name of somebody who types into a field of it at another desk."""
        name = self.reference.operator_name
        looks = [(one.looks_at, one.login) for one in self.services.follower.at_work()]
        return {at.incident: name(login) for at, login in looks if at is not None and at.field is not None}

    @property
    def memos(self) -> tuple[MemoEntry, ...]:
        """The reminders and messages that are this desk's concern: none of who only looks on."""
        return tuple(self.board.memos.values()) if TAKERS & self.desk.author.roles else ()

    @property
    def at_desks(self) -> frozenset[str]:
        """The logins of those who are at other desks now."""
        return frozenset(one.login for one in self.services.follower.at_work())

    def number(self, case: Case) -> str:
        """An incident's number as the list shows it: 24-018."""
        incident = case.incident
        if incident.day is None:
            return ""
        return self.centre.number(incident.day, incident.serial).short

    def units_by_call_sign(self) -> list[Unit]:
        """All units, in the order of the fleet."""
        return sorted(self.board.units.values(), key=lambda unit: (unit.rank, unit.call_sign))

    async def follow_places(self, copy: Path) -> None:
        """Bring the centre's places into memory, and keep them in step, until cancelled.

        `copy`: the file in which imported ones lie on the workstation.
        """
        from desktop.gazetteer.copying import Copying
        from desktop.gazetteer.loading import PlaceLoading

        services = self.services
        loading = PlaceLoading(
            services.store,
            self.places,
            self.reference.areas.keys(),
            Copying(copy),
            lambda: services.store_is_away,
        )
        await loading.follow(self.board)

    async def follow_roads(self, copy: Path) -> None:
        """Reckon by the centre's roads, and keep in step with imports, until cancelled.

        `copy`: the file in which imported ones lie on the workstation.
        """
        services = self.services
        await self.roads.follow(services.store, lambda: services.store_is_away, self.roads_read.emit, copy)

    def start(self, work: Coroutine[Any, Any, None], name: str) -> asyncio.Task[None]:
        """Run something that outlives the key that began it; it ends with the desk at the latest."""
        return self.tasks.start(work, name)

    def perform(
        self,
        intention: Awaitable[Outcome],
        *,
        done: Callable[[Done], None] | None = None,
        refused: Callable[[str], None] | None = None,
        undoes: bool = False,
    ) -> None:
        """Carry out an intention and say what came of it.

        `done` hears of success once the board shows it: the next key builds on that. `refused` gets the words
        of a refusal or an outage to show beside the field; without it they go through the doorway.
        `undoes`: it takes another act back, and is not taken back itself.
        """
        self.unanswered += 1
        self.turns.begin()
        self.services.writes.start(self._perform(intention, done, refused, undoes=undoes), "perform")

    async def _perform(
        self,
        intention: Awaitable[Outcome],
        done: Callable[[Done], None] | None,
        refused: Callable[[str], None] | None,
        *,
        undoes: bool,
    ) -> None:
        board = self.board  # as the operator saw it
        units, cases, memos = dict(board.units), dict(board.cases), dict(board.memos)
        answers = dict(board.answers)
        say = refused or (lambda text: self.said.emit(text, Level.PROBLEM))

        def tell(text: str) -> None:
            self.turns.end(lambda: say(text))

        why = ""
        try:
            outcome = await intention
            if isinstance(outcome, Refusal):
                why = await problems.explain(self, outcome)
        except StoreError as error:
            tell(problems.of_store(error))
            return
        except Exception:
            tell(problems.of_fault())  # or who waits for an answer would take no further key
            raise
        finally:
            self.unanswered -= 1
        if isinstance(outcome, Refusal):
            tell(why)
            return
        if not undoes:
            self.wrote.emit(Acted(outcome.act, units, cases, memos, answers))
        then = done or (lambda _done: None)
        await self._when_shown(outcome, lambda: self.turns.end(lambda: then(outcome)))

    async def _when_shown(self, outcome: Done, tell: Callable[[], None]) -> None:
        """Tell as soon as the board has come to an act: no key may fall between the two.

        It is waited for a while at most: the board may be cut off.
        """
        told = asyncio.get_running_loop().create_future()

        def listener(_change: BoardChange | None = None) -> None:
            if told.done() or not self.board.shows(outcome.act.id, outcome.result.sequence):
                return
            try:
                tell()
            except Exception as error:
                told.set_exception(error)
            else:
                told.set_result(None)

        ends_listening = self.board.listen(listener)
        try:
            listener()
            async with asyncio.timeout(SHOWN_SECONDS):
                await told
        except TimeoutError:
            if told.cancelled():  # else the board came to it in this very moment, and it is told
                tell()
        finally:
            ends_listening()

    def close(self) -> None:
        """Stop ticking and listening."""
        self._second.stop()
        self._ends_listening()
        self.places.close()
        self.proposals.close()
        self.roads.close()

    @property
    def is_out(self) -> bool:
        """Whether `signed_out` was told."""
        return self._is_out

    @property
    def removed(self) -> bool:
        """Whether the database said that the operator's account was removed."""
        pulse = self.services.follower.pulse
        return pulse is not None and pulse.removed

    def _take_pulse(self) -> None:
        follower, author = self.services.follower, self.desk.author
        if self._tell_signed_out():
            return
        pulse = follower.pulse
        if pulse is not None and pulse.roles != author.roles:
            self.desk = replace(self.desk, author=replace(author, roles=pulse.roles))
            self.start(self._read_anew(), "read what the roles let be seen")
            self.roles_changed.emit()
        self.pulse_changed.emit()

    def _kept_changed(self) -> None:
        if not self._tell_signed_out():
            self.kept_changed.emit()

    def _tell_signed_out(self) -> bool:
        """Tell once that the server lets the operator in no more; whether it does not."""
        outage = self.outage
        refused = outage is not None and outage.problem == "sign_in" and not outage.detached
        if (refused or self.services.follower.signed_out) and not self._is_out:
            self._is_out = True
            self.signed_out.emit()
        return self._is_out

    async def _read_anew(self) -> None:
        """What is restricted looks otherwise with other roles, though nobody changed it."""
        with suppress(StoreError):  # the banner tells of it; afterwards everything is read anyway
            await self.services.follower.refresh()

    def _board_changed(self, change: BoardChange) -> None:
        self._alarms.take(change)
        self.hospital_ways.look(change)
        self.board_changed.emit(change)
        self._look_at_alarms()

    def _look_at_alarms(self) -> None:
        found = self._alarms.at(self.clock.now())
        if found is not self.alarms:
            self.alarms = found
            self.alarms_changed.emit()
