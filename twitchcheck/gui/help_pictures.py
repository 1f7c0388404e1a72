"""The pictures of the help: parts of the program itself with made-up days, in the colours and the size of text that are
chosen, and with words for people who do not see them."""

from datetime import date, timedelta

from PySide6.QtWidgets import QVBoxLayout

from twitchcheck.gui.pages.plan_outcome import diary_chart
from twitchcheck.gui.pages.record_cards import last_check
from twitchcheck.gui.widgets.labels import framed, label
from twitchcheck.gui.widgets.scroll_column import spaced
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Day, Plan, Twitching
from twitchcheck.records.verdict import DAYS
from twitchcheck.report.plan_view import plan_view
from twitchcheck.report.record_view import record_view
from twitchcheck.rules.protocol import TriageProtocol

_RATINGS = (3, 3, 2, 3, 2, 2, 1, 2, 1, 1, 1, 0, 1, 1)


def add_later(column: QVBoxLayout, protocol: TriageProtocol, on: date) -> None:
    """Adds what the first page of a file tells, and the chart of a plan that is over, as of the day `on`."""
    check = Check(on=on - timedelta(days=3), level=Disposition.SELF_CARE)
    told = record_view(protocol, (check,), on)
    assert told is not None  # there is a check
    spaced(column, 22, label("An example that is made up: what a file shows when it is opened.", "soft"))
    spaced(column, 6, last_check(told, ()))
    plan = Plan("", on - timedelta(days=DAYS))
    for number, rating in enumerate(_RATINGS, 1):
        plan = plan.with_day(plan.day(number), Day(list(Twitching)[rating]))
    spaced(column, 22, label("A plan that is made up too, after its two weeks.", "soft"))
    spaced(column, 6, framed("card", diary_chart(plan_view(protocol, plan, (check,), on)), margins=(8, 10, 8, 6)))
