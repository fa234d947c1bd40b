"""Looks at callers' and places' histories made while cut off: for the access log, once the server is back."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any, Self

from sqlalchemy import Connection, cast, func, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.dialects.sqlite import insert

from desktop.store.store import Store
from desktop.store.submit_sqlite import Author
from desktop.store.tables import access_log

AT_ONCE = 200
"""Looks that a server takes at once (our bound)."""


@dataclass(frozen=True, slots=True)
class Look:
    """One look. `at`: by the centre's clock (aware). `call`: in which call, None outside one."""

    id: str
    at: datetime
    operator: str
    what: str
    subject: str
    call: str | None

    def as_json(self) -> dict[str, Any]:
        """The look whole."""
        return {**asdict(self), "at": self.at.isoformat()}

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Self:
        """The look in JSON. KeyError, TypeError or ValueError when it is none."""
        return cls(
            id=str(data["id"]),
            at=datetime.fromisoformat(data["at"]),
            operator=str(data["operator"]),
            what=str(data["what"]),
            subject=str(data["subject"]),
            call=None if data["call"] is None else str(data["call"]),
        )


def looks_besides(connection: Connection, known: Collection[str]) -> tuple[Look, ...]:
    """The looks in a log, without some."""
    columns = (access_log.c[name] for name in ("id", "at", "operator", "what", "subject", "call"))
    found = connection.execute(select(*columns).where(access_log.c.id.not_in(known)))
    return tuple(Look(*one) for one in found)


async def tell_looks(store: Store, looks: Sequence[Look], by: Author) -> None:
    """Write looks into a database's log, each once. `by`: who signed in and tells them. StoreError."""
    for first in range(0, len(looks), AT_ONCE):
        await store.write(partial(_tell, looks[first : first + AT_ONCE], by.login))


def _tell(looks: Sequence[Look], teller: str, connection: Connection) -> None:
    if connection.dialect.name == "postgresql":
        told = [one.as_json() for one in looks]
        connection.execute(select(func.log_kept_looks(cast(told, JSONB))))
        return
    rows = [
        {
            **asdict(one),
            "at": datetime.now(UTC),
            "operator": teller,
            "claimed_at": one.at,
            "claimed_by": None if one.operator == teller else one.operator,
        }
        for one in looks
    ]
    connection.execute(insert(access_log).on_conflict_do_nothing(), rows)
