"""The middle of the result page: why this level, the balance, the triggers, what would change the advice."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.pages.result_parts import dotted, sentences
from twitchcheck.gui.widgets.bars import Columns, ShareBar
from twitchcheck.gui.widgets.labels import Fold, framed, label, link, short_label, stack
from twitchcheck.gui.widgets.section import Section
from twitchcheck.gui.widgets.sentence_label import sourced_label
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.report.result_view import Clarify, Reason, ResultView, TriggerRow

_PHRASES_SHOWN = 2


def level_reasons(view: ResultView) -> Section | None:
    """The red flags behind the level, each with the answers that raised it."""
    if not view.reasons:
        return None
    entries = [dotted(tokens().primary, one.certainty is Certainty.YES, _reason(one)) for one in view.reasons]
    return Section("Why this level", *entries, spacing=12)


def _reason(reason: Reason) -> QWidget:
    answers = "; ".join(reason.answers)
    return stack(label(reason.title, "strong"), label(answers, "hint"), sourced_label(reason.text), spacing=2)


def reassuring(view: ResultView, lead_to_worries: Callable[[], object] | None) -> Section | None:
    """What speaks for a harmless cause, and the way to what is only told on request, without naming it."""
    if not view.reassuring:
        return None
    entries = [dotted(tokens().calm, False, sourced_label(one)) for one in view.reassuring]
    if lead_to_worries is not None:
        worried = link("Worried about a certain illness? See what your answers say", "worried")
        worried.clicked.connect(lambda: lead_to_worries())
        entries.append(worried)
    return Section("What is reassuring", *entries, spacing=9)


def triggers(view: ResultView) -> Section | None:
    """The everyday triggers, strongest first; what to do about them is one click away, for the first at once."""
    if not view.triggers:
        return None
    rows = [_trigger(row, place == 0) for place, row in enumerate(view.triggers)]
    return Section("What may set it off", *rows, spacing=14)


def _trigger(row: TriggerRow, is_open: bool) -> QWidget:
    given = row.amount or "; ".join(row.because)
    name = stack(label(row.name, "strong"), *([label(given, "hint")] if given else []), spacing=1)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 6)
    grid.setColumnMinimumWidth(2, short_label("moderate").sizeHint().width() + 4)
    middle = Qt.AlignmentFlag.AlignVCenter
    grid.addWidget(name, 0, 0)
    grid.addWidget(ShareBar(row.share, f"{row.name}: {row.strength.value}"), 0, 1, middle)
    grid.addWidget(short_label(row.strength.value, "trigger"), 0, 2, middle)
    what_helps = Fold("What helps", partial(sentences, (row.text, *row.advice)), f"helps.{row.name}")
    what_helps.link.setAccessibleName(f"What helps: {row.name}")
    what_helps.link.setChecked(is_open)
    grid.addWidget(what_helps, 1, 0, 1, 3)
    return holder


def balance(view: ResultView) -> Section | None:
    """Signs on one side, everyday triggers on the other: numbers, and columns that show the same."""
    if not view.triggers:
        return None
    sides = QWidget()
    row = QHBoxLayout(sides)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(18)
    sure = [one for one in view.reasons if one.certainty is Certainty.YES]
    urgency = [(one.title, (one.disposition.urgency + 1) / 5) for one in sure]
    row.addWidget(_side(("sign for a doctor", "signs for a doctor"), urgency, "primary"))
    shares = [(one.name, one.share) for one in view.triggers]
    row.addWidget(_side(("everyday trigger", "everyday triggers"), shares, "trigger"))
    caption = label("Triggers never cancel a sign. The advice follows the signs.", "hint")
    return Section("The balance", framed("card", sides, caption, margins=(20, 14, 20, 14), spacing=10), spacing=10)


def _side(names: tuple[str, str], shares: list[tuple[str, float]], colour: str) -> QWidget:
    number = len(shares)
    what = names[0] if number == 1 else names[1]
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(short_label(str(number), "count"))
    row.addWidget(label(what, "soft"), 1)
    heights = ", ".join(f"{name} {share:.0%}" for name, share in shares)
    picture = Columns(
        [share for _, share in shares], colour, f"{number} {what}", f"Heights: {heights}" if heights else "No column"
    )
    column = stack(head, picture, *(label(name, "hint") for name, _ in shares), spacing=8)
    layout = column.layout()
    if isinstance(layout, QVBoxLayout):
        layout.addStretch(1)
    return column


def advice_changes(view: ResultView) -> Section | None:
    """What would make the advice more urgent, by level."""
    if not view.changes:
        return None
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(1, 1)
    for place, group in enumerate(view.changes):
        pill = short_label(group.label)
        pill.setProperty("pill", group.disposition.value)
        pill.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(pill, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_phrases(group.phrases, f"changes.{group.disposition}"), place, 1)
    return Section("What would change this advice", sourced_label(view.changes_lead), holder, spacing=10)


def _phrases(phrases: tuple[str, ...], name: str) -> QWidget:
    """The first few phrases, the others folded away."""
    shown, others = phrases[:_PHRASES_SHOWN], phrases[_PHRASES_SHOWN:]
    more = [Fold(f"{len(others)} more", partial(_labels, others), name)] if others else []
    return stack(_labels(shown), *more)


def _labels(texts: tuple[str, ...]) -> QWidget:
    return stack(*map(label, texts))


def clarify(view: ResultView, change: Callable[[str], object]) -> Section:
    """The questions that were left open, each with a way back to it."""
    entries = [_open_question(one, change) for one in view.clarify]
    return Section("Worth clarifying first", framed("card", *entries, margins=(20, 12, 20, 12)), spacing=10)


def _open_question(one: Clarify, change: Callable[[str], object]) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(label(f"{one.question} ({one.state})"), 1)
    answer = link("Answer", f"clarify.{one.item_id}")
    answer.setAccessibleName(f"Answer: {one.question}")
    answer.clicked.connect(lambda: change(one.item_id))
    row.addWidget(answer)
    return holder
