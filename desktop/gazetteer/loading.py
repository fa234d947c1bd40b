"""Bringing a centre's places into the memory of a desk, and keeping them in step with the database."""

import asyncio
from collections.abc import Callable, Collection, Mapping

from desktop.domain.kinds_places import PLACE_ACTS
from desktop.domain.places import KeptPlace, Place
from desktop.gazetteer.copying import Copy, Copying
from desktop.gazetteer.desk import PlaceSearch
from desktop.live.board import Board, BoardChange
from desktop.store.gazetteer import (
    PAGE,
    gazetteer_version,
    read_borders,
    read_kept_marks,
    read_kept_places,
    read_places,
)
from desktop.store.problems import StoreError
from desktop.store.store import LookUp, Store

EVERY_SECONDS = 60.0
"""How often it is asked for another import, which the feed does not tell of."""
RETRY_SECONDS = 3.0


class PlaceLoading:
    """Follows the places of one database. `is_away`: whether only a part of it can be read now."""

    def __init__(
        self,
        store: Store,
        search: PlaceSearch,
        inside: Collection[str],
        copying: Copying,
        is_away: Callable[[], bool],
    ) -> None:
        self._copying = copying
        self._store = store
        self._search = search
        self._inside = frozenset(inside)
        self._is_away = is_away
        self._version = ""
        self._imported: dict[str, Place] = {}
        self._marks: Mapping[str, str] = {}
        self._kept: dict[str, str] = {}
        """Of what is kept, by its id, the id of the place."""

    async def follow(self, board: Board) -> None:
        """Load all, then what changes, until cancelled."""
        woken = asyncio.Event()

        def look(change: BoardChange) -> None:
            if any(kind in PLACE_ACTS for _, kind, _ in change.acts):
                woken.set()

        end = board.listen(look)
        try:
            while True:
                woken.clear()
                wait = EVERY_SECONDS
                try:
                    await self.refresh()
                except StoreError:
                    wait = RETRY_SECONDS
                try:
                    await asyncio.wait_for(woken.wait(), wait)
                except TimeoutError:
                    continue
        finally:
            end()

    async def refresh(self) -> None:
        """Take what differs from what is known here. StoreError when the database cannot be read."""
        if self._is_away():  # the part of it that is here knows no imports
            if not self._version:
                await self._take_copy(await self._copying.read())
        else:
            version = await self._store.read(LookUp(gazetteer_version))
            if version != self._version:
                await self._load(version)
        await self._take_kept()

    async def _load(self, version: str) -> None:
        copy = await self._copying.read() if version and not self._version else None
        if copy is None or copy.version != version:
            copy = Copy(version, await self._all_places(), await self._store.read(LookUp(read_borders)))
            await self._copying.write(copy)
        await self._take_copy(copy)

    async def _all_places(self) -> tuple[Place, ...]:
        found: list[Place] = []
        while True:
            after = found[-1].id if found else ""
            page = await self._page(after)
            found += page
            if len(page) < PAGE:
                return tuple(found)

    async def _take_copy(self, copy: Copy | None) -> None:
        if copy is None:
            return
        await self._search.use_borders(copy.borders, self._inside)
        covered = set(self._kept.values())
        found = {one.id: one for one in copy.places}
        await self._search.put(
            one for key, one in found.items() if key not in covered and one != self._imported.get(key)
        )
        gone = self._imported.keys() - found.keys() - covered
        await self._search.drop(tuple(gone))
        self._imported, self._version = found, copy.version

    async def _take_kept(self) -> None:
        away = self._is_away()
        marks = await self._store.read(LookUp(read_kept_marks))
        if marks == self._marks:
            return
        kept: tuple[KeptPlace, ...] = await self._store.read(LookUp(read_kept_places))
        now = {one.id: one.place for one in kept}
        changed = [place for row, place in now.items() if marks.get(row) != self._marks.get(row)]
        await self._search.put(changed)
        if not (away or self._is_away()):  # what is here while the server is away is not all of it
            await self._give_back({row: place for row, place in self._kept.items() if row not in now})
            self._kept = {row: place.id for row, place in now.items()}
            self._marks = marks

    async def _give_back(self, withdrawn: Mapping[str, str]) -> None:
        """Forget what was withdrawn; what it corrected is as it was imported again."""
        places = withdrawn.values()
        await self._search.drop([place for place in places if place not in self._imported])
        await self._search.put([self._imported[place] for place in places if place in self._imported])

    async def _page(self, after: str) -> tuple[Place, ...]:
        return await self._store.read(LookUp(lambda connection: read_places(connection, after)))
