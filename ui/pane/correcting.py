"""Correcting an incident: the form opened, saved, contradicted, left."""

from collections.abc import Mapping
from contextlib import suppress

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from desktop.domain.acts import Refusal
from desktop.domain.board import CaseDetail
from desktop.domain.drafts import DRAFT_FIELDS
from desktop.domain.records import Value
from desktop.operations.acted import Acted
from desktop.operations.desk import StoreError
from desktop.operations.incidents import describe_incident
from desktop.operations.reading import Writer, read_case, who_wrote
from ui import problems
from ui.intake.words import problem_words, with_captions
from ui.pane.correct_area import CorrectArea
from ui.pane.correction import Correction, Overtaken, begin, brought_back, typed_fields
from ui.pane.names import Names, names_for, short_number
from ui.session import Level, Session
from ui.unsaved import CORRECTION


class Correcting(QObject):
    """Lets one incident at a time be corrected; what is typed for another waits until that is shown again."""

    left = Signal()
    """The form is done with."""
    came_back = Signal(str)
    """The id of an incident that can go on being corrected as an earlier run of the desk left it."""

    def __init__(self, session: Session, area: CorrectArea, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._area = area
        self._kept: dict[str, Correction] = {}
        self._shown: Correction | None = None
        self._saving: dict[str, Mapping[str, str] | None] = {}
        """By incident that is being saved, the texts at which Enter was pressed once more since."""
        self._warned = False
        area.made.connect(self._made)

    def _made(self) -> None:
        form = self._area.form
        form.asks_save.connect(self.save)
        form.asks_leave.connect(self.leave)
        form.caller_chosen.connect(self._turn_to)
        form.typed.connect(self._typed)

    def begin(self, detail: CaseDetail, caller: str | None) -> None:
        """Open the form on an incident, at one of its callers."""
        incident = detail.case.id
        if incident not in self._kept:
            self._kept[incident] = begin(detail, caller, self._session.around)
        self.show_for(detail)
        self._area.form.fields["category"].setFocus()

    def show_for(self, detail: CaseDetail) -> bool:
        """Turn to an incident; whether it is being corrected."""
        incident = detail.case.id
        if incident not in self._kept and self._session.unsaved.texts(incident, CORRECTION):
            self._bring_back(detail)
        kept = self._kept.get(incident)
        is_filled_in = kept is not None and kept.fill_in(detail, self._session.around)
        if kept is not None and (kept is not self._shown or is_filled_in):
            self._show(kept)
        self._shown = kept
        return kept is not None

    def give_up(self, incident: str) -> str:
        """Stop correcting an incident that was merged away; what had been typed, in one line."""
        self._kept.pop(incident, None)
        words = self._session.unsaved.texts(incident, CORRECTION)
        typed = with_captions({**dict.fromkeys(DRAFT_FIELDS, ""), **words}, typed_fields(words))
        self._session.unsaved.forget(incident, CORRECTION)
        return (typed or "").replace("\n", "; ")

    def save(self) -> None:
        """Save all that was changed in one act."""
        correction = self._shown
        if correction is None:
            return
        if correction.incident.id in self._saving:
            self._saving[correction.incident.id] = dict(correction.texts)
        else:
            self._begin_to_save(correction)

    def _begin_to_save(self, correction: Correction) -> None:
        """Shown or not: who pressed Enter behind what was being saved may look at another incident by now."""
        values, wrong = correction.read(self._session.around)
        correction.problems = {name: problem_words(one) for name, one in wrong.items()}
        is_shown = correction is self._shown
        if is_shown:
            self._area.form.show_problems(correction.problems)
        if wrong:
            if not is_shown:
                self._say_why_not(correction, "")
            return
        if not values:
            self._end(correction)
            return
        self._saving[correction.incident.id] = None
        self._session.unanswered += 1
        typed = dict(correction.texts)  # now: the task begins later than the next key
        self._session.services.writes.start(self._save(correction, values, typed), "correct")

    def leave(self) -> None:
        """Leave the form; what was typed is thrown away only when asked twice."""
        correction = self._shown
        if correction is None:
            return
        if correction.edited and not self._warned:
            self._warned = True
            words = self.tr("Esc once more throws away what you typed. Enter saves it.")
            self._area.form.show_problems(correction.problems, words)
            return
        self._end(correction)

    def _typed(self) -> None:
        if self._shown is not None:
            self._keep(self._shown)

    def _keep(self, correction: Correction) -> None:
        self._session.unsaved.keep(correction.incident.id, CORRECTION, correction.words)

    def _bring_back(self, detail: CaseDetail) -> None:
        """Go on where an earlier run of the desk was killed; what others wrote since is asked about first."""
        words = self._session.unsaved.texts(detail.case.id, CORRECTION)
        correction = brought_back(words, detail, self._session.around)
        overtaken = correction.written_since(self._session.around)
        if overtaken:
            self._session.start(self._ask_back(correction, overtaken), "bring a correction back")
        else:
            self._kept[detail.case.id] = correction

    async def _ask_back(self, correction: Correction, overtaken: list[Overtaken]) -> None:
        writers: dict[Overtaken, Writer | None] = dict.fromkeys(overtaken)
        with suppress(StoreError):
            for one in overtaken:
                writers[one] = await who_wrote(self._session.desk, one.act)
        incident = correction.incident.id
        if incident not in self._kept and self._session.unsaved.texts(incident, CORRECTION):
            detail = correction.detail
            correction.rebase(detail, writers, self._names(detail), self._session.around)
            self._kept[incident] = correction
            self.came_back.emit(incident)

    def _turn_to(self, caller: str) -> None:
        correction = self._shown
        if correction is None or caller == correction.caller:
            return
        if correction.edits_caller:
            correction.problems = {"caller": self.tr("Save this caller first: Enter.")}
        else:
            correction.turn_to(caller, self._session.around)
        self._show(correction)

    def _has_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._area.isAncestorOf(focus)

    def _show(self, correction: Correction, *, moves: bool = True) -> None:
        self._warned = False
        self._area.form.show_correction(correction, self._names(correction.detail), moves=moves)
        if self._session.unsaved.was_restored(correction.incident.id, CORRECTION):
            self._area.form.show_problems(correction.problems, self.tr("Brought back, not saved yet"))

    def _end(self, correction: Correction) -> None:
        if self._kept.get(correction.incident.id) is correction:
            del self._kept[correction.incident.id]
            self._session.unsaved.forget(correction.incident.id, CORRECTION)
        if correction is self._shown:
            self._shown = None
            self.left.emit()

    async def _save(self, correction: Correction, values: dict[str, Value], typed: Mapping[str, str]) -> None:
        incident = correction.incident.id
        trouble: str | None = ""
        try:
            trouble = await self._write(correction, values, typed)
        except StoreError as error:
            trouble = problems.of_store(error)
        finally:
            again = self._saving.pop(incident, None)
        if trouble is not None:
            self._show_trouble(correction, trouble, moves=correction.texts == typed)
        elif self._kept.get(incident) is correction and correction.texts == again:
            self._begin_to_save(correction)

    async def _write(
        self, correction: Correction, values: dict[str, Value], typed: Mapping[str, str]
    ) -> str | None:
        """None once it is written, else why it is not; empty where that stands beside the fields."""
        try:
            outcome = await describe_incident(
                self._session.desk, correction.incident, values, correction.entry
            )
        finally:
            self._session.unanswered -= 1
        if not isinstance(outcome, Refusal):
            self._session.wrote.emit(Acted(outcome.act, {}, {}))  # or the key took back what was before
            await self._saved(correction, typed)
            return None
        if outcome.code == "changed" and await self._contradicted(correction):
            return ""
        return await problems.explain(self._session, outcome)

    def _show_trouble(self, correction: Correction, trouble: str, *, moves: bool) -> None:
        if correction is self._shown:
            self._show(correction, moves=moves)
            self._area.form.show_problems(correction.problems, trouble, moves=moves)
        if correction is not self._shown or not self._has_focus():  # beside its field nobody would read it
            self._say_why_not(correction, trouble)

    def _say_why_not(self, correction: Correction, trouble: str) -> None:
        text = self.tr("{number} is not corrected: {why}").format(
            number=short_number(correction.incident, self._session.centre),
            why=trouble or next(iter(correction.problems.values()), ""),
        )
        self._session.said.emit(text, Level.PROBLEM)

    async def _saved(self, correction: Correction, typed: Mapping[str, str]) -> None:
        """What was typed on while it was being saved stays in the form, on the new ground."""
        if correction.texts != typed:
            detail = await read_case(self._session.desk, correction.incident.id)
            if detail is not None:
                correction.rebase(detail, {}, self._names(detail), self._session.around)
                self._keep(correction)
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
