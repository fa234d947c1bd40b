"""A row of a report on paper: what is understood, and what is wrong."""

from collections.abc import Mapping

import pytest

from desktop.domain.calls import CallType, Channel
from desktop.domain.units import Unit, UnitStatus
from desktop.operations.draft_fields import Problem
from desktop.operations.paper_row import OF_CALL, ROW_FIELDS, RowProblem, read_row
from desktop.runtime.paper_form import ROWS
from tests.operations.test_draft_values import around, local
from ui.paper import row as screen

UNITS = (
    Unit(id="damkar-1", call_sign="Damkar 1", status=UnitStatus.AVAILABLE),
    Unit(id="a1", call_sign="A1", status=UnitStatus.AVAILABLE),
    Unit(id="a2", call_sign="A2", status=UnitStatus.ON_SCENE),
)
REPORT = {
    "took_at": "01:10",
    "channel": "radio",
    "narrative": "kebakaran dapur",
    "category": "fire_building",
    "address": "Gg. Mawar 5",
    "number": "081200001234",
    "units": "dam1 a1",
    "sent_at": "0112",
    "done_at": "02.40",
    "outcome": "handled",
}


def test_a_report_is_read_with_its_real_times() -> None:
    report = read_row(REPORT, around(), UNITS).report
    assert report is not None
    assert (report.took_at, report.sent_at, report.done_at) == (local(1, 10), local(1, 12), local(2, 40))
    assert (report.channel, report.call_type, report.outcome) == (Channel.RADIO, None, "handled")
    assert [one.id for one in report.units] == ["damkar-1", "a1"]
    assert report.values["address"] == "Gg. Mawar 5"
    assert not {"channel", "landmark"} & report.values.keys()


def test_times_of_a_night_go_over_midnight() -> None:
    report = read_row({"took_at": "23:50", "sent_at": "00:10", "done_at": "01:00"}, around(), UNITS).report
    assert report is not None
    assert (report.took_at, report.sent_at, report.done_at) == (
        local(23, 50, day=23),
        local(0, 10),
        local(1, 0),
    )


def test_a_call_without_an_incident() -> None:
    report = read_row({"took_at": "24-11 09:00", "call_type": "prank"}, around(), UNITS).report
    assert report is not None
    assert (report.took_at, report.call_type) == (local(9, 0), CallType.PRANK)


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [
        ({"took_at": ""}, {"took_at": RowProblem.TIME_NEEDED}),
        ({"took_at": "25:00"}, {"took_at": Problem.NO_TIME}),
        ({"sent_at": "01:05"}, {"sent_at": RowProblem.TIME_ORDER}),
        ({"done_at": "01:11"}, {"done_at": RowProblem.TIME_ORDER}),
        ({"done_at": ""}, {"done_at": RowProblem.DONE_NEEDED}),
        ({"units": "dam9"}, {"units": RowProblem.NO_UNIT}),
        ({"units": "a"}, {"units": RowProblem.NO_UNIT}),
        ({"units": "a2"}, {"units": RowProblem.NOT_FREE}),
        ({"number": "0812"}, {"number": Problem.NUMBER_INCOMPLETE}),
        (
            {"call_type": "silent", "done_at": "", "outcome": ""},
            {"units": RowProblem.ONLY_WITH_INCIDENT, "sent_at": RowProblem.ONLY_WITH_INCIDENT},
        ),
    ],
)
def test_what_is_wrong_is_named(changed: Mapping[str, str], wrong: Mapping[str, object]) -> None:
    row = read_row({**REPORT, **changed}, around(), UNITS)
    assert (row.report, dict(row.problems)) == (None, wrong)


def test_units_and_their_time_stand_once_they_are_on_their_way() -> None:
    sent_as = {"units": "dam1 a1 ", "sent_at": "0112"}
    assert read_row(REPORT, around(), UNITS, sent_as=sent_as).report is not None
    late = {**REPORT, "units": "dam1", "sent_at": "0115"}
    row = read_row(late, around(), UNITS, sent_as=sent_as)
    assert set(row.problems.items()) == {(one, RowProblem.SENT_ALREADY) for one in sent_as}
    assert row.words["sent_at"] == "0112"
    assert read_row(late, around(), UNITS).report is not None


def test_paper_and_screen_have_the_same_fields() -> None:
    printed = {name for cells in ROWS for name, _ in cells}
    shown = {name for cells in screen.ROWS for name, _ in cells}
    assert printed == shown == set(ROW_FIELDS)
    assert set(OF_CALL) < shown
