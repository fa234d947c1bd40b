"""Head, title and facts of an incident as pieces."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import CaseDetail
from desktop.domain.disclosure import looks_hidden
from desktop.domain.incidents import Incident
from desktop.domain.phase import Phase
from ui.fact_words import facts_text, hazards_text, urgency_text
from ui.pane.changes import area_text, hurt_text, point_text, rt_rw_text
from ui.pane.names import Names, moment_text
from ui.pane.pieces import Piece, Pieces, joined
from ui.words import category_name, outcome_name, word

translate = QCoreApplication.translate


def head_text(detail: CaseDetail, names: Names) -> str:
    """`3 reports · opened 20:58:25 · Made has it`."""
    incident = detail.case.incident
    count = len(detail.calls)
    reports = (
        translate("Pane", "1 report")
        if count == 1
        else translate("Pane", "{count} reports").format(count=count)
    )
    parts = [reports] if count else []
    if incident.opened_at is not None:
        opened = moment_text(incident.opened_at, names.zone, names.today or names.day)
        parts.append(translate("Pane", "opened {time}").format(time=opened))
    if incident.holder:
        parts.append(translate("Pane", "{operator} has it").format(operator=names.operator(incident.holder)))
    return " · ".join(parts)


def title_text(incident: Incident, names: Names) -> str:
    """Category and place in one line of plain text."""
    category = category_name(names.reference.categories.get(incident.category or ""))
    place = _main_place(incident, names)
    return f"{category} — {place}" if place else category


def title_pieces(incident: Incident, names: Names) -> Pieces:
    """Category and place; what is not clear yet in the colour of a warning."""
    category = names.reference.categories.get(incident.category or "")
    place = _main_place(incident, names)
    unclear = translate("Pane", "Category not clear yet")
    if looks_hidden(incident):
        hidden = Piece(
            translate("Pane", "Restricted: Ctrl+Shift+G opens it for a reason"), "warning", bold=True
        )
        return (hidden, Piece(" — ", "muted"), Piece(place, bold=True)) if place else (hidden,)
    return (
        Piece(category_name(category) if category else unclear, "text" if category else "warning", bold=True),
        Piece(" — ", "muted"),
        Piece(place, bold=True)
        if place
        else Piece(translate("Pane", "place not clear yet"), "warning", bold=True),
    )


def _place_parts(incident: Incident, names: Names) -> list[Pieces]:
    """What else is known of the place: landmark, RT/RW, coordinates."""
    main = _main_place(incident, names)
    parts = (
        incident.landmark,
        rt_rw_text(incident.rt, incident.rw),
        translate("Pane", "outside the city") if incident.outside_city else "",
        point_text(incident.latitude, incident.longitude),
    )
    told: list[Pieces] = [(Piece(part, "muted"),) for part in parts if part and part != main]
    if names.has_places and main and incident.latitude is None and not looks_hidden(incident):
        told.append((Piece(translate("Pane", "no point yet"), "warning"),))
    return told


def fact_pieces(detail: CaseDetail, names: Names, again: str = "") -> Pieces:
    """Priority, phase, people hurt, how it ended; then what the title leaves out of the place.

    `again`: that somebody is to be told again.
    """
    incident, phase = detail.case.incident, detail.case.phase
    parts: list[Pieces] = [
        (Piece(incident.priority.value, incident.priority, bold=True),),
        (Piece(word(phase), phase, bold=True),) if phase is not Phase.CLOSED else _closing(incident, names),
    ]
    if again:
        parts.append((Piece(again, "warning", bold=True),))
    if incident.people_hurt is not None:
        parts.append((_hurt(incident.people_hurt),))
    if incident.restricted:
        parts.append((Piece(translate("Pane", "restricted"), "warning", bold=True),))
    if incident.planned_for is not None:
        words = translate("Pane", "planned for {time}").format(time=names.time(incident.planned_for))
        parts.append((Piece(words),))
    if hazards := hazards_text(incident.facts):
        words = translate("Pane", "DANGER to the crew: {hazards}").format(hazards=hazards)
        parts.append((Piece(words, "alarm", bold=True),))
    others = (urgency_text(incident.facts), facts_text(incident.facts), detail.private.patient)
    facts = [(Piece(text),) for text in others if text]
    return joined([*parts, *facts, *_place_parts(incident, names)])


def _hurt(people: int) -> Piece:
    return Piece(hurt_text(people), "alarm", bold=True) if people else Piece(hurt_text(people))


def _closing(incident: Incident, names: Names) -> Pieces:
    outcome = names.reference.outcomes.get(incident.outcome or "")
    ended = outcome_name(outcome) or incident.outcome or ""
    time = names.time(incident.closed_at) if incident.closed_at else ""
    words = translate("Pane", "closed {time} by {operator}: {outcome}")
    return (
        Piece(
            words.format(time=time, operator=names.operator(incident.closed_by), outcome=ended),
            "available",
            bold=True,
        ),
    )


def _main_place(incident: Incident, names: Names) -> str:
    """Address and area; without them the landmark, else the point."""
    area = area_text(incident.area, names) if incident.area else ""
    said = ", ".join(part for part in (incident.address, area) if part)
    return said or incident.landmark or point_text(incident.latitude, incident.longitude)
