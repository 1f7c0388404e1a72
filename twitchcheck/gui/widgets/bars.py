"""Painted pictures of numbers: a bar against a limit, a share, and the balance. The numbers stand beside them."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from twitchcheck.gui.look.theme import tokens


class _Picture(QWidget):
    """A widget of a fixed height that paints itself smoothly."""

    def __init__(self, height: int) -> None:
        super().__init__()
        self.setFixedHeight(height)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        self.paint(painter)

    def paint(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _track(self, painter: QPainter, area: QRectF, share: float, colour: str) -> None:
        radius = area.height() / 2
        painter.setBrush(QColor(tokens().track))
        painter.drawRoundedRect(area, radius, radius)
        if share > 0:
            painter.setBrush(QColor(colour))
            filled = QRectF(area.left(), area.top(), max(area.height(), area.width() * min(1.0, share)), area.height())
            painter.drawRoundedRect(filled, radius, radius)


class GuideBar(_Picture):
    """An amount with a tick where the limit is; orange beyond it."""

    def __init__(self) -> None:
        super().__init__(20)
        self._amount = 0.0
        self._guide = 0.0

    def show_amount(self, amount: float, guide: float, guide_text: str) -> None:
        """Shows `amount` against `guide`, which stands in the middle until the amount outgrows the bar."""
        self._amount, self._guide = amount, guide
        self.setAccessibleName(f"{amount:.0f}, limit {guide:.0f}")
        self.setAccessibleDescription(guide_text)
        self.update()

    def paint(self, painter: QPainter) -> None:
        """Track, amount, limit."""
        colours = tokens()
        full = max(self._guide * 2, self._amount * 1.1) or 1.0
        area = QRectF(0, 4, self.width(), 12)
        over = self._amount > self._guide
        self._track(painter, area, self._amount / full, colours.trigger if over else colours.primary)
        x = self.width() * self._guide / full
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.drawLine(round(x), 0, round(x), self.height())


class ShareBar(_Picture):
    """How much a trigger stands out, from nothing to full."""

    def __init__(self, share: float, spoken: str) -> None:
        super().__init__(14)
        self._share = share
        self.setMinimumWidth(90)
        self.setAccessibleName(spoken)

    def paint(self, painter: QPainter) -> None:
        """Track and share."""
        self._track(painter, QRectF(self.rect()), self._share, tokens().trigger)


class Discs(_Picture):
    """One disc for each thing that is counted; an empty ring where there is none."""

    def __init__(self, colours: Sequence[str], spoken: str) -> None:
        super().__init__(16)
        self._colours = tuple(colours)
        self.setAccessibleName(spoken)

    def paint(self, painter: QPainter) -> None:
        """The discs, closer together when there are many."""
        step = min(20.0, (self.width() - 16) / max(1, len(self._colours) - 1))
        for place, colour in enumerate(self._colours):
            painter.setBrush(QColor(colour))
            painter.drawEllipse(QRectF(place * step + 1, 1, 14, 14))
        if not self._colours:
            painter.setPen(QPen(QColor(tokens().edge), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(QRectF(1, 1, 13, 13))
