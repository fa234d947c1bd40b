"""`apply` over tables in memory: every kind of act, every refusal."""

import pytest

from desktop.domain.acts import Act, Change, Op, Refusal
from desktop.domain.apply import Applied, Context, apply
from desktop.domain.guards import GUARDS
from desktop.domain.kinds import Allowed
from desktop.domain.registry import KINDS
from desktop.domain.rows import Overlay, Rows
from desktop.domain.schema import TABLES
from tests.domain.alarm_acts import GUARDED_ALARMS, LAWFUL_ALARMS
from tests.domain.calling_back_acts import GUARDED_CALLING_BACK, LAWFUL_CALLING_BACK
from tests.domain.card_acts import GUARDED_CARDS, LAWFUL_CARDS
from tests.domain.contact_acts import GUARDED_CONTACTS, LAWFUL_CONTACTS
from tests.domain.erasing import GUARDED_ERASURE, LAWFUL_ERASURE
from tests.domain.going_back_acts import GUARDED_GOING_BACK, LAWFUL_GOING_BACK
from tests.domain.guarded import GUARDED, Guarded, row_of
from tests.domain.guarded_calls import GUARDED_CALLS
from tests.domain.guarded_merging import GUARDED_MERGING
from tests.domain.guarded_units import GUARDED_UNITS
from tests.domain.hospital_acts import GUARDED_HOSPITALS, LAWFUL_HOSPITALS
from tests.domain.keeping_places import GUARDED_PLACES, LAWFUL_PLACES
from tests.domain.lawful import LAWFUL, Lawful
from tests.domain.lawful_units import LAWFUL_UNITS
from tests.domain.memo_acts import GUARDED_MEMOS, LAWFUL_MEMOS
from tests.domain.safety_acts import GUARDED_SAFETY, LAWFUL_SAFETY
from tests.domain.shift_acts import GUARDED_SHIFTS, LAWFUL_SHIFTS
from tests.domain.told_acts import GUARDED_TOLD, LAWFUL_TOLD
from tests.domain.unlawful import spoil
from tests.domain.warning_acts import GUARDED_WARNINGS, LAWFUL_WARNINGS
from tests.domain.world import (
    CENTRE,
    LOGINS,
    NOW,
    World,
    again,
    furnished,
    insert,
    named,
    open_incident,
    take,
)

ALL_LAWFUL = (
    *LAWFUL,
    *LAWFUL_UNITS,
    *LAWFUL_ERASURE,
    *LAWFUL_CONTACTS,
    *LAWFUL_PLACES,
    *LAWFUL_WARNINGS,
    *LAWFUL_CALLING_BACK,
    *LAWFUL_CARDS,
    *LAWFUL_HOSPITALS,
    *LAWFUL_MEMOS,
    *LAWFUL_ALARMS,
    *LAWFUL_SAFETY,
    *LAWFUL_GOING_BACK,
    *LAWFUL_TOLD,
    *LAWFUL_SHIFTS,
)
ALL_GUARDED = (
    *GUARDED_CARDS,
    *GUARDED_HOSPITALS,
    *GUARDED_MEMOS,
    *GUARDED_ALARMS,
    *GUARDED_SAFETY,
    *GUARDED_SHIFTS,
    *GUARDED_GOING_BACK,
    *GUARDED,
    *GUARDED_CALLS,
    *GUARDED_MERGING,
    *GUARDED_UNITS,
    *GUARDED_ERASURE,
    *GUARDED_CONTACTS,
    *GUARDED_PLACES,
    *GUARDED_WARNINGS,
    *GUARDED_CALLING_BACK,
    *GUARDED_TOLD,
)
lawful = pytest.mark.parametrize("line", ALL_LAWFUL, ids=lambda line: line.name)
guarded = pytest.mark.parametrize("line", ALL_GUARDED, ids=lambda line: line.name)


def _allowed(act: Act, change: Change) -> Allowed:
    found = KINDS[act.kind].allowed(change.table, change.op)
    assert found is not None
    return found


def test_every_kind_has_a_lawful_act() -> None:
    world = furnished()
    assert {line.make(line.world()).kind for line in ALL_LAWFUL} == set(KINDS)
    assert world.rows.tables["unit"]["E1"]["status"] == "available"


def test_every_guard_is_at_work() -> None:
    assert set(GUARDS) == {line.code for line in ALL_GUARDED} - {
        "count",
        "row_exists",
        "unit_taken",
        "call_back_runs",
        "handover_taken",
        "handover_lapsed",
    } | {"training_only", "signed_by_giver"}
    assert {name for kind in KINDS.values() for name in kind.guards} == set(GUARDS)


@lawful
def test_a_lawful_act_writes_what_its_kind_says(line: Lawful) -> None:
    world = line.world()
    act = line.make(world)
    before = {name: {key: dict(row) for key, row in rows.items()} for name, rows in world.rows.tables.items()}
    outcome = world.submit(act, line.login)
    assert isinstance(outcome, Applied), outcome
    for change, replaced in zip(act.changes, outcome.before, strict=True):
        allowed, row = _allowed(act, change), world.rows.tables[change.table][change.row]
        expected = {
            **change.values,
            **allowed.fixed,
            **dict.fromkeys(allowed.authored, line.login),
            **dict.fromkeys([name for name in allowed.stamps if name.endswith("_at")], NOW),
        }
        assert {name: row[name] for name in expected} == expected
        table = TABLES[change.table]
        groups = table.groups if change.op is Op.INSERT else allowed.groups(set(change.values))
        assert all(row[f"{group}_act"] == act.id for group in groups)
        if change.op is Op.UPDATE:
            old = before[change.table][change.row]
            assert replaced == {name: old[name] for name in allowed.written(set(change.values))}
            untouched = {column.name for column in table.columns if column.name not in replaced}
            assert all(row[name] == old[name] for name in untouched)
            assert all(
                row[f"{group}_act"] == old[f"{group}_act"] for group in table.groups if group not in groups
            )
        else:
            assert replaced == {}
    assert all(world.rows.tables[table][row]["last_act"] == act.id for table, row in outcome.subjects)


@lawful
def test_a_spoilt_act_is_refused_and_leaves_nothing(line: Lawful) -> None:
    world = line.world()
    act = line.make(world)
    before = repr(world.rows.tables)
    for spoilt in spoil(act, line.login):
        if spoilt.code == "too_big":  # said by the database, before it judges
            continue
        outcome = world.judge(spoilt.act, spoilt.login)
        assert isinstance(outcome, Refusal), spoilt.name
        assert outcome.code == spoilt.code, spoilt.name
    assert repr(world.rows.tables) == before


@lawful
def test_a_lawful_act_done_twice_is_refused_where_it_wrote_a_row_or_a_group(line: Lawful) -> None:
    world = line.world()
    act = world.must(line.login, line.make(world))
    outcome = world.judge(again(act), line.login)
    inserts = any(change.op is Op.INSERT for change in act.changes)
    if inserts or any(change.base for change in act.changes):
        assert isinstance(outcome, Refusal)
        assert (outcome.code, outcome.act) in {("row_exists", act.id), ("changed", act.id)}
    else:
        assert isinstance(outcome, Applied)


@guarded
def test_a_guard_refuses_and_says_where(line: Guarded) -> None:
    world = line.world()
    outcome = world.judge(line.make(world), line.login)
    assert isinstance(outcome, Refusal), line.name
    assert outcome.code == line.code
    if line.table is not None:
        assert outcome.table == line.table
        assert outcome.column == line.column
    if line.row is not None:
        assert outcome.row == row_of(line)


def test_a_closed_incident_names_the_act_that_closed_it() -> None:
    line = next(line for line in GUARDED if line.name == "a closed one taken")
    world = line.world()
    closing = world.done[-1][0]
    outcome = world.judge(line.make(world), line.login)
    assert outcome == Refusal("incident_open", "incident", named("i1"), act=closing.id)


def test_only_a_training_centre_sets_its_clock() -> None:
    world = furnished()
    clock = next(line for line in LAWFUL_UNITS if line.name == "the clock set anew").make(world)
    context = Context("citra", LOGINS["citra"], NOW, CENTRE.zone, training=False)
    assert apply(world.rows, clock, context) == Refusal("training_only")


def test_restricted_is_lifted_by_a_supervisor() -> None:
    world = furnished()
    open_incident(world)
    kind = "incident.described"
    for login, value in (("ani", True), ("citra", False)):
        world.must(login, world.act(kind, world.update(kind, "incident", "i1", restricted=value)))
    assert world.row("incident", "i1")["restricted"] is False


def test_numbers_follow_the_citys_day_and_its_serial() -> None:
    world = furnished()
    for place in range(2):
        open_incident(world, f"i{place}", f"c{place}")
    first, second = world.row("incident", "i0"), world.row("incident", "i1")
    assert (first["serial"], second["serial"]) == (1, 2)
    assert str(first["day"]) == "2026-11-24"  # 14.30 UTC is 22.30 in Denpasar


def test_a_replayed_act_is_not_judged_and_gets_its_number() -> None:
    world = furnished()
    take(world)
    opening = next(line for line in LAWFUL if line.name == "an incident").make(world)
    context = Context("nobody", frozenset(), NOW, CENTRE.zone)
    numbers = {named("i1"): (NOW.date(), 77)}
    outcome = apply(world.rows, opening, context, judge=False, numbers=numbers)
    assert isinstance(outcome, Applied)
    assert outcome.numbers == numbers
    assert ("incident", named("i1")) in {(table, row) for table, row, _, _ in outcome.writes}


def test_an_act_about_a_call_is_about_its_incident() -> None:
    world = furnished()
    open_incident(world)
    kind = "call.described"
    act = world.act(kind, world.update(kind, "call_private", "c1", name="Ketut"))
    outcome = world.submit(act, "ani")
    assert isinstance(outcome, Applied)
    assert outcome.subjects == (("call", named("c1")), ("incident", named("i1")))
    assert world.row("incident", "i1")["last_act"] == act.id


def test_a_merged_incidents_rows_are_about_both() -> None:
    line = next(line for line in LAWFUL if line.name == "a merge")
    world = line.world()
    outcome = world.submit(line.make(world), line.login)
    assert isinstance(outcome, Applied)
    about = {
        ("incident", named("i1")),
        ("incident", named("i2")),
        ("unit", "E1"),
        ("call", named("call of i1")),
    }
    assert set(outcome.subjects) == about


def test_the_overlay_hides_nothing_of_what_lies_below() -> None:
    world = furnished()
    rows: Rows = world.rows
    overlay = Overlay(rows)
    assert set(overlay.find("unit", "status", "available")) == {"E1", "E2", "E3", "A1"}
    overlay.put("unit", "E1", {"status": "off_duty"})
    overlay.put("unit", "E8", {"status": "available"})
    assert set(overlay.find("unit", "status", "available")) == {"E2", "E3", "A1", "E8"}
    assert overlay.get("unit", "E1") == {**world.rows.tables["unit"]["E1"], "status": "off_duty"}
    assert world.rows.tables["unit"]["E1"]["status"] == "available"
    written = {(table, row): new for table, row, _, new in overlay.writes()}
    assert written == {("unit", "E1"): False, ("unit", "E8"): True}


def test_tables_in_memory_find_rows_by_what_they_now_hold() -> None:
    world = World()
    rows = world.rows
    assert rows.find("unit", "status", "off_duty") == {}
    rows.put("unit", "E1", {"status": "off_duty"})
    rows.put("unit", "E1", {"rank": 3})
    assert set(rows.find("unit", "status", "off_duty")) == {"E1"}
    rows.put("unit", "E1", {"status": "available"})
    assert rows.find("unit", "status", "off_duty") == {}
    assert rows.find("unit", "status", "available") == {"E1": {"status": "available", "rank": 3}}


def test_a_row_that_comes_before_what_it_refers_to_is_lawful() -> None:
    world = furnished()
    child = insert("area", "51.71.09.1001", name="Kampung", parent="51.71.09")
    parent = insert("area", "51.71.09", name="Kecamatan", level="kecamatan")
    world.must("dewa", world.act("reference.loaded", child, parent))
    assert world.rows.tables["area"]["51.71.09.1001"]["parent"] == "51.71.09"
