"""The page that stops the check: call now, whom, what to say, what to do meanwhile."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from twitchcheck.gui.look.theme import scaled, tokens
from twitchcheck.gui.pages.country_choice import CountryChoice
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.first_click import FirstClick
from twitchcheck.gui.widgets.labels import announce, button, label, short_label
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.gui.widgets.scroll_column import ScrollColumn, spaced
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.emergency_view import EmergencyView, emergency_view
from twitchcheck.rules.assessment import Assessment

_LARGEST_MARK = 84
"""Pixels: with large text the room is for the words."""


class AlarmMark(QWidget):
    """A red disc with an exclamation mark."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("Emergency")
        size = min(round(self.font().pixelSize() * 5), _LARGEST_MARK)
        self.setFixedSize(QSize(size, size))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Disc and mark."""
        pair = tokens().levels[Disposition.EMERGENCY]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(pair.ground))
        painter.drawEllipse(self.rect())
        painter.setPen(QColor(pair.ink))
        painter.setFont(scaled(self.font(), 0.62 * self.height() / self.font().pixelSize(), QFont.Weight.Bold))
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, "!")


class InterruptionPage(QWidget):
    """Made anew for each emergency. The number follows the country, which is remembered."""

    print_wanted = Signal()
    mistake_claimed = Signal()
    seen_claimed = Signal()
    back_wanted = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__()
        self.setObjectName("interruption")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._preferences = preferences
        self._first_click = FirstClick(self)
        self._shell = QVBoxLayout(self)
        self._shell.setContentsMargins(0, 0, 0, 0)
        self._scroll: ScrollColumn | None = None
        self._assessment: Assessment | None = None

    def show_emergency(self, assessment: Assessment) -> None:
        """Shows what to do, and has it said aloud."""
        self.drop()
        self._assessment = assessment
        view = self.view()
        self._scroll = ScrollColumn(56, centred=True)
        column = self._scroll.column
        column.addStretch(2)
        column.addWidget(AlarmMark())
        self._heading = label("", "alarm", "alarm")
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        spaced(column, 20, self._heading)
        reasons = " ".join(view.why)
        quoted = ", ".join(f"“{one}”" for one in view.ticked)
        spaced(column, 10, label(f"You answered: {quoted}.", "strong", "ticked"))
        spaced(column, 4, label(reasons, "lead"))
        column.addSpacing(22)
        column.addLayout(self._steps(view))
        column.addSpacing(26)
        column.addWidget(self._buttons())
        column.addStretch(3)
        self._shell.addWidget(self._scroll)
        self._show_number()
        announce(self, f"{self.accessibleName()}. You answered: {quoted}. {reasons}")
        # Not a button: who presses Space or Enter once more must not print, or take the answer back.
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self) -> None:
        """Lets go of the contents, which tell answers."""
        self._assessment = None
        if self._scroll is not None:
            self._shell.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
            self._scroll = None

    def view(self) -> EmergencyView:
        """The interruption in words, with the number of the chosen country."""
        protocol = self._session.protocol
        assessment = self._assessment or self._session.assessment()
        number = protocol.emergency_number(self._preferences.country)
        return emergency_view(protocol, self._session.answers, assessment, number)

    def _steps(self, view: EmergencyView) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(14)
        grid.setColumnStretch(1, 1)
        call = QWidget()
        row = QHBoxLayout(call)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        self._call = short_label("", "lead", "call")
        row.addWidget(self._call)
        country = CountryChoice(self._session.protocol, self._preferences)
        country.chosen.connect(self._tell_number)
        row.addWidget(country, 1)
        said = [f"Say: “{one}”" for one in view.say if one]
        contents = [call, *(label(text, "lead") for text in (*said, *view.steps))]
        for place, content in enumerate(contents):
            number = short_label(f"{place + 1}.", "lead")
            grid.addWidget(number, place, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            grid.addWidget(content, place, 1)
        # The number of the first step stands level with the text beside the taller link.
        first = grid.itemAtPosition(0, 0)
        if first is not None:
            first.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return grid

    def _buttons(self) -> QWidget:
        self._print = button("&Print this page", "print", "danger")
        self._print.clicked.connect(self.print_wanted)
        if self._session.answered_on is not None:  # it is told once more, and nothing of it can be changed
            back = button("&Back to the checks", "backToChecks")
            back.clicked.connect(self.back_wanted)
            self._first_click.watch(self._print, back)
            return Responsive(0, 14, (self._print, 0), (back, 0), (QWidget(), 1), below=10)
        mistake = button("I ticked this by &mistake", "mistake")
        mistake.clicked.connect(self.mistake_claimed)
        buttons = [self._print, mistake]
        if self._session.seen_for() is not None:
            seen = button("I have &already been seen for this", "seen")
            seen.clicked.connect(self.seen_claimed)
            buttons.append(seen)
        self._first_click.watch(*buttons)
        return Responsive(0, 14, *((one, 0) for one in buttons), (QWidget(), 1), below=10)

    def _tell_number(self) -> None:
        self._show_number()
        announce(self, self._call.text())

    def _show_number(self) -> None:
        from html import escape

        view = self.view()
        number = f'<span style="color:{tokens().danger}">{escape(view.number)}</span>'
        self._heading.setText(f"{escape(view.action)}: {number}")
        self._call.setText(f"Call {view.call.rstrip(',')} ({view.country}).")
        spoken = f"{view.action}: {view.number}"
        self._heading.setAccessibleName(spoken)
        self.setAccessibleName(spoken)
