"""Erase what is personal of a caller."""

import asyncio
import sqlite3
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.operations.desk import Desk
from desktop.operations.erasure import Erasure, calls_from, erase
from desktop.operations.telephone import read_number
from desktop.runtime import terminal
from desktop.runtime.ids import new_id
from desktop.runtime.opening import look_into
from desktop.runtime.settings import Settings
from desktop.store.accounts import account, sign_in
from desktop.store.erasure import wipe
from desktop.store.making import open_file
from desktop.store.postgres.entering import open_as
from desktop.store.store import Store

PASSWORD = "KULKUL_OPERATOR_PASSWORD"

translate = QCoreApplication.translate


def run(settings: Settings, operator: str, reason: str, call: str | None, number: str | None) -> int:
    """Erase one call, or all calls from a number. StoreError `sign_in` when the password does not fit,
    `not_allowed` for a role that may not erase on a server.
    """
    if settings.on_server:
        password: str | None = terminal.known_password(operator, PASSWORD)
    else:
        training = look_into(settings.database_file).centre.training
        password = None if training else terminal.known_password(operator, PASSWORD)
    done = asyncio.run(_erase(settings, operator, password, reason, call, number))
    if done is None:
        terminal.complain(translate("Erase", "{number} is no telephone number").format(number=number))
        return terminal.MISUSED
    _tell(done)
    if done.calls + done.incidents and not settings.on_server:
        _wipe(settings.database_file)
    return terminal.DONE if done.refusal is None and not done.left and done.calls else terminal.WRONG


async def _erase(
    settings: Settings, login: str, password: str | None, reason: str, call: str | None, number: str | None
) -> Erasure | None:
    """None for a number that is none."""
    store: Store = (
        open_file(settings.database_file)
        if not settings.on_server
        else await open_as(settings.database, login, password)
    )
    try:
        asked = None if number is None else read_number(number, store.centre.area_code)
        if number is not None and asked is None:
            return None
        if settings.on_server:  # who may connect there has signed in
            author = await store.read(lambda connection: account(connection, login))
        else:
            author = await store.read(lambda connection: sign_in(connection, login, password))
        desk = Desk(store, author, new_id)
        calls = [call] if call is not None else await calls_from(desk, asked.normal if asked else "")
        return await erase(desk, calls, reason)
    finally:
        await store.close()


def _tell(done: Erasure) -> None:
    erased = translate("Erase", "Personal values erased: {calls} calls, {incidents} incidents")
    terminal.say(erased.format(calls=done.calls, incidents=done.incidents))
    if done.left:
        left = translate("Erase", "{count} calls are not over, or their incident is open: left as they are")
        terminal.complain(left.format(count=done.left))
    if done.refusal is not None:
        terminal.complain(_why(done.refusal))


def _why(refusal: Refusal) -> str:
    texts = {
        "role": translate("Erase", "only a supervisor or an administrator may erase"),
        "note": translate("Erase", "the reason is missing or too long"),
        "changed": translate("Erase", "somebody changed this meanwhile; once more"),
        "erased_is_over": translate("Erase", "this has been opened again; once more when it is over"),
    }
    return texts.get(refusal.code, translate("Erase", "not accepted: {code}")).format(code=refusal.code)


def _wipe(file: Path) -> None:
    try:
        wipe(file)
    except sqlite3.OperationalError:
        terminal.complain(
            translate(
                "Erase",
                "traces may be left in the file's free space: close all desks, then give this command again",
            )
        )
