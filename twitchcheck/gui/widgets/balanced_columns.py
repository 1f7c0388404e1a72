"""Parts in two columns of about the same height, in the order of reading; in one column where the room is narrow."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget


class BalancedColumns(QWidget):
    """Fills the first column as far as makes both most alike in height: chosen anew when the width changes, and not
    when something opens, so that nothing jumps."""

    def __init__(self, parts: Sequence[QWidget], narrow_below: float, between: int, spacing: int) -> None:
        super().__init__()
        self._parts = list(parts)
        self._narrow_below = narrow_below
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._between = between
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column in self._columns:
            column.setSpacing(spacing)
            self._row.addLayout(column, 1)
        for part in self._parts:
            self._columns[0].addWidget(part)
        for column in self._columns:
            column.addStretch(1)
        self._first = len(self._parts)
        self._wide = False

    def minimumSizeHint(self) -> QSize:
        """As narrow as one column can be, else two would never let the window become narrow enough for one."""
        narrowest = max((one.minimumSizeHint().width() for one in self._parts), default=0)
        return QSize(narrowest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the parts out between the columns."""
        width = event.size().width()
        if width != event.oldSize().width():
            each = (width - self._between) // 2
            narrowest = max((one.minimumSizeHint().width() for one in self._parts), default=0)
            self._wide = width >= self.font().pixelSize() * self._narrow_below and each >= narrowest
            self._share(self._best_first(each) if self._wide else len(self._parts))
        super().resizeEvent(event)

    def _share(self, first: int) -> None:
        self._row.setSpacing(self._between if first < len(self._parts) else 0)
        self._row.setStretch(1, 1 if first < len(self._parts) else 0)
        left, right = self._columns
        while self._first > first:
            self._first -= 1
            left.removeWidget(self._parts[self._first])
            right.insertWidget(0, self._parts[self._first])
        while self._first < first:
            right.removeWidget(self._parts[self._first])
            left.insertWidget(self._first, self._parts[self._first])
            self._first += 1

    def _best_first(self, width: int) -> int:
        """How many parts stand in the first column: those that make the higher column as low as can be."""
        spacing = self._columns[0].spacing()
        heights = [_height(one, width) + spacing for one in self._parts]
        places = range(1, len(heights) + 1)
        return min(places, key=lambda place: max(sum(heights[:place]), sum(heights[place:])), default=0)


def _height(part: QWidget, width: int) -> int:
    return part.heightForWidth(width) if part.hasHeightForWidth() else part.sizeHint().height()
