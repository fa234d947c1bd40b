"""The gazetteer of one desk, searched and kept up to date in a thread of its own: no key waits for it."""

import asyncio
import gc
from collections.abc import Callable, Collection, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.located import Located
from desktop.domain.places import Border, Place
from desktop.domain.reference import Area

if TYPE_CHECKING:
    from desktop.gazetteer.search import Found, Gazetteer

_AT_ONCE = 100
"""Places that are taken in between two searches: some 15 ms."""

_REMEMBERED = 500
"""Answers that are remembered for a narrative: parts of some calls."""

T = TypeVar("T")
Locate = Callable[[float, float], Located | None]
"""Tells where a latitude and longitude lie, within some milliseconds."""


class PlaceSearch:
    """Places and areas of a centre. Made at once; the words of the areas are read with the first search."""

    def __init__(
        self, areas: Iterable[Area], city: str = "", grew: Callable[[], None] = lambda: None
    ) -> None:
        """`city`: whose pack tells of the centres around; `grew` is called once places were taken in."""
        self._grew = grew
        self._areas = tuple(areas)
        self._city = city
        self._gazetteer: Gazetteer | None = None
        self._of_areas: Gazetteer | None = None
        self._found: dict[tuple[bool, str, int], Found] = {}
        self._thread = ThreadPoolExecutor(1, "places")
        self._closed = False
        self._frozen = False
        self._locate: Locate | None = None
        self.has_places = False
        """Whether more than areas can be found."""

    @property
    def has_borders(self) -> bool:
        """Whether it can be told where a point lies."""
        return self._locate is not None

    async def use_borders(self, borders: Sequence[Border], inside: Collection[str]) -> None:
        """From now on tell where points lie by these; `inside`: the codes of the centre's own areas."""

        def ready() -> Locate | None:
            from desktop.gazetteer.borders import Borders  # brings shapely, which takes a while
            from desktop.gazetteer.neighbours import neighbours_of

            made = Borders(borders, inside, neighbours_of(self._city))
            return None if made.empty else made.locate

        self.set_borders(await self._run(ready) if borders else None)

    def set_borders(self, locate: Locate | None) -> None:
        """From now on tell where points lie by these borders; None: there are none."""
        self._locate = locate

    def locate(self, latitude: float, longitude: float) -> Located | None:
        """Where a point lies; None where no borders are known."""
        return None if self._locate is None else self._locate(latitude, longitude)

    async def find(self, text: str, limit: int) -> "Found":
        """The places that a text may mean, the likeliest first."""
        return await self._run(lambda: self._made().find(text, limit))

    async def hear(self, narrative: str) -> "Found | None":
        """The place of which a narrative tells, in the caller's words, with what it may mean."""

        def hear() -> "Found | None":
            from desktop.gazetteer.hearing import hear_place

            return hear_place(narrative, self._remembered, self._remembered_area, self._is_remembered)

        return await self._run(hear)

    async def put(self, places: Iterable[Place]) -> None:
        """Take in places, new ones and others that changed. Searches go on between them."""
        rest = iter(places)
        while part := list(islice(rest, _AT_ONCE)):
            await self._run(partial(self._put, part))
            self.has_places = True
        self._grew()

    async def drop(self, places: Sequence[str]) -> None:
        """Forget places, by their ids."""

        def drop() -> None:
            self._found.clear()
            for place in places:
                self._made().drop(place)

        await self._run(drop)

    def close(self) -> None:
        """Let the thread end: who waits for an answer, or asks later, is cancelled.

        The operator's panels, frozen with the names, are the collector's again.
        """
        self._closed = True
        self._thread.shutdown(wait=False, cancel_futures=True)
        if self._frozen:
            gc.unfreeze()

    def _remembered(self, text: str, limit: int) -> "Found":
        """As `find`: a narrative is listened to as a whole with each pause, though only its end is new."""
        return self._found_in(self._made(), text, limit)

    def _is_remembered(self, text: str) -> bool:
        return (False, text, 1) in self._found

    def _remembered_area(self, text: str, limit: int) -> "Found":
        if self._of_areas is None:
            from desktop.gazetteer.search import Gazetteer

            self._of_areas = Gazetteer(self._areas)
        return self._found_in(self._of_areas, text, limit)

    def _found_in(self, gazetteer: "Gazetteer", text: str, limit: int) -> "Found":
        key = gazetteer is self._of_areas, text, limit
        found = self._found.get(key)
        if found is None:
            if len(self._found) >= _REMEMBERED:
                self._found.clear()
            found = self._found[key] = gazetteer.find(text, limit)
        return found

    def _put(self, places: Sequence[Place]) -> None:
        self._found.clear()
        for place in places:
            self._made().put(place)
        # Else the collector, on the screen's thread, looks through all names again and again: a second for
        # 100,000. They make no cycles and go when they are replaced. Not for what an operator keeps: each
        # time all that lives in the desk would be out of the collector's sight as well.
        if len(places) == _AT_ONCE and not self._closed:
            self._frozen = True
            gc.freeze()

    def _made(self) -> "Gazetteer":
        if self._gazetteer is None:
            from desktop.gazetteer.search import Gazetteer

            self._gazetteer = Gazetteer(self._areas)
        return self._gazetteer

    async def _run(self, work: Callable[[], T]) -> T:
        if self._closed:
            raise asyncio.CancelledError
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)
