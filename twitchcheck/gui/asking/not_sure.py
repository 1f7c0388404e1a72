"""The words "I am not sure" beside an amount, as a check box in the look of the rows."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox

from twitchcheck.gui.look.marks import paint_check_mark, placed
from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.widgets.labels import without_key
from twitchcheck.gui.widgets.painted_button import PaintedButton
from twitchcheck.questionnaire.items import NOT_SURE, Item


class NotSureBox(PaintedButton, QCheckBox):
    """Hidden where the item has no such answer."""

    def __init__(self, item: Item) -> None:
        super().__init__(item.not_sure)
        without_key(self)
        self.setObjectName(f"{item.id}.{NOT_SURE}")
        self.setAccessibleName(f"{item.brief}: {item.not_sure}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if not item.not_sure:
            self.hide()

    def sizeHint(self) -> QSize:
        """Mark, gap and words."""
        size = self.font().pixelSize()
        return QSize(round(size * 1.2) + 10 + self.fontMetrics().horizontalAdvance(self.text()) + 4, size * 2)

    def minimumSizeHint(self) -> QSize:
        """The words do not wrap."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Mark, words and ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self.font().pixelSize() * 1.2
        mark = placed(self, QRectF(1, (self.height() - size) / 2, size, size))
        paint_check_mark(painter, mark, self.isChecked())
        painter.setPen(QColor(tokens().ink))
        words = placed(self, QRectF(self.rect()).adjusted(round(size) + 10, 0, 0, 0))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.text())
        if self.is_ringed():
            painter.setPen(QPen(QColor(tokens().primary), 1.6))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(words.adjusted(-4, 1, -1, -1), 4, 4)
