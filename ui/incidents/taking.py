"""Taking an incident in hand, and letting it go."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.operations.incidents import release_incident, take_incident
from ui.session import Level, Session

translate = QCoreApplication.translate


def take_or_let_go(session: Session, case: Case | None) -> None:
    """Take an incident in hand, over from another if need be; let it go when it is in one's own already."""
    if case is None:
        session.said.emit(translate("IncidentList", "No incident is selected."), Level.PROBLEM)
        return
    number, holder = session.number(case), case.incident.holder
    if holder == session.desk.author.login:
        text = translate("IncidentList", "{number} is in nobody's hands now").format(number=number)
        intention = release_incident(session.desk, case.incident)
    else:
        text = translate("IncidentList", "You have {number} in hand").format(number=number)
        if holder is not None:
            words = translate("IncidentList", "You have {number} in hand, taken over from {name}")
            text = words.format(number=number, name=session.reference.operator_name(holder))
        intention = take_incident(session.desk, case.incident)
    session.perform(intention, done=lambda _done: session.said.emit(text, Level.DONE))
