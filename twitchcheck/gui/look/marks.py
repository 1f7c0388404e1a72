"""What answers paint: the rounded row, the radio and check marks, and the focus ring."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFocusEvent, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from twitchcheck.gui.look.theme import tokens

RADIUS = 11.0
_KEYBOARD = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)


def reached_by_keyboard(event: QFocusEvent) -> bool:
    """Whether focus came by a key; only then a ring is drawn, so that a click stays calm."""
    return event.reason() in _KEYBOARD


def placed(widget: QWidget, area: QRectF) -> QRectF:
    """`area`, which is measured from the left, where it belongs in the reading direction of `widget`."""
    if widget.layoutDirection() is Qt.LayoutDirection.LeftToRight:
        return area
    return area.translated(widget.width() - area.left() - area.right(), 0)


def paint_row(painter: QPainter, rect: QRect, *, chosen: bool, hovered: bool, ringed: bool) -> None:
    """The ground of a clickable row: tinted with a coloured line when it is chosen."""
    colours = tokens()
    area = QRectF(rect).adjusted(1, 1, -1, -1)
    ground = colours.tint if chosen else colours.hover if hovered else colours.card
    outline = colours.primary if chosen else colours.edge if hovered else colours.line
    painter.setPen(QPen(QColor(outline), 1.4 if chosen else 1))
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(area, RADIUS, RADIUS)
    if ringed:
        painter.setPen(QPen(QColor(colours.primary), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), RADIUS - 2, RADIUS - 2)


def paint_radio_mark(painter: QPainter, rect: QRectF, chosen: bool) -> None:
    """A circle, filled with a dot in it when chosen."""
    colours = tokens()
    painter.setPen(QPen(QColor(colours.primary if chosen else colours.edge), 1.2))
    painter.setBrush(QColor(colours.primary if chosen else colours.card))
    painter.drawEllipse(rect)
    if chosen:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.on_primary))
        dot = rect.width() * 0.2
        painter.drawEllipse(rect.center(), dot, dot)


def paint_check_mark(painter: QPainter, rect: QRectF, chosen: bool) -> None:
    """A rounded box, filled with a tick in it when chosen."""
    colours = tokens()
    painter.setPen(QPen(QColor(colours.primary if chosen else colours.edge), 1.2))
    painter.setBrush(QColor(colours.primary if chosen else colours.card))
    painter.drawRoundedRect(rect, 5, 5)
    if chosen:
        paint_tick(painter, rect, QColor(colours.on_primary))


def paint_tick(painter: QPainter, rect: QRectF, colour: QColor) -> None:
    """A tick that fits a square of the size of `rect`."""
    pen = QPen(QBrush(colour), max(1.6, rect.width() * 0.1))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    left, top, size = rect.left(), rect.top(), rect.width()
    points = [(0.25, 0.52), (0.43, 0.70), (0.76, 0.33)]
    painter.drawPolyline(QPolygonF([QPointF(left + x * size, top + y * size) for x, y in points]))
