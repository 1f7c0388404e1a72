"""Find on this page: a line to type in, the number of places, and the way from one to the next."""

from collections.abc import Callable, Iterator

from msgspec import Struct
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QTextDocumentFragment
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from twitchcheck.gui.pages.check_page import CheckPage
from twitchcheck.gui.widgets.labels import Fold, announce, button, link, short_label


class Place(Struct, frozen=True):
    """Where the words stand: `length` characters from `start` on in the text that a label shows."""

    label: QLabel
    start: int
    length: int


class FindBar(QFrame):
    """Looks through the page that is shown, in what is folded away too; not in what opens only on request."""

    def __init__(self, page: Callable[[], CheckPage]) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setProperty("look", "bar")
        self._page = page
        self._places: list[Place] = []
        self._current = -1
        self._field = QLineEdit()
        self._field.setObjectName("find")
        self._field.setAccessibleName("Find on this page")
        self._field.setPlaceholderText("Find on this page")
        self._field.textChanged.connect(self._search)
        self._count = short_label("", "soft", "found")
        previous = button("&Previous", "findPrevious")
        following = button("Ne&xt", "findNext")
        close = link("Close", "closeFind")
        previous.clicked.connect(lambda: self._step(-1))
        following.clicked.connect(lambda: self._step(1))
        close.clicked.connect(self.close_bar)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 8, 22, 8)
        row.setSpacing(10)
        row.addWidget(self._field, 1)
        for widget in (self._count, previous, following, close):
            row.addWidget(widget)
        self.hide()

    def open_bar(self) -> None:
        """Shows the line, ready for typing."""
        self.show()
        self._field.selectAll()
        self._field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search(self._field.text())

    def close_bar(self) -> None:
        """Hides the line and gives the keyboard back to where the words were found."""
        if self.isVisible():
            place = self._places[self._current].label if self._places else self._page()
            self._forget()
            self.hide()
            place.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hides the line without moving the keyboard; for when the page changes, and its labels are gone."""
        self._places = []
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the next place, with Shift to the one before; Esc closes."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._step(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _search(self, words: str) -> None:
        self._forget()
        self._places = list(_places(self._page(), words.strip())) if words.strip() else []
        self._current = -1
        if self._places:
            self._step(1)
        else:
            self._tell("Not found" if words.strip() else "")

    def _step(self, by: int) -> None:
        if not self._places:
            return
        self._current = (self._current + by) % len(self._places)
        place = self._places[self._current]
        self._unmark()
        _open_folds_around(place.label)
        flags = place.label.textInteractionFlags() | Qt.TextInteractionFlag.TextSelectableByMouse
        place.label.setTextInteractionFlags(flags)
        place.label.setSelection(place.start, place.length)
        page = self._page()
        if page.area is not None:
            page.area.reveal(place.label)
        self._tell(f"{self._current + 1} of {len(self._places)}")

    def _tell(self, found: str) -> None:
        self._count.setText(found)
        announce(self, found)

    def _unmark(self) -> None:
        for place in self._places:
            if place.label.hasSelectedText():
                place.label.setSelection(0, 0)

    def _forget(self) -> None:
        self._unmark()
        self._places = []


def _places(page: CheckPage, words: str) -> Iterator[Place]:
    for fold in page.findChildren(Fold):
        if not fold.on_request:
            fold.content()
    for label in page.findChildren(QLabel):
        if not _can_be_shown(label, page):
            continue
        rich = label.textFormat() is Qt.TextFormat.RichText
        text = QTextDocumentFragment.fromHtml(label.text()).toPlainText() if rich else label.text()
        text, wanted = text.lower(), words.lower()
        start = text.find(wanted)
        while start >= 0:
            yield Place(label, start, len(words))
            start = text.find(wanted, start + len(words))


def _folds_around(widget: QWidget) -> Iterator[Fold]:
    holder = widget.parentWidget()
    while holder is not None:
        if isinstance(holder, Fold):
            yield holder
        holder = holder.parentWidget()


def _can_be_shown(label: QLabel, page: CheckPage) -> bool:
    """Whether the label can be seen, or would be once the folds around it are open."""
    closed = [fold for fold in _folds_around(label) if not fold.link.isChecked()]
    if any(fold.on_request for fold in closed):
        return False
    return label.isVisibleTo(closed[-1].content() if closed else page)


def _open_folds_around(label: QLabel) -> None:
    for fold in _folds_around(label):
        fold.link.setChecked(True)
