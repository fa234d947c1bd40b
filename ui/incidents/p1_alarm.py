"""A new P1 is heard and its row lit."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QTimer

from ui.alarms.sounding import AlarmSound
from ui.incidents.p1_watch import P1Watch
from ui.incidents.sound import Speaker
from ui.incidents.table_model import RowsModel
from ui.session import Session

LIT_MS = 3_000
_CHECK_SOUND_MS = 1_500
"""Whether there is sound is tried once the window stands."""


class P1Alarm(QObject):
    """Listens to nobody: the panel tells it what changed. `monotonic` in seconds."""

    def __init__(
        self,
        session: Session,
        model: RowsModel,
        speaker: Speaker,
        monotonic: Callable[[], float],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._model = model
        self._sound = AlarmSound(session, speaker, monotonic, self)
        self._watch = P1Watch()
        self._watch.begin(session.board.cases)
        model.lit.connect(self._lit)
        QTimer.singleShot(_CHECK_SOUND_MS, self, speaker.check)

    def look(self, ids: Iterable[str]) -> None:
        """Take what changed on the board, once the list has taken it."""
        new = self._watch.look(ids, self._session.board.cases)
        if new:
            self._sound.new_p1(new)
            self._model.light(new)

    def unseen(self, first: int, last: int) -> list[str]:
        """Numbers of the P1 that call for somebody and are not within those rows of the list.

        The list's filter hides them, or it is scrolled away from them.
        """
        cases = self._session.board.cases
        out = [one for one in self._watch.calling if not self._is_seen(one, first, last)]
        return sorted(self._session.number(cases[one]) for one in out if one in cases)

    def _is_seen(self, one: str, first: int, last: int) -> bool:
        row = self._model.row_of(one)
        return self._model.waits(one) if row is None else first <= row <= last

    def _lit(self, one: str) -> None:
        QTimer.singleShot(LIT_MS, self, lambda: self._model.unlight(one))
