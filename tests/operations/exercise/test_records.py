"""Dispatch records of any city: read through a mapping, every oddity counted by its name."""

import gzip
from datetime import date, timedelta
from pathlib import Path

import pytest

from desktop.operations.exercise import events as e
from desktop.operations.exercise.events import Exercise
from desktop.operations.exercise.load import load_exercise
from desktop.operations.exercise.oddities import ODDITIES, described
from desktop.operations.exercise.problems import ExerciseError
from tests.operations.exercise import samples
from tests.operations.exercise.rig import kinds, pack_of
from tests.operations.exercise.samples import sffd_file, sffd_line

PLAIN = ("10:00:00 AM", "10:01:00 AM", "10:02:00 AM", "10:03:00 AM", "10:08:00 AM", "", "", "10:30:00 AM")


def load(folder: Path, text: str, mapping: str | None = None, *, zipped: bool = False) -> Exercise:
    path = folder / "calls.csv"
    content = text.encode()
    path.write_bytes(gzip.compress(content) if zipped else content)
    used = None
    if mapping is not None:
        used = folder / "mapping.toml"
        used.write_text(mapping, encoding="utf-8")
    return load_exercise(path, pack_of("denpasar"), used)


def told(exercise: Exercise) -> list[tuple[timedelta, str]]:
    return [(event.after, type(event).__name__) for event in exercise.events]


def statuses(exercise: Exercise) -> list[tuple[str, str, str]]:
    return [
        (one.unit, one.status.value, str(one.after))
        for one in exercise.events
        if isinstance(one, e.UnitSpoke)
    ]


def test_a_call_becomes_the_events_of_a_desk(tmp_path: Path) -> None:
    exercise = load(tmp_path, sffd_file(sffd_line("1", "E03", *PLAIN)), zipped=True)
    assert told(exercise) == [
        (timedelta(hours=10, minutes=minute), name)
        for minute, name in [
            (0, "CallTaken"),
            (1, "IncidentOpened"),
            (2, "CallFinished"),
            (2, "UnitsAssigned"),
            (3, "UnitSpoke"),
            (8, "UnitSpoke"),
            (30, "UnitSpoke"),
            (30, "IncidentClosed"),
        ]
    ]
    opened = exercise.events[1]
    assert isinstance(opened, e.IncidentOpened)
    assert (opened.category, opened.priority) == ("sick", "P1")
    assert opened.narrative == "Medical Incident. 4000 Block of INVENTED ST"
    assert opened.external == ("sffd", "1")
    assert exercise.first_day == date(2020, 4, 8)
    assert [(one.unit, one.call_sign) for one in exercise.extra_units] == [("sffd-E03", "E03")]


def test_a_call_sign_that_the_city_has_gets_another(tmp_path: Path) -> None:
    exercise = load(tmp_path, sffd_file(sffd_line("1", "A1", *PLAIN)))
    assert [(one.unit, one.call_sign) for one in exercise.extra_units] == [("sffd-A1", "A1 sffd")]


def test_units_sent_in_one_second_are_sent_in_one_act(tmp_path: Path) -> None:
    exercise = load(tmp_path, sffd_file(*(sffd_line("1", f"E{n}", *PLAIN) for n in range(3))))
    (sent,) = [one for one in exercise.events if isinstance(one, e.UnitsAssigned)]
    assert sent.units == ("sffd-E0", "sffd-E1", "sffd-E2")


def changed(place: int, clock: str) -> tuple[str, ...]:
    return (*PLAIN[:place], clock, *PLAIN[place + 1 :])


@pytest.mark.parametrize(
    ("lines", "oddity"),
    [
        ([sffd_line("1", "E1", *changed(4, ""))], "no_on_scene"),
        ([sffd_line("1", "E1", *changed(3, ""))], "no_under_way"),
        ([sffd_line("1", "E1", *changed(2, ""))], "no_assigned"),
        ([sffd_line("1", "E1", *changed(7, ""))], "no_available"),
        ([sffd_line("1", "E1", *changed(4, "10:02:30 AM"))], "backwards"),
        ([sffd_line("1", "E1", *changed(1, "10:02:30 AM"))], "opened_late"),
        ([sffd_line("1", "E1", *changed(0, "10:01:30 AM"))], "received_late"),
        ([sffd_line("1", "E1", *changed(4, "ten past"))], "bad_time"),
        ([sffd_line("1", "E1", *changed(0, "12:00:00 AM"))], "midnight"),
        ([sffd_line("1", "E1", *PLAIN)] * 2, "duplicate_line"),
        ([sffd_line("", "E1", *PLAIN), sffd_line("1", "E1", *PLAIN)], "no_call"),
        ([sffd_line("2", "E1", *[""] * 8), sffd_line("1", "E1", *PLAIN)], "no_time"),
        ([sffd_line("1", "E1", *PLAIN) + ",", sffd_line("1", "E1", *PLAIN)], "cells"),
        ([sffd_line("1", "E1", *PLAIN, kind="Dancing")], "unknown_kind"),
        ([sffd_line("1", "E1", *PLAIN, first="9")], "unknown_priority"),
        ([sffd_line("1", "E1", *PLAIN, type="SLEIGH")], "unknown_unit_type"),
        ([sffd_line("1", "E1", *PLAIN, outcome="Nirvana")], "unknown_outcome"),
        ([sffd_line("1", "E1", *PLAIN, first="A")], "priority_changed"),
        ([sffd_line("1", "E1", *PLAIN, zone="", zip="")], "no_neighbourhood"),
        ([sffd_line("1", "E1", *PLAIN, point="")], "no_point"),
        ([sffd_line("1", "", *PLAIN)], "no_units"),
        ([sffd_line("1", "E1", *PLAIN), sffd_line("1", "E2", *PLAIN, address="B ST")], "disagrees"),
        ([sffd_line("1", "E1", *PLAIN), sffd_line("2", "E2", *changed(0, "9:00:00 AM"))], "unsorted"),
        ([sffd_line("1", f"E{n}", *PLAIN) for n in range(11)], "same_second"),
    ],
)
def test_an_oddity_is_counted_by_its_name(tmp_path: Path, lines: list[str], oddity: str) -> None:
    exercise = load(tmp_path, sffd_file(*lines))
    assert exercise.oddities.get(oddity, 0) >= 1
    assert described(exercise.oddities)
    assert kinds(exercise)[-1] == "IncidentClosed"


def test_a_transport_without_arrival_arrives_at_the_same_moment(tmp_path: Path) -> None:
    clocks = (*PLAIN[:4], "", "10:20:00 AM", "", "10:30:00 AM")
    exercise = load(tmp_path, sffd_file(sffd_line("1", "85", *clocks)))
    assert exercise.oddities["scene_skipped"] == 1
    assert statuses(exercise)[1:3] == [
        ("sffd-85", "on_scene", "10:20:00"),
        ("sffd-85", "transporting", "10:20:00"),
    ]


def sent_anew(second: str, first_scene: str) -> tuple[str, str]:
    later = ("10:10:00 AM", "10:10:00 AM", second, "", "", "", "", "11:00:00 AM")
    return (
        sffd_line("1", "E1", *changed(4, first_scene)),
        sffd_line("2", "E1", *later),
    )


def test_a_unit_sent_anew_after_its_work_is_free_first(tmp_path: Path) -> None:
    exercise = load(tmp_path, sffd_file(*sent_anew("10:20:00 AM", "10:08:00 AM")))
    assert exercise.oddities["sent_anew_done"] == 1
    assert ("sffd-E1", "available", "10:20:00") in statuses(exercise)
    assert ("sffd-E1", "available", "10:30:00") not in statuses(exercise)
    closed = {one.incident: str(one.after) for one in exercise.events if isinstance(one, e.IncidentClosed)}
    assert closed == {"1": "10:20:00", "2": "11:00:00"}


def test_a_unit_sent_anew_on_its_way_is_diverted(tmp_path: Path) -> None:
    exercise = load(tmp_path, sffd_file(*sent_anew("10:20:00 AM", "10:25:00 AM")))
    assert exercise.oddities["sent_anew_diverted"] == 1
    assert exercise.oddities["stamps_dropped"] == 1
    assert "UnitDiverted" in kinds(exercise)


def test_whole_calls_without_units_get_units_made_up(tmp_path: Path) -> None:
    exercise = load(tmp_path, samples.WHOLE_CALLS, samples.WHOLE_CALLS_MAPPING)
    assert [one.call_sign for one in exercise.extra_units] == ["U1", "U2"]
    assert exercise.first_day == date(2026, 3, 2)
    sent = [(one.incident, one.units) for one in exercise.events if isinstance(one, e.UnitsAssigned)]
    assert sent == [("6", ("kota-U1",)), ("7", ("kota-U1",)), ("8", ("kota-U2",))]
    categories = {one.incident: one.category for one in exercise.events if isinstance(one, e.IncidentOpened)}
    assert categories == {"6": "animal", "7": "fire_building", "8": "traffic_accident", "9": None}
    assert exercise.oddities["no_end"] == 1
    assert exercise.unknown[("unknown_kind", "LAIN")] == 1


def test_columns_by_number_and_times_in_seconds(tmp_path: Path) -> None:
    exercise = load(tmp_path, samples.NO_HEADING, samples.NO_HEADING_MAPPING)
    assert exercise.first_day == date(2020, 4, 8)
    assert exercise.events[0].after == timedelta(minutes=5, seconds=9)
    assert {one.call_sign for one in exercise.extra_units} == {"E1", "E2"}
    opened = next(one for one in exercise.events if isinstance(one, e.IncidentOpened))
    assert opened.place.latitude is not None


def test_a_file_that_no_mapping_fits(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match="no_mapping"):
        load(tmp_path, "a,b\n1,2\n")
    with pytest.raises(ExerciseError, match="no_column value='nomor' key='call'"):
        load(tmp_path, "a,b\n1,2\n", samples.WHOLE_CALLS_MAPPING)


def test_a_file_without_calls(tmp_path: Path) -> None:
    with pytest.raises(ExerciseError, match="no_calls_in_file"):
        load(tmp_path, sffd_file())


def test_a_file_that_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv.gz"
    path.write_bytes(gzip.compress(b"Call Number")[:-9])
    with pytest.raises(ExerciseError, match="file_unreadable"):
        load_exercise(path, pack_of("denpasar"))


def test_letters_of_windows_are_read(tmp_path: Path) -> None:
    path = tmp_path / "calls.csv"
    path.write_bytes(sffd_file(sffd_line("1", "E1", *PLAIN, address="CAFÉ ST")).encode("cp1252"))
    exercise = load_exercise(path, pack_of("denpasar"))
    opened = next(one for one in exercise.events if isinstance(one, e.IncidentOpened))
    assert opened.place.address == "CAFÉ ST"
    assert exercise.oddities["not_utf8"] == 1


def test_places_are_laid_always_alike_and_near_ones_near(tmp_path: Path) -> None:
    lines = [
        sffd_line("1", "E1", *PLAIN, point='"(37.7000, -122.4000)"'),
        sffd_line("2", "E2", *PLAIN, point='"(37.7009, -122.4000)"'),
        sffd_line("3", "E3", *PLAIN, zone="Mission", point='"(37.75, -122.41)"'),
    ]
    first, second = (load(tmp_path, sffd_file(*some)) for some in (lines, reversed(lines)))
    places = [
        {one.incident: one.place for one in exercise.events if isinstance(one, e.IncidentOpened)}
        for exercise in (first, second)
    ]
    assert places[0] == places[1]
    one, other = places[0]["1"], places[0]["2"]
    assert one.area == other.area
    assert one.latitude is not None
    assert other.latitude is not None
    assert other.latitude - one.latitude == pytest.approx(0.0009, abs=1e-5)
    codes = {area.id for area in pack_of("denpasar").areas if area.parent is not None}
    assert {place.area for place in places[0].values()} <= codes


def test_every_oddity_has_words() -> None:
    assert all(what and treatment for what, treatment in ODDITIES.values())
    assert described({"no_on_scene": 1716}) == ["1,716 × a unit that never arrived: left out, as it was"]
    assert described({"unknown_kind": 3}, {("unknown_kind", "B"): 1, ("unknown_kind", "A"): 2}) == [
        "3 × a kind that the mapping does not know: opened as unclear ('A' 2, 'B' 1)"
    ]
