"""The words that a person sees on the way to the result: on the start page, on each page that asks, and in the review.

What a page shows untouched counts: its title, lead and note, each question, row, option and hint, the units of amounts
and what they come to. So does what a ticked row opens. What the same buttons say on every page does not ("None of
these", "I am not sure", "Continue"), nor where one is in the check, nor what waits to be opened, nor the few words of
the start page that depend on the country.
"""

from collections.abc import Iterable, Iterator

from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.interview import nothing_of
from twitchcheck.questionnaire.items import NOT_SURE, Item, ItemType, Page
from twitchcheck.report.phrases import Phrases, has_times
from twitchcheck.report.review_lines import review_lines
from twitchcheck.rules.protocol import TriageProtocol


def is_touched(item: Item, answer: Answer | None) -> bool:
    """Whether a row or amount that may be left alone is not."""
    return answer not in (None, NOT_SURE, (NOT_SURE,), nothing_of(item))


def words_in_sight(protocol: TriageProtocol, answers: Answers) -> int:
    """How many words they are for somebody with these answers."""
    phrases = Phrases(protocol, answers, Facts(protocol.questionnaire, answers))
    return sum(len(phrases.fill(text).split()) for text in _texts(phrases))


def _texts(phrases: Phrases) -> Iterator[str]:
    yield from (statement.text for statement in phrases.protocol.edition.intended_use)
    for page in phrases.questionnaire.pages():
        asked = [item for item in page.items if item.id in phrases.facts.enabled]
        if asked:
            yield from _of_page(phrases, page, asked)
    for section in phrases.questionnaire.sections:
        lines = [line for page in section.pages for line in review_lines(phrases, page)]
        yield section.title if lines else ""
        for line in lines:
            yield from (line.brief, line.answer)


def _of_page(phrases: Phrases, page: Page, items: list[Item]) -> Iterator[str]:
    yield from (page.heading, page.lead, page.note)
    for item in items:
        yield from ("" if item.text == page.heading else item.text, item.hint)
        yield from _of_answers(phrases, item)
    amounts = {item.id for item in items if item.type is ItemType.AMOUNT}
    for measure in phrases.questionnaire.measures:
        if measure.total and amounts.issuperset(measure.item_ids):
            yield from (measure.total, measure.guide_text)


def _of_answers(phrases: Phrases, item: Item) -> Iterable[str]:
    if item.type is ItemType.AMOUNT:
        return [scale.units for scale in item.scales] or [item.unit]
    if not item.is_row:
        return [text for option in item.options for text in (option.text, option.hint)]
    if not (has_times(item) and is_touched(item, phrases.answers.get(item.id))):
        return []
    asks = {course.id: course.ask for course in phrases.questionnaire.courses}
    in_sight = [option for option in item.steps if not option.tucked]
    return [asks[item.course], *(text for option in in_sight for text in (option.text, option.hint))]
