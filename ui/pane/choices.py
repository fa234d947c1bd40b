"""What can be chosen by typing in the pane's questions and fields."""

from collections.abc import Iterable, Sequence

from desktop.domain.board import Case, Reference
from desktop.domain.centre import Centre
from desktop.domain.incidents import Incident
from desktop.domain.reference import AreaLevel
from desktop.operations.choosing import AREA_FILLERS, Choice, Chooser, chooser_of
from ui.choice_field import Find, Option
from ui.pane.names import full_number, short_number
from ui.words import category_name, outcome_name


def find_among(options: Sequence[Option], chooser: Chooser) -> Find:
    """Options in the order in which a chooser finds them."""
    by_code = {option.code: option for option in options}
    return lambda text: [
        by_code[match.choice.code] for match in chooser.find(text, limit=len(by_code) if not text else 20)
    ]


def area_find(reference: Reference) -> Find:
    """Kelurahan and kecamatan by their names."""
    areas = sorted(reference.areas.values(), key=lambda one: (one.level is AreaLevel.KECAMATAN, one.name))
    options = []
    for area in areas:
        above = reference.kecamatan_of(area.id)
        inside = above.name if above is not None and above is not area else "Kecamatan"
        options.append(Option(area.id, area.name, inside))
    choices = [Choice(area.id, area.name, parent=area.parent) for area in areas]
    return find_among(options, chooser_of(choices, AREA_FILLERS))


def area_name(code: str, reference: Reference) -> str:
    """An area's name alone, as its field shows it."""
    found = reference.areas.get(code)
    return found.name if found else code


def outcome_find(reference: Reference) -> Find:
    """Outcomes by their key letter first, else by their names."""
    outcomes = list(reference.outcomes.values())
    options = {one.id: Option(one.id, f"{one.key} · {outcome_name(one)}") for one in outcomes}
    chooser = chooser_of(Choice(one.id, outcome_name(one), (one.name_id, one.name_en)) for one in outcomes)
    by_name = find_among(list(options.values()), chooser)

    def find(text: str) -> list[Option]:
        letter = text.strip().upper()
        keyed = [options[one.id] for one in outcomes if one.key == letter]
        return keyed + [option for option in by_name(text) if option not in keyed]

    return find


def outcome_letters(reference: Reference) -> str:
    """All outcomes with their key letters: `T Handled · R Taken to hospital`, each kept on one line."""
    told = (f"{one.key} {outcome_name(one)}" for one in reference.outcomes.values())
    return " · ".join(one.replace(" ", "\u00a0") for one in told)


def incident_find(cases: Iterable[Case], about: Incident, reference: Reference, centre: Centre) -> Find:
    """Other incidents by number, category or place; those most like `about` first."""
    others = sorted((case.incident for case in cases), key=lambda one: _unlike(about, one))
    options = [Option(one.id, incident_line(one, reference, centre)) for one in others]
    choices = [
        Choice(one.id, option.text, (full_number(one, centre), str(one.serial)))
        for one, option in zip(others, options, strict=True)
    ]
    return find_among(options, Chooser(choices))


def incident_line(incident: Incident, reference: Reference, centre: Centre) -> str:
    """`24-018 Kebakaran rumah — Gg. Mawar 5, Sumerta Kelod`."""
    category = category_name(reference.categories.get(incident.category or ""))
    area = area_name(incident.area, reference) if incident.area else ""
    place = ", ".join(part for part in (incident.address or incident.landmark, area) if part)
    line = f"{short_number(incident, centre)} {category}"
    return f"{line} — {place}" if place else line


def _unlike(about: Incident, other: Incident) -> tuple[bool, bool, float]:
    opened = other.opened_at.timestamp() if other.opened_at else 0.0
    return (other.area != about.area, other.category != about.category, -opened)
