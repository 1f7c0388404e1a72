"""Amounts of other kinds: a row of numbers for short scales, and durations with their unit."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from twitchcheck.gui.asking.item_widgets import ItemWidget
from twitchcheck.gui.asking.not_sure import NotSureBox
from twitchcheck.gui.asking.number_field import NumberField, Stepper
from twitchcheck.gui.asking.problem import Problem
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.cells import CellRow
from twitchcheck.gui.widgets.labels import framed
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.items import NOT_SURE, Item

SHORT_SCALE = 10
"""Whole numbers up to so many steps are shown side by side instead of as a stepper."""

_CALLED = "The number"
_BETWEEN = "\t"
"""Between number and unit in a draft; nobody can type it, since it leads to the next field."""


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
        self._not_sure.show_checked(answer == NOT_SURE)
        self._cells.choose(round(answer - self._item.minimum) if isinstance(answer, int | float) else None)

    def first(self, item_id: str) -> QWidget:
        """The chosen number, or the first one."""
        return self._cells.first()

    def _tell_number(self, place: int) -> None:
        self._not_sure.show_checked(False)
        self.answered.emit(self._item.id, self._item.minimum + place)

    def _tell_not_sure(self, on: bool) -> None:
        self._cells.choose(None)
        self.answered.emit(self._item.id, NOT_SURE if on else None)


class Duration(ItemWidget):
    """A number and its unit, such as 3 weeks; the answer is in the item's own unit. No unit is chosen beforehand, and
    none is no answer: who types 3 and means weeks must not be taken to mean days. Another unit leaves the number."""

    begun = Signal(str, str)

    def __init__(self, session: Session, item: Item) -> None:
        super().__init__(item)
        self._item = item
        self._session = session
        spoken = session.worded(item.text)
        self._field = NumberField(_CALLED, item.minimum, item.maximum, item.step)
        self._stepper = Stepper(self._field, item.id, spoken)
        self._problem = Problem(self._field, "")
        units = [scale.units for scale in item.scales]
        self._units = CellRow(units, [f"{item.id}.{unit}" for unit in units], [f"{spoken} in {one}" for one in units])
        self._not_sure = NotSureBox(item)
        amount = Responsive(0, 18, (self._stepper, 0), (self._units, 0), (QWidget(), 1), below=10)
        card = framed("card", amount, self._problem, self._not_sure, margins=(22, 16, 22, 14), spacing=12)
        self.column.addWidget(card)
        self._stepper.changed.connect(self._tell)
        self._units.chosen.connect(lambda _: self._tell())
        self._not_sure.toggled.connect(lambda on: self.answered.emit(item.id, NOT_SURE if on else None))
        self.begun.connect(session.begin)

    def show_answers(self, answers: Answers) -> None:
        """Shows the duration as it was given, else in the largest unit that fits it evenly."""
        answer, draft = answers.get(self._item.id), self._session.drafts.get(self._item.id)
        self._not_sure.show_checked(answer == NOT_SURE)
        if draft is not None:
            self._show(draft)
        elif not isinstance(answer, int | float):
            self._units.choose(None)
            self._bound()
            self._field.clear_unless_blank()
        elif answer != self._shown():
            self._show(self._session.typed.get(self._item.id, ""))
            if answer != self._shown():
                fitting = [place for place, scale in enumerate(self._item.scales) if answer % scale.factor == 0]
                place = fitting[-1] if fitting and answer else 0
                self._units.choose(place)
                self._bound()
                self._field.show_amount(answer / self._item.scales[place].factor)
        self._problem.show_text(self._field.typed().problem)

    def first(self, item_id: str) -> QWidget:
        """The number, or the units where only that is missing."""
        number_is_given = self._field.typed().value is not None and self._units.place() is None
        return self._units.first() if number_is_given else self._field

    def problem(self, item_id: str) -> str:
        """What is wrong with the number."""
        return self._field.typed().problem

    def _show(self, draft: str) -> None:
        text, _, units = draft.partition(_BETWEEN)
        places = [place for place, scale in enumerate(self._item.scales) if scale.units == units]
        self._units.choose(places[0] if places else None)
        self._bound()
        self._field.show_text(text)

    def _bound(self) -> None:
        """The bounds of the number are those of the item in the chosen unit."""
        place = self._units.place()
        scale = None if place is None else self._item.scales[place]
        self._field.maximum = self._item.maximum if scale is None else self._item.maximum // scale.factor
        self._field.called = _CALLED if scale is None else f"{_CALLED} of {scale.units}"
        self._stepper.tell_buttons()

    def _shown(self) -> float | None:
        amount, place = self._field.typed().value, self._units.place()
        return None if amount is None or place is None else amount * self._item.scales[place].factor

    def _tell(self) -> None:
        self._bound()
        place = self._units.place()
        draft = f"{self._field.text()}{_BETWEEN}{'' if place is None else self._item.scales[place].units}"
        self._session.typed[self._item.id] = draft
        amount = self._shown()
        if amount is not None:
            self.answered.emit(self._item.id, amount)
        elif draft.strip():
            self.begun.emit(self._item.id, draft)
        else:
            self.answered.emit(self._item.id, None)
