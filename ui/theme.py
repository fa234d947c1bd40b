"""Colours, type and space: the tokens of both themes, and the style sheet made from them."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.domain.phase import Phase
from desktop.domain.reference import Priority
from desktop.domain.units import UnitStatus

SIZES = (100, 115, 130, 150, 175)
"""Text sizes in percent, in the order of the keys that change them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """Colours of one theme as #RRGGBB. Text on each of the three grounds has a contrast of at least 7."""

    name: str
    ground: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    on_accent: str
    selection: str
    fresh: str
    """Ground of a row that has just come, for three seconds."""
    priorities: Mapping[Priority, str]
    available: str
    moving: str
    busy: str
    out: str
    alarm: str
    warning: str

    def status(self, status: UnitStatus) -> str:
        """The colour of a unit's status."""
        match status:
            case UnitStatus.AVAILABLE:
                return self.available
            case UnitStatus.ASSIGNED | UnitStatus.UNDER_WAY:
                return self.moving
            case UnitStatus.OUT_OF_SERVICE | UnitStatus.OFF_DUTY:
                return self.out
            case _:
                return self.busy

    def phase(self, phase: Phase) -> str:
        """The colour of an incident's phase."""
        match phase:
            case Phase.WAITING:
                return self.alarm
            case Phase.ASSIGNED | Phase.UNDER_WAY | Phase.DEPARTED:
                return self.moving
            case Phase.ON_SCENE | Phase.TRANSPORTING | Phase.AT_HOSPITAL | Phase.ARRIVED:
                return self.busy
            case Phase.HANDLED:
                return self.available
            case Phase.CLOSED | Phase.MERGED:
                return self.muted
            case _:
                return self.text


NIGHT = Theme(
    name="night",
    ground="#0E1318",
    surface="#151B22",
    raised="#1D252E",
    line="#2C3742",
    text="#E9EEF3",
    muted="#AEBAC6",
    accent="#6CB8FF",
    on_accent="#0E1318",
    selection="#20384F",
    fresh="#4A2320",
    priorities={
        Priority.P1: "#FF9389",
        Priority.P2: "#FFB757",
        Priority.P3: "#74C7E3",
        Priority.P4: "#AEBAC6",
    },
    available="#7FD39A",
    moving="#F0C674",
    busy="#D9A6FF",
    out="#C2B1A4",
    alarm="#FF9389",
    warning="#FFB757",
)

DAY = Theme(
    name="day",
    ground="#EEF1F4",
    surface="#FFFFFF",
    raised="#F7F9FB",
    line="#C5CED7",
    text="#10161C",
    muted="#44505C",
    accent="#0A4E9F",
    on_accent="#FFFFFF",
    selection="#DCE9F7",
    fresh="#FBE3E0",
    priorities={
        Priority.P1: "#9B1C13",
        Priority.P2: "#6F4400",
        Priority.P3: "#0A5064",
        Priority.P4: "#44505C",
    },
    available="#0F5A2E",
    moving="#6F4400",
    busy="#5B2A8C",
    out="#5C4A3E",
    alarm="#9B1C13",
    warning="#6F4400",
)

THEMES = {theme.name: theme for theme in (NIGHT, DAY)}


LIST_PAD = 5
"""Pixels of the design on either side of a text in the incident list."""


class Face(StrEnum):
    """The four sizes of text."""

    SMALL = "small"
    BASE = "base"
    TITLE = "title"
    CLOCK = "clock"


_PIXELS = {Face.SMALL: 11, Face.BASE: 13, Face.TITLE: 17, Face.CLOCK: 18}


class Look:
    """The theme and text size in force; every painter asks it."""

    def __init__(self, theme: Theme = NIGHT, percent: int = 100) -> None:
        self.theme = theme
        self.percent = percent

    def px(self, pixels: float) -> int:
        """A length of the design, scaled."""
        return max(1, round(pixels * self.percent / 100))

    def font(self, face: Face = Face.BASE, *, bold: bool = False) -> QFont:
        """A font with tabular figures: columns of numbers stand still while they tick."""
        return self.font_of(_PIXELS[face], bold=bold)

    def font_of(self, pixels: float, *, bold: bool = False) -> QFont:
        """The same in any size, in pixels of the design."""
        return QFont(_font(self.px(pixels), bold=bold))

    def color(self, value: str) -> QColor:
        """A token as a colour."""
        return QColor(value)

    @property
    def row_height(self) -> int:
        """Height of a row of the list, in pixels: two small lines stand clear of the next row's."""
        return self.px(29)

    def apply(self, app: QApplication) -> None:
        """Dress the whole application. Undressed first: one dress on top of another takes twice as long."""
        app.setStyleSheet("")
        app.setFont(self.font())
        app.setPalette(self._palette())
        app.setStyleSheet(style_sheet(self))

    def _palette(self) -> QPalette:
        theme, palette = self.theme, QPalette()
        roles = {
            QPalette.ColorRole.Window: theme.ground,
            QPalette.ColorRole.Base: theme.surface,
            QPalette.ColorRole.AlternateBase: theme.raised,
            QPalette.ColorRole.Button: theme.raised,
            QPalette.ColorRole.Text: theme.text,
            QPalette.ColorRole.WindowText: theme.text,
            QPalette.ColorRole.ButtonText: theme.text,
            QPalette.ColorRole.PlaceholderText: theme.muted,
            QPalette.ColorRole.Highlight: theme.selection,
            QPalette.ColorRole.HighlightedText: theme.text,
            QPalette.ColorRole.ToolTipBase: theme.raised,
            QPalette.ColorRole.ToolTipText: theme.text,
            QPalette.ColorRole.Link: theme.accent,
        }
        for role, value in roles.items():
            palette.setColor(role, QColor(value))
        return palette


@contextmanager
def undressed(app: QApplication) -> Iterator[None]:
    """Take the style sheet off while panels are put together, and put it on again.

    Under a sheet each widget that is put into another has all that lies in it dressed anew.
    """
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


@cache
def _font(pixels: int, *, bold: bool) -> QFont:
    """A copy of it knows the face that Qt found for it; for one made anew Qt goes through all fonts again."""
    font = QFont(_family())
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@cache
def _family() -> str:
    families = QFontDatabase.families()
    return "Inter" if "Inter" in families else QGuiApplication.font().family()


def style_sheet(look: Look) -> str:
    """The application's style sheet. Widgets choose a dress by the property `dress`."""
    t, px = look.theme, look.px
    return f"""
    QWidget {{ color: {t.text}; }}
    QMainWindow, QWidget[dress="ground"] {{ background: {t.ground}; }}
    QFrame[dress="panel"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: {px(4)}px; }}
    {_labels(look)}
    QFrame[dress="banner"] {{ background: {t.fresh}; border-left: {px(3)}px solid {t.alarm}; }}
    QFrame[dress="strip"] {{ background: {t.raised}; border-left: {px(3)}px solid {t.accent}; }}
    QLineEdit, QPlainTextEdit, QComboBox {{
        background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(3)}px;
        padding: {px(3)}px {px(7)}px; selection-background-color: {t.accent};
        selection-color: {t.on_accent}; min-height: {px(19)}px;
    }}
    QPlainTextEdit[dress="narrative"] {{ min-height: {px(47)}px; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border: 2px solid {t.accent};
        padding: {px(2)}px {px(6)}px; }}
    QLineEdit[problem="true"], QPlainTextEdit[problem="true"] {{ border-color: {t.alarm}; }}
    QPushButton {{ background: {t.raised}; border: 1px solid {t.line}; border-radius: {px(3)}px;
        padding: {px(3)}px {px(9)}px; text-align: left; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; }}
    QPushButton[dress="answer"] {{ background: {t.raised}; border: 1px solid {t.line}; text-align: left;
        padding: {px(2)}px {px(8)}px; }}
    QPushButton[dress="next"] {{ background: {t.accent}; color: {t.on_accent}; border: none;
        font-weight: 600; text-align: center; padding: {px(6)}px; }}
    QPushButton:disabled {{ color: {t.muted}; }}
    QAbstractItemView {{ background: {t.surface}; border: none; outline: none;
        selection-background-color: {t.selection}; selection-color: {t.text}; }}
    QListView[dress="popup"] {{ background: {t.raised}; border: 1px solid {t.accent}; }}
    QListView[dress="popup"]::item {{ padding: {px(3)}px {px(7)}px; }}
    QListView[dress="popup"]::item:selected {{ background: {t.selection}; color: {t.text}; }}
    QListView[dress="picks"] {{ background: {t.raised}; }}
    QHeaderView::section {{ background: {t.surface}; color: {t.muted}; border: none;
        border-bottom: 1px solid {t.line}; padding: {px(3)}px {px(6)}px; font-size: {px(11)}px; }}
    QHeaderView[dress="cases"]::section {{ padding: {px(3)}px {px(LIST_PAD)}px; }}
    QScrollBar:vertical {{ background: {t.surface}; width: {px(8)}px; }}
    QScrollBar::handle:vertical {{ background: {t.line}; border-radius: {px(4)}px; min-height: {px(24)}px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QSplitter::handle {{ background: {t.ground}; }}
    QMenu {{ background: {t.raised}; border: 1px solid {t.line}; }}
    QMenu::item {{ padding: {px(4)}px {px(20)}px; }}
    QMenu::item:selected {{ background: {t.selection}; }}
    QToolTip {{ background: {t.raised}; color: {t.text}; border: 1px solid {t.line}; }}
    """


def _labels(look: Look) -> str:
    t, px = look.theme, look.px
    counts = "\n".join(
        f'QLabel[dress="count-{priority}"] {{ color: {color}; font-weight: 600; }}'
        for priority, color in t.priorities.items()
    )
    return f"""
    {counts}
    QLabel[dress="head"] {{ color: {t.muted}; font-size: {px(11)}px; font-weight: 700; }}
    QLabel[dress="label"], QLabel[dress="hint"] {{ color: {t.muted}; font-size: {px(11)}px; }}
    QLabel[dress="problem"] {{ color: {t.alarm}; font-size: {px(11)}px; font-weight: 600; }}
    QLabel[dress="warning-line"] {{ color: {t.warning}; font-size: {px(11)}px; font-weight: 600; }}
    QLabel[dress="strip-head"] {{ font-weight: 600; }}
    QLabel[dress="small"] {{ font-size: {px(11)}px; }}
    QLabel[dress="title"] {{ font-size: {px(17)}px; font-weight: 600; }}
    QLabel[dress="distress"] {{ color: {t.alarm}; font-size: {px(18)}px; font-weight: 700; }}
    QLabel[dress="muted"] {{ color: {t.muted}; }}
    QLabel[dress="alarm"] {{ color: {t.alarm}; font-weight: 600; }}
    QLabel[dress="warning"] {{ color: {t.warning}; font-weight: 600; }}
    QLabel[dress="small-good"] {{ color: {t.available}; font-weight: 600; font-size: {px(11)}px; }}
    QLabel[dress="good"] {{ color: {t.available}; font-weight: 600; }}
    QLabel[dress="clock"] {{ font-size: {px(18)}px; font-weight: 600; }}
    """
