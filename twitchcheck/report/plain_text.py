"""The same summary as plain text, for the terminal, the clipboard and a text file."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from twitchcheck.report.doctor_sheet import DENIED, DoctorSheet
from twitchcheck.report.html_document import TITLE
from twitchcheck.report.result_view import ResultView, Sourced

WIDTH = 78


def text(view: ResultView, sheet: DoctorSheet) -> str:
    """The person's part and the doctor's sheet, 78 columns wide."""
    return "\n".join((*_person(view), "", "=" * WIDTH, "", *_doctor(sheet))) + "\n"


def _person(view: ResultView) -> Iterator[str]:
    yield from (TITLE, f"{view.date} · content {view.version}", view.disclaimer, "")
    yield f"{view.label.upper()} · {view.time_frame}"
    yield from (view.action, "")
    yield from _paragraph(" ".join(one.text for one in view.summary))
    yield from _list("What to do", map(_sourced, view.advice))
    yield from _list(
        "Why this advice",
        (f"{': '.join((one.title, *_joined(one.answers)))}. {_sourced(one.text)}" for one in view.reasons),
    )
    yield from _list("What is reassuring", map(_sourced, view.reassuring))
    yield from _list(
        "What may set it off",
        (
            f"{one.name} ({one.strength}): {one.amount}. {' '.join(map(_sourced, (one.text, *one.advice)))}"
            for one in view.triggers
        ),
    )
    yield from _list("Worth clarifying", (f"{one.question} ({one.state})" for one in view.clarify))
    yield from _list("Keep an eye on it", map(_sourced, (view.review, *view.safety_net)))
    changes = (f"{group.label}: {'; '.join(group.phrases)}" for group in view.changes)
    yield from _list("What would change this advice", (_sourced(view.changes_lead), *changes) if view.changes else ())
    for topic in view.topics:
        steps = (f"Step {number}: {_sourced(step.said)}" for number, step in enumerate(topic.steps, 1))
        yield from _list(topic.title, (*map(_sourced, topic.statements), *steps))
    for part in view.considerations:
        if not part.on_request:
            lines = (
                _sourced(part.text),
                *(f"For raising it: {_sourced(one)}" for one in part.raised_by),
                *(f"Against: {_sourced(one)}" for one in part.lowered_by),
                *map(_sourced, part.statements),
            )
            yield from _list(f"What doctors also consider: {part.name}", lines)
    yield from _list(
        "Sources",
        (one.in_full() for one in view.sources),
    )


def _doctor(sheet: DoctorSheet) -> Iterator[str]:
    yield from (f"FOR THE DOCTOR · {sheet.answered_by} · {sheet.date}", "")
    yield from _paragraph(" ".join((sheet.deciding, *sheet.opening)))
    for part in sheet.parts:
        yield ""
        for row in part.rows:
            label = f"{part.title}: {row.label}" if part.title == DENIED else row.label
            yield from _paragraph(f"{label}: {row.text}", "", "    ")
    if sheet.words:
        yield ""
    for row in sheet.words:
        yield from _paragraph(f"{row.label}: {row.text}", "", "    ")
    yield from ("", f"content {sheet.version} · {sheet.disclaimer}")


def _sourced(one: Sourced) -> str:
    return f"{one.text} [{', '.join(one.tags)}]"


def _joined(answers: tuple[str, ...]) -> tuple[str, ...]:
    return ("; ".join(answers),) if answers else ()


def _paragraph(line: str, first: str = "", other: str = "") -> list[str]:
    return wrap(line, WIDTH, initial_indent=first, subsequent_indent=other, break_on_hyphens=False) or [""]


def _list(heading: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield from ("", heading, "-" * len(heading))
        for line in found:
            yield from _paragraph(line, "* ", "  ")
