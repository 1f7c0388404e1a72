"""The doctor's sheet as HTML, for paper through QTextDocument and for a page in any browser."""

from collections.abc import Callable, Iterable
from html import escape

from twitchcheck.report.doctor_sheet import DENIED, DoctorSheet, SheetPart, SheetRow
from twitchcheck.report.pictures import Picture, painted_image

LINE = "_" * 24
"""Where something is to be written by hand."""

SIDE = 196
"""Pixels of paper for the column with name, date and figure."""


def doctor_html(
    sheet: DoctorSheet, name: str = "", born: str = "", draw: Callable[[Picture], str] = painted_image
) -> str:
    """The sheet; `name` and `born` are printed as typed, or as lines to fill in.

    `draw` makes HTML from its picture, for paper if nothing else is said.
    """
    by = f" {LINE}" if sheet.by_another else ""
    opening = " ".join(map(escape, sheet.opening))
    head = f"<h1>For the doctor</h1><p>Muscle twitching, {escape(sheet.answered_by)}{by}</p>" + boxed(
        f"<p><b>{escape(sheet.deciding)}</b></p><p>{opening}</p>"
    )
    side = f"<p>Name {escape(name) or LINE}</p><p>Born {escape(born) or LINE[:14]}</p><p>{escape(sheet.date)}</p>"
    if sheet.picture is not None:
        side += f'<p align="center">{draw(sheet.picture)}</p><p class="small" align="center">Places, not sides</p>'
    first, *others = map(_part, sheet.parts)
    return (
        f'<table width="100%" cellspacing="0" role="presentation"><tr><td>{head}{first}</td>'
        f'<td class="side" width="{SIDE}">{side}</td></tr></table>'
        + "".join(others)
        + (f"<h2>In their own words</h2>{_rows(sheet.words)}" if sheet.words else "")
    )


def boxed(content: str) -> str:
    """Something with a line around it."""
    return (
        '<table width="100%" cellspacing="0" border="1" role="presentation" '
        'style="border-collapse: collapse; border-color: #000000;">'
        f'<tr><td class="box">{content}</td></tr></table>'
    )


def _part(part: SheetPart) -> str:
    """Rows below their heading; what was denied flows on, since it is to be read over."""
    if part.title != DENIED:
        return f"<h2>{escape(part.title)}</h2>{_rows(part.rows)}"
    flowing = ". ".join(f"<b>{escape(row.label)}:</b> {escape(row.text)}" for row in part.rows)
    return f'<h2>{escape(part.title)}</h2><p class="small">{flowing}.</p>'


def _rows(rows: Iterable[SheetRow]) -> str:
    made = "".join(
        f'<tr><th scope="row" width="22%" align="left">{escape(row.label)}</th>'
        f"<td>{escape(row.text).replace(chr(10), '<br>')}</td></tr>"
        for row in rows
    )
    return f'<table width="100%">{made}</table>'
