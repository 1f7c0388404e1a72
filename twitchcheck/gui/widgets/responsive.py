"""A row that becomes a column where the room is narrow."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget


class Responsive(QWidget):
    """Widgets side by side; below each other in less than `narrow_below` times the font size, or if they do not fit."""

    def __init__(self, narrow_below: float, spacing: int, *contents: tuple[QWidget, int], below: int = 18) -> None:
        super().__init__()
        self._narrow_below = narrow_below
        self._wide_spacing = spacing
        self._narrow_spacing = below
        self._contents = [content for content, _ in contents]
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(spacing)
        for content, stretch in contents:
            self._layout.addWidget(content, stretch)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the column can be, else a row would never let the window become narrow enough to turn it."""
        return QSize(max(_narrowest(one) for one in self._contents), self._layout.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turns the row into a column and back."""
        self._turn(event.size().width())
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Turns it too when what is in it needs other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._turn(self.width())
        return super().event(event)

    def _turn(self, width: int) -> None:
        row = sum(map(_narrowest, self._contents)) + self._wide_spacing * (len(self._contents) - 1)
        narrow = width < max(row, self.font().pixelSize() * self._narrow_below)
        direction = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)
            self._layout.setSpacing(self._narrow_spacing if narrow else self._wide_spacing)


def _narrowest(widget: QWidget) -> int:
    return max(widget.minimumWidth(), widget.minimumSizeHint().width())
