"""Keeping places for all desks: new ones, other names of known ones, and taking back what was kept."""

from collections.abc import Iterable, Sequence

from desktop.domain.kinds_places import CHANGED, CORRECTED, KEPT, WITHDRAWN
from desktop.domain.places import ALIAS_BREAK, KeptPlace, Place, PlaceKind
from desktop.domain.records import Value
from desktop.operations.desk import Desk, Outcome, Refusal, change, new_row
from desktop.store.gazetteer import read_kept_places

TABLE = "kept_place"


async def keep_place(
    desk: Desk,
    *,
    name: str,
    kind: PlaceKind,
    street: str = "",
    area: str | None = None,
    latitude: float | None = None,
    longitude: float | None = None,
) -> Outcome:
    """Keep a new place for all desks; its id is the outcome's `row`."""
    row = desk.new_id()
    made = new_row(
        TABLE,
        row,
        name=name,
        place_kind=kind,
        street=street,
        area=area,
        latitude=latitude,
        longitude=longitude,
    )
    return await desk.act(KEPT, [made], row=row)


async def add_name(desk: Desk, place: Place, name: str) -> Outcome:
    """Let a place that is known be found by one more name, at all desks.

    The outcome's `row` is the id under which that is kept, its own or that of what was kept before.
    """
    kept = await _kept(desk, place.id)
    if kept is not None:
        # Not those of `place`: another desk may have added one that has not come here yet.
        return await _rename(desk, kept, (*kept.place.aliases, name))
    row = desk.new_id()
    made = new_row(
        TABLE,
        row,
        instead_of=place.id,
        name=place.name,
        place_kind=place.kind,
        aliases=ALIAS_BREAK.join((*place.aliases, name)),
        area=place.area,
        latitude=place.latitude,
        longitude=place.longitude,
        street=place.street,
    )
    return await desk.act(CORRECTED, [made], row=row)


async def take_name_back(desk: Desk, place: Place, name: str) -> Outcome:
    """Let a place be found by that name no more; `place`: as it was before the name was added.

    Other names that were kept of it stay. Refused (`kept_place_stands`) when nothing is kept of it any more.
    """
    kept = await _kept(desk, place.id)
    if kept is None:
        return Refusal("kept_place_stands", TABLE, place.id)
    left = [one for one in kept.place.aliases if one != name]
    if place.kept_by is None and set(left) <= set(place.aliases):
        return await desk.act(WITHDRAWN, [change(WITHDRAWN, kept)], row=kept.id)
    return await _rename(desk, kept, left)


async def withdraw_place(desk: Desk, row: str) -> Outcome:
    """Take back what was kept, by its id; refused (`kept_place_stands`) when another did so before."""
    kept = await _kept(desk, row)
    if kept is None:
        return Refusal("kept_place_stands", TABLE, row)
    return await desk.act(WITHDRAWN, [change(WITHDRAWN, kept)], row=row)


async def _rename(desk: Desk, kept: KeptPlace, aliases: Iterable[str]) -> Outcome:
    values: dict[str, Value] = {"aliases": ALIAS_BREAK.join(dict.fromkeys(aliases))}
    return await desk.act(CHANGED, [change(CHANGED, kept, **values)], row=kept.id)


async def _kept(desk: Desk, place: str) -> KeptPlace | None:
    found: Sequence[KeptPlace] = await desk.store.read(read_kept_places)
    return next((one for one in found if place in (one.id, one.instead_of)), None)
