"""The matrix of signs and times made from the content: for each sign the least urgent level by since when, with its
sources as numbers, fit for two pages of paper."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape

from msgspec import Struct

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import AS_EVER, UNKNOWN, AnswerOption, Cell, Item, Role
from twitchcheck.questionnaire.wording import worded
from twitchcheck.rules.protocol import SourceKind, TriageProtocol

LETTERS = {
    Disposition.SELF_CARE: "\N{EN DASH}",
    Disposition.ROUTINE: "R",
    Disposition.SOON: "N",
    Disposition.SAME_DAY: "D",
    Disposition.EMERGENCY: "E",
}
"""How a level is written in a cell; "soon" is N, as in now or in the next days."""

KNOWN = "Known, as ever"

OWN_CHOICE = "*"
"""Marks a cell that no published source carries."""

STYLE = """
.matrix { font-size: 0.85em; line-height: 1.2; }
.matrix td, .matrix th { padding: 1px 4px; border: 1px solid #b9c4c9; font-weight: normal; }
.matrix td { text-align: center; white-space: nowrap; }
.matrix .sign { text-align: left; width: 40%; }
.matrix .under { padding-left: 1.4em; }
.matrix .page, .matrix thead th { background: #e8eef0; font-weight: 600; text-align: left; }
.matrix .own { background: #fff3d6; }
@page { margin: 12mm; }
@media print {
  body { max-width: none; margin: 0; }
  .matrix { font-size: 7.5pt; }
  .matrix tr { page-break-inside: avoid; }
}
"""
"""How the table looks; on paper it takes the whole width, since it is to fit two pages."""


class MatrixCell(Struct, frozen=True):
    """A level with the ids of its sources, over `width` columns; `own` when it rests on the makers' choice alone."""

    level: Disposition
    sources: tuple[str, ...] = ()
    own: bool = False
    width: int = 1
    offered: bool = True


NOT_OFFERED = MatrixCell(Disposition.SELF_CARE, offered=False)
"""Stands where a row does not have the time of a column."""


class MatrixRow(Struct, frozen=True):
    """A sign with its cells; `under` is the sign that it refines."""

    item_id: str
    name: str
    under: str
    cells: tuple[MatrixCell, ...]


class MatrixPart(Struct, frozen=True):
    """The signs of one page."""

    title: str
    rows: tuple[MatrixRow, ...]


class SignMatrix(Struct, frozen=True):
    """The parts, and the words for their columns."""

    columns: tuple[str, ...]
    parts: tuple[MatrixPart, ...]


def sign_matrix(protocol: TriageProtocol) -> SignMatrix:
    """Every sign that is asked as a row, and every other row that carries a level."""
    questionnaire, words = protocol.questionnaire, next(iter(protocol.edition.person.values()))
    pages = [(page, [item for item in page.items if _belongs(item)]) for page in questionnaire.pages()]
    columns = _columns(item for _, items in pages for item in items)
    parts = tuple(
        MatrixPart(
            worded(page.heading, words),
            tuple(
                MatrixRow(item.id, worded(item.text, words), item.under, tuple(_cells(protocol, item, list(columns))))
                for item in items
            ),
        )
        for page, items in pages
        if items
    )
    return SignMatrix(tuple(columns.values()), parts)


def html(matrix: SignMatrix, numbers: Mapping[str, int]) -> str:
    """The matrix as a table with its legend; `numbers` are those of the sources by id."""
    head = "".join(f'<th scope="col">{escape(column)}</th>' for column in matrix.columns)
    body = "".join(_part_html(part, numbers, len(matrix.columns)) for part in matrix.parts)
    levels = " · ".join(f"<b>{letter}</b> {level.replace('_', ' ')}" for level, letter in LETTERS.items())
    return (
        "<h2>Signs and their times: the least urgent level</h2>"
        f'<p class="small">{levels}. Numbers are sources; {OWN_CHOICE} is our own choice: no published source carries '
        "this cell. Events are dated by their last time. Not sure since when counts as the most urgent time of the "
        'row, "a doctor knows it, and it is as ever" as no level, unless a column says another. Nothing outside its '
        "row lowers a cell; combinations raise it.</p>"
        f'<table class="matrix"><thead><tr><th scope="col" class="sign">Sign</th>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table>"
    )


def _belongs(item: Item) -> bool:
    return item.is_row and (bool(item.cells) or item.role in (Role.WARNING, Role.SYMPTOM))


def _times(item: Item) -> list[AnswerOption]:
    """The times of a row. "As ever" is one only where it has a level of its own."""
    levelled = {time for cell in item.cells for time in cell.times}
    return [one for one in item.steps if one.id != UNKNOWN and (one.id != AS_EVER or AS_EVER in levelled)]


def _columns(items: Iterable[Item]) -> dict[str, str]:
    """The words of every time by its id, in the order of the courses. A row with one answer needs no column."""
    found: dict[str, str] = {}
    for item in items:
        times = _times(item)
        for one in times if len(times) > 1 else ():
            found.setdefault(one.id, KNOWN if one.id == AS_EVER else one.text)
    return found


def _cells(protocol: TriageProtocol, item: Item, columns: Sequence[str]) -> Iterator[MatrixCell]:
    levels = {time: cell for cell in item.cells for time in cell.times}
    times = [one.id for one in _times(item)]
    if len(times) == 1:
        yield _cell(protocol, levels.get(times[0]), len(columns))
        return
    for column in columns:
        yield _cell(protocol, levels.get(column)) if column in times else NOT_OFFERED


def _cell(protocol: TriageProtocol, cell: Cell | None, width: int = 1) -> MatrixCell:
    if cell is None:
        return MatrixCell(Disposition.SELF_CARE, width=width)
    own = all(protocol.source[source_id].kind is SourceKind.DECISION for source_id in cell.sources)
    return MatrixCell(cell.level, cell.sources, own, width)


def _part_html(part: MatrixPart, numbers: Mapping[str, int], columns: int) -> str:
    rows = "".join(_row_html(row, numbers) for row in part.rows)
    return f'<tr><th class="page" colspan="{columns + 1}" scope="colgroup">{escape(part.title)}</th></tr>{rows}'


def _row_html(row: MatrixRow, numbers: Mapping[str, int]) -> str:
    cells = "".join(_cell_html(cell, numbers) for cell in row.cells)
    under = " under" if row.under else ""
    return f'<tr><th scope="row" class="sign{under}">{escape(row.name)}</th>{cells}</tr>'


def _cell_html(cell: MatrixCell, numbers: Mapping[str, int]) -> str:
    span = f' colspan="{cell.width}"' if cell.width > 1 else ""
    if not cell.offered:
        return "<td></td>"
    mark = OWN_CHOICE if cell.own else ""
    marks = ",".join(str(number) for number in sorted(numbers[source_id] for source_id in cell.sources))
    named = f"<sup>{marks}</sup>" if marks else ""
    style = ' class="own"' if cell.own else ""
    return f"<td{span}{style}>{LETTERS[cell.level]}{mark}{named}</td>"
