"""Correcting an incident: the form opened, saved, contradicted, left."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.acts import Refusal
from desktop.domain.board import CaseDetail
from desktop.domain.records import Value
from desktop.operations.desk import StoreError
from desktop.operations.incidents import describe_incident
from desktop.operations.reading import read_case, who_wrote
from ui import problems
from ui.intake.words import problem_words, with_captions
from ui.pane.correct_form import CorrectForm
from ui.pane.correction import Correction, begin
from ui.pane.names import Names, names_for
from ui.session import Session


class Correcting(QObject):
    """Lets one incident at a time be corrected; what is typed for another waits until that is shown again."""

    left = Signal()
    """The form is done with."""

    def __init__(self, session: Session, form: CorrectForm, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._form = form
        self._kept: dict[str, Correction] = {}
        self._shown: Correction | None = None
        self._saving: set[str] = set()
        self._warned = False
        form.asks_save.connect(self.save)
        form.asks_leave.connect(self.leave)
        form.caller_chosen.connect(self._turn_to)

    def begin(self, detail: CaseDetail, caller: str | None) -> None:
        """Open the form on an incident, at one of its callers."""
        incident = detail.case.id
        if incident not in self._kept:
            self._kept[incident] = begin(detail, caller, self._session.around)
        self.show_for(incident)
        self._form.fields["category"].setFocus()

    def show_for(self, incident: str | None) -> bool:
        """Turn to an incident; whether it is being corrected."""
        kept = self._kept.get(incident or "")
        if kept is not None and kept is not self._shown:
            self._show(kept)
        self._shown = kept
        return kept is not None

    def give_up(self, incident: str) -> str:
        """Stop correcting an incident that was merged away; what had been typed, in one line."""
        kept = self._kept.pop(incident, None)
        typed = with_captions(kept.texts, kept.edited) if kept is not None else None
        return (typed or "").replace("\n", "; ")

    def save(self) -> None:
        """Save all that was changed in one act."""
        correction = self._shown
        if correction is None or correction.incident.id in self._saving:
            return
        values, wrong = correction.read(self._session.around)
        correction.problems = {name: problem_words(one) for name, one in wrong.items()}
        self._form.show_problems(correction.problems)
        if wrong:
            return
        if not values:
            self._end(correction)
            return
        self._saving.add(correction.incident.id)
        self._session.services.writes.start(self._save(correction, values), "correct")

    def leave(self) -> None:
        """Leave the form; what was typed is thrown away only when asked twice."""
        correction = self._shown
        if correction is None:
            return
        if correction.edited and not self._warned:
            self._warned = True
            words = self.tr("Esc once more throws away what you typed. Enter saves it.")
            self._form.show_problems(correction.problems, words)
            return
        self._end(correction)

    def _turn_to(self, caller: str) -> None:
        correction = self._shown
        if correction is None or caller == correction.caller:
            return
        if correction.edits_caller:
            correction.problems = {"caller": self.tr("Save this caller first: Enter.")}
        else:
            correction.turn_to(caller, self._session.around)
        self._show(correction)

    def _show(self, correction: Correction) -> None:
        self._warned = False
        self._form.show_correction(correction, self._names(correction.detail))

    def _end(self, correction: Correction) -> None:
        self._kept.pop(correction.incident.id, None)
        if correction is self._shown:
            self._shown = None
            self.left.emit()

    async def _save(self, correction: Correction, values: dict[str, Value]) -> None:
        incident, typed, trouble = correction.incident, dict(correction.texts), ""
        try:
            outcome = await describe_incident(self._session.desk, incident, values, correction.entry)
            if not isinstance(outcome, Refusal):
                await self._saved(correction, typed)
                return
            if outcome.code != "changed" or not await self._contradicted(correction):
                trouble = await problems.explain(self._session, outcome)
        except StoreError as error:
            trouble = problems.of_store(error)
        finally:
            self._saving.discard(incident.id)
        if correction is self._shown:
            self._show(correction)
            self._form.show_problems(correction.problems, trouble)

    async def _saved(self, correction: Correction, typed: dict[str, str]) -> None:
        """What was typed on while it was being saved stays in the form, on the new ground."""
        if correction.texts != typed:
            detail = await read_case(self._session.desk, correction.incident.id)
            if detail is not None:
                correction.rebase(detail, {}, self._names(detail), self._session.around)
                if correction is self._shown:
                    self._show(correction)
                return
        self._end(correction)

    async def _contradicted(self, correction: Correction) -> bool:
        """Say who wrote what meanwhile; whether anything was found to say."""
        desk = self._session.desk
        detail = await read_case(desk, correction.incident.id)
        if detail is None:
            return False
        overtaken = correction.overtaken(detail)
        writers = {one: await who_wrote(desk, one.act) for one in overtaken}
        correction.rebase(detail, writers, self._names(detail), self._session.around)
        return bool(overtaken)

    def _names(self, detail: CaseDetail) -> Names:
        session = self._session
        roles, now = session.desk.author.roles, session.clock.now()
        return names_for(detail, session.board, session.centre, roles, now)
