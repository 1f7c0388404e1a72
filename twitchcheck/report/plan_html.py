"""A two-week plan as one page of paper: to hang up and fill in with a pen, and, filled in, for the doctor."""

from collections.abc import Iterator
from html import escape

from twitchcheck.report.citations import Citations
from twitchcheck.report.plan_view import PHASE_WORDS, DayRow, Phase, PlanView
from twitchcheck.report.sentences import Sourced
from twitchcheck.report.sheet_html import boxed

MARK = "\N{MULTIPLICATION SIGN}"
"""What stands in a box that was ticked."""

_ONE_LINE = 28
"""Letters of a note that have room in its row."""

_FEW = 2
"""So many longer notes leave room for how it works, and for a pen."""

PLAN_STYLE = """
.days th, .days td { padding: 3px 3px 3px 6px; vertical-align: middle; }
.pen th, .pen td { padding: 4px 3px 5px 6px; vertical-align: middle; }
.phase, .none { background-color: #eeeeee; }
"""
"""How the rows of days look on paper."""


def plan_html(view: PlanView, name: str = "", born: str = "") -> str:
    """The page; what is not filled in yet is a box to tick or a line to write on. `name` and `born` are printed as
    typed, and left out where nothing was."""
    citations = Citations(view.sources)

    def cited(one: Sourced) -> str:
        mark = citations.mark(one.sources)
        return f'{escape(one.text)} <span class="source">{mark}</span>' if mark else escape(one.text)

    aim = "" if view.aim is None else f" <b>{cited(view.aim)}</b>"
    who = " \N{MIDDLE DOT} ".join(part for part in (name and f"Name {name}", born and f"Born {born}") if part)
    head = f"<p>{escape(view.kicker)}</p><h1>{escape(view.title)}</h1>" + boxed(
        (f"<p>{escape(who)}</p>" if who else "")
        + (f"<p><b>{escape(view.first)}</b></p>" if view.first else "")
        + f"<p>{escape(view.started)}{aim}</p><p>{escape(view.counted)}</p>"
    )
    long_notes = [row for row in view.rows if len(row.given.note) > _ONE_LINE]
    is_dense = view.is_over or len(long_notes) > _FEW
    # The doctor needs the days, not how to fill them in.
    how = "" if is_dense else f"<h2>How it works</h2><p>{' '.join(map(cited, view.how))}</p>"
    shows = "".join(f"<p>{line}</p>" for line in _shows(view, list(map(cited, view.outcome))))
    heading = "What they show" if view.is_over else "Good to know"
    return (
        f"{head}{how}<h2>The days</h2>{_days(view, is_dense)}{_notes(long_notes)}"
        f"<h2>{heading}</h2>{shows}<p>{cited(view.stop)}</p>"
        + (f"<p><b>{escape(view.for_doctor)}</b></p>" if view.for_doctor else "")
        + _sources(citations)
    )


def _shows(view: PlanView, outcome: list[str]) -> Iterator[str]:
    """What the days show: one verdict when the two weeks are over; a sheet that hangs on the door has none."""
    verdict, *others = outcome
    if view.is_over:
        yield f"<b>{verdict}</b> {' '.join(map(escape, view.averages))}"
    yield from others


def _notes(rows: list[DayRow]) -> str:
    """The notes that are longer than a row."""
    told = " ".join(f"<b>{escape(row.day)}:</b> {escape(row.given.note)}." for row in rows)
    return f'<p class="small">Notes. {told}</p>' if rows else ""


def _days(view: PlanView, is_dense: bool) -> str:
    """A row for each day, with a box for each word; high enough for a pen, if it is not to be dense."""
    words = "".join(f'<th scope="col" width="8%" align="center">{escape(word)}</th>' for word in view.ratings)
    head = (
        f'<tr><th scope="col" width="13%" align="left">Twitching</th>{words}'
        '<th scope="col" width="8%" align="center">Kept: yes</th><th scope="col" width="7%" align="center">no</th>'
        '<th scope="col" align="left">Note</th></tr>'
    )
    made = "".join(
        f'<tr><td class="phase" colspan="9">{escape(PHASE_WORDS[phase])}</td></tr>'
        + "".join(_day(view, row) for row in view.rows if row.phase is phase)
        for phase in Phase
    )
    style = "days" if is_dense else "pen"
    return (
        f'<table class="{style}" width="100%" cellspacing="0" border="1" '
        f'style="border-collapse: collapse; border-color: #555555;">{head}{made}</table>'
    )


def _day(view: PlanView, row: DayRow) -> str:
    rated = "".join(_box(row.rating == word) for word in view.ratings)
    kept = _box(row.kept == "yes") + _box(row.kept == "no") if row.asks_kept else '<td class="none"></td>' * 2
    note = row.given.note if len(row.given.note) <= _ONE_LINE else "see below"
    boxes = f'{rated}{kept}<td class="small">{escape(note)}</td>'
    return f'<tr><th scope="row" align="left">{escape(row.day)}</th>{boxes}</tr>'


def _box(is_ticked: bool) -> str:
    return f'<td align="center">{f"<b>{MARK}</b>" if is_ticked else ""}</td>'


def _sources(citations: Citations) -> str:
    made = " \N{MIDDLE DOT} ".join(f"[{one.number}] {escape(one.source.in_short())}" for one in citations.cited)
    return f'<p class="source"><b>Sources:</b> {made}</p>'
