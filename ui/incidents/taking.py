"""Taking an incident in hand, and letting it go."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.domain.disclosure import may_take_over
from desktop.operations.incidents import release_incident, take_incident
from ui.session import Level, Session

translate = QCoreApplication.translate


def take_or_let_go(session: Session, case: Case | None, take_over: Callable[[Case], None]) -> None:
    """Take an incident in hand; let it go when it is in one's own already.

    Pressed while that is being written, it waits: the key lets go of what the one before took.
    `take_over` asks a supervisor why it is taken out of another's hand.
    """
    if case is None:
        session.said.emit(translate("IncidentList", "No incident is selected."), Level.PROBLEM)
        return
    seen = case
    session.turns.then(lambda: _take_or_let_go(session, session.board.cases.get(seen.id, seen), take_over))


def _take_or_let_go(session: Session, case: Case, take_over: Callable[[Case], None]) -> None:
    number, holder = session.number(case), case.incident.holder
    if holder == session.desk.author.login:
        text = translate("IncidentList", "{number} is in nobody's hands now").format(number=number)
        intention = release_incident(session.desk, case.incident)
    elif holder is not None and may_take_over(session.desk.author.roles):
        take_over(case)
        return
    else:  # out of another's hand only where that account was shut: the database knows, and says whose it is
        text = translate("IncidentList", "You have {number} in hand").format(number=number)
        intention = take_incident(session.desk, case.incident)
    session.perform(intention, done=lambda _done: session.said.emit(text, Level.DONE))
