"""The print-out as HTML: for paper through QTextDocument, and as a page of its own for any browser.

Everything a person typed, and every text of the content, passes through `escape`.
"""

from collections.abc import Iterable
from html import escape

from twitchcheck.report.pictures import inline_svg
from twitchcheck.report.result_view import Reason, ResultView, Sourced, StepPart, TriggerRow

TITLE = "TwitchCheck \N{EN DASH} Muscle twitch self-check"

STYLE = """
body { font-family: Inter, sans-serif; font-size: 9pt; color: #000000; }
h1 { font-size: 18pt; font-weight: 600; margin-top: 0px; margin-bottom: 3px; }
h2 { font-size: 10.5pt; font-weight: 600; margin-top: 8px; margin-bottom: 2px; }
p { margin-top: 0px; margin-bottom: 4px; }
ul, ol { margin-top: 0px; margin-bottom: 2px; }
li { margin-bottom: 1px; }
th { text-align: left; font-weight: 600; }
td, th { padding: 0px 8px 3px 0px; vertical-align: top; }
.source { color: #555555; font-size: 7pt; }
.small { font-size: 8pt; }
.side { padding: 0px 0px 0px 12px; }
.box { padding: 7px 10px 4px 10px; }
"""
"""What QTextDocument understands of CSS: margins in px only (pt count as 0), no shorthand for fonts."""


def person_html(view: ResultView) -> str:
    """The page for the person: what to do, by when, why, and what to watch for."""
    blocks = [
        _boxed(
            f"<p>{escape(view.label)} · {escape(view.time_frame)}</p><h1>{escape(view.action)}</h1>"
            + "".join(f"<p>{_sourced(one)}</p>" for one in view.summary)
        ),
        _listed("What to do", map(_sourced, view.advice)),
        _listed("Why this advice", map(_reason, view.reasons)),
        _listed("What is reassuring", map(_sourced, view.reassuring)),
        _triggers(view.triggers),
        _listed("Worth clarifying", (f"{escape(one.question)} ({escape(one.state)})" for one in view.clarify)),
        _listed("Keep an eye on it", [f"<b>{_sourced(view.review)}</b>", *map(_sourced, view.safety_net)]),
        _changes(view),
    ]
    return "".join(blocks)


def explanation_html(view: ResultView) -> str:
    """What twitches are, what doctors also consider, and every source; for the page in a browser."""
    topics = "".join(
        _listed(topic.title, map(_sourced, topic.statements)) + _steps(topic.steps) for topic in view.topics
    )
    considered = "".join(
        f"<h3>{escape(part.name)}</h3><p>{_sourced(part.text)}</p>"
        + _items(f"<b>For raising it:</b> {_sourced(one)}" for one in part.raised_by)
        + _items(f"<b>Against:</b> {_sourced(one)}" for one in part.lowered_by)
        + _items(map(_sourced, part.statements))
        for part in view.considerations
        if not part.on_request
    )
    sources = _listed(
        "Sources",
        (escape(one.in_full()) for one in view.sources),
    )
    return f"{topics}<h2>What doctors also consider</h2>{considered}{sources}"


def _boxed(content: str) -> str:
    return (
        '<table width="100%" cellspacing="0" border="1" style="border-collapse: collapse; border-color: #000000;">'
        f'<tr><td class="box">{content}</td></tr></table>'
    )


def _steps(steps: Iterable[StepPart]) -> str:
    made = "".join(
        f"<li>{inline_svg(step.picture)}<br><b>Step {number}</b> {_sourced(step.said)}</li>"
        for number, step in enumerate(steps, 1)
    )
    return f'<ol class="steps">{made}</ol>' if made else ""


def _items(lines: Iterable[str]) -> str:
    made = "".join(f"<li>{line}</li>" for line in lines)
    return f"<ul>{made}</ul>" if made else ""


def _listed(heading: str, lines: Iterable[str]) -> str:
    made = _items(lines)
    return f"<h2>{escape(heading)}</h2>{made}" if made else ""


def _sourced(one: Sourced) -> str:
    return f'{escape(one.text)} <span class="source">[{escape(", ".join(one.tags))}]</span>'


def _reason(reason: Reason) -> str:
    answers = f": {escape('; '.join(reason.answers))}" if reason.answers else ""
    return f"<b>{escape(reason.title)}</b>{answers}. {_sourced(reason.text)}"


def _triggers(triggers: Iterable[TriggerRow]) -> str:
    """The triggers with why and the first advice for each, so that the page stays one page."""
    rows = "".join(
        f'<tr><td width="24%"><b>{escape(one.name)}</b> ({one.strength})<br>{escape(one.amount)}</td>'
        f"<td>{' '.join(map(_sourced, (one.text, *one.advice[:1])))}</td></tr>"
        for one in triggers
    )
    return f'<h2>What may set it off</h2><table width="100%">{rows}</table>' if rows else ""


def _changes(view: ResultView) -> str:
    rows = "".join(
        f'<tr><td width="16%"><b>{escape(group.label)}</b></td><td>{escape("; ".join(group.phrases))}</td></tr>'
        for group in view.changes
    )
    lead = f'<p>{_sourced(view.changes_lead)}</p><table width="100%" class="small">'
    return f"<h2>What would change this advice</h2>{lead}{rows}</table>" if rows else ""
