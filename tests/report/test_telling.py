"""What is told of a result: the article, the fears, what is open, what is urgent, and nothing twice."""

import re
from collections.abc import Callable

import pytest
from msgspec import structs

from tests.conftest import DAY
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.questionnaire.answers import Answer, Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report.fears import FearPart
from twitchcheck.report.result_view import ResultView, result_view
from twitchcheck.report.sentences import sentences_in
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.accuracy import Vignette
from twitchcheck.rules.assessment import assess
from twitchcheck.rules.counterfactuals import what_would_change
from twitchcheck.rules.protocol import TriageProtocol

Calm = Callable[..., Answers]
View = Callable[..., ResultView]

FEARS = ("electrolytes", "nerve_damage", "benign_fasciculation", "hoffmann", "muscular_dystrophy", "als", "stroke")

SOOTHING = re.compile(r"harmless|common|mostly|good news|reassur|fasciculation|neuron|no need", re.IGNORECASE)
ILLNESSES = re.compile(r"\bALS\b|motor neurone? disease|dystrophy|Hoffmann|benign fasciculation", re.IGNORECASE)


@pytest.fixture
def view(protocol: TriageProtocol, calm: Calm) -> View:
    """The result of calm answers with the given ones in place, in a country."""

    def made(country: str = "", **given: Answer) -> ResultView:
        answers = calm(fears="yes", **given)
        assessment = assess(protocol, answers, DAY)
        changes = what_would_change(protocol, answers, assessment)
        return result_view(protocol, answers, assessment, changes, protocol.emergency_number(country))

    return made


@pytest.fixture(scope="module")
def cases(protocol: TriageProtocol) -> list[tuple[Vignette, ResultView]]:
    """Every written case with its result."""
    found = []
    for case in vignettes_from(protocol, vignettes_folder()):
        assessment = assess(protocol, case.answers, DAY)
        found.append((case, result_view(protocol, case.answers, assessment, ())))
    return found


def in_sight(view: ResultView) -> str:
    """Everything that is told without a click but the names of sources."""
    unfolded = structs.replace(view, considerations=(), topics=structs.replace(view.topics, others=()))
    reasons = [line for one in view.reasons.in_full for line in (one.title, *one.answers)]
    titles = [topic.title for topic in view.topics.in_sight]
    said = (one.text for one in sentences_in(structs.replace(unfolded, feared=())))
    return "\n".join((*reasons, *view.reasons.others, *titles, *said))


def test_the_article_is_in_sight_unless_it_is_urgent(cases: list[tuple[Vignette, ResultView]]) -> None:
    for _, shown in cases:
        told = in_sight(shown)
        assert ("says Christopher Fry" in told) is not shown.is_urgent
        assert ("It crosses the gap" in told) is not shown.is_urgent


def test_the_articles_advice_is_fitted_to_the_triggers(view: View) -> None:
    def advice(**given: Answer) -> str:
        (how,) = (topic for topic in view(**given).topics.in_sight if topic.id == "how")
        return how.statements[-1].text

    assert advice(coffee=6.0, sleep=5.0).endswith("do less of it: have less caffeine and rest.")
    assert advice(coffee=6.0).endswith("do less of it: have less caffeine.")
    assert advice().endswith("have less caffeine, rest, manage stress, ease off hard exercise and drink enough.")


def test_nothing_soothes_where_it_is_urgent(cases: list[tuple[Vignette, ResultView]]) -> None:
    urgent = [shown for _, shown in cases if shown.is_urgent]
    assert {shown.disposition for shown in urgent} == {Disposition.SAME_DAY, Disposition.EMERGENCY}
    for shown in urgent:
        assert not shown.reassuring
        assert not shown.triggers
        assert not shown.considerations
        told = structs.replace(shown, changes_lead=shown.review)
        assert [one.text for one in sentences_in(told) if SOOTHING.search(one.text)] == []


def test_where_it_is_urgent_it_says_what_to_do_while_waiting(cases: list[tuple[Vignette, ResultView]]) -> None:
    for _, shown in cases:
        if shown.is_urgent:
            told = " ".join(one.text for one in shown.advice)
            for expected in ("While waiting", "Take along", "when it began"):
                assert expected in told


def test_nobody_meets_an_illness_that_they_did_not_name(cases: list[tuple[Vignette, ResultView]]) -> None:
    for case, shown in cases:
        if case.answers.get("family") in (None, ("none",), "none"):
            found = ILLNESSES.search(in_sight(shown))
            assert found is None, (case.id, found)


def test_nothing_in_sight_is_said_twice(cases: list[tuple[Vignette, ResultView]]) -> None:
    for case, shown in cases:
        told = structs.replace(
            shown, considerations=(), changes_lead=shown.review, topics=structs.replace(shown.topics, others=())
        )
        texts = [one.text for one in sentences_in(told)]
        texts.remove(shown.review.text)
        assert sorted(texts) == sorted(set(texts)), case.id
        titles = [*(one.title for one in shown.reasons.in_full), *shown.reasons.others]
        assert len(titles) == len(set(titles)), case.id
        answers = [one for reason in shown.reasons.in_full for one in reason.answers]
        assert len(answers) == len(set(answers)), case.id
        assert len(shown.reasons.in_full) <= 3


def test_level_time_frame_and_date_agree(view: View) -> None:
    soon, routine, well = view(thinner="months"), view(places=("calf",), duration=30.0), view()
    assert (soon.action, soon.time_frame) == (
        "See a doctor within two weeks", "Call today or tomorrow. Be seen by 7 December 2026."
    )  # fmt: skip
    assert (routine.action, routine.time_frame) == (
        "See a doctor within four weeks", "An ordinary appointment, by 21 December 2026."
    )  # fmt: skip
    for shown, day in ((soon, "7 December 2026"), (routine, "21 December 2026"), (well, "7 December 2026")):
        assert day in shown.time_frame
        assert day in shown.review.text


def test_every_fear_of_the_question_is_answered(protocol: TriageProtocol, view: View) -> None:
    options = [option.id for option in protocol.questionnaire.items["feared"].options]
    assert options == [*FEARS, "other"]
    for option in options:
        (part,) = view(feared=(option,)).feared
        assert part.said.text
    assert view(feared=("none",)).feared == view().feared == ()


@pytest.mark.parametrize("feared", FEARS)
def test_a_fear_is_answered_honestly_and_with_a_sign_of_it_only_by_what_to_do(view: View, feared: str) -> None:
    (calm,) = view(feared=(feared,)).feared
    assert "not how it shows" not in calm.said.text
    for given in ({"lost": "weeks"}, {"lost": "not_sure"}, {"lost": "today"}):
        (part,) = view(feared=(feared,), **given).feared
        assert "ollow the advice above" in part.said.text
        assert (part.raised_by, part.lowered_by) == ((), ())
        assert not SOOTHING.search(part.said.text)


def test_a_fear_is_told_with_what_speaks_for_and_against_it(view: View) -> None:
    (part,) = view(feared=("als",), family=("mnd",)).feared
    assert part.said.text.startswith("Twitching is rarely its first sign.")
    assert [one.text for one in part.raised_by] == ["It has occurred in the family."]
    assert [one.text for one in part.lowered_by] == ["Every task still works and no muscle is thinner."]
    told = {one.id: one for one in view(feared=("als",), family=("mnd",)).considerations}["als"]
    assert (told.raised_by, told.lowered_by) == ((), ())


def test_an_illness_that_is_only_for_those_who_name_it_is_not_considered(view: View) -> None:
    assert {"stroke", "other_illness"}.isdisjoint(part.id for part in view(feared=("stroke",)).considerations)


def test_a_twitching_tongue_is_a_sign_too(view: View) -> None:
    def said(*places: str) -> FearPart:
        (part,) = view(feared=("als",), places=places).feared
        return part

    assert "rarely" in said("calf").said.text
    assert "ollow the advice above" in said("calf", "tongue").said.text


def test_much_worry_opens_a_paragraph_and_whom_to_ring(view: View) -> None:
    def titles(shown: ResultView) -> list[str]:
        return [topic.id for topic in shown.topics.in_sight]

    worried: dict[str, Answer] = {"gad_nervous": "nearly_daily", "gad_worry": "most_days"}
    assert titles(view(gad_nervous="most_days", gad_worry="not_at_all")) == ["how"]
    assert titles(view(**worried)) == ["worry", "despair", "how"]
    assert titles(view(**worried, slurred="days")) == ["despair"]


@pytest.mark.parametrize(
    ("country", "called"),
    [
        ("GB", "Call the Samaritans on 116 123 now."),
        ("US", "Call the 988 Lifeline on 988 now."),
        ("FR", "Call the emergency number (15) now."),
        ("", "Call the emergency number (112) now."),
    ],
)
def test_in_despair_the_line_of_the_country_is_named_with_who_says_so(view: View, country: str, called: str) -> None:
    shown = view(country, gad_nervous="nearly_daily", gad_worry="nearly_daily")
    (part,) = (topic for topic in shown.topics.in_sight if topic.id == "despair")
    (line,) = part.statements
    assert called in line.text
    assert ("samaritans" in line.sources) is (country == "GB")


def test_at_most_three_open_questions_are_told_first_and_they_could_change_the_advice(view: View) -> None:
    shown = view(**dict.fromkeys(("slurred", "choking", "harder", "cramps", "thinner", "jerks"), "not_sure"))
    assert len(shown.open.first) == 3
    assert {one.item_id for one in shown.open.others} >= {"cramps"}
    assert not shown.open.all_open
    assert {one.item_id for one in view(cramps="not_sure", hoarse="not_sure").open.others} == {"cramps"}


def test_where_every_sign_is_open_one_sentence_says_so(protocol: TriageProtocol) -> None:
    answers = Answers({"who": "myself"})
    assessment = assess(protocol, answers, DAY)
    shown = result_view(protocol, answers, assessment, ())
    assert shown.open.all_open
    assert [one.text.split(".")[0] for one in shown.summary] == [
        "No question about signs has been answered yet, so this advice is only on the safe side"
    ]
    (reason,) = shown.reasons.in_full
    assert len(reason.answers) == 4
    assert re.fullmatch(r"and \d+ more", reason.answers[-1])


def test_only_what_the_result_cites_is_a_source_in_order(view: View) -> None:
    shown = view(coffee=6.0)
    cited = list(dict.fromkeys(one for sentence in sentences_in(shown) for one in sentence.sources))
    assert [one.id for one in shown.sources] == cited
    assert len(cited) < 50
