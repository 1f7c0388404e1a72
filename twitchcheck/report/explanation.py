"""The reviewer's view: every question, rule and sentence with its condition in plain words, where it leads, and
its sources in full, fit to be read on paper by somebody who has never seen a content file."""

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from html import escape
from textwrap import wrap

from msgspec import Struct

from twitchcheck.questionnaire.conditions import Condition, parts_of
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import AnswerOption, Finding, Item, ItemType, Measure, Page
from twitchcheck.questionnaire.wording import PLACEHOLDER, worded
from twitchcheck.report import web_page
from twitchcheck.report.citations import KIND_WORDS, source_row
from twitchcheck.report.emergency_view import whom_to_ring
from twitchcheck.report.questionnaire_text import ByText, in_words
from twitchcheck.rules.protocol import (
    Access,
    CareLevel,
    Consideration,
    EmergencyNumber,
    HelpTopic,
    PlannedChange,
    Reading,
    RedFlag,
    SheetBlock,
    SheetPlace,
    Source,
    SourceKind,
    Statement,
    Step,
    Strength,
    TriageProtocol,
    Trigger,
)

WIDTH = 78
TITLE = "What TwitchCheck asks, concludes and says"
HOW_TO_READ = (
    "Every entry has its kind and id in square brackets. AND and OR join conditions. After an arrow stands where an "
    "answer counts, mostly together with others: see the entries named there. A missing answer counts as 'not sure', "
    "and a red flag that is left open by that counts for the level beside 'If not sure'. The most urgent red flag "
    "decides; points only rank the everyday explanations. The words are those for somebody who answers for "
    "themselves; [brackets] stand for an amount or a date."
)


SHEET_PLACES = {
    SheetPlace.OPENING: "In the first lines",
    SheetPlace.FUNCTION: "Beside what the person can no longer do",
    SheetPlace.LINE: "In a line",
    SheetPlace.SIGNS: "By their time, or as denied",
    SheetPlace.AMOUNTS: "Among the amounts",
}


READ_WORDS = {
    Access.ORIGINAL: "original read",
    Access.COPY: "read in a copy only",
    Access.EXCERPT: "read in part",
    Access.NOT_READ: "not read yet",
}


NOT_AT_PUBLISHER = frozenset({Access.COPY, Access.NOT_READ})
"""How a source was read that a reviewer should look up at its publisher's."""


class UnknownIdError(LookupError):
    """Nothing has the id asked for; the message is one line with a near id where there is one."""


class Line(Struct, frozen=True):
    """One thing said about an entry, such as "Leads to" and what it leads to."""

    label: str
    text: str


class Entry(Struct, frozen=True):
    """One question, rule or sentence. Ids are unique within a kind only: `caffeine` is a trigger and a measure."""

    kind: str
    id: str
    title: str
    lines: tuple[Line, ...]


class Part(Struct, frozen=True):
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]


def everything(protocol: TriageProtocol) -> tuple[Part, ...]:
    """The whole content: the questionnaire in its order, then the rules from the most urgent down, then what is
    said, then the sources."""
    return tuple(part for part in Explainer(protocol).parts() if part.entries)


def with_id(protocol: TriageProtocol, wanted: str) -> tuple[Part, ...]:
    """The entries with this id, each under its heading; raises UnknownIdError when there is none."""
    parts = everything(protocol)
    found = tuple(
        Part(part.title, kept)
        for part in parts
        if (kept := tuple(entry for entry in part.entries if entry.id == wanted))
    )
    if not found:
        known = dict.fromkeys(entry.id for part in parts for entry in part.entries)
        near = get_close_matches(wanted[:60], known, n=1)
        hint = f", did you mean '{near[0]}'?" if near else ""
        raise UnknownIdError(f"there is nothing with the id {wanted[:60]!r}{hint}")
    return found


def text(protocol: TriageProtocol, parts: Iterable[Part]) -> str:
    """The entries as text, 78 columns wide."""
    return "\n".join(_text_lines(protocol, parts)) + "\n"


def html(protocol: TriageProtocol, parts: Iterable[Part]) -> str:
    """The entries as one HTML page; the whole content is better read as the reviewer's document."""
    head = (
        f"<h1>{escape(TITLE)}</h1><p>Content {escape(protocol.version)}. {escape(protocol.edition.disclaimer)}</p>"
        f"<p>{escape(HOW_TO_READ)}</p>"
    )
    return web_page.page([head, *map(_html_part, parts)])


def _text_lines(protocol: TriageProtocol, parts: Iterable[Part]) -> Iterator[str]:
    yield from (TITLE, f"Content {protocol.version}. {protocol.edition.disclaimer}", "", *wrap(HOW_TO_READ, WIDTH))
    for part in parts:
        yield from ("", "", part.title, "=" * len(part.title))
        for entry in part.entries:
            yield from ("", *wrap(f"[{entry.kind} {entry.id}] {entry.title}", WIDTH, break_on_hyphens=False))
            for line in entry.lines:
                yield from wrap(
                    f"{line.label}: {line.text}",
                    WIDTH,
                    initial_indent="  ",
                    subsequent_indent="      ",
                    break_long_words=False,
                    break_on_hyphens=False,
                )


def _html_part(part: Part) -> str:
    return f"<h2>{escape(part.title)}</h2>" + "".join(
        f'<h3>{escape(entry.title)} <span class="source">[{escape(entry.kind)} {escape(entry.id)}]</span></h3><ul>'
        + "".join(f"<li><b>{escape(line.label)}:</b> {escape(line.text)}</li>" for line in entry.lines)
        + "</ul>"
        for entry in part.entries
    )


def _help_topic(topic: HelpTopic) -> Entry:
    return Entry("help topic", topic.id, topic.title, tuple(Line("Says", one) for one in topic.text.split("\n\n")))


class Explainer:
    """Everything with its condition in plain words, for lists of entries and for the reviewer's document."""

    def __init__(self, protocol: TriageProtocol) -> None:
        self.protocol = protocol
        self.questionnaire = protocol.questionnaire
        person = dict(next(iter(protocol.edition.person.values())))
        self.speech = ByText(self.questionnaire, person)
        subjects = (*self.questionnaire.items, *self.questionnaire.measure_by_id)
        self.words = {subject: f"[{self.speech.brief(subject)}]" for subject in subjects} | person
        self.courses = {course.id: course for course in self.questionnaire.courses}
        self.uses: dict[str, dict[str, dict[str, None]]] = {}
        for group, name, condition in self._rules():
            self._note(condition, group, name)

    def parts(self) -> Iterator[Part]:
        protocol = self.protocol
        for section in self.questionnaire.sections:
            yield _part(f"Questions: {section.title}", (one for page in section.pages for one in self._page(page)))
        yield _part("Amounts worked out from answers", map(self._measure, self.questionnaire.measures))
        yield _part("Conditions shared by several rules", map(self._finding, self.questionnaire.findings))
        for level in sorted(protocol.care_levels, key=lambda level: -level.id.urgency):
            flags = (flag for flag in protocol.red_flags if flag.disposition is level.id)
            yield _part(f"Red flags: {level.label} ({level.id})", map(self._red_flag, flags))
        yield _part("Triggers", (one for trigger in protocol.triggers for one in self._trigger(trigger)))
        considered = (one for consideration in protocol.considerations for one in self._consideration(consideration))
        yield _part("What doctors also consider", considered)
        for level in sorted(protocol.care_levels, key=lambda level: -level.id.urgency):
            yield _part(f"Advice: {level.label} ({level.id})", self._care_level(level))
        yield _part("What speaks for calm", self._statements("Result", protocol.reassurances))
        topics = (
            one
            for topic in protocol.topics
            for one in self._statements(f"Topic: {topic.title}", (*topic.statements, *topic.steps))
        )
        yield _part("Explanations", topics)
        later = (one for place, said in protocol.later.statements for one in self._statements(place, said))
        yield _part("Two weeks later", (self._diary_days(), *later))
        yield _part("Fixed words", self._edition())
        yield _part("The doctor's sheet", map(self._sheet_block, protocol.sheet_blocks))
        numbers = (*protocol.emergency_numbers, protocol.edition.fallback_number)
        yield _part("Emergency numbers", map(self._number, numbers))
        yield _part(
            "Words explained", (Entry("word", one.term, one.term, (Line("Means", one.text),)) for one in protocol.terms)
        )
        yield _part("Help about the program", map(_help_topic, protocol.help_topics))
        yield _part("What a reviewer should look at first", self.worth_a_look())
        for kind in SourceKind:
            sources = (source for source in protocol.sources if source.kind is kind)
            yield _part(f"Sources: {KIND_WORDS[kind]}", map(self._source_entry, sources))

    # ---- whose word it is ----

    def worth_a_look(self) -> Iterator[Entry]:
        """The lists of what has the weakest ground; none of those that would be empty."""
        protocol = self.protocol
        numbers = (*protocol.emergency_numbers, protocol.edition.fallback_number)
        unconfirmed = [Line(one.country or "other", one.number) for one in numbers if not protocol.confirmed(one)]
        elsewhere = [
            Line(source.id, how_read(source.read))
            for source in protocol.sources
            if source.read is not None and source.read.access in NOT_AT_PUBLISHER
        ]
        for list_id, title, lines in (
            ("own-choice", "What rests on our own choice alone, most urgent first", list(self.own_choices())),
            ("unconfirmed-numbers", "Emergency numbers that nothing confirms", unconfirmed),
            ("not-at-publisher", "Sources that were not read at their publisher's", elsewhere),
        ):
            if lines:
                yield Entry("list", list_id, title, tuple(lines))

    def own_choices(self) -> Iterator[Line]:
        """The red flags and the advice from the most urgent level down, then the rest in its order."""
        protocol, edition = self.protocol, self.protocol.edition
        for level in sorted(protocol.care_levels, key=lambda level: -level.id.urgency):
            flags = (flag for flag in protocol.red_flags if flag.disposition is level.id)
            yield from self._own(f"{level.id} red flag", ((flag.id, flag.brief, flag.sources) for flag in flags))
            yield from self._own_of(f"{level.id} advice", sentences(level))
            reviews = ((one.id, one.text, one.sources) for one in level.reviews)
            yield from self._own(f"{level.id} review", reviews)
        fixed = (edition.open_reason, edition.open_summary, edition.all_open, edition.changes_lead, edition.overdue)
        yield from self._own_of("fixed words", (*edition.emergency_steps, *edition.intended_use, *fixed))
        for trigger in protocol.triggers:
            factors = ((trigger.id, self.when(one.when), one.sources) for one in trigger.factors)
            yield from self._own("points for trigger", factors)
        of_levels = {one.id for level in protocol.care_levels for one in sentences(level)}
        others = (one for one in self.all_statements() if one.id not in of_levels)
        yield from self._own_of("sentence", others)

    def _own_of(self, label: str, statements: Iterable[Statement]) -> Iterator[Line]:
        return self._own(label, ((one.id, one.text, one.sources) for one in statements))

    def _own(self, label: str, named: Iterable[tuple[str, str, tuple[str, ...]]]) -> Iterator[Line]:
        """Those that cite nothing but our own choice."""
        for part_id, said, sources in named:
            if all(self.protocol.source[source_id].kind is SourceKind.DECISION for source_id in sources):
                yield Line(label, f"[{part_id}] {self.fill(said)}")

    # ---- where an answer counts ----

    def _rules(self) -> Iterator[tuple[str, str, Condition]]:
        """Every condition with what kind of thing depends on it, and which, the most urgent red flags first."""
        for flag in sorted(self.protocol.red_flags, key=lambda flag: -flag.disposition.urgency):
            yield f"{flag.disposition} red flag", flag.id, flag.when
        for trigger in self.protocol.triggers:
            for factor in trigger.factors:
                yield "trigger", f"{trigger.id} ({_points(factor.points)})", factor.when
            if trigger.plan is not None and trigger.plan.unless is not None:
                yield "no plan", trigger.plan.id, trigger.plan.unless
        for item in self.questionnaire.items.values():
            if item.enabled_when is not None:
                yield "opens", item.id, item.enabled_when
        for level in self.protocol.care_levels:
            for review in level.reviews:
                if review.when is not None:
                    yield "review", review.id, review.when
        for statement in self.all_statements():
            if statement.when is not None:
                yield "sentence", statement.id, statement.when

    def all_statements(self) -> Iterator[Statement]:
        """Every sentence that is said beside a rule, by a level or in a topic."""
        protocol = self.protocol
        for trigger in protocol.triggers:
            yield from trigger.advice
            yield from () if trigger.plan is None else (trigger.plan,)
        for one in protocol.considerations:
            yield from (*one.raised_by, *one.lowered_by, *one.statements, *one.to_who_fears)
        for level in protocol.care_levels:
            yield from sentences(level)
        yield from protocol.reassurances
        for topic in protocol.topics:
            yield from (*topic.statements, *topic.steps)
        for _, said in protocol.later.statements:
            yield from said

    def _note(self, condition: Condition, group: str, name: str) -> None:
        """Notes a rule with every answer it looks at, through findings and measures too."""
        for item_id, options in condition.has.items():
            for option_id in options:
                self._use(f"{item_id}={option_id}", group, name)
        for subject in (*condition.count_at_least, *condition.at_least, *condition.at_most):
            self._use(subject, group, name)
            measure = self.questionnaire.measure_by_id.get(subject)
            for item_id in measure.item_ids if measure is not None else ():
                self._use(item_id, f"{group} through {subject}", name)
        for finding_id in condition.findings:
            self._use(f"finding {finding_id}", group, name)
            self._note(self.questionnaire.finding_conditions[finding_id], group, name)
        for part in parts_of(condition):
            self._note(part, group, name)

    def _use(self, key: str, group: str, name: str) -> None:
        self.uses.setdefault(key, {}).setdefault(group, {})[name] = None

    def _used(self, key: str) -> str:
        return "; ".join(f"{group}: {', '.join(names)}" for group, names in self.uses.get(key, {}).items())

    def _used_line(self, key: str, label: str = "Counts in") -> list[Line]:
        used = self._used(key)
        return [Line(label, used)] if used else []

    # ---- the questionnaire ----

    def _page(self, page: Page) -> Iterator[Entry]:
        words = (("Said above it", page.lead), ("Note", page.note), ("Why it is asked", page.why))
        lines = (Line(label, self.fill(said)) for label, said in words if said)
        yield Entry("page", page.id, self.fill(page.heading), tuple(lines))
        yield from map(self._item, page.items)

    def _item(self, item: Item) -> Entry:
        when = "always" if item.enabled_when is None else self.when(item.enabled_when)
        lines = [Line("Asked", when), Line("About", item.role)]
        if item.hint:
            lines.append(Line("Hint", self.fill(item.hint)))
        if item.type is ItemType.AMOUNT:
            last = self.speech.unit(item.id, item.maximum)
            or_open = f', or "{item.not_sure}"' if item.not_sure else ""
            lines.append(Line("Answer", f"{item.minimum:g} to {item.maximum:g} {last}".rstrip() + or_open))
        elif item.type is ItemType.TEXT:
            lines.append(Line("Answer", "the person's own words, which count for nothing"))
        elif item.is_row:
            lines += self._row(item)
        else:
            lines.append(Line("Answer", "one option" if item.type is ItemType.CHOICE else "any number of options"))
        for option in item.answer_options:
            lines.append(self._option(option, self._used(f"{item.id}={option.id}")))
        if item.type is ItemType.AMOUNT:
            lines += self._used_line(f"{item.id}=not_sure", "Not sure counts in")
        return Entry("question", item.id, self.fill(item.text), (*lines, *self._used_line(item.id)))

    def _row(self, item: Item) -> Iterator[Line]:
        """How a row is answered, and why it counts."""
        ask = self.courses[item.course].ask
        yield Line("Answer", f'ticked, then "{ask}"' if ask else "ticked or not")
        if item.under:
            yield Line("Opens under", self.speech.brief(item.under))
        if item.matters:
            yield Line("Why it counts", self.fill(item.matters))

    def _option(self, option: AnswerOption, used: str) -> Line:
        score = f", {option.score:g} in its measure" if option.score else ""
        hint = f" ({self.fill(option.hint)})" if option.hint else ""
        leads = f" \N{RIGHTWARDS ARROW} {used}" if used else ""
        return Line(f"Option {option.id}{score}", f'"{self.fill(option.text)}"{hint}{leads}')

    def _measure(self, measure: Measure) -> Entry:
        lines = [Line("Worked out as", self.worked_out(measure))]
        if measure.guide:
            lines.append(Line("Limit shown", f"{measure.guide:g} {measure.unit}: {measure.guide_text}"))
        lines += self._used_line(measure.id)
        return Entry("measure", measure.id, measure.brief, (*lines, *self._sources(measure.sources)))

    def worked_out(self, measure: Measure) -> str:
        """The sum behind a measure."""
        terms = [f"{factor:g} x {self.speech.brief(item_id)}" for item_id, factor in measure.terms.items()]
        terms += [f"the points of {self.speech.brief(item_id)}" for item_id in measure.scored]
        return f"{' + '.join(terms)}, in {measure.unit}"

    def _finding(self, finding: Finding) -> Entry:
        lines = (Line("Holds when", self.when(finding.when)), *self._used_line(f"finding {finding.id}"))
        return Entry("finding", finding.id, self.fill(finding.text), lines)

    # ---- the rules ----

    def _red_flag(self, flag: RedFlag) -> Entry:
        open_level = flag.if_unsure or self.protocol.care_level[flag.disposition].if_unsure
        lines = [
            Line("Holds when", self.when(flag.when)),
            Line("Leads to", self._level(flag.disposition)),
            Line("If not sure", self._level(open_level)),
            Line("Says", self.fill(flag.text)),
        ]
        if flag.say:
            lines.append(Line("To tell the emergency services", self.fill(flag.say)))
        return Entry("red flag", flag.id, self.fill(flag.brief), (*lines, *self._sources(flag.sources)))

    def _trigger(self, trigger: Trigger) -> Iterator[Entry]:
        lines = [Line("Says", self.fill(trigger.text)), *self._sources(trigger.sources)]
        for factor in trigger.factors:
            lines.append(Line(f"{_points(factor.points)} when", self.when(factor.when)))
            lines += self._sources(factor.sources, f"Source of {_points(factor.points)}")
        lines.append(Line("Leads to", "a place among the everyday explanations; never to a less urgent level"))
        yield Entry("trigger", trigger.id, trigger.name, tuple(lines))
        yield from self._statements(f"Advice beside the trigger {trigger.name}", trigger.advice)
        if trigger.plan is not None:
            yield self._plan(trigger.plan)

    def _plan(self, plan: PlannedChange) -> Entry:
        """A change to try for two weeks, and where it is not offered."""
        lines = [
            Line("Says", self.fill(plan.text)),
            Line("Aim", self.fill(plan.aim)),
            Line("A day counts as kept when", self.fill(plan.counted)),
            Line("Not offered when it holds or may hold", "never" if plan.unless is None else self.when(plan.unless)),
            Line("Asked anew later", ", ".join(map(self.speech.brief, plan.amounts)) or "nothing"),
        ]
        return Entry("plan", plan.id, self.fill(plan.title), (*lines, *self._sources(plan.sources)))

    def _consideration(self, consideration: Consideration) -> Iterator[Entry]:
        shown = "only when it is opened" if consideration.on_request else "always"
        lines = (Line("Says", self.fill(consideration.text)), Line("Shown", shown))
        sources = self._sources(consideration.sources)
        yield Entry("consideration", consideration.id, consideration.name, (*lines, *sources))
        for place, statements in (
            ("For raising it", consideration.raised_by),
            ("Against it", consideration.lowered_by),
            ("Also said", consideration.statements),
            ("Said to who fears it", consideration.to_who_fears),
        ):
            yield from self._statements(f"{consideration.name}: {place.lower()}", statements)

    def _care_level(self, level: CareLevel) -> Iterator[Entry]:
        lines = (
            Line("Action", self.fill(level.action)),
            Line("Time frame", self.fill(level.time_frame)),
            Line("While its red flags are open they count for", self._level(level.if_unsure)),
        )
        yield Entry("care level", level.id, level.label, lines)
        for place, statements in (
            ("Summary", level.summary),
            ("What to do", level.advice),
            ("Watch for", level.safety_net),
        ):
            yield from self._statements(f"{level.label}: {place.lower()}", statements)
        for review in level.reviews:
            since = "the day the twitching began" if review.since_onset else "the day of the check"
            said = [
                Line("Said in", f"{level.label}: when to look again, the first of these that holds"),
                Line("Shown when", "always" if review.when is None else self.when(review.when)),
                Line("Date", f"{review.after_days} days after {since}"),
            ]
            yield Entry("review", review.id, self.fill(review.text), (*said, *self._sources(review.sources)))

    # ---- what is said ----

    def _statements(self, place: str, statements: Iterable[Statement]) -> Iterator[Entry]:
        for statement in statements:
            when = "always" if statement.when is None else self.when(statement.when)
            drawn = [Line("Picture", self.fill(statement.shows))] if isinstance(statement, Step) else []
            lines = (Line("Said in", place), Line("Shown when", when), *drawn, *self._sources(statement.sources))
            yield Entry("sentence", statement.id, self.fill(statement.text), lines)

    def _diary_days(self) -> Entry:
        later = self.protocol.later
        lines = (Line("Too soon is", f"within {later.brake_days} days"), Line("A day is", ", ".join(later.ratings)))
        return Entry("later", "diary", "When a check is too soon, and the words for a day", lines)

    def _edition(self) -> Iterator[Entry]:
        edition = self.protocol.edition
        points = ", ".join(f"{strength} from {_points(edition.trigger_strengths[strength])}" for strength in Strength)
        lines = (Line("Said on every page", edition.disclaimer), Line("A trigger is", points))
        yield Entry(
            "edition",
            edition.version,
            f"Reviewed {edition.reviewed}, to be looked through again by {edition.review_by}",
            lines,
        )
        yield from self._statements("Start", edition.intended_use)
        yield from self._statements("Beside a red flag that is open", (edition.open_reason,))
        yield from self._statements("Summary of an advice that rests on open red flags alone", (edition.open_summary,))
        yield from self._statements("Summary where no question about signs is answered", (edition.all_open,))
        yield from self._statements("Before the signs that would change the advice", (edition.changes_lead,))
        yield from self._statements("Start page and help, once the content is overdue", (edition.overdue,))
        yield from self._statements("Emergency", edition.emergency_steps)

    def _sheet_block(self, block: SheetBlock) -> Entry:
        lines = [Line(SHEET_PLACES[block.place], ", ".join(map(self.speech.brief, block.subjects)))]
        if block.denied:
            lines.append(Line("When denied", ", ".join(block.denied.values())))
        return Entry("sheet block", block.id, block.title, tuple(lines))

    def _number(self, number: EmergencyNumber) -> Entry:
        lines = [Line("Emergency", whom_to_ring(self.protocol, number).rstrip(","))]
        if number.advice_line:
            area = f" ({number.advice_area})" if number.advice_area else ""
            lines.append(Line("Urgent advice", f"{number.advice_line}{area}"))
        lines += self._sources(number.sources)
        if number.helpline is not None:
            lines.append(Line("In despair", f"{number.helpline.number} ({number.helpline.name})"))
            lines += self._sources(number.helpline.sources, "Source of that")
        return Entry("emergency number", number.country or "other", number.name, tuple(lines))

    # ---- sources and words ----

    def _source_entry(self, source: Source) -> Entry:
        return Entry("source", source.id, source.tag, (Line("In full", _in_full(source)),))

    def _sources(self, ids: Iterable[str], label: str = "Source") -> list[Line]:
        return [Line(label, _in_full(self.protocol.source[source_id])) for source_id in ids]

    def _level(self, disposition: Disposition) -> str:
        level = self.protocol.care_level[disposition]
        return f"{self.fill(level.action)} ({disposition}; {self.fill(level.time_frame)})"

    def when(self, condition: Condition) -> str:
        """A condition in the words of the questions."""
        return in_words(condition, self.speech)

    def fill(self, said: str) -> str:
        """A text as somebody reads it who answers for themselves, amounts and dates in brackets."""
        return PLACEHOLDER.sub(r"[\1]", worded(said, self.words))


def _part(title: str, entries: Iterable[Entry]) -> Part:
    return Part(title, tuple(entries))


def sentences(level: CareLevel) -> tuple[Statement, ...]:
    """What a level says."""
    return (*level.summary, *level.advice, *level.safety_net)


def _points(points: int) -> str:
    return f"{points} point" if points == 1 else f"{points} points"


def _in_full(source: Source) -> str:
    read = f" [{how_read(source.read)}]" if source.read is not None else ""
    return source_row(source).in_full() + read


def how_read(reading: Reading) -> str:
    """How a source was read, such as "read in a copy, 2026-11-25, at example.org"."""
    return ", ".join(part for part in (READ_WORDS[reading.access], reading.on, reading.where) if part)
