"""The essential questions in the languages of visitors."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

ESSENTIALS = ("where", "what", "safe", "number")
"""What must be known of every call, in the order in which it is asked."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A question as it is written, and how it is pronounced; `say` is empty where that is the same."""

    text: str
    say: str


@dataclass(frozen=True, slots=True)
class VisitorLanguage:
    """A language with the essential questions, in the order of `ESSENTIALS`."""

    code: str
    name: str
    phrases: tuple[Phrase, ...]


def read_visitors() -> tuple[VisitorLanguage, ...]:
    """The languages in the order of the key that switches them."""
    path = Path(str(files("resources"))) / "visitors.toml"
    found = tomllib.loads(path.read_text(encoding="utf-8"))
    return tuple(
        VisitorLanguage(
            one["code"],
            one["name"],
            tuple(Phrase(one[name]["text"], one[name]["say"]) for name in ESSENTIALS),
        )
        for one in found["languages"]
    )
