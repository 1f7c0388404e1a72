"""What every page of the check shares: an empty shell until it is entered, then a column that scrolls."""

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
    QWizardPage,
)

from twitchcheck.gui.labels import announce
from twitchcheck.gui.session import Session

_WIDEST = 53.4
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

    def __init__(self, widest: float = _WIDEST, centred: bool = False) -> None:
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

    def _set_margins(self) -> None:
        wide = self.width() >= 800
        self._outer.setContentsMargins(56 if wide else 28, 40 if wide else 26, 56 if wide else 24, 32)


class CheckPage(QWizardPage):
    """A page of the wizard. Its contents are made when it is entered and dropped when it is left."""

    widest = _WIDEST
    way = Qt.FocusReason.OtherFocusReason
    """How the person came: by a key, and then what has the keyboard is shown to have it, or with the mouse."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__()
        self.session = session
        self.setObjectName(name)
        # QWizard fills up pages that do not ask for the height.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shell = QVBoxLayout(self)
        self.shell.setContentsMargins(0, 0, 0, 0)
        self.area: ScrollColumn | None = None

    def enter(self) -> None:
        """Makes the contents from the answers as they are now."""
        self.drop()
        self.area = ScrollColumn(self.widest)
        # Before it is filled, since moving a full one into the page takes longer.
        self.shell.addWidget(self.area)
        self.fill(self.area.column)
        self.area.column.addStretch(1)
        self.setAccessibleName(self.spoken())
        announce(self, self.spoken())

    def drop(self) -> None:
        """Lets go of the contents."""
        if self.area is not None:
            self.shell.removeWidget(self.area)
            self.area.hide()
            self.area.deleteLater()
            self.area = None

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the widgets of the page."""
        raise NotImplementedError

    def spoken(self) -> str:
        """What a screen reader says when the page appears."""
        raise NotImplementedError

    def focus_first(self) -> None:
        """Puts the keyboard where the person begins; at the page itself when there is nothing to fill in."""
        self.setFocus(self.way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls, where nothing else has the keyboard."""
        if self.area is None or not self.area.scroll_by(event.key()):
            super().keyPressEvent(event)

    def show_widget(self, widget: QWidget) -> None:
        """Scrolls until `widget` can be seen and puts the keyboard there."""
        if self.area is not None:
            self.area.ensureWidgetVisible(widget, 0, 90)
        widget.setFocus(self.way)


def _lay_out() -> None:
    """Gives what has just been unfolded its place, which Qt would put off."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def spaced(column: QVBoxLayout, space: int, widget: QWidget) -> None:
    """Adds `widget` to `column` with some space above it."""
    column.addSpacing(space)
    column.addWidget(widget)


def opening(column: QVBoxLayout, kicker: QLabel, heading: QLabel, lead: QLabel | None = None) -> None:
    """The top of a page: a small line, the heading, and a lead."""
    column.addWidget(kicker)
    spaced(column, 8, heading)
    if lead is not None:
        spaced(column, 8, lead)
