"""The settings of a desk: from a file, then the environment, then arguments; the later wins.

What a setting may hold is checked by `settings_check`, with pydantic, which takes longer to load than the
window to paint. What was checked once is therefore remembered until anything that was asked for, or the
program, changes.
"""

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop.runtime import paths
from desktop.runtime.version import VERSION

ENV_PREFIX = "KULKUL_"
NOT_SETTINGS = frozenset(
    {
        "KULKUL_ADMIN_PASSWORD",
        "KULKUL_DATABASE_PASSWORD",
        "KULKUL_FAILED_CHECKS",
        "KULKUL_OPERATOR_PASSWORD",
        "KULKUL_REQUIRE_ALL",
    }
)
"""Variables of ours that are no settings: passwords for the commands, and what ./test tells the tests."""

SQLITE = "sqlite:///"
SERVER = "postgresql://"
SMALLEST_TEXT, LARGEST_TEXT = 100, 175
"""Per cent of the size in which the screen is drawn."""

LOCK_MINUTES = 15
"""Minutes without a key or the mouse after which a desk locks (our choice)."""
LONGEST_LOCK_MINUTES = 24 * 60

_REMEMBERED = 8
"""Checked combinations that are remembered: a desk or two, and those that somebody tries."""


class Language(StrEnum):
    """Languages of the screen."""

    INDONESIAN = "id"
    ENGLISH = "en"


class Theme(StrEnum):
    """Colours of the screen at the start; a key changes them."""

    NIGHT = "night"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is in force. `city`: of the training centre; a database of its own names its city itself."""

    city: str = "denpasar"
    language: Language = Language.INDONESIAN
    database: str = ""
    """sqlite:/// and an absolute path, a server's address as `desktop.store.postgres.address` has it, or
    empty for the city's training centre in the data folder."""
    data_dir: Path = field(default_factory=paths.default_data_dir)
    theme: Theme = Theme.NIGHT
    text_size: int = SMALLEST_TEXT
    """Per cent."""
    lock_minutes: int = LOCK_MINUTES
    """Minutes without a key or the mouse after which a desk with passwords locks; 0: never."""

    @property
    def places(self) -> paths.Places:
        """The files and folders of this desk."""
        return paths.Places(self.data_dir)

    @property
    def is_training_default(self) -> bool:
        """Whether no database is named, so that the desk makes a training centre if there is none."""
        return not self.database

    @property
    def on_server(self) -> bool:
        """Whether the database is on a server, at which every operator has an own login."""
        return self.database.startswith(SERVER)

    @property
    def database_file(self) -> Path:
        """The embedded file that is opened."""
        if self.is_training_default:
            return self.places.training_file(self.city)
        return Path(self.database.removeprefix(SQLITE))


NAMES = tuple(one.name for one in fields(Settings))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as it stood, before anybody looked at it. `file`: None when there is none."""

    arguments: Mapping[str, str]
    environment: Mapping[str, str]
    file: Path | None
    file_bytes: bytes


class OriginKind(StrEnum):
    """Where a setting came from."""

    ARGUMENT = "argument"
    VARIABLE = "variable"
    FILE = "file"
    DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a setting came from. `name`: the argument, variable or file; `line`: of the file, if known."""

    kind: OriginKind
    name: str = ""
    line: int | None = None


@dataclass(frozen=True, slots=True)
class SettingTrouble:
    """One thing that is wrong. `setting`: empty when the file as a whole is meant; `value`: as it was given.

    Codes: `unreadable`, `not_toml`, `unknown`, `bad`; of a server's address `with_password`, `tls` (a mode
    that is neither verify-full nor disable), `option` (there is none of that name).
    """

    code: str
    origin: Origin
    setting: str = ""
    value: str = ""


class SettingsError(Exception):
    """The settings cannot be used, with everything that is wrong in them."""

    def __init__(self, troubles: tuple[SettingTrouble, ...]) -> None:
        super().__init__(", ".join(f"{one.code}: {one.setting or one.origin.name}" for one in troubles))
        self.troubles = troubles


def gather(arguments: Mapping[str, str]) -> Asked:
    """Collect what was asked for; `arguments` by setting, and under `settings` the file to read.

    SettingsError `unreadable` when a file that was named, or is there, cannot be read.
    """
    given = {name: value for name, value in arguments.items() if name in NAMES}
    environment = {
        name: value
        for name, value in os.environ.items()
        if name.upper().startswith(ENV_PREFIX) and name.upper() not in NOT_SETTINGS and value
    }
    named = arguments.get("settings")
    file = Path(named).expanduser() if named else paths.default_settings_file()
    try:
        return Asked(given, environment, file, file.read_bytes())
    except FileNotFoundError:
        if not named:
            return Asked(given, environment, None, b"")
        raise SettingsError((_unreadable(file),)) from None
    except OSError:
        raise SettingsError((_unreadable(file),)) from None


def _unreadable(file: Path) -> SettingTrouble:
    return SettingTrouble("unreadable", Origin(OriginKind.FILE, str(file)))


def load(arguments: Mapping[str, str]) -> Settings:
    """The settings in force. SettingsError with everything that is wrong in them."""
    asked = gather(arguments)
    key = _key(asked)
    remembered = _remembered()
    found = _settings(remembered.get(key))
    if found is not None:
        return found
    from desktop.runtime.settings_check import check

    checked = check(asked).settings
    _remember({**remembered, key: asdict(checked)})
    return checked


def likely_language(arguments: Mapping[str, str]) -> Language:
    """The language to speak while the settings may be wrong: the best guess, Indonesian without any."""
    try:
        asked = gather(arguments)
    except SettingsError:
        asked = Asked(dict(arguments), dict(os.environ), None, b"")
    variable = asked.environment.get(f"{ENV_PREFIX}LANGUAGE")
    said = asked.arguments.get("language") or variable or _in_file(asked)
    return Language.ENGLISH if said == Language.ENGLISH else Language.INDONESIAN


def _in_file(asked: Asked) -> str:
    lines = asked.file_bytes.decode(errors="replace").splitlines()
    values = [line.split("=", 1)[1] for line in lines if line.split("=", 1)[0].strip() == "language"]
    return values[0].split("#")[0].strip(" \t\"'") if values else ""


def _key(asked: Asked) -> str:
    what = (
        VERSION,
        NAMES,
        str(Path.cwd()),  # a database may be named relative to it
        str(paths.default_data_dir()),
        sorted(asked.arguments.items()),
        sorted(asked.environment.items()),
        str(asked.file),
    )
    return hashlib.sha256(repr(what).encode(errors="surrogateescape") + asked.file_bytes).hexdigest()


def _remembered_file() -> Path:
    return paths.cache_dir() / "settings-checked.json"


def _remembered() -> dict[str, Any]:
    try:
        found = json.loads(_remembered_file().read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _settings(kept: Any) -> Settings | None:
    try:
        return Settings(
            city=str(kept["city"]),
            language=Language(kept["language"]),
            database=str(kept["database"]),
            data_dir=Path(kept["data_dir"]),
            theme=Theme(kept["theme"]),
            text_size=int(kept["text_size"]),
            lock_minutes=int(kept["lock_minutes"]),
        )
    except (KeyError, TypeError, ValueError):
        return None


def _remember(checked: dict[str, Any]) -> None:
    file = _remembered_file()
    newest = dict(list(checked.items())[-_REMEMBERED:])
    beside = file.with_name(f"{file.name}.{os.getpid()}")
    try:
        paths.private_folder(file.parent)
        beside.write_text(json.dumps(newest, default=str), encoding="utf-8")
        beside.replace(file)
    except OSError:
        with suppress(OSError):  # it costs some milliseconds at the next start, nothing else
            beside.unlink()
