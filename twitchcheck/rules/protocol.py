"""The triage protocol as a value: what counts, how much, what is advised, and who says so."""

from datetime import date
from enum import StrEnum
from functools import cached_property

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import Cell, Item, Questionnaire


class Strength(StrEnum):
    """How much an everyday trigger stands out."""

    SLIGHT = "slight"
    MODERATE = "moderate"
    STRONG = "strong"


class SourceKind(StrEnum):
    """What a source is, the most authoritative first. `article` is the magazine article that the program began with,
    `decision` a choice of the makers; a `number_list` and the `press` may speak for telephone numbers only."""

    GUIDELINE = "guideline"
    PUBLIC_BODY = "public_body"
    SOCIETY = "society"
    PAPER = "paper"
    CHARITY = "charity"
    LEAFLET = "leaflet"
    NUMBER_LIST = "number_list"
    PRESS = "press"
    ARTICLE = "article"
    DECISION = "decision"


class Access(StrEnum):
    """How far a source was read: the original page or paper, a copy of it elsewhere, only a part (an abstract or an
    excerpt), or not at all."""

    ORIGINAL = "original"
    COPY = "copy"
    EXCERPT = "excerpt"
    NOT_READ = "not_read"


class Reading(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """How a source was read, for reviewers alone: `on` is the date (year-month-day), `where` the place if that is not
    the address that readers are given."""

    access: Access
    on: str = ""
    where: str = ""


class Source(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Who says so. `tag` is the short name shown beside a sentence, `url` the publisher's own page or a DOI. A page
    that bears no year says so with `undated`."""

    id: str
    tag: str
    kind: SourceKind
    title: str
    publisher: str
    url: str = ""
    year: int = 0
    undated: bool = False
    read: Reading | None = None


class Publisher(Struct, frozen=True, forbid_unknown_fields=True):
    """A host that a source's link may lead to, and what it publishes."""

    host: str
    name: str
    publishes: tuple[SourceKind, ...]


class Statement(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A sentence or two in plain words with its sources; shown where `when` holds (always without it)."""

    id: str
    text: str
    sources: tuple[str, ...]
    when: Condition | None = None


class StepPicture(StrEnum):
    """The drawn steps of a twitch, in their order."""

    NERVE_FIRES = "nerve_fires"
    MESSENGER_CROSSES = "messenger_crosses"
    RECEPTOR_BINDS = "receptor_binds"
    FIBRE_CONTRACTS = "fibre_contracts"


class Step(Statement, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """A statement that stands below a picture. `shows` tells the picture to those who cannot see it."""

    picture: StepPicture
    shows: str


class RedFlag(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A pattern that needs a doctor. `brief` names it, `text` says why it matters, and `say` is what to
    tell the emergency services. Where the answers leave it open, `if_unsure` counts, or that of the
    disposition's care level where the red flag has none of its own."""

    id: str
    brief: str
    when: Condition
    disposition: Disposition
    text: str
    sources: tuple[str, ...]
    say: str = ""
    if_unsure: Disposition | None = None


class Factor(Struct, frozen=True, forbid_unknown_fields=True):
    """What makes a trigger likelier, with its points. Only an answer that is sure scores."""

    when: Condition
    points: int
    sources: tuple[str, ...]


class PlannedChange(Statement, frozen=True, forbid_unknown_fields=True, omit_defaults=True, kw_only=True):
    """One change to try for two weeks: four days as usual, then ten with it.

    `text` says it in a sentence or two, `title` in a few words, `aim` what to keep to, and `counted` when a day counts
    as kept. It is not offered where `unless` holds or may hold: what should stop or change at once is no diary; `when`
    is left out. `amounts` are the amount items that the change is about, which a later check asks anew.
    """

    title: str
    aim: str
    counted: str
    amounts: tuple[str, ...]
    unless: Condition | None = None


class Trigger(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An everyday explanation for twitching. `shown` lists the items and measures whose amounts stand
    beside it; each statement of `advice` is given where its condition holds. `helps` is what to do about it in a few
    words, such as "have less caffeine", where the article advises that. `plan` is the change that can be tried against
    it for two weeks."""

    id: str
    name: str
    text: str
    sources: tuple[str, ...]
    factors: tuple[Factor, ...]
    advice: tuple[Statement, ...]
    shown: tuple[str, ...] = ()
    helps: str = ""
    plan: PlannedChange | None = None


VERDICTS = ("too_early", "less", "more", "not_clear")
"""What a diary can come to: too few days, less twitching with the change, more of it, or no clear difference."""

RATINGS = 5
"""In so many words, from none to all day, a day says how much it twitched."""


class Later(Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of the days after a check: of checking again, and of the two-week plan with its diary.

    Who checks again within `brake_days` without a new sign reads the `brake`, which blocks nothing; {date} in it is the
    day on which checking makes sense. `diary` says what the plan is, `without_diary` why people who worry much get the
    change alone, `at_once` why some triggers have no diary. `verdicts` has a statement for each of VERDICTS, in which
    {usual} and {changed} are the two averages, but not in the one that is too early; `by_itself` stands beside each.
    `next_step` is for a diary that shows worse or no change, {date} in it the day of the last check's safety net.
    `stop` is for those whom the diary makes watch more. `ratings` are the words for a day, from none to all day.
    """

    brake_days: int
    brake: tuple[Statement, ...]
    diary: tuple[Statement, ...]
    without_diary: Statement
    at_once: Statement
    verdicts: dict[str, Statement]
    by_itself: Statement
    next_step: Statement
    stop: Statement
    ratings: tuple[str, ...]

    @property
    def statements(self) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
        """Every statement, with where it is said."""
        return (
            ("Checking again soon", self.brake),
            ("The plan and its diary", self.diary),
            ("Where there is much worry", (self.without_diary,)),
            ("Where there is no diary", (self.at_once,)),
            ("What the diary shows", (*self.verdicts.values(), self.by_itself)),
            ("After the diary", (self.next_step, self.stop)),
        )


class Fear(Struct, frozen=True, forbid_unknown_fields=True):
    """The answer to a fear that somebody named (`named` holds): `honest` where its condition holds too, which is that
    there is no sign of it, and else nothing but what `to_do`."""

    named: Condition
    honest: Statement
    to_do: Statement


class Consideration(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Something doctors also think of. `raised_by` and `lowered_by` are shown where their conditions hold:
    what in the answers speaks for or against raising it. `on_request` hides it until it is asked for, `only_named` from
    everybody who does not fear it. `fear` answers who does."""

    id: str
    name: str
    text: str
    sources: tuple[str, ...]
    raised_by: tuple[Statement, ...]
    lowered_by: tuple[Statement, ...]
    on_request: bool = False
    only_named: bool = False
    statements: tuple[Statement, ...] = ()
    fear: Fear | None = None

    @property
    def to_who_fears(self) -> tuple[Statement, ...]:
        """What is said to somebody who named it as a fear."""
        return () if self.fear is None else (self.fear.honest, self.fear.to_do)


class Review(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """When to act or look again: `after_days` from the day of the check, or from the onset where
    `since_onset` names the amount of days that the twitching has lasted. The text may hold {date}."""

    id: str
    text: str
    after_days: int
    sources: tuple[str, ...]
    since_onset: str = ""
    when: Condition | None = None


class CareLevel(Struct, frozen=True, forbid_unknown_fields=True):
    """What one disposition means for the person. `if_unsure` is what a red flag of this level counts for
    while its answers are "not sure". `time_frame` may hold {date}, the day of the review."""

    id: Disposition
    label: str
    action: str
    time_frame: str
    if_unsure: Disposition
    summary: tuple[Statement, ...]
    advice: tuple[Statement, ...]
    safety_net: tuple[Statement, ...]
    reviews: tuple[Review, ...]


class Topic(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An explanation with a heading; its `steps` are drawn, in order, below the statements. It waits to be opened,
    unless it is `in_sight`; what is urgent goes without it, unless it is told `always`. The texts may hold {fitting},
    what helps against the triggers, and {helpline}, whom to ring in despair."""

    id: str
    title: str
    statements: tuple[Statement, ...]
    steps: tuple[Step, ...] = ()
    in_sight: bool = False
    always: bool = False


class Term(Struct, frozen=True, forbid_unknown_fields=True):
    """A word that cannot be avoided, with what it means in plain words."""

    term: str
    text: str


class HelpTopic(Struct, frozen=True, forbid_unknown_fields=True):
    """A page of the help about the program itself; an empty line in `text` begins a new paragraph."""

    id: str
    title: str
    text: str


class SheetPlace(StrEnum):
    """Where a block stands on the doctor's sheet: a sentence of the opening, the line about lost tasks, a line of its
    own, the signs by their time and what of them was denied, or a line of amounts."""

    OPENING = "opening"
    FUNCTION = "function"
    LINE = "line"
    SIGNS = "signs"
    AMOUNTS = "amounts"


class Blank(Struct, frozen=True, forbid_unknown_fields=True):
    """A line to fill in with a pen, where a row of the block was answered with one of `options`."""

    options: tuple[str, ...]
    text: str


class SheetBlock(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A block of the doctor's sheet: items and measures that are told together.

    `said` puts an answer into words around {answer} where it can't stand for itself, `denied` is the short word for a
    sign that was denied. What is named in `as_trigger` is told only where it counts as a trigger. What is `for_crew`
    stands on the page for the ambulance too. `blank` asks with a pen for what is not asked on the screen.
    """

    id: str
    title: str
    subjects: tuple[str, ...]
    place: SheetPlace = SheetPlace.LINE
    said: dict[str, str] = {}
    denied: dict[str, str] = {}
    as_trigger: tuple[str, ...] = ()
    for_crew: bool = False
    blank: Blank | None = None


class Helpline(Struct, frozen=True, forbid_unknown_fields=True):
    """Whom to ring in despair, and who answers there."""

    number: str
    name: str
    sources: tuple[str, ...]


class EmergencyNumber(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Whom to ring in a country (ISO 3166 two-letter code), its line for urgent advice if it has one, which
    serves `advice_area` where that is not the whole country, and its line for people in despair where it is known."""

    country: str
    name: str
    number: str
    sources: tuple[str, ...]
    advice_line: str = ""
    advice_area: str = ""
    helpline: Helpline | None = None


class HarmlessPair(Struct, frozen=True, forbid_unknown_fields=True):
    """Two signs of an acute illness that may be self-care together, and `text` that says why."""

    signs: tuple[str, ...]
    text: str
    sources: tuple[str, ...]


class Edition(Struct, frozen=True, forbid_unknown_fields=True):
    """Which content this is, and its fixed words.

    `person` gives the words for each option of the item `person_item`: a placeholder {you} in any text
    becomes the word of that name. The other `..._item` and `..._finding` say which question plays a part
    that the program has to know: the onset in days, the lost tasks, the places, the age.
    From the day after `review_by` on, the content should be looked through again, and `overdue` says so.
    `open_reason` explains a red flag that answers leave open, `open_summary` an advice that rests on such, and
    `all_open` one for which no question about signs has been answered.
    `changes_lead` stands before the signs that would change the advice. `harmless_pairs` are the exceptions from what
    is proven of an acute illness: that two of its signs are never self-care.
    """

    version: str
    language: str
    reviewed: str
    review_by: str
    person_item: str
    onset_item: str
    function_finding: str
    function_item: str
    places_item: str
    age_item: str
    months: tuple[str, ...]
    person: dict[str, dict[str, str]]
    disclaimer: str
    intended_use: tuple[Statement, ...]
    trigger_strengths: dict[Strength, int]
    fallback_number: EmergencyNumber
    open_reason: Statement
    open_summary: Statement
    all_open: Statement
    changes_lead: Statement
    overdue: Statement
    emergency_steps: tuple[Statement, ...]
    harmless_pairs: tuple[HarmlessPair, ...] = ()


class TriageProtocol(Struct, frozen=True, dict=True):
    """Everything the program knows. `digest` is the first 7 hexadecimal digits of the content's SHA-256.

    `combinations` are the red flags that look at several answers; those of a single sign stand in the sign's cells.
    """

    edition: Edition
    digest: str
    questionnaire: Questionnaire
    care_levels: tuple[CareLevel, ...]
    combinations: tuple[RedFlag, ...]
    triggers: tuple[Trigger, ...]
    considerations: tuple[Consideration, ...]
    reassurances: tuple[Statement, ...]
    topics: tuple[Topic, ...]
    later: Later
    sheet_blocks: tuple[SheetBlock, ...]
    emergency_numbers: tuple[EmergencyNumber, ...]
    sources: tuple[Source, ...]
    publishers: tuple[Publisher, ...]
    help_topics: tuple[HelpTopic, ...]
    terms: tuple[Term, ...]

    @property
    def version(self) -> str:
        """The content version as shown on every result, such as "2026.11 (1a2b3c4)"."""
        return f"{self.edition.version} ({self.digest})"

    @cached_property
    def red_flags(self) -> tuple[RedFlag, ...]:
        """Every red flag: those of the signs in the order of asking, and then the combinations."""
        signs = (_red_flag(item, cell) for item in self.questionnaire.items.values() for cell in item.cells)
        return (*signs, *self.combinations)

    @cached_property
    def care_level(self) -> dict[Disposition, CareLevel]:
        """The care levels by disposition."""
        return {level.id: level for level in self.care_levels}

    @cached_property
    def source(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def red_flags_of(self) -> dict[str, tuple[RedFlag, ...]]:
        """For each item id the red flags that its answer has a part in, because they look at it or at what it opens."""
        questionnaire = self.questionnaire
        found: dict[str, list[RedFlag]] = {item_id: [] for item_id in questionnaire.items}
        for flag in self.red_flags:
            behind = questionnaire.items_behind(flag.when)
            for item_id in set[str]().union(*(questionnaire.depends_on[one] for one in behind)):
                found[item_id].append(flag)
        return {item_id: tuple(flags) for item_id, flags in found.items()}

    def emergency_number(self, country: str) -> EmergencyNumber:
        """The number for a country, or the fallback where the country is not known."""
        for number in self.emergency_numbers:
            if number.country == country:
                return number
        return self.edition.fallback_number

    def confirmed(self, number: EmergencyNumber) -> bool:
        """Whether a public body gives the number, or two sources that do not know of each other."""
        kinds = [self.source[source_id].kind for source_id in number.sources]
        return SourceKind.PUBLIC_BODY in kinds or len(kinds) > 1

    def overdue(self, on: date) -> bool:
        """Whether the content should have been looked through again by that day."""
        return on > date.fromisoformat(self.edition.review_by)


def red_flag_id(row: Item, cell: Cell) -> str:
    """The id of the red flag of a cell: the sign and the level, such as "slurred_emergency"."""
    return f"{row.id}_{cell.level}"


def _red_flag(item: Item, cell: Cell) -> RedFlag:
    """The red flag of a cell: the sign with one of the cell's times, and nothing else."""
    return RedFlag(
        id=red_flag_id(item, cell),
        brief=item.brief,
        when=Condition(has={item.id: cell.times}),
        disposition=cell.level,
        text=cell.text or item.matters,
        sources=cell.sources,
        say=cell.say,
    )
