"""The questionnaire as a value: sections hold pages, pages hold items, items hold answer options."""

from collections.abc import Collection, Iterable, Iterator
from enum import StrEnum
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from twitchcheck.questionnaire.conditions import Condition, subjects
from twitchcheck.questionnaire.disposition import Disposition

NONE = "none"
"""Id of the exclusive option "none of these"; an item has it when it gives the words for it."""

NOT_SURE = "not_sure"
"""Id of the exclusive answer "not sure", in lists, for rows and for amounts."""

NO = "no"
"""Id of the answer of a row that was left alone."""

AS_EVER = "as_ever"
"""Id of the answer "a doctor knows it, and it is as ever" to a row."""

UNKNOWN = "unknown"
"""Id of the answer "it is so, but not sure since when" to a row. It counts as any time that a rule asks for, so that it
is never less urgent than one of them."""


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


SIGNS = (Role.WARNING, Role.SYMPTOM)
"""What changes from day to day."""


class ItemPicture(StrEnum):
    """A figure whose parts are named like the options of a list, to click on beside it."""

    BODY = "body"


class AnswerOption(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One possible answer of a choice.

    `brief` is the short phrase for reasons, review and the doctor's sheet (the text where it is empty);
    `score` is what the option adds to a measure. A `tucked` option is rarely the answer and need not be in sight.
    """

    id: str
    text: str
    hint: str = ""
    brief: str = ""
    score: float = 0
    exclusive: bool = False
    tucked: bool = False

    @property
    def phrase(self) -> str:
        """The short phrase for this answer."""
        return self.brief or self.text


class Scale(Struct, frozen=True, forbid_unknown_fields=True):
    """A unit that an amount may be given in: one `unit` is `factor` of the item's own unit."""

    unit: str
    units: str
    factor: float


class Course(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a ticked row is asked: `ask` ("Since when?") with its options in order, the times.

    Where there is one option alone, ticking the row is the whole answer and `ask` is empty.
    """

    id: str
    options: tuple[AnswerOption, ...]
    ask: str = ""


class Cell(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """The least urgent level that is safe for a row answered with one of these `times` (or "as ever"), whatever else is
    answered.

    `text` says why where the row's own `matters` does not fit; `say` is what to tell the emergency services.
    """

    times: tuple[str, ...]
    level: Disposition
    sources: tuple[str, ...]
    text: str = ""
    say: str = ""


class Item(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, dict=True):
    """One question.

    `brief` names it in the review and on the doctor's sheet. `alone` says an answer without its question,
    around the placeholder {option}; `any_brief` says that one of several from a list was chosen, `denial`
    sums up for a doctor what was denied with "none". `none` and `not_sure` are the words of those two exclusive
    options, `none_brief` the short ones; without words there is no such option. `minimum`, `maximum` and `step` are
    in `unit`. `picture` is a figure on which the options can be clicked too.

    A choice with a `course` is a row, such as a sign or a medicine: ticking it asks its course, of which `times` are
    offered (all of them where none is named); left alone it becomes "no". It has no options of its own: `with_courses`
    fills them in. `as_ever` are the words for "a doctor knows it, and it is as ever". `cells` are its levels by time,
    and `matters` says why it counts. A row that only refines another one stands `under` it.

    `still_days` is for how many days an answer on a page with `still` may be taken over, where it is about a short
    time; once it is older, a later check asks anew.
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
    none: str = ""
    none_brief: str = "none"
    not_sure: str = ""
    unit: str = ""
    minimum: float = 0
    maximum: float = 0
    step: float = 1
    scales: tuple[Scale, ...] = ()
    enabled_when: Condition | None = None
    optional: bool = False
    picture: ItemPicture | None = None
    course: str = ""
    times: tuple[str, ...] = ()
    as_ever: str = ""
    cells: tuple[Cell, ...] = ()
    matters: str = ""
    under: str = ""
    still_days: int | None = None

    @property
    def is_row(self) -> bool:
        """Whether it is ticked first and asked its course then."""
        return bool(self.course)

    @cached_property
    def steps(self) -> tuple[AnswerOption, ...]:
        """What a ticked row offers: the options of its course, and "as ever"."""
        return tuple(option for option in self.options if option.id != NO)

    @cached_property
    def timed(self) -> tuple[str, ...]:
        """The ids of a row's answers that name a time: what is offered but for "not sure since when" and "as ever"."""
        return tuple(option.id for option in self.steps if self.is_row and option.id not in (UNKNOWN, AS_EVER))

    def meets(self, option_id: str, wanted: Collection[str]) -> bool:
        """Whether an answer is among those `wanted`; "not sure since when" is as soon as a time is."""
        if option_id == UNKNOWN and any(time in wanted for time in self.timed):
            return True
        return option_id in wanted

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
    """One topic. `title` is the heading where several items share it; one item is its own heading.

    `none` and `not_sure` are the words that answer all its rows, amounts and lists with a "none" which were left alone.
    What is answered on a page with `still` rarely changes: a later check takes it over, and asks on its last page with
    these words whether it is still so.
    """

    id: str
    why: str
    items: tuple[Item, ...]
    title: str = ""
    lead: str = ""
    note: str = ""
    none: str = ""
    not_sure: str = ""
    still: str = ""

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
    courses: tuple[Course, ...] = ()

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
        """For each item id the items whose answers decide whether it is asked, itself included."""
        found: dict[str, set[str]] = {}
        for item in self.items.values():
            before = [] if item.enabled_when is None else self.items_behind(item.enabled_when)
            found[item.id] = {item.id}.union(*(found[one] for one in before))
        return found

    @cached_property
    def dependants(self) -> dict[str, tuple[Item, ...]]:
        """For each item id the items whose asking its answer has a part in, in the order of asking, itself first."""
        return {
            item_id: tuple(item for item in self.items.values() if item_id in self.depends_on[item.id])
            for item_id in self.items
        }

    def items_behind(self, condition: Condition) -> list[str]:
        """The items that a condition looks at, through findings and measures too."""
        named = subjects(condition, self.finding_conditions)
        measures = self.measure_by_id
        return [item for one in named for item in (measures[one].item_ids if one in measures else (one,))]

    def option(self, item_id: str, option_id: str) -> AnswerOption:
        """One option by item and option id; KeyError when there is none."""
        return self.items[item_id].option_by_id[option_id]


def with_courses(section: Section, courses: Iterable[Course]) -> Section:
    """The section with its rows filled in: their options from their courses (none from a course that is not there), and
    the words of their page for "not sure" where they have none of their own."""
    known = {course.id: course.options for course in courses}

    def filled(page: Page, row: Item) -> Item:
        offered = [one for one in known.get(row.course, ()) if not row.times or one.id in row.times]
        as_ever = [AnswerOption(AS_EVER, row.as_ever, brief="known to a doctor, as ever")] if row.as_ever else []
        return replace(
            row,
            # Options of its own would be a mistake; they are kept for the check that tells it.
            options=(*row.options, AnswerOption(NO, "No", brief="no"), *offered, *as_ever),
            not_sure=row.not_sure or page.not_sure,
            alone=row.alone or f"{row.brief}, {{option}}",
        )

    pages = (
        replace(page, items=tuple(filled(page, item) if item.is_row else item for item in page.items))
        for page in section.pages
    )
    return replace(section, pages=tuple(pages))
