"""Words for the fields of a call and for what is wrong with them."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from desktop.operations.draft_fields import CHOICE_TEXTS, FIELDS, Problem
from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP

_CAPTIONS: Mapping[str, str] = {
    "channel": _N("Intake", "Channel"),
    "narrative": _N("Intake", "What happens"),
    "category": _N("Intake", "Category"),
    "priority": _N("Intake", "Priority"),
    "address": _N("Intake", "Address"),
    "landmark": _N("Intake", "Landmark"),
    "area": _N("Intake", "Kelurahan"),
    "kecamatan": _N("Intake", "Kecamatan"),
    "rt_rw": _N("Intake", "RT/RW"),
    "point": _N("Intake", "Point or map link"),
    "number": _N("Intake", "Telephone"),
    "name": _N("Intake", "Caller"),
    "people_hurt": _N("Intake", "People hurt"),
    "answers": _N("Intake", "Answers"),
    "rang_at": _N("Intake", "Rang at"),
    "recording": _N("Intake", "Recording"),
}
_PROBLEMS: Mapping[Problem, str] = {
    Problem.NO_CATEGORY: _N("Intake", "no category is called that"),
    Problem.NO_AREA: _N("Intake", "no kelurahan or kecamatan is called that"),
    Problem.NO_PRIORITY: _N("Intake", "a digit from 1 to 4"),
    Problem.NO_CHANNEL: _N("Intake", "no channel is called that"),
    Problem.NO_NUMBER: _N("Intake", "this is no telephone number"),
    Problem.NUMBER_INCOMPLETE: _N("Intake", "digits are missing"),
    Problem.NO_COUNT: _N("Intake", "write a number, as 2"),
    Problem.NO_RT_RW: _N("Intake", "write as 1/9 or RW 9"),
    Problem.NO_TIME: _N("Intake", "write a time, as 20:58"),
    Problem.NO_POINT: _N("Intake", "neither coordinates nor a map link"),
    Problem.SHORT_LINK: _N("Intake", "the short link hides the point: open it and paste the long one"),
    Problem.LINK_WITHOUT_POINT: _N("Intake", "the link carries no coordinates"),
    Problem.IMPOSSIBLE_POINT: _N("Intake", "there is no such latitude or longitude"),
    Problem.TOO_LONG: _N("Intake", "too long to be saved"),
}


def caption(field: str) -> str:
    """What a field is called on the screen."""
    return QCoreApplication.translate("Intake", _CAPTIONS[field])


def problem_words(problem: Problem) -> str:
    """What is wrong with a field, and its cure."""
    return QCoreApplication.translate("Intake", _PROBLEMS[problem])


def shown(texts: Mapping[str, str], field: str) -> str:
    """A field's text as it stands on the screen: of a choice, what was typed or chosen."""
    typed = [texts[name] for name in CHOICE_TEXTS.get(field, ()) if texts[name]]
    return ", ".join(typed) or texts[field]


def with_captions(texts: Mapping[str, str], fields: Iterable[str]) -> str | None:
    """The texts of some fields, each on a line behind its caption; None when all are empty."""
    wanted = set(fields)
    lines = [
        f"{caption(field)}: {text}"
        for field in FIELDS
        if field in wanted and (text := shown(texts, field).strip())
    ]
    return "\n".join(lines) or None
