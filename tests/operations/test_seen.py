"""Which version of a record a desk builds on, while its own acts and those of others go by."""

from dataclasses import replace

from desktop.domain.incidents import Incident
from desktop.operations.seen import Seen


def _incident(address: str, act: str, **others: str) -> Incident:
    return Incident(id="i", address=address, acts={"place": act, "category": "a0", **others})


def test_what_another_wrote_is_news_in_its_group_alone() -> None:
    seen = Seen(_incident("Jl. A", "a1"))
    other = _incident("Jl. B", "a2")
    assert seen.news(other) == {"place"}
    seen.adopt(other, {"place"})
    assert seen.record.address == "Jl. B"
    assert seen.news(other) == frozenset()


def test_news_that_come_late_are_no_news() -> None:
    seen = Seen(_incident("Jl. A", "a1"))
    seen.adopt(_incident("Jl. B", "a2"), {"place"})
    assert seen.news(_incident("Jl. A", "a1")) == frozenset()


def test_a_group_that_is_not_adopted_keeps_its_base_and_values() -> None:
    seen = Seen(_incident("Jl. A", "a1"))
    seen.adopt(replace(_incident("Jl. B", "a2"), opened_by="made"), ())
    assert seen.record.address == "Jl. A"
    assert seen.record.acts["place"] == "a1"
    assert seen.record.opened_by == "made"


def test_writing_over_builds_on_the_act_in_the_way() -> None:
    seen = Seen(_incident("Jl. A", "a1"))
    seen.rebase("place", "a2")
    assert seen.record.acts["place"] == "a2"
    assert seen.record.address == "Jl. A"


def test_what_was_written_beside_what_is_written_over_is_news() -> None:
    seen = Seen(_incident("Jl. A", "a1"))
    seen.rebase("place", "a2")
    beside = replace(_incident("Jl. B", "a2"), landmark="dekat bank")
    assert seen.news(beside) == {"place"}
    seen.rebase("place", "a3")  # as one's own act does
    assert seen.news(beside) == frozenset(), "an act that was written over"
    ours = replace(beside, address="Jl. A", acts={**beside.acts, "place": "a3"})
    assert seen.news(ours) == {"place"}
    seen.adopt(ours, {"place"})
    assert seen.record.landmark == "dekat bank"
    assert seen.news(ours) == frozenset()
