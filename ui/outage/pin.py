"""Setting the PIN with which an operator signs in while the server is away."""

from PySide6.QtCore import QCoreApplication

from desktop.operations.desk import StoreError
from ui import problems
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session

translate = QCoreApplication.translate


def ask_pin(session: Session, prompt: Prompt) -> None:
    """Ask for a PIN twice; it holds for 12 hours from the last signing in with the password."""
    if session.services.keeping is None:
        text = translate("Outage", "This centre lies on this workstation: no PIN is needed.")
        session.said.emit(text, Level.PROBLEM)
        return

    def answered(answers: Answers) -> None:
        if answers["pin"] != answers["again"]:
            prompt.problem(translate("Outage", "The two are not the same."), "again", number=number)
            return
        session.start(_set_pin(session, prompt, answers["pin"], number), "set the PIN")

    needed = translate("Outage", "At least six digits, not all the same.")
    asks = (
        Ask("pin", translate("Outage", "PIN: at least six digits"), needed=needed, hidden=True),
        Ask("again", translate("Outage", "The same once more"), needed=needed, hidden=True),
    )
    title = translate("Outage", "PIN for signing in here while the server is away: holds 12 hours")
    number = prompt.ask(title, asks, answered)


async def _set_pin(session: Session, prompt: Prompt, pin: str, number: int) -> None:
    assert session.services.keeping is not None
    try:
        await session.services.keeping.set_pin(pin)
    except ValueError:
        prompt.problem(translate("Outage", "At least six digits, not all the same."), "pin", number=number)
    except StoreError as error:
        prompt.problem(problems.of_store(error), "pin", number=number)
    else:
        prompt.done(number)
        session.said.emit(translate("Outage", "The PIN is set for 12 hours."), Level.DONE)
