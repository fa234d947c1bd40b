"""What answers make known, and what they do to the priority: pure rules as tables."""

import pytest

from desktop.domain.cards import (
    Answer,
    Card,
    CardSource,
    Given,
    Instruction,
    Question,
    Urgency,
    Words,
    facts_from,
    told,
    urgency_of,
)
from desktop.domain.facts import Fact, Hazard
from desktop.domain.reference import Priority

P1, P2, P3 = Priority.P1, Priority.P2, Priority.P3
SAYS = Words("kata", "word")
SOURCE = CardSource("Buku", "PMI", 2020, "https://example.org", "2026-11-29")


def _answer(code: str, **known: object) -> Answer:
    return Answer(code, SAYS, **known)  # type: ignore[arg-type]  # - a table of few keys


PEOPLE = Question(
    "people",
    SAYS,
    (
        _answer(
            "yes", facts={Fact.TRAPPED: "yes"}, at_least=P1, hazards=(Hazard.COLLAPSE,), tells=("knock",)
        ),
        _answer("no", people_hurt=0, at_most=P3),
        _answer("unknown", facts={Fact.TRAPPED: "unknown"}),
    ),
)
POWER = Question(
    "power",
    SAYS,
    (
        _answer("on", facts={Fact.POWER_CUT: "needed"}, hazards=(Hazard.ELECTRICITY,), tells=("off",)),
        _answer("gone", facts={Fact.POWER_CUT: "done"}, at_most=P2),
    ),
)
CARD = Card(
    code="flood",
    words=SAYS,
    categories=("flood",),
    questions=(PEOPLE, POWER),
    instructions=(
        Instruction("knock", SAYS, SOURCE),
        Instruction("off", SAYS, SOURCE),
        Instruction("calm", SAYS, SOURCE, always=True),
    ),
    digest="0" * 16,
)
OTHER = Card("tree", SAYS, ("tree",), (Question("people", SAYS, PEOPLE.answers),), (), "1" * 16)
YES, NO, UNKNOWN = ({"flood.people": code} for code in ("yes", "no", "unknown"))
ON, GONE = ({"flood.power": code} for code in ("on", "gone"))


@pytest.mark.parametrize(
    ("given", "brought", "priority", "because"),
    [
        ({}, P2, P2, ()),
        (YES, P2, P1, ("trapped",)),
        (YES, P1, P1, ()),
        (NO, P2, P3, ("people_hurt",)),
        (NO, P3, P3, ()),
        (NO, P1, P3, ("people_hurt",)),
        (UNKNOWN, P2, P2, ()),
        (GONE, P1, P2, ("power_cut",)),
        (NO | GONE, P1, P3, ("people_hurt",)),
        (YES | GONE, P2, P1, ("trapped",)),
        (YES | GONE, P1, P1, ()),
        ({"flood.people": "gone"}, P2, P2, ()),
        ({"tree.people": "yes"}, P2, P2, ()),
    ],
)
def test_priority(given: Given, brought: Priority, priority: Priority, because: tuple[str, ...]) -> None:
    assert urgency_of(CARD, given, brought) == Urgency(priority, because)


def test_facts_are_made_from_all_answers_and_say_why_the_priority_differs() -> None:
    assert facts_from((CARD, OTHER), YES | ON, P2, CARD) == {
        "trapped": "yes",
        "power_cut": "needed",
        "hazards": ["collapse", "electricity"],
        "urgency": {"from": "P2", "to": "P1", "because": ["trapped"]},
        "answers": YES | ON,
        "cards": {"flood": "0" * 16},
    }


def test_a_priority_set_by_hand_needs_no_reason_of_the_card() -> None:
    facts = facts_from((CARD,), YES, None, CARD)
    assert facts is not None
    assert "urgency" not in facts


def test_another_category_keeps_what_was_answered_but_its_card_decides() -> None:
    given = {"tree.people": "yes", "flood.people": "no"}
    facts = facts_from((CARD, OTHER), given, P2, CARD)
    assert facts is not None
    assert facts["trapped"] == "yes"
    assert facts["urgency"] == {"from": "P2", "to": "P3", "because": ["people_hurt"]}
    assert facts_from((CARD, OTHER), {}, P2, CARD) is None


@pytest.mark.parametrize(
    ("given", "codes"),
    [
        ({}, ["calm"]),
        (YES, ["knock", "calm"]),
        (YES | ON, ["off", "knock", "calm"]),
        (NO | GONE, ["calm"]),
    ],
)
def test_what_to_tell_the_caller_follows_the_answers(given: Given, codes: list[str]) -> None:
    assert [one.code for one in told(CARD, given)] == codes
