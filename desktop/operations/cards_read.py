"""Reading the tables of a card file: every error with its file, its place in it and what it needs."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

Table = Mapping[str, Any]

CODE = re.compile(r"[a-z][a-z_]{0,30}")
LONGEST = 120
"""Characters of a text: two lines of the card on the narrowest screen (our bound)."""


@dataclass(frozen=True, slots=True)
class CardProblem:
    """What is wrong with a card. `where`: the way to it, as `questions.inside.answers.yes`; "" for the file.

    Codes: `file_unreadable`, `bad_toml`, `key_missing`, `key_unknown`, `bad_text`, `bad_code`, `bad_choice`,
    `bad_number`, `bad_date`, `bad_address`, `bad_table`, `count`, `code_again`, `other_name`,
    `no_instruction`, `no_source`, `never_told`, `no_reason`, `category_again`.
    """

    code: str
    file: str
    where: str = ""
    values: Mapping[str, object] = field(default_factory=dict)


class CardError(Exception):
    """Cards that cannot be used, with everything that is wrong with them."""

    def __init__(self, problems: Sequence[CardProblem]) -> None:
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{one.file} {one.where}: {one.code}" for one in self.problems))


class Section:
    """One table of a file, and where it stands. Reading what is wrong gives something empty and a problem."""

    def __init__(self, problems: list[CardProblem], path: Path, table: Table, where: str = "") -> None:
        self._problems = problems
        self._path = path
        self._table = table
        self.where = where

    def wrong(self, code: str, key: str = "", **values: object) -> None:
        """Note a problem with a key of this table."""
        where = ".".join(part for part in (self.where, key) if part)
        self._problems.append(CardProblem(code, self._path.name, where, values))

    def only(self, *known: str) -> None:
        """Note every key that is not known here."""
        for key in self._table:
            if key not in known:
                self.wrong("key_unknown", key, known=", ".join(known))

    def has(self, key: str) -> bool:
        """Whether the table has that key."""
        return key in self._table

    def text(self, key: str, limit: int = LONGEST) -> str:
        """A text on one line."""
        found = self._needed(key)
        if found is not None and (
            not isinstance(found, str) or not 0 < len(found.strip()) <= limit or "\n" in found
        ):
            self.wrong("bad_text", key, limit=limit)
            return ""
        return found or ""

    def code(self, key: str = "code") -> str:
        """A code of small letters."""
        found = self._needed(key)
        if found is not None and (not isinstance(found, str) or not CODE.fullmatch(found)):
            self.wrong("bad_code", key, value=found)
            return ""
        return found or ""

    def address(self, key: str) -> str:
        """An address on the web."""
        found = self.text(key, 500)
        if found and not re.fullmatch(r"https?://\S+", found):
            self.wrong("bad_address", key)
        return found

    def day(self, key: str) -> str:
        """A date, as ISO."""
        found = self._needed(key)
        if isinstance(found, date):
            return found.isoformat()
        if found is not None:
            self.wrong("bad_date", key)
        return ""

    def number(self, key: str, low: int, high: int) -> int | None:
        """A whole number, or None where there is none."""
        found = self._table.get(key)
        if found is not None and (type(found) is not int or not low <= found <= high):
            self.wrong("bad_number", key, low=low, high=high)
            return None
        return found

    def yes(self, key: str) -> bool:
        """True or false; false where there is none."""
        found = self._table.get(key, False)
        if not isinstance(found, bool):
            self.wrong("bad_choice", key, known="true, false")
        return found is True

    def choice(self, key: str, known: Collection[str]) -> str | None:
        """One of the codes known, or None where there is none."""
        found = self._table.get(key)
        if found is not None and found not in known:
            self.wrong("bad_choice", key, known=", ".join(known))
            return None
        return found

    def choices(self, key: str, known: Collection[str] | None = None, low: int = 0) -> tuple[str, ...]:
        """A list of codes, each of those known; of any codes without `known`."""
        found = self._table.get(key, [])
        if not isinstance(found, list) or len(found) < low:
            self.wrong("count", key, low=low)
            return ()
        for one in found:
            if not isinstance(one, str) or (known is not None and one not in known):
                self.wrong("bad_choice", key, known=", ".join(known or ()))
                return ()
        return tuple(found)

    def pairs(self, key: str) -> Iterator[tuple[str, Any]]:
        """The keys of a table inside, with what they hold; none where there is none."""
        found = self._table.get(key, {})
        if not isinstance(found, dict):
            self.wrong("bad_table", key)
            return
        yield from found.items()

    def all_tables(self) -> Iterator[tuple[str, Table]]:
        """Every key of the table, each of which must hold a table."""
        for key, one in self._table.items():
            if isinstance(one, dict):
                yield key, one
            else:
                self.wrong("bad_table", key)

    def tables(self, key: str, low: int = 0, high: int | None = None) -> Iterator["Section"]:
        """A list of tables, each of which has a code of its own."""
        found = self._table.get(key, [])
        if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
            self.wrong("bad_table", key)
            return
        if len(found) < low or (high is not None and len(found) > high):
            self.wrong("count", key, low=low, high=high)
        seen: set[str] = set()
        for count, one in enumerate(found, 1):
            name = str(one.get("code") or count)
            where = ".".join(part for part in (self.where, key, name) if part)
            section = Section(self._problems, self._path, one, where)
            if name in seen:
                section.wrong("code_again")
            seen.add(name)
            yield section

    def _needed(self, key: str) -> Any:
        if key not in self._table:
            self.wrong("key_missing", key)
            return None
        return self._table[key]
