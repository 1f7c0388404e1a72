"""What buttons that paint themselves have in common: all of one can be clicked, and a ring tells of the keyboard."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton

from twitchcheck.gui.look.marks import reached_by_keyboard

if TYPE_CHECKING:
    _ButtonMethods = QAbstractButton
else:
    # Two Qt classes cannot be parents of one: at run time the shared part is a plain class.
    _ButtonMethods = object


class PaintedButton(_ButtonMethods):
    """Used beside a Qt button class, and before it."""

    _ringed = False

    def hitButton(self, pos: QPoint) -> bool:
        """The words can be clicked too, not the mark alone."""
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Shows the ring for people who use the keyboard."""
        self._ringed = reached_by_keyboard(event)
        super().focusInEvent(event)

    def show_checked(self, on: bool) -> None:
        """Shows whether it is chosen, without telling anybody."""
        self.blockSignals(True)
        self.setChecked(on)
        self.blockSignals(False)
        self.update()

    def is_ringed(self) -> bool:
        """Whether it has the keyboard and shows it."""
        return self.hasFocus() and self._ringed
