"""Small painted shapes: four for priorities, nine for statuses of a unit, three for alarms, none shared."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from desktop.domain.hospitals import Triage
from desktop.domain.reference import Priority
from desktop.domain.units import UnitStatus


def picture_of(width: int, height: int, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    """A shape to be kept and put wherever it is wanted: to draw smooth curves takes longer than a row's text.

    `width` and `height` as widgets count pixels, `ratio` of the screen's to these.
    """
    made = QPixmap(round(width * ratio), round(height * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, width, height))
    painter.end()
    return made


def paint_priority(painter: QPainter, rect: QRectF, priority: Priority, color: QColor) -> None:
    """■ P1, ◆ P2, ● P3, ○ P4, filling a square inside `rect`."""
    box = _square(rect, 0.82)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    match priority:
        case Priority.P1:
            painter.drawRect(box)
        case Priority.P2:
            painter.drawPolygon(_diamond(_square(rect, 1.0)))
        case Priority.P3:
            painter.drawEllipse(box)
        case Priority.P4:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(color, box.width() * 0.18))
            inset = box.width() * 0.09
            painter.drawEllipse(box.adjusted(inset, inset, -inset, -inset))
    painter.restore()


def paint_status(painter: QPainter, rect: QRectF, status: UnitStatus, color: QColor) -> None:
    """The shape of a unit's status, filling a square inside `rect`."""
    box = _square(rect, 0.9)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(_pen(color, box))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    _SHAPES[status](painter, box, color)
    painter.restore()


def paint_marks(painter: QPainter, rect: QRectF, color: QColor, *, count: int) -> None:
    """Exclamation marks side by side: one where it only warns, two for an alarm, three for a critical one."""
    box = _square(rect, 0.94)
    for at in range(count):
        left = 0.5 + (at - (count - 1) / 2) * 0.36 - 0.1
        painter.fillRect(_part(box, left, 0.06, left + 0.2, 0.62), color)
        painter.fillRect(_part(box, left, 0.74, left + 0.2, 0.94), color)


def _available(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A tick."""
    painter.drawPolyline(_points(box, (0.08, 0.55), (0.38, 0.88), (0.95, 0.15)))


def _assigned(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A clock's face: told, not gone."""
    painter.drawEllipse(box.adjusted(1, 1, -1, -1))
    painter.drawPolyline(_points(box, (0.5, 0.22), (0.5, 0.54), (0.74, 0.54)))


def _under_way(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A filled arrowhead to the right."""
    _fill(painter, color, box, (0.12, 0.05), (0.98, 0.5), (0.12, 0.95))


def _on_scene(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A pin that stands on its point."""
    path = QPainterPath()
    path.addEllipse(_part(box, 0.2, 0.0, 0.8, 0.6))
    path.addPolygon(_points(box, (0.24, 0.42), (0.76, 0.42), (0.5, 1.0)))
    painter.fillPath(path.simplified(), color)


def _transporting(painter: QPainter, box: QRectF, color: QColor) -> None:
    """Two arrowheads: on the road with a patient."""
    _fill(painter, color, box, (0.0, 0.1), (0.5, 0.5), (0.0, 0.9))
    _fill(painter, color, box, (0.5, 0.1), (1.0, 0.5), (0.5, 0.9))


def _at_hospital(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A cross."""
    painter.fillRect(_part(box, 0.36, 0.04, 0.64, 0.96), color)
    painter.fillRect(_part(box, 0.04, 0.36, 0.96, 0.64), color)


def _returning(painter: QPainter, box: QRectF, color: QColor) -> None:
    """An arrow to the left with a shaft."""
    painter.drawPolyline(_points(box, (0.45, 0.12), (0.08, 0.5), (0.45, 0.88)))
    painter.drawPolyline(_points(box, (0.08, 0.5), (0.95, 0.5)))


def _out_of_service(painter: QPainter, box: QRectF, color: QColor) -> None:
    """An X."""
    painter.drawPolyline(_points(box, (0.12, 0.12), (0.88, 0.88)))
    painter.drawPolyline(_points(box, (0.88, 0.12), (0.12, 0.88)))


def _off_duty(painter: QPainter, box: QRectF, color: QColor) -> None:
    """A bar."""
    painter.fillRect(_part(box, 0.08, 0.4, 0.92, 0.6), color)


_SHAPES = {
    UnitStatus.AVAILABLE: _available,
    UnitStatus.ASSIGNED: _assigned,
    UnitStatus.UNDER_WAY: _under_way,
    UnitStatus.ON_SCENE: _on_scene,
    UnitStatus.TRANSPORTING: _transporting,
    UnitStatus.AT_HOSPITAL: _at_hospital,
    UnitStatus.RETURNING: _returning,
    UnitStatus.OUT_OF_SERVICE: _out_of_service,
    UnitStatus.OFF_DUTY: _off_duty,
}


def _pen(color: QColor, box: QRectF) -> QPen:
    pen = QPen(color, max(1.4, box.width() * 0.16))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    return pen


def _square(rect: QRectF, part: float) -> QRectF:
    side = min(rect.width(), rect.height()) * part
    return QRectF(rect.center().x() - side / 2, rect.center().y() - side / 2, side, side)


def _part(box: QRectF, left: float, top: float, right: float, bottom: float) -> QRectF:
    return QRectF(
        box.x() + left * box.width(),
        box.y() + top * box.height(),
        (right - left) * box.width(),
        (bottom - top) * box.height(),
    )


def _points(box: QRectF, *parts: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in parts])


def _diamond(box: QRectF) -> QPolygonF:
    return _points(box, (0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5))


def _fill(painter: QPainter, color: QColor, box: QRectF, *parts: tuple[float, float]) -> None:
    path = QPainterPath()
    path.addPolygon(_points(box, *parts))
    path.closeSubpath()
    painter.fillPath(path, color)


_TRIAGE: dict[Triage, tuple[tuple[float, float], ...]] = {
    Triage.RED: (
        *((0.5, 0.0), (0.62, 0.35), (1.0, 0.38), (0.7, 0.61), (0.81, 0.98)),
        *((0.5, 0.77), (0.19, 0.98), (0.3, 0.61), (0.0, 0.38), (0.38, 0.35)),
    ),
    Triage.YELLOW: ((0.0, 0.08), (1.0, 0.08), (0.5, 0.96)),
    Triage.GREEN: ((0.0, 0.9), (0.0, 0.5), (0.2, 0.15), (0.5, 0.05), (0.8, 0.15), (1.0, 0.5), (1.0, 0.9)),
    Triage.BLACK: ((0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)),
}
"""A star, a triangle on its point, a dome, an hourglass that has run out."""


def paint_triage(painter: QPainter, rect: QRectF, triage: Triage, color: QColor) -> None:
    """The shape of a triage colour, filling a square inside `rect`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _fill(painter, color, _square(rect, 0.94), *_TRIAGE[triage])
    painter.restore()


def paint_warning(painter: QPainter, rect: QRectF, color: QColor, *, critical: bool) -> None:
    """A triangle that stands on its side: filled with a stroke left out when critical, else only its line."""
    box = _square(rect, 0.94)
    triangle = _points(box, (0.5, 0.04), (1.0, 0.96), (0.0, 0.96))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    stroke = QPainterPath()
    stroke.addRect(_part(box, 0.44, 0.34, 0.56, 0.66))
    stroke.addRect(_part(box, 0.44, 0.74, 0.56, 0.86))
    path = QPainterPath()
    path.addPolygon(triangle)
    path.closeSubpath()
    if critical:
        painter.fillPath(path.subtracted(stroke), color)
    else:
        painter.setPen(_pen(color, box))
        painter.drawPath(path)
    painter.restore()
