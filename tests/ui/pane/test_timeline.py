"""The timeline's rows: typing folded together, claims told as claims, struck notes still readable."""

from datetime import date
from typing import Any

from desktop.domain.board import CaseDetail, JournalEntry, make_case
from desktop.domain.incidents import Incident, IncidentPrivate
from tests.ui.pane.entries import HERE, OPENED, entry, insert, names, update
from ui.pane.rows import Row, RowKind
from ui.pane.timeline import timeline_rows


def _rows(*timeline: JournalEntry, today: date | None = None) -> tuple[Row, ...]:
    case = make_case(Incident(id=HERE, opened_at=OPENED), (), (), 0)
    detail = CaseDetail(case, IncidentPrivate(id=HERE), (), timeline)
    return timeline_rows(detail, names(today=today))


def _texts(*timeline: JournalEntry) -> list[str]:
    return [row.text for row in _rows(*timeline)]


def _address(old: str | None, new: str, **others: Any) -> JournalEntry:
    return entry(
        "incident.described", update("incident", HERE, address=new), before=({"address": old},), **others
    )


def test_a_row_says_when_what_and_who() -> None:
    assert _texts(entry("note.added", update("incident", HERE), note="jalan macet", author="wayan")) == [
        "20:59:25 Note jalan macet  Wayan P."
    ]


def test_what_one_operator_types_in_one_go_is_one_row() -> None:
    first = _address(None, "Gg. Ma", after=60)
    rows = _rows(
        first, _address("Gg. Ma", "Gg. Mawar", after=62), _address("Gg. Mawar", "Gg. Mawar 5", after=170)
    )
    assert [row.text for row in rows] == ["20:59:25 Filled in Address: Gg. Mawar 5  Made S."]
    assert rows[0].id == first.id


def test_typing_is_not_folded_over_time_other_authors_or_other_acts() -> None:
    assert len(_texts(_address(None, "A", after=0), _address("A", "B", after=121))) == 2
    assert len(_texts(_address(None, "A"), _address("A", "B", author="wayan"))) == 2
    assert len(_texts(_address(None, "A"), _address("A", "B", claimed_by="wayan"))) == 2
    copied = entry("incident.copied", update("incident", HERE))
    assert len(_texts(_address(None, "A"), copied, _address("A", "B"))) == 3


def test_what_was_typed_and_taken_back_at_once_is_no_row() -> None:
    copied = entry("incident.copied", update("incident", HERE))
    texts = _texts(_address("Gg. Mawar 5", "Gg. Melati"), _address("Gg. Melati", "Gg. Mawar 5"), copied)
    assert len(texts) == 1
    assert "Copied" in texts[0]


def test_what_an_act_was_done_without_is_told() -> None:
    act = entry("note.added", note="n", source="outage", excused=("warnings_read",))
    assert "a critical warning had not been read" in _texts(act)[0]


def test_a_struck_note_stays_readable_and_cannot_be_struck_twice() -> None:
    note = entry("note.added", update("incident", HERE), note="korban dua", struck_by="act")
    row = _rows(note)[0]
    assert row.text == "20:59:25 Note korban dua (struck through)  Made S."
    assert [piece.text for piece in row.pieces if piece.struck] == ["korban dua"]
    assert row.note == ""


def test_a_note_of_another_act_stands_behind_it() -> None:
    closing = entry("incident.closed", update("incident", HERE, outcome="handled"), note="api padam")
    row = _rows(closing)[0]
    assert row.text == "20:59:25 Closed Handled — api padam  Made S."
    assert row.note == "api padam"


def test_a_claimed_time_and_author_are_told_as_claims() -> None:
    act = entry("note.added", note="n", after=600, occurred_at=OPENED, claimed_by="wayan", source="paper")
    assert _texts(act) == [
        "20:58:25 Note n  for Wayan P., as Made S. says · from paper · time as claimed, written down 21:08:25"
    ]


def test_automatic_acts_are_marked_so() -> None:
    assert _texts(entry("note.added", note="n", source="automatic")) == [
        "20:59:25 Note n  Made S. · automatic"
    ]


def test_another_day_begins_with_its_date() -> None:
    rows = _rows(entry("note.added", note="a"), entry("note.added", note="b", after=86_400))
    assert [(row.kind, row.text) for row in rows] == [
        (RowKind.ENTRY, "20:59:25 Note a  Made S."),
        (RowKind.HEAD, "25-11-2026"),
        (RowKind.ENTRY, "20:58:25 Note b  Made S."),
    ]


def test_a_priority_is_compared_with_the_category_at_that_time() -> None:
    opened = entry("incident.opened", insert("incident", HERE, category="trapped", priority="P1"))
    lower = entry("incident.described", update("incident", HERE, priority="P3"), before=({"priority": "P1"},))
    road = entry(
        "incident.described",
        update("incident", HERE, category="fallen_tree"),
        before=({"category": "trapped"},),
        after=900,
    )
    again = entry(
        "incident.described",
        update("incident", HERE, priority="P3"),
        before=({"priority": "P1"},),
        after=1800,
    )
    texts = _texts(opened, lower, road, again)
    assert "Priority: P1 → P3 (the category brings P1)" in texts[1]
    assert "brings" not in texts[3]


def test_days_later_the_first_day_has_its_date_too() -> None:
    rows = _rows(entry("note.added", note="a"), today=date(2026, 11, 30))
    assert [row.text for row in rows] == ["24-11-2026", "20:59:25 Note a  Made S."]
