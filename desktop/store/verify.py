"""`verify`: whether the state of a centre is what its journal says.

All acts are applied again, in their order and from empty, by the pure `apply` and without judging: rules may
have changed since. What comes of it is compared with every row.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Connection, select

from desktop.domain.acts import Act, BadActError, Source, decode_changes, encode_value
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.centre import Centre
from desktop.domain.kinds_erasure import TOMBSTONE
from desktop.domain.rows import MemoryRows
from desktop.domain.schema import SIDE_TABLES
from desktop.store import journal
from desktop.store.tables import act as act_table
from desktop.store.tables import act_private, act_subject
from desktop.store.tables import centre as centre_table
from desktop.store.verify_state import check_state

PAGE = 500
"""Acts read at once."""

MOST = 1000
"""Problems that a report names; all are counted."""

COVERS = (
    "rows",
    "group_acts",
    "values_before",
    "subjects",
    "keys",
    "numbers",
    "serials",
    "search_texts",
)
"""What is looked at: every row and value of the domain's tables, the act that last wrote each field group and
row, the values that each act replaced, what each act is about, every reference from row to row, numbers that
are given twice, the serials of each day, the look-up's texts. The command says each in words."""

LEAVES_OUT = ("accounts", "access_log", "act_content", "erased_values")
"""What is not: it is no act (accounts, the log of who looked), only its digest is kept (whether an act's own
content is as it was sent), or it is gone (what was erased)."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One place where the database is not what its journal says. Never holds a value.

    `code`: `unreadable` or `refused` (an act that cannot be applied again), `before`, `subjects` (of an act),
    `missing`, `unexpected`, `differs` (a row), `reference`, `number`, `serial`, `search`, `damaged`.
    """

    code: str
    table: str
    row: str
    columns: tuple[str, ...] = ()


@dataclass(slots=True)
class Report:
    """What `verify` found. `rows`: how many were compared, by table.

    `erased`: of how many rows and acts the personal values were erased, by table. An act of these is applied
    again with empty values: that it wrote them, and what it replaced, is compared, and not what they were.
    """

    acts: int = 0
    rows: Counter[str] = field(default_factory=Counter)
    erased: Counter[str] = field(default_factory=Counter)
    found: int = 0
    problems: list[Problem] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """Whether all is as the journal says."""
        return self.found == 0

    def add(self, problem: Problem) -> None:
        """Count a problem, and name it while there is room."""
        self.found += 1
        if len(self.problems) < MOST:
            self.problems.append(problem)


def verify(connection: Connection) -> Report:
    """Compare a centre's state with its journal, in one snapshot: the connection's open transaction.

    Reads everything, so on a server the login must be one that may: not an operator's. Takes memory for all
    rows of the domain's tables. Nothing is written.
    """
    report = Report()
    centre = Centre(**connection.execute(select(centre_table)).mappings().one())
    rows = MemoryRows()
    for page in _pages(connection):
        _apply_page(connection, page, rows, centre, report)
    for code, table, row, columns in check_state(connection, rows, centre, report.rows):
        report.add(Problem(code, table, row, columns))
    for name in SIDE_TABLES:
        report.erased[name] = sum(one[TOMBSTONE] is not None for one in rows.tables[name].values())
    return report


def _pages(connection: Connection) -> Iterator[Sequence[Mapping[Any, Any]]]:
    last = 0
    while True:
        statement = select(act_table).where(act_table.c.sequence > last)
        page = connection.execute(statement.order_by(act_table.c.sequence).limit(PAGE)).mappings().all()
        if not page:
            return
        yield page
        last = page[-1]["sequence"]


def _apply_page(
    connection: Connection,
    page: Sequence[Mapping[Any, Any]],
    rows: MemoryRows,
    centre: Centre,
    report: Report,
) -> None:
    ids = [one["id"] for one in page]
    private = {
        one["act"]: one
        for one in connection.execute(select(act_private).where(act_private.c.act.in_(ids))).mappings()
    }
    subjects: dict[str, set[tuple[str, str]]] = {one: set() for one in ids}
    for subject in connection.execute(select(act_subject).where(act_subject.c.act.in_(ids))):
        subjects[subject.act].add((subject.table_name, subject.row_id))
    for entry in page:
        report.acts += 1
        half: Mapping[Any, Any] = private.get(entry["id"], {})
        report.erased["act"] += half.get("erased_at") is not None
        for code in _apply_entry(entry, half, subjects[entry["id"]], rows, centre):
            report.add(Problem(code, "act", entry["id"]))


def _apply_entry(
    entry: Mapping[Any, Any],
    private: Mapping[Any, Any],
    subjects: set[tuple[str, str]],
    rows: MemoryRows,
    centre: Centre,
) -> Iterator[str]:
    """Apply one act to the rows; the codes of what is wrong with it."""
    try:
        act = Act(
            id=entry["id"],
            kind=entry["kind"],
            changes=tuple(decode_changes(journal.join(entry["changes"], private.get("changes", [])))),
            note=private.get("note"),
            occurred_at=entry["occurred_at"],
            claimed_by=entry["claimed_by"],
            source=Source(entry["source"]),
            format=entry["format"],
        )
        numbers = {
            row: (date.fromisoformat(day), int(serial)) for row, (day, serial) in entry["numbers"].items()
        }
    except (BadActError, ValueError):
        yield "unreadable"
        return
    context = Context(entry["author"], frozenset(), entry["recorded_at"], centre.zone, centre.training)
    try:
        outcome = apply(rows, act, context, judge=False, numbers=numbers)
    except KeyError:  # an incident that the journal gives no number
        yield "unreadable"
        return
    if not isinstance(outcome, Applied):
        yield "refused"
        return
    for table, row, values, _ in outcome.writes:
        rows.put(table, row, values)
    if set(outcome.subjects) != subjects:
        yield "subjects"
    before = [{name: encode_value(value) for name, value in old.items()} for old in outcome.before]
    told = journal.join(entry["before"], private.get("before", []))
    if [one["values"] for one in told] != before:
        yield "before"
