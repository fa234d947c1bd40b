"""Of which places a warning is and which wait to be read; who waits on hold, who is called back first."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from desktop.domain.board import CallEntry
from desktop.domain.calling_back import NOBODY_TO_CALL, asking_calls, lost_calls, near_in_time
from desktop.domain.calls import Call, CallPrivate, CallType
from desktop.domain.distance import metres_between
from desktop.domain.holding import Waiting, held, waiting
from desktop.domain.incidents import Incident
from desktop.domain.records import Row, Value
from desktop.domain.warnings import (
    PlaceWarning,
    PlaceWarningPrivate,
    WarningEntry,
    WarningRead,
    WarningState,
    place_key,
    unread,
    warnings_for,
    warns_of,
)
from tests.domain.world import NOW

HERE = {"latitude": -8.65, "longitude": 115.2}


def row(**values: Value) -> Row:
    """A place."""
    empty: dict[str, Value] = dict.fromkeys(("latitude", "longitude", "address", "area"))
    return {**empty, "radius": 100, **values}


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Jl. Gatot Subroto No. 5", "jl gatot subroto 5"),
        ("JALAN  GATOT-SUBROTO nomor 5", "jl gatot subroto 5"),
        ("Gang Mawar V", "gg mawar v"),
        ("Jl. Bonto Duri 7 Lrn. 3", "jl bonto duri 7 lr 3"),
        ("Pa'baeng-baeng", "pa baeng baeng"),
        ("—", ""),
        (None, ""),
    ],
)
def test_addresses_are_compared_by_their_words(said: str | None, key: str) -> None:
    assert place_key(said) == key


@pytest.mark.parametrize(
    ("warning", "place", "warned"),
    [
        (row(**HERE), row(latitude=-8.6508, longitude=115.2), True),
        (row(**HERE), row(latitude=-8.6508, longitude=115.2, address="Jl. Lain"), True),
        (row(**HERE), row(latitude=-8.651, longitude=115.2), False),
        (
            row(**HERE, address="Gg. Mawar 5"),
            row(latitude=-8.66, longitude=115.2, address="Gg. Mawar 5"),
            False,
        ),
        (row(**HERE, address="Gg. Mawar 5"), row(address="gang mawar 5, jl. hayam wuruk"), True),
        (row(**HERE), row(address="Gg. Mawar 5"), False),
        (row(address="Gg. Mawar 5"), row(address="Gg. Mawar 55"), False),
        (row(address="Gg. Mawar"), row(address="Gg. Mawar 55"), True),
        (row(address="Gg. Mawar 5"), row(address="Gg. Mawar"), False),
        (row(address="Gg. Mawar 5", area="1"), row(address="Gg. Mawar 5", area="2"), False),
        (row(address="Gg. Mawar 5", area="1"), row(address="Gg. Mawar 5"), True),
        (row(area="1"), row(area="1", address="Jl. Lain"), True),
        (row(area="1"), row(area="2"), False),
        (row(area="1"), row(), False),
        (row(**HERE, area="1"), row(area="1"), False),
    ],
)
def test_a_warning_is_of_a_place(warning: Row, place: Row, warned: bool) -> None:
    assert warns_of(warning, place) is warned


def test_metres() -> None:
    assert metres_between(-8.65, 115.2, -8.66, 115.2) == pytest.approx(1112, abs=1)
    assert metres_between(-8.65, 115.2, -8.65, 115.21) == pytest.approx(1099, abs=2)


def _entry(name: str, **values: object) -> WarningEntry:
    given = {"address": "Gg. Mawar 5", "critical": True, "last_act": f"act of {name}", **values}
    return WarningEntry(PlaceWarning(id=name, **given), PlaceWarningPrivate(id=name))  # type: ignore[arg-type]  # - fields of a warning


def test_what_has_to_be_read() -> None:
    entries = (
        _entry("a", critical=False),
        _entry("b"),
        _entry("c", expires_at=NOW),
        _entry("d", state=WarningState.WITHDRAWN),
        _entry("e", expires_at=NOW + timedelta(seconds=1)),
    )
    found = warnings_for(entries, row(address="Gg. Mawar 5"), NOW)
    assert [one.id for one in found] == ["b", "e", "a"]
    read = WarningRead(id="r", warning="b", incident="i", read_act="act of b")
    earlier = WarningRead(id="s", warning="e", incident="i", read_act="an earlier act")
    assert [one.id for one in unread(found, (read, earlier))] == ["e"]


def _call(name: str, **values: object) -> CallEntry:
    narrative = values.pop("narrative", None)
    number = values.pop("number", "0812")
    private = CallPrivate(id=name, number=number, narrative=narrative)  # type: ignore[arg-type]  # - fields of a call
    return CallEntry(Call(id=name, answered_at=NOW, **values), private)  # type: ignore[arg-type]  # - fields of a call


@pytest.mark.parametrize(
    ("seconds", "how"), [(0, Waiting.NOT_YET), (29, Waiting.NOT_YET), (30, Waiting.WAITS), (60, Waiting.LONG)]
)
def test_a_held_line_asks_louder(seconds: int, how: Waiting) -> None:
    assert waiting(NOW, NOW + timedelta(seconds=seconds)) is how


def test_who_waits_on_hold() -> None:
    calls = (
        _call("a", held_at=NOW),
        _call("b", held_at=NOW - timedelta(seconds=9)),
        _call("c", held_at=NOW, hung_up_at=NOW),
        _call("d"),
        _call("e", held_at=NOW, ended_at=NOW),
    )
    assert [one.id for one in held(calls)] == ["b", "a"]
    assert waiting(None, NOW) is Waiting.NOT_YET


def test_who_is_called_back_first() -> None:
    over = {"ended_at": NOW}
    calls = (
        _call("silent, old", call_type=CallType.SILENT, **over),
        _call("dropped", call_type=CallType.DROPPED, **over),
        _call("in mid-sentence", call_type=CallType.DROPPED, narrative="kebak", **over),
        _call("nobody's number", call_type=CallType.DROPPED, number=None, **over),
        _call(
            "nobody's number, in mid-sentence",
            call_type=CallType.DROPPED,
            number=None,
            narrative="ada",
            **over,
        ),
        _call("silent, noise noted", call_type=CallType.SILENT, narrative="suara jalan", **over),
        _call("nobody's number, noise", call_type=CallType.SILENT, number=None, narrative="angin", **over),
        _call("nobody's number, silent", call_type=CallType.SILENT, number=None, **over),
        _call("of an incident", call_type=CallType.DROPPED, incident="i1", **over),
        _call("runs"),
    )
    assert [one.id for one in lost_calls(calls)] == [
        "in mid-sentence",
        "of an incident",
        "nobody's number, in mid-sentence",
        "dropped",
        "nobody's number",
        "silent, noise noted",
        "silent, old",
    ]


def test_a_lost_call_of_which_nothing_is_known_asks_for_an_hour_only() -> None:
    dropped = {"ended_at": NOW, "call_type": CallType.DROPPED}
    calls = (
        _call("number", **dropped),
        _call("words", number=None, narrative="ada api di", **dropped),
        _call("incident", number=None, incident="i1", **dropped),
        _call("nothing", number=None, **dropped),
    )

    def asking(now: datetime) -> list[str]:
        return sorted(one.id for one in asking_calls(calls, now))

    assert asking(NOW) == ["incident", "nothing", "number", "words"]
    assert asking(NOW + NOBODY_TO_CALL) == ["incident", "number", "words"]
    assert "nothing" in [one.id for one in lost_calls(calls)]


def test_the_incident_near_in_time_to_a_lost_call() -> None:
    lost = _call("lost", call_type=CallType.DROPPED, number=None, ended_at=NOW)
    opened = {
        "earlier": Incident(id="earlier", opened_at=NOW - timedelta(minutes=9)),
        "nearer": Incident(id="nearer", opened_at=NOW + timedelta(minutes=2)),
        "too late": Incident(id="too late", opened_at=NOW + timedelta(minutes=11)),
    }
    near = near_in_time(lost, opened.values())
    assert near is not None
    assert near.id == "nearer"
    assert near_in_time(lost, [opened["too late"]]) is None
    own = replace(lost, call=replace(lost.call, incident="earlier"))
    found = near_in_time(own, opened.values())
    assert found is not None
    assert found.id == "earlier", "a call that has an incident names that one"
