"""Reading the lexicon's files: what all cities share, then what one city adds.

`resources/lexicon/README.md` describes the files. Every error names its file; all of them are told at once.
"""

import re
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from desktop.proposals.hearing import Hearing, Spoken
from desktop.proposals.leaning import leanings
from desktop.proposals.lexicon import NOTHING, Lexicon
from desktop.proposals.patterns import Element, Keys, Pattern
from desktop.proposals.problems import LexiconError, LexiconProblem
from desktop.proposals.stems import Stems
from desktop.proposals.text import plain

WEIGHTS: Mapping[str, float] = {
    "whole": 20.0,
    "sure": 9.0,
    "strong": 6.0,
    "fair": 4.0,
    "weak": 2.0,
    "hint": 1.0,
    "against": -5.0,
}
"""What a pattern under each heading weighs. Ours: a strong one is enough, a fair one needs another."""
CITY_FILE = "lexicon.toml"

_SECTIONS = {"short", "deny", "groups", "categories", NOTHING}
_LISTS = {"passed", "addresses", "unsaying", "masked", "endings", "unchecked"}
_LINE = re.compile(r"at line (\d+)")
_WORD = re.compile(r"[a-z0-9]+(?:[-_+][a-z0-9]+)*\+?")
_AT_AN_END = re.compile(r"\^[a-z0-9]+|[a-z0-9]+\$")


@dataclass
class _Gathered:
    """What all files say, before it is made into patterns. Texts with the file that has them."""

    short: dict[str, str] = field(default_factory=dict)
    deny: dict[str, int] = field(default_factory=dict)
    passed: set[str] = field(default_factory=set)
    addresses: set[str] = field(default_factory=set)
    unsaying: set[str] = field(default_factory=set)
    endings: set[str] = field(default_factory=set)
    masked: list[tuple[str, str]] = field(default_factory=list)
    groups: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    patterns: dict[str, list[tuple[str, str, float]]] = field(default_factory=dict)
    unchecked: list[tuple[str, str]] = field(default_factory=list)


def lexicon_files(city: str) -> tuple[Path, ...]:
    """The shared files, and that of a city if it has one."""
    resources = Path(str(files("resources")))
    own = resources / "cities" / city / CITY_FILE
    return (*sorted((resources / "lexicon").glob("*.toml")), *((own,) if own.exists() else ()))


def read_lexicon(paths: Iterable[Path], categories: Collection[str] | None = None) -> Lexicon:
    """Read the files, one upon the other. LexiconError with all that is wrong.

    `categories`: codes of all that there may be; None: they are not checked.
    """
    problems: list[LexiconProblem] = []
    gathered = _Gathered()
    for path in paths:
        _Reader("/".join(path.parts[-2:]), gathered, problems).read(path)
    problems += [
        LexiconProblem("unknown_category", many[0][0], 0, {"value": code})
        for code, many in gathered.patterns.items()
        if many and code != NOTHING and categories is not None and code not in categories
    ]
    if problems:  # a file that cannot be read brings no groups, and each use of one would be told too
        raise LexiconError(problems)
    lexicon = _Maker(gathered, problems).make()
    if problems:
        raise LexiconError(problems)
    return lexicon


class _Reader:
    """Takes one file in, checked against the schema."""

    def __init__(self, file: str, into: _Gathered, problems: list[LexiconProblem]) -> None:
        self._file, self._into, self._problems = file, into, problems

    def read(self, path: Path) -> None:
        """Take in a file."""
        try:
            found = tomllib.loads(path.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            line = _LINE.search(str(error))
            self._add("not_toml", line=int(line[1]) if line else 0)
            return
        except UnicodeDecodeError:
            self._add("not_utf8")
            return
        into = self._into
        for key in found.keys() - _SECTIONS - _LISTS:
            self._add("unknown_key", key=key)
        into.passed.update(self._texts(found, "passed"))
        into.addresses.update(self._texts(found, "addresses"))
        into.unsaying.update(self._texts(found, "unsaying"))
        into.endings.update(self._texts(found, "endings"))
        into.masked += [(self._file, one) for one in self._texts(found, "masked")]
        into.unchecked += [(self._file, one) for one in self._texts(found, "unchecked")]
        for key, value in self._table(found, "short").items():
            if isinstance(value, str) and value:
                into.short[plain(key)] = plain(value)
            else:
                self._add("bad_text", key=f"short.{key}")
        for key, value in self._table(found, "deny").items():
            if isinstance(value, int) and 0 < value < 10:
                into.deny[plain(key)] = value
            else:
                self._add("bad_count", key=f"deny.{key}")
        groups = self._table(found, "groups")
        for name in groups:
            into.groups.setdefault(name, []).extend((self._file, one) for one in self._texts(groups, name))
        categories = self._table(found, "categories")
        for code in categories:
            self._take_patterns(code, self._table(categories, code))
        self._take_patterns(NOTHING, self._table(found, NOTHING))

    def _take_patterns(self, code: str, table: Mapping[str, Any]) -> None:
        patterns = self._into.patterns.setdefault(code, [])
        for heading in table:
            if heading in WEIGHTS:
                patterns += [(self._file, text, WEIGHTS[heading]) for text in self._texts(table, heading)]
            else:
                self._add("unknown_key", key=f"{code}.{heading}")

    def _texts(self, table: Mapping[str, Any], key: str) -> list[str]:
        """Phrases parted by commas, in one text."""
        value = table.get(key, "")
        if not isinstance(value, str):
            self._add("bad_text", key=key)
            return []
        return [" ".join(plain(one).split()) for one in value.split(",") if one.strip()]

    def _table(self, table: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        value = table.get(key, {})
        if isinstance(value, dict):
            return value
        self._add("bad_table", key=key)
        return {}

    def _add(self, code: str, line: int = 0, **values: object) -> None:
        self._problems.append(LexiconProblem(code, self._file, line, values))


class _Maker:
    """Makes patterns of what was gathered."""

    def __init__(self, gathered: _Gathered, problems: list[LexiconProblem]) -> None:
        self._gathered, self._problems = gathered, problems
        self._stems = Stems(gathered.endings)
        self._written: set[str] = set()
        self._compounds: set[tuple[str, ...]] = set()
        self._groups: dict[str, Keys] = {}

    def make(self) -> Lexicon:
        """The lexicon."""
        gathered = self._gathered
        for name, members in gathered.groups.items():
            self._groups[name] = frozenset(
                key for file, text in members for key in self._member_keys(file, text, name)
            )
        masked = tuple(
            pattern for file, text in gathered.masked for pattern in self._pattern(file, text, 1.0)
        )
        patterns = {
            code: [one for file, text, weight in many for one in self._pattern(file, text, weight)]
            for code, many in gathered.patterns.items()
        }
        known = {*self._written, *gathered.short}
        for file, text in gathered.unchecked:
            if text.rstrip("+") not in known:
                self._problems.append(LexiconProblem("unused_word", file, 0, {"value": text}))
        spoken = Spoken(
            gathered.short, gathered.deny, frozenset(gathered.passed), frozenset(gathered.addresses), masked
        )
        keys = frozenset(
            key
            for many in (masked, *patterns.values())
            for pattern in many
            for element in pattern.elements
            for key in element.keys
        )
        hearing = Hearing(spoken, self._stems, self._written, keys, self._compounds, gathered.unsaying)
        said = (*gathered.unsaying, *gathered.passed, *gathered.deny)
        unsaying = {key for word in said for key in (f"={word}", self._stems.stem(word))}
        leaning = leanings(patterns, NOTHING, unsaying)
        return Lexicon(hearing, {code: [*many, *leaning.get(code, ())] for code, many in patterns.items()})

    def _member_keys(self, file: str, text: str, group: str) -> Iterator[str]:
        if " " in text:
            self._problems.append(
                LexiconProblem("space_in_group", file, 0, {"value": text, "key": f"groups.{group}"})
            )
        else:
            yield from self._keys_of(file, text)

    def _pattern(self, file: str, text: str, weight: float) -> Iterator[Pattern]:
        elements = []
        for part in text.split():
            denied, rest = part.startswith("!"), part.removeprefix("!")
            if not rest.startswith("@"):
                keys = frozenset(self._keys_of(file, rest))
            elif rest[1:] in self._groups:
                keys = self._groups[rest[1:]]
            else:
                self._problems.append(LexiconProblem("unknown_group", file, 0, {"value": rest, "key": text}))
                return
            elements.append(Element(keys, denied))
        yield Pattern(text, tuple(elements), weight)
        passed = [part.startswith("!") and part[1:] in self._gathered.passed for part in text.split()]
        for at, after in enumerate(elements[1:], 1):
            if passed[at - 1] and not after.denied:  # what denies a word passed over denies the next one too
                denied_too = replace(after, denied=True)
                yield Pattern(text, (*elements[:at], denied_too, *elements[at + 1 :]), weight)

    def _keys_of(self, file: str, word: str) -> Iterator[str]:
        """What a word of a phrase goes by; an abbreviation also as it is written out in a narrative."""
        at_an_end = _AT_AN_END.fullmatch(word)
        bare = word.strip("^$") if at_an_end else word.removeprefix("=")
        if not _WORD.fullmatch(bare):
            self._problems.append(LexiconProblem("bad_word", file, 0, {"value": word}))
            return
        as_written = tuple(bare.split("_"))
        for parts in dict.fromkeys((as_written, tuple(self._written_out(as_written)))):
            self._written.update(part.rstrip("+") for part in parts)
            if at_an_end:
                yield f"^{parts[0]}" if word.startswith("^") else f"{parts[-1]}$"
            else:
                yield self._key(parts, exact=word.startswith("="))

    def _written_out(self, parts: Iterable[str]) -> Iterator[str]:
        for part in parts:
            word = part.removesuffix("+")
            *first, last = self._gathered.short.get(word, word).split()
            yield from first
            yield last + part[len(word) :]

    def _key(self, parts: tuple[str, ...], *, exact: bool) -> str:
        if len(parts) > 1:
            stems = tuple(self._stems.stem(part) for part in parts)
            self._compounds.add(stems)
            return "_".join(stems)
        (bare,) = parts
        if exact or (not bare.endswith("+") and self._stems.stem(bare) != bare):
            return f"={bare}"
        return bare
