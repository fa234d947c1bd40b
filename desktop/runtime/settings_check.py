"""What the settings may hold, and where each came from."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from desktop.operations.packs import available_packs
from desktop.runtime import paths
from desktop.runtime.settings import (
    ENV_PREFIX,
    LARGEST_TEXT,
    LOCK_MINUTES,
    LONGEST_LOCK_MINUTES,
    NAMES,
    SERVER,
    SMALLEST_TEXT,
    SQLITE,
    Asked,
    Language,
    Origin,
    OriginKind,
    Settings,
    SettingsError,
    SettingTrouble,
    Theme,
)
from desktop.store.postgres.address import AddressError, check_address

_NOT_TOML_LINE = re.compile(r"at line (\d+)")
_OF_ADDRESS = ("with_password", "tls", "option")
"""What is wrong with a server's address that is one otherwise; what pydantic says else reads as `bad`."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Settings that may be used, and where each of them came from."""

    settings: Settings
    origins: Mapping[str, Origin]


def _known_city(city: str) -> str:
    if city not in available_packs():
        raise PydanticCustomError("bad", "no such city")
    return city


def _database(url: str) -> str:
    if url.startswith(SERVER):
        try:
            return check_address(url).url
        except AddressError as error:
            raise PydanticCustomError("address", "{code}", {"code": error.code}) from error
    if url and (not url.startswith(SQLITE) or url == SQLITE or "?" in url):
        raise PydanticCustomError("bad", "no embedded file")
    return url


class _Model(BaseSettings):
    """The settings as pydantic checks them; the sources come with the class that `_model_of` makes."""

    model_config = SettingsConfigDict(env_prefix=ENV_PREFIX, extra="forbid", env_ignore_empty=True)

    city: Annotated[str, AfterValidator(_known_city)] = "denpasar"
    language: Language = Language.INDONESIAN
    database: Annotated[str, AfterValidator(_database)] = ""
    data_dir: Path = Field(default_factory=paths.default_data_dir)
    theme: Theme = Theme.NIGHT
    text_size: Annotated[int, Field(ge=SMALLEST_TEXT, le=LARGEST_TEXT)] = SMALLEST_TEXT
    lock_minutes: Annotated[int, Field(ge=0, le=LONGEST_LOCK_MINUTES)] = LOCK_MINUTES


def check(asked: Asked) -> Checked:
    """Check what was asked for. SettingsError with everything that is wrong."""
    in_file = _table(asked)
    origins = {name: _origin(name, asked, in_file) for name in NAMES}
    troubles = [*_unknown_variables(asked), *_unknown_keys(asked, in_file)]
    known = {name: value for name, value in in_file.items() if name in NAMES}
    try:
        model = _model_of(asked.arguments, known)()
    except ValidationError as error:
        troubles += [_trouble(one["loc"], one["msg"], one["input"], origins) for one in error.errors()]
    else:
        if not troubles:
            return Checked(_settings(model, asked, origins), origins)
    raise SettingsError(tuple(troubles))


def _model_of(arguments: Mapping[str, str], in_file: Mapping[str, Any]) -> type[_Model]:
    class OfTheseSources(_Model):
        @classmethod
        def settings_customise_sources(
            cls,
            settings_cls: type[BaseSettings],
            init_settings: PydanticBaseSettingsSource,
            env_settings: PydanticBaseSettingsSource,
            dotenv_settings: PydanticBaseSettingsSource,
            file_secret_settings: PydanticBaseSettingsSource,
        ) -> tuple[PydanticBaseSettingsSource, ...]:
            from_arguments = InitSettingsSource(settings_cls, dict(arguments))
            from_file = InitSettingsSource(settings_cls, dict(in_file))
            return from_arguments, env_settings, from_file

    return OfTheseSources


def _table(asked: Asked) -> dict[str, Any]:
    try:
        return tomllib.loads(asked.file_bytes.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = asked.file_bytes[: error.start].count(b"\n") + 1
    except tomllib.TOMLDecodeError as error:
        found = _NOT_TOML_LINE.search(str(error))
        line = int(found[1]) if found else asked.file_bytes.count(b"\n") + 1
    raise SettingsError((SettingTrouble("not_toml", Origin(OriginKind.FILE, str(asked.file), line)),))


def _origin(name: str, asked: Asked, in_file: Mapping[str, Any]) -> Origin:
    if name in asked.arguments:
        return Origin(OriginKind.ARGUMENT, f"--{name.replace('_', '-')}")
    for variable in asked.environment:
        if variable.upper() == f"{ENV_PREFIX}{name.upper()}":
            return Origin(OriginKind.VARIABLE, variable)
    if name in in_file:
        return Origin(OriginKind.FILE, str(asked.file), _line_of(name, asked.file_bytes))
    return Origin(OriginKind.DEFAULT)


def _line_of(key: str, content: bytes) -> int | None:
    """The line on which a key, or a table of that name, stands at first: tomllib tells none."""
    text = content.decode("utf-8-sig", errors="replace")
    pattern = re.compile(rf"\s*\[*\s*[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
    return next((at for at, line in enumerate(text.split("\n"), 1) if pattern.match(line)), None)


def _unknown_variables(asked: Asked) -> list[SettingTrouble]:
    known = {f"{ENV_PREFIX}{name.upper()}" for name in NAMES}
    return [
        SettingTrouble("unknown", Origin(OriginKind.VARIABLE, variable), variable)
        for variable in sorted(asked.environment)
        if variable.upper() not in known
    ]


def _unknown_keys(asked: Asked, in_file: Mapping[str, Any]) -> list[SettingTrouble]:
    return [
        SettingTrouble(
            "unknown", Origin(OriginKind.FILE, str(asked.file), _line_of(key, asked.file_bytes)), key
        )
        for key in in_file
        if key not in NAMES
    ]


def _trouble(
    place: tuple[int | str, ...], said: str, value: object, origins: Mapping[str, Origin]
) -> SettingTrouble:
    name = str(place[0])
    # A URL may hold a password; of one that is refused for what it is, the kind says enough.
    given = str(value).split(":", 1)[0] if name == "database" else str(value)
    return SettingTrouble(said if said in _OF_ADDRESS else "bad", origins[name], name, given)


def _settings(model: _Model, asked: Asked, origins: Mapping[str, Origin]) -> Settings:
    return Settings(
        city=model.city,
        language=model.language,
        database=_full(model.database, origins["database"], asked),
        data_dir=_absolute(str(model.data_dir), origins["data_dir"], asked),
        theme=model.theme,
        text_size=model.text_size,
        lock_minutes=model.lock_minutes,
    )


def _full(url: str, origin: Origin, asked: Asked) -> str:
    """A database's URL with the whole path of each file that it names."""
    if url.startswith(SERVER):
        address = check_address(url)
        if address.root_certificate is None:
            return url
        return address.with_root_certificate(_absolute(address.root_certificate, origin, asked)).url
    file = url.removeprefix(SQLITE)
    return f"{SQLITE}{_absolute(file, origin, asked)}" if file else ""


def _absolute(path: str, origin: Origin, asked: Asked) -> Path:
    """A path as the settings file means it, relative to that file, or else to where the desk was started."""
    in_file = origin.kind is OriginKind.FILE and asked.file is not None
    base = asked.file.parent if in_file and asked.file else Path.cwd()
    return (base / Path(path).expanduser()).absolute()
