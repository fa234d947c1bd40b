"""Typed facts of an incident in words: what is known, what endangers the crew, why the priority differs."""

from collections.abc import Iterator, Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.facts import MADE, PEOPLE_HURT, Fact, Hazard, hazards_in
from ui.marking import QT_TRANSLATE_NOOP

_N = QT_TRANSLATE_NOOP

_HAZARDS: Mapping[Hazard, str] = {
    Hazard.FIRE: _N("Facts", "fire"),
    Hazard.SMOKE: _N("Facts", "smoke"),
    Hazard.EXPLOSION: _N("Facts", "explosion"),
    Hazard.GAS: _N("Facts", "gas"),
    Hazard.ELECTRICITY: _N("Facts", "electricity"),
    Hazard.COLLAPSE: _N("Facts", "collapse"),
    Hazard.CURRENT: _N("Facts", "strong current"),
    Hazard.DEEP_WATER: _N("Facts", "deep water"),
    Hazard.TRAFFIC: _N("Facts", "traffic"),
    Hazard.WEAPON: _N("Facts", "weapon"),
    Hazard.AGGRESSION: _N("Facts", "aggressive person"),
    Hazard.CROWD: _N("Facts", "crowd"),
    Hazard.VENOM: _N("Facts", "venom"),
    Hazard.ANIMAL: _N("Facts", "animal"),
    Hazard.INFECTION: _N("Facts", "infection"),
    Hazard.CHEMICAL: _N("Facts", "chemicals"),
    Hazard.FUEL: _N("Facts", "fuel"),
}

_NAMES: Mapping[str, str] = {
    Fact.CALLER_SAFE: _N("Facts", "caller safe"),
    Fact.PEOPLE_INSIDE: _N("Facts", "people inside"),
    Fact.TRAPPED: _N("Facts", "people trapped"),
    Fact.BURNING: _N("Facts", "burning"),
    Fact.SPREADING: _N("Facts", "fire spreads"),
    Fact.ACCESS: _N("Facts", "access"),
    Fact.POWER_CUT: _N("Facts", "power cut"),
    Fact.CONSCIOUS: _N("Facts", "conscious"),
    Fact.BREATHING: _N("Facts", "breathing"),
    Fact.BLEEDING: _N("Facts", "bleeding"),
    Fact.PATIENT: _N("Facts", "person"),
    Fact.COMPLAINT: _N("Facts", "complaint"),
    Fact.BIRTH: _N("Facts", "birth"),
    Fact.VEHICLES: _N("Facts", "involved"),
    Fact.WATER: _N("Facts", "water"),
    Fact.EVACUATION: _N("Facts", "evacuation"),
    Fact.IN_WATER: _N("Facts", "in the water"),
    Fact.ANIMAL: _N("Facts", "kind of animal"),
    Fact.BITTEN: _N("Facts", "bitten"),
    Fact.BLOCKING: _N("Facts", "road closed"),
    Fact.ON_CABLE: _N("Facts", "on a cable"),
    Fact.CABLE: _N("Facts", "cable"),
    Fact.GAS_SOURCE: _N("Facts", "gas from"),
    Fact.ATTACKER: _N("Facts", "attacker"),
    Fact.WEAPON: _N("Facts", "armed"),
    Fact.SELF_HARM: _N("Facts", "suicidal"),
    Fact.MISSING_SINCE: _N("Facts", "missing for"),
    Fact.DAMAGE: _N("Facts", "building"),
    Fact.DEAD: _N("Facts", "deceased"),
    Fact.VISIT: _N("Facts", "visit"),
    Fact.OXYGEN: _N("Facts", "oxygen at home"),
    Fact.AMOUNT: _N("Facts", "amount"),
    Fact.LAMPS: _N("Facts", "lamps out"),
    Fact.LANES: _N("Facts", "cause"),
    Fact.PUBLIC_PLACE: _N("Facts", "public place"),
    Fact.INJURY: _N("Facts", "injury"),
    Fact.ACCIDENTS: _N("Facts", "accidents there"),
    Fact.HIT: _N("Facts", "hit"),
    Fact.COMPANY: _N("Facts", "company"),
    Fact.TAKEN: _N("Facts", "kidnapped"),
    Fact.RISING: _N("Facts", "water moves"),
    PEOPLE_HURT: _N("Facts", "people hurt"),
}

_VALUES: Mapping[str, str] = {
    "yes": _N("Facts", "yes"),
    "no": _N("Facts", "no"),
    "unknown": _N("Facts", "not known"),
    "house": _N("Facts", "house"),
    "kitchen": _N("Facts", "kitchen"),
    "shop": _N("Facts", "shop or store"),
    "vehicle": _N("Facts", "vehicle hit"),
    "burning.vehicle": _N("Facts", "a vehicle"),
    "rubbish": _N("Facts", "rubbish or land"),
    "power_pole": _N("Facts", "power pole"),
    "open": _N("Facts", "open"),
    "narrow": _N("Facts", "narrow alley"),
    "blocked": _N("Facts", "closed off"),
    "needed": _N("Facts", "needed"),
    "done": _N("Facts", "done"),
    "not_needed": _N("Facts", "not needed"),
    "normal": _N("Facts", "normal"),
    "abnormal": _N("Facts", "abnormal"),
    "severe": _N("Facts", "severe"),
    "little": _N("Facts", "little"),
    "baby": _N("Facts", "baby"),
    "child": _N("Facts", "child"),
    "adult": _N("Facts", "adult"),
    "elderly": _N("Facts", "elderly"),
    "pregnant": _N("Facts", "pregnant woman"),
    "breathless": _N("Facts", "breathless"),
    "chest_pain": _N("Facts", "chest pain"),
    "choking": _N("Facts", "choking"),
    "stroke": _N("Facts", "one side weak"),
    "seizure": _N("Facts", "seizure"),
    "other": _N("Facts", "other"),
    "born": _N("Facts", "born"),
    "pushing": _N("Facts", "pushing"),
    "labour": _N("Facts", "labour"),
    "bleeding": _N("Facts", "with bleeding"),
    "motorcycle": _N("Facts", "motorcycle"),
    "car": _N("Facts", "car"),
    "truck_or_bus": _N("Facts", "truck or bus"),
    "pedestrian": _N("Facts", "pedestrian"),
    "ankle": _N("Facts", "ankle-deep"),
    "knee": _N("Facts", "knee-deep"),
    "waist": _N("Facts", "waist-deep"),
    "chest": _N("Facts", "chest-deep"),
    "seen": _N("Facts", "in sight"),
    "gone": _N("Facts", "gone"),
    "out": _N("Facts", "out of it"),
    "snake": _N("Facts", "snake"),
    "wasps": _N("Facts", "wasps or bees"),
    "dog": _N("Facts", "dog or monkey"),
    "monitor_lizard": _N("Facts", "monitor lizard or crocodile"),
    "whole": _N("Facts", "wholly"),
    "part": _N("Facts", "in part"),
    "on_ground": _N("Facts", "on the ground"),
    "hanging": _N("Facts", "hanging"),
    "sparking": _N("Facts", "sparking"),
    "outage": _N("Facts", "only an outage"),
    "cylinder": _N("Facts", "cylinder"),
    "pipe": _N("Facts", "pipe"),
    "tank": _N("Facts", "tank"),
    "there": _N("Facts", "still there"),
    "hour": _N("Facts", "hours"),
    "day": _N("Facts", "a day"),
    "days": _N("Facts", "days"),
    "collapsed": _N("Facts", "collapsed"),
    "cracked": _N("Facts", "cracked"),
    "none": _N("Facts", "not damaged"),
    "found": _N("Facts", "found"),
    "at_home": _N("Facts", "at home"),
    "hospital": _N("Facts", "from a hospital"),
    "first": _N("Facts", "first"),
    "follow_up": _N("Facts", "follow-up"),
    "bags": _N("Facts", "some bags"),
    "pile": _N("Facts", "a pile"),
    "truck": _N("Facts", "a truckload"),
    "one": _N("Facts", "one"),
    "street": _N("Facts", "a street"),
    "area": _N("Facts", "an area"),
    "accident": _N("Facts", "accident"),
    "broken_down": _N("Facts", "broken-down vehicle"),
    "parked": _N("Facts", "illegal parking"),
    "signal": _N("Facts", "traffic light out"),
    "flooded": _N("Facts", "water, tree, ceremony"),
    "fall": _N("Facts", "fall"),
    "machine": _N("Facts", "machine"),
    "burn": _N("Facts", "burn"),
    "nothing": _N("Facts", "neither"),
    "fast": _N("Facts", "fast"),
    "rising": _N("Facts", "rising"),
    "still": _N("Facts", "still"),
}


def facts_text(facts: object) -> str:
    """What is known, as `people inside: yes, access: narrow alley`; hazards and reasons are told apart."""
    return ", ".join(_known(facts)) if isinstance(facts, Mapping) else ""


def hazards_text(facts: object) -> str:
    """What endangers those who are sent, as `electricity, smoke`; empty for nothing."""
    return ", ".join(_say(_HAZARDS[one]) for one in hazards_in(facts))


def urgency_text(facts: object) -> str:
    """Why the priority differs from what the category brings: `P1 (from P2): people inside: yes`; or ""."""
    found = facts.get("urgency") if isinstance(facts, Mapping) else None
    if not isinstance(found, Mapping) or not isinstance(facts, Mapping):
        return ""
    reasons = (reason_text(str(one), facts) for one in found.get("because", ()))
    text = QCoreApplication.translate("Facts", "{now} (from {before}): {reasons}")
    return text.format(now=found.get("to"), before=found.get("from"), reasons=", ".join(reasons))


def reason_text(name: str, facts: Mapping[str, Any]) -> str:
    """One fact as a reason; how many people are hurt has a column of its own and is only named."""
    told = _say(_NAMES[name]) if name in _NAMES else name
    return f"{told}: {_value(name, facts[name])}" if name in facts else told


def _known(facts: Mapping[str, Any]) -> Iterator[str]:
    for name, value in facts.items():
        if name in MADE or value is None or value is False or value == "":
            continue
        told = _say(_NAMES[name]) if name in _NAMES else str(name)
        yield told if value is True else f"{told}: {_value(name, value)}"


def _value(name: str, value: object) -> str:
    source = _VALUES.get(f"{name}.{value}") or _VALUES.get(str(value))
    return _say(source) if source is not None else str(value)


def _say(source: str) -> str:
    return QCoreApplication.translate("Facts", source)
