"""Which incident is meant by what is entered: the selected one, or one that is still on its way."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.domain.board import Case
from desktop.domain.incidents import Incident
from desktop.live.board import Board, BoardChange
from desktop.operations.desk import Done
from ui.session import Session


class Meant(QObject):
    """From the key that opens an incident on, what is entered is meant for that one.

    Whoever is given something for it keeps that until `came` or `failed`. A row that the operator chooses
    meanwhile is meant again, and stays so when the answer comes: what he begins there is not to go elsewhere.
    """

    changed = Signal()
    """Another incident is meant although no other row was selected."""
    came = Signal(str, str)
    """What was awaited, and the incident by id: the board has it, or knows that it was closed at once."""
    failed = Signal(str)
    """What was awaited does not come: its opening was refused."""

    def __init__(
        self,
        session: Session,
        selected: Callable[[], Case | None],
        select: Callable[[str], bool] = lambda _incident: False,
        parent: QObject | None = None,
    ) -> None:
        """`select`: selects an incident by its id, and says whether the board has it."""
        super().__init__(parent)
        self._session = session
        self._in_list = selected
        self._select = select
        self._awaited: str | None = None
        self._openings: dict[str, str | None] = {}
        """What is on its way, by call (else by itself), and its incident once that is known."""
        self._done: dict[str, Done] = {}
        """What opened them, by call, until the board knows."""
        self._opened: dict[str, str] = {}
        self._refused: set[str] = set()
        self._as_typed: dict[str, Case] = {}
        session.board_changed.connect(self._board_changed)

    @property
    def awaited(self) -> str | None:
        """What is meant while it is on its way: the id that `came` or `failed` will tell."""
        return self._awaited

    def selected(self) -> Case | None:
        """The incident that is meant; None while it is on its way, and where none is selected."""
        return None if self._awaited is not None else self._in_list()

    def known_as(self) -> str:
        """The id of what is meant, also while it is on its way; empty where nothing is."""
        case = self._in_list() if self._awaited is None else None
        return self._awaited or (case.id if case is not None else "")

    def to_come(self) -> Case | None:
        """What is known of the incident that is meant while it is being opened; its id is its call's."""
        return self._as_typed.get(self._awaited or "")

    def case(self, known_as: str) -> Case | None:
        """The incident of an id, also of one under which it was awaited."""
        found = self._session.board.cases.get(self._opened.get(known_as, known_as))
        return self._as_typed.get(known_as) if found is None else found

    def why_none(self) -> str:
        """Why no incident is meant, in words."""
        if self._awaited is not None:
            return self.tr("The incident is still being opened.")
        return self.tr("Select an incident first (Ctrl+L).")

    def waits(self) -> str:
        """That something waits for its incident, in words."""
        return self.tr("Waits for the incident that is being opened")

    def is_coming(self, known_as: str) -> bool:
        """Whether an id is of something that is still being opened."""
        return known_as in self._as_typed

    def was_coming(self, known_as: str) -> bool:
        """Whether an id is of something that was awaited and came, or was refused."""
        return known_as not in self._as_typed and (known_as in self._opened or known_as in self._refused)

    def why_gone(self, known_as: str) -> str:
        """Why there is no incident of an id, in words."""
        if known_as in self._refused:
            return self.not_opened()
        return self.tr("That incident is no longer on the board.")

    def not_opened(self) -> str:
        """That the incident did not come, in words."""
        return self.tr("Not done: its incident was not opened")

    def begin(self, call: str, as_typed: Incident) -> None:
        """A call is being opened as an incident. `as_typed`: what is known of it so far."""
        self._openings.setdefault(call, None)
        self._refused.discard(call)
        self._as_typed[call] = Case(as_typed)
        self._awaited = call
        self.changed.emit()

    def follow(self, incident: str) -> None:
        """Mean an incident, as soon as the board has it."""
        self._awaited = None
        if not self._select(incident):
            self._awaited = incident
            self._openings[incident] = incident

    def opened(self, call: str, incident: str, done: Done) -> None:
        """The incident of a call is known. `done`: what opened it."""
        if call not in self._openings:
            return  # it joined one that is meant already
        self._openings[call], self._done[call] = incident, done
        if is_known(self._session.board, incident, done):
            self._arrive(call, incident)

    def unopened(self, call: str) -> None:
        """Nothing came of opening a call. One that was opened before stays so."""
        if self._openings.get(call, "") is not None:
            return
        del self._openings[call]
        self._as_typed.pop(call, None)
        self._refused.add(call)
        was_meant = self._awaited == call
        if was_meant:
            self._awaited = None
        self.failed.emit(call)
        if was_meant:
            self.changed.emit()

    def let_go(self) -> None:
        """The operator chose a row: that one is meant, whatever is on its way."""
        if self._awaited is not None:
            self._awaited = None
            self.changed.emit()

    def _arrive(self, call: str, incident: str) -> None:
        del self._openings[call]
        self._done.pop(call, None)
        self._as_typed.pop(call, None)
        self._opened[call] = incident
        if self._awaited == call:
            before = self._in_list()
            self._awaited = None
            self._select(incident)
            if before is not None and before.id == incident:
                self.changed.emit()
        self.came.emit(call, incident)

    def _board_changed(self, change: BoardChange) -> None:
        """Whatever came of it: what was closed or merged at once never comes to the board."""
        for call, incident in tuple(self._openings.items()):
            done = self._done.get(call)
            if incident is not None and has_come(self._session.board, change, incident, done):
                self._arrive(call, incident)


def is_known(board: Board, incident: str, done: Done) -> bool:
    """Whether the board shows an incident that `done` opened, or what became of it since."""
    return incident in board.cases or board.shows(done.act.id, done.result.sequence)


def has_come(board: Board, change: BoardChange, incident: str, done: Done | None) -> bool:
    """Whether that came with a change. A whole picture names nothing that left before it was taken."""
    named = incident in change.cases or incident in change.named
    return named or (change.is_whole and done is not None and is_known(board, incident, done))
