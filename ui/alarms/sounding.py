"""The one way in which alarms are heard: the most dangerous that nobody has taken decides."""

from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QObject

from desktop.domain.alarm_answers import answer_id
from desktop.domain.alarm_clocks import WAITING
from desktop.domain.alarm_dues import Stage
from desktop.domain.alarms import Alarm
from desktop.domain.board import case_of
from desktop.domain.distress import DISTRESS
from desktop.domain.reference import Role
from desktop.runtime.alarm_words import what_text, who_text
from ui.actions import BY_ID, key_text
from ui.alarms.sounds import again_after, sound_of
from ui.incidents.sound import Sound, Speaker
from ui.naming import SEPARATOR
from ui.session import Level, Session

HEAR = frozenset({Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR, Role.WALL})
"""Who sits where alarms are waited for; an administrator or auditor works in an office and hears of crews
in danger only."""


class AlarmSound(QObject):
    """Looks each second. `monotonic` in seconds of the workstation's clock that never goes back."""

    def __init__(
        self, session: Session, speaker: Speaker, monotonic: Callable[[], float], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._speaker = speaker
        self._monotonic = monotonic
        self._heard: set[tuple[str, Stage]] = set()
        self._heard_at = 0.0
        self._said = ("", "")
        """The alarm that was told of in words last, and the words."""
        session.ticked.connect(self.look)

    def new_p1(self, incidents: Iterable[str]) -> None:
        """Let new P1 be heard at once, each time."""
        if HEAR & self._session.desk.author.roles:
            names = {answer_id(WAITING, one) for one in incidents}
            self._heard |= {(one.id, one.stage) for one in self._session.alarms if one.id in names}
            self._play(Sound.NEW_P1)

    def look(self) -> None:
        """Let be heard what is due now."""
        found = self._session.alarms
        hears_all = bool(HEAR & self._session.desk.author.roles)
        loudest = next((one for one in found if not one.quiet and (hears_all or one.everywhere)), None)
        self._heard &= {(one.id, one.stage) for one in found}
        self._withdraw({one.id for one in found if not one.quiet})
        if loudest is None:
            return
        key = (loudest.id, loudest.stage)
        new = key not in self._heard
        if new and loudest.everywhere:
            self._said = (loudest.id, self._words(loudest))
            self._session.said.emit(self._said[1], Level.PROBLEM)
        if new or self._monotonic() - self._heard_at >= again_after(loudest):
            self._heard.add(key)
            self._play(sound_of(loudest))

    def _play(self, sound: Sound) -> None:
        self._heard_at = self._monotonic()
        self._speaker.play(sound)

    def _withdraw(self, loud: Collection[str]) -> None:
        """Ask nobody to take what somebody took at another desk."""
        alarm, words = self._said
        if words and alarm not in loud:
            self._said = ("", "")
            self._session.unsaid.emit(words)

    def _words(self, alarm: Alarm) -> str:
        session = self._session
        case = case_of(session.board.cases, alarm.due.incident)
        number = session.number(case) if case is not None else ""
        text = self.tr("{who}: {what}. {key} takes the alarm.")
        return text.format(
            who=who_text(alarm, session.board.units, session.reference),
            what=SEPARATOR.join(part for part in (what_text(alarm), number) if part),
            key=key_text(BY_ID["crew.distress_taken" if alarm.due.kind == DISTRESS else "desk.alarms"]),
        )
