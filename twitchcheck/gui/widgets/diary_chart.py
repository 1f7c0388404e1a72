"""The chart of a two-week diary: a dot for each rated day, with the words for its height. Missed days leave a gap."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from twitchcheck.gui.look.theme import scaled, tokens

_SMALL = 0.87
_STEP = 2.1
"""How far two words are apart, in units of the font size."""

_SIDE, _DOT = 12, 4.0


class DiaryChart(QWidget):
    """Paints the ratings of `days` days, the first `before` of them as usual. What it shows is its description, for
    people who do not see it."""

    def __init__(self, words: Sequence[str], days: int, before: int, parts: tuple[str, str]) -> None:
        super().__init__()
        self._words = tuple(words)
        self._days = days
        self._before = before
        self._parts = parts
        self._points: tuple[tuple[int, int], ...] = ()
        self.setObjectName("chart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_days(self, points: Sequence[tuple[int, int]], spoken: str) -> None:
        """Shows the rated days: the number of each from 1 on, and the place of its word."""
        self._points = tuple(points)
        self.setAccessibleName(spoken)
        self.update()

    def sizeHint(self) -> QSize:
        """Room for a line for each word, and one for the parts below them."""
        return QSize(round(self._step() * 9), round(self._step() * (len(self._words) + 1)) + _SIDE)

    def minimumSizeHint(self) -> QSize:
        """As narrow as dots can still be told apart."""
        return QSize(self._left() + 5 * self._days + _SIDE, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lines and words, where the change begins, and the dots."""
        colours = tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(scaled(self.font(), _SMALL))
        left, right = self._left(), self.width() - _SIDE
        for place, word in enumerate(self._words):
            y = self._y(place)
            painter.setPen(QColor(colours.soft_ink))
            self._write(painter, QRectF(_SIDE, y - self._step() / 2, left - _SIDE, self._step()), word)
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(self._at(left, y), self._at(right, y))
        self._paint_parts(painter, left, right)
        painter.setPen(QPen(QColor(colours.trigger), 2))
        for (day, rating), (following, other) in zip(self._points, self._points[1:], strict=False):
            if following == day + 1:
                painter.drawLine(self._at(self._x(day), self._y(rating)), self._at(self._x(following), self._y(other)))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.trigger))
        for day, rating in self._points:
            painter.drawEllipse(self._at(self._x(day), self._y(rating)), _DOT, _DOT)

    def _paint_parts(self, painter: QPainter, left: float, right: float) -> None:
        """A line where the change begins, and the names of both parts below, where there is room for them."""
        colours = tokens()
        begin = (self._x(self._before) + self._x(self._before + 1)) / 2
        bottom = self._y(0) + self._step() / 2
        painter.setPen(QPen(QColor(colours.edge), 1, Qt.PenStyle.DashLine))
        painter.drawLine(self._at(begin, self._y(len(self._words) - 1)), self._at(begin, bottom + self._step() * 0.8))
        painter.setPen(QColor(colours.soft_ink))
        for name, start, end in ((self._parts[0], left, begin - 4), (self._parts[1], begin + 6, right)):
            if painter.fontMetrics().horizontalAdvance(name) <= end - start:
                self._write(painter, QRectF(start, bottom, end - start, self._step()), name)

    def _write(self, painter: QPainter, area: QRectF, words: str) -> None:
        placed = QStyle.visualRect(self.layoutDirection(), self.rect(), area.toRect())
        aligned = QStyle.visualAlignment(
            self.layoutDirection(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        painter.drawText(placed, int(aligned), words)

    def _at(self, x: float, y: float) -> QPointF:
        return QPointF(self.width() - x if self.isRightToLeft() else x, y)

    def _step(self) -> float:
        return self.font().pixelSize() * _STEP

    def _left(self) -> int:
        metrics = QFontMetrics(scaled(self.font(), _SMALL))
        return _SIDE + max(map(metrics.horizontalAdvance, self._words)) + 12

    def _x(self, day: int) -> float:
        left, room = self._left() + 8, self.width() - _SIDE - self._left() - 16
        return left + room * (day - 1) / (self._days - 1)

    def _y(self, rating: int) -> float:
        return _SIDE / 2 + self._step() * (len(self._words) - 1 - rating + 0.5)
