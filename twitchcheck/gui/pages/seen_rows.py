"""Which rows of a page have been fully on the screen: what nobody has seen is not answered by going on."""

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QWidget

from twitchcheck.gui.widgets.scroll_column import ScrollColumn


class SeenRows(QObject):
    """Looks each time the page is scrolled or has got another size, once everything has found its place: what has no
    place yet stands at the top, as if it could be seen."""

    def __init__(self, area: ScrollColumn, rows: Mapping[str, QWidget]) -> None:
        super().__init__(area)
        self._area = area
        self._rows = dict(rows)
        self._seen: set[str] = set()
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self.look)
        bar = area.verticalScrollBar()
        bar.valueChanged.connect(lambda _: self._soon.start())
        # The range changes with every new size of the page or of what is on it.
        bar.rangeChanged.connect(lambda *_: self._soon.start())
        self._soon.start()

    def has(self, item_id: str) -> bool:
        """Whether the row has been on the screen from its top to its bottom."""
        return item_id in self._seen

    def seen(self) -> frozenset[str]:
        """What has been on the screen."""
        return frozenset(self._seen)

    def take_over(self, seen: frozenset[str]) -> None:
        """Counts as seen what was seen before the page was made anew."""
        self._seen |= seen

    def look(self) -> None:
        """Notes what is on the screen now. Of a row that is higher than the screen, its end counts."""
        port = self._area.viewport()
        if not port.isVisible():
            return
        self._area.lay_out()
        for item_id, row in self._rows.items():
            if item_id in self._seen or not row.isVisible():
                continue
            top = row.mapTo(port, QPoint(0, 0)).y()
            bottom = top + row.height()
            if 0 < bottom <= port.height() and (top >= 0 or row.height() > port.height()):
                self._seen.add(item_id)
