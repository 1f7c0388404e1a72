"""A two-week plan as plain text, for the clipboard and a text file."""

from collections.abc import Iterator

from twitchcheck.report.citations import Citations
from twitchcheck.report.html_document import TITLE
from twitchcheck.report.plain_text import listed, packed, paragraph
from twitchcheck.report.plan_view import PHASE_WORDS, Phase, PlanView
from twitchcheck.report.sentences import Sourced


def plan_text(view: PlanView) -> str:
    """The plan, 78 columns wide, with the sources that it cites at its end."""
    citations = Citations(view.sources)
    lines = [*_lines(view, citations), ""]
    return "\n".join((*lines, *packed(f"[{one.number}] {one.source.in_short()}" for one in citations.cited))) + "\n"


def _lines(view: PlanView, citations: Citations) -> Iterator[str]:
    def cited(one: Sourced) -> str:
        return f"{one.text} {citations.mark(one.sources)}".rstrip()

    yield from (TITLE, *paragraph(f"{view.date} \N{MIDDLE DOT} {view.disclaimer}"), "")
    yield from paragraph(f"{view.kicker}: {view.title}")
    if view.first:
        yield from paragraph(view.first)
    aim = "" if view.aim is None else cited(view.aim)
    yield from paragraph(" ".join(part for part in (view.started, aim, view.counted) if part))
    for phase in Phase:
        yield from listed(PHASE_WORDS[phase], (row.in_a_line for row in view.rows if row.phase is phase))
    yield from listed("What the days show", (*map(cited, view.outcome), *view.averages))
    yield from listed("Around it", (*map(cited, view.how), cited(view.stop)))
    if view.for_doctor:
        yield from ("", *paragraph(view.for_doctor))
    yield f"content {view.version}"
