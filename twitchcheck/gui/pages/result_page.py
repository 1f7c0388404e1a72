"""The result: what to do and how soon, why, what may set it off, what to watch for, and what a twitch is."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from twitchcheck.gui.pages.check_page import CheckPage
from twitchcheck.gui.pages.earlier_answers import earlier_note
from twitchcheck.gui.pages.result_folds import result_folds
from twitchcheck.gui.pages.result_parts import LevelMark
from twitchcheck.gui.pages.result_reasons import fear, keep_an_eye, questions, since_last, to_do, triggers, why
from twitchcheck.gui.pages.twitch_figure import topic_content
from twitchcheck.gui.state.preferences import Preferences
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.balanced_columns import BalancedColumns
from twitchcheck.gui.widgets.contents_menu import ContentsMenu, Part
from twitchcheck.gui.widgets.labels import Fold, button, framed, label, short_label, stack, thin_line
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.gui.widgets.section import Section
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.gui.widgets.source_fold import SourceFold
from twitchcheck.report.advice_changes import ChangeGroup
from twitchcheck.report.citations import Citations
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.rules.counterfactuals import what_would_change


def current_view(session: Session, preferences: Preferences) -> ResultView:
    """The result of the session's answers in words, with the numbers of the country."""
    protocol, assessment = session.protocol, session.assessment()
    changes = what_would_change(protocol, session.answers, assessment)
    number = protocol.emergency_number(preferences.country)
    return result_view(protocol, session.answers, assessment, changes, number, session.before)


def _view_at_once(session: Session, preferences: Preferences) -> ResultView:
    """The same but for what would change the advice, which takes longer than all the rest: of the open questions alone,
    as long as nobody has asked for the others."""
    protocol, assessment = session.protocol, session.assessment()
    changes = what_would_change(protocol, session.answers, assessment, only=assessment.unsure)
    number = protocol.emergency_number(preferences.country)
    return result_view(protocol, session.answers, assessment, changes, number, session.before)


class ResultPage(CheckPage):
    """Real widgets, so that a screen reader can walk through the result."""

    widest = 66.0

    print_wanted = Signal()
    save_pdf_wanted = Signal()
    change_wanted = Signal(str)
    check_again_wanted = Signal()
    plan_wanted = Signal()

    def __init__(self, session: Session, preferences: Preferences) -> None:
        super().__init__(session, "page.result")
        self._preferences = preferences
        self._view: ResultView | None = None

    def enter(self) -> None:
        """Draws the conclusion anew, then shows it."""
        self._view = _view_at_once(self.session, self._preferences)
        super().enter()
        self.session.note_told()

    def spoken(self) -> str:
        """The care level, what to do and how soon."""
        view = self._view
        return "" if view is None else f"Your result. {view.label}: {view.action}. {view.time_frame}"

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the parts in the order of reading."""
        view = self._view
        if view is None:
            return
        citations = Citations(view.sources)
        citations.numbers(one.id for one in view.sources)
        sources = SourceFold(citations, self.show_widget)
        citing = Citing(citations, sources.lead)
        set_off = triggers(view, citing, self.session.running_plan is not None, self.plan_wanted.emit)
        sections = _sections(view, set_off, citing, self.change_wanted.emit)
        explained = [one for one in view.topics.in_sight if one.steps]
        below = [
            Section(one.title, topic_content(one, citing), spacing=10, name=f"topic.{one.id}") for one in explained
        ]
        folds = result_folds(view, self._changes, citing, sources)
        earlier = earlier_note(self.session, self.check_again_wanted.emit)
        if earlier is not None:
            column.addWidget(earlier)
            column.addSpacing(14)
        column.addWidget(self._level_card(view, citing))
        contents = button("&On this page ▾", "contents")
        contents.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        contents.setMenu(ContentsMenu((*sections, *below, *folds), self.show_part, contents))
        spaced(column, 14, contents)
        spaced(column, 18, BalancedColumns(sections, 52, 44, 26))
        for section in below:
            spaced(column, 26, section)
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
        if self.area is not None:
            self.area.scroll_to(part)
        (part.link if isinstance(part, Fold) else part).setFocus(self.way)

    def _changes(self) -> tuple[ChangeGroup, ...]:
        """All that would change the advice."""
        return current_view(self.session, self._preferences).changes

    def _level_card(self, view: ResultView, citing: Citing) -> QWidget:
        level = short_label(view.label, name="level")
        level.setProperty("levelInk", view.disposition.value)
        texts = [level, label(view.action, "huge", "action"), label(view.time_frame, "strong", "timeFrame")]
        words = [*texts, citing.stack(view.summary)]
        if view.open.all_open:
            back = button("&Go back to the questions", "goBack")
            back.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            back.clicked.connect(partial(self.change_wanted.emit, (*view.open.first, *view.open.others)[0].item_id))
            words.append(back)
        print_button = button("&Print…", "print", "primary")
        print_button.clicked.connect(self.print_wanted)
        save = button("&Save as PDF…", "savePdf")
        save.clicked.connect(self.save_pdf_wanted)
        buttons = stack(print_button, save, spacing=9)
        mark = stack(LevelMark(view.disposition, view.label))
        row = Responsive(40, 24, (mark, 0), (stack(*words, spacing=5), 1), (buttons, 0))
        card = framed("", row, margins=(26, 20, 26, 20))
        card.setProperty("level", view.disposition.value)
        return card


def _sections(
    view: ResultView, set_off: Section | None, citing: Citing, change: Callable[[str], object]
) -> list[Section]:
    """What stands in the columns, in the order of reading; `set_off` tells of the triggers."""
    reasons, watch = why(view, citing), keep_an_eye(view, citing)
    found: Iterable[Section | None] = (
        since_last(view, citing),
        to_do(view, citing),
        *((watch, reasons) if view.is_urgent else (reasons, set_off, watch)),
        questions(view.open, change),
        *(fear(view.feared_title, part, citing) for part in view.feared),
        *(
            Section(topic.title, citing.stack(topic.statements), spacing=8, name=f"topic.{topic.id}")
            for topic in view.topics.in_sight
            if not topic.steps
        ),
    )
    return [section for section in found if section is not None]
