"""Contrast of every text colour, computed as WCAG 2.1 has it."""

import pytest
from PySide6.QtGui import QColor

from desktop.domain.phase import Phase
from desktop.domain.units import UnitStatus
from ui.theme import DAY, NIGHT, Theme

GROUND_CONTRAST = 7.0
SELECTION_CONTRAST = 5.6


def _luminance(value: str) -> float:
    color = QColor(value)
    parts = [
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (color.redF(), color.greenF(), color.blueF())
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _texts(theme: Theme) -> dict[str, str]:
    return {
        "text": theme.text,
        "muted": theme.muted,
        "accent": theme.accent,
        "alarm": theme.alarm,
        "warning": theme.warning,
        **{priority.value: color for priority, color in theme.priorities.items()},
        **{status.value: theme.status(status) for status in UnitStatus},
        **{f"phase {phase.value}": theme.phase(phase) for phase in Phase},
    }


@pytest.mark.parametrize("theme", [NIGHT, DAY], ids=lambda theme: theme.name)
def test_every_text_stands_out_from_every_ground(theme: Theme) -> None:
    weak = {
        f"{name} on {ground}": round(contrast(color, getattr(theme, ground)), 2)
        for name, color in _texts(theme).items()
        for ground in ("ground", "surface", "raised")
        if contrast(color, getattr(theme, ground)) < GROUND_CONTRAST
    }
    assert weak == {}


@pytest.mark.parametrize("theme", [NIGHT, DAY], ids=lambda theme: theme.name)
def test_every_text_stands_out_from_a_selected_and_from_a_fresh_row(theme: Theme) -> None:
    weak = {
        f"{name} on {ground}": round(contrast(color, getattr(theme, ground)), 2)
        for name, color in _texts(theme).items()
        for ground in ("selection", "fresh")
        if contrast(color, getattr(theme, ground)) < SELECTION_CONTRAST
    }
    assert weak == {}


@pytest.mark.parametrize("theme", [NIGHT, DAY], ids=lambda theme: theme.name)
def test_the_next_key_can_be_read_on_its_accent(theme: Theme) -> None:
    assert contrast(theme.on_accent, theme.accent) >= GROUND_CONTRAST
