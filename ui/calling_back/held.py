"""A line on hold asks for attention at every desk that takes calls: a word in the bar, then a sound."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.domain.board import CallEntry
from desktop.domain.disclosure import may_take_calls
from desktop.domain.holding import Waiting, held, waiting
from ui.incidents.sound import Sound, Speaker
from ui.session import Level, Session
from ui.times import age_text

AGAIN_SECONDS = 15.0
"""How often a line that waits long is heard again (ours: as a P1 that nobody takes)."""

_SOUNDS = {Waiting.WAITS: Sound.HELD, Waiting.LONG: Sound.HELD_LONG}


class HeldWatch(QObject):
    """Looks each second: the rows of the board tell the same at every desk. `monotonic` in seconds."""

    def __init__(
        self, session: Session, speaker: Speaker, monotonic: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._speaker = speaker
        self._monotonic = monotonic
        self._told: dict[str, Waiting] = {}
        self._heard_at: float | None = None
        session.ticked.connect(self.look)

    def look(self) -> None:
        """Say and sound what is due now."""
        if not may_take_calls(self._session.desk.author.roles):
            return
        now = self._session.clock.now()
        lines = held(self._session.board.calls.values())
        before, self._told = self._told, {one.id: waiting(one.call.held_at, now) for one in lines}
        worst = max(self._told.values(), default=Waiting.NOT_YET)
        new = [one for one in lines if self._told[one.id] > before.get(one.id, Waiting.NOT_YET)]
        for one in new:
            self._session.said.emit(self._words(one), Level.PROBLEM)
        due = self._heard_at is None or self._monotonic() - self._heard_at >= AGAIN_SECONDS
        if worst in _SOUNDS and (new or (worst is Waiting.LONG and due)):
            self._heard_at = self._monotonic()
            self._speaker.play(_SOUNDS[worst])

    def _words(self, entry: CallEntry) -> str:
        held_at = entry.call.held_at
        age = age_text(self._session.clock.age(held_at)) if held_at is not None else ""
        who = self._session.reference.operator_name(entry.call.operator)
        text = self.tr("A caller has been on hold for {age} ({who}): Ctrl+F3 takes the line.")
        return text.format(age=age, who=who)
