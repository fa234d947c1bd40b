"""What an act changed, field by field, in words: from what, to what."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import JournalEntry
from desktop.domain.calls import Channel
from desktop.domain.reference import UrgencyClass
from ui.fact_words import facts_text, hazards_text, urgency_text
from ui.marking import QT_TRANSLATE_NOOP
from ui.pane.names import Names
from ui.words import category_name, word

translate = QCoreApplication.translate
_N = QT_TRANSLATE_NOOP


Facts = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field as an operator sees it, before and after; empty for nothing. `whose`: which caller's."""

    field: str
    before: str
    after: str
    whose: str = ""
    facts: tuple[Facts, Facts] | None = None
    """Of facts all that was known before and after: two changes of them make one by these."""

    @property
    def corrects(self) -> bool:
        """Whether something else stood there before; going on with a text corrects nothing."""
        return bool(self.before) and not self.goes_on

    @property
    def goes_on(self) -> bool:
        """Whether the text was only written further."""
        return (
            self.field in _WRITTEN
            and len(self.after) > len(self.before)
            and self.after.startswith(self.before)
        )

    @property
    def text(self) -> str:
        """In words: `Address: Gg. Mawar 5 → Gg. Mawar 7`."""
        label = field_label(self.field)
        if self.whose:
            label = f"{label} ({self.whose})"
        if not self.corrects:
            return f"{label}: {self.after}"
        return f"{label}: {self.before} → {self.after or '—'}"


FIELD_LABELS: Mapping[str, str] = {
    "category": _N("Telling", "Category"),
    "urgency": _N("Telling", "Class"),
    "priority": _N("Telling", "Priority"),
    "address": _N("Telling", "Address"),
    "landmark": _N("Telling", "Landmark"),
    "area": _N("Telling", "Kelurahan"),
    "rt_rw": _N("Telling", "RT/RW"),
    "point": _N("Telling", "Coordinates"),
    "outside_city": _N("Telling", "Outside the city"),
    "people_hurt": _N("Telling", "People hurt"),
    "facts": _N("Telling", "Facts"),
    "planned_for": _N("Telling", "Planned for"),
    "restricted": _N("Telling", "Restricted"),
    "patient": _N("Telling", "Patient"),
    "channel": _N("Telling", "Channel"),
    "direction": _N("Telling", "Direction"),
    "line": _N("Telling", "Line"),
    "external_id": _N("Telling", "External number"),
    "rang_at": _N("Telling", "Rang at"),
    "recording": _N("Telling", "Recording"),
    "number": _N("Telling", "Telephone"),
    "name": _N("Telling", "Caller"),
    "narrative": _N("Telling", "Narrative"),
}
"""Source texts of the fields' labels."""

_WRITTEN = frozenset({"address", "landmark", "narrative", "name", "number", "patient"})
_TOGETHER = {"rt": "rt_rw", "rw": "rt_rw", "latitude": "point", "longitude": "point"}
_OF_TABLES = frozenset({"incident", "incident_private", "call", "call_private"})


def field_label(field: str) -> str:
    """A field's label in the operator's language."""
    return translate("Telling", FIELD_LABELS[field])


def field_changes(entry: JournalEntry, names: Names) -> list[FieldChange]:
    """What an act gave or corrected of an incident and its callers; the class comes with the category."""
    found: list[FieldChange] = []
    for change, before in zip(entry.changes, entry.before, strict=True):
        if change.table not in _OF_TABLES:
            continue
        whose = names.callers.get(change.row, "") if change.table.startswith("call") else ""
        named = (_TOGETHER.get(name, name) for name in change.values)
        fields = dict.fromkeys(field for field in named if field in FIELD_LABELS)
        if "category" in fields:
            fields.pop("urgency", None)
        for field in fields:
            if field == "facts":
                found += _facts_change(_facts_of(before), _facts_of(change.values))
                continue
            old, new = value_text(field, before, names), value_text(field, change.values, names)
            if old != new:
                found.append(FieldChange(field, old, new, whose))
    return found


def fold(earlier: list[FieldChange], later: list[FieldChange]) -> list[FieldChange]:
    """Two acts' changes as one: what came back to what it was falls out."""
    folded = {(one.field, one.whose): one for one in earlier}
    for one in later:
        key = (one.field, one.whose)
        since = folded.get(key)
        if since is not None and since.facts is not None and one.facts is not None:
            del folded[key]
            folded.update(
                ((both.field, both.whose), both) for both in _facts_change(since.facts[0], one.facts[1])
            )
        else:
            folded[key] = one if since is None else replace(one, before=since.before)
    return [one for one in folded.values() if one.before != one.after]


def value_text(field: str, values: Mapping[str, object], names: Names) -> str:
    """The text of a field in values of a row; empty for nothing."""
    if field == "rt_rw":
        return rt_rw_text(values.get("rt"), values.get("rw"))
    if field == "point":
        return point_text(values.get("latitude"), values.get("longitude"))
    value = values.get(field)
    if value is None or value is False or value == "":
        return ""
    return _FORMATS[field](value, names) if field in _FORMATS else str(value)


def hurt_text(people: int) -> str:
    """How many people are hurt, in words."""
    if people == 0:
        return translate("Pane", "nobody hurt")
    if people == 1:
        return translate("Pane", "1 person hurt")
    return translate("Pane", "{count} people hurt").format(count=people)


def rt_rw_text(rt: object, rw: object) -> str:
    """`RT 3/RW 5`."""
    return "/".join(f"{name} {value}" for name, value in (("RT", rt), ("RW", rw)) if value)


def point_text(latitude: object, longitude: object) -> str:
    """Coordinates with five decimals (1 m)."""
    if not isinstance(latitude, int | float) or not isinstance(longitude, int | float):
        return ""
    return f"{latitude:.5f}, {longitude:.5f}"


def area_text(area: object, names: Names) -> str:
    """A kelurahan with its kecamatan."""
    found = names.reference.areas.get(str(area))
    kecamatan = names.reference.kecamatan_of(str(area))
    if found is None:
        return str(area)
    return found.name if kecamatan in (None, found) else f"{found.name}, {kecamatan.name}"


def _category(value: object, names: Names) -> str:
    found = names.reference.categories.get(str(value))
    return category_name(found) if found else str(value)


def _moment(value: object, names: Names) -> str:
    return names.time(value if isinstance(value, datetime) else datetime.fromisoformat(str(value)))


def _yes(_value: object, _names: Names) -> str:
    return translate("Telling", "yes")


def _facts_of(values: Mapping[str, object]) -> Facts:
    found = values.get("facts")
    return found if isinstance(found, Mapping) else {}


def _facts_change(before: Facts, after: Facts) -> list[FieldChange]:
    """Only what differs is named, else one word is looked for among twenty."""
    names = [name for name in {**before, **after} if before.get(name) != after.get(name)]
    old, new = (_facts_text(one, names) for one in (before, after))
    return [FieldChange("facts", old, new, facts=(before, after))] if old != new else []


def _facts_text(facts: Facts, named: Collection[str]) -> str:
    """What is known, what endangers the crew, and why the priority is another than the category brings."""
    hazards = hazards_text(facts) if "hazards" in named else ""
    parts = (
        urgency_text(facts) if "urgency" in named else "",
        translate("Telling", "danger to the crew: {hazards}").format(hazards=hazards) if hazards else "",
        facts_text({name: facts[name] for name in named if name in facts}),
    )
    return " · ".join(part for part in parts if part)


def _facts(value: object, _names: Names) -> str:
    return _facts_text(value, value) if isinstance(value, Mapping) else ""


_FORMATS: Mapping[str, Callable[[object, Names], str]] = {
    "category": _category,
    "urgency": lambda value, _names: word(UrgencyClass(str(value))),
    "area": area_text,
    "channel": lambda value, _names: word(Channel(str(value))),
    "number": lambda value, names: names.telephone(value),
    "rang_at": _moment,
    "planned_for": _moment,
    "restricted": _yes,
    "outside_city": _yes,
    "facts": _facts,
    "narrative": lambda value, _names: " ".join(str(value).split()),
}
