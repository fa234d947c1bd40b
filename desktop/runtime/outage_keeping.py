"""What a workstation keeps of a centre on a server, to go on without it: keys, outbox, picture."""

import asyncio
import json
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from desktop.live.picture import picture_of
from desktop.runtime.paths import Places, private_folder
from desktop.runtime.services import Services
from desktop.store.kept.cached import Cached, read_cached, write_cached
from desktop.store.kept.disk import replace_file
from desktop.store.kept.keys import PASSWORD_COST, PIN_COST, Holder, Keyring
from desktop.store.kept.known import known_from
from desktop.store.kept.outbox import Outbox
from desktop.store.kept.store import KeptStore
from desktop.store.problems import StoreError
from desktop.store.submit_sqlite import Author

PICTURE_SECONDS = 60.0
"""How often the picture on the disk is written anew (our choice)."""
COSTS = (PASSWORD_COST, PIN_COST)
"""What a try to open an operator's key costs, by password and by PIN."""


@dataclass(frozen=True, slots=True)
class Keeping:
    """One operator's part of what is kept for one centre."""

    folder: Path
    keyring: Keyring
    holder: Holder
    outbox: Outbox

    async def set_pin(self, pin: str) -> None:
        """Let this operator sign in here without the server for some hours. ValueError for what is no PIN."""
        run = asyncio.get_running_loop().run_in_executor
        await run(None, self.keyring.set_pin, self.holder, pin, datetime.now(UTC))

    async def forget_pin(self) -> None:
        """Let the operator in with the password only, from now on. StoreError of the disk."""
        run = asyncio.get_running_loop().run_in_executor
        await run(None, self.keyring.forget_pin, self.holder.author.login)

    async def relock(self, password: str) -> None:
        """Let another password open what is kept here for the operator. StoreError of the disk."""
        run = asyncio.get_running_loop().run_in_executor
        await run(None, self.keyring.relock, self.holder, password)

    async def hand_over(self, kept: KeptStore) -> None:
        """Encrypt what is kept also for who has signed in since, and takes the seat now. StoreError."""
        run = asyncio.get_running_loop().run_in_executor
        await kept.admit(await run(None, self.keyring.lately, datetime.now(UTC)))

    async def take_over(self, kept: KeptStore) -> None:
        """Deliver what the operator had kept who has just left the seat. StoreError."""
        await kept.take_over(self.holder.secret)

    async def keep_picture(self, services: Services) -> None:
        """Keep the picture for signing in without the server on the disk, until cancelled."""
        while True:
            with suppress(StoreError):  # a disk that takes nothing is told by the outbox
                await self._write_picture(services)
            await asyncio.sleep(PICTURE_SECONDS)

    async def _write_picture(self, services: Services) -> None:
        now = datetime.now(UTC)
        readers = self.keyring.with_pin(now)
        pulse = services.store.pulse
        if not readers or pulse is None or pulse.number is None or services.store_is_away:
            return  # a picture of what the server has, and of nothing else
        picture, centre = picture_of(services.follower.board, services.follower.clock), services.store.centre
        number = pulse.number

        def write() -> None:
            known = known_from(picture, centre.zone)
            write_cached(_picture(self.folder), Cached(centre, number, known, now), readers)

        await asyncio.get_running_loop().run_in_executor(None, write)


def _keyring(folder: Path) -> Keyring:
    return Keyring(folder / "operators.json", *COSTS)


def _picture(folder: Path) -> Path:
    return folder / "picture"


def keeping_online(places: Places, url: str, centre: str, author: Author, password: str) -> Keeping:
    """What is kept for an operator whom the server has just let in. StoreError of the disk."""
    now = datetime.now(UTC)
    folder = private_folder(places.kept(centre))
    keyring = _keyring(folder)
    holder = keyring.sign_in(author, password, now)
    _remember(places.servers, url, centre)
    return Keeping(folder, keyring, holder, Outbox.open(folder, centre, holder, keyring.lately(now), now))


def keeping_cut_off(places: Places, url: str, login: str, pin: str) -> tuple[Keeping, Cached]:
    """The same by a PIN, while the server cannot be reached, with the picture from the disk.

    StoreError: `pin` for a wrong PIN, or where nobody of that name signed in lately.
    """
    now = datetime.now(UTC)
    centre = _remembered(places.servers).get(url)
    if centre is None:
        raise StoreError("pin", login)
    folder = places.kept(centre)
    keyring = _keyring(folder)
    try:
        holder = keyring.sign_in_cut_off(login, pin, now)
        cached = read_cached(_picture(folder), holder, now)
    except StoreError as error:
        raise StoreError("pin", login) from error
    outbox = Outbox.open(folder, centre, holder, keyring.lately(now), now)
    return Keeping(folder, keyring, holder, outbox), cached


def keeping_here(places: Places, url: str, login: str, word: str, now: datetime) -> tuple[Keeping, str]:
    """What is kept here of a server's centre, and its id, opened by password or PIN without the server.

    `now`: aware. StoreError: `not_found` when nobody signed in to that server here, `sign_in`.
    """
    centre = _remembered(places.servers).get(url)
    if centre is None:
        raise StoreError("not_found", url)
    folder = places.kept(centre)
    keyring = _keyring(folder)
    holder = keyring.unlock(login, word, now)
    outbox = Outbox.open(folder, centre, holder, keyring.lately(now), now)
    return Keeping(folder, keyring, holder, outbox), centre


def _remember(file: Path, url: str, centre: str) -> None:
    known = _remembered(file)
    if known.get(url) != centre:
        replace_file(file, json.dumps({**known, url: centre}).encode())


def _remembered(file: Path) -> dict[str, str]:
    """The centres behind addresses that answered here."""
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
