"""The drawn figures in a print-out: whole in a page for a browser, by name where the pages are painted."""

from html import escape

from msgspec import Struct

from twitchcheck.resource_files import figure_file

PAPER_WIDTH = 150
"""Pixels, of which paper has 96 to an inch: small enough to stand beside the first answers of the doctor's sheet."""

STEP_WIDTH = 96
"""Pixels of a drawn step, of which four stand side by side on the person's page."""

ALL_OVER, PLACE, LID = "#8a8a8a", "#333333", "#a0a0a0"
"""The greys of what is marked: a place of its own darker than what is marked all over. A lid as dark as a place would
look like a black eye, so it is lighter and has the dark line around it."""

LIDS = ("eyelid",)
"""The parts that are marked as lids are."""

PICTURE_STYLE = f"""
[data-marked] path {{ fill: {ALL_OVER}; }}
g [data-marked] path {{ fill: {PLACE}; }}
[data-marked] .line path {{ fill: none; stroke: #ffffff; }}
g #{LIDS[0]}[data-marked] path {{ fill: {LID}; stroke: {PLACE}; }}
g #{LIDS[0]}[data-marked] .line path {{ fill: none; stroke: {PLACE}; }}
"""
"""How marked parts look in a browser."""


class Picture(Struct, frozen=True):
    """A figure by name, the parts of it that are marked, and in words what it shows."""

    figure: str
    shows: str
    marked: tuple[str, ...] = ()


def inline_svg(picture: Picture) -> str:
    """The figure itself, for a page that any browser can show."""
    svg = figure_file(picture.figure).read_text(encoding="utf-8")
    for part in picture.marked:
        svg = svg.replace(f'<g id="{part}"', f'<g id="{part}" data-marked="yes"')
    title = f"<title>{escape(picture.shows)}</title>"
    head, _, drawing = svg.partition(">")
    return f'{head} role="img">{title}{drawing}'


def painted_image(picture: Picture) -> str:
    """An image whose source names the figure and its marked parts, for a painter (see `named`)."""
    source = " ".join((picture.figure, *picture.marked))
    width = PAPER_WIDTH if picture.marked else STEP_WIDTH
    return f'<img src="{escape(source)}" width="{width}" alt="{escape(picture.shows)}">'


def named(source: str) -> tuple[str, frozenset[str]]:
    """The figure and the marked parts that the source of a painted image names."""
    figure, *marked = source.split(" ")
    return figure, frozenset(marked)
