"""The print-out as HTML: for paper through QTextDocument, and as a page of its own for any browser.

Everything a person typed, and every text of the content, passes through `escape`.
"""

from collections.abc import Callable, Iterable
from html import escape

from twitchcheck.report.doctor_sheet import PRESENT, DoctorSheet, SheetPart, SheetRow, sign_rows
from twitchcheck.report.emergency_view import EmergencyView
from twitchcheck.report.pictures import PAPER_WIDTH, PICTURE_STYLE, Picture, inline_svg, painted_image
from twitchcheck.report.result_view import Reason, ResultView, Sourced, StepPart, TriggerRow

TITLE = "TwitchCheck \N{EN DASH} Muscle twitch self-check"

STYLE = """
body { font-family: Inter, sans-serif; font-size: 9pt; color: #000000; }
h1 { font-size: 18pt; font-weight: 600; margin-top: 0px; margin-bottom: 3px; }
h2 { font-size: 10.5pt; font-weight: 600; margin-top: 6px; margin-bottom: 1px; }
p { margin-top: 0px; margin-bottom: 4px; }
ul, ol { margin-top: 0px; margin-bottom: 2px; }
li { margin-bottom: 1px; }
th { text-align: left; font-weight: 600; }
td, th { padding: 0px 8px 2px 0px; vertical-align: top; }
.source { color: #555555; font-size: 7pt; }
.small { font-size: 8pt; }
.beside { padding: 8px 0px 0px 0px; }
.box { padding: 7px 10px 4px 10px; }
"""
"""What QTextDocument understands of CSS: margins in px only (pt count as 0), no shorthand for fonts."""

MAX_SHORT = 34
"""The longest answer, in characters, that shares a line of the doctor's sheet with another one."""

_PAGE_STYLE = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font-size: 100%; line-height: 1.5; color: #1b2a33;
  overflow-wrap: anywhere; }
h1 { font-size: 1.8em; } h2 { font-size: 1.2em; margin-top: 1.2em; }
td, th { padding: 0.2em 0.8em 0.2em 0; }
.source, .small { font-size: 0.85em; }
table { border-collapse: collapse; width: 100%; }
.beside svg { width: 240px; }
.steps { display: flex; flex-wrap: wrap; gap: 1.5em; padding: 0; list-style: none; } .steps li { width: 10em; }
section { margin-bottom: 3em; }
@media print { section { page-break-after: always; } body { font-size: 9.5pt; } }
"""


def page(parts: Iterable[str], style: str = "") -> str:
    """A complete HTML page from the parts below, for a browser or a screen reader; `style` is CSS of its own."""
    sections = "\n".join(f"<section>{part}</section>" for part in parts)
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(TITLE)}</title>\n'
        f'<meta name="viewport" content="width=device-width">\n'
        f"<style>{STYLE}{_PAGE_STYLE}{PICTURE_STYLE}{style}</style>\n</head>\n"
        f"<body>\n{sections}\n</body>\n</html>\n"
    )


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


def doctor_html(
    sheet: DoctorSheet, name: str = "", born: str = "", draw: Callable[[Picture], str] = painted_image
) -> str:
    """The doctor's sheet; `name` and `born` are printed as typed, or as lines to fill in.

    `draw` makes HTML from its picture, for paper if nothing else is said.
    """
    line = "_" * 24
    parts = [*map(_sheet_part, sheet.parts)]
    if sheet.picture is not None:
        parts[:2] = [_beside("".join(parts[:2]), draw(sheet.picture))]
    return (
        '<table width="100%"><tr><td><h1>For the doctor</h1><p>Muscle twitching, self-reported answers</p></td>'
        f'<td align="right"><p>Name {escape(name) or line}</p>'
        f"<p>Born {escape(born) or line[:14]}</p><p>Checked on {escape(sheet.date)}</p></td></tr></table>"
        + _boxed(f"<p><b>{escape(sheet.function)}</b> {escape(sheet.summary)}</p>")
        + "".join(parts)
        + "<h2>In their own words</h2>"
        + _paired(sheet.words)
    )


def emergency_html(view: EmergencyView) -> str:
    """The page to take along when the check was interrupted."""
    steps = [f"Call <b>{escape(view.call)}</b> ({escape(view.country)}).", *map(escape, view.steps)]
    said = "".join(f"<p>“{escape(one)}”</p>" for one in view.say)
    return (
        _boxed(f"<h1>{escape(view.action)}: {escape(view.number)}</h1>")
        + f"<h2>What was ticked</h2>{_items(map(escape, view.ticked))}"
        + _items(map(escape, view.why))
        + f"<h2>What to say</h2>{said}<h2>What to do</h2><ol>{''.join(f'<li>{step}</li>' for step in steps)}</ol>"
    )


def _boxed(content: str) -> str:
    return (
        '<table width="100%" cellspacing="0" border="1" style="border-collapse: collapse; border-color: #000000;">'
        f'<tr><td class="box">{content}</td></tr></table>'
    )


def _beside(content: str, picture: str) -> str:
    return (
        f'<table width="100%" cellspacing="0"><tr><td class="beside">{content}</td>'
        f'<td class="beside" width="{PAPER_WIDTH}">{picture}<p class="small" align="center">Places, not sides</p></td>'
        "</tr></table>"
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


def _sheet_part(part: SheetPart) -> str:
    if part.signs is None:
        return f"<h2>{escape(part.title)}</h2>{_paired(part.rows)}"
    lines = (f"{escape(row.label)}: {escape(row.text)}" for row in sign_rows(part.signs))
    said = "<br>".join(f"<b>{line}</b>" if line.startswith(PRESENT) else line for line in lines)
    title = f'<th width="18%" align="left">{escape(part.title)}</th>'
    return f'<table width="100%" cellspacing="0"><tr>{title}<td class="small">{said}</td></tr></table>'


def _paired(rows: Iterable[SheetRow]) -> str:
    """Two short rows side by side; a long one takes the whole width."""
    lines: list[str] = []
    waiting = ""
    for row in rows:
        if len(row.text) > MAX_SHORT:
            lines += [waiting, _cells(row, ' colspan="3"')]
            waiting = ""
        elif waiting:
            lines.append(waiting + _cells(row))
            waiting = ""
        else:
            waiting = _cells(row, ' width="32%"')
    made = "".join(f"<tr>{line}</tr>" for line in (*lines, waiting) if line)
    return f'<table width="100%" cellspacing="0">{made}</table>'


def _cells(row: SheetRow, text: str = "") -> str:
    said = escape(row.text).replace("\n", "<br>")
    return f'<th width="18%" align="left">{escape(row.label)}</th><td{text}>{said}</td>'
