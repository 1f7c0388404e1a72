"""Courses and rows: times that are there, a level for each of them at most, and rows right under those they refine."""

from collections import Counter
from collections.abc import Iterator

from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import (
    AS_EVER,
    NO,
    NOT_SURE,
    UNKNOWN,
    Cell,
    Course,
    Item,
    ItemType,
    Page,
    Questionnaire,
)

FIELDS = ("times", "as_ever", "cells", "matters", "under")
"""What only a row has."""


RESERVED = (NO, NOT_SURE, AS_EVER)
"""Ids of answers that a row has of its own."""


def course_problems(questionnaire: Questionnaire) -> Iterator[tuple[Course, KeyPath, str]]:
    """What is wrong with courses themselves."""
    for course in questionnaire.courses:
        if not course.options:
            yield course, ("options",), "needs options"
        if len(course.options) > 1 and not course.ask:
            yield course, (), "needs the key 'ask': the question that its options answer"
        counted = Counter(option.id for option in course.options)
        for index, option in enumerate(course.options):
            if option.id in RESERVED:
                yield course, ("options", index, "id"), f"{quoted(option.id)} is an answer of every row"
            if counted[option.id] > 1:
                yield course, ("options", index, "id"), "the option is used more than once"


def row_problems(questionnaire: Questionnaire, page: Page, item: Item) -> Iterator[tuple[KeyPath, str]]:
    """What is wrong with a row, or with an item that has what only a row has."""
    if not item.is_row:
        for field in FIELDS:
            if getattr(item, field):
                yield (field,), f"only a row has {quoted(field)}, an item with a 'course'"
        return
    if item.type is not ItemType.CHOICE:
        yield ("course",), f"an item of type {item.type} is no row"
    if not (page.none and page.not_sure):
        yield (), "a row needs the words 'none' and 'not_sure' of its page"
    yield from _course_problems(questionnaire, item)
    yield from _place_problems(page, item)


def _course_problems(questionnaire: Questionnaire, row: Item) -> Iterator[tuple[KeyPath, str]]:
    """What is wrong with the course of a row and with what refers to its times."""
    courses = {course.id: [option.id for option in course.options] for course in questionnaire.courses}
    if row.course not in courses:
        yield ("course",), f"there is no course {quoted(row.course)}{did_you_mean(row.course, courses)}"
        return
    in_course = courses[row.course]
    for index, time in enumerate(row.times):
        if time not in in_course:
            yield ("times", index), f"the course {row.course} has no {quoted(time)}{did_you_mean(time, in_course)}"
    if any(option.id not in (NO, AS_EVER, *in_course) for option in row.options):
        yield ("options",), "a row has the options of its course, and none of its own"
    seen: set[str] = set()
    for index, cell in enumerate(row.cells):
        for rest, message in _cell_problems(row, cell, seen):
            yield ("cells", index, *rest), message
    levels = [cell.level for cell in row.cells]
    if len(set(levels)) != len(levels):
        yield ("cells",), "has two cells of one level: name all their times in one"


def _cell_problems(row: Item, cell: Cell, seen: set[str]) -> Iterator[tuple[KeyPath, str]]:
    """What is wrong with one level; `seen` are the times that have a level already."""
    offered = (*row.timed, *((AS_EVER,) if row.as_ever else ()))
    if not cell.times:
        yield ("times",), "needs at least one time"
    for index, time in enumerate(cell.times):
        if time == UNKNOWN:
            yield ("times", index), f"{quoted(time)} has the highest level of its row without being named"
        elif row.timed and time not in offered:
            yield ("times", index), f"{quoted(time)} is no time of {row.id}{did_you_mean(time, offered)}"
        elif time in seen:
            yield ("times", index), f"{quoted(time)} has a level already"
        seen.add(time)
    if not (cell.text or row.matters):
        yield (), "needs 'text', or its row 'matters': why it counts"
    if cell.level is Disposition.SELF_CARE:
        yield ("level",), "a sign can't lead to self_care: leave the cell out"
    if cell.level is Disposition.EMERGENCY and not cell.say:
        yield (), "an emergency needs the key 'say': what to tell the emergency services"


def _place_problems(page: Page, row: Item) -> Iterator[tuple[KeyPath, str]]:
    """A row under another one stands right after it, and is asked where that one is ticked."""
    if not row.under:
        return
    ids = [one.id for one in page.items]
    if row.under not in [one.id for one in page.items if one.is_row and not one.under]:
        yield ("under",), f"there is no row {quoted(row.under)} on its page{did_you_mean(row.under, ids)}"
        return
    between = page.items[ids.index(row.under) + 1 : ids.index(row.id)]
    if ids.index(row.id) < ids.index(row.under) or any(one.under != row.under for one in between):
        yield ("under",), f"must stand right after {quoted(row.under)}"
    if row.enabled_when is None or row.under not in row.enabled_when.has:
        yield ("under",), f"needs 'enabled_when' with {quoted(row.under)}, so that it is asked where that is ticked"
