"""Where somebody is on a page, so that it can be made anew in other words, colours or sizes around them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

from twitchcheck.gui.widgets.labels import Fold
from twitchcheck.gui.widgets.scroll_column import ScrollColumn


class KeptPlace:
    """The part of the page that is passed, what is unfolded, what has the keyboard and where the cursor is in it."""

    def __init__(self, area: ScrollColumn) -> None:
        bar = area.verticalScrollBar()
        self._passed = bar.value() / max(1, bar.maximum())
        self._unfolded = {one.objectName() for one in area.findChildren(Fold) if one.link.isChecked()}
        focus = QApplication.focusWidget()
        self._focus = "" if focus is None or not area.isAncestorOf(focus) else focus.objectName()
        self._had_page = focus is not None and focus is area.parentWidget()
        self._cursor = _cursor(focus)

    def find_again(self, area: ScrollColumn, page: QWidget) -> None:
        """Brings it all back in what was made anew."""
        for fold in area.findChildren(Fold):
            fold.link.setChecked(fold.link.isChecked() or fold.objectName() in self._unfolded)
        area.lay_out()
        found = page if self._had_page else area.findChild(QWidget, self._focus) if self._focus else None
        if found is not None:
            # As a window that comes to the front gives the keyboard back: nobody has entered anything.
            found.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
            _put_cursor(found, self._cursor)
        area.verticalScrollBar().setValue(round(self._passed * area.verticalScrollBar().maximum()))


def _cursor(widget: QWidget | None) -> tuple[int, int]:
    """From where to where the text of a field is selected; both are the cursor's place where nothing is."""
    if isinstance(widget, QPlainTextEdit):
        return widget.textCursor().anchor(), widget.textCursor().position()
    if isinstance(widget, QLineEdit):
        place = widget.cursorPosition()
        start = widget.selectionStart()
        return (place, place) if start < 0 else (start, widget.selectionEnd())
    return 0, 0


def _put_cursor(widget: QWidget, selected: tuple[int, int]) -> None:
    start, end = selected
    if isinstance(widget, QPlainTextEdit):
        cursor = widget.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, cursor.MoveMode.KeepAnchor)
        widget.setTextCursor(cursor)
    elif isinstance(widget, QLineEdit):
        widget.setCursorPosition(end)
        if start != end:
            widget.setSelection(start, end - start)
