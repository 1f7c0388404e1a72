"""A check of a few pages with rows of every kind, so that tests of the rows do not hang on the real words."""

from typing import Any

import msgspec

from twitchcheck.questionnaire.items import Questionnaire, with_courses
from twitchcheck.rules.protocol import TriageProtocol


def option(name: str, text: str, **more: Any) -> dict[str, Any]:
    """An answer option that is called what it says."""
    return {"id": name, "text": text, "brief": text.lower(), **more}


COURSES = [
    {
        "id": "since",
        "ask": "Since when?",
        "options": [
            option("today", "Today or yesterday"),
            option("days", "Some days"),
            option("weeks", "Some weeks"),
            option("months", "Months or longer"),
            option("lately", "It has gone"),
            option("long_ago", "It went longer ago", tucked=True),
            option("unknown", "Not sure since when", tucked=True),
        ],
    },
    {"id": "whether", "ask": "", "options": [option("yes", "Yes")]},
    {
        "id": "change",
        "ask": "Any change?",
        "options": [option("same", "As before"), option("more", "Started or more"), option("less", "Stopped or less")],
    },
]

EMERGENCY = {"times": ["today"], "level": "emergency", "sources": [], "say": "It began at ..."}
SOON = {"times": ["days", "weeks", "months"], "level": "soon", "sources": []}


def row(name: str, text: str, course: str = "since", **more: Any) -> dict[str, Any]:
    """A sign that is asked its course."""
    made = {"id": name, "type": "choice", "text": text, "brief": text.lower(), "role": "symptom", "course": course}
    return {**made, "not_sure": "Not sure", "matters": f"{text} matters.", **more}


def amount(name: str, text: str) -> dict[str, Any]:
    """An amount that is counted."""
    made = {"id": name, "type": "amount", "text": text, "brief": text, "role": "habit", "unit": "cups", "maximum": 40}
    return {**made, "not_sure": "Not sure"}


def page(name: str, title: str, *items: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A page whose rows and amounts may be left alone."""
    return {"id": name, "title": title, "why": "", "none": "None of these", "items": list(items), **more}


SIGNS = page(
    "head",
    "Face and speech",
    row("face", "The face droops", cells=[EMERGENCY, SOON], as_ever="A doctor knows it"),
    row("slurred", "Speech is slurred", hint="Others notice it", cells=[EMERGENCY, SOON]),
    row("choking", "Food goes the wrong way", cells=[SOON]),
    row("spit", "Own spit too", "whether", under="choking", enabled_when={"has": {"choking": ["today", "days"]}}),
    row("hoarse", "The voice is hoarse"),
    row("jaw", "The jaw locks", "whether"),
    not_sure="I am not sure",
)
MANY = page(
    "many",
    "Twenty signs",
    *(row(f"sign_{number}", f"Sign number {number}") for number in range(20)),
    not_sure="I am not sure",
)
PILLS = page(
    "pills",
    "Medicines",
    *(row(name, name.capitalize(), "change", role="health") for name in ("statin", "lithium", "baclofen")),
    not_sure="I am not sure",
)
CUPS = page(
    "cups", "Drinks", amount("coffee", "Coffee"), amount("tea", "Tea"), amount("cola", "Cola"), still="Is it still so?"
)


def small_check(real: TriageProtocol) -> TriageProtocol:
    """The small check with the fixed words of the real one."""
    person = {
        "id": "who",
        "type": "choice",
        "text": "For whom?",
        "brief": "For whom",
        "role": "person",
        "options": [option("myself", "Myself"), option("someone_else", "Someone else")],
    }
    about = {"id": "about", "why": "", "items": [person], "still": "Is it still so?"}
    sections = [
        {"id": "start", "title": "Start", "pages": [about]},
        {"id": "signs", "title": "Signs", "pages": [SIGNS, MANY]},
        {"id": "days", "title": "Days", "pages": [PILLS, CUPS]},
    ]
    asked = msgspec.convert({"sections": sections, "courses": COURSES}, Questionnaire)
    filled = tuple(with_courses(section, asked.courses) for section in asked.sections)
    levels = [
        msgspec.structs.replace(
            level,
            reviews=tuple(msgspec.structs.replace(one, since_onset="", when=None) for one in level.reviews),
            **{
                name: tuple(msgspec.structs.replace(one, when=None) for one in getattr(level, name))
                for name in ("summary", "advice", "safety_net")
            },
        )
        for level in real.care_levels
    ]
    without_diary = msgspec.structs.replace(real.later.without_diary, when=None)
    return msgspec.structs.replace(
        real,
        later=msgspec.structs.replace(real.later, without_diary=without_diary),
        care_levels=tuple(levels),
        questionnaire=msgspec.structs.replace(asked, sections=filled),
        edition=msgspec.structs.replace(real.edition, person_item="who"),
        combinations=(),
        triggers=(),
        considerations=(),
        reassurances=(),
        topics=(),
        sheet_blocks=(),
    )
