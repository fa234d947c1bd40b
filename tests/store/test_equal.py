"""One table of acts: tables in memory, SQLite and PostgreSQL give equal state and equal refusals."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import pytest

from desktop.domain.acts import Act, BadActError, Refusal, Result, decode, encode
from desktop.domain.apply import Applied
from desktop.domain.clock import FIRST_MOMENT, LAST_MOMENT
from desktop.domain.form import unfit
from desktop.domain.registry import KINDS
from desktop.domain.schema import TABLES
from desktop.store.journal import size
from tests.domain.alarm_acts import GUARDED_ALARMS, LAWFUL_ALARMS
from tests.domain.calling_back_acts import GUARDED_CALLING_BACK, LAWFUL_CALLING_BACK
from tests.domain.card_acts import GUARDED_CARDS, LAWFUL_CARDS
from tests.domain.contact_acts import GUARDED_CONTACTS, LAWFUL_CONTACTS
from tests.domain.erasing import GUARDED_ERASURE, LAWFUL_ERASURE
from tests.domain.going_back_acts import GUARDED_GOING_BACK, LAWFUL_GOING_BACK
from tests.domain.guarded import GUARDED, Guarded
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
from tests.domain.test_acts import BAD
from tests.domain.told_acts import GUARDED_TOLD, LAWFUL_TOLD
from tests.domain.unlawful import Shown, Spoilt, spoil
from tests.domain.warning_acts import GUARDED_WARNINGS, LAWFUL_WARNINGS
from tests.domain.world import NOW, World, again, furnished, named, open_incident, stopped_clock, take
from tests.store.trio import Trio

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


@cache
def _first_shown() -> Mapping[Lawful, list[Spoilt]]:
    """What spoils each lawful act and shows what no line before it shows."""
    found: dict[Lawful, list[Spoilt]] = {}
    shown: set[Shown] = set()
    for line in ALL_LAWFUL:
        found[line] = []
        for spoilt in spoil(line.make(line.world()), line.login):
            if spoilt.shows not in shown:
                shown.add(spoilt.shows)
                found[line].append(spoilt)
    return found


@pytest.mark.parametrize("line", ALL_LAWFUL, ids=lambda line: line.name)
def test_spoilt_acts_are_refused_and_the_lawful_one_is_taken_once(line: Lawful, trio: Trio) -> None:
    world = line.world()
    trio.begin(world)
    act = line.make(world)
    all_spoilt = _first_shown()[line]
    answers = trio.submit_each([(spoilt.act, spoilt.login) for spoilt in all_spoilt])
    for spoilt, answer in zip(all_spoilt, answers, strict=True):
        if spoilt.code == "too_big":
            assert answer == Refusal("too_big")
        else:
            assert answer == world.judge(spoilt.act, spoilt.login), spoilt.name
    _the_server_itself_finds([spoilt for spoilt in all_spoilt if spoilt.code == "form"], trio)
    _is_taken_once(act, line.login, world, trio)


def _is_taken_once(act: Act, login: str, world: World, trio: Trio) -> None:
    assert isinstance(world.submit(act, login), Applied)
    answer = trio.submit(act, login)
    assert isinstance(answer, Result)
    assert not answer.again
    repeated = trio.submit(act, login)
    assert isinstance(repeated, Result)
    assert repeated.again
    assert trio.submit(act, "hana") == Refusal("id_used", act=act.id)
    once_more = again(act)
    if isinstance(world.judge(once_more, login), Applied):  # it writes over what is to be seen here
        trio.same_as(world)
    outcome = world.submit(once_more, login)
    answer = trio.submit(once_more, login)
    assert outcome == answer if isinstance(outcome, Refusal) else isinstance(answer, Result)
    trio.same_as(world)


def _the_server_itself_finds(unfit_acts: list[Spoilt], trio: Trio) -> None:
    """What is no act it refuses also where no desk looked at it first."""
    sent = [(spoilt, data) for spoilt in unfit_acts if (data := _json(spoilt.act)) is not None]
    answers = trio.postgres.submit_json([(data, spoilt.login) for spoilt, data in sent])
    for (spoilt, data), answer in zip(sent, answers, strict=True):
        if answer is None:  # NUL and halves of characters are no JSON for it
            continue
        problem = unfit(spoilt.act)
        assert problem is not None
        assert Refusal(**answer["refused"]).code == "form", spoilt.name
        if problem.column in data["changes"][0]["values"]:
            assert Refusal(**answer["refused"]) == problem, spoilt.name


def _json(act: Act) -> dict[str, Any] | None:
    """The act as JSON, where it can be said in JSON that it is none."""
    try:
        data: dict[str, Any] = json.loads(json.dumps(encode(act), allow_nan=False))
    except (TypeError, ValueError, OverflowError):
        return None
    try:
        decode(data)
    except BadActError:
        return data
    return None


@pytest.mark.parametrize("line", ALL_GUARDED, ids=lambda line: line.name)
def test_guarded_acts(line: Guarded, trio: Trio) -> None:
    world = line.world()
    trio.begin(world)
    act = line.make(world)
    assert trio.submit(act, line.login) == world.judge(act, line.login)
    trio.same_as(world)


@pytest.mark.parametrize("data", BAD.values(), ids=BAD)
def test_what_is_no_act(data: Any, trio: Trio) -> None:
    trio.begin(furnished())
    answer = trio.postgres.submit_json([(data, "hana")])[0]
    assert answer is not None
    # What decode() finds wrong with tables and columns the server says in apply's own words.
    assert answer["refused"]["code"] in ("form", "format", "count")
    with pytest.raises(BadActError):
        decode(data)


def test_the_server_has_the_domains_own_rules(trio: Trio) -> None:
    allowed = {
        (kind.name, one.table, one.op.value): (sorted(one.fields), sorted(one.needed))
        for kind in KINDS.values()
        for one in kind.allows
    }
    columns = {(table.name, one.name): one.kind.value for table in TABLES.values() for one in table.columns}
    found = trio.postgres.rules()
    assert {tuple(key): (sorted(may), sorted(must)) for *key, may, must in found["allowed"]} == allowed
    assert {(table, name): kind for table, name, kind in found["columns"]} == columns


def test_the_same_act_in_other_words_is_another(trio: Trio) -> None:
    trio.begin(furnished())
    other = encode(stopped_clock())
    other["changes"][0]["values"]["rate"] = 1
    answer = trio.postgres.submit_json([(other, "citra")])[0]
    assert answer is not None
    assert answer["refused"]["code"] == "id_used"
    assert answer["refused"]["act"] == named("clock")


def test_the_look_up_knows_an_areas_new_name(trio: Trio) -> None:
    world = furnished()
    open_incident(world)
    kind = "reference.loaded"
    renamed = world.update(kind, "area", "51.71.02.1003", name="Pemecutan Kaja")
    world.must("dewa", world.act(kind, renamed))
    trio.begin(world)
    trio.same_as(world)
    texts = {row["row_id"]: row["body"] for row in trio.postgres.journal()["search_row"]}
    assert texts[named("i1")] == "dp 261124-001 24-001 \n gg. mawar 5 \n pemecutan kaja"


@pytest.mark.parametrize(("beyond", "refused"), [(0, False), (1, True)])
def test_both_databases_measure_an_act_alike(beyond: int, refused: bool, trio: Trio) -> None:
    world = furnished()
    open_incident(world)
    trio.begin(world)
    kind = "incident.described"
    facts: dict[str, Any] = {
        "x": "",
        "latitude": -8.65,
        "all": [1, True, None, "\u00e9\n\t\x01\x7f\U0001f525"],
    }
    act = world.act(kind, world.update(kind, "incident", "i1", facts=facts))
    facts["x"] = "y" * (KINDS[kind].size - size(act) + beyond)
    assert size(act) == KINDS[kind].size + beyond
    answer = trio.submit(act, "ani")
    assert (answer == Refusal("too_big")) is refused


@pytest.mark.parametrize(
    ("real", "training", "rate"),
    [
        (NOW, NOW, 0.0),
        (FIRST_MOMENT, NOW, 100_000.0),
        (NOW - timedelta(days=1), datetime(2020, 4, 1, 8, tzinfo=UTC), 1.0),
        (LAST_MOMENT, NOW, 100_000.0),
    ],
)
def test_both_databases_read_the_exercises_clock_alike(
    real: datetime, training: datetime, rate: float, trio: Trio
) -> None:
    world = furnished()
    kind = "clock.set"
    values: dict[str, Any] = {"anchor_real": real, "anchor_training": training, "rate": rate}
    trio.begin(world)
    world.must("citra", world.act(kind, world.update(kind, "clock", "clock", **values)))
    assert isinstance(trio.submit(world.done[-1][0], "citra"), Result)
    take(world, "c1")
    act, login = world.done[-1]
    moments = [one.submit(act, login) for one in (trio.sqlite, trio.postgres)]
    shown = [one.recorded_at for one in moments if isinstance(one, Result)]
    assert len(shown) == 2
    assert abs(shown[0] - shown[1]) < timedelta(seconds=10)
    assert abs(shown[0] - world.now()) < timedelta(seconds=10)
