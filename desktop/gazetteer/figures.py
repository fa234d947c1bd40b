"""Numbers said in words, as those of houses and alleys are: dua belas, tiga puluh satu."""

from collections.abc import Iterator, Mapping

_ONES: Mapping[str, int] = {
    "satu": 1,
    "dua": 2,
    "tiga": 3,
    "empat": 4,
    "lima": 5,
    "enam": 6,
    "tujuh": 7,
    "delapan": 8,
    "sembilan": 9,
}
_TEN, _TEENS = "puluh", "belas"
_SINGLE: Mapping[str, int] = {**_ONES, "sepuluh": 10, "sebelas": 11}


def figure(word: str) -> str:
    """A plain word for a number from 1 to 11 in figures; any other word as it is."""
    number = _SINGLE.get(word)
    return word if number is None else str(number)


def _said() -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for word, number in _ONES.items():
        if number > 1:
            yield (word, _TEENS), (str(10 + number),)
            yield (word, _TEN), (str(10 * number),)
            for last, ones in _ONES.items():
                yield (word, _TEN, last), (str(10 * number + ones),)


FIGURES: Mapping[tuple[str, ...], tuple[str, ...]] = dict(_said())
"""Numbers from 12 to 99 that are two or three words, in figures; a single word is a number only where one may
stand, for it is a name elsewhere."""
