"""The signs on the doctor's sheet: what is there by its time, the freshest first, and what was denied."""

from collections.abc import Iterator, Sequence

from twitchcheck.questionnaire.items import AS_EVER, NO, UNKNOWN, Item
from twitchcheck.report.phrases import Phrases, has_times
from twitchcheck.rules.protocol import SheetBlock

NO_TIME = "Time not asked"
"""Over signs in which the tick is the whole answer."""


def present_signs(phrases: Phrases, items: Sequence[Item]) -> Iterator[tuple[str, str]]:
    """Each time with the signs that have it, the freshest first; a sign that refines another stands with that one."""
    there = [item for item in items if any(option != NO for option in phrases.facts.chosen(item.id))]
    listed = {item.id for item in there}
    by_time: dict[tuple[int, str], list[str]] = {}
    for item in there:
        if item.under not in listed:
            closer = ", ".join(phrases.brief(one.id) for one in there if one.under == item.id)
            told = f"{phrases.brief(item.id)} ({closer})" if closer else phrases.brief(item.id)
            by_time.setdefault(_time(phrases, item), []).append(told)
    for place, time in sorted(by_time):
        yield time, "; ".join(by_time[place, time])


def denied_signs(phrases: Phrases, block: SheetBlock) -> str:
    """The signs of a block that were answered with no, in short; what was not reached is not among them."""
    denied = [item_id for item_id in block.subjects if phrases.facts.chosen(item_id) == (NO,)]
    return ", ".join(block.denied.get(item_id) or phrases.brief(item_id) for item_id in denied)


def _time(phrases: Phrases, item: Item) -> tuple[int, str]:
    """The place of a sign's time among the times, and its words."""
    (option,) = phrases.facts.chosen(item.id)
    courses = {course.id: [one.id for one in course.options] for course in phrases.questionnaire.courses}
    last = max(map(len, courses.values()))
    if option == AS_EVER:
        place, text = last + 1, phrases.option(item.id, option)
    elif not has_times(item):
        place, text = last, NO_TIME
    else:
        # Not sure since when counts as the most urgent time.
        place = -1 if option == UNKNOWN else courses[item.course].index(option)
        text = phrases.option(item.id, option)
    return place, f"{text[:1].upper()}{text[1:]}"
