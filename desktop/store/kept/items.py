"""What lies in the outbox: acts with their author, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desktop.domain.acts import Act, Refusal, decode, encode
from desktop.domain.reference import Role
from desktop.store import journal
from desktop.store.submit_sqlite import Author


class State(StrEnum):
    """What became of an act: not delivered, waiting for a decision, in the database, put away.

    `HELD`: it was in the database before that was deliberately brought back to an earlier time; a supervisor
    decides of all such acts together.
    """

    KEPT = "kept"
    REFUSED = "refused"
    HELD = "held"
    CONFIRMED = "confirmed"
    PUT_AWAY = "put_away"


@dataclass(frozen=True, slots=True)
class Item:
    """An act in the outbox. Times are aware.

    `kept_at`: when it was confirmed to its author, by the workstation's clock; `happened_at`: the same moment
    by the centre's. `sent`: the server may have it, its answer was lost.
    `numbers`: incident → (day, serial) as the author was told; a serial below zero is provisional. `drawn`:
    those that the database gave.
    `decided_by`, `reason`: who put it away, and why: of a held one, the act that decided.
    """

    act: Act
    author: Author
    kept_at: datetime
    happened_at: datetime
    sent: bool = False
    numbers: Mapping[str, tuple[date, int]] = field(default_factory=dict)
    drawn: Mapping[str, tuple[date, int]] = field(default_factory=dict)
    state: State = State.KEPT
    refusal: Refusal | None = None
    changed_at: datetime | None = None
    decided_by: str | None = None
    reason: str | None = None
    ways: tuple[str, ...] = ()

    def becomes(self, state: State, at: datetime, **values: Any) -> "Item":
        """The same act, with what became of it."""
        return replace(self, state=state, changed_at=at, **values)


def item_json(item: Item) -> dict[str, Any]:
    """An item whole."""
    return {
        "what": "item",
        "act": encode(item.act),
        "author": {
            "login": item.author.login,
            "name": item.author.name,
            "roles": sorted(item.author.roles),
        },
        "kept_at": item.kept_at.isoformat(),
        "happened_at": item.happened_at.isoformat(),
        "sent": item.sent,
        "ways": list(item.ways),
        "numbers": journal.numbers_json(item.numbers),
        **mark_of(item),
    }


def mark_json(item: Item) -> dict[str, Any]:
    """What became of an item, without the act."""
    return {"what": "mark", "id": item.act.id, **mark_of(item)}


def mark_of(item: Item) -> dict[str, Any]:
    """What changes of an item, as JSON."""
    refused = item.refusal
    told = None
    if refused is not None:
        told = [refused.code, refused.table, refused.row, refused.column, refused.act]
    return {
        "state": item.state.value,
        "drawn": journal.numbers_json(item.drawn),
        "refusal": told,
        "changed_at": None if item.changed_at is None else item.changed_at.isoformat(),
        "decided_by": item.decided_by,
        "reason": item.reason,
    }


def item_from(data: Mapping[str, Any]) -> Item:
    """The item in JSON. KeyError, TypeError or ValueError when it is none."""
    author = data["author"]
    roles = frozenset(Role(one) for one in author["roles"] if one in set(Role))
    item = Item(
        act=decode(data["act"]),
        author=Author(str(author["login"]), str(author["name"]), roles),
        kept_at=datetime.fromisoformat(data["kept_at"]),
        happened_at=datetime.fromisoformat(data["happened_at"]),
        sent=bool(data["sent"]),
        numbers=_numbers(data["numbers"]),
        ways=tuple(str(one) for one in data.get("ways", ())),
    )
    return marked(item, data)


def marked(item: Item, data: Mapping[str, Any]) -> Item:
    """An item with what became of it, from JSON."""
    at, told = data["changed_at"], data["refusal"]
    return replace(
        item,
        state=State(data["state"]),
        drawn=_numbers(data["drawn"]),
        refusal=None if told is None else Refusal(*told),
        changed_at=None if at is None else datetime.fromisoformat(at),
        decided_by=data["decided_by"],
        reason=data["reason"],
    )


def _numbers(data: Mapping[str, Any]) -> dict[str, tuple[date, int]]:
    return {row: (date.fromisoformat(day), int(serial)) for row, (day, serial) in data.items()}
