"""The review in lines: one for a page of rows, such as "unsteady, since today; nothing else", and one for any other
question."""

from collections.abc import Iterable

from msgspec import Struct

from twitchcheck.questionnaire.items import NO, Item, ItemType, Page
from twitchcheck.report.phrases import NOT_ANSWERED, NOT_ASKED, SAID_NOT_SURE, Phrases

NOTHING = "none of these"
NOTHING_ELSE = "nothing else"


class ReviewLine(Struct, frozen=True):
    """What was answered to `item_ids`, under their short name. It `is_open` while one of them has no sure answer."""

    label: str
    text: str
    is_open: bool
    item_ids: tuple[str, ...]


def review_lines(phrases: Phrases, page: Page) -> tuple[ReviewLine, ...]:
    """The lines of a page: one for all that its "none of these" answers, and one for every other question asked."""
    asked = [item for item in page.items if item.id in phrases.facts.enabled]
    together = [item for item in asked if _is_left_alone_with(page, item)]
    lines = []
    if together:
        is_open = any(phrases.state(item.id) for item in together)
        ids = tuple(item.id for item in together)
        lines.append(ReviewLine(phrases.fill(page.heading), rows_in_words(phrases, together), is_open, ids))
    for item in asked:
        if item not in together:
            text = phrases.answer(item)
            lines.append(ReviewLine(phrases.brief(item.id), text, text in (SAID_NOT_SURE, NOT_ANSWERED), (item.id,)))
    return tuple(lines)


def review_line(phrases: Phrases, page: Page) -> str:
    """A page in one line, such as "Strength, balance, walking: unsteady, since today; nothing else"."""
    return ". ".join(f"{line.label}: {line.text}" for line in review_lines(phrases, page))


def rows_in_words(phrases: Phrases, items: Iterable[Item]) -> str:
    """What is so, what is not sure or not answered, and whether that is all, of rows and amounts asked together.

    What only refines a row stands in brackets behind it.
    """
    listed = [item for item in items if phrases.state(item.id) != NOT_ASKED]
    said = {item.id: phrases.state(item.id) or _present(phrases, item) for item in listed}
    parts = []
    for item in listed:
        if not item.under and said[item.id] not in (SAID_NOT_SURE, NOT_ANSWERED, ""):
            closer = [said[one.id] for one in listed if one.under == item.id and not phrases.state(one.id)]
            details = ", ".join(one for one in closer if one)
            parts.append(f"{said[item.id]} ({details})" if details else said[item.id])
    for state in (SAID_NOT_SURE, NOT_ANSWERED):
        open_items = [phrases.brief(item.id) for item in listed if said[item.id] == state]
        if open_items:
            parts.append(state if len(open_items) == len(listed) else f"{state}: {', '.join(open_items)}")
    if "" in said.values():
        parts.append(NOTHING_ELSE if parts else NOTHING)
    return "; ".join(parts)


def _is_left_alone_with(page: Page, item: Item) -> bool:
    return bool(page.none) and (item.is_row or item.type is ItemType.AMOUNT)


def _present(phrases: Phrases, item: Item) -> str:
    """What an answered row or amount adds, "" where it is "no" or nothing."""
    if item.type is ItemType.AMOUNT:
        return f"{phrases.brief(item.id)} {phrases.known_amount(item.id)}" if phrases.facts.amount(item.id) else ""
    (chosen,) = phrases.facts.chosen(item.id)
    return "" if chosen == NO else phrases.alone(item.id, chosen)
