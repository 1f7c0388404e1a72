"""The sources of a page in a fold, which the numbers behind its sentences lead to, and the way back."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from twitchcheck.gui.widgets.labels import Fold, stack
from twitchcheck.gui.widgets.section import CitedSource
from twitchcheck.report.citations import Citations


class SourceFold(Fold):
    """Opens where a number leads. `show` brings a widget into sight and gives it the keyboard."""

    def __init__(self, citations: Citations, show: Callable[[QWidget], object]) -> None:
        self._citations = citations
        self._show_widget = show
        self._came_from: QWidget | None = None
        super().__init__("Sources", self._rows, "sources")

    def lead(self, number: int, sentence: QWidget) -> None:
        """Leads from a number behind a sentence to the source, and offers the way back from there."""
        self.link.setChecked(True)
        for row in self.findChildren(CitedSource):
            row.back.setVisible(row.number == number)
            if row.number == number:
                self._came_from = sentence
                self._show_widget(row.back)

    def _rows(self) -> QWidget:
        return stack(*(CitedSource(one, self._go_back) for one in self._citations.cited), spacing=10)

    def _go_back(self) -> None:
        """Back from a source to the sentence that led to it."""
        if self._came_from is not None:
            self._show_widget(self._came_from)
