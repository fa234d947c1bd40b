"""Say what a centre's gazetteer holds, and from where."""

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.commands import gazetteer_words
from desktop.runtime.commands.gazetteer_reading import read_centre
from desktop.runtime.settings import Settings
from desktop.store.gazetteer import read_imports, read_loaded

translate = QCoreApplication.translate


def run(settings: Settings, as_login: str | None = None) -> int:
    """Counts by kind, whether there are borders, and the imports, each with who and when."""
    centre, (loaded, imports) = read_centre(
        settings, as_login, lambda connection: (read_loaded(connection), read_imports(connection))
    )
    for line in gazetteer_words.of_loaded(loaded):
        terminal.say(line)
    for one in imports:
        when = one.at.astimezone(centre.zone).isoformat(" ", "seconds")
        text = translate("Gazetteer", "import {number}: {file} as {source}, by {by}, {when}")
        terminal.say(text.format(number=one.number, file=one.file, source=one.source, by=one.by, when=when))
        for line in gazetteer_words.of_counts(one.counts):
            terminal.say(f"    {line}")
    return terminal.DONE
