"""What a doctor reviews in one sitting: the signs and times, the rules by level, the questions, the sentences, what
rests on our own choice, and the sources, as tables that fit thirty pages. Single entries are told by `explanation`."""

from collections.abc import Iterable, Iterator, Mapping
from html import escape

from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Course, Item, ItemType, Page
from twitchcheck.report import sign_matrix, web_page
from twitchcheck.report.citations import KIND_WORDS, source_row
from twitchcheck.report.emergency_view import whom_to_ring
from twitchcheck.report.explanation import Explainer, how_read
from twitchcheck.report.pattern_words import PatternWords
from twitchcheck.rules.accuracy import Vignette
from twitchcheck.rules.assessment import raised_flags
from twitchcheck.rules.protocol import (
    CareLevel,
    Consideration,
    Edition,
    EmergencyNumber,
    PlannedChange,
    RedFlag,
    Review,
    SourceKind,
    Statement,
    TriageProtocol,
    Trigger,
)

TITLE = "TwitchCheck for reviewers: what is asked, concluded and said"
Row = tuple[bool, tuple[str, ...]]
"""Whether a row rests on our own choice alone, and its cells as HTML."""

MOST_CASES = 5
"""So many written cases are named beside a rule, and how many more there are."""

RULE = {"Pattern": 50, "Sentence": 34, "Source": 6, "Cases": 10}
SHARED = {"Name": 26, "Holds when, or worked out as": 66, "Source": 8}
TRIGGER = {"Trigger": 20, "Points": 40, "Advice": 40}
SENTENCE = {"Place": 9, "Sentence": 50, "Shown when": 34, "Source": 7}
"""The columns of the tables with their widths in percent."""

HOW_TO_READ = (
    "The most urgent rule that holds decides; the everyday triggers only rank explanations. A rule that answers leave "
    "open counts for the level said above its table. A sign is answered with its time; not sure since when counts as "
    "any time. [Brackets] stand for a shared condition, listed after the rules. The numbers are sources, listed last; "
    "a yellow ground marks what rests on our own choice alone. The small words are ids: explain ID tells one entry in "
    "full. The words are those for somebody who answers for themselves."
)
FIRST_HOUR = (
    "With one hour: look at the yellow cells of the first table from the left, then at the emergency and same-day "
    "rules on a yellow ground, then at the list of our own choices."
)

STYLE = """
.review { font-size: 0.85em; line-height: 1.25; }
.review td, .review th { padding: 1px 4px; border: 1px solid #b9c4c9; text-align: left; font-weight: normal; }
.review td { vertical-align: top; }
.review thead th { background: #e8eef0; font-weight: 600; }
.review .own { background: #fff3d6; }
.review tr { page-break-inside: avoid; }
.id { color: #51606a; font-size: 0.85em; }
.asked { border: 1px solid #b9c4c9; padding: 0 0.6em 0.4em; margin: 0 0 0.6em; break-inside: avoid-column; }
.asked h3 { margin: 0.3em 0 0.1em; } .asked ul { list-style: none; padding: 0; margin: 0.2em 0; }
.asked .under { padding-left: 1.2em; }
.columns { font-size: 0.85em; line-height: 1.25; }
@media screen { .columns { columns: 2; } }
@media print {
  main section { page-break-after: auto; margin-bottom: 0.6em; }
  body { font-size: 8pt; line-height: 1.2; }
  h1 { font-size: 14pt; } h2 { font-size: 10.5pt; margin: 0.6em 0 0.2em; } h3 { font-size: 8.5pt; margin: 0.3em 0 0; }
  .review, .columns { font-size: 7pt; line-height: 1.15; }
  .columns { columns: 2; column-gap: 1em; }
  .sources { columns: 3; font-size: 6.5pt; overflow-wrap: anywhere; }
}
"""


def html(protocol: TriageProtocol, cases: Mapping[str, tuple[str, ...]]) -> str:
    """The document as one page; `cases` are the written cases, by id, in which a red flag holds."""
    document = _Document(protocol, cases)
    return web_page.page(document.parts(), sign_matrix.STYLE + STYLE, title=TITLE)


def held_by(protocol: TriageProtocol, vignettes: Iterable[Vignette]) -> dict[str, tuple[str, ...]]:
    """For each red flag the cases in which it holds for sure."""
    found: dict[str, tuple[str, ...]] = {}
    for vignette in vignettes:
        for raised in raised_flags(protocol, Facts(protocol.questionnaire, vignette.answers)):
            if raised.certainty is Certainty.YES:
                found[raised.flag.id] = (*found.get(raised.flag.id, ()), vignette.id)
    return found


class _Document:
    def __init__(self, protocol: TriageProtocol, cases: Mapping[str, tuple[str, ...]]) -> None:
        self.protocol = protocol
        self.cases = cases
        self.explainer = Explainer(protocol)
        self.fill = self.explainer.fill
        self.patterns = PatternWords(protocol.questionnaire, self.explainer.words)
        self.listed = [source for kind in SourceKind for source in protocol.sources if source.kind is kind]
        self.numbers = {source.id: number for number, source in enumerate(self.listed, 1)}
        self.levels = sorted(protocol.care_levels, key=lambda level: -level.id.urgency)

    def parts(self) -> Iterator[str]:
        protocol = self.protocol
        edition = protocol.edition
        yield (
            f"<h1>{escape(TITLE)}</h1><p>Content {escape(protocol.version)}, looked through on "
            f"{escape(edition.reviewed)}. {escape(edition.disclaimer)} {HOW_TO_READ}</p><p><b>{FIRST_HOUR}</b></p>"
            + sign_matrix.html(sign_matrix.sign_matrix(protocol), self.numbers)
        )
        yield from map(self._rules, self.levels)
        yield self._shared()
        yield _titled("Everyday triggers", _table(TRIGGER, map(self._trigger, protocol.triggers)))
        yield _titled("The questions as they are read", f'<div class="columns">{self._questions()}</div>')
        yield from self._said(edition)
        yield self._own_choices()
        yield from self._others()
        yield self._sources()

    # ---- rules ----

    def _rules(self, level: CareLevel) -> str:
        flags = [flag for flag in self.protocol.red_flags if flag.disposition is level.id]
        if not flags:
            return ""
        open_level = self.protocol.care_level[level.if_unsure].label
        lead = f"<p>{escape(self.fill(level.action))}. Left open, they count as: {escape(open_level)}.</p>"
        table = _table(RULE, (self._flag(flag) for flag in flags))
        return _titled(f"Rules: {level.label}", lead + table)

    def _flag(self, flag: RedFlag) -> Row:
        own = self._own(flag.sources)
        held = self.cases.get(flag.id, ())
        more = f" and {len(held) - MOST_CASES} more" if len(held) > MOST_CASES else ""
        exception = ""
        if flag.if_unsure is not None:
            exception = f" <i>Left open: {escape(self.protocol.care_level[flag.if_unsure].label)}.</i>"
        say = f" <i>“{escape(self.fill(flag.say))}”</i>" if flag.say else ""
        return own, (
            f"{escape(self.patterns.said(flag.when))}{_id(flag.id)}{exception}",
            escape(self.fill(flag.text)) + say,
            self._marks(flag.sources),
            escape(", ".join(held[:MOST_CASES]) + more),
        )

    def _shared(self) -> str:
        questionnaire = self.protocol.questionnaire
        rows = [
            (False, (escape(self.fill(one.text)) + _id(one.id), escape(self.patterns.said(one.when)), ""))
            for one in questionnaire.findings
        ]
        for one in questionnaire.measures:
            worked_out = escape(self.explainer.worked_out(one))
            rows.append((False, (escape(one.brief) + _id(one.id), worked_out, self._marks(one.sources))))
        return _titled("Shared conditions and amounts", _table(SHARED, rows))

    def _trigger(self, trigger: Trigger) -> Row:
        points = "<br>".join(
            f"<b>{one.points}</b> {escape(self.patterns.said(one.when))} {self._marks(one.sources)}"
            for one in trigger.factors
        )
        advice = "<br>".join(map(self._sentence, trigger.advice))
        if trigger.plan is not None:
            advice += f"<br>{self._plan(trigger.plan)}"
        own = any(self._own(one.sources) for one in trigger.factors)
        said = f"{escape(self.fill(trigger.text))} {self._marks(trigger.sources)}"
        return own, (f"<b>{escape(trigger.name)}</b>{_id(trigger.id)}<br>{said}", points, advice)

    def _plan(self, plan: PlannedChange) -> str:
        unless = (
            "" if plan.unless is None else f" <i>Not when, or perhaps: {escape(self.patterns.said(plan.unless))}.</i>"
        )
        said = ". ".join(self.fill(one).rstrip(".") for one in (plan.text, f"Aim: {plan.aim}", plan.counted))
        title = escape(self.fill(plan.title))
        return f"<b>Plan: {title}</b>. {escape(said)}.{unless} {self._marks(plan.sources)}{_id(plan.id)}"

    # ---- questions ----

    def _questions(self) -> str:
        questionnaire = self.protocol.questionnaire
        courses = {course.id: course for course in questionnaire.courses}
        legend = "".join(
            f"<p><b>{escape(course.ask)}</b> {_options('○', (one.text for one in course.options))}</p>"
            for course in courses.values()
            if course.ask
        )
        boxes = "".join(self._page(page, courses) for page in questionnaire.pages())
        return f'<div class="asked"><h3>What a ticked row opens</h3>{legend}</div>{boxes}'

    def _page(self, page: Page, courses: Mapping[str, Course]) -> str:
        lead = f"<p>{escape(self.fill(page.lead))}</p>" if page.lead else ""
        note = f"<p>{escape(self.fill(page.note))}</p>" if page.note else ""
        items = "".join(self._item(item, courses) for item in page.items)
        last = [f"☐ {escape(page.none)}"] if page.none else []
        return (
            f'<div class="asked"><h3>{escape(self.fill(page.heading))}{_id(page.id)}</h3>{lead}'
            f"<ul>{items}{''.join(f'<li>{one}</li>' for one in last)}</ul>{note}"
            f'<p class="id">Why: {escape(self.fill(page.why))}</p></div>'
        )

    def _item(self, item: Item, courses: Mapping[str, Course]) -> str:
        hint = f" <i>{escape(self.fill(item.hint))}</i>" if item.hint else ""
        when = ""
        if item.enabled_when is not None and not item.under:
            when = f' <span class="id">asked when {escape(self.patterns.said(item.enabled_when))}</span>'
        text = escape(self.fill(item.text))
        if item.is_row:
            ask = courses[item.course].ask
            words = " · ".join(word for word in (ask, f"or “{item.as_ever}”" if item.as_ever else "") if word)
            opens = f' <span class="id">{escape(words)}</span>' if words else ""
            under = ' class="under"' if item.under else ""
            return f"<li{under}>☐ {text}{hint}{opens}{when}{_id(item.id)}</li>"
        options = (*item.options, *(one for one in item.answer_options if one.exclusive))
        said = _options(
            "○" if item.type is ItemType.CHOICE else "☐", dict.fromkeys(self.fill(one.text) for one in options)
        )
        answer = {
            ItemType.AMOUNT: f"[____] {escape(self.explainer.speech.unit(item.id, item.maximum))}",
            ItemType.TEXT: "[____________]",
        }.get(item.type, said)
        return f"<li><b>{text}</b>{hint} {answer}{when}{_id(item.id)}</li>"

    # ---- sentences ----

    def _said(self, edition: Edition) -> Iterator[str]:
        for level in self.levels:
            groups = (("Summary", level.summary), ("What to do", level.advice), ("Watch for", level.safety_net))
            rows = [row for place, statements in groups for row in self._statements(place, statements)]
            rows += map(self._review, level.reviews)
            yield _titled(f"Sentences: {level.label} ({self.explainer.fill(level.time_frame)})", _table(SENTENCE, rows))
        rows = [row for one in self.protocol.considerations for row in self._consideration(one)]
        yield _titled("Sentences: what doctors also consider", _table(SENTENCE, rows))
        fixed = (edition.open_reason, edition.open_summary, edition.all_open, edition.changes_lead, edition.overdue)
        rows = [
            *self._statements("Calm", self.protocol.reassurances),
            *(
                row
                for one in self.protocol.topics
                for row in self._statements(one.title, (*one.statements, *one.steps))
            ),
            *self._statements("Start", edition.intended_use),
            *self._statements("Emergency", edition.emergency_steps),
            *self._statements("Fixed", fixed),
        ]
        yield _titled("Sentences: what speaks for calm, explanations, fixed words", _table(SENTENCE, rows))
        rows = [row for place, said in self.protocol.later.statements for row in self._statements(place, said)]
        yield _titled("Sentences: two weeks later", _table(SENTENCE, rows))

    def _review(self, review: Review) -> Row:
        days = f"{review.after_days} days{' after the onset' if review.since_onset else ''}"
        said = f"{escape(self.fill(review.text))} <i>({days})</i>{_id(review.id)}"
        when = "" if review.when is None else escape(self.patterns.said(review.when))
        return self._own(review.sources), ("Date", said, when, self._marks(review.sources))

    def _consideration(self, one: Consideration) -> Iterator[Row]:
        shown = "only when it is opened" if one.on_request else ""
        yield (
            self._own(one.sources),
            (
                f"<b>{escape(one.name)}</b>",
                escape(self.fill(one.text)) + _id(one.id),
                shown,
                self._marks(one.sources),
            ),
        )
        yield from self._statements("for raising it", one.raised_by)
        yield from self._statements("against it", one.lowered_by)
        yield from self._statements("also said", one.statements)
        yield from self._statements("said to who fears it", one.to_who_fears)

    def _statements(self, place: str, statements: Iterable[Statement]) -> Iterator[Row]:
        for one in statements:
            when = "" if one.when is None else escape(self.patterns.said(one.when))
            said = escape(self.fill(one.text)) + _id(one.id)
            yield self._own(one.sources), (escape(place), said, when, self._marks(one.sources))

    def _sentence(self, one: Statement) -> str:
        when = "" if one.when is None else f" <i>when {escape(self.patterns.said(one.when))}</i>"
        return f"{escape(self.fill(one.text))}{when} {self._marks(one.sources)}{_id(one.id)}"

    # ---- whose word it is ----

    def _own_choices(self) -> str:
        by_kind: dict[str, list[str]] = {}
        for line in self.explainer.own_choices():
            by_kind.setdefault(line.label, []).append(line.text)
        rows = "".join(
            f"<h3>{escape(label)} ({len(texts)})</h3><p>{escape(' · '.join(texts))}</p>"
            for label, texts in by_kind.items()
        )
        return _titled("What rests on our own choice alone, most urgent first", f'<div class="columns">{rows}</div>')

    def _others(self) -> Iterator[str]:
        protocol = self.protocol
        numbers = " · ".join(map(self._number, (*protocol.emergency_numbers, protocol.edition.fallback_number)))
        yield _titled("Emergency numbers", f'<p class="columns">{numbers}</p>')
        words = " · ".join(f"<b>{escape(one.term)}</b>: {escape(one.text)}" for one in protocol.terms)
        yield _titled("Words explained", f'<p class="columns">{words}</p>')
        sheet = " · ".join(
            f"<b>{escape(block.title)}</b>: {escape(', '.join(map(self.explainer.speech.brief, block.subjects)))}"
            for block in protocol.sheet_blocks
        )
        yield _titled("What stands on the doctor's sheet", f'<p class="columns">{sheet}</p>')

    def _number(self, one: EmergencyNumber) -> str:
        said = f"{escape(one.name)} <b>{escape(whom_to_ring(self.protocol, one).rstrip(','))}</b>"
        if one.advice_line:
            said += f", advice {escape(one.advice_line)}"
        said += f" {self._marks(one.sources)}"
        if one.helpline is not None:
            said += f", in despair {escape(one.helpline.number)} {self._marks(one.helpline.sources)}"
        return said

    def _sources(self) -> str:
        made = []
        for kind in SourceKind:
            rows = [source for source in self.listed if source.kind is kind]
            if rows:
                lines = "".join(
                    f"<br><b>{self.numbers[one.id]}</b> {escape(source_row(one).in_full())}"
                    f"{f' <i>{escape(how_read(one.read))}</i>' if one.read is not None else ''}"
                    for one in rows
                )
                made.append(f"<h3>{escape(KIND_WORDS[kind])} ({len(rows)})</h3><p>{lines.removeprefix('<br>')}</p>")
        return _titled("Sources by kind", f'<div class="columns sources">{"".join(made)}</div>')

    def _marks(self, source_ids: Iterable[str]) -> str:
        return ", ".join(str(number) for number in sorted(self.numbers[one] for one in source_ids))

    def _own(self, source_ids: Iterable[str]) -> bool:
        return all(self.protocol.source[one].kind is SourceKind.DECISION for one in source_ids)


def _titled(title: str, content: str) -> str:
    return f"<h2>{escape(title)}</h2>{content}"


def _table(columns: Mapping[str, int], rows: Iterable[Row]) -> str:
    """A table; rows that rest on our own choice alone are marked."""
    head = "".join(f'<th scope="col" style="width: {width}%">{escape(one)}</th>' for one, width in columns.items())
    body = ""
    for own, cells in rows:
        mark = ' class="own"' if own else ""
        body += f"<tr{mark}>{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"
    return f'<table class="review"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>'


def _id(entry_id: str) -> str:
    return f' <span class="id">{escape(entry_id)}</span>'


def _options(mark: str, texts: Iterable[str]) -> str:
    return " ".join(f"{mark} {escape(text)}" for text in texts)
