"""The middle of the result page: why this level, what may set it off, what to watch, the fears, what is open."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from twitchcheck.gui.look.theme import tokens
from twitchcheck.gui.pages.result_parts import dotted
from twitchcheck.gui.widgets.bars import Discs, ShareBar
from twitchcheck.gui.widgets.labels import Fold, button, framed, label, link, short_label, stack
from twitchcheck.gui.widgets.section import Section
from twitchcheck.gui.widgets.sentence_label import Citing
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.report.advice_changes import ChangeGroup
from twitchcheck.report.fears import FearPart
from twitchcheck.report.open_questions import Clarify, OpenQuestions
from twitchcheck.report.reasons import Reason
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sentences import Sourced
from twitchcheck.report.trigger_rows import TriggerRow

_PHRASES_SHOWN = 2


def since_last(view: ResultView, citing: Citing) -> Section | None:
    """What has changed since the check before: what is worse stands first, whatever the level says."""
    if view.since is None:
        return None
    rows = [stack(label(name, "strong"), label(words), spacing=1) for name, words in view.since.rows]
    brake = [framed("note", citing.stack(view.since.brake), margins=(18, 13, 18, 13))] if view.since.brake else []
    return Section(view.since.title, framed("card", *rows, margins=(20, 14, 20, 14), spacing=8), *brake, spacing=10)


def to_do(view: ResultView, citing: Citing) -> Section | None:
    """What to do; what is urgent also says what to do while waiting and what to take along."""
    return Section("What to do", citing.stack(view.advice), spacing=10) if view.advice else None


def why(view: ResultView, citing: Citing) -> Section | None:
    """The reasons, the first few in full with the answers behind them, and then what speaks for calm."""
    entries = [
        dotted(tokens().primary, one.certainty is Certainty.YES, _reason(one, citing)) for one in view.reasons.in_full
    ]
    entries += [dotted(tokens().primary, True, label(one)) for one in view.reasons.others]
    entries += [dotted(tokens().calm, False, citing.label(one)) for one in view.reassuring]
    return Section("Why", *entries, spacing=10) if entries else None


def _reason(reason: Reason, citing: Citing) -> QWidget:
    answers = [label("; ".join(reason.answers), "hint")] if reason.answers else []
    return stack(label(reason.title, "strong"), *answers, citing.label(reason.text), spacing=2)


def triggers(view: ResultView, citing: Citing, runs: bool, open_plan: Callable[[], object]) -> Section | None:
    """The balance of signs and triggers in one figure with numbers, the triggers strongest first, and the one change
    worth trying first; what else helps is one click away, and so is the two-week plan, where one is offered."""
    if not view.triggers:
        return None
    rows = [_trigger(row, place == 0, citing) for place, row in enumerate(view.triggers)]
    caption = label("Triggers never cancel a sign. The advice follows the signs.", "hint")
    figure = framed("card", _balance(view), *rows, caption, margins=(20, 14, 20, 14), spacing=12)
    change = view.triggers[0].change
    first = [stack(label("Worth trying first", "strong"), citing.label(change), spacing=2)] if change else []
    plan = [_plan_to_try(view.plan, runs, open_plan, citing)] if view.plan is not None else []
    return Section("What may set it off", *first, figure, *plan, spacing=10)


def _plan_to_try(said: Sourced, runs: bool, open_plan: Callable[[], object], citing: Citing) -> QWidget:
    """What a two-week plan is, and the way there; `runs` says whether one has been begun."""
    begin = button("See my &two-week plan" if runs else "&Try a two-week plan", "openPlan")
    begin.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    begin.clicked.connect(open_plan)
    return stack(label("Two-week plan", "strong"), citing.label(said), begin, spacing=8)


def _balance(view: ResultView) -> QWidget:
    sides = QWidget()
    row = QHBoxLayout(sides)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(18)
    colours = tokens()
    signs = [colours.primary] * view.reasons.number
    row.addWidget(_side(("sign for a doctor", "signs for a doctor"), signs), 1)
    row.addWidget(_side(("everyday trigger", "everyday triggers"), [colours.trigger] * len(view.triggers)), 1)
    return sides


def _side(names: tuple[str, str], colours: list[str]) -> QWidget:
    number = len(colours)
    what = names[0] if number == 1 else names[1]
    head = QWidget()
    row = QHBoxLayout(head)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    row.addWidget(short_label(str(number), "count"))
    row.addWidget(label(what, "soft"), 1)
    return stack(head, Discs(colours, f"{number} {what}"), spacing=2)


def _trigger(row: TriggerRow, is_first: bool, citing: Citing) -> QWidget:
    given = row.amount or "; ".join(row.because)
    name = stack(label(row.name, "strong"), *([label(given, "hint")] if given else []), spacing=1)
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(14)
    grid.setVerticalSpacing(2)
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(1, 5)
    grid.setColumnMinimumWidth(2, short_label("moderate").sizeHint().width() + 4)
    middle = Qt.AlignmentFlag.AlignVCenter
    grid.addWidget(name, 0, 0)
    grid.addWidget(ShareBar(row.share, f"{row.name}: {row.strength.value}"), 0, 1, middle)
    grid.addWidget(short_label(row.strength.value, "trigger"), 0, 2, middle)
    # The first change stands above the figure already.
    advice = row.advice[1:] if is_first else row.advice
    what_helps = Fold("What helps", partial(citing.stack, (*advice, row.text)), f"helps.{row.name}")
    what_helps.link.setAccessibleName(f"What helps: {row.name}")
    grid.addWidget(what_helps, 1, 0, 1, 3)
    return holder


def keep_an_eye(view: ResultView, citing: Citing) -> Section:
    """When to act again, and the signs that would make it urgent."""
    said = stack(citing.label(view.review, "strongCalm"), citing.stack(view.safety_net, "calm"), spacing=8)
    return Section(view.watch_title, framed("calmCard", said, margins=(20, 16, 20, 16)), spacing=10)


def fear(title: str, part: FearPart, citing: Citing) -> Section:
    """An illness that the person fears: what is said of it, and what speaks for and against."""
    contents: list[QWidget] = [citing.label(part.said)]
    for heading, found in (("What speaks for raising it", part.raised_by), ("What speaks against", part.lowered_by)):
        if found:
            contents.append(stack(label(heading, "strong"), citing.stack(found), spacing=2))
    return Section(f"{title}: {part.name}", *contents, spacing=8, name=f"fear.{part.id}")


def questions(found: OpenQuestions, change: Callable[[str], object]) -> Section | None:
    """The open questions that could change the advice, each with a way back to it, and one line to the others."""
    if found.all_open or not (found.first or found.others):
        return None
    entries: list[QWidget] = [_open_question(one, change) for one in found.first]
    if found.others:
        title = f"{len(found.others)} more open" if found.first else f"{len(found.others)} open, none that is urgent"
        entries.append(Fold(title, partial(_open_list, found.others, change), "clarify.others"))
    return Section("Open questions", framed("card", *entries, margins=(20, 12, 20, 12)), spacing=10)


def _open_list(found: tuple[Clarify, ...], change: Callable[[str], object]) -> QWidget:
    return stack(*(_open_question(one, change) for one in found))


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


def advice_changes(lead: Sourced, changes: tuple[ChangeGroup, ...], citing: Citing) -> QWidget:
    """What would make the advice more urgent, by level."""
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(1, 1)
    for place, group in enumerate(changes):
        pill = short_label(group.label)
        pill.setProperty("pill", group.disposition.value)
        pill.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(pill, place, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_phrases(group.phrases, f"changes.{group.disposition}"), place, 1)
    return stack(citing.label(lead), holder, spacing=10)


def _phrases(phrases: tuple[str, ...], name: str) -> QWidget:
    """The first few phrases, the others folded away."""
    shown, others = phrases[:_PHRASES_SHOWN], phrases[_PHRASES_SHOWN:]
    more = [Fold(f"{len(others)} more", partial(_labels, others), name)] if others else []
    return stack(_labels(shown), *more)


def _labels(texts: tuple[str, ...]) -> QWidget:
    return stack(*map(label, texts))
