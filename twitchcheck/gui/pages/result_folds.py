"""What waits at the end of the result page to be opened: what would change the advice, more explanations, sources."""

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from twitchcheck.gui.pages.result_reasons import advice_changes
from twitchcheck.gui.pages.twitch_figure import topic_content
from twitchcheck.gui.widgets.labels import Fold, label, stack
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.gui.widgets.source_fold import SourceFold
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.advice_changes import ChangeGroup
from twitchcheck.report.fears import ConsiderationPart
from twitchcheck.report.result_view import ResultView


def result_folds(
    view: ResultView,
    changes: Callable[[], tuple[ChangeGroup, ...]],
    citing: Citing,
    sources: SourceFold,
) -> list[Fold]:
    """The folds in their order, `sources` last; `changes` are worked out when somebody asks for them. An illness that
    nobody named is met in here alone."""
    folds: list[Fold] = []
    if view.disposition is not Disposition.EMERGENCY:

        def would_change() -> QWidget:
            return advice_changes(view.changes_lead, changes(), citing)

        folds.append(Fold("What would change this advice", would_change, "changes"))
    for topic in view.topics.others:
        folds.append(Fold(topic.title, partial(topic_content, topic, citing), f"topic.{topic.id}"))
    if view.considerations:
        considered = partial(_considered, view.considerations, citing)
        folds.append(Fold("What doctors also consider", considered, "considerations"))
    return [*folds, sources]


def _considered(parts: Iterable[ConsiderationPart], citing: Citing) -> QWidget:
    return stack(*(_in_its_place(part, citing) for part in parts), spacing=16)


def _in_its_place(part: ConsiderationPart, citing: Citing) -> QWidget:
    if part.on_request:
        return Fold(part.name, partial(_consideration, part, citing), f"worry.{part.id}", on_request=True)
    return stack(label(part.name, "strong"), _consideration(part, citing), spacing=6)


def _consideration(part: ConsiderationPart, citing: Citing) -> QWidget:
    contents: list[QWidget] = [citing.stack((part.text, *part.statements))]
    for title, found in (("What speaks for raising it", part.raised_by), ("What speaks against it", part.lowered_by)):
        if found:
            contents += [label(title, "strong"), citing.stack(found)]
    return stack(*contents, spacing=6)
