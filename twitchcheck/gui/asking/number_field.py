"""A number that can be typed or stepped. The text stays as it was typed, and is judged aloud with every key."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QWidget

from twitchcheck.gui.widgets.labels import button
from twitchcheck.questionnaire.typed_number import Typed, judged

UNSET_TEXT = "\N{EN DASH}"
"""What stands in a field in which nothing has been given."""

_ON_PURPOSE = (Qt.FocusReason.MouseFocusReason, Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_COMES_BACK = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_FRAME = 30
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}


class NumberField(QLineEdit):
    """A line to type a number in. Whatever is typed stays there; `called` names the number in the word about it.

    The arrows step only in a field that somebody has entered: on a page that has just opened they scroll, as the
    Page keys and the wheel always do. `given` tells of what the person, or a screen reader for them, has typed.
    """

    stepped = Signal(int)
    given = Signal()

    def __init__(self, called: str, minimum: float, maximum: float, step: float) -> None:
        super().__init__()
        self.called = called
        self.minimum = minimum
        self.maximum = maximum
        self._step = step
        self._is_entered = False
        self._was_clicked = False
        self.setAcceptDrops(False)  # a file that falls here is opened by the window, not written as its name
        self.setProperty("look", "number")
        self.setPlaceholderText(UNSET_TEXT)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._is_shown = False
        # Not textEdited, which does not tell of what a screen reader writes.
        self.textChanged.connect(self._take)

    def typed(self) -> Typed:
        """What the text comes to."""
        return judged(self.text(), self.called, self.minimum, self.maximum)

    def show_text(self, text: str) -> None:
        """Shows a text without telling anybody. The same text again would move the cursor while somebody types."""
        if text != self.text():
            self._is_shown = True
            self.setText(text)
            self._is_shown = False

    def show_amount(self, amount: float, as_typed: str = "") -> None:
        """Shows a number, where it can be in the words in which it was typed."""
        if self.typed().value != amount:
            means_it = judged(as_typed, self.called, self.minimum, self.maximum).value == amount
            self.show_text(as_typed if means_it else f"{amount:.10g}")

    def clear_unless_blank(self) -> None:
        """Shows the dash, where there is more than a space that somebody has begun with."""
        if self.text().strip():
            self.show_text("")

    def after(self, steps: int) -> float | None:
        """The number so many steps from what is there, within the bounds; None where there is no such step."""
        value, problem = self.typed()
        if problem or (value is None and steps < 0):
            return None
        further = (self.minimum if value is None else value) + steps * self._step
        further = min(self.maximum, max(self.minimum, further))
        return None if further == value else further

    def sizeHint(self) -> QSize:
        """As wide as the longest number; a line of text would be much wider."""
        return QSize(self.fontMetrics().horizontalAdvance("00000") + _FRAME, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No narrower."""
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows step."""
        steps = _STEPS.get(Qt.Key(event.key()), 0)
        if steps and self._is_entered:
            self.stepped.emit(steps)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Selects what is there, so that typing replaces it."""
        super().focusInEvent(event)
        if event.reason() not in _COMES_BACK:
            self._is_entered = event.reason() in _ON_PURPOSE
            self._was_clicked = False
            self.selectAll()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The first click selects what is there, also where the keyboard has been in the field already; the next one
        places the cursor."""
        super().mouseReleaseEvent(event)
        if not self._was_clicked and not self.hasSelectedText():
            self.selectAll()
        self._was_clicked = self._is_entered = True

    def _take(self) -> None:
        if not self._is_shown:
            self._is_entered = self._was_clicked = True
            self.given.emit()


class Stepper(QWidget):
    """Minus, number, plus. `changed` tells of each key and each step."""

    changed = Signal()

    def __init__(self, field: NumberField, name: str, spoken: str) -> None:
        super().__init__()
        self.field = field
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.fewer = self._round_button("\N{MINUS SIGN}", f"{name}.fewer", f"{spoken}: less")
        self.more = self._round_button("+", f"{name}.more", f"{spoken}: more")
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.fewer)
        layout.addWidget(field)
        layout.addWidget(self.more)
        self.fewer.clicked.connect(lambda: self._step(-1))
        self.more.clicked.connect(lambda: self._step(1))
        field.stepped.connect(self._step)
        field.given.connect(self.changed)
        field.textChanged.connect(lambda _: self.tell_buttons())
        self.tell_buttons()

    def tell_buttons(self) -> None:
        """Switches off the button that cannot step any further."""
        self.fewer.setEnabled(self.field.after(-1) is not None)
        self.more.setEnabled(self.field.after(1) is not None)

    def _round_button(self, text: str, name: str, spoken: str) -> QPushButton:
        made = button(text, name, "round")
        made.setAccessibleName(spoken)
        made.setAutoRepeat(True)
        return made

    def _step(self, steps: int) -> None:
        further = self.field.after(steps)
        if further is not None:
            self.field.show_amount(further)
            self.changed.emit()
