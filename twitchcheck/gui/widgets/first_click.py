"""A button that leads on does so once: the second press of a double click and a key that repeats do nothing more."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QWidget

_IN_ONE_GO = 20
"""Milliseconds: nobody lets go of a key and presses it again so soon. Some X servers tell of a key that repeats so."""


class FirstClick(QObject):
    """Watches the buttons that change what is shown. That a press belongs to the one before is told by the event
    itself: its kind, and the times that events carry, so that a slow program takes none for another."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pressed = -QGuiApplication.styleHints().mouseDoubleClickInterval()
        self._released: tuple[int, int] | None = None
        self._repeated = 0

    def watch(self, *buttons: QWidget) -> None:
        """Lets these buttons be pressed once."""
        for one in buttons:
            one.installEventFilter(self)

    def watch_keys_of(self, window: QWindow) -> None:
        """Looks at the keys before anything else does."""
        window.installEventFilter(self)

    def repeats(self, event: QKeyEvent) -> bool:
        """Whether a key is held down and repeats."""
        return event.isAutoRepeat() or 0 < event.timestamp() == self._repeated

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps back what comes again."""
        if isinstance(event, QKeyEvent):
            if isinstance(watched, QWindow):
                self._note(event)
                return False
            return event.type() is QEvent.Type.KeyPress and self.repeats(event)
        return isinstance(watched, QWidget) and isinstance(event, QMouseEvent) and self._is_second(event)

    def _note(self, event: QKeyEvent) -> None:
        if event.type() is QEvent.Type.KeyRelease:
            self._released = (event.key(), event.timestamp())
        elif event.type() is QEvent.Type.KeyPress and self._released is not None:
            key, when = self._released
            if key == event.key() and 0 <= event.timestamp() - when < _IN_ONE_GO:
                self._repeated = event.timestamp()

    def _is_second(self, event: QMouseEvent) -> bool:
        if event.type() not in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
            return False
        since = event.timestamp() - self._pressed
        self._pressed = event.timestamp()
        again = 0 <= since < QGuiApplication.styleHints().mouseDoubleClickInterval()
        return again or event.type() is QEvent.Type.MouseButtonDblClick
