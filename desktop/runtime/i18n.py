"""The language of the screen. Source text is English; each panel has a file of translations of its own."""

from importlib.resources import files
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from desktop.runtime.settings import Language

_LOCALES = {
    Language.INDONESIAN: (QLocale.Language.Indonesian, QLocale.Country.Indonesia),
    Language.ENGLISH: (QLocale.Language.English, QLocale.Country.UnitedKingdom),
}
_installed: list[QTranslator] = []


def translations_folder() -> Path:
    """The folder with one folder of translations a language."""
    return Path(str(files("resources"))) / "translations"


def install(app: QCoreApplication, language: Language) -> None:
    """Speak that language from now on; what is on the screen already stays as it is.

    OSError when a file of translations cannot be read.
    """
    for translator in _installed:
        app.removeTranslator(translator)
    _installed.clear()
    for path in sorted((translations_folder() / language).glob("*.qm")):
        translator = QTranslator()
        if not translator.load(str(path)):
            raise OSError(f"no translations in {path}")
        app.installTranslator(translator)
        _installed.append(translator)
    QLocale.setDefault(QLocale(*_LOCALES[language]))
