"""One key raises the alarm of the selected incident, another lowers it."""

from PySide6.QtCore import QObject

from desktop.domain.board import Case
from desktop.domain.plans import FIRST_LEVEL, highest_level
from desktop.operations.incidents import set_alarm
from ui.meant import Meant
from ui.session import Level, Session


class AlarmLevel(QObject):
    """Steps as far as the response plans go; what is recommended follows."""

    def __init__(self, session: Session, meant: Meant, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._meant = meant
        self._more: dict[str, int] = {}
        """By incident of which a step is being written, the steps asked for since: each builds on that."""

    def step(self, by: int) -> None:
        """One level up, or down with -1."""
        case = self._meant.selected()
        if case is None:
            self._say(self._meant.why_none(), Level.PROBLEM)
        elif case.id in self._more:
            self._more[case.id] += by
        else:
            self._step(case, by)

    def _step(self, case: Case, by: int) -> None:
        level = max(case.incident.alarm_level, FIRST_LEVEL) + by
        most = highest_level(self._session.reference.plans, case.incident.category)
        if not FIRST_LEVEL <= level <= most:
            nothing = self.tr("Nothing is planned for this incident above alarm {level}.").format(level=most)
            lowest = self.tr("The alarm is at its lowest level.")
            self._say(nothing if by > 0 else lowest, Level.PROBLEM)
            return
        number = self._session.number(case)
        text = self.tr("{number}: alarm {level}").format(number=number, level=level)
        self._more[case.id] = 0
        act = set_alarm(self._session.desk, case.incident, level)
        self._session.perform(
            act,
            done=lambda _done: self._came(case.id, text, Level.DONE),
            refused=lambda why: self._came(case.id, why, Level.PROBLEM),
        )

    def _came(self, incident: str, text: str, level: Level) -> None:
        more, case = self._more.pop(incident), self._session.board.cases.get(incident)
        self._say(text, level)
        if more and case is not None and level is Level.DONE:
            self._step(case, more)

    def _say(self, text: str, level: Level) -> None:
        self._session.said.emit(text, level)
