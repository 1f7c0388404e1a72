"""The questionnaire as a value: sections hold pages, pages hold items, items hold answer options."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Condition, subjects

NONE = "none"
"""Id of the exclusive option "none of these"; an item has it when it gives the words for it."""

NOT_SURE = "not_sure"
"""Id of the exclusive answer "not sure", in lists and for amounts."""


class ItemType(StrEnum):
    """How an item is answered: one option, several options, a number, or the person's own words."""

    CHOICE = "choice"
    CHOICES = "choices"
    AMOUNT = "amount"
    TEXT = "text"


class Role(StrEnum):
    """What an answer is about: the person (nothing they could change), warnings and symptoms, habits, health,
    or their own words, which count for nothing."""

    PERSON = "person"
    WARNING = "warning"
    SYMPTOM = "symptom"
    HABIT = "habit"
    HEALTH = "health"
    WORDS = "words"


class ItemPicture(StrEnum):
    """A figure whose parts are named like the options of a list, to click on beside it."""

    BODY = "body"


class AnswerOption(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One possible answer of a choice.

    `brief` is the short phrase for reasons, review and the doctor's sheet (the text where it is empty);
    `score` is what the option adds to a measure.
    """

    id: str
    text: str
    hint: str = ""
    brief: str = ""
    score: float = 0
    exclusive: bool = False

    @property
    def phrase(self) -> str:
        """The short phrase for this answer."""
        return self.brief or self.text


class Scale(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit that an amount may be given in: one `unit` is `factor` of the item's own unit."""

    unit: str
    units: str
    factor: float


class Item(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """One question.

    `brief` names it in the review and on the doctor's sheet. `alone` says an answer without its question,
    around the placeholder {option}; `any_brief` says that one of several from a list was chosen, `denial`
    sums up for a doctor what was denied with "none". `options_from` takes the options from those ticked in
    another item. `none` and `not_sure` are the words of those two exclusive options, `none_brief` the short
    ones; without words there is no such option. `minimum`, `maximum`, `step` and `initial` (what a stepper
    shows at first, and what counts when the page is left like that) are in `unit`. `picture` is a figure on
    which the options can be clicked too.
    """

    id: str
    type: ItemType
    text: str
    role: Role
    brief: str
    alone: str = ""
    any_brief: str = ""
    denial: str = ""
    hint: str = ""
    options: tuple[AnswerOption, ...] = ()
    options_from: str = ""
    none: str = ""
    none_brief: str = "none"
    not_sure: str = ""
    unit: str = ""
    minimum: float = 0
    maximum: float = 0
    step: float = 1
    initial: float | None = None
    scales: tuple[Scale, ...] = ()
    enabled_when: Condition | None = None
    optional: bool = False
    picture: ItemPicture | None = None

    @cached_property
    def answer_options(self) -> tuple[AnswerOption, ...]:
        """All options in order, "none" and "not sure" last."""
        last = []
        if self.none:
            last.append(AnswerOption(NONE, self.none, brief=self.none_brief, exclusive=True))
        if self.not_sure and self.type in (ItemType.CHOICE, ItemType.CHOICES):
            last.append(AnswerOption(NOT_SURE, self.not_sure, brief="not sure", exclusive=True))
        return (*self.options, *last)

    @cached_property
    def option_by_id(self) -> dict[str, AnswerOption]:
        """All options by their id."""
        return {option.id: option for option in self.answer_options}


class Page(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One topic. `title` is the heading where several items share it; one item is its own heading."""

    id: str
    why: str
    items: tuple[Item, ...]
    title: str = ""
    lead: str = ""
    note: str = ""

    @property
    def heading(self) -> str:
        """The question at the top of the page."""
        return self.title or self.items[0].text


class Section(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of the check, one step in the list at the side."""

    id: str
    title: str
    pages: tuple[Page, ...]


class Measure(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An amount worked out from several answers: the sum of `terms` (amount item -> factor) and of the
    scores of the options chosen in `scored` items, in `unit`. `guide` is a limit to show beside it."""

    id: str
    brief: str
    unit: str
    terms: dict[str, float] = {}
    scored: tuple[str, ...] = ()
    total: str = ""
    guide: float = 0
    guide_text: str = ""
    sources: tuple[str, ...] = ()

    @property
    def item_ids(self) -> tuple[str, ...]:
        """The items this measure is made of."""
        return (*self.terms, *self.scored)


class Finding(Struct, frozen=True, forbid_unknown_fields=True):
    """A condition with a name, shared by several rules. `text` says in plain words what it means."""

    id: str
    text: str
    when: Condition


class Questionnaire(Struct, frozen=True, dict=True):
    """Everything that can be asked, and what is derived from the answers before any rule looks at them."""

    sections: tuple[Section, ...]
    measures: tuple[Measure, ...] = ()
    findings: tuple[Finding, ...] = ()

    def pages(self) -> Iterator[Page]:
        """Every page in order."""
        return (page for section in self.sections for page in section.pages)

    @cached_property
    def items(self) -> dict[str, Item]:
        """Every item by id, in the order of asking."""
        return {item.id: item for page in self.pages() for item in page.items}

    @cached_property
    def measure_by_id(self) -> dict[str, Measure]:
        """Every measure by id."""
        return {measure.id: measure for measure in self.measures}

    @cached_property
    def finding_conditions(self) -> dict[str, Condition]:
        """Every finding's condition by its id."""
        return {finding.id: finding.when for finding in self.findings}

    @cached_property
    def section_of_page(self) -> dict[str, Section]:
        """The section of each page id."""
        return {page.id: section for section in self.sections for page in section.pages}

    @cached_property
    def page_of_item(self) -> dict[str, Page]:
        """The page of each item id."""
        return {item.id: page for page in self.pages() for item in page.items}

    @cached_property
    def depends_on(self) -> dict[str, set[str]]:
        """For each item id the items whose answers decide whether it is asked and what it offers, itself included."""
        found: dict[str, set[str]] = {}
        for item in self.items.values():
            before = [] if item.enabled_when is None else self.items_behind(item.enabled_when)
            direct = [*before, item.options_from] if item.options_from else before
            found[item.id] = {item.id}.union(*(found[one] for one in direct))
        return found

    def items_behind(self, condition: Condition) -> list[str]:
        """The items that a condition looks at, through findings and measures too."""
        named = subjects(condition, self.finding_conditions)
        measures = self.measure_by_id
        return [item for one in named for item in (measures[one].item_ids if one in measures else (one,))]

    def options_of(self, item: Item) -> tuple[AnswerOption, ...]:
        """The options of `item`, those it takes from another item included."""
        if not item.options_from:
            return item.answer_options
        source = self.items[item.options_from]
        return (*(option for option in source.options if not option.exclusive), *item.answer_options)

    def option(self, item_id: str, option_id: str) -> AnswerOption:
        """One option by item and option id; KeyError when there is none."""
        item = self.items[item_id]
        if option_id in item.option_by_id:
            return item.option_by_id[option_id]
        return self.items[item.options_from].option_by_id[option_id]
