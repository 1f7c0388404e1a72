"""What every page of the check shares: an empty shell until it is entered, then a column that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget, QWizardPage

from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import announce
from twitchcheck.gui.widgets.scroll_column import WIDEST, ScrollColumn, spaced


class CheckPage(QWizardPage):
    """A page of the wizard. Its contents are made when it is entered and dropped when it is left."""

    widest = WIDEST
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

    def show_item(self, item_id: str) -> None:
        """Puts the keyboard to an item, where the page has it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scrolls, where nothing else has the keyboard."""
        if self.area is None or not self.area.scroll_by(event.key()):
            super().keyPressEvent(event)

    def show_widget(self, widget: QWidget) -> None:
        """Scrolls until `widget` can be seen and puts the keyboard there."""
        if self.area is not None:
            self.area.ensureWidgetVisible(widget, 0, 90)
        widget.setFocus(self.way)


def opening(column: QVBoxLayout, kicker: QLabel, heading: QLabel, lead: QLabel | None = None) -> None:
    """The top of a page: a small line, the heading, and a lead."""
    column.addWidget(kicker)
    spaced(column, 8, heading)
    if lead is not None:
        spaced(column, 8, lead)
