"""Changing the own password, asked in a strip like everything else."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.operations.desk import StoreError
from desktop.operations.own_password import change_own_password
from desktop.runtime.known_password import KnownPassword
from desktop.runtime.terminal import PASSWORD_MIN
from ui import problems
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session

translate = QCoreApplication.translate


def ask_own_password(
    session: Session,
    prompt: Prompt,
    known: KnownPassword | None,
    changed: Callable[[KnownPassword], None],
) -> None:
    """Ask for the present password and twice for the new one. What is typed is kept nowhere.

    `known`: None where nobody has a password. `changed` is told the new one, once it is in force.
    """
    if known is None:
        text = translate("OwnPassword", "Nobody has a password here.")
        session.said.emit(text, Level.PROBLEM)
        return
    _Question(session, prompt, known, changed).ask()


class _Question:
    def __init__(
        self,
        session: Session,
        prompt: Prompt,
        known: KnownPassword,
        changed: Callable[[KnownPassword], None],
    ) -> None:
        self._session = session
        self._prompt = prompt
        self._known = known
        self._changed = changed
        self._number = 0
        self._under_way = False

    def ask(self) -> None:
        """Put the question."""
        present = translate("OwnPassword", "Present password")
        new = translate("OwnPassword", "New password")
        again = translate("OwnPassword", "New password once more")
        needed = translate("OwnPassword", "A password is needed.")
        self._number = self._prompt.ask(
            translate("OwnPassword", "Change the own password"),
            [
                Ask("present", present, needed=needed, hidden=True),
                Ask("new", new, needed=needed, hidden=True, check=_too_short),
                Ask("again", again, needed=needed, hidden=True, check=self._differs),
            ],
            self._answered,
        )

    def _differs(self, again: str) -> str | None:
        if again == self._prompt.value("new"):
            return None
        return translate("OwnPassword", "The two new ones are not the same.")

    def _answered(self, answers: Answers) -> None:
        if not self._under_way:
            self._under_way = True
            self._session.services.writes.start(self._change(answers), "change the own password")

    async def _change(self, answers: Answers) -> None:
        try:
            if not await self._known.fits(answers["present"]):
                text = translate("OwnPassword", "That is not the present password.")
                self._prompt.problem(text, "present", self._number)
                return
            await change_own_password(self._session.desk, answers["new"])
            self._changed(await KnownPassword.of(answers["new"]))
            if self._session.services.keeping is not None:
                await self._session.services.keeping.relock(answers["new"])
        except StoreError as error:
            text = problems.of_store(error)
            if not self._prompt.problem(text, "again", self._number):
                self._session.said.emit(text, Level.PROBLEM)
            return
        finally:
            self._under_way = False
        self._prompt.done(self._number)
        self._session.said.emit(translate("OwnPassword", "Your password is changed."), Level.DONE)


def _too_short(password: str) -> str | None:
    if len(password) >= PASSWORD_MIN:
        return None
    text = translate("OwnPassword", "At least {count} characters.")
    return text.format(count=PASSWORD_MIN)
