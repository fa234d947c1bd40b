"""Print what is proposed for each line of a file, so that a city can tune its lexicon."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.operations.packs import pack_folder, read_pack
from desktop.proposals.problems import LexiconError
from desktop.proposals.reading import lexicon_files, read_lexicon
from desktop.runtime import terminal
from desktop.runtime.commands.file_words import of_lexicon
from desktop.runtime.settings import Settings

translate = QCoreApplication.translate

STANDARD_INPUT = Path("-")


def run(settings: Settings, file: Path) -> int:
    """One JSON object a line: the text, and up to three proposals with category, score (0 to 1) and words."""
    categories = {one.id for one in read_pack(pack_folder(settings.city)).categories}
    try:
        lexicon = read_lexicon(lexicon_files(settings.city), categories)
    except LexiconError as error:
        for line in of_lexicon(error):
            terminal.complain(line)
        return terminal.WRONG
    for text in _lines(file):
        proposals = [
            {"category": one.category, "score": one.score, "words": list(one.words)}
            for one in lexicon.propose(text)
        ]
        terminal.say(json.dumps({"text": text, "proposals": proposals}, ensure_ascii=False))
    return terminal.DONE


def _lines(file: Path) -> Iterator[str]:
    """Lines that say something."""
    try:
        text = sys.stdin.read() if file == STANDARD_INPUT else file.read_text("utf-8")
    except UnicodeDecodeError:
        words = translate("Lexicon", "{file} is not UTF-8: save it as UTF-8")
        raise terminal.NotGivenError(words.format(file=file)) from None
    for line in text.splitlines():
        if line.strip():
            yield line.strip()
