"""Typed facts of an incident: what is known of it beyond place and kind, each with the values it can have.

They lie in the incident's `facts`, by name, beside `hazards` (a list), `urgency` (why the priority differs
from what the category brings), `answers` and `cards` (from which they were made).
"""

from collections.abc import Mapping
from enum import StrEnum


class Hazard(StrEnum):
    """What endangers those who are sent."""

    FIRE = "fire"
    SMOKE = "smoke"
    EXPLOSION = "explosion"
    GAS = "gas"
    ELECTRICITY = "electricity"
    COLLAPSE = "collapse"
    CURRENT = "current"
    DEEP_WATER = "deep_water"
    TRAFFIC = "traffic"
    WEAPON = "weapon"
    AGGRESSION = "aggression"
    CROWD = "crowd"
    VENOM = "venom"
    ANIMAL = "animal"
    INFECTION = "infection"
    CHEMICAL = "chemical"
    FUEL = "fuel"


class Fact(StrEnum):
    """Names of facts."""

    CALLER_SAFE = "caller_safe"
    PEOPLE_INSIDE = "people_inside"
    TRAPPED = "trapped"
    BURNING = "burning"
    SPREADING = "spreading"
    ACCESS = "access"
    POWER_CUT = "power_cut"
    CONSCIOUS = "conscious"
    BREATHING = "breathing"
    BLEEDING = "bleeding"
    PATIENT = "patient"
    COMPLAINT = "complaint"
    BIRTH = "birth"
    VEHICLES = "vehicles"
    WATER = "water"
    EVACUATION = "evacuation"
    IN_WATER = "in_water"
    ANIMAL = "animal"
    BITTEN = "bitten"
    BLOCKING = "blocking"
    ON_CABLE = "on_cable"
    CABLE = "cable"
    GAS_SOURCE = "gas_source"
    ATTACKER = "attacker"
    WEAPON = "weapon"
    SELF_HARM = "self_harm"
    MISSING_SINCE = "missing_since"
    DAMAGE = "damage"
    DEAD = "dead"
    VISIT = "visit"
    OXYGEN = "oxygen"
    AMOUNT = "amount"
    LAMPS = "lamps"
    LANES = "lanes"
    PUBLIC_PLACE = "public_place"
    INJURY = "injury"
    ACCIDENTS = "accidents"
    HIT = "hit"
    COMPANY = "company"
    TAKEN = "taken"
    RISING = "rising"


_YES_NO = ("yes", "no", "unknown")

VALUES: Mapping[Fact, tuple[str, ...]] = {
    Fact.CALLER_SAFE: ("yes", "no"),
    Fact.PEOPLE_INSIDE: _YES_NO,
    Fact.TRAPPED: _YES_NO,
    Fact.BURNING: ("house", "kitchen", "shop", "vehicle", "rubbish", "power_pole"),
    Fact.SPREADING: ("yes", "no"),
    Fact.ACCESS: ("open", "narrow", "blocked"),
    Fact.POWER_CUT: ("needed", "done", "not_needed"),
    Fact.CONSCIOUS: _YES_NO,
    Fact.BREATHING: ("normal", "abnormal", "unknown"),
    Fact.BLEEDING: ("severe", "little", "no"),
    Fact.PATIENT: ("baby", "child", "adult", "elderly", "pregnant"),
    Fact.COMPLAINT: ("breathless", "chest_pain", "choking", "stroke", "seizure", "other"),
    Fact.BIRTH: ("born", "pushing", "labour", "bleeding"),
    Fact.VEHICLES: ("motorcycle", "car", "truck_or_bus", "pedestrian"),
    Fact.WATER: ("ankle", "knee", "waist", "chest"),
    Fact.EVACUATION: ("needed", "not_needed"),
    Fact.IN_WATER: ("seen", "gone", "out"),
    Fact.ANIMAL: ("snake", "wasps", "dog", "monitor_lizard", "other"),
    Fact.BITTEN: ("yes", "no"),
    Fact.BLOCKING: ("whole", "part", "no"),
    Fact.ON_CABLE: _YES_NO,
    Fact.CABLE: ("on_ground", "hanging", "sparking", "outage"),
    Fact.GAS_SOURCE: ("cylinder", "pipe", "tank", "unknown"),
    Fact.ATTACKER: ("there", "gone", "unknown"),
    Fact.WEAPON: _YES_NO,
    Fact.SELF_HARM: ("yes", "no"),
    Fact.MISSING_SINCE: ("hour", "day", "days"),
    Fact.DAMAGE: ("collapsed", "cracked", "none"),
    Fact.DEAD: ("found", "at_home", "hospital"),
    Fact.VISIT: ("first", "follow_up"),
    Fact.OXYGEN: ("yes", "no"),
    Fact.AMOUNT: ("bags", "pile", "truck"),
    Fact.LAMPS: ("one", "street", "area"),
    Fact.LANES: ("accident", "broken_down", "parked", "signal", "flooded"),
    Fact.PUBLIC_PLACE: ("yes", "no"),
    Fact.INJURY: ("fall", "machine", "burn", "other"),
    Fact.ACCIDENTS: ("yes", "no"),
    Fact.HIT: ("house", "vehicle", "nothing"),
    Fact.COMPANY: ("yes", "no"),
    Fact.TAKEN: ("yes",),
    Fact.RISING: ("fast", "rising", "still"),
}
"""What each fact can be."""

PEOPLE_HURT = "people_hurt"
"""Stands beside the facts among the reasons for a priority: how many are hurt has a column of its own."""

MADE = frozenset({"hazards", "urgency", "answers", "cards"})
"""Names beside those of facts."""


def hazards_in(facts: object) -> tuple[Hazard, ...]:
    """What endangers those who are sent, of an incident's `facts`; what nobody knows is passed over."""
    found = facts.get("hazards") if isinstance(facts, Mapping) else None
    if not isinstance(found, list | tuple):
        return ()
    known = list(Hazard)  # not a set: what an act may hold in there need not be hashable
    return tuple(Hazard(one) for one in found if one in known)
