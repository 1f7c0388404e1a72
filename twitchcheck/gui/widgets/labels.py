"""Small pieces that every page is made of: labels, links, folds, note boxes and spoken announcements."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QKeySequence, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from twitchcheck.gui.look.theme import tokens

SMALLEST_TARGET = 24
"""How wide and high everything that is clicked is at least, in pixels."""


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


def without_key(button: QAbstractButton) -> None:
    """Takes the key away that Qt has made of an "&" in words that come from the content."""
    if "&" in button.text():
        button.setShortcut(QKeySequence())


class Link(QPushButton):
    """A button that looks like a link, as wide as its text; the text wraps where there is less room."""

    _ABOVE, _BEHIND = 3, 2
    _WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        without_key(self)
        self.setObjectName(name)
        self._measured: dict[tuple[int, str, int], QSize] = {}
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _words(self, width: int) -> QSize:
        """How large the words are in this width; layouts ask for it very often."""
        self.ensurePolished()
        key = (width, self.text(), self.font().pixelSize())
        if key not in self._measured:
            room = QRect(0, 0, max(1, width - self._BEHIND), 10_000)
            self._measured[key] = self.fontMetrics().boundingRect(room, int(self._WRAP), self.text()).size()
        return self._measured[key]

    def heightForWidth(self, width: int) -> int:
        """The height that the wrapped words need, and never less than a target that is easily hit."""
        return max(SMALLEST_TARGET, self._words(width).height() + 2 * self._ABOVE)

    def sizeHint(self) -> QSize:
        """All words on one line."""
        width = self._words(10_000).width() + self._BEHIND + 1
        return QSize(max(SMALLEST_TARGET, width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """As narrow as the longest word."""
        width = self._words(0).width() + self._BEHIND + 1
        return QSize(max(SMALLEST_TARGET, width), self.heightForWidth(10_000))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground from the style sheet, and the words, underlined while they are pointed at or have the focus."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        font = painter.font()
        font.setUnderline(self.underMouse() or self.hasFocus())
        painter.setFont(font)
        painter.setPen(QColor(tokens().primary))
        words = QStyle.visualRect(self.layoutDirection(), self.rect(), self.rect().adjusted(0, 0, -self._BEHIND, 0))
        painter.drawText(words, int(self._WRAP), self.text())


def link(text: str, name: str) -> Link:
    """A link that tests find by `name`."""
    return Link(text, name)


def thin_line() -> QFrame:
    """A line one pixel high that sets things apart."""
    made = QFrame()
    made.setProperty("look", "line")
    return made


def framed(
    look: str, *contents: QWidget, margins: tuple[int, int, int, int] = (20, 16, 20, 16), spacing: int = 4
) -> QFrame:
    """A frame such as a card or a note, with `contents` below each other."""
    frame = QFrame()
    frame.setProperty("look", look)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(*margins)
    layout.setSpacing(spacing)
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
        without_key(self.link)
        self.link.setAccessibleDescription("open" if is_open else "closed")


def show_if(wanted: bool, widget: QWidget) -> None:
    """Shows or hides `widget`, where it is not so yet: setVisible lays out at once what it shows, also on a page that
    is still being made, whose width is not known."""
    if widget.isHidden() is wanted:
        widget.setVisible(wanted)


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say `text` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
