"""Something said of a unit, and how it is carried out or asked for."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from desktop.domain.units import Assignment, Unit
from desktop.operations.desk import Outcome
from desktop.operations.typed_times import ENGLISH, INDONESIAN, ahead
from desktop.operations.unit_verbs import UnitVerb
from ui.prompt import Answers, Ask
from ui.session import Session
from ui.units.rows import moment_text
from ui.words import speaks_indonesian

Done = Callable[[], None]
Refused = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """Something said of a unit as the board then showed it, and who wants to hear what came of it."""

    unit: Unit
    running: Assignment | None
    verb: UnitVerb
    rest: str
    done: Done
    refused: Refused

    @property
    def sent(self) -> Assignment:
        """Its running assignment. ValueError for a unit without one."""
        if self.running is None:
            raise ValueError(self.unit.id)
        return self.running

    def then(self, done: Done) -> "Order":
        """The same order, with something else to do once it is written."""
        return replace(self, done=done)

    def as_verb(self, verb: UnitVerb) -> "Order":
        """Another thing said of the same unit, with nothing behind it."""
        return replace(self, verb=verb, rest="")


Perform = Callable[[Order, Awaitable[Outcome]], None]
AskFor = Callable[[Order, list[Ask], Callable[[Answers], Awaitable[Outcome] | None]], None]


def read_ahead(session: Session, text: str) -> datetime | None:
    """A time ahead as typed (14:05, 1405, +30m), in UTC; None for what is none."""
    return ahead(text, session.clock.now(), session.clock.zone, time_units())


def time_units() -> Mapping[str, int]:
    """Letters of spans of time in the operator's language, in seconds."""
    return INDONESIAN if speaks_indonesian() else ENGLISH


def understood(session: Session, text: str) -> str:
    """What is understood of a time ahead, while it is typed."""
    found = read_ahead(session, text)
    return f"→ {moment_text(session, found)}" if found is not None else ""
