"""A row that is ticked first and asked its course then, such as a sign or a medicine."""

from collections.abc import Callable
from functools import partial

from msgspec.structs import replace
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from twitchcheck.gui.asking.option_cards import CheckCard, rows_of_page
from twitchcheck.gui.asking.time_choice import TimeChoice
from twitchcheck.gui.look.marks import paint_row
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.arrow_keys import move, step_along, take_keyboard
from twitchcheck.gui.widgets.labels import announce
from twitchcheck.questionnaire.items import NO, NOT_SURE, Item

_BESIDE = 12
_END = 14
_BELOW = 9


class _Words(CheckCard):
    """The mark and the words of a row. Its ground is painted by the row, and a short hint stands beside the words."""

    _widths = (0, 0, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Goes into the times, or to the row above or below."""
        row = self.parentWidget()
        if isinstance(row, SignRow) and step_along(event, self) > 0:
            row.enter_times()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring is around the whole row."""
        super().focusInEvent(event)
        self._tell_row()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring is around the whole row."""
        super().focusOutEvent(event)
        self._tell_row()

    def paint_ground(self, painter: QPainter) -> None:
        """Nothing: the row has painted it."""

    def width_in_one_line(self) -> int:
        """How wide the row is with all words side by side."""
        size, text, hint = self._measured_widths()
        return self._text_left() + text + (_BESIDE + hint if self._hint else 0) + size

    def _measured_widths(self) -> tuple[int, int, int]:
        """The size of the font, and how wide text and hint are in it; layouts ask for it very often."""
        size = self.font().pixelSize()
        if self._widths[0] != size:
            text, hint = (QFontMetrics(font) for font in self._fonts())
            self._widths = size, text.horizontalAdvance(self.text()), hint.horizontalAdvance(self._hint)
        return self._widths

    def text_left(self) -> int:
        """Where the words begin, and what belongs to them."""
        return self._text_left()

    def _measure(self, width: int) -> tuple[QRect, QRect]:
        if not self._hint or self.width_in_one_line() > width:
            return super()._measure(width)
        text_font, hint_font = map(QFontMetrics, self._fonts())
        text = QRect(self._text_left(), 0, self._measured_widths()[1] + 2, text_font.height())
        down = text_font.ascent() - hint_font.ascent()  # both stand on one line
        left = text.left() + text.width() + _BESIDE
        return text, QRect(left, down, max(1, width - left - 4), hint_font.height())

    def _padding(self) -> int:
        return 7

    def _tell_row(self) -> None:
        holder = self.parentWidget()
        if holder is not None:
            holder.update()


class SignRow(QWidget):
    """One row: the words to tick, and once ticked the times beside or below them, which are made only then.

    `tick` is told that the person ticked or unticked it, `choose` which time they chose. They are no signals, since a
    page has up to twenty rows and each signal takes a tenth of the time to make a row.
    """

    def __init__(
        self,
        session: Session,
        item: Item,
        asks: str,
        tick: Callable[[Item, bool], None],
        choose: Callable[[Item, str], None],
    ) -> None:
        super().__init__()
        self.item = item
        self._asks = asks
        self._tell_tick = tick
        self._tell_time = choose
        self._session = session
        self._times: TimeChoice | None = None
        self._pressed = False
        self._heights: dict[int, int] = {}
        self.words = _Words(self)
        self.words.set_up(session.worded(item.text), session.worded(item.hint), compact=True)
        self.words.setObjectName(item.id)
        self.words.toggled.connect(self._tick)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def is_whole(self) -> bool:
        """Whether ticking it is the whole answer."""
        return len(self.item.steps) == 1

    def show_answer(self, answer: str | None, is_begun: bool) -> None:
        """Shows the answer; `is_begun` is a row that was ticked and has no time yet."""
        given = None if answer in (NO, NOT_SURE) else answer
        is_ticked = is_begun or given is not None
        before = self._times
        self.words.show_checked(is_ticked)
        if is_ticked and not self.is_whole:
            self._shown_times().show_answer(given)
        elif self._times is not None:
            self._times.hide()
            self._times.deleteLater()
            self._times = None
        text = self._session.worded(self.item.option_by_id[given].text) if given and not self.is_whole else ""
        hint = self._session.worded(self.item.hint)
        self.words.setAccessibleDescription(". ".join(part for part in (text, hint) if part))
        if self._times is not before:
            self._fit()
        self.update()

    def show_missing(self, is_missing: bool) -> None:
        """Shows that a time is missing."""
        if self._times is not None:
            self._times.show_missing(is_missing)

    def first(self) -> QWidget:
        """Where the keyboard comes in: the times of a row that was ticked and has none, else its words."""
        begun = self.item.id in self._session.drafts
        return self._times.first() if self._times is not None and begun else self.words

    def _shown_times(self) -> TimeChoice:
        if self._times is None:
            worded, title = self._session.worded, self._session.worded(self.item.text)
            options = [
                replace(option, text=worded(option.text), hint=worded(option.hint)) for option in self.item.steps
            ]
            self._times = TimeChoice(self.item.id, self._asks, f"{title}: {self._asks}", options)
            self._times.setParent(self)
            self._times.follow(self.words)
            self._times.chosen.connect(partial(self._tell_time, self.item))
            self._times.left.connect(self._leave_times)
            self._times.grown.connect(self._fit)
            self._times.show()
        return self._times

    def _tick(self, is_ticked: bool) -> None:
        self._tell_tick(self.item, is_ticked)
        if self._times is not None:
            announce(self._times, self._times.words())

    def enter_times(self) -> None:
        """Moves the keyboard to the times, where there are some."""
        if self._times is not None:
            take_keyboard(self._times.first())

    def _leave_times(self, step: int) -> None:
        take_keyboard(self.words, -1)
        if step > 0:
            move(rows_of_page(self.words), step)

    # ---- places ----

    def _fit(self) -> None:
        """Asks for the height that words and times need now."""
        self._heights.clear()
        self.updateGeometry()
        self.arrange()

    def heightForWidth(self, width: int) -> int:
        """The height of the words and, where they are below, the times; layouts ask for it very often."""
        if width not in self._heights and self._times is None:
            self._heights[width] = self.words.heightForWidth(width)
        elif width not in self._heights:
            words, times = self._places(width)
            below = times.top() > words.top() + 8
            self._heights[width] = max(words.bottom() + 1, times.bottom() + 1 + _BELOW if below else 0)
        return self._heights[width]

    def sizeHint(self) -> QSize:
        """That of the words."""
        return self.words.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the words can be."""
        return self.words.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts words and times in their places."""
        self.arrange()
        super().resizeEvent(event)

    def arrange(self) -> None:
        """Puts words and times in their places."""
        words, times = self._places(self.width())
        self.words.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), words))
        if self._times is not None:
            self._times.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), times))

    def _places(self, width: int) -> tuple[QRect, QRect]:
        """Where words and times go in this width, as one reads from left to right."""
        alone = self.words.heightForWidth(width)
        if self._times is None:
            return QRect(0, 0, width, alone), QRect()
        needed, left = self._times.width_in_one_line(), self.words.text_left()
        beside = width - _END - needed
        if self.words.width_in_one_line() <= beside:
            line = self._times.heightForWidth(needed)
            height = max(self.words.heightForWidth(beside), line + 2 * 6)
            return QRect(0, 0, beside, height), QRect(beside, (height - line) // 2, needed, line)
        room = width - left - _END
        return QRect(0, 0, width, alone), QRect(left, alone - 2, room, self._times.heightForWidth(room))

    # ---- the mouse, beside the words ----

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in the row counts; it ticks when the button is let go in the row."""
        self._pressed = event.button() is Qt.MouseButton.LeftButton

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ticks or unticks."""
        if self._pressed and self.rect().contains(event.position().toPoint()):
            self.words.setFocus(Qt.FocusReason.MouseFocusReason)
            self.words.toggle()
        self._pressed = False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground of the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen, ringed = self.words.isChecked(), self.words.is_ringed()
        paint_row(painter, self.rect(), chosen=chosen, hovered=self.underMouse(), ringed=ringed)
