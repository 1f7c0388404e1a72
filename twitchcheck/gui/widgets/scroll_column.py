"""A column of widgets that scrolls, and the spaces between what stands in it."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSlider, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

_DEEP = 3
"""How many rounds the layouts of a page need to tell each other of a new size."""

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


class ScrollColumn(QScrollArea):
    """A column of widgets with quiet margins that become narrow in a small window."""

    def __init__(self, widest: float = WIDEST, centred: bool = False) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        content = QWidget()
        content.setObjectName("pageContent")
        self._outer = QHBoxLayout(content)
        inner = QWidget()
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Adapts the margins."""
        self._set_margins()
        super().resizeEvent(event)

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
