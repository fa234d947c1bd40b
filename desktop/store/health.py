"""What a person who looks after a database asks of it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, select, text

from desktop.store.making import schema_version
from desktop.store.tables import act


@dataclass(frozen=True, slots=True)
class Health:
    """How an embedded database is. `damage`: empty, or what SQLite found wrong.

    `newest_act_at`: when the newest act was recorded, by the centre's clock (aware); None without acts.
    """

    schema_version: int
    acts: int
    newest_act_at: datetime | None
    written_through: bool
    damage: str


def read_health(connection: Connection) -> Health:
    """Look the file over: takes as long as reading it once."""
    found = "\n".join(connection.execute(text("PRAGMA quick_check(5)")).scalars())
    return Health(
        schema_version=int(schema_version(connection)),
        acts=connection.execute(select(func.count()).select_from(act)).scalar_one(),
        newest_act_at=read_newest_act_at(connection),
        written_through=connection.execute(text("PRAGMA synchronous")).scalar_one() == 2,
        damage="" if found == "ok" else found,
    )


def read_newest_act_at(connection: Connection) -> datetime | None:
    """When the newest act was recorded, by the centre's clock; None without acts."""
    return connection.execute(select(act.c.recorded_at).order_by(act.c.sequence.desc()).limit(1)).scalar()
