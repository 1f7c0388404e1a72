"""Amounts that are counted: a card with a stepper in each row, and what the rows come to."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from twitchcheck.gui.asking.item_widgets import COMPACT_FROM, ItemWidget
from twitchcheck.gui.asking.not_sure import NotSureBox
from twitchcheck.gui.asking.number_field import NumberField, Stepper
from twitchcheck.gui.asking.problem import Problem
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.bars import GuideBar
from twitchcheck.gui.widgets.labels import framed, label, stack, thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NOT_SURE, Item, Measure
from twitchcheck.questionnaire.wording import worded


class _AmountRow(QWidget):
    """One line of the card: what is counted, the stepper, "not sure"; below it what is wrong with what was typed."""

    answered = Signal(str, object)
    begun = Signal(str, str)

    def __init__(self, session: Session, item: Item, named: bool, compact: bool) -> None:
        super().__init__()
        self._item = item
        self._session = session
        spoken = session.worded(item.text)
        field = NumberField(session.worded(item.brief), item.minimum, item.maximum, item.step)
        self.stepper = Stepper(field, item.id, spoken)
        self._problem = Problem(field, _unit_and_hint(item))
        self._not_sure = NotSureBox(item)
        hint = label(session.worded(_unit_and_hint(item) if named else item.unit), "hint")
        name = label(spoken, "strong") if named else None
        names = stack(*(one for one in (name, hint) if one is not None), spacing=1)
        parts: list[tuple[QWidget, int]] = [(names, 1), (self.stepper, 0)]
        row = Responsive(0, 18, *(parts if named else parts[::-1]), (self._not_sure, 0), below=6)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4 if compact else 9, 0, 4 if compact else 9)
        column.setSpacing(4)
        column.addWidget(row)
        column.addWidget(self._problem)
        self.stepper.changed.connect(self._tell_amount)
        self._not_sure.toggled.connect(lambda on: self.answered.emit(item.id, NOT_SURE if on else None))

    def show_answer(self, answer: Answer | None) -> None:
        """Shows the number as it was typed, what was typed instead of one, or a dash."""
        self._not_sure.show_checked(answer == NOT_SURE)
        field, draft = self.stepper.field, self._session.drafts.get(self._item.id)
        if draft is not None:
            field.show_text(draft)
        elif isinstance(answer, int | float):
            field.show_amount(answer, self._session.typed.get(self._item.id, ""))
        else:
            field.clear_unless_blank()
        self._problem.show_text(field.typed().problem)

    def _tell_amount(self) -> None:
        field = self.stepper.field
        self._session.typed[self._item.id] = field.text()
        value, problem = field.typed()
        if problem:
            self.begun.emit(self._item.id, field.text())
        else:
            self.answered.emit(self._item.id, value)


class AmountCard(ItemWidget):
    """Amounts in one card, and below it every measure that is made of them alone."""

    def __init__(self, session: Session, items: tuple[Item, ...], named: bool) -> None:
        super().__init__(*items)
        self._rows: dict[str, _AmountRow] = {}
        parts: list[QWidget] = []
        for item in items:
            if parts:
                parts.append(thin_line())
            row = _AmountRow(session, item, named, compact=len(items) >= COMPACT_FROM)
            row.answered.connect(self.answered)
            row.begun.connect(session.begin)
            self._rows[item.id] = row
            parts.append(row)
        frame = framed("card", *parts, margins=(22, 6, 22, 6))
        self.column.addWidget(frame)
        self._totals = [
            _Total(session, measure)
            for measure in session.questionnaire.measures
            if measure.total and set(measure.item_ids) <= set(self._rows)
        ]
        for total in self._totals:
            self.column.addSpacing(8)
            self.column.addWidget(total)

    def show_answers(self, answers: Answers) -> None:
        """Shows the numbers and what they come to."""
        for item_id, row in self._rows.items():
            row.show_answer(answers.get(item_id))
        for total in self._totals:
            total.show_answers(answers)

    def first(self, item_id: str) -> QWidget:
        """The number of that row."""
        return self._rows[item_id].stepper.field

    def problem(self, item_id: str) -> str:
        """What is wrong with the number of that row."""
        return self._rows[item_id].stepper.field.typed().problem

    def place_of(self, item_id: str) -> QWidget:
        """The line of that amount."""
        return self._rows[item_id]


class _Total(QFrame):
    """What several amounts come to, against the limit that the content gives."""

    def __init__(self, session: Session, measure: Measure) -> None:
        super().__init__()
        self.setProperty("look", "measure")
        self.setObjectName(f"total.{measure.id}")
        self._session = session
        self._measure = measure
        self._sum = label("", "big")
        self._bar = GuideBar()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 14, 22, 18)
        layout.setSpacing(4)
        layout.addWidget(self._sum)
        if measure.guide_text:
            layout.addWidget(label(session.worded(measure.guide_text), "hint"))
        if measure.guide:
            layout.addSpacing(8)
            layout.addWidget(self._bar)

    def show_answers(self, answers: Answers) -> None:
        """Shows the sum of what is known."""
        measure = self._measure
        known = {item_id: value for item_id, value in answers.items() if value != NOT_SURE}
        zeros = dict.fromkeys(measure.terms, 0.0)
        amount = Facts(self._session.questionnaire, {**zeros, **known}).amount(measure.id) or 0.0
        words = {**self._session.words, measure.id: f"{amount:.0f} {measure.unit}"}
        text = worded(measure.total, words)
        self._sum.setText(text[:1].upper() + text[1:])
        self._bar.show_amount(amount, measure.guide, measure.guide_text)
        over = measure.guide > 0 and amount > measure.guide
        if self.property("over") != over:
            self.setProperty("over", over)
            self.style().unpolish(self)
            self.style().polish(self)


def _unit_and_hint(item: Item) -> str:
    return ", ".join(part for part in (item.unit, item.hint) if part)
