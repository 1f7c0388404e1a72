"""The result: what to do and how soon, why, what probably sets it off, and what to watch for."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from twitchcheck.gui.pages.check_page import CheckPage
from twitchcheck.gui.pages.earlier_answers import earlier_note
from twitchcheck.gui.pages.result_parts import LevelMark, sentences
from twitchcheck.gui.pages.result_reasons import advice_changes, balance, clarify, level_reasons, reassuring, triggers
from twitchcheck.gui.pages.twitch_figure import topic_content
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.contents_menu import ContentsMenu, Part
from twitchcheck.gui.widgets.labels import Fold, button, framed, label, short_label, stack, thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.gui.widgets.section import Section, source_label
from twitchcheck.gui.widgets.sentence_label import sourced_label
from twitchcheck.report.result_view import ConsiderationPart, ResultView, result_view
from twitchcheck.rules.counterfactuals import what_would_change

One = TypeVar("One")


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
    check_again_wanted = Signal()

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
        folds = _folds(view)
        worries = [partial(self._lead_to, fold) for fold in folds if fold.on_request]
        left = _present(
            _to_do(view), level_reasons(view), reassuring(view, worries[0] if worries else None), triggers(view)
        )
        right = _present(_safety_net(view), balance(view), advice_changes(view))
        first = [clarify(view, self.change_wanted.emit)] if view.clarify else []
        earlier = earlier_note(self.session, self.check_again_wanted.emit)
        if earlier is not None:
            column.addWidget(earlier)
            column.addSpacing(14)
        column.addWidget(self._level_card(view))
        contents = button("&On this page ▾", "contents")
        contents.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        contents.setMenu(ContentsMenu((*first, *left, *right, *folds), self.show_part, contents))
        spaced(column, 14, contents)
        for section in first:
            spaced(column, 18, section)
        spaced(column, 22, Responsive(52, 44, (_column(left), 11), (_column(right), 9)))
        spaced(column, 26, thin_line())
        column.addSpacing(8)
        for fold in folds:
            spaced(column, 4, fold)
        spaced(column, 14, thin_line())
        spaced(column, 12, label(f"{view.disclaimer} Checked on {view.date}. Content {view.version}.", "hint"))

    def show_part(self, part: Part) -> None:
        """Leads to a part; opens a fold."""
        if isinstance(part, Fold):
            part.link.setChecked(True)
        self._lead_to(part)

    def _lead_to(self, part: Part) -> None:
        """Scrolls until `part` stands at the top, and lets the keyboard go on from there."""
        if self.area is not None:
            self.area.scroll_to(part)
        (part.link if isinstance(part, Fold) else part).setFocus(self.way)

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


def _present(*sections: Section | None) -> list[Section]:
    return [section for section in sections if section is not None]


def _column(sections: list[Section]) -> QWidget:
    holder = stack(*sections, spacing=26)
    layout = holder.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
    return holder


def _to_do(view: ResultView) -> Section | None:
    return Section("What to do", sentences(view.advice), spacing=10) if view.advice else None


def _safety_net(view: ResultView) -> Section:
    said = stack(sourced_label(view.review, "strongCalm"), sentences(view.safety_net, "calm"), spacing=8)
    return Section("Keep an eye on it", framed("calmCard", said, margins=(20, 16, 20, 16)), spacing=10)


def _folds(view: ResultView) -> list[Fold]:
    folds = [Fold(topic.title, partial(topic_content, topic), f"topic.{topic.id}") for topic in view.topics]
    folds += [
        Fold(f"I am worried about {one.name}", partial(_consideration, one), f"worry.{one.id}", on_request=True)
        for one in view.considerations
        if one.on_request
    ]
    offered = [one for one in view.considerations if not one.on_request]
    if offered:
        considered = partial(_stacked, _consideration, offered, spacing=16)
        folds.append(Fold("What doctors also consider", considered, "considerations"))
    folds.append(Fold("Sources", partial(_stacked, source_label, view.sources, spacing=10), "sources"))
    return folds


def _stacked(make: Callable[[One], QWidget], ones: Iterable[One], spacing: int) -> QWidget:
    return stack(*map(make, ones), spacing=spacing)


def _consideration(part: ConsiderationPart) -> QWidget:
    contents: list[QWidget] = [] if part.on_request else [label(part.name, "strong")]
    contents.append(sentences((part.text, *part.statements)))
    for title, found in (("What speaks for raising it", part.raised_by), ("What speaks against it", part.lowered_by)):
        if found:
            contents += [label(title, "strong"), sentences(found)]
    return stack(*contents, spacing=6)
