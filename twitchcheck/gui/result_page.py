"""The result: what to do and how soon, why, what probably sets it off, and what to watch for."""

import re

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.check_page import CheckPage, spaced
from twitchcheck.gui.labels import Fold, button, framed, label, short_label, thin_line
from twitchcheck.gui.responsive import Responsive
from twitchcheck.gui.result_parts import LevelMark, sentences, stack
from twitchcheck.gui.result_reasons import advice_changes, balance, clarify, level_reasons, reassuring, triggers
from twitchcheck.gui.session import Session
from twitchcheck.report.result_view import ConsiderationPart, ResultView, SourceRow, result_view
from twitchcheck.rules.counterfactuals import what_would_change


def current_view(session: Session) -> ResultView:
    """The result of the session's answers in words."""
    assessment = session.assessment()
    changes = what_would_change(session.protocol, session.answers, assessment)
    return result_view(session.protocol, session.answers, assessment, changes)


class ResultPage(CheckPage):
    """Real widgets, so that a screen reader can walk through the result."""

    widest = 66.0

    print_wanted = Signal()
    save_pdf_wanted = Signal()
    change_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session, "page.result")
        self._view: ResultView | None = None

    def enter(self) -> None:
        """Draws the conclusion anew, then shows it."""
        self._view = current_view(self.session)
        super().enter()

    def spoken(self) -> str:
        """The care level, what to do and how soon."""
        view = self._view
        return "" if view is None else f"Your result. {view.label}: {view.action}. {view.time_frame}"

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the parts in the order of reading."""
        view = self._view
        if view is None:
            return
        column.addWidget(self._level_card(view))
        if view.clarify:
            spaced(column, 18, clarify(view, self.change_wanted.emit))
        left = [_to_do(view), level_reasons(view), reassuring(view), triggers(view)]
        right = [balance(view), _safety_net(view), advice_changes(view)]
        columns = Responsive(52, 44, (_column(left), 11), (_column(right), 9))
        spaced(column, 24, columns)
        spaced(column, 26, thin_line())
        column.addSpacing(8)
        for fold in _folds(view):
            spaced(column, 4, fold)
        spaced(column, 14, thin_line())
        spaced(column, 12, label(f"{view.disclaimer} Checked on {view.date}. Content {view.version}.", "hint"))

    def _level_card(self, view: ResultView) -> QWidget:
        level = short_label(view.label, name="level")
        level.setProperty("levelInk", view.disposition.value)
        texts = [level, label(view.action, "huge", "action"), label(view.time_frame, "strong", "timeFrame")]
        words = stack(*texts, sentences(view.summary), spacing=5)
        print_button = button("&Print…", "print", "primary")
        print_button.clicked.connect(self.print_wanted)
        save = button("&Save as PDF…", "savePdf")
        save.clicked.connect(self.save_pdf_wanted)
        buttons = stack(print_button, save, spacing=9)
        mark = stack(LevelMark(view.disposition, view.label))
        row = Responsive(40, 24, (mark, 0), (words, 1), (buttons, 0))
        card = framed("", row, margins=(26, 22, 26, 22))
        card.setProperty("level", view.disposition.value)
        return card


def _column(parts: list[QWidget | None]) -> QWidget:
    holder = stack(*(part for part in parts if part is not None), spacing=26)
    layout = holder.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
    return holder


def _to_do(view: ResultView) -> QWidget | None:
    if not view.advice:
        return None
    return stack(label("What to do", "section"), sentences(view.advice), spacing=10)


def _safety_net(view: ResultView) -> QWidget:
    title = label("Keep an eye on it", "section")
    return framed("calmCard", title, sentences((view.review, *view.safety_net), "calm"), margins=(20, 16, 20, 16))


def _folds(view: ResultView) -> list[Fold]:
    folds = [
        Fold(f"I am worried about {one.name}", _consideration(one), f"worry.{one.id}")
        for one in view.considerations
        if one.on_request
    ]
    folds += [Fold(topic.title, sentences(topic.statements), f"topic.{topic.id}") for topic in view.topics]
    offered = [one for one in view.considerations if not one.on_request]
    if offered:
        content = stack(*(_consideration(one) for one in offered), spacing=16)
        folds.append(Fold("What doctors also consider", content, "considerations"))
    folds.append(Fold("Sources", stack(*(_source(row) for row in view.sources), spacing=10), "sources"))
    return folds


def _consideration(part: ConsiderationPart) -> QWidget:
    contents: list[QWidget] = [] if part.on_request else [label(part.name, "strong")]
    contents.append(sentences((part.text, *part.statements)))
    for title, found in (("What speaks for raising it", part.raised_by), ("What speaks against it", part.lowered_by)):
        if found:
            contents += [label(title, "strong"), sentences(found)]
    return stack(*contents, spacing=6)


def _source(row: SourceRow) -> QWidget:
    about = ", ".join(part for part in (row.publisher, row.year) if part)
    # An address has no spaces: an invisible one behind each sign lets it break at the edge of the page.
    address = re.sub(r"(?<=[/._=&?%-])", "\N{ZERO WIDTH SPACE}", row.url)
    details = f"{about} ({row.access}) {address}".strip()
    return stack(label(f"{row.tag}: {row.title}", "strong"), label(details, "hint"), spacing=1)
