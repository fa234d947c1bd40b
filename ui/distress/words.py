"""A distress in words: what is known, what to do, who could come."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case, case_of
from desktop.domain.distress import Distress
from desktop.domain.recommendation import Pick, Recommendation, Way
from desktop.domain.rescue import POLICE
from ui.actions import BY_ID, key_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.naming import SEPARATOR
from ui.session import Session
from ui.times import age_text, clock_text
from ui.words import category_name, word

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP

STEPS: tuple[str, ...] = (
    _N("Distress", "Clear the channel: only {unit} and its commander speak."),
    _N(
        "Distress",
        "Ask and write down: where exactly · who, how many · what happened · air · needs.",
    ),
    _N("Distress", "Tell the commander on scene; no other unit leaves the scene."),
    _N("Distress", "Send help and tell the police ({help}). No answer: call each minute, also by telephone."),
    _N("Distress", "Stay on the channel until the crew is counted and safe; then end it ({end})."),
)
"""What to do, in its order (ours; what is asked follows the order in which fire services take a mayday:
location, unit, names, air, resources needed)."""


def key(command: str) -> str:
    """The key of a command, as it is drawn."""
    return key_text(BY_ID[command])


def head_text(session: Session, one: Distress) -> str:
    """`CREW IN DISTRESS: Damkar 4 · on scene · 24-018 Building fire, Gg. Mawar 5`."""
    board = session.board
    unit, case = board.units.get(one.unit), case_of(board.cases, one.incident)
    name = unit.call_sign if unit is not None else one.unit
    parts = [translate("Distress", "CREW IN DISTRESS: {unit}").format(unit=name)]
    if unit is not None:
        parts.append(word(unit.status))
    if case is not None:
        category = category_name(session.reference.categories.get(case.incident.category or ""))
        place = case.incident.address or case.incident.landmark
        parts.append(", ".join(each for each in (f"{session.number(case)} {category}", place) if each))
    return SEPARATOR.join(parts)


def folded_text(session: Session, one: Distress) -> str:
    """What stays of one that somebody took: `CREW IN DISTRESS: Damkar 4 · 24-018 · for 3 min · in …`."""
    board = session.board
    unit, case = board.units.get(one.unit), case_of(board.cases, one.incident)
    name = unit.call_sign if unit is not None else one.unit
    card = translate("Distress", "{key} shows what to do")
    parts = (
        translate("Distress", "CREW IN DISTRESS: {unit}").format(unit=name),
        session.number(case) if case is not None else "",
        state_text(session, one),
        card.format(key=key("crew.distress_taken")),
    )
    return SEPARATOR.join(each for each in parts if each)


def state_text(session: Session, one: Distress) -> str:
    """Since when, and in whose hand."""
    parts = []
    if one.raised_at is not None:
        age = age_text(session.clock.age(one.raised_at))
        parts.append(translate("Distress", "for {age}").format(age=age))
    if one.taken_at is None:
        text = translate("Distress", "NOBODY HAS TAKEN IT — {key} takes it")
        parts.append(text.format(key=key("crew.distress_taken")))
    else:
        text = translate("Distress", "in the hand of {who} since {time} — {key} ends it")
        who = session.reference.operator_name(one.taken_by)
        time = clock_text(one.taken_at, session.clock.zone, seconds=False)
        parts.append(text.format(who=who, time=time, key=key("crew.distress_end")))
    return SEPARATOR.join(parts)


def card_lines(session: Session, one: Distress) -> Iterator[str]:
    """What to do, a line each."""
    unit = session.board.units.get(one.unit)
    name = unit.call_sign if unit is not None else one.unit
    values = {"unit": name, "help": key("crew.distress_help"), "end": key("crew.distress_end")}
    for number, step in enumerate(STEPS, 1):
        yield f"{number}  {translate('Distress', step).format(**values)}"


def help_text(session: Session, one: Distress, found: Recommendation | None) -> str:
    """Who was sent since, who is nearest, and whether the police knows."""
    case = case_of(session.board.cases, one.incident)
    sent = _sent(session, one, case)
    parts = [translate("Distress", "Help sent: {units}").format(units=", ".join(sent))] if sent else []
    if found is None:
        parts.append(translate("Distress", "Nearest: being reckoned"))
    elif found.picks:
        names = ", ".join(_pick(session, pick) for pick in found.picks)
        how = (
            translate("Distress", "by road")
            if found.way is Way.ROAD
            else translate("Distress", "by straight line")
        )
        text = translate("Distress", "Nearest ({how}): {units}")
        parts.append(text.format(how=how, units=names))
    elif not sent:
        parts.append(translate("Distress", "No crew is free"))
    knows = True
    police = session.reference.agencies.get(POLICE)
    if police is not None:
        knows = case is not None and any(each.agency == POLICE for each in case.running_referrals)
        text = (
            translate("Distress", "{police} knows")
            if knows
            else translate("Distress", "{police} {number} to be told")
        )
        parts.append(text.format(police=police.short_name, number=police.telephone or "").replace("  ", " "))
    if case is None:
        parts.append(translate("Distress", "no incident yet: open one, then send"))
    elif not knows or found is None or found.picks:
        parts.append(translate("Distress", "{key} sends and tells").format(key=key("crew.distress_help")))
    return SEPARATOR.join(parts)


def _sent(session: Session, one: Distress, case: Case | None) -> list[str]:
    """The units that were sent since the alarm was raised."""
    known, since = session.board.units, one.raised_at
    if case is None or since is None:
        return []
    later = (each for each in case.running if each.assigned_at is not None and each.assigned_at >= since)
    return [known[each.unit].call_sign for each in later if each.unit in known and each.unit != one.unit]


def _pick(session: Session, pick: Pick) -> str:
    unit = session.board.units.get(pick.unit)
    name = unit.call_sign if unit is not None else pick.unit
    return translate("Distress", "{unit} in {minutes} min").format(unit=name, minutes=pick.minutes)
