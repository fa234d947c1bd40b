"""The templates of dispatch texts: a city's own words, in TOML, each mistake told with its line.

    {place}              a part of the text, as `Part` names it
    {place|not clear}    the same, with what stands there while nothing is known

A line whose parts are all empty is left out.
"""

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from desktop.domain.facts import VALUES, Fact, Hazard
from desktop.domain.warnings import WarningKind
from desktop.operations.packs_read import Problems

FILE = "dispatch_text.toml"
LONGEST = 2_000
"""Characters of a template (our bound; a page on a telephone has some 600)."""
WORD_LIMIT = 60


class Whom(StrEnum):
    """Who is told; a section of the file each."""

    UNIT = "unit"
    AGENCY = "agency"


class Form(StrEnum):
    """How it is told: sent as a message, or read out over radio or telephone; a key of a section each."""

    MESSAGE = "message"
    RADIO = "radio"


class Part(StrEnum):
    """What a template may tell."""

    TO = "to"
    CATEGORY = "category"
    PRIORITY = "priority"
    NUMBER = "number"
    SHORT_NUMBER = "short_number"
    OPENED = "opened"
    PLACE = "place"
    LANDMARK = "landmark"
    ACCESS = "access"
    WAY = "way"
    MAP = "map"
    HURT = "hurt"
    HAZARDS = "hazards"
    WARNINGS = "warnings"
    REPORTS = "reports"
    NARRATIVE = "narrative"
    CALLER = "caller"
    OTHERS = "others"
    CENTRE = "centre"
    LOCAL_NUMBER = "local_number"


NEEDED = (Part.CATEGORY, Part.PLACE, Part.HAZARDS, Part.WARNINGS)
"""Without these nobody goes out: what, where, and what endangers."""
WITH_NUMBERS = Part.REPORTS
"""The part with callers' numbers, where a role passes them on."""

_PART = re.compile(r"\{([a-z_]+)(?:\|([^{}\n]*))?\}")
_BRACE = re.compile(r"\S*[{}]\S*")
_HAZARDS, _ACCESS, _WARNINGS = "hazards", "access", "warnings"
_WORDS: Mapping[str, Collection[str]] = {
    _HAZARDS: tuple(Hazard),
    _ACCESS: VALUES[Fact.ACCESS],
    _WARNINGS: tuple(WarningKind),
}
_LINE = re.compile(r"at line (\d+)")
_SECTION = re.compile(r"\s*\[([^\]]+)\]")
_KEY = re.compile(r"\s*([A-Za-z0-9_-]+)\s*=")


@dataclass(frozen=True, slots=True)
class Texts:
    """A city's templates, checked; and its words for hazards, for access, and for kinds of warning."""

    templates: Mapping[tuple[Whom, Form], str]
    hazards: Mapping[str, str]
    access: Mapping[str, str]
    warnings: Mapping[str, str]

    def fill(self, whom: Whom, form: Form, values: Mapping[Part, str]) -> str:
        """The text; a value that is missing or empty is not known."""
        return "\n".join(_filled(self.templates[whom, form], values))

    def tells(self, whom: Whom, form: Form, part: Part) -> bool:
        """Whether a template tells a part."""
        return part in {found[1] for found in _PART.finditer(self.templates[whom, form])}


def _filled(template: str, values: Mapping[Part, str]) -> Iterator[str]:
    def value(found: re.Match[str]) -> str:
        return values.get(Part(found[1]), "") or found[2] or ""

    for line in template.strip("\n").splitlines():
        parts = list(_PART.finditer(line))
        if not parts or any(value(one) for one in parts):
            yield _PART.sub(value, line).rstrip()


def read_texts(file: Path, problems: Problems) -> Texts | None:
    """The templates of a file, or None with the problems noted."""
    before = len(problems.found)
    try:
        text = file.read_text(encoding="utf-8-sig")
        found = tomllib.loads(text)
    except FileNotFoundError:
        problems.add("file_missing", file.name, 0)
        return None
    except (OSError, UnicodeDecodeError) as error:
        problems.add("file_unreadable", file.name, 0, why=error)
        return None
    except tomllib.TOMLDecodeError as error:
        line = _LINE.search(str(error))
        problems.add("bad_toml", file.name, int(line[1]) if line else 0, why=error)
        return None
    _Check(file.name, text, problems).whole(found)
    if len(problems.found) > before:
        return None
    templates = {(whom, form): found[whom][form] for whom in Whom for form in Form}
    return Texts(templates, found[_HAZARDS], found[_ACCESS], found[_WARNINGS])


class _Check:
    """One file being checked."""

    def __init__(self, file: str, text: str, problems: Problems) -> None:
        self._file = file
        self._lines = text.splitlines()
        self._problems = problems

    def whole(self, found: Mapping[str, object]) -> None:
        """Look at each section that there has to be, and for what should not be there."""
        known = (*Whom, *_WORDS)
        for name in found:
            if name not in known:
                self._problems.add(
                    "key_unknown", self._file, self._line(name), key=name, known=", ".join(known)
                )
        for whom in Whom:
            for form, template in self._keys(found, whom, tuple(Form)):
                self._template(whom, form, template)
        for section, names in _WORDS.items():
            for name, word in self._keys(found, section, names):
                if not isinstance(word, str) or "\n" in word or not 0 < len(word.strip()) <= WORD_LIMIT:
                    self._problems.add(
                        "text_word", self._file, self._line(section, name), key=name, limit=WORD_LIMIT
                    )

    def _keys(
        self, found: Mapping[str, object], section: str, names: Collection[str]
    ) -> Iterator[tuple[str, object]]:
        table = found.get(section)
        if not isinstance(table, dict):
            self._problems.add("key_missing", self._file, 0, key=f"[{section}]")
            return
        for name in names:
            if name in table:
                yield name, table[name]
            else:
                self._problems.add("key_missing", self._file, self._line(section), key=f"[{section}] {name}")
        for name in table:
            if name not in names:
                self._problems.add(
                    "key_unknown", self._file, self._line(section, name), key=name, known=", ".join(names)
                )

    def _template(self, whom: str, form: str, template: object) -> None:
        line = self._line(whom, form)
        if not isinstance(template, str) or len(template) > LONGEST:
            self._problems.add("text_long", self._file, line, key=form, limit=LONGEST)
            return
        known = ", ".join(f"{{{one}}}" for one in Part)
        named = {found[1] for found in _PART.finditer(template)}
        for name in sorted(named - set(Part)):
            self._problems.add(
                "text_part", self._file, self._line_of(f"{{{name}", line), value=f"{{{name}}}", known=known
            )
        for brace in _BRACE.findall(_PART.sub("", template)):
            self._problems.add("text_brace", self._file, self._line_of(brace, line), value=brace, known=known)
        for part in NEEDED:
            if part not in named:
                self._problems.add(
                    "text_lacks", self._file, line, key=f"[{whom}] {form}", value=f"{{{part}}}"
                )

    def _line(self, section: str, key: str | None = None) -> int:
        """The line of a section, or of a key in it; 0 where it is written in another way."""
        inside = ""
        for number, line in enumerate(self._lines, 1):
            if head := _SECTION.match(line):
                inside = head[1].strip()
                if key is None and inside == section:
                    return number
            elif inside == section and (name := _KEY.match(line)) and name[1] == key:
                return number
        return 0

    def _line_of(self, fragment: str, begin: int) -> int:
        """The first line from `begin` on with these characters."""
        lines = list(enumerate(self._lines, 1))[max(begin - 1, 0) :]
        return next((number for number, line in lines if fragment in line), begin)
