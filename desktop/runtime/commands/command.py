"""Give an order as in the command line of a desk, or say what it would do."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.live.follow import Follower
from desktop.operations.desk import Author, Desk
from desktop.operations.orders.carrying import carry_out
from desktop.operations.orders.picture import BoardNames, Picture
from desktop.operations.orders.plan import Reading
from desktop.operations.orders.reading import read
from desktop.operations.reading import who_wrote
from desktop.operations.typed_times import ENGLISH, INDONESIAN
from desktop.runtime import terminal
from desktop.runtime.code_words import speaks_indonesian
from desktop.runtime.commands.erase import PASSWORD
from desktop.runtime.ids import new_id
from desktop.runtime.opening import look_into
from desktop.runtime.order_troubles import trouble_text
from desktop.runtime.order_words import intended_text, preview_lines
from desktop.runtime.refusal_words import refusal_words
from desktop.runtime.settings import Settings
from desktop.store.accounts import account, sign_in
from desktop.store.making import open_file
from desktop.store.postgres.entering import open_as
from desktop.store.sqlite_store import SqliteStore
from desktop.store.store import Store

translate = QCoreApplication.translate


def run(
    settings: Settings, order: str, operator: str, preview: bool, password_file: Path | None = None
) -> int:
    """Carry an order out, or with `preview` say what it would do; what is wrong is pointed at.

    StoreError `sign_in` when the password does not fit. OSError when its file cannot be read.
    """
    password: str | None = None
    if settings.on_server or not look_into(settings.database_file).centre.training:
        given = password_file.read_text(encoding="utf-8").strip("\r\n") if password_file is not None else ""
        password = given or terminal.known_password(operator, PASSWORD)
    return asyncio.run(_give(settings, operator, password, order, preview=preview))


async def _give(settings: Settings, login: str, password: str | None, order: str, *, preview: bool) -> int:
    store = await _open(settings, login, password)
    try:
        author = await _author(store, login, password)
        follower = Follower(store)
        await follower.start()
        picture = _picture(follower, author, store)
        reading = read(order, picture)
        if not reading.ready:
            _point_at(reading, picture)
            return terminal.MISUSED
        if preview:
            for line in preview_lines(reading.intended, picture):
                terminal.say(line)
            return terminal.DONE
        return await _carry_out(Desk(store, author, new_id), reading, follower, picture)
    finally:
        await store.close()


async def _open(settings: Settings, login: str, password: str | None) -> Store:
    if settings.on_server:
        return await open_as(settings.database, login, password)
    return open_file(settings.database_file)


async def _author(store: Store, login: str, password: str | None) -> Author:
    if isinstance(store, SqliteStore):
        author = await store.read(lambda connection: sign_in(connection, login, password))
        await store.read_as(author)
        return author
    return await store.read(lambda connection: account(connection, login))  # who connected has signed in


def _picture(follower: Follower, author: Author, store: Store) -> Picture:
    board = follower.board
    return Picture(
        centre=store.centre,
        reference=board.reference,
        cases=board.cases,
        units=board.units,
        running=board.running_assignment,
        now=follower.clock.now(),
        roles=author.roles,
        names=BoardNames(store.centre),
        warnings=board.warnings,
        spans=INDONESIAN if speaks_indonesian() else ENGLISH,
        on_screen=False,
    )


async def _carry_out(desk: Desk, reading: Reading, follower: Follower, picture: Picture) -> int:
    """One act after the other; the first that is refused ends it."""
    for one in reading.intended:
        outcome = await carry_out(desk, one)
        if isinstance(outcome, Refusal):
            writer = None if outcome.act is None else await who_wrote(desk, outcome.act)
            terminal.complain(refusal_words(follower.board, picture.zone, outcome, writer))
            return terminal.WRONG
        terminal.say(intended_text(one, picture))
    return terminal.DONE


def _point_at(reading: Reading, picture: Picture) -> None:
    """The order, and below it each mistake where it stands."""
    if not reading.troubles:
        terminal.complain(
            translate("Orders", "Type an order, as: {example}").format(example="kirim dam4 ke 003")
        )
        return
    terminal.complain(reading.text)
    margin = " " * len("Kulkul: ")
    for line in _marks(reading, picture):
        terminal.complain_below(margin + line)


def _marks(reading: Reading, picture: Picture) -> Sequence[str]:
    return [
        f"{' ' * one.start}{'^' * max(1, one.end - one.start)} {trouble_text(one, picture)}"
        for one in reading.troubles
    ]
