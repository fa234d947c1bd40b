"""What is asked about an incident: how it ended, why it is open again, with which other it belongs."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.domain.acts import Refusal
from desktop.domain.board import Case, CaseDetail
from desktop.domain.disclosure import looks_hidden, may_lift_restriction, reads_restricted
from desktop.domain.incidents import Incident
from desktop.domain.situations import not_called_safe
from desktop.operations.desk import Done, Outcome
from desktop.operations.incidents import (
    break_glass,
    close_incident,
    merge_incident,
    relate_incidents,
    reopen_incident,
    restrict_incident,
    strike_note,
)
from desktop.operations.reading import read_case
from ui.asking import Topic, ask_and_act
from ui.choice_field import Find
from ui.pane.choices import incident_find, outcome_find, outcome_letters
from ui.pane.fact_question import ask_fact
from ui.pane.names import full_number, short_number
from ui.pane.rows import Row
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session
from ui.words import outcome_name

_SHOWN = 60
"""Characters of a note that a question about it shows."""


def _nothing(_done: Done, _answers: Answers) -> None:
    """The board shows what came of it."""


class Questions(QObject):
    """Asks in the prompt and acts on the answer; a refusal stands beside the field."""

    merged = Signal(str, str)
    """(the incident merged, the one it went into)."""

    def __init__(self, session: Session, prompt: Prompt, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt
        self.by_command: Mapping[str, Callable[[CaseDetail], None]] = {
            "incident.fact": partial(ask_fact, session, prompt),
            "incident.close": self.close,
            "incident.reopen": self.reopen,
            "incident.merge": self.merge,
            "incident.relate": self.relate,
            "incident.glass": self.break_glass,
            "incident.restrict": self.restrict,
        }
        """What the board knows enough of an incident for."""

    def close(self, detail: CaseDetail) -> None:
        """Ask for the outcome, and for a reason while something still runs."""
        incident = detail.case.incident
        if not self._must_be_open(incident):
            return
        words = self.tr("In words")
        if at_work := self._at_work(detail.case):
            words = self.tr("Reason: {names} still at work").format(names=at_work)
        elif unsafe := self._not_safe(detail.case):
            words = self.tr("Reason: {names} has not called it safe").format(names=unsafe)
        letters = outcome_letters(self._session.reference)
        asks = (
            Ask(
                "outcome",
                self.tr("Outcome: its letter, or type"),
                find=outcome_find(self._session.reference),
                needed=self.tr("Choose an outcome."),
                preview=lambda _typed: letters,
            ),
            Ask("words", words),
        )

        early = self._session.turns.writing

        def act(answers: Answers) -> Awaitable[Outcome] | None:
            case = self._session.board.cases.get(incident.id, detail.case)
            seen = case.incident if early else incident
            if self._at_work(case) and not answers["words"]:
                self._prompt.problem(self.tr("Units or agencies are still at work: give a reason."), "words")
                return None
            if (unsafe := self._not_safe(case)) and not answers["words"]:
                text = self.tr("{names} has not called it safe: write that first, or give a reason.")
                self._prompt.problem(text.format(names=unsafe), "words")
                return None
            return close_incident(self._session.desk, seen, answers["outcome"], answers["words"], case.queued)

        def done(_done: Done, answers: Answers) -> None:
            ended = outcome_name(self._session.reference.outcomes[answers["outcome"]])
            self._tell(self.tr("{number} is closed: {outcome}"), incident, outcome=ended)

        self._ask("close", self.tr("Close {number}"), incident, asks, act, done)

    def reopen(self, detail: CaseDetail) -> None:
        """Ask why a closed incident is to be open again."""
        incident = detail.case.incident
        early = self._session.turns.writing
        if incident.is_open and not early:
            self._say(self.tr("The incident is open."))
            return
        ask = Ask("reason", self.tr("Reason"), needed=self.tr("A reason is needed."))

        def act(answers: Answers) -> Awaitable[Outcome]:
            now = self._session.clock.now()
            case = self._session.board.cases.get(incident.id, detail.case) if early else detail.case
            return reopen_incident(self._session.desk, case, answers["reason"], now)

        def done(_done: Done, _answers: Answers) -> None:
            self._tell(self.tr("{number} is open again"), incident)

        self._ask("reopen", self.tr("Open {number} again"), incident, (ask,), act, done)

    def break_glass(self, detail: CaseDetail) -> None:
        """Ask why a restricted incident is to be read by one whose role may not."""
        incident = detail.case.incident
        if not incident.restricted:
            self._say(self.tr("This incident is not restricted."))
            return
        if reads_restricted(self._session.desk.author.roles) or not looks_hidden(incident):
            self._say(self.tr("You may read this incident."))
            return
        ask = Ask(
            "reason", self.tr("Reason, which the supervisor sees"), needed=self.tr("A reason is needed.")
        )

        def act(answers: Answers) -> Awaitable[Outcome]:
            return break_glass(self._session.desk, incident.id, answers["reason"])

        def done(_done: Done, _answers: Answers) -> None:
            self._tell(self.tr("{number} is open to you; the supervisor is told"), incident)

        self._ask("glass", self.tr("Open the restricted {number}"), incident, (ask,), act, done)

    def restrict(self, detail: CaseDetail) -> None:
        """Ask why only some roles are to read an incident, or all of them again."""
        incident, roles = detail.case.incident, self._session.desk.author.roles
        if incident.restricted and not may_lift_restriction(roles):
            self._say(self.tr("Only a supervisor may lift the restriction."))
            return
        restricted = not incident.restricted
        title = self.tr("Restrict {number}: only some roles read place, kind and callers")
        told = self.tr("{number} is restricted now")
        if not restricted:
            title = self.tr("Lift the restriction of {number}: all read it again")
            told = self.tr("{number} is restricted no more")
        ask = Ask("reason", self.tr("Reason"), needed=self.tr("A reason is needed."))

        def act(answers: Answers) -> Awaitable[Outcome]:
            seen = self._session.board.cases.get(incident.id, detail.case).incident
            desk = self._session.desk
            return restrict_incident(desk, seen, answers["reason"], restricted=restricted)

        def done(_done: Done, _answers: Answers) -> None:
            self._tell(told, incident)

        self._ask("restrict", title, incident, (ask,), act, done)

    def merge(self, detail: CaseDetail) -> None:
        """Ask into which open incident this one goes."""
        incident = detail.case.incident
        if not self._must_be_open(incident):
            return
        ask = self._which(incident, self._others(incident, only_open=True))
        if incident.restricted:
            warning = self.tr("This one is restricted: the other becomes so with it.")
            ask = replace(ask, preview=lambda _typed: warning)

        def act(answers: Answers) -> Awaitable[Outcome]:
            return self._merge(incident.id, answers["target"])

        def done(_done: Done, answers: Answers) -> None:
            into = self._session.board.cases.get(answers["target"])
            other = short_number(into.incident, self._session.centre) if into is not None else ""
            self._tell(self.tr("{number} is merged into {other}"), incident, other=other)
            self.merged.emit(incident.id, answers["target"])

        self._ask("merge", self.tr("Merge {number} into another"), incident, (ask,), act, done)

    def relate(self, detail: CaseDetail) -> None:
        """Ask to which incident this one is related."""
        incident = detail.case.incident
        known = {one.id for one in (*detail.related, *detail.merged)}
        cases = [case for case in self._others(incident, only_open=False) if case.id not in known]
        ask = self._which(incident, cases)

        def act(answers: Answers) -> Awaitable[Outcome] | None:
            other = self._session.board.cases.get(answers["target"])
            if other is None:
                self._prompt.problem(self.tr("That incident is no longer on the board."), "target")
                return None
            return relate_incidents(self._session.desk, incident, other.incident)

        title = self.tr("Relate {number}: separate, but belonging together")
        self._ask("relate", title, incident, (ask,), act)

    def strike(self, detail: CaseDetail, row: Row | None) -> None:
        """Ask, if anybody wants to say, why a note is struck through."""
        if row is None or not row.note:
            self._say(self.tr("Choose a note in the timeline that is not struck through yet."))
            return
        note = row.note if len(row.note) <= _SHOWN else f"{row.note[: _SHOWN - 1]}…"
        title = self.tr("Strike through: “{note}”").format(note=" ".join(note.split()))
        ask = Ask("reason", self.tr("Reason, if any"))

        def act(answers: Answers) -> Awaitable[Outcome]:
            return self._strike(detail, row.act, answers["reason"])

        topic = Topic(detail.case.id, f"strike_{row.act.replace('-', '')}")
        ask_and_act(self._session, self._prompt, topic, title, (ask,), act, _nothing)

    async def _merge(self, source: str, target: str) -> Outcome:
        """What moves is read at the last moment: a call may have joined while the question stood."""
        desk = self._session.desk
        detail, into = await read_case(desk, source), await read_case(desk, target)
        if detail is None or into is None:
            return Refusal("merge_moves_all", "incident", target)
        return await merge_incident(desk, detail, into.case)

    async def _strike(self, detail: CaseDetail, act: str, reason: str) -> Outcome:
        """The note may be about an incident that was merged into this one."""
        outcome: Outcome = Refusal("struck_act_has_note")
        for incident in (detail.case.incident, *detail.merged):
            outcome = await strike_note(self._session.desk, incident, act, reason)
            if not isinstance(outcome, Refusal) or outcome.code != "struck_act_has_note":
                return outcome
        return outcome

    def _which(self, incident: Incident, cases: list[Case]) -> Ask:
        find: Find = incident_find(cases, incident, self._session.reference, self._session.centre)
        label = self.tr("The other incident: number, category or place")
        return Ask("target", label, find=find, needed=self.tr("Choose an incident."))

    def _others(self, incident: Incident, *, only_open: bool) -> list[Case]:
        return [
            case
            for case in self._session.board.cases.values()
            if case.id != incident.id and (case.incident.is_open or not only_open)
        ]

    def _ask(
        self,
        purpose: str,
        title: str,
        incident: Incident,
        asks: Sequence[Ask],
        act: Callable[[Answers], Awaitable[Outcome] | None],
        done: Callable[[Done, Answers], None] = _nothing,
    ) -> None:
        words = title.format(number=full_number(incident, self._session.centre))
        topic = Topic(incident.id, purpose)
        ask_and_act(self._session, self._prompt, topic, words, asks, act, done)

    def _at_work(self, case: Case) -> str:
        units = self._session.board.units
        names = [units[one.unit].call_sign for one in case.running if one.unit in units]
        agencies = self._session.reference.agencies
        names += [agencies[one.agency].short_name for one in case.running_referrals if one.agency in agencies]
        return ", ".join(names)

    def _not_safe(self, case: Case) -> str:
        agencies = self._session.reference.agencies
        codes = not_called_safe(case, self._session.reference)
        return ", ".join(agencies[code].short_name if code in agencies else code for code in codes)

    def _must_be_open(self, incident: Incident) -> bool:
        """Whether it is open, or may be once what is being written is."""
        is_open = incident.is_open or self._session.turns.writing
        if not is_open:
            self._say(self.tr("The incident is already closed."))
        return is_open

    def _tell(self, words: str, incident: Incident, **more: str) -> None:
        """Say that it is done: the message of an act before must not be taken for this one's."""
        number = short_number(incident, self._session.centre)
        self._session.said.emit(words.format(number=number, **more), Level.DONE)

    def _say(self, words: str) -> None:
        self._session.said.emit(words, Level.PROBLEM)
