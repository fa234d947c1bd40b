"""Who may do what, as a table; and what the declarations must keep."""

import pytest

from desktop.domain.acts import Op
from desktop.domain.board import ENDING_NONE
from desktop.domain.guards import GUARDS
from desktop.domain.kinds import ActKind, Allowed, check
from desktop.domain.records import Record, table_of
from desktop.domain.reference import Role
from desktop.domain.registry import KINDS
from desktop.domain.schema import RECORDS, SIDE_TABLES, TABLES

#                          taker dispatcher supervisor administrator
ROLES = """
    call.taken               x       x          x          .
    call.described           x       x          x          .
    call.held                x       x          x          .
    call.resumed             x       x          x          .
    call.hung_up             x       x          x          .
    call.finished            x       x          x          .
    call.broken_off          x       x          x          .
    call.ended               x       x          x          .
    call.end_undone          x       x          x          .
    call.joined              x       x          x          .
    call.parted              x       x          x          .
    number.blocked           x       x          x          .
    block.lifted             x       x          x          .
    incident.opened          x       x          x          .
    incident.described       x       x          x          .
    incident.taken           x       x          x          .
    incident.released        x       x          x          .
    incident.alarm_set       .       x          x          .
    incident.closed          .       x          x          .
    incident.reopened        .       x          x          .
    incident.merged          .       x          x          .
    incident.related         x       x          x          .
    incident.copied          x       x          x          .
    incident.numbered        x       x          x          .
    incident.glass_broken    x       x          x          .
    note.added               x       x          x          .
    note.struck              x       x          x          .
    referral.made            .       x          x          .
    referral.told_again      .       x          x          .
    referral.accepted        .       x          x          .
    referral.refused         .       x          x          .
    referral.departed        .       x          x          .
    referral.arrived         .       x          x          .
    referral.finished        .       x          x          .
    referral.withdrawn       .       x          x          .
    referral.confirmed       .       x          x          .
    referral.unconfirmed     .       x          x          .
    plans.put_in_force       .       .          .          x
    referral.leads           .       x          x          .
    unit.assigned            .       x          x          .
    unit.gone_back           .       x          x          .
    unit.queued              .       x          x          .
    unit.unqueued            .       x          x          .
    unit.diverted            .       x          x          .
    unit.occupied            .       x          x          .
    unit.under_way           .       x          x          .
    unit.on_scene            .       x          x          .
    unit.transporting        .       x          x          .
    unit.at_hospital         .       x          x          .
    unit.returning           .       x          x          .
    unit.available           .       x          x          .
    unit.cancelled           .       x          x          .
    unit.out_of_service      .       x          x          .
    unit.off_duty            .       x          x          .
    unit.moved               .       x          x          .
    destination.set          .       x          x          .
    stamp.corrected          .       x          x          .
    reference.loaded         .       .          .          x
    card.approved            .       .          x          .
    card.withdrawn           .       .          x          .
    clock.set                .       .          x          x
    restore.decided          .       .          x          x
    kept.put_away            x       x          x          x
    personal.erased          .       .          x          x
    place.kept               x       x          x          .
    place.corrected          .       x          x          .
    place.changed            .       x          x          .
    place.withdrawn          .       x          x          .
    warning.made             x       x          x          .
    warning.changed          .       x          x          .
    warning.withdrawn        .       x          x          .
    warning.read             .       x          x          .
    block.overruled          x       x          x          .
    call_back.begun          x       x          x          .
    call_back.given_up       x       x          x          .
    hospital.full            x       x          x          .
    hospital.takes_again     x       x          x          .
    hospital.told            .       x          x          .
    hospital.confirmed       .       x          x          .
    patients.counted         .       x          x          .
    unit.handed_over         .       x          x          .
    distress.raised          x       x          x          x
    distress.taken           x       x          x          .
    distress.over            x       x          x          .
    distress.false_alarm     x       x          x          .
    reminder.set             x       x          x          .
    reminder.put_off         x       x          x          .
    reminder.done            x       x          x          .
    message.sent             x       x          x          .
    message.read             x       x          x          .
    alarm.taken              x       x          x          .
    unit.well                .       x          x          .
    contact.tried            x       x          x          .
    text.told                .       x          x          .
    crew.signed_on           .       x          x          .
    crew.relieved            .       x          x          .
    crew.signed_off          .       x          x          .
    handover.given           x       x          x          .
    handover.taken           x       x          x          .
    incident.taken_over      .       .          x          .
"""
_COLUMNS = (Role.CALL_TAKER, Role.DISPATCHER, Role.SUPERVISOR, Role.ADMINISTRATOR)


def test_kinds_and_roles() -> None:
    lines = [line.split() for line in ROLES.strip().splitlines()]
    table = {
        name: {role for role, mark in zip(_COLUMNS, marks, strict=True) if mark == "x"}
        for name, *marks in lines
    }
    assert table == {name: set(kind.roles) for name, kind in KINDS.items()}


def test_nobody_who_only_reads_may_write() -> None:
    assert not any(kind.roles & {Role.AUDITOR, Role.WALL} for kind in KINDS.values())


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_declarations(kind: ActKind) -> None:
    assert set(kind.guards) <= set(GUARDS)
    pairs = [(allowed.table, allowed.op) for allowed in kind.allows]
    assert len(pairs) == len(set(pairs))
    for allowed in kind.allows:
        columns = TABLES[allowed.table].by_name
        given = set(allowed.fields)
        assert set(allowed.needed) <= given
        assert not given & {*allowed.fixed, *allowed.authored, *allowed.stamps}
        if allowed.op is Op.UPDATE:
            assert all(columns[name].group for name in allowed.written(given)), "written once, at insert"
        else:
            required = {
                name for name, one in columns.items() if one.ref and not one.nullable and one.default == ""
            }
            assert required <= {*allowed.needed} or kind.name == "reference.loaded"


def test_a_kind_that_names_what_no_table_has_is_found_when_loaded() -> None:
    with pytest.raises(ValueError, match="no"):
        check(ActKind("x", frozenset(), (Allowed("unit", Op.INSERT, ("colour",)),)))


@pytest.mark.parametrize("cls", RECORDS, ids=lambda cls: cls.__name__)
def test_tables_refer_to_themselves_or_to_those_before(cls: type[Record]) -> None:
    table = table_of(cls)
    names = list(TABLES)
    before = set(names[: names.index(table.name) + 1])
    assert {column.ref for column in table.columns if column.ref} <= before
    assert table.personal == (table.name in SIDE_TABLES)


@pytest.mark.parametrize("name", sorted(ENDING_NONE))
def test_a_kind_after_which_no_calls_are_counted_ends_none(name: str) -> None:
    allows = [one for one in KINDS[name].allows if one.table == "call"]
    assert allows
    for one in allows:
        assert "call_type" not in one.written(set(one.fields))
        assert one.op is Op.INSERT or "answered_at" not in one.written(set(one.fields))
