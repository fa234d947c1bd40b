"""Correcting a fact, taking one back, or telling one that the card asks for, long after the call."""

from collections.abc import Awaitable, Sequence

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import CaseDetail
from desktop.domain.disclosure import may_see_numbers
from desktop.operations.desk import Done, Outcome
from desktop.operations.fact_correction import Replacement, replaced, replacements
from desktop.operations.incidents import describe_incident
from ui.asking import Topic, ask_and_act
from ui.cards.showing import said
from ui.choice_field import Option
from ui.fact_words import facts_text, hazards_text
from ui.pane.names import full_number, short_number
from ui.prompt import Answers, Ask, Prompt
from ui.session import Level, Session

translate = QCoreApplication.translate


def ask_fact(session: Session, prompt: Prompt, detail: CaseDetail) -> None:
    """Ask what is true instead: one choice. The first answer stays on the timeline."""
    incident = detail.case.incident
    if not may_see_numbers(session.desk.author.roles):
        session.said.emit(translate("Facts", "Your role does not allow corrections."), Level.PROBLEM)
        return
    known = {one.code: one for one in replacements(incident, session.around)}
    if not known:
        session.said.emit(translate("Facts", "No card asks about such an incident."), Level.PROBLEM)
        return

    def find(text: str) -> Sequence[Option]:
        words = [word.strip(",:") for word in text.casefold().split()]
        texts = ((_option(one), _as_known(one)) for one in known.values())
        return [
            one for one, facts in texts if all(word in f"{one.line} {facts}".casefold() for word in words)
        ]

    def act(answers: Answers) -> Awaitable[Outcome]:
        seen = session.board.cases.get(incident.id, detail.case).incident
        return describe_incident(session.desk, seen, replaced(seen, known[answers["fact"]], session.around))

    def done(_done: Done, answers: Answers) -> None:
        text = translate("Facts", "{number}, corrected: {fact}")
        number = short_number(incident, session.centre)
        session.said.emit(text.format(number=number, fact=_option(known[answers["fact"]]).text), Level.DONE)

    ask = Ask(
        "fact",
        translate("Facts", "Type parts of it: question, answer"),
        find=find,
        needed=translate("Facts", "Choose a fact."),
    )
    title = translate("Facts", "Correct, take back or add a fact of {number}")
    title = title.format(number=full_number(incident, session.centre))
    ask_and_act(session, prompt, Topic(incident.id, "fact"), title, (ask,), act, done)


def _option(one: Replacement) -> Option:
    new = translate("Facts", "taken back") if one.new is None else said(one.new.words)
    change = new if one.old is None else f"{said(one.old.words)} → {new}"
    return Option(one.code, f"{said(one.question.words)} {change}", said(one.card.words))


def _as_known(one: Replacement) -> str:
    """The facts of both answers, as the incident shows them: what is read there is what is typed."""
    return " ".join(
        f"{facts_text(answer.facts)} {hazards_text({'hazards': answer.hazards})}"
        for answer in (one.old, one.new)
        if answer is not None
    )
