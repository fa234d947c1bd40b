"""Referring an incident: to whom, how, who took it."""

from collections.abc import Awaitable, Mapping, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from desktop.domain.board import Case
from desktop.domain.reference import AgencyPart
from desktop.domain.referrals import Means
from desktop.domain.to_tell import critical_at
from desktop.operations.choosing import Choice, Chooser
from desktop.operations.desk import Outcome
from desktop.operations.referral_verbs import by_agency, leading, tellings_for
from desktop.operations.referrals import Telling, proposed, refer
from desktop.operations.typed_names import Part, parts
from ui.asking import Topic, ask_and_act
from ui.choice_field import Find, Option
from ui.meant import Meant
from ui.naming import SEPARATOR
from ui.prompt import Answers, Ask, Prompt
from ui.referrals.speech import agency_name, agency_names, unclear_agency
from ui.session import Level, Session
from ui.words import word


def means_options() -> Find:
    """How an agency can be told, by any part of the word."""
    chooser = Chooser([Choice(one.value, word(one), (one.value,)) for one in Means])

    def options(text: str) -> Sequence[Option]:
        return [Option(one.choice.code, one.choice.label) for one in chooser.find(text)]

    return options


class ReferralQuestion(QObject):
    """Asks to whom an incident is referred; Enter alone takes the agencies of its category.

    It may be asked while the incident is being opened: what is entered waits until that is there.
    """

    def __init__(self, session: Session, prompt: Prompt, meant: Meant, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._prompt = prompt
        self._meant = meant
        self._early: tuple[str, int, Mapping[str, str]] | None = None
        """Entered before the incident was there: what is awaited, the question, the texts of its fields."""
        self._asked = ("", 0)
        """What was awaited when the last question was asked for it, and that question."""
        meant.came.connect(self._came)
        meant.failed.connect(self._failed)

    def ask(self, case: Case, codes: Sequence[str] = ()) -> None:
        """Ask it for this incident. `codes`: the agencies that stand there already, else the category's."""
        category = self._session.reference.categories.get(case.incident.category or "")
        reference = self._session.reference
        told = proposed(category, case, reference.agencies)
        agencies = agency_names(reference, codes or (one.agency for one in told))
        asks = (
            Ask(
                "agencies",
                self.tr("Agencies (as: pln polisi; * behind one lets it lead)"),
                text=agencies,
                needed=self.tr("Which agencies?"),
                check=lambda text: self._wrong(text, case.id),
                preview=lambda text: self._understood(text, case.id),
                select=True,
            ),
            Ask(
                "means",
                self.tr("How told"),
                find=means_options(),
                code=Means.TELEPHONE.value,
                text=word(Means.TELEPHONE),
                needed=self.tr("How were they told?"),
            ),
            Ask("told_to", self.tr("Who took it")),
        )
        ask_and_act(
            self._session,
            self._prompt,
            Topic(case.id, "refer"),
            self._title(case),
            asks,
            lambda answers: self._act(answers, case.id),
            lambda _done, answers: self._told(answers, case.id),
            at_once=True,
        )
        if self._meant.is_coming(case.id) and self._prompt.asking:
            self._asked = (case.id, self._prompt.number)

    def _title(self, case: Case) -> str:
        if self._meant.is_coming(case.id):
            return self.tr("Refer the incident that is being opened")
        return self.tr("Refer {number}").format(number=self._session.number(case))

    def _act(self, answers: Answers, incident: str) -> Awaitable[Outcome] | None:
        case = self._meant.case(incident)
        if case is None:
            return None
        if self._meant.is_coming(incident):
            self._early = (incident, self._asked[1], self._prompt.texts())
            self._prompt.problem(self._meant.waits(), "agencies")
            return None
        tellings = self._tellings(answers["agencies"], case)
        means, told_to = Means(answers["means"]), answers["told_to"] or None
        session = self._session
        critical = critical_at(session.board.warnings.values(), case.incident, session.clock.now())
        return refer(session.desk, case.incident, tellings, means, told_to, critical=critical)

    def _came(self, awaited: str, _incident: str) -> None:
        """Say of which incident it is asked, and enter what was entered before, if it still stands there."""
        case = self._meant.case(awaited)
        if case is not None and self._asked[0] == awaited:
            self._prompt.rename(self._title(case), self._asked[1])
        if self._early is None or self._early[0] != awaited:
            return
        (_, question, texts), self._early = self._early, None
        if not self._prompt.asking or self._prompt.number != question:
            self._session.said.emit(self.tr("Not referred: the question was left before."), Level.PROBLEM)
        elif self._prompt.texts() == texts:
            self._prompt.enter()
        else:
            self._prompt.problem(self.tr("The incident is open now."), "agencies", question)

    def _failed(self, awaited: str) -> None:
        if self._asked[0] != awaited:
            return
        self._early = None
        focus = QApplication.focusWidget()
        inside = focus is not None and self._prompt.isAncestorOf(focus)
        if not inside or not self._prompt.problem(self._meant.not_opened(), "agencies", self._asked[1]):
            self._session.said.emit(self._meant.not_opened(), Level.PROBLEM)

    def _told(self, answers: Answers, incident: str) -> None:
        case = self._meant.case(incident)
        number = "" if case is None else self._session.number(case)
        codes = (part.id for part in self._parts(answers["agencies"]))
        text = self.tr("{number}: {agencies} told").format(
            number=number, agencies=agency_names(self._session.reference, codes)
        )
        self._session.said.emit(text, Level.DONE)

    def _parts(self, text: str) -> tuple[Part, ...]:
        return parts(text, by_agency(self._session.reference.agencies))

    def _tellings(self, text: str, case: Case) -> tuple[Telling, ...]:
        category = self._session.reference.categories.get(case.incident.category or "")
        return tellings_for([part for part in self._parts(text) if part.id], case, category)

    def _wrong(self, text: str, incident: str) -> str | None:
        reference = self._session.reference
        case = self._meant.case(incident)
        if case is None:
            return self._meant.why_gone(incident)
        at_work = {one.agency for one in case.running_referrals}
        found = self._parts(text)
        if not found:
            return self.tr("Which agencies?")
        for part in found:
            if not part.id:
                return unclear_agency(reference, part)
            if reference.agencies[part.id].own:
                own = self.tr("{agency} is this centre itself: send its units (Alt+U).")
                return own.format(agency=agency_name(reference, part.id))
            if part.id in at_work:
                already = self.tr("{agency} has been told already: its answer is Ctrl+Shift+R.")
                return already.format(agency=agency_name(reference, part.id))
        return None

    def _understood(self, text: str, incident: str) -> str:
        """Who leads, who supports, and whether the incident goes on waiting."""
        case = self._meant.case(incident)
        if case is None or not text.strip():
            return ""
        tellings = self._tellings(text, case)
        told = []
        for part in AgencyPart:
            codes = [one.agency for one in tellings if one.part is part]
            if codes:
                told.append(f"{word(part)}: {agency_names(self._session.reference, codes)}")
        told += [f"“{part.typed}”?" for part in self._parts(text) if not part.id]
        led = leading(case) is not None or any(one.part is AgencyPart.LEAD for one in tellings)
        if not led and not case.running:
            told.append(self.tr("nobody leads: the incident goes on waiting"))
        return SEPARATOR.join(told)
