"""The pieces of the result page: the care-level mark, and entries with a dot before them."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from twitchcheck.gui.look.marks import paint_tick, placed
from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.questionnaire.disposition import Disposition

_GLYPHS = {Disposition.ROUTINE: "i", Disposition.SOON: "!", Disposition.SAME_DAY: "!", Disposition.EMERGENCY: "!"}


class LevelMark(QWidget):
    """The mark of a care level: a disc with a tick, an i or an exclamation mark."""

    def __init__(self, disposition: Disposition, spoken: str) -> None:
        super().__init__()
        self._disposition = disposition
        self.setAccessibleName(spoken)
        size = round(self.font().pixelSize() * 3.4)
        self.setFixedSize(size, size)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and glyph, in the colours of the level turned round."""
        pair = tokens().levels[self._disposition]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ink))
        area = QRectF(self.rect())
        painter.drawEllipse(area)
        glyph = _GLYPHS.get(self._disposition)
        if glyph is None:
            margin = area.width() * 0.2
            paint_tick(painter, area.adjusted(margin, margin, -margin, -margin), QColor(pair.ground))
            return
        painter.setPen(QColor(pair.ground))
        painter.setFont(scaled(self.font(), 1.9, QFont.Weight.Bold))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, glyph)


class Dot(QWidget):
    """The small mark before a reason: filled when it is sure, a ring when the answers leave it open."""

    def __init__(self, colour: str, sure: bool) -> None:
        super().__init__()
        self._colour = colour
        self._sure = sure
        self.setFixedSize(12, round(self.font().pixelSize() * 1.25))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Dot or ring, level with the first line of text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = painter.pen()
        pen.setColor(QColor(self._colour))
        pen.setWidthF(1.8)
        painter.setPen(pen)
        painter.setBrush(QColor(self._colour) if self._sure else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(placed(self, QRectF(1.5, self.height() / 2 - 3.5, 8, 8)))


def dotted(colour: str, sure: bool, content: QWidget) -> QWidget:
    """A list entry with a dot before it."""
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(9)
    row.addWidget(Dot(colour, sure), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(content, 1)
    return holder
