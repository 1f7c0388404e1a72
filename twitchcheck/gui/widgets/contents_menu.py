"""The table of contents of the result: a menu that leads to each of its parts."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QMenu, QWidget

from twitchcheck.gui.widgets.labels import Fold
from twitchcheck.gui.widgets.section import Section

Part = Section | Fold


class ContentsMenu(QMenu):
    """One entry for each part, in the order of the page."""

    def __init__(self, parts: Iterable[Part], show: Callable[[Part], object], parent: QWidget) -> None:
        super().__init__(parent)
        for part in parts:
            self.addAction(part.title, partial(show, part))
