"""Verbs about units in the words of the screen, and what is said while one types."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.domain.hospitals import HANDED_OVER
from desktop.domain.units import STAMP_ORDER, STAMPS, Assignment, Unit
from desktop.operations.typed_names import Part
from desktop.operations.unit_verbs import STATUS_OF, VERBS, UnitVerb, legal, likely
from ui.marking import QT_TRANSLATE_NOOP
from ui.naming import SEPARATOR, Thing, choices_text, lettered, unclear_text
from ui.session import Session
from ui.times import clock_text
from ui.units.rows import translate
from ui.words import word

_N = QT_TRANSLATE_NOOP

_VERBS: Mapping[UnitVerb, str] = {
    UnitVerb.CANCEL: _N("Units", "called off"),
    UnitVerb.OCCUPY: _N("Units", "busy"),
    UnitVerb.DESTINATION: _N("Units", "hospital"),
    UnitVerb.MOVE: _N("Units", "other post"),
    UnitVerb.WELL: _N("Units", "crew well"),
    UnitVerb.TOLD: _N("Units", "hospital told"),
    UnitVerb.CONFIRMED: _N("Units", "hospital agreed"),
    UnitVerb.FULL: _N("Units", "hospital full"),
    UnitVerb.PATIENTS: _N("Units", "patients"),
    UnitVerb.HAND_OVER: _N("Units", "handed over"),
}


@dataclass(frozen=True, slots=True)
class Note:
    """What stands beside a field: what is understood, and what is wrong with it."""

    preview: str = ""
    problem: str = ""


def verb_word(verb: UnitVerb) -> str:
    """A verb in the operator's language."""
    status = STATUS_OF.get(verb)
    return word(status) if status is not None else translate("Units", _VERBS[verb])


def verb_text(verb: UnitVerb) -> str:
    """A verb with its letter, kept in one line: `M under way`."""
    return lettered(VERBS.letter(verb), verb_word(verb))


def options_text(unit: Unit, running: Assignment | None) -> str:
    """What can be said of a unit now, the likely first: `Enter: M under way · L on scene · …`."""
    first = likely(unit, running)
    rest = [verb_text(one) for one in legal(unit, running) if one is not first]
    return choices_text(verb_text(first) if first else "", rest)


def where_text(session: Session, unit: Unit, running: Assignment | None) -> str:
    """What a unit does and for what: `on scene, 24-015`."""
    case = session.board.cases.get(running.incident or "") if running else None
    what = session.number(case) if case else (running.purpose if running else unit.out_reason)
    return ", ".join(one for one in (word(unit.status), what) if one)


def stamps_text(session: Session, running: Assignment) -> str:
    """The stamps of an assignment, corrected ones with what was written first."""
    return SEPARATOR.join(stamp_text(session, running, stamp) for stamp in STAMP_ORDER if has(running, stamp))


def has(running: Assignment, stamp: str) -> bool:
    """Whether a stamp is set."""
    return getattr(running, f"{stamp}_at") is not None


def stamp_text(session: Session, running: Assignment, stamp: str) -> str:
    """One stamp: `under way 20:59:40 (first 20:58:00)`."""
    zone = session.clock.zone
    at, first = getattr(running, f"{stamp}_at"), getattr(running, f"{stamp}_first")
    text = f"{stamp_word(stamp)} {clock_text(at, zone)}"
    if first is None or first == at:
        return text
    return f"{text} " + translate("Units", "(first {time})").format(time=clock_text(first, zone))


def stamp_word(stamp: str) -> str:
    """The name of a stamp of an assignment."""
    if stamp == HANDED_OVER:
        return translate("Units", "handed over")
    status = next((status for status, name in STAMPS.items() if name == stamp), None)
    return word(status) if status is not None else translate("Units", "ended")


def unclear_unit(session: Session, part: Part) -> str:
    """That no unit is called so, or which ones may be meant, with what they do."""
    board = session.board.units
    known = [board[one] for one in part.ids if one in board]
    return unclear_text(Thing.UNIT, part, [f"{one.call_sign} ({word(one.status)})" for one in known])


def unknown_letter(letter: str) -> str:
    """That a letter says nothing of a unit."""
    return translate("Units", "“{letter}” is no status.").format(letter=letter)


def unseen_text(unit: Unit, verb: UnitVerb) -> str:
    """That a unit was never on scene: its incident would count as handled."""
    text = translate(
        "Units", "{unit} was not on scene: “{verb}” makes the incident handled, {cancel} lets it wait again."
    )
    return text.format(unit=unit.call_sign, verb=verb_word(verb), cancel=verb_text(UnitVerb.CANCEL))
