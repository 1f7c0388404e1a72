"""The table of measures as text, Markdown and data."""

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.report import accuracy_table
from twitchcheck.rules.accuracy import Accuracy, CaseGroup, JudgedCase, Proportion, Vignette, accuracy
from twitchcheck.rules.assessment import RaisedFlag
from twitchcheck.rules.protocol import TriageProtocol


@pytest.fixture(scope="module")
def measured(small: TriageProtocol) -> Accuracy:
    """One case of every verdict, and one with an open red flag and an answer missing."""
    flags = {flag.id: flag for flag in small.red_flags}
    weak, long = flags["slurred_emergency"], flags["two_weeks"]

    def case(name: str, expected: str, most: str, said: str, **more: tuple[str, ...]) -> JudgedCase:
        vignette = Vignette(
            id=name,
            story="I twitch.",
            source="a page",
            source_url="",
            answers=Answers(),
            expected=Disposition(expected),
            least_urgent_safe=Disposition(expected),
            most_urgent_reasonable=Disposition(most),
            triggers=more.get("triggers", ()),
            red_flags=more.get("red_flags"),
            nhs_page=Disposition.ROUTINE,
            article=Disposition.SELF_CARE,
            why="so",
            note="The label was <wrong>." if name == "over" else "",
        )
        level = Disposition(said)
        raised = {
            Disposition.EMERGENCY: (RaisedFlag(weak, Certainty.YES, level, ()),),
            Disposition.ROUTINE: (RaisedFlag(long, Certainty.UNSURE, level, ()),),
        }.get(level, ())
        flags = tuple(one.flag.id for one in raised)
        return JudgedCase(vignette, level, raised, flags, (), more.get("unanswered", ()))

    return accuracy(
        [
            case("exact", "emergency", "emergency", "emergency", red_flags=("slurred_emergency",)),
            case("over", "self_care", "routine", "emergency", triggers=("caffeine",)),
            case("safe", "self_care", "routine", "routine", red_flags=("slurred_emergency",)),
            case("under", "soon", "same_day", "self_care"),
            case("open", "self_care", "same_day", "routine", unanswered=("tasks",)),
        ]
    )


@pytest.mark.parametrize(
    ("count", "of", "said"),
    [
        (45, 100, "45% (36-55)"),
        (0, 10, "0% (0-28)"),
        (10, 10, "100% (72-100)"),
        (999, 1000, "99% (99-99)"),  # never 100 where one is missing
        (1, 1000, "1% (1-1)"),
        (0, 0, "no cases"),
    ],
)
def test_a_proportion_in_words(count: int, of: int, said: str) -> None:
    assert accuracy_table.percent(Proportion(count, of)) == said


def test_the_text_says_measures_confusion_and_disagreements(small: TriageProtocol, measured: Accuracy) -> None:
    text = accuracy_table.text(small, measured)
    lines = text.splitlines()
    assert lines[1] == f"Content {small.version}, 5 cases"
    assert lines[3].split() == ["TwitchCheck", "NHS", "page", "Article"]
    assert lines[4].split() == ["Exact", "20%", "(4-62)", "0%", "(0-43)", "60%", "(23-88)"]
    assert lines[5].split() == ["1", "of", "5", "0", "of", "5", "3", "of", "5"]
    assert "Named triggers all found   0% (0-79)" in lines
    assert "Named red flags all raised 50% (9-91)" in lines
    confusion = lines.index("Expected (down) and judged by TwitchCheck (across)")
    assert lines[confusion + 1].split() == list(Disposition)
    assert lines[confusion + 2].split() == ["self_care", "0", "2", "0", "0", "1"]
    assert lines[confusion + 6].split() == ["emergency", "0", "0", "0", "0", "1"]
    assert max(map(len, lines)) <= 78
    flowing = " ".join(text.split())
    assert (
        "* under: expected soon, judged self_care (unsafe under-triage, soon to same_day). Decided by: no red flag. "
        "Note: not explained yet" in flowing
    )
    assert (
        "* over: expected self_care, judged emergency (over-triage, self_care to routine). Decided by: "
        "slurred speech (slurred_emergency). Note: The label was <wrong>." in flowing
    )
    assert "Decided by: Two weeks of twitching (two_weeks, left open)." in flowing
    assert "Named triggers not found * over: caffeine" in flowing
    assert "Named red flags not raised * safe: slurred_emergency" in flowing
    assert flowing.endswith("Questions asked and not answered * open: tasks")
    assert "no clinician has certified them" in flowing
    order = [flowing.index(f"* {name}: expected") for name in ("under", "over", "safe")]
    assert order == sorted(order)


def test_markdown_says_the_same_as_tables(small: TriageProtocol, measured: Accuracy) -> None:
    lines = accuracy_table.markdown(small, measured).splitlines()
    assert lines[2:5] == [
        "| Measure | TwitchCheck | NHS page | Article |",
        "| --- | --- | --- | --- |",
        "| Exact | 20% (4-62), 1 of 5 | 0% (0-43), 0 of 5 | 60% (23-88), 3 of 5 |",
    ]
    assert "| Named triggers all found | 0% (0-79), 0 of 1 |  |  |" in lines
    assert "| self_care | 0 | 2 | 0 | 0 | 1 |" in lines
    assert "Disagreements, the worst first:" in lines
    assert "- open: tasks" in lines
    assert len({line.count("|") for line in lines[2:14] if line}) == 1


def test_data_hold_every_case(small: TriageProtocol, measured: Accuracy) -> None:
    data = json.loads(json.dumps(accuracy_table.data(small, measured)))
    assert (data["content_version"], data["cases"]) == (small.version, 5)
    exact = data["judges"]["tool"]["measures"]["exact"]
    assert (exact["count"], exact["of"], exact["share"]) == (1, 5, 0.2)
    assert (round(exact["low"], 4), round(exact["high"], 4)) == (0.0362, 0.6245)
    assert data["judges"]["tool"]["confusion"]["self_care"]["emergency"] == 1
    assert set(data["judges"]) == {"tool", "nhs_page", "article"}
    assert data["disagreements"][:2] == ["under", "over"]
    judged_cases = {case["id"]: case for case in data["judged"]}
    assert judged_cases["over"]["judged"] == {"tool": "emergency", "nhs_page": "routine", "article": "self_care"}
    assert judged_cases["over"]["verdict"] == {"tool": "over_triage", "nhs_page": "safe", "article": "exact"}
    assert judged_cases["over"]["deciding"] == [{"id": "slurred_emergency", "certainty": "yes"}]
    assert judged_cases["over"]["missed_triggers"] == ["caffeine"]
    assert judged_cases["safe"]["missed_red_flags"] == ["slurred_emergency"]
    assert judged_cases["open"]["unanswered"] == ["tasks"]


def test_without_cases_there_are_no_figures_and_no_lists(small: TriageProtocol) -> None:
    empty = accuracy([])
    text = accuracy_table.text(small, empty)
    assert "no cases" in text
    assert "Named triggers" not in text
    assert "Disagreements" not in text
    assert accuracy_table.data(small, empty)["triggers_found"] == {
        "count": 0, "of": 0, "share": None, "low": 0.0, "high": 1.0
    }  # fmt: skip


CASE = """vignettes:
  - id: {name}
    story: I twitch.
    source: a page
    answers: {{}}
    expected: self_care
    least_urgent_safe: self_care
    most_urgent_reasonable: routine
    nhs_page: routine
    article: self_care
    triggers: []
    why: so
"""


def test_the_name_of_a_file_says_which_cases_it_holds(small: TriageProtocol, tmp_path: Path) -> None:
    (tmp_path / "calm.yaml").write_text("answers: {who: me}", encoding="utf-8")
    for name in ("new_ill", "new_well", "soon"):
        (tmp_path / f"{name}.yaml").write_text(CASE.format(name=name), encoding="utf-8")
    found = {vignette.id: vignette.group for vignette in vignettes_from(small, tmp_path)}
    assert found == {"new_ill": CaseGroup.NEW_ILL, "new_well": CaseGroup.NEW_WELL, "soon": CaseGroup.OLD}


@pytest.fixture(scope="module")
def apart(measured: Accuracy) -> Accuracy:
    """The same cases, of which two are new."""
    groups = {"over": CaseGroup.NEW_WELL, "under": CaseGroup.NEW_ILL}
    cases = (
        replace(case, vignette=replace(case.vignette, group=groups.get(case.vignette.id, CaseGroup.OLD)))
        for case in measured.cases
    )
    return accuracy(cases)


def test_old_and_new_cases_stand_apart(small: TriageProtocol, measured: Accuracy, apart: Accuracy) -> None:
    lines = accuracy_table.text(small, apart).splitlines()
    head = next(place for place, line in enumerate(lines) if line.split() == ["Old", "New,", "ill", "New,", "well"])
    assert lines[head + 1].split() == ["Exact", "33%", "(6-79)", "0%", "(0-79)", "0%", "(0-79)"]
    assert lines[head + 2].split() == ["1", "of", "3", "0", "of", "1", "0", "of", "1"]
    assert max(map(len, lines)) <= 78
    assert "New, ill" not in accuracy_table.text(small, measured)


def test_markdown_and_data_hold_old_and_new_cases_apart_too(
    small: TriageProtocol, measured: Accuracy, apart: Accuracy
) -> None:
    lines = accuracy_table.markdown(small, apart).splitlines()
    assert lines[lines.index("| Measure | Old | New, ill | New, well |") + 2] == (
        "| Exact | 33% (6-79), 1 of 3 | 0% (0-79), 0 of 1 | 0% (0-79), 0 of 1 |"
    )
    assert "New, ill" not in accuracy_table.markdown(small, measured)
    data = accuracy_table.data(small, apart)
    assert data["groups"]["new_ill"]["under_triage"]["count"] == 1
    assert {case["id"]: case["group"] for case in data["judged"]}["over"] == "new_well"
