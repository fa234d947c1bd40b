"""The panel at the width of the design: nothing is cut, everything can be heard."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QAccessible, QFontMetrics, QImage

from desktop.domain.board import Case
from desktop.domain.units import UnitStatus
from tests.ui.driver import Driver, make_centre, open_desk
from tests.ui.units.scene import PANEL_HEIGHT, PANEL_WIDTH, Scene, Window, evening
from ui.units.model import Column
from ui.units.rows import StationRow, UnitRow

Open = Callable[[Scene, Case | None], Window]


def _cut(window: Window, percent: int) -> list[str]:
    """Rows whose call sign, status, number or time is wider than its place."""
    panel, look = window.panel, window.scene.session.look
    widths = panel.table._delegate.widths
    metrics = QFontMetrics(look.font_of(widths.text))
    bold = QFontMetrics(look.font_of(widths.text, bold=True))
    found = []
    for at, row in enumerate(panel.model.rows):
        if isinstance(row, StationRow):
            continue
        age = str(panel.model.index(at, Column.AGE).data())
        sign = panel.table.columnWidth(Column.UNIT) - look.px(2)
        doing = panel.table.columnWidth(Column.DOING)
        shown = look.px(15) + bold.horizontalAdvance(row.status_text)
        shown += metrics.horizontalAdvance(row.number) + look.px(3) if row.number else 0
        fits = (
            metrics.horizontalAdvance(row.call_sign) <= sign,
            shown <= doing,
            bold.horizontalAdvance(age) <= panel.table.columnWidth(Column.AGE),
        )
        if not all(fits):
            found.append(f"{percent}%: {row.call_sign} {row.status_text} {row.number} {age} {fits}")
    return found


def test_nothing_is_cut_in_denpasar(scene: Scene, open_window: Open) -> None:
    cases = evening(scene)
    window = open_window(scene, cases["fire"])
    table = window.panel.table
    for percent in (100, 115, 150, 175):
        scene.session.look.percent = percent
        scene.session.look_changed.emit()
        window.window.resize(PANEL_WIDTH * percent // 100, PANEL_HEIGHT * percent // 100)
        scene.driver.settle()
        assert _cut(window, percent) == []
        assert table.verticalHeader().length() <= table.viewport().height(), f"not all in view at {percent} %"


def test_nothing_is_cut_in_makassar(driver: Driver, tmp_path: Path, open_window: Open) -> None:
    make_centre(tmp_path / "makassar.sqlite", "makassar")
    desk = open_desk(driver, tmp_path / "makassar.sqlite")
    try:
        scene = Scene(driver, desk)
        visit = scene.open(200, category="home_care", priority="P3")
        scene.assign(visit, "HC Cendrawasih", "HC Jumpandang", minutes=59.9)
        scene.say("HC Jumpandang", UnitStatus.UNDER_WAY, 45)
        window = open_window(scene, visit)
        assert _cut(window, 100) == []
        assert window.panel.hint.text() == "27 available · Alt+U assign"
        window.close()
    finally:
        desk.close()


def test_marked_rows_are_in_view(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, scene.open())
    window.window.resize(PANEL_WIDTH, 400)
    scene.driver.settle()
    scene.driver.press("Ctrl+U")
    scene.driver.type("perahu 5")
    scene.driver.settle()
    table = window.panel.table
    row = window.panel.model.row_of("perahu-5")
    assert table.viewport().rect().contains(table.visualRect(window.panel.model.index(row, 0)))
    assert {index.row() for index in table.selectionModel().selectedIndexes()} == {row}
    scene.driver.press("Esc")
    assert table.selectionModel().selectedIndexes() == []


def test_rows_are_seen_whole_or_not_at_all(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, scene.open())
    table = window.panel.table
    for height in (400, 407, 415):
        window.window.resize(PANEL_WIDTH, height)
        scene.driver.settle()
        table.verticalScrollBar().setValue(2)
        room = table.viewport().height()
        at = table.rowAt(room - 1)
        cut = table.visualRect(window.panel.model.index(at, Column.DOING))
        assert table.rowViewportPosition(table.rowAt(0)) == 0
        image = table.viewport().grab().toImage()
        whole = table.visualRect(window.panel.model.index(at - 1, Column.DOING))
        assert len(_colors(image, whole)) > 2
        if cut.bottom() >= room:
            assert len(_colors(image, cut)) == 1
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    last = window.panel.model.rowCount() - 1
    assert table.viewport().rect().contains(table.visualRect(window.panel.model.index(last, 0)))


def _colors(image: QImage, rect: QRect) -> set[int]:
    ratio = image.devicePixelRatio()
    seen = image.rect().intersected(QRect(rect.topLeft() * ratio, rect.size() * ratio))
    return {
        image.pixel(x, y)
        for x in range(seen.left(), seen.right() + 1)
        for y in range(seen.top(), seen.bottom() + 1)
    }


def test_the_hint_counts_what_is_available(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, None)
    assert window.panel.hint.text() == "21 available · Alt+U assign"
    scene.say("A1", UnitStatus.OFF_DUTY)
    assert window.panel.hint.text() == "20 available · Alt+U assign"


def test_every_value_is_heard(scene: Scene, open_window: Open) -> None:
    cases = evening(scene)
    window = open_window(scene, cases["fire"])
    table = QAccessible.queryAccessibleInterface(window.panel.table)
    texts = [table.child(at).text(QAccessible.Text.Name) for at in range(table.childCount())]
    for row in window.panel.model.rows:
        if isinstance(row, UnitRow):
            assert any(text.startswith(f"{row.call_sign}: ") for text in texts)
            assert any(row.doing in text for text in texts)
    for line in (window.panel.status_line, window.panel.assign_line):
        assert line.accessibleName()
    assert window.panel.table.accessibleName()


def test_rows_are_painted_in_both_themes_without_complaint(scene: Scene, open_window: Open) -> None:
    window = open_window(scene, evening(scene)["crash"])
    for width in (PANEL_WIDTH, 800):
        window.window.resize(width, PANEL_HEIGHT)
        scene.driver.settle()
        picture = window.panel.grab().toImage()
        colors = {picture.pixelColor(x, y).name() for x in range(0, width, 3) for y in range(60, 600, 3)}
        assert len(colors) > 20
