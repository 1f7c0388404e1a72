"""The interview: which pages are asked with what has been answered, what is still missing."""

from collections.abc import Iterable

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import NO, NONE, NOT_SURE, Item, ItemType, Page


def enabled_pages(facts: Facts) -> tuple[Page, ...]:
    """The pages with at least one enabled item, in order."""
    pages = facts.questionnaire.pages()
    return tuple(page for page in pages if any(item.id in facts.enabled for item in page.items))


def enabled_items(facts: Facts, page: Page) -> tuple[Item, ...]:
    """The items of one page that are asked."""
    return tuple(item for item in page.items if item.id in facts.enabled)


def missing_items(facts: Facts, page: Page) -> tuple[Item, ...]:
    """The enabled items of a page that must be answered and are not; "not sure" is an answer."""
    return tuple(
        item
        for item in page.items
        if item.id in facts.unanswered and item.type is not ItemType.TEXT and not item.optional
    )


def may_be_left(page: Page, item: Item) -> bool:
    """Whether the page's "none of these" answers an item that was left alone: a row, an amount, or a list that has
    "none" itself."""
    is_list = item.type is ItemType.CHOICES and bool(item.none)
    return bool(page.none) and (item.is_row or item.type is ItemType.AMOUNT or is_list)


def nothing_of(item: Item) -> Answer:
    """What "none of these" means for an item that may be left alone."""
    if item.type is ItemType.CHOICES:
        return (NONE,)
    return NO if item.is_row else item.minimum


def not_sure_of(item: Item) -> Answer | None:
    """What "I am not sure" means for an item; None where that is no answer to it."""
    if not item.not_sure:
        return None
    return (NOT_SURE,) if item.type is ItemType.CHOICES else NOT_SURE


def left_alone(facts: Facts, page: Page) -> tuple[Item, ...]:
    """The rows, amounts and lists of a page with words for "none of these" that are asked and have no answer yet."""
    return tuple(item for item in page.items if item.id in facts.unanswered and may_be_left(page, item))


def answered_none(answers: Answers, items: Iterable[Item]) -> Answers:
    """The answers with each of these items "no" or nothing."""
    return answers.with_answers({item.id: nothing_of(item) for item in items})


def answered_not_sure(answers: Answers, items: Iterable[Item]) -> Answers:
    """The answers with each of these items "not sure", where that is an answer."""
    given = {item.id: not_sure_of(item) for item in items}
    return answers.with_answers({item_id: answer for item_id, answer in given.items() if answer is not None})
