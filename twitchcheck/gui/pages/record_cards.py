"""What the first page tells of a file that holds checks: the last one, when another makes sense, and all before it."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.pages.check_page import CheckPage, opening
from twitchcheck.gui.pages.result_parts import LevelMark
from twitchcheck.gui.state.session import Session
from twitchcheck.gui.widgets.labels import Fold, button, framed, label, link, stack
from twitchcheck.gui.widgets.responsive import Responsive
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.gui.widgets.source_fold import SourceFold
from twitchcheck.records.record import Plan
from twitchcheck.report.citations import Citations
from twitchcheck.report.plan_view import is_offered, plan_name
from twitchcheck.report.record_view import RecordView, record_view

_HEADING = "Your checks"


def record_words(session: Session) -> str:
    """What a screen reader says of the page."""
    view = _view(session)
    return " ".join(
        f"{part}."
        for part in (_HEADING, _last(view), view.action, view.unfinished.rstrip("."), view.next.rstrip("."))
        if part
    )


def add_record(
    page: CheckPage,
    column: QVBoxLayout,
    see_last: Callable[[], object],
    open_plan: Callable[[], object],
    look_at: Callable[[Plan], object],
) -> None:
    """Adds the last check with the ways on, what is said to who comes back soon, and the plans that were put away."""
    session = page.session
    view = _view(session)
    sources = SourceFold(Citations(view.sources), page.show_widget)
    citing = Citing(Citations(view.sources), sources.lead)
    opening(column, label("Welcome back", "kicker"), label(_HEADING, "heading", "heading"))
    ways: list[QWidget] = []
    if session.is_over:  # while another one is going on, there is no result to see
        ways.append(_way("See the last &result", "seeLast", see_last))
    if _has_plan(session):
        ways.append(_way("Two-week &plan", "openPlan", open_plan))
    spaced(column, 18, last_check(view, ways))
    if view.brake:
        brake = framed("note", *(citing.label(one) for one in view.brake), margins=(18, 13, 18, 13), spacing=6)
        brake.setObjectName("brake")
        spaced(column, 10, brake)
    if len(view.history) > 1:
        rows = [label(f"{one.day}: {one.level}") for one in view.history]
        spaced(column, 10, Fold("All checks", partial(stack, *rows, spacing=6), "history"))
    former = session.former_plans
    if former:
        plans = [_former(session, plan, f"formerPlan.{place}", look_at) for place, plan in enumerate(former, 1)]
        spaced(column, 10, Fold("Earlier plans", partial(stack, *plans, spacing=2), "formerPlans"))
    if view.brake:
        spaced(column, 4, sources)


def _view(session: Session) -> RecordView:
    view = record_view(session.protocol, session.record.checks, session.today())
    assert view is not None  # plans are begun after a check, so where there is something to come back to there is one
    return view


def _last(view: RecordView) -> str:
    return f"Last check, {view.last.day}: {view.last.level}"


def _has_plan(session: Session) -> bool:
    """Whether a plan runs, or there is a change to try; those that were put away have their own ways."""
    return session.running_plan is not None or is_offered(session.protocol, session.record.checks, session.today())


def _former(session: Session, plan: Plan, name: str, look_at: Callable[[Plan], object]) -> QWidget:
    """The way to a plan that was put away."""
    made = link(plan_name(session.protocol, plan, session.words), name)
    made.clicked.connect(lambda: look_at(plan))
    return made


def _way(text: str, name: str, go: Callable[[], object]) -> QWidget:
    made = button(text, name)
    made.clicked.connect(go)
    return made


def last_check(view: RecordView, ways: Iterable[QWidget]) -> QWidget:
    """The card of the last check, with the ways on."""
    words: list[QWidget] = [label(_last(view), "strong", "lastCheck")]
    if view.action:
        words.append(label(view.action, "huge", "lastAction"))
    if view.unfinished:
        words.append(label(view.unfinished, name="unfinished"))
    if view.next:
        words.append(label(view.next, name="nextCheck"))
    words.append(Responsive(0, 12, *((one, 0) for one in ways), (QWidget(), 1), below=9))
    level = view.last.disposition
    marks = [] if level is None else [(stack(LevelMark(level, view.last.level)), 0)]
    card = framed("card" if level is None else "", Responsive(40, 24, *marks, (stack(*words, spacing=8), 1)))
    if level is not None:
        card.setProperty("level", level.value)
    return card
