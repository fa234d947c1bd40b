"""What an agency answers, in one line: part of its name, a letter, Enter."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from desktop.domain.board import Case
from desktop.domain.referrals import RUNNING, Means, Referral
from desktop.domain.to_tell import critical_at
from desktop.operations import referrals
from desktop.operations.desk import Outcome
from desktop.operations.referral_verbs import (
    STATE_OF,
    VERBS,
    ReferralVerb,
    answering,
    by_agency,
    leading,
    legal,
    likely,
)
from desktop.operations.typed_verbs import read_line
from ui.asking import Topic, ask_and_act
from ui.naming import SEPARATOR
from ui.prompt import Answers, Ask, Prompt
from ui.referrals.speech import (
    agency_name,
    options_text,
    unclear_agency,
    verb_text,
    verb_word,
)
from ui.referrals.telling import means_options
from ui.session import Level, Session
from ui.times import age_text
from ui.words import word


@dataclass(frozen=True, slots=True)
class Heard:
    """A line as understood: of which referral, what, and its note; else what is not clear."""

    referral: Referral | None = None
    verb: ReferralVerb | None = None
    note: str = ""
    problem: str = ""
    typed: bool = False
    """Whether the verb was typed, not only the likely one."""


class AnswerQuestion(QObject):
    """Asks which agency said what."""

    def __init__(self, session: Session, prompt: Prompt, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt

    def ask(self, case: Case) -> None:
        """Ask it for this incident."""
        number = self._session.number(case)
        saying = [""]  # of this question: another may be answered before this one is written
        asks = (
            Ask(
                "line",
                self.tr("Agency and answer, as: pln t"),
                check=lambda text: self._read(text, case.id).problem or None,
                preview=lambda text: self._understood(text, case.id),
            ),
            Ask("note", self.tr("Note")),
        )
        ask_and_act(
            self._session,
            self._prompt,
            Topic(case.id, "answer"),
            self.tr("Answer of an agency, {number}").format(number=number),
            asks,
            lambda answers: self._act(answers, case.id, saying),
            lambda _done, _answers: self._session.said.emit(saying[0], Level.DONE),
            at_once=True,
        )

    def _act(self, answers: Answers, incident: str, saying: list[str]) -> Awaitable[Outcome] | None:
        """`saying` becomes what is said once it is written."""
        heard = self._read(answers["line"], incident)
        case = self._session.board.cases.get(incident)
        if heard.referral is None or heard.verb is None or case is None:
            self._prompt.problem(heard.problem or self.tr("Type the agency and a letter."), "line")
            return None
        note = answers["note"] or heard.note
        if heard.verb in (ReferralVerb.WITHDRAWN, ReferralVerb.UNCONFIRMED) and not note:
            self._prompt.problem(self.tr("A reason is needed."), "note")
            return None
        if heard.verb is ReferralVerb.TOLD_AGAIN:
            self._ask_again(heard.referral, note)
            return None
        saying[0] = self._sentence(heard.referral, heard.verb)
        return self._write(case, heard.referral, heard.verb, note)

    def _write(self, case: Case, referral: Referral, verb: ReferralVerb, note: str) -> Awaitable[Outcome]:
        if verb is ReferralVerb.LEADS:
            return referrals.let_lead(self._session.desk, referral, leading(case))
        if verb is ReferralVerb.CONFIRMED:
            return referrals.confirm_safe(self._session.desk, referral, note or None)
        if verb is ReferralVerb.UNCONFIRMED:
            return referrals.take_confirmation(self._session.desk, referral, note)
        return referrals.answer_referral(self._session.desk, referral, STATE_OF[verb], note or None)

    def _ask_again(self, referral: Referral, note: str) -> None:
        means = referral.means or Means.TELEPHONE
        asks = (
            Ask(
                "means",
                self.tr("How told"),
                find=means_options(),
                code=means.value,
                text=word(means),
                needed=self.tr("How were they told?"),
                select=True,
            ),
            Ask("told_to", self.tr("Who took it"), text=referral.told_to or "", select=True),
            Ask("note", self.tr("Note"), text=note),
        )

        session = self._session

        def act(answers: Answers) -> Awaitable[Outcome] | None:
            case = session.board.cases.get(referral.incident)
            if case is None:
                return None
            how, whom, more = Means(answers["means"]), answers["told_to"] or None, answers["note"] or None
            critical = critical_at(session.board.warnings.values(), case.incident, session.clock.now())
            return referrals.tell_again(session.desk, referral, case, how, whom, more, critical)

        title = self._sentence(referral, ReferralVerb.TOLD_AGAIN)
        topic = Topic(referral.incident, "tell_again")

        def done(*_: object) -> None:
            session.said.emit(title, Level.DONE)

        ask_and_act(session, self._prompt, topic, title, asks, act, done, at_once=True)

    def _sentence(self, referral: Referral, verb: ReferralVerb) -> str:
        return f"{agency_name(self._session.reference, referral.agency)}: {verb_word(verb)}"

    def _read(self, text: str, incident: str) -> Heard:
        case = self._session.board.cases.get(incident)
        if case is None:
            return Heard(problem=self.tr("That incident is no longer on the board."))
        found = answering(case)
        at_work = [one for one in found if one.state in RUNNING]
        only = at_work[0] if len(at_work) == 1 else None
        if only is not None:
            verbs, note = VERBS.read(text)
            if not text.strip() or len(verbs) == 1:
                return self._judge(only, verbs, note)
        if not text.strip():
            return Heard()
        known = self._session.reference.agencies
        told = {one.agency: known[one.agency] for one in found if one.agency in known}
        saying = read_line(text, by_agency(told), VERBS)
        part = saying.part
        if not part.id:
            return Heard(problem=unclear_agency(self._session.reference, part))
        referral = next(one for one in found if one.agency == part.id)
        if saying.unread:
            return Heard(referral, problem=self.tr("“{typed}” is no answer.").format(typed=saying.unread))
        if len(saying.verbs) > 1:
            which = ", ".join(verb_text(one) for one in saying.verbs)
            return Heard(referral, problem=self.tr("Which one: {verbs}?").format(verbs=which))
        return self._judge(referral, saying.verbs, saying.rest)

    def _judge(self, referral: Referral, verbs: Sequence[ReferralVerb], note: str) -> Heard:
        verb = verbs[0] if verbs else likely(referral)
        if verb is None or verb in legal(referral):
            return Heard(referral, verb, note, typed=bool(verbs))
        text = self.tr("{agency} is {state}: “{verb}” cannot follow.")
        name = agency_name(self._session.reference, referral.agency)
        told = text.format(agency=name, state=word(referral.state), verb=verb_word(verb))
        return Heard(referral, problem=told)

    def _understood(self, text: str, incident: str) -> str:
        heard = self._read(text, incident)
        case = self._session.board.cases.get(incident)
        if case is None:
            return heard.problem
        if heard.referral is None:
            return SEPARATOR.join(self._state(one) for one in answering(case))
        state = self._state(heard.referral)
        if heard.typed and heard.verb is not None:
            return f"{state} → {verb_text(heard.verb)} {heard.note}".rstrip()
        return f"{state} — {options_text(heard.referral)}"

    def _state(self, referral: Referral) -> str:
        """`PLN told 3 m 20`."""
        since = getattr(referral, f"{referral.state.value}_at")
        age = f" {age_text(self._session.clock.age(since))}" if since is not None else ""
        return f"{agency_name(self._session.reference, referral.agency)} {word(referral.state)}{age}"
