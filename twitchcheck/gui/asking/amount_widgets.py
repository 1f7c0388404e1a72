"""Amounts of other kinds: a row of numbers for short scales, and durations with their unit."""

from PySide6.QtWidgets import QWidget

from twitchcheck.gui.asking.item_widgets import ItemWidget
from twitchcheck.gui.asking.not_sure import NotSureBox
from twitchcheck.gui.asking.number_field import NumberField, Stepper
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.cells import CellRow
from twitchcheck.gui.widgets.labels import framed
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import NOT_SURE, Item

SHORT_SCALE = 10
"""Whole numbers up to so many steps are shown side by side instead of as a stepper."""


def is_short_scale(item: Item) -> bool:
    """Whether an amount is a rating such as 0 to 10."""
    return item.step == 1 and 0 < item.maximum - item.minimum <= SHORT_SCALE


class ShortScale(ItemWidget):
    """A rating: all numbers side by side."""

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self.setAccessibleName(session.worded(item.text))
        self._item = item
        numbers = [f"{item.minimum + place:g}" for place in range(int(item.maximum - item.minimum) + 1)]
        spoken = [f"{session.worded(item.text)} {number}" for number in numbers]
        self._cells = CellRow(numbers, [f"{item.id}.{number}" for number in numbers], spoken)
        self._not_sure = NotSureBox(item)
        self.column.setSpacing(12)
        self.column.addWidget(self._cells)
        self.column.addWidget(self._not_sure)
        self._cells.chosen.connect(self._tell_number)
        self._not_sure.toggled.connect(self._tell_not_sure)

    def show_answers(self, answers: Answers) -> None:
        """Marks the number."""
        answer = answers.get(self._item.id)
        self._not_sure.tick(answer == NOT_SURE)
        self._cells.choose(round(answer - self._item.minimum) if isinstance(answer, int | float) else None)

    def first(self, item_id: str) -> QWidget:
        """The chosen number, or the first one."""
        return self._cells.first()

    def _tell_number(self, place: int) -> None:
        self._not_sure.tick(False)
        self.answered.emit(self._item.id, self._item.minimum + place)

    def _tell_not_sure(self, on: bool) -> None:
        self._cells.choose(None)
        self.answered.emit(self._item.id, NOT_SURE if on else None)


class Duration(ItemWidget):
    """A number and its unit, such as 3 weeks; the answer is in the item's own unit. No unit is chosen beforehand: who
    types 3 and means weeks must not be taken to mean days."""

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self._item = item
        spoken = session.worded(item.text)
        self._stepper = Stepper(NumberField(item.minimum, item.maximum, item.step), item.id, spoken)
        units = [scale.units for scale in item.scales]
        self._units = CellRow(units, [f"{item.id}.{unit}" for unit in units], [f"{spoken} in {one}" for one in units])
        self._not_sure = NotSureBox(item)
        amount = Responsive(0, 18, (self._stepper, 0), (self._units, 0), (QWidget(), 1), below=10)
        self.column.addWidget(framed("card", amount, self._not_sure, margins=(22, 16, 22, 14), spacing=12))
        self._stepper.changed.connect(lambda _: self._tell())
        self._units.chosen.connect(lambda _: self._rescale())
        self._not_sure.toggled.connect(self._tell_not_sure)

    def show_answers(self, answers: Answers) -> None:
        """Shows the duration in the largest unit that fits it evenly."""
        answer = answers.get(self._item.id)
        self._not_sure.tick(answer == NOT_SURE)
        if not isinstance(answer, int | float):
            if (
                answer is not None or self._units.place() is not None
            ):  # else the unit of a typed number is still missing
                self._stepper.show_amount(None)
            return
        if answer == self._shown():
            return  # 14 days must not turn into 2 weeks while the person types
        fitting = [place for place, scale in enumerate(self._item.scales) if answer % scale.factor == 0 and answer]
        place = fitting[-1] if fitting else 0
        self._units.choose(place)
        self._bound(place)
        self._stepper.show_amount(answer / self._item.scales[place].factor)

    def first(self, item_id: str) -> QWidget:
        """The number."""
        return self._stepper.field

    def commit(self) -> None:
        """Takes over a number that is still being typed."""
        self._stepper.field.interpretText()

    def _bound(self, place: int) -> None:
        factor = self._item.scales[place].factor
        self._stepper.field.set_bounds(self._item.minimum, self._item.maximum // factor)

    def _shown(self) -> float | None:
        amount, place = self._stepper.field.amount(), self._units.place()
        return None if amount is None or place is None else amount * self._item.scales[place].factor

    def _rescale(self) -> None:
        amount = self._stepper.field.amount()
        self._bound(self._units.place() or 0)
        self._stepper.show_amount(amount)
        self._tell()

    def _tell(self) -> None:
        amount = self._shown()
        if amount is None:
            self.answered.emit(self._item.id, NOT_SURE if self._not_sure.isChecked() else None)
            return
        self._not_sure.tick(False)
        self.answered.emit(self._item.id, amount)

    def _tell_not_sure(self, on: bool) -> None:
        self._stepper.show_amount(None)
        self.answered.emit(self._item.id, NOT_SURE if on else None)
