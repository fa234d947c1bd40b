"""Make the key with which backups are encrypted."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.runtime import terminal
from desktop.runtime.settings import Settings
from desktop.store.sealing import make_key

translate = QCoreApplication.translate


def run(_settings: Settings, file: Path) -> int:
    """Make it. StoreError `exists` when one of its files is there."""
    public = make_key(file)
    text = translate(
        "Backup", "{public} encrypts backups; only {secret} opens them: keep it elsewhere, twice"
    )
    terminal.say(text.format(public=public, secret=file))
    return terminal.DONE
