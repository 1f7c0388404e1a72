"""The two-week plan: what can be tried, or the plan that runs, with two taps a day, its chart and what it shows.
One that was put away is there to read and to print."""

from functools import partial

from msgspec import structs
from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.pages.plan_days import PlanDays, told_days
from twitchcheck.gui.pages.plan_outcome import PlanOutcome
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.first_click import FirstClick
from twitchcheck.gui.widgets.labels import Fold, button, framed, label, link, note, stack
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.gui.widgets.scroll_column import WIDEST, spaced
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.gui.widgets.source_fold import SourceFold
from twitchcheck.records.record import Day, Plan
from twitchcheck.report.citations import Citations, SourceRow
from twitchcheck.report.plan_view import NAME, ChangeOffer, PlanOffer, PlanView, plan_offer, plan_view

_NARROW = 70
"""In units of the font size: with less room the chart stands below the days."""

_WIDEST = 80.0

_LETTING_IN = Qt.FocusReason.OtherFocusReason


class PlanBody(CheckPage):
    """What scrolls. It is made from the session anew, but what is given for a day, and what the days come to, is
    shown where it stands."""

    begun = Signal()
    turned = Signal()
    """Another plan is shown, or what can be tried in place of one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, "page.plan")
        self._looked_at: Plan | None = None
        self._first_click = FirstClick(self)
        self._made_from: PlanView | PlanOffer | None = None
        self._days: PlanDays | None = None
        session.changed.connect(self._refresh)

    @property
    def widest(self) -> float:  # type: ignore[override]  # the page decides itself
        """Wide enough for days and chart side by side; what is to be read needs less."""
        return WIDEST if self.plan is None else _WIDEST

    @property
    def plan(self) -> Plan | None:
        """The plan that is shown: one that was put away and is looked at, else the one that runs."""
        return self._looked_at or self.session.running_plan

    def look_at(self, former: Plan | None) -> None:
        """Chooses what is shown from the next time on that the page is made: a plan that was put away, or with None
        the one that runs, or else what can be tried."""
        self._looked_at = former

    def view(self) -> PlanView | None:
        """The plan that is shown, in words."""
        session, plan = self.session, self.plan
        checks, today = session.record.checks, session.today()
        return None if plan is None else plan_view(session.protocol, plan, checks, today)

    def spoken(self) -> str:
        """What the page is, and what there is to do."""
        view = self.view()
        if view is None:
            return f"{NAME}. One change to try."
        return f"{view.kicker}. {view.title}. {view.outcome[0].text}"

    def fill(self, column: QVBoxLayout) -> None:
        """Adds the plan that is shown, or else what can be tried."""
        view = self.view()
        self._days = None
        if view is None:
            offer = self._offer()
            self._made_from = offer
            self._add_offer(column, offer)
        elif self._looked_at is not None:
            self._made_from = view
            self._add_former(column, view, self._looked_at)
        else:
            self._made_from = _without_days(view)
            self._add_plan(column, view)

    def drop(self) -> None:
        """Lets go of the contents, which tell answers."""
        self._days, self._made_from = None, None
        super().drop()

    def leave(self) -> None:
        """Lets go of the contents and of the plan that was looked at."""
        self._looked_at = None
        self.drop()

    def focus_first(self) -> None:
        """Puts the keyboard to today, where that is to be filled in."""
        first = None if self._days is None else self._days.first()
        if first is None:
            super().focus_first()
        else:
            self.show_widget(first)

    def _offer(self) -> PlanOffer:
        return plan_offer(self.session.protocol, self.session.record, self.session.today())

    def _refresh(self) -> None:
        """Shows what has changed: a day where it stands, anything else on a page that is made anew."""
        if self.area is None:
            return
        view = self.view()
        if self._looked_at is not None:
            if view != self._made_from:
                self.make_again()
        elif (view is None) is not (self._days is None):
            self._show_another()
        elif view is not None and self._days is not None and _without_days(view) == self._made_from:
            self._days.show_days(view)
            self._outcome.show_days(view)
        elif view is not None or self._made_from != self._offer():
            self.make_again()

    def _show_another(self) -> None:
        """Another page, from its top."""
        self.enter()
        self.focus_first()
        self.turned.emit()

    # ---- a plan ----

    def _add_plan(self, column: QVBoxLayout, view: PlanView) -> None:
        sources, citing = self._sources(view.sources)
        self._days = PlanDays(view, self._give)
        self._add_shown(column, view, citing, self._days)
        spaced(column, 18, note(citing.label(view.stop, "calm")))
        end = link("Try another change" if view.is_over else "End this plan, or change it", "endPlan")
        end.clicked.connect(self.session.end_plan)
        self._first_click.watch(end)
        spaced(column, 14, end)
        spaced(column, 4, Fold("How it works", partial(citing.stack, view.how), "how"))
        spaced(column, 4, sources)

    def _add_former(self, column: QVBoxLayout, view: PlanView, plan: Plan) -> None:
        sources, citing = self._sources(view.sources)
        self._add_shown(column, view, citing, told_days(view))
        other = button("Try another change" if self.session.running_plan is None else "See the plan that runs", "other")
        other.clicked.connect(partial(self._look_at, None))
        ways = [self._resume(), other] if plan is self.session.plan else [other]
        self._first_click.watch(other)
        spaced(column, 18, _row(*ways))
        spaced(column, 4, sources)

    def _resume(self) -> QWidget:
        """The way back to the plan that was put away last."""
        made = button("&Go on with it", "resumePlan")
        made.clicked.connect(self._take_up)
        self._first_click.watch(made)
        return made

    def _take_up(self) -> None:
        self._looked_at = None
        self.session.resume_plan()

    def _look_at(self, former: Plan | None) -> None:
        self.look_at(former)
        self._show_another()

    def _add_shown(self, column: QVBoxLayout, view: PlanView, citing: Citing, days: QWidget) -> None:
        """What a plan is, its days, and beside them the chart and what they show."""
        opening(column, label(view.kicker, "kicker", "kicker"), label(view.title, "heading", "heading"))
        if view.first:
            spaced(column, 12, note(label(view.first, "strongCalm", "first")))
        spaced(column, 8, label(view.started, "lead", "started"))
        if view.aim is not None:
            spaced(column, 2, citing.label(view.aim, "lead"))
            spaced(column, 4, label(view.counted, "soft", "counted"))
        self._outcome = PlanOutcome(view, citing)
        spaced(column, 18, Responsive(_NARROW, 28, (stack(days, _filler()), 5), (self._outcome, 4), below=22))

    def _give(self, number: int, given: Day) -> None:
        self.session.give_day(number, given)

    # ---- what can be tried ----

    def _add_offer(self, column: QVBoxLayout, offer: PlanOffer) -> None:
        sources, citing = self._sources(offer.sources)
        heading = "One change to try" if offer.changes else "There is no change to try now"
        opening(column, label(NAME, "kicker", "kicker"), label(heading, "heading", "heading"))
        lead, *how = offer.lead or (None,)
        if lead is not None:
            spaced(column, 8, citing.label(lead, "lead"))
        if offer.former:
            look = button("&Look at it", "lookAtPlan")
            look.clicked.connect(partial(self._look_at, self.session.plan))
            self._first_click.watch(look)
            ways = _row(look, self._resume())
            spaced(column, 14, framed("card", label(offer.former, name="former"), ways, spacing=10))
        column.addSpacing(8)
        for one in offer.changes:
            spaced(column, 10, self._card(one, offer.with_diary, citing))
        if how:
            spaced(column, 18, label("How it works", "section"))
            spaced(column, 8, citing.stack(one for one in how if one is not None))
        if offer.changes and offer.with_diary:
            spaced(column, 18, note(citing.label(offer.stop, "calm")))
        if offer.at_once is not None:
            spaced(column, 18, label(offer.others, "strong", "others"))
            spaced(column, 4, citing.label(offer.at_once))
        if offer.sources:
            spaced(column, 18, sources)

    def _card(self, one: ChangeOffer, with_diary: bool, citing: Citing) -> QWidget:
        words: list[QWidget] = [
            label(one.name, "hint"),
            label(one.title, "big"),
            citing.label(one.text),
            label(one.aim, "strong"),
        ]
        if with_diary:
            begin = button("Try this", f"begin.{one.trigger}")
            begin.setAccessibleName(f"Try this: {one.title}")
            begin.clicked.connect(partial(self._begin, one.trigger))
            self._first_click.watch(begin)
            words += [label(one.counted, "soft"), _row(begin)]
        return framed("card", *words, spacing=6)

    def _begin(self, trigger_id: str) -> None:
        self.session.begin_plan(trigger_id)
        self.begun.emit()

    def _sources(self, rows: tuple[SourceRow, ...]) -> tuple[SourceFold, Citing]:
        """The sources by number, in the order of the view, whatever is made first."""
        citations = Citations(rows)
        citations.numbers(one.id for one in rows)
        sources = SourceFold(citations, self.show_widget)
        return sources, Citing(citations, sources.lead)


class PlanPage(QWidget):
    """The page with its own buttons below it."""

    back_wanted = Signal()
    print_wanted = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.setObjectName("planPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.body = PlanBody(session)
        self._session = session
        self._print = button("&Print this plan…", "printPlan")
        self._print.clicked.connect(self.print_wanted)
        back = button("&Back to the checks", "leavePlan", "primary")
        back.clicked.connect(self.back_wanted)
        FirstClick(self).watch(back)
        bar = QFrame()
        bar.setProperty("look", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        self._buttons = Responsive(0, 12, (QWidget(), 1), (self._print, 0), (back, 0), below=8)
        self._buttons.setContentsMargins(24, 15, 24, 16)
        row.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.body, 1)
        column.addWidget(bar)
        session.changed.connect(self._show_buttons)
        self.body.turned.connect(self._show_buttons)

    def open(self, way: Qt.FocusReason = _LETTING_IN) -> None:
        """Shows the plan as it stands, with the keyboard at today."""
        self.body.way = way
        self._show_buttons()
        self.body.enter()
        self.body.focus_first()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads back."""
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _show_buttons(self) -> None:
        self._print.setVisible(self.body.plan is not None)


def _without_days(view: PlanView) -> PlanView:
    """What a page is made from but for what is given for the days and what that comes to, which are shown where they
    stand."""
    rows = tuple(structs.replace(row, given=Day(), rating="") for row in view.rows)
    return structs.replace(view, rows=rows, outcome=(), averages=(), for_doctor="")


def _row(*buttons: QWidget) -> QWidget:
    """Buttons at the beginning of a line, no wider than their words."""
    for one in buttons:
        one.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    return Responsive(0, 12, *((one, 0) for one in buttons), (QWidget(), 1), below=9)


def _filler() -> QWidget:
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    return made
