"""Acts as JSON, there and back."""

import json
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.acts import Act, BadActError, Change, Op, Source, decode, decode_value, encode
from desktop.domain.clock import FIRST_MOMENT, LAST_MOMENT
from desktop.domain.form import unfit
from desktop.domain.records import Column, Kind
from desktop.domain.schema import TABLES
from tests.domain.lawful import LAWFUL, Lawful
from tests.domain.lawful_units import LAWFUL_UNITS
from tests.domain.world import NOW, named

WITA = timezone(timedelta(hours=8))

_FIRST = FIRST_MOMENT.replace(tzinfo=None) + timedelta(days=1)
_LAST = LAST_MOMENT.replace(tzinfo=None) - timedelta(days=1)
_moments = st.datetimes(_FIRST, _LAST, timezones=st.sampled_from([UTC, WITA]))
_texts = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=20)
_numbers = st.floats(-(2**53), 2**53, allow_nan=False)
_values = {
    Kind.TEXT: _texts,
    Kind.UUID: st.uuids().map(str),
    Kind.INTEGER: st.integers(-(2**31), 2**31 - 1),
    Kind.REAL: _numbers,
    Kind.BOOLEAN: st.booleans(),
    Kind.TIME: _moments,
    Kind.DATE: st.dates(_FIRST.date(), _LAST.date()),
    Kind.JSON: st.dictionaries(
        _texts, st.none() | _texts | _numbers | st.lists(_texts, max_size=3), max_size=3
    ),
}


def _change(table: str) -> st.SearchStrategy[Change]:
    columns: dict[str, Column] = dict(TABLES[table].by_name)
    values = st.fixed_dictionaries(
        {}, optional={name: st.none() | _values[column.kind] for name, column in columns.items()}
    )
    rows = st.uuids().map(str)
    inserts = st.builds(Change, st.just(table), st.just(Op.INSERT), rows, values)
    bases = st.dictionaries(st.sampled_from(["place", "end", "state"]), st.none() | rows, max_size=2)
    return inserts | st.builds(Change, st.just(table), st.just(Op.UPDATE), rows, values, bases)


acts = st.builds(
    Act,
    id=st.uuids().map(str),
    kind=st.sampled_from(["incident.opened", "unit.moved"]),
    changes=st.lists(st.sampled_from(sorted(TABLES)).flatmap(_change), max_size=4).map(tuple),
    note=st.none() | _texts,
    occurred_at=st.none() | _moments,
    claimed_by=st.none() | _texts,
    source=st.sampled_from(Source),
)


@given(acts)
def test_an_act_comes_back_from_json_as_it_was(act: Act) -> None:
    assert unfit(act) is None
    assert decode(json.loads(json.dumps(encode(act)))) == act


@pytest.mark.parametrize("line", [*LAWFUL, *LAWFUL_UNITS], ids=lambda line: line.name)
def test_every_lawful_act_comes_back_from_json(line: Lawful) -> None:
    act = line.make(line.world())
    assert decode(json.loads(json.dumps(encode(act), allow_nan=False))) == act


def test_times_are_written_in_utc_with_microseconds() -> None:
    act = Act(named("x"), "unit.moved", (), occurred_at=datetime(2026, 11, 24, 22, 30, tzinfo=WITA))
    assert encode(act)["occurred_at"] == "2026-11-24T14:30:00.000000+00:00"


def _json(**changed: object) -> dict[str, object]:
    change = {"table": "unit", "op": "update", "row": "E1", "values": {"rank": 3}, "base": {"crew": None}}
    act = {"id": named("x"), "format": 1, "kind": "unit.moved", "source": "typed", "changes": [change]}
    return {**act, **changed}


def _with_change(**changed: object) -> dict[str, object]:
    change = {"table": "unit", "op": "insert", "row": "E1", "values": {}}
    return _json(changes=[{**change, **changed}])


BAD: dict[str, object] = {
    "no object": [],
    "no act": {},
    "another format": _json(format=2),
    "a format that is true": _json(format=True),
    "no source": _json(source="hearsay"),
    "a kind that is no text": _json(kind=5),
    "an id that is no text": _json(id=None),
    "a note that is no text": _json(note=5),
    "a claim that is no text": _json(claimed_by=[]),
    "changes that are no list": _json(changes={}),
    "a change that is no object": _json(changes=["x"]),
    "a table that nobody knows": _with_change(table="pg_class"),
    "a table that is a list": _with_change(table=[]),
    "an op that nobody knows": _with_change(op="delete"),
    "a row that is no text": _with_change(row=5),
    "values that are a list": _with_change(values=[]),
    "a column that nobody knows": _with_change(values={"last_act": None}),
    "a text where a number belongs": _with_change(values={"rank": "3"}),
    "a base that is a list": _with_change(base=[5]),
    "a base of numbers": _with_change(base={"crew": 5}),
    "a time without offset": _json(occurred_at="2026-11-24T10:00:00"),
    "a time that is a date": _json(occurred_at="2026-11-24"),
    "no such day": _json(occurred_at="2026-02-30T10:00:00Z"),
    "a second too many": _json(occurred_at="2026-02-20T10:00:60Z"),
    "the end of time": _json(occurred_at="infinity"),
    "now": _json(occurred_at="now"),
    "long ago": _json(occurred_at="0001-01-01T00:00:00+05:00"),
    "a far offset": _json(occurred_at="2026-11-24T10:00:00+16:00"),
    "Eastern digits": _json(occurred_at="\u0662\u0660\u0662\u0666-11-24T10:00:00Z"),
}


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_what_is_no_act_is_said(data: object) -> None:
    with pytest.raises(BadActError):
        decode(data)


def test_a_bad_value_is_not_repeated_in_the_error() -> None:
    number = TABLES["call_private"].by_name["number"]
    with pytest.raises(BadActError, match="number") as caught:
        decode_value(number, 81234567890)
    assert "81234567890" not in str(caught.value)


def test_numbers_too_large_for_a_float_are_no_reals() -> None:
    latitude = TABLES["incident"].by_name["latitude"]
    with pytest.raises(BadActError):
        decode_value(latitude, 10**400)


def test_whole_numbers_are_reals_too() -> None:
    assert decode_value(TABLES["incident"].by_name["latitude"], -8) == -8.0
    assert decode(_json(occurred_at="2026-11-24T22:30:00+08:00")).occurred_at == NOW
