"""Question cards: what is asked about a kind of incident, and what an answer makes known.

A card is read from a file (`desktop.operations.cards`); whether the city's medical officer approved this
version of it is a row of the database.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from desktop.domain.facts import PEOPLE_HURT, Fact, Hazard
from desktop.domain.records import Record, col, record
from desktop.domain.reference import Priority

ANSWERS = 5
"""Answers that a question may have: as many as there are keys for them."""

DIGEST_FORM = "[0-9a-f]{16}"
"""What tells two versions of a card apart, as a regular expression that both databases read alike."""

CARD_FORM = "[a-z][a-z_]{0,30}"
"""The code of a card, likewise."""


class ApprovalState(StrEnum):
    """What was decided of one version of a card. Without a decision it is proposed."""

    APPROVED = "approved"
    WITHDRAWN = "withdrawn"


@record("card_approval", uuid=False)
@dataclass(frozen=True, kw_only=True)
class CardApproval(Record):
    """A decision on one version of a card; its id is the card's code and the version's digest."""

    card: str = col(default="", limit=32)
    version: str = col(default="", limit=16)
    """The digest of the version that was decided on."""
    state: ApprovalState = col("approval", default=ApprovalState.APPROVED, choices=ApprovalState)
    decided_at: datetime | None = col("approval")
    decided_by: str | None = col("approval")


def approval_id(card: str, digest: str) -> str:
    """The id of the decision on a version of a card."""
    return f"{card}.{digest}"


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages of the screen."""

    indonesian: str
    english: str


@dataclass(frozen=True, slots=True)
class CardSource:
    """A publication that was read. `year` None: it bears none. `read`: the day on which it was, as ISO."""

    title: str
    publisher: str
    year: int | None
    address: str
    read: str


@dataclass(frozen=True, slots=True)
class Instruction:
    """What the caller is told, and the publication that says so. `always`: from the first moment on."""

    code: str
    words: Words
    source: CardSource
    always: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, what it makes known, and what it does to the priority."""

    code: str
    words: Words
    facts: Mapping[Fact, str] = field(default_factory=dict)
    hazards: tuple[Hazard, ...] = ()
    people_hurt: int | None = None
    at_least: Priority | None = None
    """The incident is at least so urgent."""
    at_most: Priority | None = None
    """The incident is no more urgent than that, unless another answer says so."""
    tells: tuple[str, ...] = ()
    """Codes of instructions that it calls for."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its answers, in the order of their keys."""

    code: str
    words: Words
    answers: tuple[Answer, ...]

    def answer(self, code: str | None) -> Answer | None:
        """The answer of that code, or None."""
        return next((one for one in self.answers if one.code == code), None)


@dataclass(frozen=True, slots=True)
class Card:
    """A question card. `digest` tells this version from others."""

    code: str
    words: Words
    categories: tuple[str, ...]
    questions: tuple[Question, ...]
    instructions: tuple[Instruction, ...]
    digest: str
    compressions: bool = False
    """Whether the rhythm for chest compressions belongs to it."""

    @property
    def approval_id(self) -> str:
        """The id of the decision on this version."""
        return approval_id(self.code, self.digest)

    @property
    def sources(self) -> tuple[CardSource, ...]:
        """The publications behind its instructions, each once."""
        return tuple(dict.fromkeys(one.source for one in self.instructions))


Given = Mapping[str, str]
"""What a caller answered: `card.question` → the answer's code."""


def key_of(card: Card, question: Question) -> str:
    """The name under which the answer to a question is kept."""
    return f"{card.code}.{question.code}"


def answers_given(card: Card, given: Given) -> Iterator[tuple[Question, Answer]]:
    """The questions of a card that were answered, with their answers; others are passed over."""
    for question in card.questions:
        answer = question.answer(given.get(key_of(card, question)))
        if answer is not None:
            yield question, answer


def told(card: Card, given: Given) -> tuple[Instruction, ...]:
    """What the caller is to be told now: what answers call for, the last first, then what holds always."""
    called_for = [code for _, answer in answers_given(card, given) for code in answer.tells]
    last_first = list(dict.fromkeys(reversed(called_for)))
    rank = {code: place for place, code in enumerate(last_first)}
    wanted = [one for one in card.instructions if one.always or one.code in rank]
    return tuple(sorted(wanted, key=lambda one: rank.get(one.code, len(rank))))


@dataclass(frozen=True, slots=True)
class Urgency:
    """The priority that answers lead to, and what did so: names of facts, or `people_hurt`."""

    priority: Priority
    because: tuple[str, ...] = ()


def urgency_of(card: Card, given: Given, brought: Priority) -> Urgency:
    """The priority after the answers, from the one that the category brings.

    One answer that makes it more urgent outweighs all that would make it less.
    """
    found = [answer for _, answer in answers_given(card, given)]
    raised = min((one.at_least for one in found if one.at_least is not None), default=None)
    if raised is not None and raised < brought:
        return Urgency(raised, _reasons(one for one in found if one.at_least == raised))
    lowered = max((one.at_most for one in found if one.at_most is not None), default=None)
    if raised is None and lowered is not None and lowered > brought:
        return Urgency(lowered, _reasons(one for one in found if one.at_most == lowered))
    return Urgency(brought)


def _reasons(answers: Iterator[Answer]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for one in answers:
        found.update(dict.fromkeys(fact.value for fact in one.facts))
        if not one.facts:
            found[PEOPLE_HURT] = None
    return tuple(found)


def facts_from(
    cards: Sequence[Card], given: Given, brought: Priority | None, card: Card | None
) -> Mapping[str, Any] | None:
    """The facts of an incident as they are kept, or None when nothing was answered.

    `card`: the one of the incident's category, which alone decides about the priority. `brought`: what the
    category brings, or None where the operator set the priority himself.
    """
    if not given:
        return None
    facts: dict[str, Any] = {}
    hazards: dict[Hazard, None] = {}
    for one in (*(other for other in cards if other is not card), *([card] if card else [])):
        for _, answer in answers_given(one, given):
            facts.update({fact.value: value for fact, value in answer.facts.items()})
            hazards.update(dict.fromkeys(answer.hazards))
    if hazards:
        facts["hazards"] = [one.value for one in hazards]
    urgency = urgency_of(card, given, brought) if card and brought else None
    if urgency is not None and urgency.priority != brought:
        facts["urgency"] = {
            "from": str(brought),
            "to": urgency.priority.value,
            "because": list(urgency.because),
        }
    facts["answers"] = dict(given)
    used = [one for one in cards if any(True for _ in answers_given(one, given))]
    facts["cards"] = {one.code: one.digest for one in used}
    return facts
