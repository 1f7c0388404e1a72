"""A number that can be typed or stepped, with an en dash while nothing has been given."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent, QValidator
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from twitchcheck.gui.widgets.labels import button

UNSET_TEXT = "\N{EN DASH}"
_PAUSE_AFTER_TYPING = 700


class NumberField(QDoubleSpinBox):
    """A spin box whose lowest position means "no answer yet"."""

    def __init__(self, minimum: float, maximum: float, step: float) -> None:
        super().__init__()
        self._step = step
        self._lowest = minimum
        self.setDecimals(0 if float(step).is_integer() else 1)
        self.setSingleStep(step)
        self.set_bounds(minimum, maximum)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        # A half-typed number must not count: 14 days begin with 1 day.
        self.setKeyboardTracking(False)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_AFTER_TYPING)
        self._pause.timeout.connect(self.interpretText)
        self.lineEdit().textEdited.connect(lambda _: self._pause.start())

    def set_bounds(self, minimum: float, maximum: float) -> None:
        """Allows numbers from `minimum` to `maximum`, and the unset position below them."""
        self._lowest = minimum
        self.setRange(minimum - self._step, maximum)

    def amount(self) -> float | None:
        """The number, None while it is unset."""
        return self.value() if self.value() >= self._lowest else None

    def set_amount(self, amount: float | None) -> None:
        """Shows a number, or the dash for None, without telling anybody."""
        self.blockSignals(True)
        self.setValue(self.minimum() if amount is None else amount)
        self.blockSignals(False)

    def textFromValue(self, value: float) -> str:
        """The number without needless zeros, or the dash."""
        return UNSET_TEXT if value < self._lowest else self.locale().toString(value, "g", 10)

    def valueFromText(self, text: str) -> float:
        """The number that was typed; the dash is the unset position."""
        number, understood = self.locale().toDouble(text.strip())
        if not understood:
            number, understood = self.locale().c().toDouble(text.strip())
        return number if understood else self.minimum()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Lets through digits and one decimal sign within the bounds; an empty field is unset."""
        typed = text.strip()
        if typed in ("", UNSET_TEXT):
            return (QValidator.State.Acceptable, text, position)
        known = typed.replace(",", ".", 1)
        if not known.replace(".", "", 1).isdigit() or ("." in known and self.decimals() == 0):
            return (QValidator.State.Invalid, text, position)
        fits = self._lowest <= float(known) <= self.maximum()
        state = QValidator.State.Acceptable if fits else QValidator.State.Intermediate
        if float(known) > self.maximum():
            state = QValidator.State.Invalid
        return (state, text, position)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Gives the number the whole field; under a style sheet Qt leaves it one pixel without step buttons."""
        super().resizeEvent(event)
        self.lineEdit().setGeometry(self.rect().adjusted(6, 3, -6, -3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Selects the number, so that typing replaces it."""
        super().focusInEvent(event)
        QTimer.singleShot(0, self, self.selectAll)


class Stepper(QWidget):
    """Minus, number, plus. `changed` carries the number, or None when it was cleared."""

    changed = Signal(object)

    def __init__(self, field: NumberField, name: str, spoken: str) -> None:
        super().__init__()
        self.field = field
        field.setObjectName(name)
        field.setAccessibleName(spoken)
        field.setFixedWidth(field.fontMetrics().horizontalAdvance("00000") + 30)
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
        field.valueChanged.connect(lambda _: self._tell())
        self._tell_buttons()

    def show_amount(self, amount: float | None) -> None:
        """Shows a number, or the dash for None."""
        self.field.set_amount(amount)
        self._tell_buttons()

    def _round_button(self, text: str, name: str, spoken: str) -> QPushButton:
        made = button(text, name, "round")
        made.setAccessibleName(spoken)
        made.setAutoRepeat(True)
        return made

    def _step(self, steps: int) -> None:
        self.field.interpretText()
        self.field.stepBy(steps)

    def _tell(self) -> None:
        self._tell_buttons()
        self.changed.emit(self.field.amount())

    def _tell_buttons(self) -> None:
        least = self.field.minimum() + self.field.singleStep()
        self.fewer.setEnabled(self.field.value() > least)
        self.more.setEnabled(self.field.value() < self.field.maximum())
