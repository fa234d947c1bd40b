"""Facts that were answered at a card, corrected and withdrawn by key; what is said of it on the timeline."""

import pytest

from desktop.operations.answers import read_facts
from desktop.operations.cards import Cards
from tests.ui.pane.conftest import OpenPane
from tests.ui.pane.entries import HERE, entry, names, update
from tests.ui.pane.scene import Scene
from ui.pane.changes import field_changes, fold

EMPTY = {"category": "fire_building", "priority": ""}


@pytest.fixture
def burning(opened: OpenPane, scene: Scene, cards: Cards) -> str:
    """A fire with somebody inside, as a card's answers told: its priority came with them."""
    session = scene.desk.session
    session.cards = cards
    texts = {**EMPTY, "answers": "fire.what=house fire.inside=yes"}
    facts = read_facts(texts, session.around)
    return scene.open(category="fire_building", priority="P1", people_hurt=None, facts=facts)


def _correct(opened: OpenPane, words: str) -> None:
    opened.driver.press("Ctrl+Shift+T")
    opened.driver.type(words)
    opened.driver.settle()
    opened.driver.press("Return")
    opened.driver.until(lambda: not opened.prompt.isVisible(), "corrected")


def test_a_fact_is_corrected_and_withdrawn_and_the_first_stays_on_the_timeline(
    opened: OpenPane, scene: Scene, burning: str
) -> None:
    opened.show(burning)
    assert "people inside: yes" in opened.pane.facts.text
    _correct(opened, "inside no")
    opened.driver.until(lambda: scene.case(burning).incident.facts["people_inside"] == "no")  # type: ignore[index]  # - it has some
    opened.driver.until(
        lambda: any("people inside: yes → people inside: no" in one for one in opened.timeline), "told"
    )
    assert not any("burning" in one for one in opened.timeline if "→" in one), "only what changed is named"
    assert "corrected" in opened.said[-1]
    _correct(opened, "inside taken")
    opened.driver.until(lambda: "people_inside" not in (scene.case(burning).incident.facts or {}))
    assert (scene.case(burning).incident.facts or {})["burning"] == "house"


def test_a_fact_is_found_by_the_words_in_which_the_incident_shows_it(
    opened: OpenPane, scene: Scene, burning: str
) -> None:
    opened.show(burning)
    _correct(opened, "people inside: no")
    opened.driver.until(lambda: (scene.case(burning).incident.facts or {})["people_inside"] == "no")
    _correct(opened, "burning taken")
    opened.driver.until(lambda: "burning" not in (scene.case(burning).incident.facts or {}))


def test_what_was_not_asked_in_the_call_is_told_later(opened: OpenPane, scene: Scene, burning: str) -> None:
    opened.show(burning)
    _correct(opened, "gas cylinder")
    opened.driver.until(lambda: "gas" in (scene.case(burning).incident.facts or {}).get("hazards", ()))
    assert (scene.case(burning).incident.facts or {})["people_inside"] == "yes"


def test_without_a_card_there_is_nothing_to_correct(opened: OpenPane, scene: Scene) -> None:
    opened.show(scene.open(category="fire_building"))
    opened.driver.press("Ctrl+Shift+T")
    assert not opened.prompt.isVisible()
    assert opened.said[-1] == "No card asks about such an incident."


def test_of_two_acts_told_as_one_only_what_differs_in_the_end_is_named() -> None:
    first = {"burning": "house", "people_inside": "yes", "access": "open"}
    second = {**first, "people_inside": "no"}
    third = {**second, "access": "narrow"}
    one = field_changes(
        entry("incident.described", update("incident", HERE, facts=second), before=({"facts": first},)),
        names(),
    )
    two = field_changes(
        entry("incident.described", update("incident", HERE, facts=third), before=({"facts": second},)),
        names(),
    )
    assert [each.text for each in one] == ["Facts: people inside: yes → people inside: no"]
    (both,) = fold(one, two)
    assert both.text == ("Facts: people inside: yes, access: open → people inside: no, access: narrow alley")
    back = field_changes(
        entry("incident.described", update("incident", HERE, facts=first), before=({"facts": third},)),
        names(),
    )
    assert fold(fold(one, two), back) == []
