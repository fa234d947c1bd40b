"""What a plan needs, in words: how it is shown, and how it may be typed."""

import re

from PySide6.QtCore import QCoreApplication

from desktop.domain.plans import Need, read_needs
from desktop.domain.reference import UnitType
from ui.units.recommended_words import need_word
from ui.words import word

translate = QCoreApplication.translate


def needs_text(needs: str) -> str:
    """`2 fire engine (crew of 3), 1 rescue or fire engine`; what says none stands as it is."""
    try:
        return ", ".join(_need_text(need) for need in read_needs(needs))
    except ValueError:
        return needs


def counted_kind(kind: str, count: int) -> str:
    """`2 fire engine`; a kind that the desk does not know by its code."""
    return f"{count} {word(UnitType(kind)) if kind in set(UnitType) else kind}"


def as_typed(needs: str) -> str:
    """As it is written in the field: `fire engine:2/3 rescue|fire engine:1`."""
    return re.sub("[a-z_]+", lambda found: _named(found[0]), needs)


def as_kept(typed: str) -> str:
    """What was typed, with the kinds by their codes, whichever of both it was."""
    text = " ".join(typed.casefold().split())
    for kind in sorted(UnitType, key=lambda one: -len(word(one))):
        text = re.sub(rf"(?<![\w]){re.escape(word(kind).casefold())}(?![\w])", kind.value, text)
    return text


def no_needs(typed: str) -> str | None:
    """What is wrong with it, and which kinds there are."""
    try:
        read_needs(as_kept(typed))
    except ValueError as error:
        text = translate("Plans", "“{typed}” says no units. Kinds: {kinds}")
        return text.format(typed=error, kinds=", ".join(word(kind) for kind in UnitType))
    return None


def understood(typed: str) -> str:
    """What is read of it so far; nothing where it is wrong."""
    return needs_text(as_kept(typed)) if no_needs(typed) is None else ""


def _named(kind: str) -> str:
    return word(UnitType(kind)) if kind in set(UnitType) else kind


def _need_text(need: Need) -> str:
    text = f"{need.count} {need_word(need)}"
    if need.least_crew > 1:
        text = translate("Plans", "{units} (crew of {people})").format(units=text, people=need.least_crew)
    return text
