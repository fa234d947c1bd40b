"""What a card shows of one call: the question asked now, what was answered, what to tell the caller."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop.domain.cards import (
    ApprovalState,
    Card,
    CardApproval,
    CardSource,
    Given,
    Instruction,
    Question,
    Words,
    answers_given,
    key_of,
    told,
)
from desktop.operations.answers import given_in
from desktop.operations.cards import Cards
from ui.words import speaks_indonesian

translate = QCoreApplication.translate


def said(words: Words) -> str:
    """A card's text in the language of the screen."""
    return words.indonesian if speaks_indonesian() else words.english


@dataclass(frozen=True, slots=True)
class Asked:
    """How far a card is with one call. `at`: which question is asked now, or how many there are when none."""

    card: Card
    given: Given
    at: int

    @property
    def question(self) -> Question | None:
        """The question that is asked now; None when all are answered."""
        return self.card.questions[self.at] if self.at < len(self.card.questions) else None

    @property
    def progress(self) -> str:
        """As `2/5`."""
        return f"{min(self.at + 1, len(self.card.questions))}/{len(self.card.questions)}"

    @property
    def answered(self) -> str:
        """What was answered, as `Is anybody inside? Yes · …`, without the question asked now."""
        found = answers_given(self.card, self.given)
        parts = (
            f"{said(one.words)} {said(answer.words)}" for one, answer in found if one is not self.question
        )
        return " · ".join(parts)

    @property
    def chosen(self) -> str | None:
        """The code that was answered to the question asked now, when the operator came back to it."""
        return None if self.question is None else self.given.get(key_of(self.card, self.question))

    @property
    def instructions(self) -> tuple[Instruction, ...]:
        """What the caller is to be told now."""
        return told(self.card, self.given)


def first_open(card: Card, given: Given, after: int = -1) -> int:
    """The first question without an answer behind one, then from the start; their count for none."""
    count = len(card.questions)
    order = [*range(after + 1, count), *range(after + 1)]
    return next((at for at in order if key_of(card, card.questions[at]) not in given), count)


def answers_words(answers: str, cards: Cards) -> str:
    """A draft's answers in words, as `Is anybody inside? Yes`, a line for each that a card knows."""
    given = given_in(answers)
    return "\n".join(
        f"{said(question.words)} {said(answer.words)}"
        for card in cards.all
        for question, answer in answers_given(card, given)
    )


def source_text(source: CardSource, *, whole: bool = False) -> str:
    """A publication as `PMI 2020`, or whole with title, address and the day on which it was read."""
    year = str(source.year) if source.year is not None else translate("CardPanel", "no year")
    if not whole:
        return f"{source.publisher} ({year})"
    read = translate("CardPanel", "read {day}").format(day=source.read)
    return f"{source.publisher}: {source.title} ({year}). {source.address} ({read})"


def is_approved(card: Card, approvals: Mapping[str, CardApproval]) -> bool:
    """Whether this version of a card was approved."""
    found = approvals.get(card.approval_id)
    return found is not None and found.state is ApprovalState.APPROVED
