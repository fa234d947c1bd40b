"""Erase what is personal of a caller, of what warnings said of a place, or of somebody in the phone book."""

import asyncio
import sqlite3
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from desktop.domain.acts import Refusal
from desktop.operations.desk import Desk
from desktop.operations.erasure import (
    Erasure,
    calls_from,
    erase,
    erase_contact,
    memos_made_until,
    rows_with,
    warnings_at,
)
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


@dataclass(frozen=True, slots=True)
class Asked:
    """What shall be erased: a call by its id, a number's calls, a place's warnings, a contact's person,
    or whoever is named in crews and hand-overs.
    """

    call: str | None = None
    number: str | None = None
    warning: str | None = None
    contact: str | None = None
    memos_until: date | None = None
    person: str | None = None


def run(settings: Settings, operator: str, reason: str, **which: Any) -> int:
    """Erase one call, all calls from a number, the warnings of a place, the person behind a contact, what was
    left in reminders and messages up to a day, or the crews and hand-overs in which a person is named.

    `which` has the fields of `Asked`.

    StoreError `sign_in` when the password does not fit, `not_allowed` for a role that may not erase on
    a server.
    """
    asked = Asked(**which)
    if settings.on_server:
        password: str | None = terminal.known_password(operator, PASSWORD)
    else:
        training = look_into(settings.database_file).centre.training
        password = None if training else terminal.known_password(operator, PASSWORD)
    done = asyncio.run(_erase(settings, operator, password, reason, asked))
    if done is None:
        text = translate("Erase", "{number} is no telephone number")
        terminal.complain(text.format(number=asked.number))
        return terminal.MISUSED
    _tell(done, asked)
    erased = (
        done.calls + done.incidents + done.warnings + done.memos + done.contacts + done.others + done.notes
    )
    if erased and not settings.on_server:
        _wipe(settings.database_file)
    is_whole = done.refusal is None and not done.left and not done.standing
    return terminal.DONE if is_whole and erased else terminal.WRONG


async def _erase(
    settings: Settings, login: str, password: str | None, reason: str, asked: Asked
) -> Erasure | None:
    """None for a number that is none."""
    store: Store = (
        open_file(settings.database_file)
        if not settings.on_server
        else await open_as(settings.database, login, password)
    )
    try:
        number = None if asked.number is None else read_number(asked.number, store.centre.area_code)
        if asked.number is not None and number is None:
            return None
        if settings.on_server:  # who may connect there has signed in
            author = await store.read(lambda connection: account(connection, login))
        else:
            author = await store.read(lambda connection: sign_in(connection, login, password))
        desk = Desk(store, author, new_id)
        if asked.contact is not None:
            return await erase_contact(desk, asked.contact, reason)
        if asked.person is not None:
            rows = await rows_with(desk, asked.person)
        elif asked.warning is not None:
            rows = await warnings_at(desk, asked.warning)
        elif asked.memos_until is not None:
            rows = await memos_made_until(desk, asked.memos_until)
        elif asked.call is not None:
            rows = [asked.call]
        else:
            rows = await calls_from(desk, number.normal if number else "")
        return await erase(desk, rows, reason, number.normal if number else None)
    finally:
        await store.close()


def _tell(done: Erasure, asked: Asked) -> None:
    erased = translate(
        "Erase", "Personal values erased: {calls} calls, {incidents} incidents, {memos} reminders or messages"
    )
    left = translate("Erase", "{count} calls, or what belongs to them, are not over: left as they are")
    others = done.others
    if asked.number is not None:
        erased = translate(
            "Erase",
            "Personal values erased: {calls} calls, {incidents} incidents, {memos} reminders or messages, "
            "{others} other texts in which the number stood",
        )
        others += done.warnings + done.notes
        left = translate("Erase", "{count} texts or calls with the number are not over: left as they are")
    if asked.contact is not None:
        erased = translate("Erase", "Personal values erased: {contacts} contacts")
    if asked.memos_until is not None:
        erased = translate("Erase", "Personal values erased: {memos} reminders or messages")
        left = translate("Erase", "{count} reminders are not done: left as they are (Alt+P)")
    if asked.person is not None:
        erased = translate("Erase", "Personal values erased: {others} crews and hand-overs")
    if asked.warning is not None:
        erased = translate("Erase", "Personal values erased: {warnings} warnings")
        left = translate("Erase", "{count} warnings still hold: withdraw them first (Ctrl+Shift+H)")
    counts = {"calls": done.calls, "incidents": done.incidents, "warnings": done.warnings}
    terminal.say(erased.format(memos=done.memos, contacts=done.contacts, others=others, **counts))
    if done.left:
        terminal.complain(left.format(count=done.left))
    if done.standing:
        text = translate(
            "Erase",
            "the number also stands in {count} places that are not personal to the database (landmark, "
            "address, told to): they stay",
        )
        terminal.complain(text.format(count=done.standing))
    if done.refusal is not None:
        terminal.complain(_why(done.refusal))


def _why(refusal: Refusal) -> str:
    changed = translate("Erase", "somebody changed this meanwhile; once more")
    texts = {
        "role": translate("Erase", "only a supervisor or an administrator may erase"),
        "note": translate("Erase", "the reason is missing or too long"),
        "changed": changed,
        "note_erasable": changed,
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
