"""One answer of the review as a single row, painted in one piece: forty rows of four widgets are slow to lay out."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.widgets.painted_button import PaintedButton

_CHANGE = "Change"
_PADDING = 9
_GAP = 18
_NARROWEST = 150
_BAR = 4
_INDENT = 10
"""How far the words of a changed line stand from its bar."""

_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute
_LEFT, _RIGHT = (int(_WRAPPED | side) for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight))


class ReviewRow(PaintedButton, QAbstractButton):
    """The question in short, the answer, and "Change"; a click anywhere counts. `is_open` marks what has no answer,
    `changed` what has become different since the person was here."""

    def __init__(self, brief: str, answer: str, *, is_open: bool, first: bool, changed: bool) -> None:
        super().__init__()
        self.brief, self.answer = brief, answer
        self._is_open = is_open
        self._first = first
        self.changed = changed
        self.setAccessibleName(f"Change: {brief}")
        self.setAccessibleDescription(f"{'Changed. ' if changed else ''}{brief}: {answer}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._measured: dict[tuple[int, int], tuple[QRect, QRect, QRect]] = {}

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need."""
        brief, answer, _ = self._rects(width)
        return max(brief.height(), answer.height()) + 2 * _PADDING

    def sizeHint(self) -> QSize:
        """A comfortable width; the layout stretches it."""
        return QSize(480, self.minimumSizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for the smallest window."""
        return QSize(_NARROWEST, QFontMetrics(self.font()).height() + 2 * _PADDING)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line above the row, and its three texts."""
        colours = tokens()
        painter = QPainter(self)
        if self.underMouse() or self.changed:
            painter.fillRect(self.rect(), QColor(colours.tint if self.changed else colours.hover))
        if self.changed:
            bar = QRect(0, 0, _BAR, self.height())
            painter.fillRect(QStyle.visualRect(self.layoutDirection(), self.rect(), bar), QColor(colours.primary))
        if not self._first:
            painter.setPen(QPen(QColor(colours.line), 1))
            painter.drawLine(0, 0, self.width(), 0)
        if self.is_ringed():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(colours.primary), 2))
            painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), 7, 7)
        brief, answer, change = self._rects(self.width())
        self._write(painter, brief, self.brief, colours.soft_ink, self.font())
        self._write(painter, answer, self.answer, *self._answer_look())
        link = self._link_font()
        link.setUnderline(self.underMouse())
        self._write(painter, change, _CHANGE, colours.primary, link)

    def _answer_look(self) -> tuple[str, QFont]:
        if not self._is_open:
            return tokens().ink, self.font()
        font = QFont(self.font())
        font.setItalic(True)
        return tokens().trigger_ink, font

    def _write(self, painter: QPainter, area: QRect, text: str, ink: str, font: QFont) -> None:
        painter.setPen(QColor(ink))
        painter.setFont(font)
        placed = self.style().visualRect(self.layoutDirection(), self.rect(), area)
        painter.drawText(placed, _RIGHT if self.isRightToLeft() else _LEFT, text)

    def _rects(self, width: int) -> tuple[QRect, QRect, QRect]:
        """Where the three texts go in a row of this width, as one reads from left to right; layouts ask very often."""
        key = (width, self.font().pixelSize())
        if key not in self._measured:
            link = QFontMetrics(self._link_font()).horizontalAdvance(_CHANGE)
            room = max(width - link - 2 * _GAP, 2 * self.font().pixelSize())
            parted = round(room * 0.4)
            begin = _INDENT if self.changed else 0
            brief = _measured(self.brief, self.font(), begin, parted - begin)
            answer = _measured(self.answer, self._answer_look()[1], parted + _GAP, room - parted)
            change = QRect(width - link, _PADDING, link, QFontMetrics(self.font()).height())
            self._measured[key] = brief, answer, change
        return self._measured[key]

    def _link_font(self) -> QFont:
        return scaled(self.font(), 1.0, QFont.Weight.Medium)


def _measured(text: str, font: QFont, left: int, width: int) -> QRect:
    metrics = QFontMetrics(font)
    if "\n" not in text and metrics.horizontalAdvance(text) <= width:
        return QRect(left, _PADDING, width, metrics.height())
    return QRect(left, _PADDING, width, metrics.boundingRect(QRect(0, 0, width, 100_000), _LEFT, text).height())
