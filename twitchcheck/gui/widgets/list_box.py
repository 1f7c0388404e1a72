"""A list to choose one of, which changes by choosing alone."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox

_OPENS = (Qt.Key.Key_Up, Qt.Key.Key_Down)
_SCROLLS = (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_End)


class ListBox(QComboBox):
    """While it is closed, the wheel and the Page keys scroll what is around it; the arrows and letters open it."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leaves the wheel to the page."""
        event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Opens the list instead of choosing from it unseen."""
        if event.key() in _SCROLLS:
            event.ignore()
        elif event.key() in _OPENS:
            self.showPopup()
        elif event.text().strip():
            self.showPopup()
            self.view().keyboardSearch(event.text())
        else:
            super().keyPressEvent(event)
