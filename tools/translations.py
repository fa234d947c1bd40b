"""Keep the translations in step with the code.

    python tools/translations.py update [NAME …]     every source string of the code goes into the .ts files,
                                                     those that are gone leave them
    python tools/translations.py compile [NAME …]    make the .qm files that the desk loads

One .ts file a panel, so that panels can be written at the same time; NAME is a panel's, or shell (ui/*.py),
desktop (desktop/**, main.py), qt (what Qt itself says, kept by hand). No line numbers are kept in them.
"""

import argparse
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
TRANSLATIONS = ROOT / "resources" / "translations"
SHELL, DESKTOP, QT = "shell", "desktop", "qt"

_OPTIONS = (
    *("-silent", "-locations", "none", "-no-obsolete", "-sort-messages", "-source-language", "en"),
    *("-disable-heuristic", "sametext", "-disable-heuristic", "similartext"),
    *("-tr-function-alias", "QT_TRANSLATE_NOOP+=_N"),
)


def sources(root: Path = ROOT) -> Mapping[str, tuple[Path, ...]]:
    """The files of code behind each .ts file, by its name without the ending."""
    ui = root / "ui"
    found = {
        SHELL: tuple(sorted(ui.glob("*.py"))),
        DESKTOP: (root / "main.py", *sorted((root / "desktop").rglob("*.py"))),
    }
    for folder in sorted(path for path in ui.glob("*") if path.is_dir() and path.name != "__pycache__"):
        found[folder.name] = tuple(sorted(folder.rglob("*.py")))
    return {name: tuple(path for path in paths if _speaks(path)) for name, paths in found.items()}


def update(names: Iterable[str], folder: Path = TRANSLATIONS, root: Path = ROOT) -> None:
    """Bring the .ts files of these panels up to date: Indonesian with all strings, English with the plurals.

    KeyError for a name that no code stands behind.
    """
    found = sources(root)
    for name in names:
        for language, only in (("id", ()), ("en", ("-pluralonly",))):
            file = folder / language / f"{name}.ts"
            file.parent.mkdir(parents=True, exist_ok=True)
            if found[name]:
                _run("lupdate", *_OPTIONS, *only, "-target-language", language, *found[name], "-ts", file)
            if file.exists() and (not found[name] or "<message" not in file.read_text(encoding="utf-8")):
                file.unlink()
                compiled(file).unlink(missing_ok=True)


def compile_all(files: Iterable[Path]) -> None:
    """Make the .qm file of each .ts file."""
    for file in files:
        _run("lrelease", "-silent", file, "-qm", compiled(file))


def ts_files(folder: Path = TRANSLATIONS) -> tuple[Path, ...]:
    """All .ts files."""
    return tuple(sorted(folder.glob("*/*.ts")))


def compiled(file: Path) -> Path:
    """The .qm file that is made of a .ts file."""
    return file.with_suffix(".qm")


def _speaks(path: Path) -> bool:
    text = path.read_text(encoding="utf-8")
    return "tr(" in text or "translate(" in text or "_NOOP" in text


def _run(tool: str, *arguments: object) -> None:
    """Run one of Qt's tools as PySide6 brings it."""
    program = Path(PySide6.__file__).parent / (f"{tool}.exe" if os.name == "nt" else tool)
    subprocess.run([str(program), *map(str, arguments)], check=True)


def main() -> int:
    """Run the command that was asked for."""
    parser = argparse.ArgumentParser(description="Keep the translations in step with the code.")
    parser.add_argument("command", choices=("update", "compile"))
    parser.add_argument("name", nargs="*", help="only these panels")
    asked = parser.parse_args()
    if asked.command == "update":
        update(asked.name or sources())
    else:
        compile_all(file for file in ts_files() if not asked.name or file.stem in asked.name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
