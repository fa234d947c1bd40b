"""`submit` on SQLite: the same steps as the server's function, in one BEGIN IMMEDIATE."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, bindparam, func, select

from desktop.domain.acts import Act, Op, Refusal, Result, encode_change
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.centre import Centre
from desktop.domain.clock import CLOCK_ID, TrainingClock
from desktop.domain.form import unfit
from desktop.domain.kinds_erasure import ERASED
from desktop.domain.reference import Role
from desktop.domain.registry import KINDS
from desktop.store import journal
from desktop.store.erasure import empty_halves
from desktop.store.search_index import index_areas, index_rows
from desktop.store.sqlite_rows import SqliteRows, write_row
from desktop.store.tables import act as act_table
from desktop.store.tables import act_private, act_subject, operator, secret


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes: a login of this centre, with its roles."""

    login: str
    name: str
    roles: frozenset[Role]


# In one statement: each has its price.
_BEFORE = (
    select(
        act_table,
        secret.c.value.label("key"),
        select(func.max(act_table.c.sequence)).scalar_subquery().label("last"),
    )
    .select_from(secret)
    .outerjoin(act_table, act_table.c.id == bindparam("id"))
    .where(secret.c.name == "digest")
)
"""The key of digests, the act of that id where it is there, the latest act's sequence."""
_ROLES = select(operator.c.roles).where(
    operator.c.login == bindparam("login"), operator.c.removed_at.is_(None)
)


def submit_signed_in(connection: Connection, act: Act, author: Author, centre: Centre) -> Result | Refusal:
    """`submit` by an operator, with the roles that the centre gives now: none to one who was removed."""
    found = connection.execute(_ROLES, {"login": author.login}).scalar()
    roles = frozenset(Role(role) for role in found or ())
    return submit(connection, act, replace(author, roles=roles), centre)


def submit(
    connection: Connection, act: Act, author: Author, centre: Centre, real: datetime | None = None
) -> Result | Refusal:
    """Write an act inside an open transaction; the caller commits, or rolls back after a refusal.

    The caller answers for the author's roles: see `submit_signed_in`. `real`: the wall's time (aware), where
    the workstation's clock is not to be believed.
    """
    problem = unfit(act)
    if problem is not None:
        return problem
    content = journal.canonical(act)
    kind = KINDS.get(act.kind)
    if kind is not None and journal.is_beyond(act, content, kind.size):
        return Refusal("too_big")
    earlier = connection.execute(_BEFORE, {"id": act.id}).mappings().one()
    mark = journal.digest(earlier["key"], content)
    if earlier["id"] is not None:
        if earlier["digest"] != mark or earlier["author"] != author.login:
            return Refusal("id_used", act=act.id)
        return _result(dict(earlier), again=True)
    rows = SqliteRows(connection)
    now = centre_now(rows, real or datetime.now(UTC))
    outcome = apply(rows, act, Context(author.login, author.roles, now, centre.zone, centre.training))
    if isinstance(outcome, Refusal):
        return outcome
    return _write(connection, act, author, outcome, now, mark, 1 + (earlier["last"] or 0))


def centre_now(rows: SqliteRows, real: datetime) -> datetime:
    """The centre's time: the exercise's clock where one is set."""
    found = rows.get("clock", CLOCK_ID)
    return real if found is None else TrainingClock.from_row(CLOCK_ID, found).at(real)


def _write(
    connection: Connection,
    act: Act,
    author: Author,
    applied: Applied,
    now: datetime,
    mark: bytes,
    sequence: int,
) -> Result:
    changes, private_changes = journal.split([encode_change(change) for change in act.changes])
    before, private_before = journal.split(journal.before_items(act, applied.before))
    entry: dict[str, Any] = {
        "id": act.id,
        "sequence": sequence,
        "kind": act.kind,
        "format": act.format,
        "source": act.source.value,
        "author": author.login,
        "claimed_by": act.claimed_by,
        "occurred_at": act.occurred_at,
        "recorded_at": now,
        "changes": changes,
        "before": before,
        "numbers": journal.numbers_json(applied.numbers),
        "digest": mark,
        "excused": list(applied.excused) or None,
    }
    connection.execute(act_table.insert(), entry)
    if act.note is not None or private_changes:
        half = {"act": act.id, "note": act.note, "changes": private_changes, "before": private_before}
        connection.execute(act_private.insert(), half)
    # What ends comes before what begins: a unit that is diverted has never two running assignments.
    for table, row, values, new in sorted(applied.writes, key=lambda write: write[3]):
        write_row(connection, table, row, values, new)
    if applied.subjects:
        connection.execute(
            act_subject.insert(),
            [{"act": act.id, "table_name": table, "row_id": row} for table, row in applied.subjects],
        )
    if act.kind == ERASED:
        empty_halves(connection, act, now)
    index_rows(connection, ((table, row) for table, row, _, _ in applied.writes))
    renamed = [one.row for one in act.changes if one.table == "area" and one.op is Op.UPDATE]
    index_areas(connection, renamed)
    return _result(entry, again=False)


def _result(entry: dict[str, Any], again: bool) -> Result:
    numbers = {row: (date.fromisoformat(day), number) for row, (day, number) in entry["numbers"].items()}
    return Result(entry["id"], entry["sequence"], entry["recorded_at"], numbers, again)
