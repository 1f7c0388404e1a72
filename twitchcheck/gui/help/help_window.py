"""The help: a list of topics at the side, and the topic beside it. It stays open beside the check."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QStackedWidget, QVBoxLayout, QWidget

from twitchcheck.gui.widgets.labels import announce, label
from twitchcheck.gui.widgets.scroll_column import ScrollColumn, spaced

Page = tuple[str, str, Callable[[QVBoxLayout], None]]
"""Id, title, and what fills the column below the title."""


class HelpWindow(QDialog):
    """Every topic of the help. A page is made when it is first looked at."""

    def __init__(self, pages: list[Page], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle("Help")
        self.setModal(False)
        self._pages = pages
        self._made: dict[int, ScrollColumn] = {}
        self._topics = QListWidget()
        self._topics.setObjectName("helpTopics")
        self._topics.setAccessibleName("Help topics")
        self._topics.ensurePolished()  # else the rows are measured without the style sheet
        self._topics.addItems([title for _, title, _ in pages])
        self._topics.setFixedWidth(round(self.font().pixelSize() * 16))
        self._stack = QStackedWidget()
        self._topics.currentRowChanged.connect(self._show)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._topics)
        row.addWidget(self._stack, 1)
        em = self.font().pixelSize()
        self.resize(em * 62, em * 42)

    def open_at(self, page_id: str) -> None:
        """Shows the window with one topic."""
        self._topics.setCurrentRow([one for one, _, _ in self._pages].index(page_id))
        self.show()
        self.raise_()
        self.activateWindow()
        self._topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, place: int) -> None:
        _, title, fill = self._pages[place]
        if place not in self._made:
            page = self._made[place] = ScrollColumn()
            page.setAccessibleName(title)
            page.column.addWidget(label(title, "heading", "heading"))
            page.column.addSpacing(12)
            fill(page.column)
            page.column.addStretch(1)
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(self._made[place])
        announce(self, title)


def paragraphs(column: QVBoxLayout, text: str) -> None:
    """Adds the paragraphs of a text, which empty lines part."""
    for place, paragraph in enumerate(text.strip().split("\n\n")):
        spaced(column, 10 if place else 0, label(paragraph))
