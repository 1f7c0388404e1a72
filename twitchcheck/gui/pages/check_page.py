"""What every page of the check shares: an empty shell until it is entered, then a column that scrolls."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget, QWizardPage

from twitchcheck.gui.pages.kept_place import KeptPlace
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
        self._kept: KeptPlace | None = None

    def enter(self) -> None:
        """Makes the contents from the answers as they are now, and has it said what the page is."""
        self._make()
        self._show_contents()
        announce(self, self.spoken())

    def put_away(self) -> None:
        """Lets go of the contents for a moment, in which the look or the words change."""
        if self.area is not None:
            self._kept = KeptPlace(self.area)
            self.drop()

    def make_again(self) -> None:
        """Makes the contents anew: place, keyboard and what is unfolded stay as they were."""
        self.put_away()
        kept, self._kept = self._kept, None
        self._make()
        self.say_again()
        self._show_contents()
        if kept is not None and self.area is not None:
            kept.find_again(self.area, self)

    def _make(self) -> None:
        self.drop()
        self.area = ScrollColumn(self.widest)
        # Before it is filled, since moving a full one into the page takes longer.
        self.shell.addWidget(self.area)
        self.fill(self.area.column)
        self.area.column.addStretch(1)
        self.setAccessibleName(self.spoken())

    def _show_contents(self) -> None:
        """Shows what is complete now. Qt would put it off and lay everything out in another width before, and what is
        not shown has no place to go back to."""
        if self.area is not None:
            self.area.show()

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

    def say_again(self) -> None:
        """Adds what the page said besides its contents."""

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
            self.area.lay_out()
            self.area.ensureWidgetVisible(widget, 0, 90)
        self.give_keyboard(widget)

    def give_keyboard(self, widget: QWidget) -> None:
        """Puts the keyboard to `widget`. A field to type in shows that by itself; it is not told that somebody came by
        a key, since nobody did."""
        is_field = isinstance(widget, QLineEdit)
        widget.setFocus(Qt.FocusReason.OtherFocusReason if is_field else self.way)


def opening(column: QVBoxLayout, kicker: QLabel, heading: QLabel, lead: QLabel | None = None) -> None:
    """The top of a page: a small line, the heading, and a lead."""
    column.addWidget(kicker)
    spaced(column, 8, heading)
    if lead is not None:
        spaced(column, 8, lead)
