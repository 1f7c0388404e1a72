"""How much a check asks of a person with these answers: screens, questions, options to read, clicks and keys.

The rules of counting, from the questionnaire and the answers alone:

- Screens are the start, each page with a question that is asked, the review and the result.
- A question is one item that is asked. The rows and amounts that one "none of these" answers are one question
  together, and a row that is ticked asks one more where it has times.
- Options are those to read: each option of a list, each row, and the times in sight that a ticked row opens. "None
  of these", "not sure" and tucked times don't count.
- A click is one tick, one time, "none of these" or "not sure", one field to type in, one unit, and one "Continue" on
  each screen but the last. A tucked time takes one more to open. With something ticked, "Continue" alone makes the
  other rows "no".
- A key is one press: Tab or Down from one stop to the next, an arrow along the choices of one stop, Space to choose,
  Right to go into the times of a row, each character that is typed, and Enter to go on. A page begins at its first
  stop. A row or an option to tick is a stop of its own; a choice of one, an amount and its "not sure" are one each.

A question that may be left open and has no answer is passed over. An amount that is nothing is left to "none of these".
"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.interview import may_be_left, nothing_of
from twitchcheck.questionnaire.items import NONE, NOT_SURE, Item, ItemType, Page
from twitchcheck.report.advice_changes import SIGNS
from twitchcheck.report.phrases import has_times
from twitchcheck.rules.protocol import TriageProtocol

AROUND = 3
"""Start, review and result."""

RATING = 10
"""Up to this span the numbers of an amount stand side by side, to be clicked like the options of a choice."""


class Effort(Struct, frozen=True):
    """The five numbers."""

    screens: int
    questions: int
    options: int
    clicks: int
    keys: int


class _Stop(Struct, frozen=True):
    """Where the keyboard stops on the way through a page, with the clicks and keys to answer there; none to pass it."""

    clicks: int = 0
    keys: int = 0
    has_key: bool = False
    """Whether a key of its own answers there, so that nobody has to go there."""


def effort(protocol: TriageProtocol, answers: Answers) -> Effort:
    """What these answers take."""
    enabled = Facts(protocol.questionnaire, answers).enabled
    pages = [(page, [item for item in page.items if item.id in enabled]) for page in protocol.questionnaire.pages()]
    asked = [(page, items) for page, items in pages if items]
    stops = [list(_stops(page, items, answers)) for page, items in asked]
    going_on = len(asked) + AROUND - 1
    return Effort(
        screens=len(asked) + AROUND,
        questions=sum(_questions(page, items, answers) for page, items in asked),
        options=sum(_options(item, answers.get(item.id)) for _, items in asked for item in items),
        clicks=sum(stop.clicks for page in stops for stop in page) + going_on,
        keys=sum(map(_keys, stops)) + going_on,
    )


def table(efforts: Mapping[str, Effort]) -> str:
    """A line for each story, as Markdown, which reads as text too."""
    columns = ("Story", *(name.capitalize() for name in Effort.__struct_fields__))
    rows = [columns, *((name, *map(str, _numbers(one))) for name, one in efforts.items())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(columns))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |\n" for row in rows
    )


def _numbers(one: Effort) -> tuple[int, ...]:
    return one.screens, one.questions, one.options, one.clicks, one.keys


def _together(page: Page, items: Iterable[Item]) -> list[Item]:
    """What the page's "none of these" answers."""
    return [item for item in items if may_be_left(page, item)]


def _is_touched(item: Item, answer: Answer | None) -> bool:
    """Whether a row or amount that may be left alone is not."""
    return answer not in (None, NOT_SURE, (NOT_SURE,), nothing_of(item))


def _questions(page: Page, items: list[Item], answers: Answers) -> int:
    together = _together(page, items)
    opened = [item for item in together if has_times(item) and _is_touched(item, answers.get(item.id))]
    return len(items) - len(together) + bool(together) + len(opened)


def _options(item: Item, answer: Answer | None) -> int:
    if not item.is_row:
        return len(item.options)
    opened = has_times(item) and _is_touched(item, answer)
    return 1 + (sum(not option.tucked for option in item.steps) if opened else 0)


def _stops(page: Page, items: list[Item], answers: Answers) -> Iterator[_Stop]:
    """The stops of a page. "None of these" and "not sure" follow what they answer; before medicines they come first."""
    together = _together(page, items)
    lists = [item for item in page.items if item.type is ItemType.CHOICES and item.none]
    with_key = lists[0] if len(lists) == 1 and not page.none else None
    nothing = list(_left_alone(together, answers))
    comes_first = all(item.is_row and item.role not in SIGNS for item in together)
    if comes_first:
        yield from nothing
    for item in items:
        yield from _item(item, answers.get(item.id), item in together, item is with_key)
        if together and item is together[-1] and not comes_first:
            yield from nothing


def _left_alone(together: list[Item], answers: Answers) -> Iterator[_Stop]:
    given = [answers.get(item.id) for item in together]
    if given:
        touched = any(_is_touched(item, answer) for item, answer in zip(together, given, strict=True))
        not_sure = any(answer in (NOT_SURE, (NOT_SURE,)) for answer in given)
        yield _Stop() if touched or not_sure else _Stop(1, 1, has_key=True)
        yield _Stop(1, 1) if not_sure else _Stop()


def _item(item: Item, answer: Answer | None, is_left: bool, has_none_key: bool) -> Iterator[_Stop]:
    if is_left and not _is_touched(item, answer):
        yield from [_Stop()] * (len(item.options) if item.type is ItemType.CHOICES else 1)
    elif item.is_row:
        yield _row(item, str(answer))
    elif item.type is ItemType.CHOICES:
        chosen = answer if isinstance(answer, tuple) else ()
        for option in item.options if is_left else item.answer_options:
            yield _Stop(1, 1, has_none_key and option.id == NONE) if option.id in chosen else _Stop()
    elif item.type is ItemType.CHOICE:
        yield _one_of([option.id for option in item.answer_options], answer)
    else:
        yield from _field(item, answer, not is_left)


def _row(item: Item, answer: str) -> _Stop:
    if not has_times(item):
        return _Stop(1, 1)
    place = [option.id for option in item.steps].index(answer)
    tucked = item.steps[place].tucked
    return _Stop(2 + tucked, 1 + 1 + place + 1 + tucked)


def _one_of(ids: list[str], answer: Answer | None) -> _Stop:
    return _Stop() if answer is None else _Stop(1, ids.index(str(answer)) + 1)


def _field(item: Item, answer: Answer | None, has_not_sure: bool) -> Iterator[_Stop]:
    """The stops of a text or an amount, and of the "not sure" beside it."""
    if isinstance(answer, int | float):
        yield _amount(item, answer)
    else:
        typed = len(answer) if item.type is ItemType.TEXT and isinstance(answer, str) else 0
        yield _Stop(1, typed) if typed else _Stop()
    if item.not_sure and has_not_sure:
        yield _Stop(1, 1) if answer == NOT_SURE else _Stop()


def _amount(item: Item, answer: float) -> _Stop:
    if item.scales:
        fitting = [place for place, scale in enumerate(item.scales) if answer and answer % scale.factor == 0]
        place = fitting[-1] if fitting else 0
        return _Stop(2, len(f"{answer / item.scales[place].factor:g}") + 1 + place + 1)
    if item.step == 1 and item.maximum - item.minimum <= RATING:
        return _Stop(1, int(answer - item.minimum) + 1)
    return _Stop(1, len(f"{answer:g}"))


def _keys(stops: list[_Stop]) -> int:
    """The keys to answer, and one for each stop on the way to the last answer that one has to go to."""
    used = [place for place, stop in enumerate(stops) if stop.clicks and not stop.has_key]
    return sum(stop.keys for stop in stops) + (used[-1] if used else 0)
