"""Running the desk: paint first, load the rest, open the centre, and close in stages."""

import asyncio
import gc
import sys

import qasync
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.runtime import i18n
from desktop.runtime.settings import Settings
from ui.collector import Collector
from ui.main_window import MainWindow
from ui.theme import NIGHT, THEMES, Look

SWITCH_SECONDS = 0.0005
"""How long a thread that works may keep Python from the screen's.

To paint a list takes it hundreds of times; with Python's usual five milliseconds for each the screen stood
still while the lexicon was read beside it.
"""


def run(settings: Settings) -> int:
    """Open the desk and run it until it is closed; the process's exit code."""
    sys.setswitchinterval(SWITCH_SECONDS)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Kulkul")
    app.setDesktopFileName("kulkul")
    app.setQuitOnLastWindowClosed(False)
    i18n.install(app, settings.language)
    state = QSettings(str(settings.places.window_state), QSettings.Format.IniFormat)
    look = _look(settings, state)
    look.apply(app)
    collector = Collector(app)
    loop = qasync.QEventLoop(app)
    asyncio.set_event_loop(loop)
    window = MainWindow(state)
    window.show()
    with loop:
        loop.run_until_complete(_live(window, settings, look, state))
    collector.deleteLater()
    return 0


def _look(settings: Settings, state: QSettings) -> Look:
    """The theme and size that were left by key the last time, unless the settings have changed since."""
    asked = f"{settings.theme.value} {settings.text_size}"
    if state.value("window/asked_look") != asked:
        state.setValue("window/asked_look", asked)
        state.remove("window/theme")
        state.remove("window/text_size")
    theme = THEMES.get(str(state.value("window/theme", settings.theme.value)), NIGHT)
    percent = int(str(state.value("window/text_size", settings.text_size)))
    return Look(theme, percent)


async def _live(window: MainWindow, settings: Settings, look: Look, state: QSettings) -> None:
    await window.painted.wait()
    await asyncio.sleep(0)
    from ui.opening import Opening

    gc.freeze()  # what the modules made stays: the collector need not look through it while keys come
    opening = Opening(window, settings, look, state)
    opening.start()
    await window.asked_to_close.wait()
    await opening.close()
    window.finish()
