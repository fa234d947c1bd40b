"""Facts of an incident in words: every fact, value and hazard has some."""

import pytest

from desktop.domain.facts import VALUES, Fact, Hazard
from ui import fact_words
from ui.fact_words import facts_text, hazards_text, urgency_text

FACTS = {
    "people_inside": "yes",
    "access": "narrow",
    "hazards": ["smoke", "electricity"],
    "urgency": {"from": "P2", "to": "P1", "because": ["people_inside"]},
    "answers": {"fire.inside": "yes"},
    "cards": {"fire": "0" * 16},
}


def test_every_fact_value_and_hazard_has_words() -> None:
    assert set(fact_words._HAZARDS) == set(Hazard)
    assert set(fact_words._NAMES) == {*Fact, "people_hurt"}
    named = {one.rsplit(".", 1)[-1] for one in fact_words._VALUES}
    assert named == {value for values in VALUES.values() for value in values}


@pytest.mark.parametrize(
    ("tell", "facts", "text"),
    [
        (facts_text, FACTS, "people inside: yes, access: narrow alley"),
        (facts_text, {"floors": 3, "cellar": True, "lift": None}, "floors: 3, cellar"),
        (facts_text, {"burning": "vehicle"}, "burning: a vehicle"),
        (facts_text, None, ""),
        (hazards_text, FACTS, "smoke, electricity"),
        (hazards_text, {"hazards": ["dragons"]}, ""),
        (hazards_text, {"hazards": "fire"}, ""),
        (urgency_text, FACTS, "P1 (from P2): people inside: yes"),
        (
            urgency_text,
            {"urgency": {"from": "P1", "to": "P3", "because": ["people_hurt"]}},
            "P3 (from P1): people hurt",
        ),
        (urgency_text, {}, ""),
    ],
)
def test_words(tell: object, facts: object, text: str) -> None:
    assert callable(tell)
    assert tell(facts) == text
