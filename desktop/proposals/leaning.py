"""Words that lean towards a category: most phrases they stand in are its own."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from desktop.proposals.patterns import Element, Pattern

_FROM, _MOSTLY, _OFTEN = 6.0, 0.5, 2.0
"""Phrases counted weigh so much at least; a word leans by this part of them, and so many of them."""
_LEANS = 3.0
"""What a word that stands in one category's phrases only weighs alone: too little to propose, by design."""
_NAMED = 4
"""Members from which on a group does not name each of its words, but all of them together once."""


def leanings(
    patterns: Mapping[str, Sequence[Pattern]], beside: str, unsaying: Collection[str]
) -> dict[str, list[Pattern]]:
    """For each category but `beside`, patterns of one word each, made of those that lean towards it.

    Nobody writes down every phrase: of "kawat kendur di atas genteng" half the words are in no phrase that
    was written, and yet some of them are said of little else. `unsaying`: keys of words that say nothing by
    themselves, however often they stand in phrases.
    """
    said: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for code, many in patterns.items():
        for pattern in many:
            if pattern.weight >= _FROM:
                for element in pattern.elements:
                    _count(said, code, element)
    found: dict[str, list[Pattern]] = defaultdict(list)
    for key, counted in said.items():
        code, count = max(counted.items(), key=lambda one: one[1])
        part = count / sum(counted.values())
        if key not in unsaying and code != beside and part >= _MOSTLY and count >= _OFTEN:
            found[code].append(Pattern(key, (Element(frozenset({key})),), _LEANS * part))
    return found


def _count(said: Mapping[str, dict[str, float]], code: str, element: Element) -> None:
    if element.denied:
        return
    share = 1 / len(element.keys) if len(element.keys) >= _NAMED else 1.0
    for key in element.keys:
        said[key][code] += share
