"""An answers file: the same from YAML and JSON, and every mistake told with its place."""

import json
from datetime import date

import pytest

from twitchcheck.content.answers_file import answers_from
from twitchcheck.content.problems import ProblemsError
from twitchcheck.content.yaml_source import read_bytes
from twitchcheck.questionnaire.answers import Answer
from twitchcheck.rules.protocol import TriageProtocol

NEEDS_ANSWERS = "needs the key 'answers' with a mapping of item id to answer"
DATE = "date must be written like 2026-11-23"


def read(tiny: TriageProtocol, text: str) -> tuple[dict[str, Answer], date | None]:
    answers, on = answers_from(tiny.questionnaire, read_bytes(text.encode(), "f"))
    return dict(answers), on


def test_yaml_and_json_give_the_same(tiny: TriageProtocol) -> None:
    given = {"tasks": "no", "places": ["calf", "eyelid"], "days": 3.5, "tea": "not_sure", "note": "Größe 😀 / \\"}
    expected = {**given, "places": ("calf", "eyelid")}
    given["who"] = None
    yaml_text = (
        "date: 2026-11-23\nanswers:\n  tasks: no\n  places: [calf, eyelid]\n  days: 3.5\n"
        "  tea: not_sure\n  note: Größe 😀 / \\\n  who:\n"
    )
    content = {"answers": given, "date": "2026-11-23"}
    for text in (json.dumps(content), json.dumps(content, ensure_ascii=False, indent="\t"), yaml_text):
        assert read(tiny, text) == (expected, date(2026, 11, 23))


@pytest.mark.parametrize(
    ("text", "answers"),
    [
        ("answers: {}", {}),
        ("answers: {}\ndate:", {}),
        ("answers: {who: ~, days: null}", {}),
        ("answers: {places: calf}", {"places": ("calf",)}),
        ("answers: {places: none}", {"places": ("none",)}),
        ("answers: {still_there: [eyelid]}", {"still_there": ("eyelid",)}),
        ("answers: {days: 0, tea: 1e1}", {"days": 0, "tea": 10.0}),
        ('answers: {note: "12:30"}', {"note": "12:30"}),
    ],
)
def test_what_is_read_as_an_answer(tiny: TriageProtocol, text: str, answers: dict[str, Answer]) -> None:
    assert read(tiny, text) == (answers, None)


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("- tasks", [f"f:1:1: {NEEDS_ANSWERS}"]),
        ("date: 2026-11-23", [f"f:1:1: {NEEDS_ANSWERS}"]),
        ("answers: [tasks]", [f"f:1:1: {NEEDS_ANSWERS}"]),
        ("answers:", [f"f:1:1: {NEEDS_ANSWERS}"]),
        ("answers: {}\ndat: 2026-11-23", ["f:2:1: unknown key 'dat', did you mean 'date'?"]),
        ("answers: {}\nx: 1", ["f:2:1: unknown key 'x'"]),
        ("answers:\n  task: no", ["f:2:3: there is no item 'task', did you mean 'tasks'?"]),
        ("answers:\n  caffeine: 3", ["f:2:3: there is no item 'caffeine'"]),
        ("answers: {tasks: yess}", ["f:1:18: tasks has no option 'yess', did you mean 'yes'?"]),
        ("answers: {tasks: 7up}", ["f:1:18: tasks has no option '7up'; it has no, yes, not_sure"]),
        ("answers: {tasks: true}", ["f:1:18: tasks needs one option id"]),
        ("answers: {tasks: 1}", ["f:1:18: tasks needs one option id"]),
        ("answers: {tasks: [no]}", ["f:1:18: tasks needs one option id"]),
        ("answers: {places: [calf, eylid]}", ["f:1:19: places has no option 'eylid', did you mean 'eyelid'?"]),
        ("answers: {places: []}", ["f:1:19: places needs at least one option"]),
        ("answers: {places: [calf, none]}", ["f:1:19: places has 'none', which cannot stand beside another option"]),
        ("answers: {places: [calf, calf]}", ["f:1:19: places names an option twice"]),
        ("answers: {places: [[calf]]}", ["f:1:19: places needs a list of option ids"]),
        ("answers: {places: {calf: 1}}", ["f:1:19: places needs a list of option ids"]),
        ("answers: {places: [null]}", ["f:1:19: places needs a list of option ids"]),
        ("answers: {days: 901}", ["f:1:17: days must be from 0 to 900"]),
        ("answers: {tea: -1}", ["f:1:16: tea must be from 0 to 40 cups"]),
        ("answers: {tea: 1e999}", ["f:1:16: tea must be from 0 to 40 cups"]),
        ("answers: {tea: -1e999}", ["f:1:16: tea must be from 0 to 40 cups"]),
        ('{"answers": {"tea": NaN}}', ["f:1:21: tea needs a number or not_sure"]),
        ('{"answers": {"tea": Infinity}}', ["f:1:21: tea needs a number or not_sure"]),
        ("answers: {tea: .inf}", ["f:1:16: tea needs a number or not_sure"]),
        ("answers: {tea: " + "9" * 400 + "}", ["f:1:16: tea needs a number or not_sure"]),
        ("answers: {tea: true}", ["f:1:16: tea needs a number or not_sure"]),
        ("answers: {tea: [1]}", ["f:1:16: tea needs a number or not_sure"]),
        ("answers: {note: 5}", ["f:1:17: note needs text"]),
        ("answers: {note: " + "x" * 2001 + "}", ["f:1:17: note is longer than 2000 characters"]),
        ("answers: {}\ndate: 23.11.2026", [f"f:2:7: {DATE}"]),
        ("answers: {}\ndate: 20261123", [f"f:2:7: {DATE}"]),
        ("answers: {}\ndate: 2026-W48-1", [f"f:2:7: {DATE}"]),
        ("answers: {}\ndate: 2026-11-23T10:00", [f"f:2:7: {DATE}"]),
        ("answers: {}\ndate: 2026-02-29", [f"f:2:7: {DATE}"]),
        ("answers: {}\ndate: [2026-11-23]", [f"f:2:7: {DATE}"]),
        ("answers: {}\ndate: true", [f"f:2:7: {DATE}"]),
        (
            "date: soon\nanswers:\n  tea: much\n  plaecs: [calf]\n  tasks: maybe\n",
            [
                f"f:1:7: {DATE}",
                "f:3:8: tea needs a number or not_sure",
                "f:4:3: there is no item 'plaecs', did you mean 'places'?",
                "f:5:10: tasks has no option 'maybe'; it has no, yes, not_sure",
            ],
        ),
    ],
)
def test_every_mistake_is_told_with_its_place(tiny: TriageProtocol, text: str, problems: list[str]) -> None:
    with pytest.raises(ProblemsError) as caught:
        read(tiny, text)
    assert str(caught.value).split("\n") == problems


def test_a_wild_option_is_told_on_one_short_line(tiny: TriageProtocol) -> None:
    with pytest.raises(ProblemsError) as caught:
        read(tiny, 'answers: {tasks: "\\e[31m\\n' + "x" * 5000 + '"}')
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 150


@pytest.mark.parametrize("day", ["0001-01-01", "1969-12-31", "2026-11-25", "9999-12-31"])
def test_whatever_the_clock_says_can_be_read_again(tiny: TriageProtocol, day: str) -> None:
    assert read(tiny, f"answers: {{}}\ndate: {day}") == ({}, date.fromisoformat(day))
