"""The kelurahan of a call's point: filled in, named beside its neighbours, overruled by key."""

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.located import Located
from desktop.operations.draft_fields import Surroundings
from desktop.operations.points import Point, read_point
from ui.intake.form_layout import Said


class PointArea:
    """What the borders say about the point that stands in the form."""

    def __init__(self) -> None:
        self._text = ""
        self._located: Located | None = None
        self._known = False
        self.filled = ""
        """The kelurahan that was filled in because of the point."""

    def located(self, text: str, around: Surroundings) -> Located | None:
        """Where the point that a text means lies; None without a point or without borders."""
        locate = around.locate
        if (text, locate is not None) != (self._text, self._known):
            self._text, self._known = text, locate is not None
            point = read_point(text, around.middle) if text else None
            self._located = None
            if isinstance(point, Point) and locate is not None:
                self._located = locate(point.latitude, point.longitude)
        return self._located


def following(located: Located | None, area: str) -> str | None:
    """The kelurahan after the one that stands there, of those where the point may lie; None without any."""
    choices = () if located is None else located.choices
    if not choices:
        return None
    return choices[(choices.index(area) + 1) % len(choices)] if area in choices else choices[0]


def area_said(located: Located | None, area: str, reference: Reference) -> Said | None:
    """What is to be said below the kelurahan; `area` is the code of what stands there, or empty."""
    if located is None:
        return None
    translate = QCoreApplication.translate
    others = [one for one in located.choices if one != area]
    names = ", ".join(reference.areas[one].name for one in others if one in reference.areas)
    if located.area is None:
        text = _outside(located)
        if names:
            text += " " + translate("Intake", "Near {names}: Ctrl+H takes it.").format(names=names)
        return Said(text, loud=not area)
    if area and area not in located.choices:
        text = translate("Intake", "the point lies in {name}: Ctrl+H takes it")
        return Said(text.format(name=_name(located.area, reference)))
    if not names:
        return None
    return Said(translate("Intake", "near the border: Ctrl+H takes {names}").format(names=names), loud=False)


def _outside(located: Located) -> str:
    translate = QCoreApplication.translate
    parts = [translate("Intake", "the point lies outside the city")]
    if located.outside:
        parts = [
            translate("Intake", "the point lies outside the city, in {name}").format(name=located.outside)
        ]
    parts.append(" ".join(part for part in (located.centre, located.telephone) if part))
    return ": ".join(part for part in parts if part) + "."


def _name(area: str, reference: Reference) -> str:
    return reference.areas[area].name if area in reference.areas else area
