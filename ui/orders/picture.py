"""The board of a session as orders are read against it."""

from collections.abc import Callable

from desktop.domain.board import Case
from desktop.domain.recommendation import Recommendation
from desktop.operations.orders.picture import BoardNames, Picture
from ui.meant import Meant
from ui.session import Session
from ui.units.order import time_units


class Pictures:
    """Takes pictures of a desk's board; remembers what incidents are called."""

    def __init__(
        self,
        session: Session,
        meant: Meant | None = None,
        recommended: Callable[[str], Recommendation | None] = lambda _incident: None,
    ) -> None:
        self._session = session
        self._recommended = recommended
        self._meant = meant
        self._names = BoardNames(session.centre)

    def take(self, last: str | None = None, selected: Case | None = None) -> Picture:
        """The board as it is now. `last`: that of the last order. `selected`: else the one meant now."""
        session, board, meant = self._session, self._session.board, self._meant
        if selected is None and meant is not None:
            selected = meant.selected() or meant.to_come()
        return Picture(
            centre=session.centre,
            reference=board.reference,
            cases=board.cases,
            units=board.units,
            running=board.running_assignment,
            now=session.clock.now(),
            roles=session.desk.author.roles,
            names=self._names,
            warnings=board.warnings,
            distress=board.distress,
            ways=session.hospital_ways,
            selected=selected,
            last=last,
            spans=time_units(),
            recommended=self._recommended,
            memos=board.memos,
            login=session.desk.author.login,
            abbreviations=session.abbreviations.known,
            at_desks=session.at_desks,
            answers=board.answers,
            alarms=lambda: session.alarms,
            texts=session.texts,
        )
