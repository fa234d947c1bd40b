"""What a text about a place says: words that name something, what announces them, what only qualifies."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from desktop.domain.places import PlaceKind
from desktop.gazetteer.figures import figure
from desktop.gazetteer.vocabulary import FILLERS, KINDS, LONG_MARKS, MARKS, QUALIFIERS, SHORT, Mark
from desktop.gazetteer.words import Token, tokens

_LEGS = frozenset(("3", "4", "5", "6", "tiga", "empat", "lima", "enam"))
_LINKS = frozenset("-–—/&+")
_NUMBER_LIKE = 2
"""Letters that may stand alone behind a number of a house: 12 A, 332 X."""


@dataclass(frozen=True, slots=True)
class SaidArea:
    """An area that was said beside a place, and the words that say nothing else."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word that may belong to a name: the forms it may stand for, the likeliest first, and where it stands.

    `part`: the mark that announces it (Gang Mirah), or None; `begin`: where that mark stands, when the word
    comes right behind it, else where the word itself begins.
    """

    forms: tuple[str, ...]
    start: int
    end: int
    part: Mark | None = None
    begin: int = 0

    @property
    def is_number(self) -> bool:
        """Whether it is a figure, as of a street or an alley."""
        return self.forms[0].removeprefix("gg")[:1].isdigit()


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text about a place, taken apart. Spans are (first, behind the last) character of the text."""

    text: str
    words: tuple[Word, ...] = ()
    marks: frozenset[Mark] = frozenset()
    kinds: frozenset[PlaceKind] = frozenset()
    junction: bool = False
    crossing: bool = False
    """Whether two names are said with "and" between: of two streets that is their junction."""
    rt: str = ""
    rw: str = ""
    spans: dict[Mark, tuple[int, int]] = field(default_factory=dict)
    """Where numbers of houses, RT, RW and words as "in front of" stand; of several the first."""


def listen(text: str) -> Spoken:
    """Take a text apart. Every text is taken; what means nothing here stays a word."""
    return _Listener(text).listen()


@lru_cache(maxsize=20_000)
def name_words(name: str) -> tuple[tuple[str, ...], ...]:
    """The words of a place's name, each in the forms under which it is found; without what announces it."""
    spoken = _Listener(name, is_name=True).listen()
    return tuple(word.forms for word in spoken.words)


class _Listener:
    def __init__(self, text: str, *, is_name: bool = False) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._is_name = is_name
        self._at = 0
        self._part: Mark | None = None
        self._announced: int | None = None
        self._words: list[Word] = []
        self._marks: set[Mark] = set()
        self._kinds: set[PlaceKind] = set()
        self._spans: dict[Mark, tuple[int, int]] = {}
        self._read: dict[Mark, str] = {}
        self._junction = self._crossing = False
        self._streets = 0
        self._linked = False

    def listen(self) -> Spoken:
        while self._at < len(self._tokens):
            token = self._tokens[self._at]
            self._at += 1
            self._take(token)
        return Spoken(
            self._text,
            tuple(self._words),
            frozenset(self._marks),
            frozenset(self._kinds),
            self._junction,
            self._crossing,
            self._read.get(Mark.RT, ""),
            self._read.get(Mark.RW, ""),
            self._spans,
        )

    def _take(self, token: Token) -> None:
        if token.sign:
            self._sign(token)
            return
        mark = self._mark(token)
        if mark is None:
            self._word(token)
        elif mark in QUALIFIERS:
            self._qualifier(mark, token)
        elif mark is Mark.AND:
            self._linked = True
            following = self._next()
            on_roads = bool(self._words) and self._part in (None, Mark.STREET, Mark.JUNCTION)
            if on_roads and following is not None and MARKS.get(following.word) in (None, Mark.STREET):
                self._crossing = True
        else:
            self._announce(mark, token)

    def _mark(self, token: Token) -> Mark | None:
        mark = MARKS.get(token.word)
        following = self._next()
        if self._is_name:
            return mark if mark in _OF_NAMES else None
        if token.word.endswith("."):
            return None
        if token.word == "smp" and following is not None and following.word.isdigit():
            return None
        if token.word == "10" and self._text[token.start : token.end] in ("x", "X"):
            # "Jl. A x Jl. B": a sign, unless it is a tenth street.
            return Mark.AND if following is not None and MARKS.get(following.word) is Mark.STREET else None
        if mark is None and len(token.word) >= 6 and figure(token.word) == token.word:
            from rapidfuzz import process  # as in `desktop.operations.vocabulary`
            from rapidfuzz.distance import OSA

            near = process.extractOne(token.word, LONG_MARKS, scorer=OSA.distance, score_cutoff=1)
            mark = MARKS[near[0]] if near is not None else None
        return mark

    def _sign(self, token: Token) -> None:
        if token.word not in _LINKS:
            return
        before = self._text[token.start - 1 : token.start]
        after = self._text[token.end : token.end + 1]
        spaced = before.isspace() and after.isspace() and self._part is not Mark.BESIDE
        if spaced and token.word in "-–—" and self._words and not self._is_name:
            self._junction = True
        self._linked = True

    def _announce(self, mark: Mark, token: Token) -> None:
        if self._part is Mark.ENTER and mark is Mark.STREET:
            self._announced = token.start
            return
        if mark is Mark.STREET:
            self._streets += 1
            if self._streets > 1 and self._linked and self._part is Mark.STREET:
                self._junction = True
        if mark is Mark.JUNCTION:
            self._junction = True
            following = self._next()
            if following is not None and following.word in _LEGS:
                self._at += 1
        if mark is Mark.BESIDE:
            self._spans.setdefault(mark, (token.start, token.end))
        self._marks.add(mark)
        # "simpang jl. A": both announce the name behind them.
        if mark is Mark.ENTER:
            self._announced = None
        elif self._announced is None or mark is not Mark.STREET:
            self._announced = token.start
        self._part = mark
        self._linked = False

    def _qualifier(self, mark: Mark, token: Token) -> None:
        """A number of a house, a block, a kilometre, RT or RW, with the figures behind it."""
        end = token.end
        figures: list[str] = []
        while (following := self._next()) is not None and self._belongs(mark, following, figures):
            self._at += 1
            end = following.end
            if not following.sign:
                figures.append(figure(following.word))
        if figures:
            self._spans.setdefault(mark, (token.start, end))
            self._read.setdefault(mark, figures[0])
            if mark is Mark.RT and len(figures) > 1 and "/" in self._text[token.start : end]:
                self._read.setdefault(Mark.RW, figures[-1])
        self._marks.add(mark)

    @staticmethod
    def _belongs(mark: Mark, token: Token, figures: Sequence[str]) -> bool:
        if token.sign:
            return token.word in "/-" and bool(figures)
        is_figure = figure(token.word)[:1].isdigit()
        if mark is Mark.BLOCK:
            return (not figures and len(token.word) <= 3) or (len(figures) == 1 and is_figure)
        if mark is Mark.KM:
            return is_figure and not figures
        if mark is Mark.HOUSE and figures:
            return len(token.word) < _NUMBER_LIKE and token.word.isalpha()
        return is_figure

    def _word(self, token: Token) -> None:
        if token.word in FILLERS and not self._is_name:
            return
        begin = token.start if self._announced is None else self._announced
        self._announced = None
        for forms in self._forms(token):
            self._words.append(Word(forms, token.start, token.end, self._part, begin))
            kind = KINDS.get(forms[0])
            if kind is not None:
                self._kinds.add(kind)

    def _forms(self, token: Token) -> Iterator[tuple[str, ...]]:
        word = token.word.removesuffix(".")
        if word[:1].isdigit():
            before = self._tokens[self._at - 2] if self._at > 1 else None
            of_alley = before is not None and MARKS.get(before.word) is Mark.ALLEY
            numbers = (f"gg{word}", word) if of_alley else (word, f"gg{word}")
            yield numbers[:1] if self._is_name else numbers
            return
        forms = SHORT.get(word, (word,))
        if word == "ib" and self._words and self._is_name:
            forms = ("1b",)
        if len(forms) == 1:
            for part in forms[0].split():
                yield (part,)
        else:
            yield forms

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None


_OF_NAMES = frozenset((Mark.STREET, Mark.ALLEY, Mark.JUNCTION, Mark.AREA, Mark.DISTRICT))
"""Marks that a place's own name may have; "No" or "Depan" in a name are words of it."""
