"""The rows' model and view: what stays is left alone, and in its place."""

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.domain.board import Case, CaseDetail
from desktop.domain.hospitals import Transport
from desktop.domain.incidents import Incident, IncidentPrivate
from desktop.domain.units import Assignment
from tests.ui.pane.entries import HERE, names
from ui.pane.pieces import Layout, Piece, plain
from ui.pane.place_text import fact_pieces
from ui.pane.row_view import RowView
from ui.pane.rows import Row, RowKind, RowsModel
from ui.pane.transporting import transport_pieces
from ui.theme import Look


def _row(name: str, text: str = "") -> Row:
    return Row(name, (Piece(text or name),), time="20:58:25", what="Note")


def _ids(model: RowsModel) -> list[str]:
    return [row.id for row in model.rows]


def _model() -> tuple[RowsModel, QAbstractItemModelTester]:
    model = RowsModel()
    return model, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_rows_come_change_move_and_go() -> None:
    model, _tester = _model()
    model.show_rows("a", [_row("1"), _row("2"), _row("3")])
    for wanted in (
        [_row("0"), _row("1"), _row("2", "more"), _row("3"), _row("4")],
        [_row("4"), _row("1"), _row("3")],
        [_row("1"), _row("3"), _row("4")],
        [],
        [_row("9")],
    ):
        model.show_rows("a", wanted)
        assert list(model.rows) == wanted
    model.show_rows("b", [_row("1")])
    assert _ids(model) == ["1"]


def test_only_what_changed_is_said_to_have_changed() -> None:
    model, _tester = _model()
    model.show_rows("a", [_row("1"), _row("2"), _row("3")])
    changed: list[int] = []
    resets: list[bool] = []
    model.dataChanged.connect(lambda first, last: changed.extend(range(first.row(), last.row() + 1)))
    model.modelReset.connect(lambda: resets.append(True))
    model.show_rows("a", [_row("1"), _row("2", "more"), _row("3"), _row("4")])
    assert (changed, resets) == ([1], [])


def test_a_row_is_read_aloud_whole() -> None:
    model, _tester = _model()
    model.show_rows("a", [_row("1", "korban\u00a0dua"), Row("h", (Piece("UNITS"),), RowKind.HEAD)])
    assert model.index(0, 0).data() == "20:58:25 Note korban dua"
    assert model.index(1, 0).data() == "UNITS"


def _view(qtbot: QtBot, rows: int) -> RowView:
    view = RowView(Look(), "Timeline", columns=True, follows_end=True)
    qtbot.addWidget(view)
    view.resize(300, 120)
    view.show_rows("a", [_row(str(at)) for at in range(rows)])
    view.show()
    qtbot.waitExposed(view)
    return view


def test_the_newest_stays_in_view_while_it_is(qtbot: QtBot) -> None:
    view = _view(qtbot, 20)
    bar = view.verticalScrollBar()
    assert bar.value() == bar.maximum() > 0
    view.show_rows("a", [_row(str(at)) for at in range(25)])
    qtbot.waitUntil(lambda: view.indexAt(view.viewport().rect().bottomLeft()).row() == 24)


def test_what_is_read_further_up_stays_where_it_is(qtbot: QtBot) -> None:
    view = _view(qtbot, 20)
    view.verticalScrollBar().setValue(130)
    view.setCurrentIndex(view.rows_model.index(6, 0))
    top = view.visualRect(view.rows_model.index_of("6")).top()
    view.show_rows("a", [_row("new"), *(_row(str(at)) for at in range(25))])
    qtbot.wait(20)
    assert view.visualRect(view.rows_model.index_of("6")).top() == top
    chosen = view.current_row()
    assert chosen is not None
    assert chosen.id == "6"


def test_another_subject_begins_at_its_newest(qtbot: QtBot) -> None:
    view = _view(qtbot, 20)
    view.verticalScrollBar().setValue(0)
    view.show_rows("b", [_row(str(at)) for at in range(30)])
    qtbot.waitUntil(lambda: view.indexAt(view.viewport().rect().bottomLeft()).row() == 29)
    assert view.current_row() is None


def test_a_chosen_row_that_grows_stays_in_view(qtbot: QtBot) -> None:
    view = _view(qtbot, 20)
    view.setFocus()
    view.setCurrentIndex(view.rows_model.index(19, 0))
    rows = [_row(str(at)) for at in range(19)]
    view.show_rows("a", [*rows, _row("19", "a note so long that it wraps " * 3), _row("20")])
    rect = view.visualRect(view.rows_model.index_of("19"))
    assert view.viewport().rect().contains(rect)


@pytest.mark.parametrize("scrolled", range(0, 60, 7))
def test_lines_are_seen_whole_or_not_at_all(qtbot: QtBot, scrolled: int) -> None:
    view = _view(qtbot, 0)
    rows = [_row(str(at), "Gang Mawar yang panjang sekali " * 3) for at in range(6)]
    view.show_rows("a", rows)
    qtbot.wait(20)
    bar = view.verticalScrollBar()
    bar.setValue(scrolled)
    seen = _inked_lines(view)
    view.resize(view.width(), 600)
    qtbot.wait(20)
    bar.setValue(0)
    whole = {line[1] - line[0] for line in _inked_lines(view)}
    assert seen
    assert {line[1] - line[0] for line in seen} <= whole


def _inked_lines(view: RowView) -> list[tuple[int, int]]:
    """From where to where letters of the last column stand, line by line."""
    image = view.viewport().grab().toImage()
    line = view._look.color(view._look.theme.line).rgb()
    left, ground = image.width() - 140, image.pixel(1, 1)
    inked = [
        any(image.pixel(x, y) not in (ground, line) for x in range(left, image.width() - 20))
        for y in range(image.height())
    ]
    edges = [
        at
        for at, (one, other) in enumerate(zip([False, *inked], [*inked, False], strict=True))
        if one != other
    ]
    return list(zip(edges[::2], edges[1::2], strict=True))


@pytest.mark.parametrize(
    ("has_places", "latitude", "told"), [(True, None, True), (True, -8.65, False), (False, None, False)]
)
def test_a_place_without_a_point_is_told_where_places_are_known(
    has_places: bool, latitude: float | None, told: bool
) -> None:
    incident = Incident(id=HERE, address="Jl. Kartini 4", latitude=latitude, longitude=latitude)
    detail = CaseDetail(Case(incident), IncidentPrivate(id=HERE), (), ())
    facts = plain(fact_pieces(detail, names(has_places=has_places)))
    assert ("no point yet" in facts) is told


def test_the_shape_of_a_triage_colour_stays_on_the_line_of_its_number() -> None:
    transport = Transport(id="t", red=1)
    patients = next(transport_pieces(Assignment(id="a"), transport, names()))
    pieces = (Piece("A1 finished · → RS Ngoerah\u00a0· "), *patients)
    place = len(pieces[0].text)
    look = Look()
    for width in range(100, 300, 5):
        layout = Layout(pieces, look, look.font(), width)._layout
        lines = {layout.lineForTextPosition(place + at).lineNumber() for at in range(len(patients[0].text))}
        assert len(lines) == 1, width
    assert plain(patients) == "1 red "
