"""The page to take along when the check was interrupted: whom to ring, what to say, and what the crew needs to know."""

from collections.abc import Iterable
from html import escape

from twitchcheck.report.emergency_view import EmergencyView
from twitchcheck.report.sheet_html import LINE, boxed

LONG_LINE = "_" * 52
BEGAN = f"Began on {LINE[:12]} at {LINE[:10]}"
"""Minutes count for the treatment, and nobody asked for them before."""


def emergency_html(view: EmergencyView) -> str:
    """The page; what the person has not answered is a line to fill in, and nothing is denied for them."""
    steps = [f"Call <b>{escape(view.call)}</b> ({escape(view.country)}).", *map(escape, view.steps)]
    said = "".join(f"<p>“{escape(one)}”</p>" for one in view.say)
    why = (
        f'{escape(one)} <span class="source">{escape(mark)}</span>'
        for one, mark in zip(view.why, view.marks, strict=True)
    )
    signs = ((f"Sign {number}", f"<b>{escape(one)}</b><br>{BEGAN}") for number, one in enumerate(view.ticked, 1))
    asked = ((row.label, escape(row.text) or LONG_LINE) for row in view.crew)
    to_write = (("Allergies", LONG_LINE), ("Ate or drank last", LONG_LINE))
    return (
        boxed(f"<h1>{escape(view.action)}: {escape(view.number)}</h1><p>{escape(view.date)}</p>")
        + f"<h2>What to do</h2><ol>{''.join(f'<li>{step}</li>' for step in steps)}</ol>"
        + f"<h2>What to say</h2>{said}"
        + f"<h2>For the crew</h2>{_rows((*signs, *asked, *to_write))}"
        + f"<h2>Why</h2><ul>{''.join(f'<li>{one}</li>' for one in why)}</ul>"
        + '<p class="source">'
        + " · ".join(f"[{one.number}] {escape(one.source.in_short())}" for one in view.sources)
        + "</p>"
    )


def _rows(rows: Iterable[tuple[str, str]]) -> str:
    """Rows of a label and of HTML."""
    made = "".join(
        f'<tr><th scope="row" width="24%" align="left">{escape(label)}</th><td>{content}</td></tr>'
        for label, content in rows
    )
    return f'<table width="100%">{made}</table>'
