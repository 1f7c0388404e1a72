"""A column of widgets that scrolls, and the spaces between what stands in it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_DEEP = 3
"""How many rounds the layouts of a page need to tell each other of a new size."""

_AROUND_FOCUS = 8
"""So much is in sight above and below what has the keyboard, for its ring."""

WIDEST = 53.4
"""The widest column of text, in units of the font size: about 800 pixels at 100 %."""


_SCROLLS: dict[int, QAbstractSlider.SliderAction] = {
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_Space: QAbstractSlider.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_Home: QAbstractSlider.SliderAction.SliderToMinimum,
    Qt.Key.Key_End: QAbstractSlider.SliderAction.SliderToMaximum,
}


class _GivenSize(QWidget):
    """Gets its size from the area around it, whatever it would like best. So nobody works that out: how high all of a
    page would be at the width of its longest line takes as long as to lay it out."""

    def sizeHint(self) -> QSize:
        """The least."""
        return self.minimumSizeHint()


class ScrollColumn(QScrollArea):
    """A column of widgets with quiet margins that become narrow in a small window."""

    def __init__(self, widest: float = WIDEST, centred: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = _GivenSize()
        content.setObjectName("pageContent")
        self._outer = QHBoxLayout(content)
        inner = _GivenSize()
        inner.setMaximumWidth(round(self.font().pixelSize() * widest))
        if centred:
            self._outer.addStretch(0)
        self._outer.addWidget(inner, 1)
        self._outer.addStretch(0)
        self.column = QVBoxLayout(inner)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(0)
        self._set_margins()
        self.setWidget(content)
        # With no time to wait it comes when what has been put off is in its place.
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._follow)
        self._is_followed = False
        self.verticalScrollBar().rangeChanged.connect(self._stay_with_keyboard)
        self.verticalScrollBar().valueChanged.connect(self._note_scrolling)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._go_with_keyboard)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapts the margins."""
        self._set_margins()
        super().resizeEvent(event)

    def _go_with_keyboard(self) -> None:
        """Brings what has got the keyboard into sight."""
        if self._focus() is not None:
            self._is_followed = True
            self._soon.start()

    def _stay_with_keyboard(self) -> None:
        """Keeps what has the keyboard in sight when something above it opens, unless somebody has scrolled away."""
        if self._is_followed:
            self._soon.start()

    def _note_scrolling(self) -> None:
        self._is_followed = self._hidden() == 0

    def _follow(self) -> None:
        """Not while a button is down: what is clicked must not move away."""
        if not QApplication.mouseButtons():
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._hidden())

    def _hidden(self) -> int:
        """How far to scroll until what has the keyboard is in sight with the room for its ring; of what is higher than
        the screen, its top."""
        widget = self._focus()
        if widget is None:
            return 0
        top, room = widget.mapTo(self.viewport(), QPoint(0, 0)).y() - _AROUND_FOCUS, self.viewport().height()
        below = top + widget.height() + 2 * _AROUND_FOCUS - room
        return min(top, 0) or min(max(below, 0), max(top, 0))

    def _focus(self) -> QWidget | None:
        widget, content = QApplication.focusWidget(), self.widget()
        return widget if widget is not None and content is not None and content.isAncestorOf(widget) else None

    def lay_out(self) -> None:
        """Gives everything its place now, so that what opens does so in one step: layouts inside each other would
        take several."""
        for _ in range(_DEEP):
            _lay_out()

    def scroll_by(self, key: int) -> bool:
        """Scrolls as far as a key means; whether it means that at all."""
        action = _SCROLLS.get(key)
        if action is not None:
            self.verticalScrollBar().triggerAction(action)
        return action is not None

    def scroll_to(self, widget: QWidget) -> None:
        """Scrolls until `widget` stands at the top, as far as there is something below it."""
        _lay_out()
        content = self.widget()
        if content is not None:
            self.verticalScrollBar().setValue(widget.mapTo(content, QPoint(0, 0)).y() - 20)

    def reveal(self, widget: QWidget) -> None:
        """Scrolls no further than until `widget` can be seen."""
        _lay_out()
        self.ensureWidgetVisible(widget, 0, 90)

    def return_to(self, place: int) -> None:
        """Scrolls to where somebody was before."""
        self.lay_out()
        self.verticalScrollBar().setValue(place)

    def _set_margins(self) -> None:
        wide = self.width() >= 800
        self._outer.setContentsMargins(56 if wide else 28, 40 if wide else 26, 56 if wide else 24, 32)


def _lay_out() -> None:
    """Gives what has just been unfolded its place, which Qt would put off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def spaced(column: QVBoxLayout, space: int, widget: QWidget) -> None:
    """Adds `widget` to `column` with some space above it."""
    column.addSpacing(space)
    column.addWidget(widget)
