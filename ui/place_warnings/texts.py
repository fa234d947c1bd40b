"""Warnings of places in words."""

from datetime import datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from desktop.domain.board import Reference
from desktop.domain.warnings import PlaceWarning, WarningEntry
from ui.times import clock_text, date_text
from ui.words import word

translate = QCoreApplication.translate


def weight_text(warning: PlaceWarning) -> str:
    """Whether a warning is critical, in a word."""
    return translate("Warnings", "CRITICAL") if warning.critical else translate("Warnings", "warning")


def line_text(entry: WarningEntry) -> str:
    """A warning in one line: how grave, what kind, what it says, who said so."""
    said, source = entry.private.text or "", entry.private.source or ""
    head = f"{weight_text(entry.warning)}: {word(entry.warning.kind)}"
    told = " — ".join(part for part in (head, said) if part)
    return f"{told} ({source})" if source else told


def place_text(warning: PlaceWarning, reference: Reference) -> str:
    """Where a warning holds."""
    area = reference.areas.get(warning.area or "")
    parts = [warning.address, area.name if area is not None else None]
    if warning.latitude is not None and warning.longitude is not None:
        text = translate("Warnings", "{metres} m around {latitude}, {longitude}")
        parts.append(
            text.format(
                metres=warning.radius,
                latitude=f"{warning.latitude:.5f}",
                longitude=f"{warning.longitude:.5f}",
            )
        )
    return ", ".join(part for part in parts if part)


def until_text(warning: PlaceWarning, zone: tzinfo) -> str:
    """How long a warning holds."""
    return "" if warning.expires_at is None else moment_text(warning.expires_at, zone)


def moment_text(moment: datetime, zone: tzinfo) -> str:
    """Date and time without seconds."""
    return f"{date_text(moment, zone)} {clock_text(moment, zone, seconds=False)}"
