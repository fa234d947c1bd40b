"""Speaking with a person at a terminal."""

import getpass
import os
import sys

from PySide6.QtCore import QCoreApplication

from desktop.runtime import i18n
from desktop.runtime.settings import Language

translate = QCoreApplication.translate

DONE, WRONG, MISUSED, NO_DATABASE, INTERRUPTED = 0, 1, 2, 3, 130
"""Exit codes: all well; something is wrong, as doctor and verify find; arguments or settings; the database.
"""

PASSWORD_MIN = 8
"""Characters of a password (NIST SP 800-63B, 5.1.1.1)."""

_kept: list[QCoreApplication] = []


class NotGivenError(Exception):
    """Something was not given and nobody is there to ask. The text tells how to give it."""


def speak(language: Language, *, draws: bool = False) -> None:
    """Speak this language in this process, which has no window. `draws`: it needs fonts all the same."""
    app = QCoreApplication.instance()
    if app is None:
        app = _drawing() if draws else QCoreApplication(["kulkul"])
        _kept.append(app)
    i18n.install(app, language)


def _drawing() -> QCoreApplication:
    from PySide6.QtGui import QGuiApplication  # needs libraries that other commands do without

    return QGuiApplication(["kulkul", "-platform", "offscreen"])


def say(text: str) -> None:
    """Say what a command came to."""
    print(text)


def complain(text: str) -> None:
    """Say what is wrong."""
    print(f"Kulkul: {text}", file=sys.stderr)


def complain_below(text: str) -> None:
    """Say more of what is wrong, below a complaint."""
    print(text, file=sys.stderr)


def ask(question: str, how_to_give: str) -> str:
    """Ask for a line of text until there is one. NotGivenError where nobody can answer."""
    _need_a_person(how_to_give)
    while not (answer := input(f"{question}: ").strip()):
        pass
    return answer


def password(login: str, variable: str) -> str:
    """The password for a login, from the variable or asked for twice. NotGivenError with nobody to ask."""
    given = os.environ.get(variable, "")
    short = translate("Terminal", "a password has at least {count} characters").format(count=PASSWORD_MIN)
    if given:
        if len(given) < PASSWORD_MIN:
            raise NotGivenError(f"{variable}: {short}")
        return given
    how = translate("Terminal", "no terminal to ask for the password; set {variable}")
    _need_a_person(how.format(variable=variable))
    while True:
        first = getpass.getpass(translate("Terminal", "Password for {login}: ").format(login=login))
        if len(first) < PASSWORD_MIN:
            complain(short)
        elif getpass.getpass(translate("Terminal", "The same again: ")) == first:
            return first
        else:
            complain(translate("Terminal", "the two are not the same; once more"))


def known_password(login: str, variable: str) -> str:
    """The password that somebody has, from the variable or asked for. NotGivenError with nobody to ask."""
    given = os.environ.get(variable, "")
    if given:
        return given
    how = translate("Terminal", "no terminal to ask for the password; set {variable}")
    _need_a_person(how.format(variable=variable))
    return getpass.getpass(translate("Terminal", "Password for {login}: ").format(login=login))


def somebody_is_there() -> bool:
    """Whether a person can be asked."""
    return sys.stdin is not None and sys.stdin.isatty()


def _need_a_person(how_to_give: str) -> None:
    if not somebody_is_there():
        raise NotGivenError(how_to_give)
