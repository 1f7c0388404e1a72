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


class Columns(_Picture):
    """Columns side by side on a base line; the line stays where there is none."""

    def __init__(self, shares: Sequence[float], colour: str, spoken: str, description: str) -> None:
        super().__init__(76)
        self._shares = tuple(shares)
        self._colour = colour
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(description)

    def paint(self, painter: QPainter) -> None:
        """The columns, narrower when there are many."""
        colour = QColor(getattr(tokens(), self._colour))
        painter.setBrush(colour)
        base = self.height() - 3
        painter.drawRect(QRectF(0, base, self.width(), 3))
        room = self.width() / max(1, len(self._shares))
        width = round(min(34.0, max(4.0, room - 8)))
        for place, share in enumerate(self._shares):
            height = round(max(8.0, base * min(1.0, share)))
            left = round(place * min(room, width + 8))
            painter.drawRoundedRect(QRectF(left, base - height, width, height + 1), 4, 4)
            painter.drawRect(QRectF(left, base - height // 2, width, height // 2))
