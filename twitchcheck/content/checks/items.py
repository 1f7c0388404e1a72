"""Items, measures and the subjects that others name: options where they belong, and nothing asked too late."""

from collections.abc import Iterator
from itertools import chain

from twitchcheck.content.checks.parts import Complaint
from twitchcheck.content.checks.rows import course_problems, row_problems
from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.conditions import subjects
from twitchcheck.questionnaire.items import Item, ItemType, Page, Questionnaire, Role
from twitchcheck.rules.protocol import TriageProtocol


def item_problems(questionnaire: Questionnaire, cycles: bool) -> Iterator[Complaint]:
    """What is wrong with sections, pages, items and courses; the order of asking only where there are no `cycles`."""
    earlier: set[str] = set()
    for section in questionnaire.sections:
        if not section.pages:
            yield section, ("pages",), "needs at least one page"
        for page_index, page in enumerate(section.pages):
            if not page.items:
                yield section, ("pages", page_index, "items"), "needs at least one item"
            for item_index, item in enumerate(page.items):
                order = () if cycles else _order_problems(questionnaire, item, earlier)
                own = chain(_own_problems(item), _still_problems(page, item))
                for rest, message in chain(own, row_problems(questionnaire, page, item), order):
                    yield section, ("pages", page_index, "items", item_index, *rest), message
                earlier.add(item.id)
    yield from course_problems(questionnaire)


def _own_problems(item: Item) -> Iterator[tuple[KeyPath, str]]:
    listed = item.type in (ItemType.CHOICE, ItemType.CHOICES)
    if listed and not item.options and not item.is_row:
        yield ("options",), "needs options"
    if not listed and not item.is_row and (item.options or item.none):
        yield ("type",), f"an item of type {item.type} has no options"
    if item.picture and item.type is not ItemType.CHOICES:
        yield ("picture",), f"an item of type {item.type} has nothing to click on a figure"
    if item.role in (Role.WARNING, Role.SYMPTOM):
        if not item.not_sure and not item.is_row:  # a row has its page's words
            yield (), "a warning or symptom needs the answer not_sure"
        if item.type is ItemType.CHOICES and not item.none:
            yield (), "a list of warnings or symptoms needs the answer none"
    if item.type is ItemType.AMOUNT and not item.minimum < item.maximum:
        yield ("maximum",), "needs a maximum above its minimum"


def _still_problems(page: Page, item: Item) -> Iterator[tuple[KeyPath, str]]:
    if item.still_days is not None and not page.still:
        yield ("still_days",), "nothing is taken over from a page without 'still'"
    if item.still_days is not None and item.still_days < 0:
        yield ("still_days",), "'still_days' must be 0 or more"


def _order_problems(questionnaire: Questionnaire, item: Item, earlier: set[str]) -> Iterator[tuple[KeyPath, str]]:
    if item.enabled_when is not None:
        measures = questionnaire.measure_by_id
        found = subjects(item.enabled_when, questionnaire.finding_conditions)
        named = set(chain.from_iterable(measures[one].item_ids if one in measures else (one,) for one in found))
        for item_id in sorted((named - earlier) & questionnaire.items.keys()):
            yield ("enabled_when",), f"can only depend on items before it, not on {quoted(item_id)}"


def measure_problems(questionnaire: Questionnaire) -> Iterator[Complaint]:
    """Measures made of items that are not there, or not amounts or choices."""
    for measure in questionnaire.measures:
        for field, named, kinds, noun in (
            ("terms", measure.terms, (ItemType.AMOUNT,), "amount"),
            ("scored", measure.scored, (ItemType.CHOICE, ItemType.CHOICES), "item with options"),
        ):
            known = [item.id for item in questionnaire.items.values() if item.type in kinds]
            for item_id in named:
                if item_id not in known:
                    yield measure, (field,), f"there is no {noun} {quoted(item_id)}{did_you_mean(item_id, known)}"
        if not measure.item_ids:
            yield measure, (), "needs 'terms' or 'scored': what it is worked out from"


def subject_problems(protocol: TriageProtocol) -> Iterator[Complaint]:
    """Items and measures that the doctor's sheet or a trigger shows and that are not there."""
    known = {**dict.fromkeys(protocol.questionnaire.items), **dict.fromkeys(protocol.questionnaire.measure_by_id)}
    blocks = [(block, "subjects", block.subjects) for block in protocol.sheet_blocks]
    triggers = [(trigger, "shown", trigger.shown) for trigger in protocol.triggers]
    for entry, field, named in (*blocks, *triggers):
        for index, subject in enumerate(named):
            if subject not in known:
                message = f"there is no item or measure {quoted(subject)}{did_you_mean(subject, known)}"
                yield entry, (field, index), message
    for block in protocol.sheet_blocks:
        for field, told in (("said", block.said), ("denied", block.denied), ("as_trigger", block.as_trigger)):
            for subject in told:
                if subject not in block.subjects:
                    yield block, (field,), f"{quoted(subject)} is none of the block's subjects"
        items = [protocol.questionnaire.items[one] for one in block.subjects if one in protocol.questionnaire.items]
        offered = [option.id for item in items if item.is_row for option in item.steps]
        for index, option_id in enumerate(block.blank.options if block.blank is not None else ()):
            if option_id not in offered:
                message = f"no row of the block has {quoted(option_id)}{did_you_mean(option_id, offered)}"
                yield block, ("blank", "options", index), message
