"""The sheet of a two-week plan as HTML, as a page for a browser and as text."""

import re
from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from tests.conftest import DAY
from tests.report.conftest import Well
from tests.report.test_plan_view import BEGAN, LESS, MORE, rated
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Day, Plan
from twitchcheck.report.plan_html import MARK, plan_html
from twitchcheck.report.plan_text import plan_text
from twitchcheck.report.plan_view import PlanView, plan_view
from twitchcheck.report.web_page import plan_page
from twitchcheck.rules.protocol import TriageProtocol

ROW = re.compile(r'<tr><th scope="row"[^>]*>([^<]*)</th>(.*?)</tr>')
CELL = re.compile(r"<td[^>]*>(.*?)</td>")


@pytest.fixture
def check(well: Well) -> Check:
    return Check(well(tea=8.0), DAY, level=Disposition.SELF_CARE)


@pytest.fixture
def blank(small: TriageProtocol, check: Check) -> PlanView:
    """A plan on its first day."""
    return plan_view(small, rated(()), [check], BEGAN)


def view(small: TriageProtocol, check: Check, plan: Plan, number: int = 15) -> PlanView:
    return plan_view(small, plan, [check], plan.day(number))


def rows(html: str) -> list[tuple[str, list[str]]]:
    """The days, each with what stands in its boxes and in its note."""
    return [(day, CELL.findall(cells)) for day, cells in ROW.findall(html)]


def ticked(html: str) -> list[list[int]]:
    return [[place for place, cell in enumerate(cells) if MARK in cell] for _, cells in rows(html)]


def test_the_sheet_to_hang_up_has_a_box_for_every_answer(blank: PlanView) -> None:
    html = plan_html(blank)
    assert [day for day, _ in rows(html)] == [row.day for row in blank.rows]
    assert all(len(cells) == 8 for _, cells in rows(html))
    assert ticked(html) == [[]] * 14
    assert html.count('class="none"') == 2 * 4  # nothing to keep to on the usual days
    for words in ("Less tea", "Aim: One cup.", "A day counts if you had one.", "Stop it.", "Try it.", "[1] "):
        assert words in html
    assert "For the doctor" not in html
    assert "Too early" not in html


def test_the_filled_sheet_shows_what_was_given(small: TriageProtocol, check: Check) -> None:
    plan = rated([3, None, 0])
    plan = plan.with_day(plan.day(5), Day(None, True)).with_day(plan.day(6), Day(None, False, "Bad & long <night>"))
    html = plan_html(view(small, check, plan, 7))
    assert ticked(html)[:6] == [[3], [], [0], [], [5], [6]]
    assert rows(html)[5][1][7] == "Bad &amp; long &lt;night&gt;"
    assert "For the doctor: self-rated once a day, 2 of 14 days rated." in html


@pytest.mark.parametrize(("number", "explains"), [(2, True), (3, False)])
def test_long_notes_stand_below_and_take_the_room_of_how_it_works(
    small: TriageProtocol, check: Check, number: int, explains: bool
) -> None:
    plan = rated(())
    for day in range(1, number + 1):
        plan = plan.with_day(plan.day(day), Day(note=f"{day} & " + "long " * 10))
    html = plan_html(view(small, check, plan, 6))
    assert [cells[-1] for _, cells in rows(html)][:4] == [*["see below"] * number, *[""] * (4 - number)]
    assert "<b>Mon 30 Nov:</b> 1 &amp; long long" in html
    assert ("How it works" in html) is explains
    assert ('class="pen"' in html) is explains


@pytest.mark.parametrize(("ratings", "verdict"), [(LESS, "From 3.3 to 0.0."), (MORE, "More: 3.0.")])
def test_the_verdict_stands_on_it_at_the_end_alone(
    small: TriageProtocol, check: Check, ratings: Sequence[int], verdict: str
) -> None:
    over, before = (plan_html(view(small, check, rated(ratings), number)) for number in (15, 14))
    assert verdict in over
    assert "Usual days: " in over
    assert verdict not in before
    assert "Usual days: " not in before
    assert ("See a doctor on" in over) is (ratings is MORE)
    assert "How it works" not in over


def test_name_and_birth_are_printed_as_typed(blank: PlanView) -> None:
    assert "Name Ann &amp; Co · Born 1.2.1980" in plan_html(blank, "Ann & Co", "1.2.1980")
    assert "Name Ann<" in plan_html(blank, "Ann")
    assert "Name" not in plan_html(blank)


def test_what_comes_first_stands_on_paper_too(small: TriageProtocol, check: Check) -> None:
    soon = view(small, check._replace(level=Disposition.SOON), rated(MORE))
    assert "That comes first; the plan can wait." in plan_html(soon)
    assert "That comes first; the plan can wait." in plan_text(soon)


def test_a_plan_of_another_content_can_be_printed(small: TriageProtocol, check: Check) -> None:
    html = plan_html(view(small, check, rated([2], trigger="gone"), 2))
    assert "Aim" not in html
    assert ticked(html)[0] == [2]
    assert "Aim" not in plan_text(view(small, check, rated([2], trigger="gone"), 2))


def test_the_page_for_a_browser_keeps_the_boxes_and_drops_what_paper_needs(blank: PlanView) -> None:
    page = plan_page(blank, "Ann")
    assert page.startswith("<!DOCTYPE html>")
    assert 'width="' not in page.partition("<body>")[2]
    assert page.count('scope="row"') == 14
    assert "Name Ann" in page
    assert "Content " in page


def test_the_text_has_every_day_and_every_source(small: TriageProtocol, check: Check) -> None:
    made = plan_text(view(small, check, rated(MORE)))
    assert max(map(len, made.splitlines())) <= 78
    assert made.count("* ") >= 14
    assert "* Mon 30 Nov: none" in made
    assert "More: 3.0." in made
    assert "For the doctor: " in made
    for source in view(small, check, rated(MORE)).sources:
        assert source.in_short() in made


def test_an_empty_plan_as_text_says_nothing_to_a_doctor(blank: PlanView) -> None:
    made = plan_text(blank)
    assert "For the doctor" not in made
    assert "* Mon 30 Nov: not filled in" in made
    assert "Too early to tell: day 1 of 14." in made


def test_a_sentence_without_a_source_has_no_number(blank: PlanView) -> None:
    stop = replace(blank.stop, sources=())
    assert "<p>Stop it.</p>" in plan_html(replace(blank, stop=stop))
