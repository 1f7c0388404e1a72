"""What the review says: a line for each answer, and one line for all rows of a page."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from twitchcheck.questionnaire.items import NO, Item, Page
from twitchcheck.report.phrases import NOT_ANSWERED, SAID_NOT_SURE, Phrases

_NOTHING, _NOTHING_ELSE, _OTHERS = "none", "nothing else", "the others"
_NO_TIME = "since when?"


class Line(NamedTuple):
    """`name` is an item or, for rows, their page; `is_open` says that a question has no answer."""

    name: str
    page_id: str
    brief: str
    answer: str
    is_open: bool


def lines_of(page: Page, phrases: Phrases, drafts: Mapping[str, str]) -> Iterator[Line]:
    """The lines of the items of a page that are asked, the rows together."""
    asked = [item for item in page.items if item.id in phrases.facts.enabled]
    rows = [item for item in asked if item.is_row]
    for item in asked:
        if item in rows[:1]:
            answer, is_open = _rows_in_words(rows, phrases, drafts)
            yield Line(page.id, page.id, phrases.fill(page.heading), _capital(answer), is_open)
        elif item not in rows:
            answer = phrases.answer(item)
            is_open = answer in (SAID_NOT_SURE, NOT_ANSWERED)
            yield Line(item.id, page.id, phrases.brief(item.id), _capital(answer), is_open)


def _rows_in_words(rows: list[Item], phrases: Phrases, drafts: Mapping[str, str]) -> tuple[str, bool]:
    """What was ticked with its time, and what became of the others."""
    states = {item.id: phrases.state(item.id) for item in rows}
    begun = [item for item in rows if item.id in drafts]
    denied = [item for item in rows if phrases.answers.get(item.id) == NO]
    given = [item for item in rows if not states[item.id] and item not in denied]
    said = [_ticked(item, phrases) for item in given]
    said += [f"{phrases.brief(item.id)}, {_NO_TIME}" for item in begun]
    ticked = bool(said)
    left = [item for item in rows if item not in given and item not in begun]
    for state in (SAID_NOT_SURE, NOT_ANSWERED):
        alike = [item for item in left if states[item.id] == state]
        if alike and len(alike) == len(left):
            said.append(f"{_OTHERS} {state}" if ticked else state)
        elif alike:
            said.append(f"{state}: {', '.join(phrases.brief(item.id) for item in alike)}")
    if denied:
        said.append(_NOTHING_ELSE if said else _NOTHING)
    return "; ".join(said), any(states.values())


def _ticked(item: Item, phrases: Phrases) -> str:
    if len(item.steps) == 1:
        return phrases.brief(item.id)
    return phrases.alone(item.id, str(phrases.answers[item.id]))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
