"""A button that leads on does so once: the second press of a double click and a key that repeats do nothing more."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget


class FirstClick(QObject):
    """Watches the buttons that change what is shown. That a press belongs to the one before is told by the event
    itself: its kind, and the times that events carry, so that a slow program takes none for another."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed = -QGuiApplication.styleHints().mouseDoubleClickInterval()

    def watch(self, *buttons: QWidget) -> None:
        """Lets these buttons be pressed once."""
        for one in buttons:
            one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps back what comes again."""
        if isinstance(event, QKeyEvent):
            return event.type() is QEvent.Type.KeyPress and event.isAutoRepeat()
        if not isinstance(event, QMouseEvent):
            return False
        if event.type() not in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        since = event.timestamp() - self._pressed
        self._pressed = event.timestamp()
        again = 0 <= since < QGuiApplication.styleHints().mouseDoubleClickInterval()
        return again or event.type() is QEvent.Type.MouseButtonDblClick
