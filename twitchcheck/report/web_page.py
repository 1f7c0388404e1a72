"""A page of its own for any browser and screen reader: one file with its language, landmarks, style and print style."""

import re
from collections.abc import Iterable
from html import escape

from twitchcheck.report.doctor_sheet import DoctorSheet
from twitchcheck.report.emergency_html import emergency_html
from twitchcheck.report.emergency_view import EmergencyView
from twitchcheck.report.html_document import STYLE, TITLE, explanation_html, person_html
from twitchcheck.report.pictures import PICTURE_STYLE, inline_svg
from twitchcheck.report.plan_html import plan_html
from twitchcheck.report.plan_view import PlanView
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sheet_html import doctor_html

_TAG = re.compile(r"<(?:table|tr|td|th|p)\b[^>]*>")
_FOR_PAPER = re.compile(r' (?:width|align|cellspacing|border)="[^"]*"')
"""What QTextDocument needs to lay out a table, and HTML leaves to the style."""

_PAGE_STYLE = """
body { max-width: 46em; margin: 2em auto; padding: 0 1em; font-size: 100%; line-height: 1.5; color: #1b2a33;
  background: #ffffff; overflow-wrap: break-word; }
h1 { font-size: 1.8em; } h2 { font-size: 1.2em; margin-top: 1.2em; } h3 { font-size: 1em; }
p, li { margin-bottom: 0.4em; }
td, th { padding: 0.2em 0.8em 0.2em 0; }
th { width: 9em; } .box { border: 1px solid #1b2a33; padding: 0.6em 1em; }
a { color: #0b5a7a; }
.source, .small { font-size: 0.85em; }
table { border-collapse: collapse; width: 100%; }
.side { width: 15em; } .side svg { width: 100%; height: auto; } .side p { text-align: left; }
.steps { display: flex; flex-wrap: wrap; gap: 1.5em; padding: 0; list-style: none; } .steps li { width: 10em; }
main section { margin-bottom: 3em; }
header p, footer p { font-size: 0.85em; color: #46535b; }
@media screen and (max-width: 40em) { [role=presentation] td { display: block; width: auto; padding: 0.4em; } }
@page { margin: 12mm; }
@media print {
  main section { page-break-after: always; } main section:last-child { page-break-after: auto; }
  body { font-size: 9.5pt; line-height: 1.25; margin: 0; max-width: none; padding: 0; }
  h2 { margin-top: 0.8em; }
  h1, h2, h3 { page-break-after: avoid; }
}
"""

_DAYS_STYLE = """
.days th, .days td, .pen th, .pen td { border: 1px solid #46535b; padding: 0.2em 0.4em; width: auto; }
.phase, .none { background: #eeeeee; }
"""


def page(parts: Iterable[str], style: str = "", title: str = TITLE, foot: str = "") -> str:
    """A complete HTML page from the parts, the first of which has the page's h1; `style` is CSS of its own."""
    sections = "\n".join(f"<section>{part}</section>" for part in parts if part)
    footer = f"<footer><p>{escape(foot)}</p></footer>\n" if foot else ""
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{escape(title)}</title>\n'
        f'<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<style>{STYLE}{_PAGE_STYLE}{PICTURE_STYLE}{style}</style>\n</head>\n"
        f"<body>\n<header><p>{escape(TITLE)}</p></header>\n<main>\n{sections}\n</main>\n{footer}</body>\n</html>\n"
    )


def result_page(view: ResultView, sheet: DoctorSheet, name: str = "", born: str = "") -> str:
    """The result, the doctor's sheet and the explanations as one page."""
    parts = (
        person_html(view, draw=inline_svg),
        doctor_html(sheet, name, born, draw=inline_svg),
        explanation_html(view),
    )
    return page(map(_for_browser, parts), foot=_foot(sheet))


def emergency_page(view: EmergencyView, sheet: DoctorSheet) -> str:
    """What to do at once and what the crew needs, then the doctor's sheet, as one page."""
    parts = emergency_html(view), doctor_html(sheet, draw=inline_svg)
    return page(map(_for_browser, parts), foot=_foot(sheet))


def plan_page(view: PlanView, name: str = "", born: str = "") -> str:
    """A two-week plan as one page."""
    part = _for_browser(plan_html(view, name, born))
    return page((part,), style=_DAYS_STYLE, foot=f"Content {view.version}. {view.disclaimer}")


def _foot(sheet: DoctorSheet) -> str:
    return f"Content {sheet.version}. {sheet.disclaimer}"


def _for_browser(part: str) -> str:
    """A part without what only paper needs: all text is escaped, so that no quotation mark of it looks like a tag's."""
    return _TAG.sub(lambda tag: _FOR_PAPER.sub("", tag[0]), part)
