"""The review in lines: one for rows and amounts that a page asks together, such as "unsteady, since today; nothing
else", and one for any other question."""

from collections.abc import Collection, Iterable, Iterator

from msgspec import Struct

from twitchcheck.questionnaire.items import NO, Item, ItemType, Page
from twitchcheck.report.phrases import NOT_ANSWERED, NOT_ASKED, SAID_NOT_SURE, Phrases, capital

NOTHING = "none"
NOTHING_ELSE = "nothing else"
OTHERS = "the others"
NO_TIME = "since when?"


class ReviewLine(Struct, frozen=True):
    """What was answered, under a short name. `name` is the item or, for what is asked together, its page; the line
    `is_open` while something in it has no sure answer."""

    name: str
    page_id: str
    brief: str
    answer: str
    is_open: bool


def review_lines(phrases: Phrases, page: Page, begun: Collection[str] = ()) -> Iterator[ReviewLine]:
    """The lines of a page, in the order of its items. `begun` are rows that were ticked and have no time yet."""
    asked = [item for item in page.items if item.id in phrases.facts.enabled]
    together = told_together(item for item in asked if _is_asked_together(page, item))
    for item in asked:
        if item in together[:1]:
            is_open = any(phrases.state(one.id) for one in together)
            words = rows_in_words(phrases, together, begun)
            yield ReviewLine(page.id, page.id, phrases.fill(page.heading), capital(words), is_open)
        elif item not in together:
            words = phrases.answer(item)
            is_open = words in (SAID_NOT_SURE, NOT_ANSWERED)
            yield ReviewLine(item.id, page.id, capital(phrases.brief(item.id)), capital(words), is_open)


def told_together(items: Iterable[Item]) -> list[Item]:
    """What goes into one line; nothing where it is one item, since a row alone is a question like any other."""
    found = list(items)
    return found if len(found) > 1 else []


def rows_in_words(phrases: Phrases, items: Iterable[Item], begun: Collection[str] = ()) -> str:
    """What is so, what is not sure or not answered, and whether that is all, of rows and amounts asked together.

    What only refines a row stands in brackets behind it.
    """
    listed = [item for item in items if phrases.state(item.id) != NOT_ASKED]
    said = {item.id: _said(phrases, item, begun) for item in listed}
    parts = []
    for item in listed:
        if not item.under and said[item.id] not in (SAID_NOT_SURE, NOT_ANSWERED, ""):
            closer = [said[one.id] for one in listed if one.under == item.id and not phrases.state(one.id)]
            details = ", ".join(one for one in closer if one)
            parts.append(f"{said[item.id]} ({details})" if details else said[item.id])
    ticked = bool(parts)
    left = [item for item in listed if said[item.id] in (SAID_NOT_SURE, NOT_ANSWERED, "")]
    for state in (SAID_NOT_SURE, NOT_ANSWERED):
        alike = [phrases.brief(item.id) for item in left if said[item.id] == state]
        if len(alike) == len(left) > ticked:
            parts.append(f"{OTHERS} {state}" if ticked else state)
        elif alike:
            parts.append(f"{state}: {', '.join(alike)}")
    if "" in said.values():
        parts.append(NOTHING_ELSE if parts else NOTHING)
    return "; ".join(parts)


def _is_asked_together(page: Page, item: Item) -> bool:
    return bool(page.none) and (item.is_row or item.type is ItemType.AMOUNT)


def _said(phrases: Phrases, item: Item, begun: Collection[str]) -> str:
    if item.id in begun and item.is_row:
        return f"{phrases.brief(item.id)}, {NO_TIME}"
    return phrases.state(item.id) or _present(phrases, item)


def _present(phrases: Phrases, item: Item) -> str:
    """What an answered row or amount adds, "" where it is "no" or nothing."""
    if item.type is ItemType.AMOUNT:
        return f"{phrases.brief(item.id)} {phrases.known_amount(item.id)}" if phrases.facts.amount(item.id) else ""
    (chosen,) = phrases.facts.chosen(item.id)
    return "" if chosen == NO else phrases.alone(item.id, chosen)
