"""Where the desk keeps things on this workstation."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import platformdirs

APP = "kulkul"
PRIVATE_MODE = 0o700
_OTHERS = 0o077


def default_settings_file() -> Path:
    """The settings file that is read when none is named."""
    return Path(platformdirs.user_config_dir(APP, appauthor=False)) / "settings.toml"


def default_data_dir() -> Path:
    """The folder of everything that the desk writes, when none is named."""
    return Path(platformdirs.user_data_dir(APP, appauthor=False))


def cache_dir() -> Path:
    """The folder of what can be made again at any time."""
    return Path(platformdirs.user_cache_dir(APP, appauthor=False))


@dataclass(frozen=True, slots=True)
class Places:
    """The files and folders below a data folder. None of them is made by asking for it."""

    data: Path

    def training_file(self, city: str) -> Path:
        """The embedded database of a city's training centre."""
        return self.data / f"training-{city}.sqlite"

    def drafts(self, centre: str) -> Path:
        """Drafts of calls to the centre of that id: those of an exercise never mix with real ones."""
        return self.data / "drafts" / centre

    def kept(self, centre: str) -> Path:
        """What could not be delivered to the centre of that id yet, encrypted."""
        return self.data / "kept" / centre

    def gazetteer(self, centre: str) -> Path:
        """The copy of the places that were imported at the centre of that id."""
        return self.data / "gazetteer" / f"{centre}.json.gz"

    def abbreviations(self, centre: str) -> Path:
        """Operators' own abbreviations at the centre of that id."""
        return self.data / "abbreviations" / f"{centre}.json"

    def roads(self, centre: str) -> Path:
        """The copy of the roads that were imported at the centre of that id."""
        return self.data / "gazetteer" / f"{centre}.roads"

    @property
    def servers(self) -> Path:
        """The file that remembers which centre is behind which address."""
        return self.data / "servers.json"

    @property
    def workstation(self) -> Path:
        """The file with this workstation's id."""
        return self.data / "workstation"

    @property
    def epochs(self) -> Path:
        """The file that remembers which servers of each centre answered here."""
        return self.data / "epochs.json"

    @property
    def logs(self) -> Path:
        """The folder of log files."""
        return self.data / "logs"

    @property
    def crashes(self) -> Path:
        """The folder of crash reports."""
        return self.data / "crashes"

    @property
    def cards(self) -> Path:
        """The folder of a city's own question cards, if it has any."""
        return self.data / "cards"

    @property
    def dispatch_text(self) -> Path:
        """The file of a city's own templates of dispatch texts, if it has one."""
        return self.data / "dispatch_text.toml"

    @property
    def window_state(self) -> Path:
        """The file in which the window remembers its panels and splits."""
        return self.data / "window.ini"


def spare_drafts(centre: str) -> Path:
    """Where drafts go when the data folder takes none: the temporary folder, which may be another disk."""
    import tempfile  # brings half the standard library, and is hardly ever needed

    user = str(os.getuid()) if sys.platform != "win32" else os.environ.get("USERNAME", "user")
    return Path(tempfile.gettempdir()) / f"{APP}-{user}-drafts-{centre}"


def private_folder(path: Path) -> Path:
    """Make a folder, with those above it, that only this user may open. OSError when that cannot be.

    PermissionError when the last of them, being there already, belongs to another user or is a link: a name
    in a shared temporary folder can be taken by anybody beforehand.
    """
    make_folder(path)
    if sys.platform != "win32":
        found = path.lstat()
        if path.is_symlink() or found.st_uid != os.getuid():
            raise PermissionError(f"{path} is not this user's own")
        if found.st_mode & _OTHERS:
            path.chmod(PRIVATE_MODE)
    return path


def make_folder(path: Path) -> None:
    """Make a folder and those missing above it, private each; one that is there stays as it is. OSError."""
    for missing in reversed([one for one in (path, *path.parents) if not one.exists()]):
        missing.mkdir(mode=PRIVATE_MODE, exist_ok=True)  # `parents=True` would leave those above to the umask
    path.mkdir(exist_ok=True)  # FileExistsError for a file


@contextmanager
def private_files() -> Iterator[None]:
    """Let everything that this process makes meanwhile be this user's alone, locks and SQLite's files too."""
    before = os.umask(_OTHERS)
    try:
        yield
    finally:
        os.umask(before)


def close_to_others(data: Path) -> None:
    """Take the usual data folder, made by an earlier version perhaps, out of others' reach.

    A folder that somebody named may be shared on purpose: its rights stay as they are.
    """
    if sys.platform != "win32" and data == default_data_dir():
        with suppress(OSError):
            if data.exists():
                private_folder(data)
