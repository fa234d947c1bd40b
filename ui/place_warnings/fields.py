"""What is asked to make or change a warning, and what the answers say."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.records import Record, Value
from desktop.domain.warnings import RADIUS, RADIUS_LIMIT, WarningEntry, WarningKind
from desktop.operations.choosing import AREA_FILLERS, Choice, chooser_of
from desktop.operations.draft_fields import Surroundings
from desktop.operations.draft_values import point_text
from desktop.operations.points import Point, read_point
from desktop.operations.typed_times import ENGLISH, INDONESIAN, ahead
from ui.choice_field import Find, Option
from ui.place_warnings.texts import moment_text
from ui.prompt import Answers, Ask
from ui.words import speaks_indonesian, word

translate = QCoreApplication.translate
CRITICAL, OTHER = "critical", "other"


@dataclass(frozen=True, slots=True)
class Known:
    """What is known before anything is typed: of the place, or of the warning that is changed."""

    texts: Mapping[str, str]


def known_of_place(place: Record | None) -> Known:
    """What an incident, or nothing, tells of the place."""
    if place is None:
        return Known({})
    latitude, longitude = getattr(place, "latitude", None), getattr(place, "longitude", None)
    return Known(
        {
            "address": getattr(place, "address", None) or "",
            "area": getattr(place, "area", None) or "",
            "point": point_text(latitude, longitude),
        }
    )


def known_of_warning(entry: WarningEntry, around: Surroundings) -> Known:
    """What a warning says now."""
    warning = entry.warning
    texts = {
        **known_of_place(warning).texts,
        "kind": warning.kind.value,
        "weight": CRITICAL if warning.critical else OTHER,
        "text": entry.private.text or "",
        "source": entry.private.source or "",
        "radius": str(warning.radius),
        "expires": "" if warning.expires_at is None else moment_text(warning.expires_at, around.zone),
    }
    return Known(texts)


def asks(known: Known, around: Surroundings) -> tuple[Ask, ...]:
    """The fields, filled with what is known."""
    return (*_about_what(known.texts), *_about_where(known.texts, around))


def _about_what(texts: Mapping[str, str]) -> tuple[Ask, ...]:
    kinds = [Option(kind.value, word(kind)) for kind in WarningKind]
    kind = next((one for one in kinds if one.code == texts.get("kind")), Option("", ""))
    weights = _weights()
    weight = next(one for one in weights if one.code == texts.get("weight", OTHER))
    return (
        Ask(
            "kind",
            translate("Warnings", "Kind of warning"),
            find=_of(kinds),
            text=kind.text,
            code=kind.code,
            select=True,
            needed=translate("Warnings", "Choose what kind of warning it is."),
        ),
        Ask(
            "weight",
            translate("Warnings", "Must it be read before a unit is assigned?"),
            find=_of(weights),
            text=weight.text,
            code=weight.code,
            select=True,
            needed=translate("Warnings", "Choose one."),
        ),
        Ask(
            "text",
            translate("Warnings", "What the crew must know"),
            text=texts.get("text", ""),
            needed=translate("Warnings", "Write what the crew must know."),
        ),
        Ask(
            "source",
            translate("Warnings", "Who says so"),
            text=texts.get("source", ""),
            needed=translate("Warnings", "Write who says so."),
        ),
    )


def _about_where(texts: Mapping[str, str], around: Surroundings) -> tuple[Ask, ...]:
    area = around.reference.areas.get(texts.get("area", ""))
    return (
        Ask("address", translate("Warnings", "Address"), text=texts.get("address", "")),
        Ask(
            "area",
            translate("Warnings", "Kelurahan or kecamatan"),
            find=_areas(around.reference),
            text=area.name if area else "",
            code=area.id if area else "",
        ),
        Ask(
            "point",
            translate("Warnings", "Point or map link"),
            text=texts.get("point", ""),
            check=lambda typed: _no_point(typed, around),
        ),
        Ask(
            "radius",
            translate("Warnings", "Metres around the point"),
            text=texts.get("radius", str(RADIUS)),
            select=True,
            check=_no_radius,
        ),
        Ask(
            "expires",
            translate("Warnings", "Until when (31-12-2026 08:00, +30 h; empty: until withdrawn)"),
            text=texts.get("expires", ""),
            check=lambda typed: _no_time(typed, around),
        ),
    )


def values_of(answers: Answers, around: Surroundings) -> dict[str, Value]:
    """The warning's columns that the answers give."""
    point = read_point(answers["point"], around.middle) if answers["point"] else None
    found = point if isinstance(point, Point) else None
    return {
        "kind": answers["kind"],
        "critical": answers["weight"] == CRITICAL,
        "text": answers["text"],
        "source": answers["source"],
        "address": answers["address"] or None,
        "area": answers["area"] or None,
        "latitude": None if found is None else found.latitude,
        "longitude": None if found is None else found.longitude,
        "radius": int(answers["radius"] or RADIUS),
        "expires_at": _time(answers["expires"], around),
    }


def changed(values: Mapping[str, Value], entry: WarningEntry) -> dict[str, Value]:
    """Those of the values that are not the warning's already: a moment is compared to the minute."""
    found: dict[str, Value] = {}
    for name, value in values.items():
        record = entry.private if name in ("text", "source") else entry.warning
        old = getattr(record, name)
        same = old.replace(second=0, microsecond=0) if isinstance(old, datetime) else old
        if value != same:
            found[name] = value
    return found


def _weights() -> list[Option]:
    return [
        Option(OTHER, translate("Warnings", "no, it is shown only")),
        Option(CRITICAL, translate("Warnings", "yes, critical")),
    ]


def _of(options: Sequence[Option]) -> Find:
    def find(text: str) -> Sequence[Option]:
        typed = text.strip().casefold()
        fitting = [one for one in options if typed in one.text.casefold()]
        return sorted(fitting, key=lambda one: not one.text.casefold().startswith(typed))

    return find


def _areas(reference: Reference) -> Find:
    chooser = chooser_of(
        (Choice(one.id, one.name, (), one.parent) for one in reference.areas.values()), AREA_FILLERS
    )

    def find(text: str) -> Sequence[Option]:
        return [Option(one.choice.code, one.choice.label) for one in chooser.find(text)]

    return find


def _no_point(typed: str, around: Surroundings) -> str | None:
    if not typed or isinstance(read_point(typed, around.middle), Point):
        return None
    return translate("Warnings", "neither coordinates nor a map link")


def _no_radius(typed: str) -> str | None:
    if not typed or (re.fullmatch("[0-9]{1,4}", typed) and 1 <= int(typed) <= RADIUS_LIMIT):
        return None
    return translate("Warnings", "metres, from 1 to {most}").format(most=RADIUS_LIMIT)


def _time(typed: str, around: Surroundings) -> datetime | None:
    units = INDONESIAN if speaks_indonesian() else ENGLISH
    return ahead(typed, around.now, around.zone, units) if typed else None


def _no_time(typed: str, around: Surroundings) -> str | None:
    if not typed or _time(typed, around) is not None:
        return None
    return translate("Warnings", "no time to come")
