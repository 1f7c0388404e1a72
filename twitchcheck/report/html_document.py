"""The person's part as HTML: for paper through QTextDocument, and for a page in any browser.

Everything a person typed, and every text of the content, passes through `escape`.
"""

from collections.abc import Callable, Iterable, Iterator
from html import escape

from twitchcheck.report.citations import Citations
from twitchcheck.report.explained_topics import TopicPart
from twitchcheck.report.fears import FearPart
from twitchcheck.report.open_questions import OpenQuestions
from twitchcheck.report.pictures import Picture, painted_image
from twitchcheck.report.reasons import Reasons
from twitchcheck.report.result_view import ResultView
from twitchcheck.report.sentences import Sourced
from twitchcheck.report.sheet_html import boxed
from twitchcheck.report.since_view import SinceView

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


def person_html(view: ResultView, draw: Callable[[Picture], str] = painted_image) -> str:
    """The page for the person: what the screen shows unfolded, with its numbered sources at the foot.

    `draw` makes HTML from the pictures of the steps, for paper if nothing else is said.
    """
    citations = Citations(view.sources)

    def cited(one: Sourced) -> str:
        return _cited(one, citations)

    def watch() -> str:
        return _listed(view.watch_title, [f"<b>{cited(view.review)}</b>", *map(cited, view.safety_net)])

    # One after the other, since the sources get their numbers as they are cited.
    return "".join(
        (
            boxed(
                f"<p>{escape(view.label)}</p><h1>{escape(view.action)}</h1>"
                f"<p><b>{escape(view.time_frame)}</b> {' '.join(map(cited, view.summary))}</p>"
            ),
            _since(view.since, cited),
            _listed("What to do", map(cited, view.advice)),
            watch() if view.is_urgent else "",
            _listed("Why", (*_reasons(view.reasons, citations), *map(cited, view.reassuring))),
            _triggers(view, citations),
            "" if view.is_urgent else watch(),
            "" if view.open.all_open else _listed("Open questions", _open(view.open)),
            *(_fear(view.feared_title, part, citations) for part in view.feared),
            *(_topic_in_sight(topic, citations, draw) for topic in view.topics.in_sight),
            _sources(citations),
        )
    )


def _since(view: SinceView | None, cited: Callable[[Sourced], str]) -> str:
    """What has changed since the check before."""
    if view is None:
        return ""
    rows = [f"<b>{escape(name)}:</b> {escape(words)}" for name, words in view.rows]
    return _listed(view.title, (*rows, *map(cited, view.brake)))


def explanation_html(view: ResultView) -> str:
    """What waits to be opened on the screen, with its numbered sources; for the page in a browser."""
    citations = Citations(view.sources)

    def cited(one: Sourced) -> str:
        return _cited(one, citations)

    changes = _changes(view, citations)
    told = "".join(_listed(topic.title, map(cited, topic.statements)) for topic in view.topics.others)
    considered = "".join(
        f"<h3>{escape(part.name)}</h3><p>{cited(part.text)}</p>"
        + _items(f"<b>For raising it:</b> {cited(one)}" for one in part.raised_by)
        + _items(f"<b>Against:</b> {cited(one)}" for one in part.lowered_by)
        + _items(map(cited, part.statements))
        for part in view.considerations
        if not part.on_request
    )
    heading = "<h2>What doctors also consider</h2>" if considered else ""
    return f"{changes}{told}{heading}{considered}{_sources(citations)}"


def _topic_in_sight(topic: TopicPart, citations: Citations, draw: Callable[[Picture], str]) -> str:
    """An explanation, its steps side by side below it."""
    said = " ".join(_cited(one, citations) for one in topic.statements)
    made = "".join(
        f'<td width="25%" align="center">{draw(step.picture)}<br><b>{number}.</b> {_cited(step.said, citations)}</td>'
        for number, step in enumerate(topic.steps, 1)
    )
    steps = f'<table width="100%" role="presentation" class="small"><tr>{made}</tr></table>' if made else ""
    return f"<h2>{escape(topic.title)}</h2><p>{said}</p>{steps}"


def _items(lines: Iterable[str]) -> str:
    made = "".join(f"<li>{line}</li>" for line in lines)
    return f"<ul>{made}</ul>" if made else ""


def _listed(heading: str, lines: Iterable[str]) -> str:
    made = _items(lines)
    return f"<h2>{escape(heading)}</h2>{made}" if made else ""


def _cited(one: Sourced, citations: Citations) -> str:
    mark = citations.mark(one.sources)
    return f'{escape(one.text)} <span class="source">{mark}</span>' if mark else escape(one.text)


def _sources(citations: Citations) -> str:
    """The sources that have been cited, by number, in as little room as they can be read in."""
    made = " · ".join(f"[{one.number}] {escape(one.source.in_short())}" for one in citations.cited)
    return f'<p class="source"><b>Sources:</b> {made}</p>' if made else ""


def _reasons(reasons: Reasons, citations: Citations) -> Iterator[str]:
    for one in reasons.in_full:
        answers = f": {escape('; '.join(one.answers))}" if one.answers else ""
        yield f"<b>{escape(one.title)}</b>{answers}. {_cited(one.text, citations)}"
    yield from map(escape, reasons.others)


def _triggers(view: ResultView, citations: Citations) -> str:
    """The balance in numbers, the triggers with their amounts, the one change worth trying first, and the two-week
    plan."""
    if not view.triggers:
        return ""
    rows = "".join(
        f'<tr><th scope="row" align="left">{escape(one.name)}</th><td>{escape(one.amount)}</td>'
        f"<td>{one.strength}</td></tr>"
        for one in view.triggers
    )
    change = view.triggers[0].change
    first = f"<p><b>Worth trying first:</b> {_cited(change, citations)}</p>" if change is not None else ""
    plan = f"<p><b>Two-week plan:</b> {_cited(view.plan, citations)}</p>" if view.plan is not None else ""
    return (
        f"<h2>What may set it off</h2><p>{escape(balance(view.reasons.number, len(view.triggers)))}</p>"
        f'<table width="100%">{rows}</table>{first}{plan}'
    )


def balance(signs: int, triggers: int) -> str:
    """Signs for a doctor and everyday triggers in numbers."""
    return (
        f"{signs} {'sign' if signs == 1 else 'signs'} for a doctor, "
        f"{triggers} {'everyday trigger' if triggers == 1 else 'everyday triggers'}. "
        "Triggers never cancel a sign: the advice follows the signs."
    )


def _open(questions: OpenQuestions) -> Iterator[str]:
    yield from (f"{escape(one.question)} ({escape(one.state)})" for one in questions.first)
    if questions.others:
        yield f"{len(questions.others)} more are open."


def _fear(title: str, part: FearPart, citations: Citations) -> str:
    return (
        f"<h2>{escape(title)}: {escape(part.name)}</h2><p>{_cited(part.said, citations)}</p>"
        + _items(f"<b>For raising it:</b> {_cited(one, citations)}" for one in part.raised_by)
        + _items(f"<b>Against:</b> {_cited(one, citations)}" for one in part.lowered_by)
    )


def _changes(view: ResultView, citations: Citations) -> str:
    rows = "".join(
        f'<tr><th scope="row" width="16%" align="left">{escape(group.label)}</th>'
        f"<td>{escape('; '.join(group.phrases))}</td></tr>"
        for group in view.changes
    )
    if not rows:
        return ""
    lead = f'<p>{_cited(view.changes_lead, citations)}</p><table width="100%" class="small">'
    return f"<h2>What would change this advice</h2>{lead}{rows}</table>"
