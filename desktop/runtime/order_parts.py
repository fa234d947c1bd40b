"""Pieces of orders in words: incidents, units, moments, agencies, hospitals."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Case
from desktop.operations.orders.picture import Picture
from desktop.operations.orders.plan import Intended
from desktop.runtime.code_words import category_name, word

translate = QCoreApplication.translate

SEPARATOR = " · "


def case_text(case: Case, picture: Picture) -> str:
    """An incident as it is named: `24-018 Building fire, Gg. Mawar 5`."""
    incident = case.incident
    category = category_name(picture.reference.categories.get(incident.category or ""))
    place = incident.address or incident.landmark or ""
    return ", ".join(one for one in (f"{picture.number(case)} {category}".strip(), place) if one)


def moment_text(moment: datetime, picture: Picture) -> str:
    """A moment as the city's clock shows it, with the day where that is another: `25-11 08:00:00`."""
    local, today = moment.astimezone(picture.zone), picture.now.astimezone(picture.zone).date()
    return f"{local:%H:%M:%S}" if local.date() == today else f"{local:%d-%m %H:%M:%S}"


def agency_text(code: str, picture: Picture) -> str:
    """An agency's short name."""
    known = picture.reference.agencies.get(code)
    return known.short_name if known is not None else code


def of_case(one: Intended, picture: Picture) -> str:
    """The incident that it is about."""
    return case_text(one.case, picture) if one.case is not None else ""


def into_case(one: Intended, picture: Picture) -> str:
    """The other incident."""
    return case_text(one.into, picture) if one.into is not None else ""


def units_text(one: Intended) -> str:
    """Its units, by call sign."""
    return ", ".join(unit.call_sign for unit in one.units)


def to_status(one: Intended, picture: Picture, becomes: str, *more: str) -> str:
    """From which status to what."""
    number = picture.number(one.case) if one.case is not None else ""
    text = f"{units_text(one)}: {word(one.unit.status)} → {becomes}"
    return SEPARATOR.join(part for part in (text, *more, number) if part)
