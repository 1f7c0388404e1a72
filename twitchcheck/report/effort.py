"""How much a check asks of a person with these answers: screens, questions, options and words to read, clicks, keys and
minutes.

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

- Again are the screens of a later check that takes over what may still be so, with the amounts of one plan asked anew
  where plans are offered: of the plan with which there are most.
- Words are those in sight up to the result; `words_in_sight` says which.
- Minutes are an estimate, not a measurement: all the words at 238 a minute, the average of adults who read English
  non-fiction in silence (Brysbaert, J Mem Lang 2019;109:104047; most adults are within 175 and 300), and for each click
  1.1 seconds to point and 0.2 to press (keystroke-level model: Card, Moran and Newell, Commun ACM 1980;23:396). What to
  answer is taken to be clear once it is read, typing and the program's own time are not counted, nor is reading the
  result. Who skims is faster and takes in less (Rayner and others, Psychol Sci Public Interest 2016;17:4); how much
  faster somebody passes a list with nothing of theirs in it we have found in no source, so nothing is taken off.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from msgspec import Struct, structs

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.interview import may_be_left
from twitchcheck.questionnaire.items import NONE, NOT_SURE, SIGNS, Item, ItemType, Page
from twitchcheck.records.check_again import taken_over
from twitchcheck.records.offers import offers
from twitchcheck.records.record import Check, Plan
from twitchcheck.report.phrases import has_times
from twitchcheck.report.words_in_sight import is_touched, words_in_sight
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.protocol import TriageProtocol

AROUND = 3
"""Start, review and result."""

RATING = 10
"""Up to this span the numbers of an amount stand side by side, to be clicked like the options of a choice."""


WORDS_A_MINUTE = 238
SLOWEST, FASTEST = 175, 300
"""How fast adults read non-fiction in silence, in words a minute: the average, and where most of them are."""

CLICK = 1.1 + 0.2
"""Seconds to point at something and to press the button."""

METHOD = f"""\
Minutes are an estimate: the words at {WORDS_A_MINUTE} a minute (Brysbaert 2019, adults reading non-fiction in silence),
and {CLICK:.1f} seconds for each click (keystroke-level model, Card, Moran and Newell 1980). In brackets: for
readers of {FASTEST} and of {SLOWEST} words a minute, between whom most adults are. Nothing is taken off for
skimming, and reading the result is not counted.
"""


class Effort(Struct, frozen=True):
    """The numbers that are counted."""

    screens: int
    questions: int
    options: int
    words: int
    clicks: int
    keys: int
    again: int

    def minutes(self, words_a_minute: int = WORDS_A_MINUTE) -> float:
        """How long a reader of this speed takes, estimated as the module says."""
        return self.words / words_a_minute + self.clicks * CLICK / 60


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
        words=words_in_sight(protocol, answers),
        clicks=sum(stop.clicks for page in stops for stop in page) + going_on,
        keys=sum(map(_keys, stops)) + going_on,
        again=_screens_again(protocol, answers, [page for page, _ in asked]),
    )


def _screens_again(protocol: TriageProtocol, answers: Answers, asked: list[Page]) -> int:
    """The screens of a check again with the same answers, after the plan that makes them most."""
    day = date.min  # which day it is makes no difference to what is asked
    offered = offers(protocol, assess(protocol, answers, day)).plans
    plans = [(), *((Plan(one.id, day),) for one in offered)]
    over = (taken_over(protocol, Check(answers, day), plan, day).as_on for plan in plans)
    return AROUND + max(sum(page.id not in as_on for page in asked) for as_on in over)


def table(efforts: Mapping[str, Effort]) -> str:
    """A line for each story, as Markdown, which reads as text too."""
    columns = ("Story", *(name.capitalize() for name in Effort.__struct_fields__), "Minutes")
    rows = [columns, *((name, *map(str, structs.astuple(one)), _minutes(one)) for name, one in efforts.items())]
    widths = [max(len(row[place]) for row in rows) for place in range(len(columns))]
    rows.insert(1, tuple("-" * width for width in widths))
    return "".join(
        f"| {' | '.join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))} |\n" for row in rows
    )


def _minutes(one: Effort) -> str:
    return f"{one.minutes():.0f} ({one.minutes(FASTEST):.0f} to {one.minutes(SLOWEST):.0f})"


def _together(page: Page, items: Iterable[Item]) -> list[Item]:
    """What the page's "none of these" answers."""
    return [item for item in items if may_be_left(page, item)]


def _questions(page: Page, items: list[Item], answers: Answers) -> int:
    together = _together(page, items)
    opened = [item for item in together if has_times(item) and is_touched(item, answers.get(item.id))]
    return len(items) - len(together) + bool(together) + len(opened)


def _options(item: Item, answer: Answer | None) -> int:
    if not item.is_row:
        return len(item.options)
    opened = has_times(item) and is_touched(item, answer)
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
        touched = any(is_touched(item, answer) for item, answer in zip(together, given, strict=True))
        not_sure = any(answer in (NOT_SURE, (NOT_SURE,)) for answer in given)
        yield _Stop() if touched or not_sure else _Stop(1, 1, has_key=True)
        yield _Stop(1, 1) if not_sure else _Stop()


def _item(item: Item, answer: Answer | None, is_left: bool, has_none_key: bool) -> Iterator[_Stop]:
    if is_left and not is_touched(item, answer):
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
