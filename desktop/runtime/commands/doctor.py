"""Say what is in force, and what is wrong."""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.operations.cards import read_cards
from desktop.operations.cards_read import CardError
from desktop.operations.dispatch_files import load_texts
from desktop.operations.packs import PackError
from desktop.runtime import terminal
from desktop.runtime.card_words import of_cards
from desktop.runtime.commands import doctor_server, words
from desktop.runtime.commands.file_words import of_pack
from desktop.runtime.machine import clock_is_synchronised, screens
from desktop.runtime.opening import CentreFacts, look_into
from desktop.runtime.paths import default_settings_file
from desktop.runtime.settings import NAMES, Settings, SettingsError, gather
from desktop.runtime.settings_check import check
from desktop.store.problems import StoreError

translate = QCoreApplication.translate

DISK_MIN_GB = 1.0
"""Free space below which the disk is called short (our choice: a busy centre writes some 10 GB a year)."""

CLOCK_TOLERANCE = timedelta(minutes=1)
FONT = "Inter"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of what was found."""

    about: str
    text: str
    is_wrong: bool = False


def run(arguments: Mapping[str, str], as_login: str | None = None) -> int:
    """Print every finding, what is wrong marked with “!!”; the exit code tells whether anything is."""
    wrong = 0
    for finding in _findings(arguments, as_login):
        terminal.say(f"{'!!' if finding.is_wrong else '  '} {finding.about:<16} {finding.text}")
        wrong += finding.is_wrong
    terminal.say("")
    if not wrong:
        terminal.say(translate("Doctor", "Nothing is wrong."))
        return terminal.DONE
    terminal.say(translate("Doctor", "Marked with !!: {count} to put right").format(count=wrong))
    return terminal.WRONG


def _findings(arguments: Mapping[str, str], as_login: str | None) -> Iterator[Finding]:
    try:
        asked = gather(arguments)
        checked = check(asked)
    except SettingsError as error:
        for line in words.of_settings(error):
            yield Finding(translate("Doctor", "settings"), line, True)
        settings = Settings()
    else:
        settings = checked.settings
        no_file = translate("Doctor", "no settings file ({file} is not there)")
        file = asked.file or no_file.format(file=default_settings_file())
        yield Finding(translate("Doctor", "settings"), str(file))
        for name in NAMES:
            value = getattr(settings, name) or translate("Doctor", "the city's training centre")
            yield Finding(name, f"{value}   ({words.of_origin(checked.origins[name])})")
    yield from _display()
    if settings.on_server:
        for about, text, is_wrong in doctor_server.findings(settings, as_login):
            yield Finding(about, text, is_wrong)
    else:
        yield from _database(settings)
    yield from _cards(settings)
    yield from _texts(settings)
    yield from _disks(settings)
    yield _clock()


def _display() -> Iterator[Finding]:
    about = translate("Doctor", "display")
    found = screens(FONT)
    if found.trouble:
        no_window = translate("Doctor", "no window can be opened: {reason}")
        yield Finding(about, no_window.format(reason=found.trouble), True)
        return
    yield Finding(about, f"{found.platform}: {', '.join(found.sizes)}")
    about = translate("Doctor", "font")
    if found.has_font:
        yield Finding(about, FONT)
    else:
        other = translate("Doctor", "{font} is not installed, {other} is used; Debian has it in fonts-inter")
        yield Finding(about, other.format(font=FONT, other=found.font_used))


def _cards(settings: Settings) -> Iterator[Finding]:
    about = translate("Doctor", "question cards")
    folder = settings.places.cards
    try:
        cards = read_cards(folder)
    except CardError as error:
        for line in of_cards(error):
            yield Finding(about, line, True)
        return
    own = sum((folder / f"{code}.toml").exists() for code in cards.by_code)
    text = translate("Doctor", "{count}, {own} of them the city's own in {folder}")
    yield Finding(about, text.format(count=len(cards.by_code), own=own, folder=folder))


def _texts(settings: Settings) -> Iterator[Finding]:
    about = translate("Doctor", "dispatch texts")
    own = settings.places.dispatch_text
    try:
        load_texts(settings.city, own)
    except PackError as error:
        for line in of_pack(error).splitlines()[1:]:
            yield Finding(about, line.strip(), True)
        return
    if own.exists():
        yield Finding(about, translate("Doctor", "the city's own in {file}").format(file=own))
    else:
        yield Finding(about, translate("Doctor", "those that come with the city"))


def _database(settings: Settings) -> Iterator[Finding]:
    about = translate("Doctor", "database")
    file = settings.database_file
    if settings.is_training_default and not file.exists():
        text = translate("Doctor", "{file} is made when the desk is first opened")
        yield Finding(about, text.format(file=file))
        return
    try:
        facts = look_into(file, thoroughly=True)
    except StoreError as error:
        yield Finding(about, f"{file}: {words.of_store(error)}", True)
        return
    yield Finding(about, f"{file}: {_kind(facts)}")
    yield from _health(facts)


def _kind(facts: CentreFacts) -> str:
    if facts.centre.training:
        return translate("Doctor", "training centre of {city}").format(city=facts.centre.name)
    return translate("Doctor", "centre of {city}").format(city=facts.centre.name)


def _health(facts: CentreFacts) -> Iterator[Finding]:
    about = translate("Doctor", "database")
    health = facts.health
    if health is None:
        return
    text = translate("Doctor", "schema {version}, {acts} acts")
    yield Finding(about, text.format(version=health.schema_version, acts=health.acts))
    if health.damage:
        yield Finding(about, health.damage, True)
    if not health.written_through:
        text = translate("Doctor", "what is confirmed is not written through to the disk")
        yield Finding(about, text, True)
    newest = health.newest_act_at
    # A training centre has a clock of its own, that may show any time.
    if not facts.centre.training and newest is not None and newest > datetime.now(UTC) + CLOCK_TOLERANCE:
        text = translate("Doctor", "this machine's clock is behind: the newest act is of {time}")
        shown = newest.astimezone(facts.centre.zone).isoformat(" ", "seconds")
        yield Finding(translate("Doctor", "clock"), text.format(time=shown), True)


def _disks(settings: Settings) -> Iterator[Finding]:
    about = translate("Doctor", "disk")
    folders = [settings.data_dir, *([] if settings.on_server else [settings.database_file.parent])]
    for folder in dict.fromkeys(folders):
        there = next(path for path in (folder, *folder.parents) if path.exists())
        free = shutil.disk_usage(there).free / 1e9
        text = translate("Doctor", "{free} GB free for {folder}").format(free=f"{free:.1f}", folder=folder)
        yield Finding(about, text, free < DISK_MIN_GB)
        if not _is_writable(there):
            yield Finding(about, translate("Doctor", "{folder} cannot be written").format(folder=there), True)


def _is_writable(folder: Path) -> bool:
    probe = folder / ".kulkul-doctor"
    try:
        probe.touch()
        probe.unlink()
    except OSError:
        return False
    return True


def _clock() -> Finding:
    about = translate("Doctor", "clock")
    now = datetime.now().astimezone()
    shown = f"{now:%Y-%m-%d %H:%M:%S} {now.tzname()}"
    match clock_is_synchronised():
        case True:
            return Finding(about, translate("Doctor", "{time}, kept by a time server").format(time=shown))
        case False:
            text = translate("Doctor", "{time}, not kept by a time server; ages and times may be wrong")
            return Finding(about, text.format(time=shown), True)
        case None:
            text = translate("Doctor", "{time}; whether a time server keeps it cannot be asked here")
            return Finding(about, text.format(time=shown))
