"""Signing in to a centre on a server: what is done while it cannot be reached is kept on the workstation."""

import asyncio
from collections.abc import Callable
from dataclasses import replace
from typing import Any, TypeVar
from urllib.parse import urlsplit

from desktop.domain.centre import Centre
from desktop.live.clock import CentreClock
from desktop.live.picture import picture_of
from desktop.operations.desk import Desk
from desktop.runtime.doors import Entered
from desktop.runtime.ids import new_id
from desktop.runtime.outage_keeping import Keeping, keeping_cut_off, keeping_online
from desktop.runtime.paths import Places
from desktop.runtime.services import Services, follow_store
from desktop.runtime.version import VERSION
from desktop.runtime.workstation import workstation_id
from desktop.store.kept.cached import Cached
from desktop.store.kept.known import Picture
from desktop.store.kept.store import KeptStore
from desktop.store.postgres.entering import open_as
from desktop.store.postgres.store import PostgresStore
from desktop.store.problems import NO_WAY, StoreError
from desktop.store.submit_sqlite import Author

T = TypeVar("T")


class ServerDoor:
    """A centre on a server: every operator has a connection with the own login and password."""

    def __init__(self, url: str, places: Places) -> None:
        self._url = url
        self._places = places

    @property
    def title(self) -> str:
        """See `Door`."""
        parts = urlsplit(self._url)
        return " ".join(filter(None, (parts.netloc, parts.path.removeprefix("/"))))

    async def enter(
        self, login: str, password: str | None, let_in: Callable[[], None] | None = None
    ) -> Entered:
        """See `Door`. While the server cannot be reached, a PIN lets in who signed in here lately."""
        try:
            store, author = await self._connect(login, password)
        except StoreError as error:
            if error.code not in NO_WAY or not password:
                raise
            return await self._enter_cut_off(login, password, error)
        if let_in is not None:
            let_in()
        # On a slow way the one is done while the other is under way.
        opening = _in_thread(keeping_online, self._places, self._url, store.centre.id, author, password or "")
        try:
            await store.begin(CentreClock(store.centre.zone).midnight())
            keeping = await asyncio.shield(opening)
        except BaseException:
            await _let_go(opening, lambda opened: opened)
            await store.close()
            raise
        return await _entered(store, store.centre, keeping)

    async def attach(self, services: Services, login: str, password: str) -> None:
        """Deliver as somebody who is let in now, at a desk that was entered with a PIN. StoreError."""
        assert services.kept is not None
        store, author = await self._connect(login, password)
        services.kept.attach(store, author)

    async def _connect(self, login: str, password: str | None) -> tuple[PostgresStore, Author]:
        store = await open_as(
            self._url,
            login,
            password,
            self._places.epochs,
            workstation=workstation_id(self._places.workstation),
            version=VERSION,
        )
        try:
            return store, store.author
        except StoreError:
            await store.close()
            raise

    async def _enter_cut_off(self, login: str, pin: str, error: StoreError) -> Entered:
        opening = _in_thread(keeping_cut_off, self._places, self._url, login, pin)
        try:
            keeping, cached = await asyncio.shield(opening)
        except BaseException:
            await _let_go(opening, lambda opened: opened[0])
            raise
        return await _entered(None, cached.centre, keeping, (cached, error))


async def _entered(
    store: PostgresStore | None,
    centre: Centre,
    keeping: Keeping,
    begun: tuple[Cached, StoreError] | None = None,
) -> Entered:
    """A desk; `begun`: without its server, with that picture and for that reason."""
    followed: list[Services] = []

    def picture() -> Picture | None:
        """The board, once there is one."""
        return picture_of(followed[0].follower.board, followed[0].follower.clock) if followed else None

    author = keeping.holder.author
    number = 0 if begun is None else begun[0].workstation
    kept = KeptStore(store, centre, keeping.outbox, author, picture, new_id, number)
    try:
        if begun is not None:
            await kept.begin_cut_off(begun[0].known, begun[1])
        services = replace(await follow_store(kept), kept=kept, keeping=keeping)
    except BaseException:
        await kept.close()
        raise
    followed.append(services)
    kept.start()
    services.tasks.start(keeping.keep_picture(services), "keep the picture on the disk")
    return Entered(services, Desk(kept, author, new_id))


def _in_thread(task: Callable[..., T], *given: Any) -> asyncio.Future[T]:
    return asyncio.get_running_loop().run_in_executor(None, task, *given)


async def _let_go(opening: asyncio.Future[T], keeping: Callable[[T], Keeping]) -> None:
    """Close what a thread opens for nobody: it cannot be stopped, and the next try would find a desk at work
    here.
    """

    def close(opened: asyncio.Future[T]) -> None:
        if not opened.cancelled() and opened.exception() is None:
            keeping(opened.result()).outbox.close()

    opening.add_done_callback(close)
    await asyncio.wait({opening})
