"""The matrix of signs and times: every level of every row with its sources, made from the content alone."""

from msgspec.structs import replace

from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import AS_EVER, Cell, Item
from twitchcheck.report import sign_matrix
from twitchcheck.report.sign_matrix import LETTERS, MatrixRow
from twitchcheck.rules.protocol import TriageProtocol


def row(protocol: TriageProtocol, item_id: str) -> MatrixRow:
    parts = sign_matrix.sign_matrix(protocol).parts
    (found,) = [row for part in parts for row in part.rows if row.item_id == item_id]
    return found


def letters(found: MatrixRow) -> str:
    said = " ".join(LETTERS[cell.level] + "*" * cell.own if cell.offered else "." for cell in found.cells)
    return said.replace("\N{EN DASH}", "-")


def test_each_time_has_its_level_and_what_is_not_offered_is_empty(small: TriageProtocol) -> None:
    matrix = sign_matrix.sign_matrix(small)
    assert matrix.columns == ("Today or yesterday", "Some days", "Some weeks", "It has gone again")
    assert [part.title for part in matrix.parts] == ["Face and speech", "Strength, balance, walking"]
    assert letters(row(small, "slurred")) == "E D N* D"
    assert letters(row(small, "lid")) == "D D - ."
    assert letters(row(small, "hoarse")) == "- - R -"
    assert letters(row(small, "fit")) == "E . - ."


def test_a_row_without_times_has_one_cell_over_all_columns(small: TriageProtocol) -> None:
    pupil = row(small, "pupil")
    assert (letters(pupil), pupil.cells[0].width, pupil.under) == ("E", 4, "lid")
    assert letters(row(small, "cramps")) == "-"


def test_medicines_are_no_signs_unless_they_carry_a_level(small: TriageProtocol) -> None:
    items = small.questionnaire.items
    statin = replace(items["statin"], cells=(Cell(("more",), Disposition.SOON, ("nhs",)),))
    assert "statin" not in [row.item_id for part in sign_matrix.sign_matrix(small).parts for row in part.rows]
    assert letters(row(_with(small, statin), "statin")) == ". . . . - N -"


def test_as_ever_has_a_column_where_it_has_a_level(small: TriageProtocol) -> None:
    fit = small.questionnaire.items["fit"]
    cells = (*fit.cells, Cell((AS_EVER,), Disposition.ROUTINE, ("ours",)))
    changed = _with(small, replace(fit, cells=cells))
    assert sign_matrix.sign_matrix(changed).columns[-1] == "Known, as ever"
    assert letters(row(changed, "fit")) == "E . - . R*"


def test_the_table_says_sources_by_number_and_marks_our_own_choice(small: TriageProtocol) -> None:
    html = sign_matrix.html(sign_matrix.sign_matrix(small), {"nhs": 1, "ours": 2})
    assert (
        '<th scope="row" class="sign">Your speech is slurred</th><td>E<sup>1</sup></td><td>D<sup>1,2</sup></td>'
        '<td class="own">N*<sup>2</sup></td><td>D<sup>1,2</sup></td>'
    ) in html
    assert '<th scope="row" class="sign under">One pupil is wide</th><td colspan="4">E<sup>1</sup></td>' in html
    assert "<td>D<sup>1</sup></td><td>\N{EN DASH}</td><td></td>" in html


def test_every_cell_of_the_content_stands_in_it(protocol: TriageProtocol) -> None:
    matrix = sign_matrix.sign_matrix(protocol)
    rows = {row.item_id: row for part in matrix.parts for row in part.rows}
    for item in protocol.questionnaire.items.values():
        for cell in item.cells:
            found = rows[item.id].cells
            times = [one for one in cell.times if one in (option.id for option in item.steps)]
            assert len([one for one in found if one.level is cell.level]) == len(times), item.id


def _with(protocol: TriageProtocol, item: Item) -> TriageProtocol:
    """The content with one item in place of the one with its id."""
    questionnaire = protocol.questionnaire
    sections = tuple(
        replace(
            section,
            pages=tuple(
                replace(page, items=tuple(item if one.id == item.id else one for one in page.items))
                for page in section.pages
            ),
        )
        for section in questionnaire.sections
    )
    return replace(protocol, questionnaire=replace(questionnaire, sections=sections))
