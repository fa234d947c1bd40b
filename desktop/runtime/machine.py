"""What this machine offers: its screens and fonts, and whether its clock is kept."""

import ctypes
import ctypes.util
import json
import subprocess
import sys
from dataclasses import dataclass

_ASK_S = 20.0
_TIME_ERROR = 5
"""What adjtimex(2) answers while the clock is not synchronised."""

# Qt ends the process where it finds no display: so another process asks.
_ASK = """
import json, sys
from PySide6.QtGui import QFontDatabase, QFontInfo, QGuiApplication, QFont
app = QGuiApplication(sys.argv[:1])
sizes = [f"{s.size().width()}×{s.size().height()}" for s in app.screens()]
print(json.dumps([app.platformName(), sizes, sys.argv[1] in QFontDatabase.families(),
QFontInfo(QFont()).family()]))
"""


@dataclass(frozen=True, slots=True)
class Screens:
    """What a window would find. `trouble`: why none can be opened, in Qt's words; then all else is empty."""

    platform: str = ""
    sizes: tuple[str, ...] = ()
    has_font: bool = False
    font_used: str = ""
    trouble: str = ""


def screens(font: str) -> Screens:
    """Ask Qt for its screens, and whether it has that font; takes as long as starting Qt."""
    command = [sys.executable, "-c", _ASK, font]
    try:
        asked = subprocess.run(command, capture_output=True, timeout=_ASK_S, check=False)
    except subprocess.TimeoutExpired:
        return Screens(trouble="Qt does not answer")
    try:
        platform, sizes, has_font, font_used = json.loads(asked.stdout)
    except ValueError:
        return Screens(trouble=_first_line(asked.stderr.decode(errors="replace")))
    return Screens(platform, tuple(sizes), has_font, font_used)


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "Qt ended without a word")


def clock_is_synchronised() -> bool | None:
    """Whether a time server keeps the clock; None where this cannot be asked without rights (not Linux)."""
    if sys.platform != "linux":
        return None
    library = ctypes.CDLL(ctypes.util.find_library("c") or "libc.so.6", use_errno=True)
    answer = library.adjtimex(ctypes.create_string_buffer(512))  # struct timex, all zero: only read
    return None if answer < 0 else answer != _TIME_ERROR
