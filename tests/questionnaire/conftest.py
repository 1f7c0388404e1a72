"""A small questionnaire with one of everything."""

from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Condition
from twitchcheck.questionnaire.facts import Facts
from twitchcheck.questionnaire.items import Questionnaire, with_courses

TICK = {"type": "choices", "role": "symptom", "none": "None of these", "not_sure": "I am not sure"}
PICK = {"type": "choice", "role": "symptom", "not_sure": "I am not sure"}
NUMBER = {"type": "amount", "role": "habit", "not_sure": "I am not sure", "unit": "cups", "maximum": 40}
WORDS = {"type": "text", "role": "words", "optional": True}
ROW = {"type": "choice", "role": "warning"}

FOOT = {"has": {"places": ["foot"]}}


def item(name: str, kind: dict[str, Any], text: str, options: str = "", **more: Any) -> dict[str, Any]:
    """An item; options are written as "id" or "id:score"."""
    split = [option.partition(":") for option in options.split()]
    made = [{"id": one, "text": one.upper(), "score": float(score or 0)} for one, _, score in split]
    return {"id": name, "brief": "", "text": text, "options": made, **kind, **more}


def page(name: str, *items: dict[str, Any], **more: str) -> dict[str, Any]:
    return {"id": name, "why": "", "items": items, **more}


def course(name: str, *times: str) -> dict[str, Any]:
    """A course; each time is its own text."""
    return {"id": name, "ask": "Since when?", "options": [{"id": one, "text": one} for one in times]}


@pytest.fixture(scope="session")
def questionnaire() -> Questionnaire:
    """The small questionnaire."""
    body = [
        page(
            "first",
            item("places", TICK, "Where?", "eyelid calf foot"),
            item("weak", PICK, "Weaker?", "normal lost"),
            title="Where and how",
        ),
        page("follow_up", item("speed", PICK, "How fast?", "days months", enabled_when={"has": {"weak": ["lost"]}})),
    ]
    spit: dict[str, Any] = {"under": "slurred", "enabled_when": {"has": {"slurred": ["today"]}}}
    signs = [
        page(
            "signs",
            item("slurred", ROW, "Slurred", course="since"),
            item("spit", ROW, "Own spit", course="whether", **spit),
            item("fit", ROW, "A fit", course="since", times=["today", "unknown"], as_ever="My usual fits"),
            none="None of these",
            not_sure="I am not sure",
        )
    ]
    life = [
        page(
            "cups",
            item("coffee", NUMBER, "Coffee"),
            item("tea", NUMBER, "Tea"),
            item("decaf", NUMBER, "Decaf", enabled_when={"at_least": {"coffee": 1}}),
            item("age", {**NUMBER, "not_sure": "", "unit": "", "minimum": 1}, "Age"),
            none="Nothing of this",
        ),
        page("pills", item("pills", TICK, "Which?", "iron zinc")),
        page(
            "worry",
            item("nervous", PICK, "Nervous?", "never:0 often:2"),
            item("signs", TICK, "Signs?", "sweat:1 shake:2"),
            item("note", WORDS, "Words"),
        ),
    ]
    made = msgspec.convert(
        {
            "sections": [
                {"id": "body", "title": "Body", "pages": body},
                {"id": "signs", "title": "Signs", "pages": signs},
                {"id": "life", "title": "Life", "pages": life},
            ],
            "measures": [
                {"id": "caffeine", "brief": "", "unit": "mg", "terms": {"coffee": 90, "tea": 50, "decaf": 5}},
                {"id": "worry", "brief": "", "unit": "points", "scored": ["nervous", "signs"]},
            ],
            "findings": [
                {"id": "lost", "text": "", "when": {"has": {"weak": ["lost"]}}},
                {"id": "lost_or_foot", "text": "", "when": {"any": [{"findings": ["lost"]}, FOOT]}},
            ],
            "courses": [course("since", "today", "days", "lately", "unknown"), course("whether", "yes")],
        },
        Questionnaire,
    )
    sections = tuple(with_courses(section, made.courses) for section in made.sections)
    return msgspec.structs.replace(made, sections=sections)


@pytest.fixture
def facts(questionnaire: Questionnaire) -> Callable[..., Facts]:
    """What the answers given come to."""
    return lambda **given: Facts(questionnaire, Answers(given))


@pytest.fixture
def condition() -> Callable[..., Condition]:
    """A condition as a content editor writes it."""
    return lambda **parts: msgspec.convert(parts, Condition)
