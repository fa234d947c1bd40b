"""Facts of an incident corrected, withdrawn or told later: through the answers from which they were made."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop.domain.cards import Answer, Card, Question, answers_given, key_of
from desktop.domain.drafts import DRAFT_FIELDS
from desktop.domain.incidents import Incident
from desktop.domain.records import Value
from desktop.operations.answers import answers_text, given_in, given_text
from desktop.operations.draft_fields import Surroundings
from desktop.operations.draft_values import incident_texts, read_texts

_FIELDS = ("answers", "priority", "people_hurt")
"""Fields of a draft that an answer decides about."""


@dataclass(frozen=True, slots=True)
class Replacement:
    """Another answer to a question, or the first one (`old` None); `new` None: the answer is withdrawn."""

    card: Card
    question: Question
    old: Answer | None
    new: Answer | None

    @property
    def code(self) -> str:
        """Tells it from the others: `fire.inside=no`, or `fire.inside` for withdrawing."""
        key = key_of(self.card, self.question)
        return key if self.new is None else f"{key}={self.new.code}"


def replacements(incident: Incident, around: Surroundings) -> Iterator[Replacement]:
    """All that can be said otherwise of what was answered, of each question first that it is withdrawn; then
    what was not answered yet of the category's card: who knows it may call, or speak on the radio, later.
    """
    given = given_in(answers_text(incident))
    for card in around.cards.all:
        for question, old in answers_given(card, given):
            yield Replacement(card, question, old, None)
            for new in question.answers:
                if new is not old:
                    yield Replacement(card, question, old, new)
    own = around.cards.of_category(incident.category)
    for question in own.questions if own is not None else ():
        if own is not None and question.answer(given.get(key_of(own, question))) is None:
            yield from (Replacement(own, question, None, new) for new in question.answers)


def replaced(incident: Incident, one: Replacement, around: Surroundings) -> Mapping[str, Value]:
    """The values of the incident's columns that change with another answer; priority and hurt follow.

    A priority that was set by hand stays, and so does a count of hurt people that the answer did not bring.
    """
    texts = {**dict.fromkeys(DRAFT_FIELDS, ""), **incident_texts(incident, around)}
    given = dict(given_in(texts["answers"]))
    given.pop(key_of(one.card, one.question), None)
    if one.new is not None:
        given[key_of(one.card, one.question)] = one.new.code
    texts["answers"] = given_text(given)
    brought = "" if one.old is None or one.old.people_hurt is None else str(one.old.people_hurt)
    if (one.old is None or brought) and texts["people_hurt"] == brought:
        hurt = None if one.new is None else one.new.people_hurt
        texts["people_hurt"] = "" if hurt is None else str(hurt)
    values = read_texts(texts, around).of(_FIELDS)
    return {name: value for name, value in values.items() if value != getattr(incident, name)}
