"""The table of contents of the result, behind a button that is always in sight."""

from functools import partial

from PySide6.QtWidgets import QMenu

from twitchcheck.gui.result_page import ResultPage


class ContentsMenu(QMenu):
    """Leads to every part of the result as it is shown now."""

    def __init__(self, page: ResultPage) -> None:
        super().__init__(page)
        self._page = page
        self.setObjectName("contentsMenu")
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        for part in self._page.parts:
            self.addAction(part.title, partial(self._page.show_part, part))
