"""Small pieces that every page is made of: labels, links, folds, note boxes and spoken announcements."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget


def label(text: str, look: str = "", name: str = "") -> QLabel:
    """A wrapping plain-text label; `look` names its rule in the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    if look:
        made.setProperty("look", look)
    if name:
        made.setObjectName(name)
    return made


def short_label(text: str, look: str = "", name: str = "") -> QLabel:
    """A label on one line that is as wide as its text."""
    made = label(text, look, name)
    made.setWordWrap(False)
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return made


def button(text: str, name: str, look: str = "") -> QPushButton:
    """A push button that tests find by `name`."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    if look:
        made.setProperty("look", look)
    return made


def link(text: str, name: str) -> QPushButton:
    """A button that looks like a link, as wide as its text."""
    made = button(text, name, "link")
    made.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return made


def thin_line() -> QFrame:
    """A line one pixel high that sets things apart."""
    made = QFrame()
    made.setProperty("look", "line")
    return made


def framed(look: str, *contents: QWidget, margins: tuple[int, int, int, int] = (20, 16, 20, 16)) -> QFrame:
    """A frame such as a card or a note, with `contents` below each other."""
    frame = QFrame()
    frame.setProperty("look", look)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(*margins)
    layout.setSpacing(4)
    for content in contents:
        layout.addWidget(content)
    return frame


def note(content: QWidget) -> QFrame:
    """The calm box with a line at its side."""
    return framed("note", content, margins=(18, 13, 18, 13))


def stack(*contents: QWidget, spacing: int = 4) -> QWidget:
    """Widgets below each other."""
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for content in contents:
        column.addWidget(content)
    return holder


class Fold(QWidget):
    """A link that opens and closes what stands below it, which is made when it is first needed. With `on_request`
    nothing but a click opens it."""

    def __init__(self, title: str, make: Callable[[], QWidget], name: str, on_request: bool = False) -> None:
        super().__init__()
        self.setObjectName(name)
        self.title = title
        self.on_request = on_request
        self._make = make
        self._content: QWidget | None = None
        self.link = link("", f"{name}.link")
        self.link.setCheckable(True)
        self.link.setAccessibleName(title)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.link)
        self.link.toggled.connect(self._show)
        self._show(False)

    def content(self) -> QWidget:
        """What stands below the link, hidden while the fold is closed."""
        if self._content is None:
            self._content = self._make()
            self._content.setContentsMargins(0, 0, 0, 8)
            self._column.addWidget(self._content)
            self._content.setVisible(self.link.isChecked())
        return self._content

    def _show(self, is_open: bool) -> None:
        if is_open or self._content is not None:
            self.content().setVisible(is_open)
        self.link.setText(f"{self.title} {'▴' if is_open else '▾'}")
        self.link.setAccessibleDescription("open" if is_open else "closed")


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say `text` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
