"""Translation files as the tests read them."""

import re
import xml.etree.ElementTree as ET
from dataclasses import dataclass
from pathlib import Path

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d+")


@dataclass(frozen=True)
class Message:
    """One string of one .ts file, with all its plural forms."""

    context: str
    source: str
    comment: str
    plural: bool
    forms: tuple[str, ...]
    state: str

    @property
    def key(self) -> tuple[str, str, str, bool]:
        return self.context, self.source, self.comment, self.plural


def read(file: Path) -> list[Message]:
    """All messages of a .ts file; none when it is not there."""
    if not file.exists():
        return []
    return [
        _message(context.findtext("name", ""), one)
        for context in ET.parse(file).getroot().iter("context")
        for one in context.iter("message")
    ]


def _message(context: str, one: ET.Element) -> Message:
    plural = one.get("numerus") == "yes"
    translation = one.find("translation")
    assert translation is not None
    forms = (
        [form.text or "" for form in translation.iter("numerusform")] if plural else [translation.text or ""]
    )
    return Message(
        context,
        one.findtext("source", ""),
        one.findtext("comment", ""),
        plural,
        tuple(forms),
        translation.get("type", "finished"),
    )


def placeholders(text: str) -> list[str]:
    """What is put into a text, in alphabetical order."""
    return sorted(_PLACEHOLDER.findall(text))


def edges(text: str) -> tuple[str, str]:
    """The white space around a text, and the colon or ellipsis with which it ends."""
    inner = text.strip()
    ending = next((end for end in ("…", ":") if inner.endswith(end)), "")
    return text[: len(text) - len(text.lstrip())] + "|" + text[len(text.rstrip()) :], ending
