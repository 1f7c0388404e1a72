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
        self._citing = citing
        self._chart = diary_chart(view)
        self._words = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        self._column.addWidget(framed("card", self._chart, margins=(8, 10, 8, 6)))
        self._column.addWidget(self._words)
        self._column.addStretch(1)
        self._said: tuple[object, ...] = ()
        self.show_days(view)

    def show_days(self, view: PlanView) -> None:
        """Shows what the days that are filled in come to."""
        self._chart.show_days(view.chart, view.chart_in_words)
        if self._said == (view.outcome, view.averages):
            return
        self._said = (view.outcome, view.averages)
        verdict, *others = view.outcome
        averages = [stack(*(label(one, "soft") for one in view.averages), spacing=2)] if view.averages else []
        before, made = self._words, [self._citing.label(verdict, "strong"), *averages, *map(self._citing.label, others)]
        self._words = stack(*made, spacing=10)
        self._column.replaceWidget(before, self._words)
        before.hide()
        before.deleteLater()


def diary_chart(view: PlanView) -> DiaryChart:
    """The chart of a plan."""
    made = DiaryChart(view.ratings, DAYS, USUAL_DAYS, _PARTS)
    made.show_days(view.chart, view.chart_in_words)
    return made
