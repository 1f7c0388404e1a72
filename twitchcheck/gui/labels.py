"""Small pieces that every page is made of: labels, links, folds, note boxes and spoken announcements."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor, QPaintEvent
from PySide6.QtWidgets import (
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

from twitchcheck.gui.theme import tokens

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


class Link(QPushButton):
    """A button that looks like a link, as wide as its text; the text wraps where there is less room."""

    _ABOVE, _BEHIND = 3, 2
    _WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    def __init__(self, text: str, name: str) -> None:
        super().__init__(text)
        self.setObjectName(name)
        self.setProperty("look", "link")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _words(self, width: int) -> QSize:
        self.ensurePolished()
        room = QRect(0, 0, max(1, width - self._BEHIND), 10_000)
        return self.fontMetrics().boundingRect(room, int(self._WRAP), self.text()).size()

    def hasHeightForWidth(self) -> bool:
        """Links grow when their words wrap."""
        return True

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


def note(text: str) -> QFrame:
    """The calm box with a line at its side."""
    return framed("note", label(text, "calm"), margins=(18, 13, 18, 13))


class Fold(QWidget):
    """A link that opens and closes what stands below it."""

    def __init__(self, title: str, content: QWidget, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._title = title
        self._content = content
        self.link = link("", f"{name}.link")
        self.link.setCheckable(True)
        self.link.setAccessibleName(title)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self.link)
        layout.addWidget(content)
        self.link.toggled.connect(self._show)
        self._show(False)

    def _show(self, is_open: bool) -> None:
        self._content.setVisible(is_open)
        self.link.setText(f"{self._title} {'▴' if is_open else '▾'}")
        self.link.setAccessibleDescription("open" if is_open else "closed")


def announce(widget: QWidget, text: str) -> None:
    """Has a screen reader say `text` now."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
