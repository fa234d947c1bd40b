"""Play a file of calls and unit movements into a training centre."""

import asyncio
import math
from collections import Counter
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.operations.desk import Desk
from desktop.operations.exercise.events import Exercise
from desktop.operations.exercise.load import load_exercise
from desktop.operations.exercise.oddities import described
from desktop.operations.exercise.player import Player, PlayReport
from desktop.operations.exercise.problems import ExerciseError, ExerciseProblem
from desktop.operations.packs import pack_folder, read_pack
from desktop.runtime import terminal
from desktop.runtime.commands import server
from desktop.runtime.commands.erase import PASSWORD
from desktop.runtime.commands.file_words import of_exercise
from desktop.runtime.ids import new_id
from desktop.runtime.settings import Settings
from desktop.runtime.tasks import Tasks
from desktop.runtime.training import (
    EVERY_PART,
    asking_for,
    ensure_training,
    exercise_desk,
    playing_alone,
    resumed,
)
from desktop.store.accounts import account
from desktop.store.making import open_file
from desktop.store.postgres.entering import open_as
from desktop.store.store import Store

PROGRESS_S = 15.0
"""How often it is said how far the exercise came."""

translate = QCoreApplication.translate


def run(settings: Settings, file: Path, speed: float, mapping: Path | None, operator: str | None) -> int:
    """Play it until it is over or somebody presses Ctrl+C; then say what came of it.

    `operator`: on a server, who plays it. StoreError `sign_in` there; of a file as `open_file` has it.
    """
    try:
        if settings.on_server:
            login = operator or server.ADMINISTRATOR
            password = terminal.known_password(login, PASSWORD)
            return asyncio.run(_play_there(settings, login, password, file, speed, mapping))
        if settings.is_training_default:
            ensure_training(settings.data_dir, settings.city)
        return asyncio.run(_play(settings.database_file, file, speed, mapping))
    except ExerciseError as error:
        for line in of_exercise(error):
            terminal.complain(line)
        return terminal.MISUSED


async def _play(database: Path, file: Path, speed: float, mapping: Path | None) -> int:
    store = open_file(database)
    try:
        exercise = _announced(store, file, mapping)
        with asking_for(database):
            async with playing_alone(database):
                return await _play_into(await exercise_desk(store), exercise, speed)
    finally:
        await store.close()


async def _play_there(
    settings: Settings, login: str, password: str, file: Path, speed: float, mapping: Path | None
) -> int:
    store = await open_as(settings.database, login, password)
    try:
        exercise = _announced(store, file, mapping)
        author = await store.read(lambda connection: account(connection, login))
        if not author.roles >= EVERY_PART:
            terminal.complain(
                translate("Exercise", "{login} must have the roles: {roles}").format(
                    login=login, roles=", ".join(sorted(EVERY_PART))
                )
            )
            return terminal.MISUSED
        return await _play_into(Desk(store, author, new_id), exercise, speed)
    finally:
        await store.close()


def _announced(store: Store, file: Path, mapping: Path | None) -> Exercise:
    """What is played, once it is said. ExerciseError for what cannot be played here."""
    if not store.centre.training:
        raise ExerciseError([ExerciseProblem("not_training", file.name)])
    exercise = load_exercise(file, read_pack(pack_folder(store.centre.city)), mapping)
    for line in (_headline(store, exercise), *described(exercise.oddities, exercise.unknown)):
        terminal.say(line)
    return exercise


async def _play_into(desk: Desk, exercise: Exercise, speed: float) -> int:
    as_fast_as_can_be = math.isinf(speed)
    player = await resumed(desk, exercise, 1.0 if as_fast_as_can_be else speed)
    tasks = Tasks("exercise")
    tasks.start(_tell_progress(player), "tell progress")
    try:
        await (player.run_fast() if as_fast_as_can_be else player.run())
    except asyncio.CancelledError:  # Ctrl+C: what was played is told all the same
        terminal.say(translate("Exercise", "Stopped; the same command goes on from here."))
    finally:
        await tasks.cancel_all()
    for line in _lines(player.report):
        terminal.say(line)
    return terminal.DONE


async def _tell_progress(player: Player) -> None:
    text = translate("Exercise", "{count} played")
    while True:
        await asyncio.sleep(PROGRESS_S)
        terminal.say(text.format(count=player.report.played.total()))


def _headline(store: Store, exercise: Exercise) -> str:
    text = translate("Exercise", "{name}: {count} events, into the training centre of {city}. Ctrl+C stops.")
    return text.format(name=exercise.name, count=len(exercise.events), city=store.centre.name)


def _lines(report: PlayReport) -> list[str]:
    played = translate("Exercise", "{count} played: {kinds}")
    lines = [played.format(count=report.played.total(), kinds=_counts(report.played))]
    if report.again:
        lines.append(translate("Exercise", "{count} were played before").format(count=report.again))
    if report.refused:
        refused = translate("Exercise", "{count} not possible: {kinds}")
        by_kind = Counter({f"{kind} {code}": count for (kind, code), count in report.refused.items()})
        lines.append(refused.format(count=by_kind.total(), kinds=_counts(by_kind)))
    return lines


def _counts(counted: Counter[str]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counted.most_common())
