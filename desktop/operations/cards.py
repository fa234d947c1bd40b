"""Question cards from their files: those that come with the desk, and a city's own in their place.

A card is one TOML file; `sources.toml` beside them holds the publications that were read. A city's own folder
may hold cards of the same names, which are taken instead, and its own sources.
"""

import hashlib
import json
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import cached_property
from importlib.resources import files
from pathlib import Path

from desktop.domain.cards import ANSWERS, Answer, Card, CardSource, Instruction, Question, Words
from desktop.domain.facts import VALUES, Fact, Hazard
from desktop.domain.reference import Priority
from desktop.operations.cards_read import CardError, CardProblem, Section

SOURCES = "sources.toml"
MOST_QUESTIONS = 5
_PEOPLE = 100_000
_YEARS = (1900, 2200)


@dataclass(frozen=True)
class Cards:
    """All cards, by code. Without any there are no questions, and the desk works all the same."""

    by_code: Mapping[str, Card] = field(default_factory=dict)

    @cached_property
    def _by_category(self) -> Mapping[str, Card]:
        return {category: card for card in self.by_code.values() for category in card.categories}

    @property
    def all(self) -> tuple[Card, ...]:
        """The cards in the order of their codes."""
        return tuple(self.by_code[code] for code in sorted(self.by_code))

    def of_category(self, category: str | None) -> Card | None:
        """The card of a category, or None."""
        return self._by_category.get(category or "")


def shipped_folder() -> Path:
    """The cards that come with the desk."""
    return Path(str(files("resources"))) / "cards"


def read_cards(own: Path | None = None, shipped: Path | None = None) -> Cards:
    """Read all cards; those in `own`, where it is there, in place of others of their name.

    CardError with everything that is wrong with any of them.
    """
    problems: list[CardProblem] = []
    found: dict[str, tuple[Path, Mapping[str, CardSource]]] = {}
    sources: dict[str, CardSource] = {}
    for folder in (shipped or shipped_folder(), own):
        if folder is None or not folder.is_dir():
            continue
        sources = {**sources, **_read_sources(folder / SOURCES, problems)}
        found |= {path.stem: (path, sources) for path in folder.glob("*.toml") if path.name != SOURCES}
    cards = [_read_card(path, known, problems) for path, known in (found[name] for name in sorted(found))]
    made = [one for one in cards if one is not None]
    _check_categories(made, problems)
    if problems:
        raise CardError(problems)
    return Cards({one.code: one for one in made})


def _load(path: Path, problems: list[CardProblem]) -> Section | None:
    try:
        return Section(problems, path, tomllib.loads(path.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError) as error:
        problems.append(CardProblem("file_unreadable", path.name, "", {"why": error}))
    except tomllib.TOMLDecodeError as error:
        problems.append(CardProblem("bad_toml", path.name, "", {"why": error}))
    return None


def _read_sources(path: Path, problems: list[CardProblem]) -> Mapping[str, CardSource]:
    if not path.exists():
        return {}
    whole = _load(path, problems)
    if whole is None:
        return {}
    return {code: _source(Section(problems, path, table, code)) for code, table in whole.all_tables()}


def _source(section: Section) -> CardSource:
    section.only("title", "publisher", "year", "address", "read")
    return CardSource(
        section.text("title", 200),
        section.text("publisher", 120),
        section.number("year", *_YEARS),
        section.address("address"),
        section.day("read"),
    )


def _read_card(path: Path, sources: Mapping[str, CardSource], problems: list[CardProblem]) -> Card | None:
    before = len(problems)
    section = _load(path, problems)
    if section is None:
        return None
    section.only("code", "id", "en", "categories", "compressions", "questions", "instructions")
    code = section.code()
    if code and code != path.stem:
        section.wrong("other_name", "code", name=path.stem)
    card = Card(
        code=code,
        words=_words(section),
        categories=section.choices("categories", low=1),
        questions=tuple(_question(one) for one in section.tables("questions", 1, MOST_QUESTIONS)),
        instructions=tuple(_instruction(one, sources) for one in section.tables("instructions")),
        digest="",
        compressions=section.yes("compressions"),
    )
    _check_told(card, section)
    return None if len(problems) > before else _with_digest(card)


def _words(section: Section) -> Words:
    return Words(section.text("id"), section.text("en"))


def _question(section: Section) -> Question:
    section.only("code", "id", "en", "answers")
    answers = tuple(_answer(one) for one in section.tables("answers", 2, ANSWERS))
    return Question(section.code(), _words(section), answers)


def _answer(section: Section) -> Answer:
    section.only("code", "id", "en", "facts", "hazards", "people_hurt", "at_least", "at_most", "tells")
    facts: dict[Fact, str] = {}
    for name, value in section.pairs("facts"):
        if name not in list(Fact):
            section.wrong("bad_choice", "facts", known=", ".join(Fact))
        elif value not in VALUES[Fact(name)]:
            section.wrong("bad_choice", f"facts.{name}", known=", ".join(VALUES[Fact(name)]))
        else:
            facts[Fact(name)] = value
    at_least, at_most = (section.choice(key, list(Priority)) for key in ("at_least", "at_most"))
    people = section.number("people_hurt", 0, _PEOPLE)
    if (at_least or at_most) and not facts and people is None:
        section.wrong("no_reason")
    return Answer(
        code=section.code(),
        words=_words(section),
        facts=facts,
        hazards=tuple(Hazard(one) for one in section.choices("hazards", list(Hazard))),
        people_hurt=people,
        at_least=Priority(at_least) if at_least else None,
        at_most=Priority(at_most) if at_most else None,
        tells=section.choices("tells"),
    )


def _instruction(section: Section, sources: Mapping[str, CardSource]) -> Instruction:
    section.only("code", "id", "en", "source", "always")
    source = sources.get(name := section.code("source"))
    if source is None:
        section.wrong("no_source", "source", value=name)
        source = CardSource("", "", None, "", "")
    return Instruction(section.code(), _words(section), source, section.yes("always"))


def _check_told(card: Card, section: Section) -> None:
    """What answers call for is there, and what is there can be told."""
    known = {one.code for one in card.instructions}
    called_for: set[str] = set()
    for question in card.questions:
        for answer in question.answers:
            called_for.update(answer.tells)
            for missing in set(answer.tells) - known:
                section.wrong(
                    "no_instruction", f"questions.{question.code}.answers.{answer.code}", value=missing
                )
    for one in card.instructions:
        if not one.always and one.code not in called_for:
            section.wrong("never_told", f"instructions.{one.code}")


def _check_categories(cards: Iterable[Card], problems: list[CardProblem]) -> None:
    owners: dict[str, str] = {}
    for card in cards:
        for category in card.categories:
            if category in owners:
                values = {"value": category, "other": f"{owners[category]}.toml"}
                problems.append(CardProblem("category_again", f"{card.code}.toml", "categories", values))
            owners.setdefault(category, card.code)


def _with_digest(card: Card) -> Card:
    """The card with what tells this version from others: all that it asks, says and names."""
    told = json.dumps(asdict(card), sort_keys=True, ensure_ascii=False)
    return replace(card, digest=hashlib.sha256(told.encode()).hexdigest()[:16])
