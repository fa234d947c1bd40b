"""Every trouble of the database has words for a terminal."""

from desktop.runtime.commands.store_words import of_store
from desktop.store.problems import StoreError
from tests.problem_codes import troubles


def test_the_codes_are_those_of_the_store() -> None:
    known = {"unreachable", "old_primary", "bad_verifier", "last_administrator", "no_tls", "full"}
    assert known <= troubles()


def test_each_trouble_has_words_of_its_own() -> None:
    other = of_store(StoreError("nonsense", "DETAIL"))
    assert other == "the database could not do that: nonsense DETAIL"
    said = {one: of_store(StoreError(one, "DETAIL")) for one in troubles()}
    without = [one for one, words in said.items() if words == other.replace("nonsense", one)]
    assert without == []
