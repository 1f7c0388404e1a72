"""The days of a two-week plan: each in a line with how much it twitched, whether the change was kept to, and a note, to
fill in or to read."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from twitchcheck.gui.asking.time_choice import TimeChoice
from twitchcheck.gui.look.theme import scaled
from twitchcheck.gui.widgets.arrow_keys import take_keyboard
from twitchcheck.gui.widgets.first_click import FirstClick
from twitchcheck.gui.widgets.labels import framed, label, link, thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.questionnaire.items import AnswerOption
from twitchcheck.records.record import Day, Twitching
from twitchcheck.report.plan_view import PHASE_WORDS, DayRow, PlanView

LONGEST_NOTE = 60
"""Letters, so that the notes of two weeks have room on one sheet."""

_BETWEEN = 16
_YES, _NO = "yes", "no"
_KEPT = {_YES: True, _NO: False, "": None}

Give = Callable[[int, Day], object]
"""Fills in a day: its number, and what was given for it."""


class _DayLine(QWidget):
    """One day. What it shows follows from the row that it is given; what the person does goes to `give`."""

    def __init__(self, row: DayRow, ratings: Sequence[str], room: int, kept_room: int, give: Give) -> None:
        super().__init__()
        self.setObjectName(f"dayLine.{row.number}")
        self._row = row
        self._give = give
        name = f"day.{row.number}"
        day = label(row.day, "strong" if row.is_today else "", f"{name}.date")
        day.setAccessibleName(f"{row.in_full}, today" if row.is_today else row.in_full)
        day.setMinimumWidth(room)
        options = [AnswerOption(one, word) for one, word in zip(Twitching, ratings, strict=True)]
        self.rating = TimeChoice(name, "", f"Twitching on {row.in_full}", options, clears=True)
        self.rating.chosen.connect(self._rate)
        self.choices = [self.rating]
        beside: QWidget = QWidget()
        if row.asks_kept:
            spoken = f"Kept to it on {row.in_full}?"
            kept = [AnswerOption(one, one) for one in (_YES, _NO)]
            self.kept = TimeChoice(f"kept.{row.number}", "", spoken, kept, clears=True)
            self.kept.chosen.connect(self._keep)
            self.choices.append(self.kept)
            beside = self.kept
        beside.setMinimumWidth(kept_room)
        for one in self.choices:
            one.grown.connect(one.updateGeometry)
        self._open_note = link("Note", f"openNote.{row.number}")
        self._open_note.setAccessibleName(f"Note on {row.in_full}")
        self._open_note.clicked.connect(self._begin_note)
        self.note = QLineEdit()
        self.note.setObjectName(f"note.{row.number}")
        self.note.setAccessibleName(f"Note on {row.in_full}")
        self.note.setPlaceholderText("A note, if you want one")
        self.note.setMaxLength(max(LONGEST_NOTE, len(row.given.note)))
        self.note.hide()
        self.note.textEdited.connect(self._write)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 16, 6)
        column.setSpacing(6)
        # In one line only where every answer has room in it.
        needed = room + self.rating.width_in_one_line() + kept_room + self._open_note.sizeHint().width() + 4 * _BETWEEN
        parts = (day, self.rating, beside, self._open_note)
        narrow_below = needed / self.font().pixelSize()
        line = Responsive(narrow_below, _BETWEEN, *((one, 0) for one in parts), (QWidget(), 1), below=6)
        column.addWidget(line)
        column.addWidget(self.note)
        self.show_row(row)

    def show_row(self, row: DayRow) -> None:
        """Shows what is given for the day."""
        self._row = row
        self.rating.show_answer(row.given.twitching)
        if row.asks_kept:
            self.kept.show_answer(row.kept or None)
        if self.note.text() != row.given.note:
            self.note.setText(row.given.note)
        if row.given.note and self.note.isHidden():
            self._show_note()

    def _show_note(self) -> None:
        self._open_note.hide()
        self.note.show()

    def _begin_note(self) -> None:
        self._show_note()
        self.note.setFocus(Qt.FocusReason.OtherFocusReason)

    def _rate(self, chosen: str) -> None:
        self._give(self._row.number, self._row.given._replace(twitching=Twitching(chosen) if chosen else None))

    def _keep(self, chosen: str) -> None:
        self._give(self._row.number, self._row.given._replace(kept=_KEPT[chosen]))

    def _write(self, text: str) -> None:
        self._give(self._row.number, self._row.given._replace(note=text.strip() and text))


class PlanDays(QFrame):
    """The days up to today in one card. Up and down lead from day to day, and no key but Space and Enter answers."""

    def __init__(self, view: PlanView, give: Give) -> None:
        super().__init__()
        self.setProperty("look", "card")
        first_click = FirstClick(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 10)
        column.setSpacing(0)
        room, kept_room = self._rooms(view)
        self.lines: list[_DayLine] = []
        phase = None
        for row in view.shown:
            if row.phase is not phase:
                column.addWidget(_part(PHASE_WORDS[row.phase], row))
            else:
                column.addWidget(thin_line())
            phase = row.phase
            line = _DayLine(row, view.ratings, room, kept_room, give)
            for one in line.choices:
                first_click.watch(*one.findChildren(QWidget))
            column.addWidget(line)
            self.lines.append(line)
        for place, line in enumerate(self.lines):
            for kind, choice in enumerate(line.choices):
                choice.left.connect(partial(self._step, place, kind))
        if view.to_come:
            to_come = label(view.to_come, "hint", "toCome")
            to_come.setContentsMargins(16, 6, 16, 2)
            column.addWidget(to_come)

    def show_days(self, view: PlanView) -> None:
        """Shows what is given for each day."""
        for line, row in zip(self.lines, view.shown, strict=True):
            line.show_row(row)

    def first(self) -> QWidget | None:
        """Where the keyboard comes in: today, as long as it is not rated."""
        last = self.lines[-1] if self.lines else None
        return None if last is None or not last._row.is_today or last._row.rating else last.rating.first()

    def _step(self, place: int, kind: int, step: int) -> None:
        """Leads the keyboard to the same question of the next day, or of the one before."""
        other = place + step
        if 0 <= other < len(self.lines) and kind < len(self.lines[other].choices):
            take_keyboard(self.lines[other].choices[kind].first(), step)

    def _rooms(self, view: PlanView) -> tuple[int, int]:
        """How wide the widest day is, in bold, and the two answers to whether it was kept to."""
        metrics = QFontMetrics(scaled(self.font(), 1.0, self.font().Weight.DemiBold))
        kept = TimeChoice("", "", "", [AnswerOption(one, one) for one in (_YES, _NO)], clears=True)
        return max(metrics.horizontalAdvance(row.day) for row in view.rows) + 2, kept.width_in_one_line()


def told_days(view: PlanView) -> QWidget:
    """The days of a plan that was put away in one card, each as a line to read."""
    lines: list[QWidget] = []
    for phase, words in PHASE_WORDS.items():
        rows = [label(row.in_a_line, name=f"toldDay.{row.number}") for row in view.shown if row.phase is phase]
        lines += [label(f"{words}.", "hint"), *rows] if rows else []
    return framed("card", *lines, spacing=6)


def _part(words: str, row: DayRow) -> QWidget:
    """The name of a part of the plan, above its first day."""
    asked = "How much did it twitch? Was the change kept to?" if row.asks_kept else "How much did it twitch?"
    made = label(f"{words}. {asked}", "hint", f"phase.{row.phase}")
    made.setContentsMargins(16, 8, 16, 4)
    return made
