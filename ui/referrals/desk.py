"""Referrals by key: the questions, asked in the prompt of the selected incident."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop.domain.board import Case
from ui.actions import Actions
from ui.meant import Meant
from ui.prompt import Prompt
from ui.referrals.answers import AnswerQuestion
from ui.referrals.telling import ReferralQuestion
from ui.session import Level, Session


class ReferralDesk(QObject):
    """Refers the selected incident and writes down what agencies answer. It has no panel of its own."""

    def __init__(self, session: Session, actions: Actions, prompt: Prompt, meant: Meant) -> None:
        super().__init__(prompt)
        self._session = session
        self._meant = meant
        self._referral = ReferralQuestion(session, prompt, meant, self)
        self._answer = AnswerQuestion(session, prompt, self)
        actions.bind("incident.refer", self.refer)
        actions.bind("incident.referral", self.answer)

    def refer(self) -> None:
        """Ask to whom the incident that is meant is referred, also while it is being opened."""
        case = self._meant.to_come() or self._chosen()
        if case is not None:
            self._referral.ask(case)

    def refer_to(self, incident: str, codes: Sequence[str]) -> None:
        """Ask whether these agencies were told of an incident."""
        case = self._session.board.cases.get(incident)
        if case is not None:
            self._referral.ask(case, codes)

    def answer(self) -> None:
        """Ask what an agency answered."""
        case = self._chosen()
        if case is None:
            return
        if case.referrals or self._session.turns.writing:  # what is being written may tell one
            self._answer.ask(case)
        else:
            self._session.said.emit(self.tr("No agency has been told yet (Ctrl+R)."), Level.PROBLEM)

    def _chosen(self) -> Case | None:
        case = self._meant.selected()
        if case is None:
            self._session.said.emit(self._meant.why_none(), Level.PROBLEM)
        return case
