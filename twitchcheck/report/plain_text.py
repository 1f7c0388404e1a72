"""The same summary as plain text, for the terminal, the clipboard and a text file: one page for the person, one for the
doctor, then the sources that they cite."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from msgspec.structs import replace

from twitchcheck.report.citations import Citations
from twitchcheck.report.doctor_sheet import DENIED, DoctorSheet
from twitchcheck.report.html_document import TITLE
from twitchcheck.report.reasons import Reasons
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sentences import Sourced

WIDTH = 78

PERSON_LINES, ALL_LINES = 60, 110
"""The most lines of the person's part, and of everything."""

NAMED = 5
"""How many of the reasons that take a line each are named."""


def text(view: ResultView, sheet: DoctorSheet) -> str:
    """The person's part, the doctor's sheet and the cited sources, 78 columns wide. Where that gets too long, what can
    be spared best is left to the page itself."""
    doctor = ["=" * WIDTH, *_doctor(sheet), "=" * WIDTH]
    for shorter, dense in _shorter(view):
        citations = Citations(view.sources)
        person = [line for line in _person(shorter, citations) if line or not dense]
        sources = packed(f"[{one.number}] {one.source.in_short()}" for one in citations.cited)
        if len(person) <= PERSON_LINES and len(person) + len(doctor) + len(sources) <= ALL_LINES:
            break
    return "\n".join((*person, *doctor, *sources)) + "\n"


def _shorter(view: ResultView) -> Iterator[tuple[ResultView, bool]]:
    """The result, and whether to leave out the empty lines; then without what speaks for calm, without the steps of a
    twitch, and without the open questions."""
    yield view, False
    yield view, True
    view = replace(view, reassuring=())
    yield view, True
    in_sight = tuple(replace(topic, steps=()) for topic in view.topics.in_sight)
    view = replace(view, topics=replace(view.topics, in_sight=in_sight))
    yield view, True
    yield replace(view, open=replace(view.open, first=(), others=())), True


def _person(view: ResultView, citations: Citations) -> Iterator[str]:
    """The parts in the order of reading. What is cited is numbered as it is said."""

    def cited(one: Sourced) -> str:
        return f"{one.text} {citations.mark(one.sources)}".rstrip()

    yield from (
        TITLE,
        *paragraph(f"{view.date} · {view.disclaimer}"),
        "",
        *paragraph(f"{view.label.upper()} · {view.action}"),
        *paragraph(" ".join((view.time_frame, *map(cited, view.summary)))),
    )
    if view.since is not None:
        rows = (f"{name}: {words}" for name, words in view.since.rows)
        yield from listed(view.since.title, (*rows, *map(cited, view.since.brake)))
    yield from listed("What to do", map(cited, view.advice))
    if view.is_urgent:
        yield from listed(view.watch_title, map(cited, (view.review, *view.safety_net)))
    yield from listed("Why", (*_reasons(view.reasons, citations), *map(cited, view.reassuring)))
    yield from listed("What may set it off", _triggers(view, citations))
    if not view.is_urgent:
        yield from listed(view.watch_title, map(cited, (view.review, *view.safety_net)))
    yield from listed("Open questions", _open(view))
    for part in view.feared:
        yield from listed(
            f"{view.feared_title}: {part.name}",
            (
                cited(part.said),
                *(f"For raising it: {cited(one)}" for one in part.raised_by),
                *(f"Against: {cited(one)}" for one in part.lowered_by),
            ),
        )
    for topic in view.topics.in_sight:
        steps = (f"{number}. {step.said.text}" for number, step in enumerate(topic.steps, 1))
        yield from ("", topic.title, *paragraph(" ".join((*map(cited, topic.statements), *steps))))


def _reasons(reasons: Reasons, citations: Citations) -> Iterator[str]:
    for one in reasons.in_full:
        yield f"{one.in_a_line()}. {one.text.text} {citations.mark(one.text.sources)}"
    named, more = reasons.others[:NAMED], len(reasons.others) - NAMED
    if named:
        yield f"Also: {'; '.join((*named, f'and {more} more') if more > 0 else named)}"


def _triggers(view: ResultView, citations: Citations) -> Iterator[str]:
    """The triggers with their amounts, and the one change worth trying first."""
    if view.triggers:
        yield "; ".join(f"{one.name} ({one.strength}): {one.amount}" for one in view.triggers) + "."
        change = view.triggers[0].change
        if change is not None:
            yield f"Worth trying first: {change.text} {citations.mark(change.sources)}"


def _open(view: ResultView) -> Iterator[str]:
    """The open questions that could change the advice, and how many there are besides."""
    if not view.open.all_open:
        yield from (f"{one.question} ({one.state})" for one in view.open.first)
        if view.open.others:
            yield f"{len(view.open.others)} more on the page."


def _doctor(sheet: DoctorSheet) -> Iterator[str]:
    yield f"FOR THE DOCTOR · {sheet.answered_by} · {sheet.date}"
    yield from paragraph(" ".join((sheet.deciding, *sheet.opening)))
    for part in sheet.parts:
        for row in part.rows:
            label = f"{part.title}: {row.label}" if part.title == DENIED else row.label
            yield from paragraph(f"{label}: {row.text}", "", "    ")
    for row in sheet.words:
        yield from paragraph(f"{row.label}: {row.text}", "", "    ")
    yield f"content {sheet.version} · {sheet.disclaimer}"


def packed(entries: Iterable[str]) -> list[str]:
    """Short entries side by side, as many as a line holds; an address is never broken."""
    lines: list[str] = []
    for entry in entries:
        if lines and len(lines[-1]) + len(entry) + 2 <= WIDTH:
            lines[-1] += f"  {entry}"
        else:
            lines.append(entry)
    return lines


def paragraph(line: str, first: str = "", other: str = "") -> list[str]:
    """A text in lines, with what stands before the first one and before the others."""
    made = wrap(line, WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False)
    return made or [""]


def listed(heading: str, lines: Iterable[str]) -> list[str]:
    """A heading with its lines; nothing where there are none."""
    found = [made for line in lines for made in paragraph(line, "* ", "  ")]
    return ["", heading, *found] if found else []
