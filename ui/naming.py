"""Parts of names and letters of verbs, as operators type them: what stands beside the field."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from desktop.operations.typed_names import Part
from ui.marking import QT_TRANSLATE_NOOP

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

SEPARATOR = " · "
_NO_BREAK = "\N{NO-BREAK SPACE}"
_NAMED = 5
"""Names given when a part fits several."""


class Thing(StrEnum):
    """What is meant by a part of its name."""

    UNIT = "unit"
    AGENCY = "agency"


_UNKNOWN = {
    Thing.UNIT: _N("Naming", "There is no unit “{typed}”."),
    Thing.AGENCY: _N("Naming", "There is no agency “{typed}”."),
}
_SEVERAL = {
    Thing.UNIT: _N("Naming", "“{typed}” fits {names}: type more of the call sign."),
    Thing.AGENCY: _N("Naming", "“{typed}” fits {names}: type more of the name."),
}


def unclear_text(thing: Thing, part: Part, names: Sequence[str]) -> str:
    """That nothing is called so, or that several of these may be meant: one has to be typed more fully."""
    if not part.ids:
        return translate("Naming", _UNKNOWN[thing]).format(typed=part.typed)
    more = ["…"] if len(names) > _NAMED else []
    text = translate("Naming", _SEVERAL[thing])
    return text.format(typed=part.typed, names=", ".join([*names[:_NAMED], *more]))


def lettered(letter: str, word: str) -> str:
    """A verb with its letter, kept in one line: `M under way`."""
    return f"{letter.upper()} {word}".replace(" ", _NO_BREAK)


def choices_text(first: str, rest: Sequence[str]) -> str:
    """What can be said now, the likely first: `Enter: M under way · L on scene · …`. `first` may be empty."""
    lead = [translate("Naming", "Enter: {what}").format(what=first)] if first else []
    return SEPARATOR.join([*lead, *rest])
