"""Every error has words of its own on the screen."""

from desktop.domain.guards import GUARDS
from desktop.operations.desk import StoreError
from desktop.runtime.refusal_words import REFUSALS
from tests.problem_codes import refusals, troubles
from ui import problems


def test_every_refusal_has_words() -> None:
    codes = refusals() | set(GUARDS)
    assert {"too_many", "id_used", "changed", "category_restricts"} <= codes
    assert codes - set(REFUSALS) == set()


def test_no_words_for_refusals_that_nobody_makes() -> None:
    assert set(REFUSALS) - refusals() == {"unit_changed"}  # said for `changed` of a unit


def test_every_trouble_of_the_database_has_words() -> None:
    other = problems.of_store(StoreError("nonsense"))
    said = {one: problems.of_store(StoreError(one)) for one in troubles()}
    wordless = [one for one, words in said.items() if words == other.replace("nonsense", one)]
    assert wordless == []


def test_an_unknown_trouble_is_named_and_not_taken_for_another() -> None:
    assert "(nonsense)" in problems.of_store(StoreError("nonsense"))
