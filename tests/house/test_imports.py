"""What the import contracts cannot say: parts of outside packages, the standard library, and main.py."""

import sys
import tomllib
from pathlib import Path

from tests.house.sources import CHECKOUT, Source, is_under, sources

WIDGETS = ("PySide6.QtWidgets", "PySide6.QtSvgWidgets", "PySide6.QtPrintSupport", "ui")
DATABASE = ("sqlalchemy", "asyncpg", "alembic")


def _found(folders: tuple[str, ...], roots: tuple[str, ...]) -> list[str]:
    return [place for source in sources(*folders) for place in source.imported_under(roots)]


def test_desktop_knows_no_widget() -> None:
    assert _found(("desktop",), WIDGETS) == []


def test_an_import_would_be_found() -> None:
    code = "from PySide6 import QtWidgets\nimport PySide6.QtWidgets as w\nfrom ui.x import y\nimport uix\n"
    assert Source("x.py", code).imported_under(WIDGETS) == [
        "x.py:1: PySide6.QtWidgets",
        "x.py:2: PySide6.QtWidgets",
        "x.py:3: ui.x.y",
    ]


def test_the_domain_stands_on_the_standard_library_alone() -> None:
    found = [
        f"{source.at(node)}: {name}"
        for source in sources("desktop/domain")
        for name, node in source.imported()
        if name.split(".")[0] not in sys.stdlib_module_names and not is_under(name, ("desktop.domain",))
    ]
    assert found == []


def test_only_the_store_knows_the_database() -> None:
    """Hold main.py to it too; tests may look into a database, benchmarks measure beside the bare driver."""
    found = _found(("main.py", "desktop", "ui"), DATABASE)
    assert [place for place in found if not place.startswith("desktop/store/")] == []


def test_the_screen_reaches_no_link() -> None:
    """A contract cannot say this before the folder exists."""
    assert _found(("ui",), ("desktop.links",)) == []


def test_every_folder_has_its_place_in_the_contracts() -> None:
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    layers = " ".join(next(c["layers"] for c in contracts if c["type"] == "layers"))
    folders = {Path(source.path).parts[1] for source in sources("desktop") if source.path.count("/") > 1}
    assert [folder for folder in sorted(folders) if f"desktop.{folder})" not in layers] == []


def test_every_folder_of_code_is_a_package() -> None:
    folders = {CHECKOUT / Path(source.path).parent for source in sources("desktop", "ui")}
    missing = [str(folder) for folder in sorted(folders) if not (folder / "__init__.py").exists()]
    assert missing == []
