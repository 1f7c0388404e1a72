"""What a two-week plan shows: its chart, the verdict, what that rests on, and what goes with it."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from twitchcheck.gui.widgets.diary_chart import DiaryChart
from twitchcheck.gui.widgets.labels import framed, label, stack
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.records.verdict import DAYS, USUAL_DAYS
from twitchcheck.report.plan_view import PlanView

_PARTS = ("usual", "with the change")


class PlanOutcome(QWidget):
    """Shows it anew where it stands while days are filled in, as long as the same sources are cited."""

    def __init__(self, view: PlanView, citing: Citing) -> None:
        super().__init__()
        self._view = view
        self._citing = citing
        self._chart = diary_chart(view)
        self._words = self._said()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(framed("card", self._chart, margins=(8, 10, 8, 6)))
        self._column.addWidget(self._words)
        self._column.addStretch(1)

    def show_days(self, view: PlanView) -> None:
        """Shows what the days that are filled in come to."""
        self._chart.show_days(view.chart, view.chart_in_words)
        before, self._view = self._view, view
        if (before.outcome, before.averages) != (view.outcome, view.averages):
            old, self._words = self._words, self._said()
            self._column.replaceWidget(old, self._words)
            old.hide()
            old.deleteLater()

    def _said(self) -> QWidget:
        """The verdict, what it rests on, and what goes with it."""
        verdict, *others = self._view.outcome
        averages = [label(one, "soft") for one in self._view.averages]
        beside = [stack(*averages, spacing=2)] if averages else []
        return stack(self._citing.label(verdict, "strong"), *beside, *map(self._citing.label, others), spacing=10)


def diary_chart(view: PlanView) -> DiaryChart:
    """The chart of a plan."""
    made = DiaryChart(view.ratings, DAYS, USUAL_DAYS, _PARTS)
    made.show_days(view.chart, view.chart_in_words)
    return made
