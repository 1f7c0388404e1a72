"""A folder of written cases: what is read from it, and every mistake told with its place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import DAY
from twitchcheck.content.problems import ProblemsError
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.rules.accuracy import judged
from twitchcheck.rules.protocol import TriageProtocol

WRITTEN = Path(__file__).parent.parent / "vignettes"

CALM = "answers:\n  who: me\n  days: 3\n  places: [none]\n  tasks: no\n"

CASE = """\
  - id: a-1
    story: >-
      My calf
      twitches.
    source: "facts, with details added"
    source_url: http://example.org
    answers: {places: [calf], days: 20, tea: null}
    expected: routine
    least_urgent_safe: self_care
    most_urgent_reasonable: soon
    triggers: [caffeine]
    red_flags: [long]
    nhs_page: routine
    article: self_care
    why: It lasts.
    note: The label was wrong.
"""

Cases = Callable[..., Path]


@pytest.fixture
def folder(tmp_path: Path) -> Cases:
    """A folder of these files, given as name -> text; with calm answers unless they are given."""

    def made(**files: str) -> Path:
        for name, text in {"calm": CALM, **files}.items():
            (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return made


def problems(tiny: TriageProtocol, folder: Path) -> list[str]:
    with pytest.raises(ProblemsError) as caught:
        vignettes_from(tiny, folder)
    return [line.replace(f"{folder}/", "").replace(str(folder), ".") for line in str(caught.value).splitlines()]


def test_a_case_is_read_in_full(tiny: TriageProtocol, folder: Cases) -> None:
    (found,) = vignettes_from(tiny, folder(routine=f"vignettes:\n{CASE}"))
    assert (found.id, found.story, found.source_url) == ("a-1", "My calf twitches.", "http://example.org")
    assert (found.source, found.why, found.note) == ("facts, with details added", "It lasts.", "The label was wrong.")
    levels = (found.expected, found.least_urgent_safe, found.most_urgent_reasonable, found.nhs_page, found.article)
    assert levels == ("routine", "self_care", "soon", "routine", "self_care")
    assert all(isinstance(level, Disposition) for level in levels)
    assert (found.triggers, found.red_flags) == (("caffeine",), ("long",))


def test_answers_stand_on_the_calm_ones_and_null_takes_one_back(tiny: TriageProtocol, folder: Cases) -> None:
    text = f"vignettes:\n{CASE}".replace("tea: null", "tasks: null")
    (found,) = vignettes_from(tiny, folder(routine=text))
    assert dict(found.answers) == {"who": "me", "days": 20, "places": ("calf",)}


def test_files_stand_in_the_order_of_their_names_and_optional_keys_may_be_left_out(
    tiny: TriageProtocol, folder: Cases
) -> None:
    bare = "".join(
        line for line in CASE.splitlines(True) if not line.lstrip().startswith(("source_url", "red_flags", "note"))
    )
    files = {"b": f"vignettes:\n{CASE}", "a": f"vignettes:\n{bare}".replace("a-1", "b-1").replace("[caffeine]", "[]")}
    first, second = vignettes_from(tiny, folder(**files))
    assert (first.id, second.id) == ("b-1", "a-1")
    assert (first.source_url, first.note, first.red_flags, first.triggers) == ("", "", None, ())


def test_an_empty_url_and_note_are_none(tiny: TriageProtocol, folder: Cases) -> None:
    text = CASE.replace("source_url: http://example.org", 'source_url: ""').replace(
        "note: The label was wrong.", "note:"
    )
    (found,) = vignettes_from(tiny, folder(a=f"vignettes:\n{text}"))
    assert (found.source_url, found.note) == ("", "")


@pytest.mark.parametrize(
    ("replaced", "by", "expected"),
    [
        (
            "nhs_page:",
            "nsh_page:",
            ["2:5: the key 'nhs_page' is missing", "14:5: unknown key 'nsh_page', did you mean 'nhs_page'?"],
        ),
        ("    why: It lasts.\n", "", ["2:5: the key 'why' is missing"]),
        ("    note:", "    quux:", ["17:5: unknown key 'quux'"]),
        ("id: a-1", "id: 7", ["2:9: needs text"]),
        ("why: It lasts.", "why: ' '", ["16:10: needs text"]),
        ("note: The label was wrong.", "note: [x]", ["17:11: needs text"]),
        ("expected: routine", "expected: rutine", ["9:15: there is no disposition 'rutine', did you mean 'routine'?"]),
        (
            "article: self_care",
            "article: 3",
            ["15:14: there is no disposition '3'; there are self_care, routine, soon, same_day, emergency"],
        ),
        ("article: self_care", "article: [soon]", ["15:14: there is no disposition '['soon']', did you mean 'soon'?"]),
        (
            "least_urgent_safe: self_care",
            "least_urgent_safe: soon",
            ["10:24: soon is more urgent than expected, routine"],
        ),
        (
            "most_urgent_reasonable: soon",
            "most_urgent_reasonable: self_care",
            ["11:29: self_care is less urgent than expected, routine"],
        ),
        ("triggers: [caffeine]", "triggers: caffeine", ["12:15: needs a list of ids, [] for none"]),
        ("[caffeine]", "[cafeine]", ["12:16: there is no trigger 'cafeine', did you mean 'caffeine'?"]),
        (
            "[long]",
            "[lng, 4]",
            ["13:17: there is no red flag 'lng', did you mean 'long'?", "13:22: there is no red flag '4'"],
        ),
        ("{places: [calf], days: 20, tea: null}", "[calf]", ["8:14: needs a mapping of item id to answer"]),
        ("places: [calf]", "place: [calf]", ["8:15: there is no item 'place', did you mean 'places'?"]),
        ("[calf]", "[clf]", ["8:23: places has no option 'clf', did you mean 'calf'?"]),
        ("days: 20", "days: 2000", ["8:37: days must be from 0 to 900"]),
    ],
)
def test_a_mistake_is_told_with_its_place(
    tiny: TriageProtocol, folder: Cases, replaced: str, by: str, expected: list[str]
) -> None:
    assert replaced in CASE
    text = f"vignettes:\n{CASE.replace(replaced, by, 1)}"
    assert problems(tiny, folder(a=text)) == [f"a.yaml:{line}" for line in expected]


@pytest.mark.parametrize("text", ["- a", "vignette: []", "vignettes: 3", f"vignettes:\n{CASE}other: 1"])
def test_a_file_needs_the_list_alone(tiny: TriageProtocol, folder: Cases, text: str) -> None:
    assert problems(tiny, folder(a=text)) == ["a.yaml:1:1: needs the key 'vignettes' with a list, and nothing else"]


def test_an_entry_that_is_no_mapping_and_a_mistake_behind_it(tiny: TriageProtocol, folder: Cases) -> None:
    text = f"vignettes:\n  - a-0\n{CASE.replace('[long]', '[lang]')}"
    assert problems(tiny, folder(a=text)) == [
        "a.yaml:2:5: needs a mapping",
        "a.yaml:14:17: there is no red flag 'lang', did you mean 'long'?",
    ]


def test_an_id_used_more_than_once_is_told_everywhere(tiny: TriageProtocol, folder: Cases) -> None:
    text = f"vignettes:\n{CASE}"
    assert problems(tiny, folder(a=text + CASE, b=text)) == [
        f"{place}: id 'a-1' is used more than once" for place in ("a.yaml:2:9", "a.yaml:18:9", "b.yaml:2:9")
    ]


def test_two_cases_without_a_usable_id_are_told_once_each(tiny: TriageProtocol, folder: Cases) -> None:
    text = CASE.replace("id: a-1", "id:")
    assert problems(tiny, folder(a=f"vignettes:\n{text}{text}")) == [
        "a.yaml:2:8: needs text",
        "a.yaml:18:8: needs text",
    ]


def test_problems_of_every_file_are_told_at_once(tiny: TriageProtocol, folder: Cases) -> None:
    found = problems(tiny, folder(calm="answers: {who: mee}", a="vignettes: [", b=f"vignettes:\n{CASE}"))
    assert len(found) == 2
    assert found[0].startswith("a.yaml:2:1: is not valid YAML: ")
    assert found[1] == "calm.yaml:1:16: who has no option 'mee', did you mean 'me'?"


def test_a_folder_without_calm_answers_or_without_cases(tiny: TriageProtocol, folder: Cases, tmp_path: Path) -> None:
    assert problems(tiny, tmp_path / "gone") == ["calm.yaml: can't be read: No such file or directory"]
    assert problems(tiny, folder()) == [".: has no file with vignettes"]
    assert problems(tiny, folder(a="vignettes: []")) == [".: has no file with vignettes"]


def test_the_written_cases_can_be_read_and_answer_every_question_that_needs_it(protocol: TriageProtocol) -> None:
    cases = judged(protocol, vignettes_from(protocol, WRITTEN), DAY)
    assert len(cases) >= 100
    optional = {item.id for item in protocol.questionnaire.items.values() if item.optional}
    assert {case.vignette.id: case.unanswered for case in cases if not optional.issuperset(case.unanswered)} == {}
