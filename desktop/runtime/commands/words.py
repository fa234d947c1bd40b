"""What went wrong, in words for a terminal."""

from PySide6.QtCore import QCoreApplication

from desktop.runtime.commands.store_words import of_store
from desktop.runtime.disk import disk_code
from desktop.runtime.settings import (
    LARGEST_TEXT,
    LONGEST_LOCK_MINUTES,
    SMALLEST_TEXT,
    Language,
    Origin,
    OriginKind,
    SettingsError,
    SettingTrouble,
    Theme,
)

__all__ = ["expected_of", "no_display", "of_origin", "of_settings", "of_store", "of_system"]

translate = QCoreApplication.translate


def no_display() -> str:
    """Why the desk cannot be opened in this session, and what to do."""
    return translate("Words", "there is no display here; start the desk in a graphical session")


def of_settings(error: SettingsError) -> list[str]:
    """A sentence for each trouble: where it stands, what stands there, what may stand there."""
    return [_of_trouble(one) for one in error.troubles]


def _of_trouble(trouble: SettingTrouble) -> str:
    where = of_origin(trouble.origin)
    match trouble.code:
        case "unreadable":
            return translate("Words", "{where}: the settings file cannot be read").format(where=where)
        case "not_toml":
            text = translate("Words", "{where}: this is not TOML, as for example: {example}")
            return text.format(where=where, example='city = "denpasar"')
        case "unknown" if trouble.origin.kind is OriginKind.VARIABLE:
            return translate("Words", "{where}: there is no such setting").format(where=where)
        case "unknown":
            text = translate("Words", "{where}: there is no setting {name}")
            return text.format(where=where, name=trouble.setting)
        case "with_password":
            text = translate(
                "Words",
                "{where}: leave the password out of {name}: others could read it here; it is asked for, or "
                "taken from {variable}",
            )
            return text.format(where=where, name=trouble.setting, variable="KULKUL_DATABASE_PASSWORD")
        case "tls":
            text = translate(
                "Words",
                "{where}: sslmode may be verify-full (the server must prove who it is, as without it each "
                "other machine must) or disable (nothing is encrypted)",
            )
            return text.format(where=where)
        case "option":
            text = translate("Words", "{where}: behind the ? of {name} may stand: {options}")
            options = "sslmode, sslrootcert, host, port"
            return text.format(where=where, name=trouble.setting, options=options)
        case _:
            text = translate("Words", "{where}: {name} cannot be “{value}”; {expected}")
            expected = expected_of(trouble.setting)
            return text.format(where=where, name=trouble.setting, value=trouble.value, expected=expected)


def expected_of(setting: str) -> str:
    """What a setting may be."""
    match setting:
        case "city":
            from desktop.operations.packs import available_packs

            return _one_of(available_packs())
        case "language":
            return _one_of(tuple(Language))
        case "theme":
            return _one_of(tuple(Theme))
        case "text_size":
            text = translate("Words", "a whole number from {smallest} to {largest} is expected")
            return text.format(smallest=SMALLEST_TEXT, largest=LARGEST_TEXT)
        case "lock_minutes":
            text = translate("Words", "a whole number from {smallest} to {largest} is expected")
            return text.format(smallest=0, largest=LONGEST_LOCK_MINUTES)
        case "database":
            text = translate("Words", "{file} and the path of a file, or {server}, is expected, or nothing")
            return text.format(file="sqlite:///", server="postgresql://host/database")
        case _:
            return translate("Words", "the path of a folder is expected")


def _one_of(choices: tuple[str, ...]) -> str:
    return translate("Words", "expected is one of: {choices}").format(choices=", ".join(choices))


def of_origin(origin: Origin) -> str:
    """Where a setting came from."""
    match origin.kind:
        case OriginKind.ARGUMENT:
            return translate("Words", "argument {name}").format(name=origin.name)
        case OriginKind.VARIABLE:
            return translate("Words", "variable {name}").format(name=origin.name)
        case OriginKind.FILE if origin.line is not None:
            return translate("Words", "{file}, line {line}").format(file=origin.name, line=origin.line)
        case OriginKind.FILE:
            return origin.name
        case OriginKind.DEFAULT:
            return translate("Words", "not set")


def of_system(error: OSError) -> str:
    """Why a file or folder cannot be used."""
    name = error.filename or ""
    match disk_code(error):
        case "read_only":
            return translate("Words", "{path} cannot be written; check its rights").format(path=name)
        case "full":
            return translate("Words", "the disk is full; make space and try again")
    return translate("Words", "{path} cannot be used: {reason}").format(path=name, reason=error.strerror)
