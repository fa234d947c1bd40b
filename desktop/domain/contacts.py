"""The phone book: whom a centre telephones, the tries, and who comes next when one did not help."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.domain.records import Record, col, record


class ContactKind(StrEnum):
    """Whom a contact is."""

    AGENCY = "agency"
    DUTY_OFFICER = "duty_officer"
    HOSPITAL = "hospital"
    NEIGHBOUR = "neighbour"
    OTHER = "other"


class TryResult(StrEnum):
    """What came of a try to reach somebody by telephone."""

    NO_ANSWER = "no_answer"
    BUSY = "busy"
    UNREACHABLE = "unreachable"
    WRONG_NUMBER = "wrong_number"
    TOLD = "told"


BETWEEN_NUMBERS = "/"
"""Stands between the numbers of one contact, the one to be tried first first."""

MOST_STEPS = 99
"""The longest order of escalation (ours)."""


@record("contact", uuid=False)
@dataclass(frozen=True, kw_only=True)
class Contact(Record):
    """Somebody to telephone. `numbers` are public; what is a person's is in the personal row.

    `step`: when he is tried among those of the same agency, from 1. `listed`: false once he is taken out.
    """

    name: str = col("reference", default="")
    contact_kind: ContactKind = col("reference", default=ContactKind.OTHER, choices=ContactKind)
    agency: str | None = col("reference", ref="agency")
    place: str = col("reference", default="")
    numbers: str = col("reference", default="")
    hours: str = col("reference", default="", limit=100)
    note: str = col("reference", default="")
    step: int = col("reference", default=1, between=(1, MOST_STEPS))
    rank: int = col("reference", default=0)
    listed: bool = col("reference", default=True)


@record("contact_private", uuid=False, personal=True)
@dataclass(frozen=True, kw_only=True)
class ContactPrivate(Record):
    """The person behind a contact and his own numbers: shares the contact's id."""

    person: str | None = col("person", limit=200)
    numbers: str | None = col("person")
    erased_at: datetime | None = col("erasure")


@record("contact_try")
@dataclass(frozen=True, kw_only=True)
class ContactTry(Record):
    """That somebody was telephoned: by which of his numbers, counted from 1, and with what result.

    The number itself is not kept: it may be a person's. Who was told what is the act's note.
    """

    contact: str = col(default="", ref="contact", subject=True)
    incident: str | None = col(ref="incident", subject=True, uuid=True)
    number: int = col(default=1, between=(1, MOST_STEPS))
    result: TryResult = col(default=TryResult.NO_ANSWER, choices=TryResult)
    tried_at: datetime | None = col()
    operator: str | None = col()


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """A contact with what is personal of it, as far as it may be read."""

    contact: Contact
    private: ContactPrivate

    @property
    def id(self) -> str:
        """The contact's id."""
        return self.contact.id

    @property
    def numbers(self) -> tuple[str, ...]:
        """All numbers in the order in which they are tried: the public ones first."""
        return (*split_numbers(self.contact.numbers), *split_numbers(self.private.numbers))


@dataclass(frozen=True, slots=True)
class Dial:
    """What is dialled: one number of a contact, counted from 1."""

    contact: str
    number: int


def split_numbers(text: str | None) -> tuple[str, ...]:
    """The numbers of a text, as they are written."""
    return tuple(one.strip() for one in (text or "").split(BETWEEN_NUMBERS) if one.strip())


def chain_of(entries: Iterable[ContactEntry], contact: Contact) -> tuple[ContactEntry, ...]:
    """All who are tried for a contact, in their order: those of its agency; without one, it alone."""
    listed = (one for one in entries if one.contact.listed or one.id == contact.id)
    if contact.agency is None:
        return tuple(one for one in listed if one.id == contact.id)
    found = (one for one in listed if one.contact.agency == contact.agency)
    return tuple(sorted(found, key=lambda one: (one.contact.step, one.contact.rank, one.id)))


def dials_of(chain: Iterable[ContactEntry]) -> tuple[Dial, ...]:
    """Every number in the order of escalation: all of one contact before the next contact."""
    return tuple(Dial(one.id, at) for one in chain for at in range(1, len(one.numbers) + 1))


def due(chain: Sequence[ContactEntry], tries: Iterable[ContactTry]) -> Dial | None:
    """What is dialled now, after these tries for one incident; None where nobody has a number.

    Who was reached last is reached there again. Else the first number that was not tried yet; when all
    were, the one whose last try is longest ago. A wrong number comes last of all.
    """
    dials = dials_of(chain)
    last = {dial: one for one in _in_order(tries) if (dial := Dial(one.contact, one.number)) in dials}
    newest = list(last.values())[-1:] if last else []
    reached = next((one for one in newest if one.result is TryResult.TOLD), None)
    if reached is not None:
        return Dial(reached.contact, reached.number)

    def turn(dial: Dial) -> tuple[bool, int, int]:
        tried = last.get(dial)
        wrong = tried is not None and tried.result is TryResult.WRONG_NUMBER
        return wrong, -1 if tried is None else list(last).index(dial), dials.index(dial)

    return min(dials, key=turn, default=None)


def next_after(chain: Sequence[ContactEntry], tries: Iterable[ContactTry]) -> Dial | None:
    """What is offered after the last of these tries; None once somebody was told, or nobody has a number."""
    known = tuple(_in_order(tries))
    ours = {one.id for one in chain}
    last = next((one for one in reversed(known) if one.contact in ours), None)
    return None if last is not None and last.result is TryResult.TOLD else due(chain, known)


def _in_order(tries: Iterable[ContactTry]) -> list[ContactTry]:
    """Each dial's last try at the end of the list."""
    found: dict[Dial, ContactTry] = {}
    known = sorted(tries, key=lambda one: (one.tried_at.timestamp() if one.tried_at else 0.0, one.id))
    for one in known:
        dial = Dial(one.contact, one.number)
        found.pop(dial, None)
        found[dial] = one
    return list(found.values())
