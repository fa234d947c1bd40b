"""Write the empty form for calls on paper."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.operations.packs import pack_folder, read_pack
from desktop.runtime import terminal
from desktop.runtime.paper_form import write_paper_form
from desktop.runtime.settings import Settings

translate = QCoreApplication.translate


def run(settings: Settings, file: Path) -> int:
    """Write the form as a PDF. OSError where that cannot be done."""
    write_paper_form(file, read_pack(pack_folder(settings.city)).centre.name)
    terminal.say(translate("PaperFormCommand", "Written: {file}").format(file=file))
    return terminal.DONE
