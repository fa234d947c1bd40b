"""Reading the files of a city pack: lines into records, every error with its file, its line and its cure."""

import csv
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from desktop.domain.records import Column, Kind, Record, Value, table_of

CODE = re.compile(r"[A-Za-z0-9._-]{1,64}")
"""What the code of a line may be made of: the same that the database takes as an id."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class PackProblem:
    """What is wrong with a pack, where. `line` counts from 1; 0 means the whole file."""

    code: str
    file: str
    line: int
    values: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        """As `units.csv:4: unknown_station value='x'`; `runtime.commands.file_words` has the words."""
        where = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join([f"{where}: {self.code}", *(f"{key}={one!r}" for key, one in self.values.items())])


class PackError(Exception):
    """A pack that cannot be used, with everything that is wrong with it."""

    def __init__(self, folder: Path, problems: Sequence[PackProblem]) -> None:
        self.folder = folder
        self.problems = tuple(problems)
        super().__init__("\n".join([f"city pack {folder.name}:", *(f"  {one}" for one in self.problems)]))


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a file, by column."""

    number: int
    cells: Mapping[str, str]


class Problems:
    """Collects problems, so that the author of a pack sees all of them at once."""

    def __init__(self) -> None:
        self.found: list[PackProblem] = []

    def add(self, code: str, file: str, line: int, **values: object) -> None:
        """Note a problem."""
        self.found.append(PackProblem(code, file, line, values))


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file that becomes records: heading → column of the record. `code` is always the id."""

    file: str
    columns: Mapping[str, str]
    ranked: bool = True
    beside: tuple[str, ...] = ()
    """Headings of the same file that belong to other records."""
    optional: frozenset[str] = frozenset()
    """Headings that a file may do without: then they are empty."""


@dataclass(frozen=True, slots=True)
class Read:
    """Where the codes of one file stand, those of lines with an error too."""

    file: str
    lines: Mapping[str, int]


def read_sheet(folder: Path, sheet: Sheet, cls: type[R], problems: Problems) -> tuple[tuple[R, ...], Read]:
    """The records of one file, in the order of its lines; lines with an error are left out and reported."""
    headings = ("code", *sheet.columns, *sheet.beside)
    table = table_of(cls)
    rows: dict[str, R] = {}
    lines: dict[str, int] = {}
    for line in _lines(folder / sheet.file, headings, problems, sheet.optional):
        before = len(problems.found)
        code = line.cells["code"]
        if not CODE.fullmatch(code):
            problems.add("bad_code", sheet.file, line.number, value=code)
        elif code in lines:
            problems.add("code_again", sheet.file, line.number, value=code, first=lines[code])
        values: dict[str, Value] = {}
        for heading, name in sheet.columns.items():
            text, column = line.cells[heading], table.by_name[name]
            values[name] = _value(text, column, heading, sheet.file, line.number, problems)
        if len(problems.found) == before:
            if sheet.ranked:
                values["rank"] = len(rows) + 1
            rows[code] = cls.from_row(code, values)
        lines.setdefault(code, line.number)
    return tuple(rows.values()), Read(sheet.file, lines)


def _lines(
    path: Path, headings: Sequence[str], problems: Problems, optional: frozenset[str] = frozenset()
) -> Iterator[Line]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        problems.add("file_missing", path.name, 0)
        return
    except (OSError, UnicodeDecodeError) as error:
        problems.add("file_unreadable", path.name, 0, why=error)
        return
    first = text.split("\n", 1)[0]
    reader = csv.reader(text.splitlines(keepends=True), delimiter=";" if ";" in first else ",")
    heading = [cell.strip() for cell in next(reader, [])]
    if not _heading_fits(path.name, heading, headings, problems, optional):
        return
    start, empty = reader.line_num + 1, True
    for cells in reader:
        number, start = start, reader.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        empty = False
        if len(cells) != len(heading):
            problems.add("cells", path.name, number, found=len(cells), expected=len(heading))
            continue
        given = {name: cell.strip() for name, cell in zip(heading, cells, strict=True)}
        yield Line(number, {**dict.fromkeys(optional, ""), **given})
    if empty:
        problems.add("file_empty", path.name, 0)


def _heading_fits(
    file: str,
    heading: Sequence[str],
    wanted: Sequence[str],
    problems: Problems,
    optional: frozenset[str],
) -> bool:
    if not any(heading):
        problems.add("file_empty", file, 0)
        return False
    missing = [name for name in wanted if name not in heading and name not in optional]
    unknown = [name for name in heading if name not in wanted]
    for name in missing:
        problems.add("column_missing", file, 1, column=name)
    for name in unknown:
        problems.add("column_unknown", file, 1, column=name, known=", ".join(wanted))
    return not missing and not unknown


def _value(text: str, column: Column, heading: str, file: str, line: int, problems: Problems) -> Value:
    if column.kind is Kind.BOOLEAN:
        if text not in ("", YES):
            problems.add("bad_choice", file, line, column=heading, value=text, known=YES, or_nothing=True)
        return text == YES
    if not text:
        if column.nullable:
            return None
        if column.kind is Kind.TEXT and not column.choices and column.ref is None and column.name in OPTIONAL:
            return ""
        problems.add("empty", file, line, column=heading)
        return None
    if column.choices:
        known = [str(choice) for choice in column.choices]
        if text not in known:
            problems.add("bad_choice", file, line, column=heading, value=text, known=", ".join(known))
        return text
    if column.kind in (Kind.INTEGER, Kind.REAL):
        return _number(text, column, heading, file, line, problems)
    if len(text) > column.limit:
        problems.add("too_long", file, line, column=heading, found=len(text), limit=column.limit)
    return text


YES = "yes"

OPTIONAL = frozenset({"support", "words", "address", "needs", "tell", "place", "numbers", "hours", "note"})
"""Text columns that may be empty although the record gives them no None."""


def _number(text: str, column: Column, heading: str, file: str, line: int, problems: Problems) -> Value:
    whole = column.kind is Kind.INTEGER
    low, high = (
        (-(2**31) if column.low is None else column.low),
        (2**31 - 1 if column.high is None else column.high),
    )
    try:
        number: int | float = int(text) if whole else float(text)
    except ValueError:
        number = high + 1
    if not low <= number <= high:
        values = {"low": f"{low:g}", "high": f"{high:g}", "whole": whole}
        problems.add("bad_number", file, line, column=heading, value=text, **values)
    return number
