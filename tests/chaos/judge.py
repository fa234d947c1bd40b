"""What must hold in the end, from what desks were told and what the database says."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from desktop.domain.acts import Op
from desktop.domain.records import Value
from desktop.domain.registry import KINDS
from desktop.domain.schema import TABLES
from desktop.store.postgres.making import verify_server
from tests.chaos.record import lines
from tests.chaos.town import DATABASE, REAL
from tests.store.server import Server, connect


class Told:
    """All that desks were told, from their records."""

    def __init__(self, files: Iterable[Path]) -> None:
        self.confirmed: dict[str, dict[str, Any]] = {}
        self.refused: dict[str, str] = {}
        """Kind and reason of what was refused, by act."""
        self.waiting: set[str] = set()
        """Acts that desks still show to be decided on: the database refused them later."""
        self.boards: dict[str, list[str]] = {}
        self.faults: list[str] = []
        self.counts: Counter[str] = Counter()
        for file in files:
            for line in lines(file):
                self._take(line)

    def _take(self, line: Mapping[str, Any]) -> None:
        if "confirmed" in line:
            self.confirmed[line["confirmed"]] = dict(line)
            self.counts["again"] += line["again"]
        elif "refused" in line:
            self.refused[line["refused"]] = f"{line['kind']}, {line['code']}"
            self.counts[f"refused: {line['code']}"] += 1
        elif "unanswered" in line:
            self.counts["unanswered"] += 1
        elif "failed" in line:
            self.counts[f"failed: {line['failed']}"] += 1
        elif "did" in line:
            self.counts["done" if "refusal" not in line else "done, refused"] += 1
            self.counts[f"did: {line['did']}"] += "refusal" not in line
        elif "waiting" in line:
            self.waiting.update(line["waiting"])
            self.counts["wait for a decision"] += len(line["waiting"])
        elif "board" in line:
            self.boards[line["board"]] = line["differs"]
        elif "fault" in line:
            self.faults.append(line["fault"])


async def judge(primary: Server, told: Told, logins: Collection[str]) -> list[str]:
    """Everything that is wrong."""
    wrong = [*told.faults, *_boards(told, logins), *idle(told, len(logins))]
    connection = await connect(primary, DATABASE)
    try:
        acts = [
            dict(one)
            for one in await connection.fetch(
                "select a.id::text, a.kind, coalesce(a.claimed_by, a.author) as author,"
                " a.changes::text, p.note"
                " from kulkul.act a left join kulkul.act_private p on p.act = a.id order by a.sequence"
            )
        ]
        given = await connection.fetch("select id::text, day, serial from kulkul.incident")
        aliases = await connection.fetch("select incident::text, number from kulkul.incident_alias")
    finally:
        await connection.close()
    wrong += confirmed(told, acts)
    found: dict[str, set[str]] = defaultdict(set)
    for one in given:
        found[one["id"]].add(REAL.number(one["day"], one["serial"]).full)
    for one in aliases:
        found[one["incident"]].add(one["number"])
    wrong += numbers(told, found)
    wrong += double_bookings(acts)
    report = await verify_server(primary.url(DATABASE))
    wrong += [f"verify: {one}" for one in report.problems]
    told.counts["acts in the database"] = len(acts)
    return wrong


def _boards(told: Told, logins: Iterable[str]) -> Iterator[str]:
    for login in logins:
        differs = told.boards.get(login)
        if differs is None:
            yield f"the board of {login} was not compared"
        elif differs:
            yield f"the board of {login} differs: {differs[:5]}"


def idle(told: Told, desks: int) -> Iterator[str]:
    """A run in which next to nothing was done has shown nothing, whatever held."""
    if len(told.confirmed) < desks:
        yield f"{desks} desks had only {len(told.confirmed)} acts confirmed: {dict(told.counts)}"


def confirmed(told: Told, acts: list[dict[str, Any]]) -> Iterator[str]:
    there = {one["id"]: one for one in acts}
    notes = Counter(one["note"] for one in acts if one["note"] is not None)
    for act, line in told.confirmed.items():
        found = there.get(act)
        if found is None and act in told.waiting:
            continue
        if found is None:
            yield f"a confirmed act is lost: {act} {line['kind']} of {line['author']}"
        elif (found["kind"], found["author"]) != (line["kind"], line["author"]):
            yield f"a confirmed act is another: {act}"
        elif line["note"] is not None and notes[line["note"]] != 1:
            yield f"what {act} said is there {notes[line['note']]} times"
    for act in told.refused.keys() & there.keys() - told.confirmed.keys():
        yield f"a refused act was written: {act} {told.refused[act]}"


def numbers(told: Told, found: Mapping[str, set[str]]) -> Iterator[str]:
    """Numbers that were said of an incident and do not lead to it, or lead to two."""
    said: dict[str, set[str]] = defaultdict(set)
    for act, line in told.confirmed.items():
        if act in told.waiting:
            continue
        for incident, (day, serial) in line["numbers"].items():
            number = REAL.number(date.fromisoformat(day), serial).full
            said[number].add(incident)
            if number not in found.get(incident, ()):
                yield f"{incident} was said to be {number} and is {found.get(incident)}"
    for number, incidents in said.items():
        if len(incidents) > 1:
            yield f"{number} was given to {sorted(incidents)}"


def double_bookings(acts: list[dict[str, Any]]) -> Iterator[str]:
    """Units that had two running assignments after some act."""
    unit_of: dict[str, str] = {}
    running: dict[str, set[str]] = defaultdict(set)
    defaults = {column.name: column.default for column in TABLES["assignment"].columns}
    for act in acts:
        touched = set()
        for change in json.loads(act["changes"]):
            if change["table"] != "assignment":
                continue
            op = Op(change["op"])
            allowed = KINDS[act["kind"]].allowed("assignment", op)
            assert allowed is not None
            values: dict[str, Value] = {**change["values"], **allowed.fixed}
            row = change["row"]
            if op is Op.INSERT:
                values = {**defaults, **values}
                unit_of[row] = str(values["unit"])
            if "state" in values:
                of_unit = running[unit_of[row]]
                (of_unit.add if values["state"] == "running" else of_unit.discard)(row)
                touched.add(unit_of[row])
        for unit in touched:
            if len(running[unit]) > 1:
                yield f"{unit} had {len(running[unit])} assignments after {act['id']} {act['kind']}"
