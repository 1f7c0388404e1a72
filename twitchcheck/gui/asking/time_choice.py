"""One answer of a few as one line of segments: "Since when?" with today, some days, some weeks, or how a day was."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QPushButton,
    QRadioButton,
    QSizePolicy,
    QStyle,
    QWidget,
)

from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.widgets.arrow_keys import let_tab_stop_at, step_along, step_down, take_keyboard
from twitchcheck.gui.widgets.labels import SMALLEST_TARGET, without_key
from twitchcheck.gui.widgets.painted_button import PaintedButton
from twitchcheck.questionnaire.items import AS_EVER, AnswerOption

_SMALL = 0.87
_HINT = 0.93
_RADIUS = 7.0
_SIDE = 11
_GAP = 10
_BETWEEN_LINES = 6
_OPENER = "More\N{HORIZONTAL ELLIPSIS}"
_CENTRED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignCenter)


class _Segment(PaintedButton):
    """The painting and measuring that times and the opener share. Used beside a Qt button class."""

    def set_up(self, text: str, hint: str, name: str, spoken: str) -> None:
        self._measured: dict[tuple[str, int], tuple[int, int]] = {}
        """The heights of words and hint in each width that was asked for: a layout asks many times for the same."""
        self._wanted: dict[str, QSize] = {}
        self._hint = hint
        self.ends = (True, True)
        self.setText(text)
        without_key(self)
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setAccessibleDescription(hint)
        self.setFont(scaled(self.font(), _SMALL))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.FontChange:
            self._measured, self._wanted = {}, {}
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        if self.text() not in self._wanted:
            words = QFontMetrics(self._chosen_font()).horizontalAdvance(self.text())
            hint = QFontMetrics(self._hint_font()).horizontalAdvance(self._hint)
            sides = max(2 * _SIDE + 2, self.fontMetrics().height())
            width = max(SMALLEST_TARGET, max(words, hint) + sides)
            self._wanted[self.text()] = QSize(width, self.heightForWidth(width))
        return self._wanted[self.text()]

    def minimumSizeHint(self) -> QSize:
        return QSize(SMALLEST_TARGET, SMALLEST_TARGET)

    def heightForWidth(self, width: int) -> int:
        words, hint = self._heights(width)
        return max(SMALLEST_TARGET, round(words + hint + self.font().pixelSize() * (0.6 if hint else 0.85)))

    def _heights(self, width: int) -> tuple[int, int]:
        if (self.text(), width) not in self._measured:
            self._measured[self.text(), width] = self._measure(width)
        return self._measured[self.text(), width]

    def _measure(self, width: int) -> tuple[int, int]:
        room = QRect(0, 0, max(1, width - 2 * _SIDE), 10_000)
        words = QFontMetrics(self._chosen_font()).boundingRect(room, _CENTRED, self.text()).height()
        hint = QFontMetrics(self._hint_font()).boundingRect(room, _CENTRED, self._hint).height() if self._hint else 0
        return words, hint

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = tokens()
        chosen = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = colours.primary if chosen else colours.tint if self.underMouse() else colours.card
        painter.setPen(QPen(QColor(colours.primary if chosen else colours.edge), 1))
        painter.setBrush(QColor(ground))
        painter.drawPath(self._outline())
        if self.is_ringed():
            inside = QRectF(self.rect()).adjusted(3, 3, -3, -3)
            painter.setPen(QPen(QColor(colours.on_primary if chosen else colours.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(inside, _RADIUS - 3, _RADIUS - 3)
        words, hint = self._heights(self.width())
        top = (self.height() - words - hint) // 2
        area = QRect(_SIDE, top, self.width() - 2 * _SIDE, words)
        painter.setPen(QColor(colours.on_primary if chosen else colours.ink))
        painter.setFont(self._chosen_font() if chosen else self.font())
        painter.drawText(area, _CENTRED, self.text())
        painter.setPen(QColor(colours.on_primary if chosen else colours.soft_ink))
        painter.setFont(self._hint_font())
        painter.drawText(QRect(_SIDE, top + words, area.width(), hint), _CENTRED, self._hint)

    def _outline(self) -> QPainterPath:
        """Round where the line of segments ends, straight between them."""
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        left, right = self.ends[::-1] if self.isRightToLeft() else self.ends
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRoundedRect(area, _RADIUS, _RADIUS)
        for straight, half in (
            (not left, area.adjusted(0, 0, -area.width() / 2, 0)),
            (not right, area.adjusted(area.width() / 2, 0, 0, 0)),
        ):
            if straight:
                path.addRect(half)
        return path.simplified()

    def _hint_font(self) -> QFont:
        return scaled(self.font(), _HINT)

    def _chosen_font(self) -> QFont:
        return scaled(self.font(), 1.0, QFont.Weight.DemiBold)


class _Time(_Segment, QRadioButton):
    """One time."""


class _Opener(_Segment, QPushButton):
    """What shows the times that are rarely the answer."""


class TimeChoice(QFrame):
    """The times of one row. The arrows lead from time to time; Space, Enter or a click chooses one. Where it `clears`,
    Space or a click on the chosen one takes it back, and `chosen` carries "".

    A frame without a line: screen readers take it for a group, and say its name on the way in.
    """

    chosen = Signal(str)
    grown = Signal()
    left = Signal(int)
    """The keyboard goes back to the row (-1), or on to the next one (1)."""

    def __init__(
        self, item_id: str, ask: str, spoken: str, options: Sequence[AnswerOption], clears: bool = False
    ) -> None:
        super().__init__()
        self.ask = ask
        self._clears = clears
        self.setAccessibleName(spoken)
        self._is_missing = False
        self._group = QButtonGroup(self)
        self._group.setExclusive(not clears)
        self._times: dict[str, _Time] = {}
        for option in options:
            made = _Time(self)
            made.set_up(option.text, option.hint, f"{item_id}.{option.id}", option.text)
            self._group.addButton(made)
            self._times[option.id] = made
            # Not clicked, which a screen reader's own "toggle" does not send.
            made.toggled.connect(partial(self._note, option.id))
        self._tucked = [self._times[option.id] for option in options if option.tucked]
        self._as_ever = [self._times[option.id] for option in options if option.id == AS_EVER]
        self._opener = _Opener(self)
        self._opener.set_up(_OPENER, "", f"{item_id}.others", f"{_OPENER} {spoken}")
        self._opener.clicked.connect(self._show_tucked)
        for one in (*self._times.values(), self._opener):
            one.installEventFilter(self)
        self._is_open = not self._tucked
        self._fold()

    def show_answer(self, answer: str | None) -> None:
        """Marks the time, and has the rarer ones in sight where it is one of them."""
        self._group.blockSignals(True)
        self._group.setExclusive(False)
        for option_id, made in self._times.items():
            made.show_checked(option_id == answer)
        self._group.setExclusive(not self._clears)
        self._group.blockSignals(False)
        if any(one.isChecked() for one in self._tucked) and not self._is_open:
            self._is_open = True
            self._fold()
            self.grown.emit()
        let_tab_stop_at(self.first(), list(self._times.values()))
        if answer is not None:
            self.show_missing(False)

    def show_missing(self, is_missing: bool) -> None:
        """Asks in the colour of what is missing."""
        if is_missing != self._is_missing:
            self._is_missing = is_missing
            self.update()

    def first(self) -> _Time:
        """Where the keyboard comes in: the chosen time, or the first one."""
        return next((one for one in self._times.values() if one.isChecked()), next(iter(self._times.values())))

    def follow(self, widget: QWidget) -> None:
        """Lets the Tab key lead here from `widget`."""
        before = widget
        for one in (*self._times.values(), self._opener):
            QWidget.setTabOrder(before, one)
            before = one

    def words(self) -> str:
        """The question and its answers, to be said when it opens."""
        shown = ", ".join(one.text() for one in self._times.values() if not one.isHidden())
        return f"{self.ask} {shown}".strip()

    # ---- places ----

    def width_in_one_line(self) -> int:
        """How wide it is with everything side by side."""
        times = [one for one in self._shown() if one not in self._as_ever]
        return self._ask_width() + sum(one.sizeHint().width() - 1 for one in times) + 1

    def hasHeightForWidth(self) -> bool:
        """Segments go to the next line where there is no room."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return max(area.bottom() + 1 for area in self._places(width)[0])

    def sizeHint(self) -> QSize:
        """Everything in one line."""
        width = self.width_in_one_line()
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """One segment on each line."""
        return QSize(SMALLEST_TARGET, SMALLEST_TARGET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Puts the segments in their places."""
        self.arrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Takes notice when a segment needs other room."""
        if event.type() is QEvent.Type.LayoutRequest:
            self.arrange()
            self.grown.emit()
        return super().event(event)

    def arrange(self) -> None:
        """Puts the segments in their places."""
        areas, _ = self._places(self.width())
        shown = self._shown()
        for place, (one, area) in enumerate(zip(shown, areas, strict=True)):
            first = place == 0 or areas[place - 1].top() != area.top()
            last = place + 1 == len(areas) or areas[place + 1].top() != area.top()
            if one.ends != (first, last):
                one.ends = (first, last)
                one.update()
            one.setGeometry(QStyle.visualRect(self.layoutDirection(), self.rect(), area))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The question before the segments."""
        if not self.ask:
            return
        painter = QPainter(self)
        painter.setFont(self._ask_font())
        painter.setPen(QColor(tokens().danger if self._is_missing else tokens().soft_ink))
        _, area = self._places(self.width())
        words = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        painter.drawText(QStyle.visualRect(self.layoutDirection(), self.rect(), area), words, self.ask)

    def _places(self, width: int) -> tuple[list[QRect], QRect]:
        """Where the segments and the question go in this width, as one reads from left to right."""
        shown = self._shown()
        sizes = [one.sizeHint() for one in shown]
        beside = self._ask_width()
        times = [size.width() - 1 for one, size in zip(shown, sizes, strict=True) if one not in self._as_ever]
        one_line = beside + sum(times) + 1 <= width
        if beside and not one_line and (sum(times) + 1 <= width or beside + sizes[0].width() > width):
            # Above, where that leaves the times one line, or where there is no room at the side.
            metrics = QFontMetrics(self._ask_font())
            words = metrics.boundingRect(QRect(0, 0, max(1, width), 10_000), int(Qt.TextFlag.TextWordWrap), self.ask)
            ask = QRect(0, 0, width, words.height())
            begin, top = 0, words.height() + _BETWEEN_LINES
        else:
            ask = QRect(0, 0, max(0, beside - _GAP), 0)
            begin, top = beside, 0
        lines: list[list[QRect]] = [[]]
        x = begin
        for one, size in zip(shown, sizes, strict=True):
            needed = min(size.width(), max(1, width - begin))
            if (x > begin and x + needed > width) or (one in self._as_ever and len(shown) > 1):
                top = _levelled(lines[-1]) + _BETWEEN_LINES
                lines.append([])
                x = begin
            lines[-1].append(QRect(x, top, needed, one.heightForWidth(needed)))
            x += needed - 1  # neighbours share their line
        _levelled(lines[-1])
        if ask.height() == 0:
            ask.setHeight(lines[0][0].height())
        return [area for line in lines for area in line], ask

    def _shown(self) -> list[_Time | _Opener]:
        times = [one for one in self._times.values() if one not in self._as_ever]
        if self._is_open:
            return [*times, *self._as_ever]
        return [*(one for one in times if one not in self._tucked), self._opener, *self._as_ever]

    def _ask_width(self) -> int:
        return QFontMetrics(self._ask_font()).horizontalAdvance(self.ask) + 2 + _GAP if self.ask else 0

    def _ask_font(self) -> QFont:
        return scaled(self.font(), _SMALL, QFont.Weight.Medium)

    # ---- keys ----

    def eventFilter(self, watched: object, event: object) -> bool:
        """Leads the arrows from time to time, back to the row and on to the next; Enter chooses."""
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress:
            return isinstance(watched, _Time | _Opener) and self._follow(watched, event)
        return False

    def _follow(self, at: "_Time | _Opener", event: QKeyEvent) -> bool:
        down, along = step_down(event), step_along(event, self)
        if down:
            self.left.emit(down)
        elif along:
            shown = self._shown()
            place = shown.index(at) + along
            if place < 0:
                self.left.emit(-1)
            elif place < len(shown):
                take_keyboard(shown[place], along)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not at.isChecked() and not self._repeats(event):
            at.click()
        else:
            return False
        return True

    def _repeats(self, event: QKeyEvent) -> bool:
        """Whether a key that is held down came from another page, where it means no answer here."""
        return self._clears and event.isAutoRepeat()

    def _note(self, option_id: str, on: bool) -> None:
        if on or self._clears:
            self.chosen.emit(option_id if on else "")

    def _show_tucked(self) -> None:
        self._is_open = True
        self._fold()
        self.grown.emit()
        take_keyboard(self._tucked[0])

    def _fold(self) -> None:
        for one in self._tucked:
            one.setVisible(self._is_open)
        self._opener.setVisible(not self._is_open)
        self.arrange()


def _levelled(line: list[QRect]) -> int:
    """Makes the segments of a line equally high; where the line ends."""
    height = max(area.height() for area in line)
    for area in line:
        area.setHeight(height)
    return line[0].top() + height
