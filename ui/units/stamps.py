"""Correcting a time: which stamp, the right time, why. What was written first stays and is shown."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QObject

from desktop.domain.board import Case
from desktop.domain.hospitals import HANDED_OVER, Transport
from desktop.domain.referrals import Referral, ReferralState
from desktop.domain.units import STAMP_ORDER, Assignment, AssignmentState
from desktop.operations.choosing import Choice, Chooser
from desktop.operations.desk import Outcome
from desktop.operations.typed_times import near
from desktop.operations.units import correct_stamp
from ui.asking import Topic, ask_and_act
from ui.choice_field import Find, Option
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.times import clock_text, date_text
from ui.units.order import time_units
from ui.units.rows import translate
from ui.units.speech import stamp_word
from ui.words import word

_Stamped = Assignment | Referral | Transport


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp that is set. `name` is that of its column without `_at`."""

    seen: _Stamped
    name: str
    at: datetime
    first: datetime | None

    @property
    def code(self) -> str:
        """What tells stamps apart."""
        return f"{self.seen.id}:{self.name}"


def stamps_of(records: Sequence[_Stamped]) -> tuple[Stamp, ...]:
    """All stamps that are set, the latest first."""
    found = []
    for seen in records:
        names: Sequence[str] = STAMP_ORDER
        if isinstance(seen, Referral):
            names = [state.value for state in ReferralState]
        elif isinstance(seen, Transport):
            names = (HANDED_OVER,)
        for name in names:
            at = getattr(seen, f"{name}_at")
            if at is not None:
                found.append(Stamp(seen, name, at, getattr(seen, f"{name}_first")))
    return tuple(sorted(found, key=lambda one: one.at, reverse=True))


class StampCorrection(QObject):
    """Asks for a stamp of the unit in question, else of the selected incident, and corrects it."""

    def __init__(
        self, session: Session, prompt: Prompt, selected: Callable[[], Case | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt
        self._selected = selected
        self._choices: Mapping[str, Stamp] = {}

    def ask(self, unit: str = "") -> None:
        """Ask which time was wrong. `unit`: of its present assignment, if it has one."""
        stamps = stamps_of(self._records(unit))
        if not stamps:
            self._session.said.emit(self.tr("There is no time to correct."), Level.PROBLEM)
            return
        self._choices = {stamp.code: stamp for stamp in stamps}
        title, topic = self.tr("Correct a time"), Topic(stamps[0].seen.id, "stamp")
        asks = self._asks(stamps[0])
        ask_and_act(self._session, self._prompt, topic, title, asks, self._act, lambda *_: None)

    def _asks(self, first: Stamp) -> Sequence[Ask]:
        return (
            Ask(
                "stamp",
                self.tr("Which time?"),
                find=self._options(),
                code=first.code,
                text=self._text(first),
                needed=self.tr("Which time?"),
                select=True,
            ),
            Ask(
                "time",
                self.tr("Right time (20:59, 20:59:30, -5m)"),
                needed=self.tr("Which time is right?"),
                check=self._wrong,
                preview=self._understood,
            ),
            Ask("reason", self.tr("Why?"), needed=self.tr("A reason is needed.")),
        )

    def _options(self) -> Find:
        chooser = Chooser([Choice(code, self._text(stamp)) for code, stamp in self._choices.items()])

        def options(text: str) -> Sequence[Option]:
            return [Option(one.choice.code, one.choice.label) for one in chooser.find(text, limit=50)]

        return options

    @property
    def _chosen(self) -> Stamp | None:
        return self._choices.get(self._prompt.value("stamp")) if self._prompt.asks("stamp") else None

    def _wrong(self, text: str) -> str | None:
        if self._chosen is None or self._moment(text, self._chosen) is not None:
            return None
        return self.tr("No time up to now. Type 20:59 or 20:59:30.")

    def _understood(self, text: str) -> str:
        found = self._moment(text, self._chosen) if self._chosen else None
        return f"→ {self._time(found)}" if found else ""

    def _act(self, answers: Answers) -> Awaitable[Outcome] | None:
        stamp = self._choices.get(answers["stamp"])
        moment = self._moment(answers["time"], stamp) if stamp else None
        return self._correct(stamp, moment, answers["reason"]) if stamp and moment else None

    def _records(self, unit: str) -> Sequence[_Stamped]:
        running = self._session.board.running_assignment(unit) if unit else None
        if running is not None:
            return (running,)
        case = self._selected()
        return (*case.assignments, *case.referrals, *case.transports) if case else ()

    def _correct(self, stamp: Stamp, moment: datetime, reason: str) -> Awaitable[Outcome]:
        seen, unit, ended = stamp.seen, None, None
        if isinstance(seen, Transport):
            case = self._session.board.cases.get(seen.incident)
            assignments = case.assignments if case is not None else ()
            ended = next((one for one in assignments if one.id == seen.id), None)
        if isinstance(seen, Assignment) and seen.state is AssignmentState.RUNNING:
            unit = self._session.board.units.get(seen.unit)
        return correct_stamp(self._session.desk, seen, stamp.name, moment, reason, unit, ended)

    def _moment(self, text: str, stamp: Stamp) -> datetime | None:
        clock = self._session.clock
        return near(text, stamp.at, clock.now(), clock.zone, time_units())

    def _text(self, stamp: Stamp) -> str:
        """`Damkar 4 under way 20:59:40 (first 20:58:00)`."""
        text = f"{self._who(stamp)} {self._time(stamp.at)}"
        if stamp.first is None or stamp.first == stamp.at:
            return text
        return f"{text} " + translate("Units", "(first {time})").format(time=self._time(stamp.first))

    def _who(self, stamp: Stamp) -> str:
        seen = stamp.seen
        if isinstance(seen, Referral):
            agency = self._session.reference.agencies.get(seen.agency)
            return f"{agency.short_name if agency else seen.agency} {word(ReferralState(stamp.name))}"
        unit = self._session.board.units.get(seen.unit)
        return f"{unit.call_sign if unit else seen.unit} {stamp_word(stamp.name)}"

    def _time(self, moment: datetime) -> str:
        clock = self._session.clock
        text = clock_text(moment, clock.zone)
        same_day = clock.local(moment).date() == clock.local(clock.now()).date()
        return text if same_day else f"{date_text(moment, clock.zone)[:5]} {text}"
