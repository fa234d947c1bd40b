"""Words for the row of a report on paper, and for what is wrong in it."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from desktop.operations.draft_fields import Problem
from desktop.operations.paper_row import RowProblem
from desktop.runtime.paper_form import paper_caption
from ui.intake.words import problem_words
from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP

_PROBLEMS: Mapping[RowProblem, str] = {
    RowProblem.TIME_NEEDED: _N("Paper", "when the call came, as 20:58 or 24-11 20:58"),
    RowProblem.TIME_ORDER: _N("Paper", "earlier than the time before it"),
    RowProblem.NO_UNIT: _N("Paper", "“{text}” is no unit, or several"),
    RowProblem.NOT_FREE: _N("Paper", "{text} is not free now: leave it out, and note it at the incident"),
    RowProblem.ONLY_WITH_INCIDENT: _N("Paper", "only for an incident: leave the call type empty"),
    RowProblem.DONE_NEEDED: _N("Paper", "when it ended"),
    RowProblem.SENT_ALREADY: _N(
        "Paper", "sent already as “{text}”: put that back, and note at the incident what differs"
    ),
}


def row_problem_words(name: str, problem: Problem | RowProblem, text: str) -> str:
    """What is wrong with a field, behind its caption. `text`: what the problem is about."""
    if isinstance(problem, RowProblem):
        words = QCoreApplication.translate("Paper", _PROBLEMS[problem]).format(text=text)
    else:
        words = problem_words(problem)
    return f"{paper_caption(name)}: {words}"
