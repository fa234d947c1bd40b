"""What an operator's role may not read, on an embedded file: masked as a server masks it.

Temporary views stand before the tables on the connections that read. They keep from the screen what is not
for it; against the owner of the file they enforce nothing.
"""

from collections.abc import Iterator

from sqlalchemy.schema import Table

from desktop.domain.disclosure import CONTACT_READERS, READER_ROLES, reads_restricted
from desktop.store.masks import MASKED
from desktop.store.submit_sqlite import Author
from desktop.store.tables import TABLES, act, act_private, search_row

_OF_MEMO = "(SELECT m.incident FROM main.memo m WHERE m.id = t.id)"
_OF_CALL = "(SELECT c.incident FROM main.call c WHERE c.id = {row})"


def needs_masks(author: Author) -> bool:
    """Whether something is to be kept from this operator."""
    return not (reads_restricted(author.roles) and author.roles & READER_ROLES)


def mask_statements(author: Author) -> Iterator[str]:
    """The statements that put the views before the tables, on one connection."""
    reads = bool(author.roles & READER_ROLES)
    for name, (_, masks) in MASKED.items():
        table = act if name == act.name else TABLES[name]
        hidden = _of_act("t.id", author) if table is act else _hidden(_incident_of(name), author)
        columns = ", ".join(
            f'CASE WHEN {hidden} THEN {masks[one.name].removesuffix("::jsonb")} ELSE t."{one.name}" END'
            f' AS "{one.name}"'
            if one.name in masks
            else f't."{one.name}"'
            for one in table.columns
        )
        yield f"CREATE TEMP VIEW {name} AS SELECT {columns} FROM main.{name} t"
    yield _left_out(TABLES["call_private"], _hidden(_OF_CALL.format(row="t.id"), author), reads)
    yield _left_out(TABLES["incident_private"], _hidden("t.id", author), reads)
    yield _left_out(TABLES["memo_private"], _hidden(_OF_MEMO, author), reads)
    yield _left_out(TABLES["contact_private"], "0", bool(author.roles & CONTACT_READERS))
    for name in ("crew_sign_private", "handover_private"):
        yield _left_out(TABLES[name], "0", reads)
    yield _left_out(act_private, _of_act("t.act", author), reads)
    of_text = f"CASE t.table_name WHEN 'incident' THEN t.row_id ELSE {_OF_CALL.format(row='t.row_id')} END"
    yield _left_out(search_row, _hidden(of_text, author), reads)


def _incident_of(name: str) -> str:
    return "t.id" if name == "incident" else "t.incident"


def _left_out(table: Table, hidden: str, reads: bool) -> str:
    """A view without the rows that are hidden; without any for who reads nothing personal."""
    condition = f"NOT {hidden}" if reads else "0"
    return f"CREATE TEMP VIEW {table.name} AS SELECT * FROM main.{table.name} t WHERE {condition}"


def _hidden(incident: str, author: Author) -> str:
    """Whether an incident is kept from the author: as reads_incident() of a server says it."""
    if reads_restricted(author.roles):
        return "0"
    known = "0"
    if author.roles & READER_ROLES:
        login = "'" + author.login.replace("'", "''") + "'"
        known = (
            f"(i.opened_by = {login}"
            f" OR EXISTS (SELECT 1 FROM main.call k WHERE k.incident = i.id AND k.operator = {login})"
            f" OR EXISTS (SELECT 1 FROM main.glass g WHERE g.incident = i.id AND g.operator = {login}))"
        )
    return f"EXISTS (SELECT 1 FROM main.incident i WHERE i.id = {incident} AND i.restricted AND NOT {known})"


def _of_act(row: str, author: Author) -> str:
    """Whether an act is about an incident that is kept from the author, also through a call."""
    about = f"CASE s.table_name WHEN 'incident' THEN s.row_id ELSE {_OF_CALL.format(row='s.row_id')} END"
    return (
        f"EXISTS (SELECT 1 FROM main.act_subject s WHERE s.act = {row}"
        f" AND s.table_name IN ('incident', 'call') AND {_hidden(about, author)})"
    )
