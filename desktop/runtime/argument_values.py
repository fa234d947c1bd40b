"""What may be given as a value: checked and made of the text that stands there.

ArgumentTypeError from each, with what is wrong in the operator's language.
"""

import argparse
import math
import re
from datetime import date
from uuid import UUID

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate

HIGHEST_SPEED = 100_000.0
"""Times as fast as the wall's clock (the bound of the training clock)."""

_LOGIN = re.compile(r"[a-z][a-z0-9._-]{0,63}")


def login_of(text: str) -> str:
    """What an operator signs in with."""
    if _LOGIN.fullmatch(text):
        return text
    words = translate(
        "Arguments",
        "{text} is no login: a small letter, then small letters, digits, dots, dashes, underscores",
    )
    raise argparse.ArgumentTypeError(words.format(text=text))


def call_of(text: str) -> str:
    """The id of a call."""
    try:
        return str(UUID(text))
    except ValueError:
        words = translate("Arguments", "{text} is no id of a call")
        raise argparse.ArgumentTypeError(words.format(text=text)) from None


def day_of(text: str) -> date:
    """A day as 2026-11-30."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        words = translate("Arguments", "{text} is no day as 2026-11-30")
        raise argparse.ArgumentTypeError(words.format(text=text)) from None


def role_of(text: str) -> str:
    """An operator's role."""
    if text in role_names().split(", "):
        return text
    words = translate("Arguments", "{text} is no role; there are {roles}")
    raise argparse.ArgumentTypeError(words.format(text=text, roles=role_names()))


def role_names() -> str:
    """All roles, with commas between."""
    from desktop.domain.reference import Role  # not needed to open the desk's first window

    return ", ".join(Role)


def speed_of(text: str) -> float:
    """Times as fast as the wall's clock; infinity for max."""
    if text == "max":
        return math.inf
    try:
        speed = float(text)
    except ValueError:
        speed = 0.0
    if 0 < speed <= HIGHEST_SPEED:
        return speed
    words = translate("Arguments", "{text} is no speed: a number above 0, up to {highest}, or max")
    raise argparse.ArgumentTypeError(words.format(text=text, highest=f"{HIGHEST_SPEED:.0f}"))
