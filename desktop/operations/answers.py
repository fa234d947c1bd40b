"""What a caller answered to questions of cards, as a text of a draft: `fire.access=open fire.inside=yes`."""

import re
from collections.abc import Mapping
from typing import Any

from desktop.domain.cards import Given, Urgency, facts_from, urgency_of
from desktop.domain.incidents import UNSETTLED_PRIORITY, Incident
from desktop.domain.reference import Priority
from desktop.operations.draft_fields import Surroundings

_ANSWER = re.compile(r"([a-z_]+\.[a-z_]+)=([a-z_]+)")


def given_in(text: str) -> Given:
    """The answers in a text; what is none is passed over."""
    return dict(_ANSWER.findall(text))


def given_text(given: Given) -> str:
    """Answers as the text of a draft, always in the same order: databases do not keep that of JSON."""
    return " ".join(f"{name}={given[name]}" for name in sorted(given))


def answers_text(incident: Incident) -> str:
    """The answers that an incident's facts were made from, as the text of a draft."""
    kept = (incident.facts or {}).get("answers")
    if not isinstance(kept, Mapping):
        return ""
    return given_text(given_in(given_text({str(name): str(code) for name, code in kept.items()})))


def brought_urgency(category: str | None, answers: str, around: Surroundings) -> Urgency:
    """The priority that the category brings and answers change; P2 while it is not clear what happened."""
    found = around.reference.categories.get(category) if category else None
    brought = UNSETTLED_PRIORITY if found is None else found.priority
    card = around.cards.of_category(category)
    return Urgency(brought) if card is None else urgency_of(card, given_in(answers), brought)


def read_facts(texts: Mapping[str, str], around: Surroundings) -> Mapping[str, Any] | None:
    """The facts that a draft's answers make, as the incident keeps them."""
    category = texts["category"]
    found = around.reference.categories.get(category)
    brought: Priority | None = None if texts["priority"] or found is None else found.priority
    card = around.cards.of_category(category)
    return facts_from(around.cards.all, given_in(texts["answers"]), brought, card)
