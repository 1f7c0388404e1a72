"""A small protocol with a red flag of every level, for exact cases."""

from typing import Any

import msgspec
import pytest

from twitchcheck.questionnaire.answers import Answer
from twitchcheck.questionnaire.items import with_courses
from twitchcheck.rules.protocol import VERDICTS, TriageProtocol

LOST = {"has": {"lost": ["yes"]}}

FLAGS: dict[str, tuple[str, dict[str, Any]]] = {
    "breathless": ("emergency", {"has": {"signs": ["breathless"]}}),
    "long": ("routine", {"at_least": {"days": 14}}),
    "very_long": ("routine", {"at_least": {"days": 60}}),
    "thin": ("soon", {"has": {"signs": ["thin"]}}),
    "years": ("soon", {"all": [{"at_least": {"days": 365}}]}),
    "fast": ("same_day", {"findings": ["lost_fast"]}),
    "much_tea": ("same_day", {"any": [{"at_least": {"drink": 500}}], "has": {"signs": ["shaking"]}}),
    "seen": ("same_day", {"has": {"seen": ["yes"]}}),
    "two": (
        "same_day",
        {"several": {"number": 2, "of": [{"has": {"slurred": ["days", "weeks"]}}, LOST, {"at_least": {"tea": 20}}]}},
    ),
}
"""Combination -> disposition and condition, in an order that must not matter."""

CALM: dict[str, Answer] = {
    **{"signs": ("none",), "slurred": "no", "lost": "no"},
    **{"days": 1.0, "tea": 0.0, "sleep": 8.0, "seen": "no"},
}
"""Answers to the small protocol in which nothing is the matter."""

FLAG_IF_UNSURE = {"seen": "routine"}
"""What a red flag counts for while it is open, where it says so itself."""

IF_UNSURE = {"self_care": "self_care", "routine": "self_care", "soon": "routine", "same_day": "soon"}


def statement(name: str, **when: Any) -> dict[str, Any]:
    return {"id": name, "text": name, "sources": [], **({"when": when} if when else {})}


def item(name: str, kind: str, role: str, *options: str, **more: Any) -> dict[str, Any]:
    made = [{"id": option, "text": option} for option in options]
    return {"id": name, "type": kind, "text": name, "brief": name, "role": role, "options": made, **more}


@pytest.fixture(scope="session")
def small() -> TriageProtocol:
    """The small protocol."""
    not_sure = {"not_sure": "Not sure"}
    items = [
        item("signs", "choices", "warning", "thin", "shaking", "breathless", none="None", **not_sure),
        item("lost", "choice", "symptom", "no", "yes", **not_sure),
        item("speed", "choice", "symptom", "slow", "fast", enabled_when={"has": {"lost": ["yes"]}}, **not_sure),
        item("days", "amount", "symptom", maximum=4000, **not_sure),
        item("tea", "amount", "habit", maximum=40, **not_sure),
        item("sleep", "amount", "habit", maximum=16, **not_sure),
        item("seen", "choice", "person", "no", "yes"),
        item("note", "text", "habit"),
    ]
    row = {"role": "warning", "type": "choice", "course": "since", "as_ever": "As ever", **not_sure}
    levels = [
        {"times": ["today"], "level": "emergency", "sources": [], "text": "Now.", "say": "Slurred."},
        {"times": ["days", "lately"], "level": "soon", "sources": []},
    ]
    slurred = {"id": "slurred", "text": "slurred", "brief": "slurred", "cells": levels, "matters": "Why.", **row}
    page = {"id": "all", "why": "", "items": items}
    rows = {"id": "rows", "why": "", "items": [slurred]}
    times = [{"id": one, "text": one} for one in ("today", "days", "weeks", "lately", "unknown")]
    number = {"country": "", "name": "Other", "number": "112", "sources": []}
    trigger_tea = {
        "factors": [
            {"when": {"at_least": {"drink": 100}}, "points": 1, "sources": []},
            {"when": {"at_least": {"tea": 5}}, "points": 2, "sources": []},
            {"when": {"at_least": {"drink": 300}, "has": {"lost": ["no"]}}, "points": 3, "sources": []},
        ],
        "advice": [statement("less"), statement("much_less", at_least={"tea": 5})],
    }
    trigger_sleep = {"factors": [{"when": {"at_most": {"sleep": 6}}, "points": 3, "sources": []}], "advice": []}
    made = msgspec.convert(
        {
            "edition": {
                "version": "1",
                "language": "en",
                "reviewed": "",
                "review_by": "2027-11-23",
                **{f"{part}_item": "lost" for part in ("person", "function", "places", "age")},
                "onset_item": "days",
                "function_finding": "lost_fast",
                "months": [],
                "person": {},
                "disclaimer": "",
                "intended_use": [],
                "trigger_strengths": {"slight": 1, "moderate": 3, "strong": 5},
                "fallback_number": number,
                "open_reason": statement("open"),
                "open_summary": statement("open_summary"),
                "all_open": statement("all_open"),
                "changes_lead": statement("changes_lead"),
                "overdue": statement("overdue"),
                "emergency_steps": [],
            },
            "digest": "abc1234",
            "questionnaire": {
                "sections": [{"id": "all", "title": "", "pages": [page, rows]}],
                "courses": [{"id": "since", "ask": "Since when?", "options": times}],
                "measures": [{"id": "drink", "brief": "", "unit": "mg", "terms": {"tea": 50}}],
                "findings": [{"id": "lost_fast", "text": "", "when": {"has": {"lost": ["yes"], "speed": ["fast"]}}}],
            },
            "care_levels": [
                {
                    **dict.fromkeys(("label", "action", "time_frame"), ""),
                    **{key: [] for key in ("summary", "advice", "safety_net", "reviews")},
                    "id": level,
                    "if_unsure": IF_UNSURE.get(level, "same_day"),
                }
                for level in (*IF_UNSURE, "emergency")
            ],
            "combinations": [
                {"id": name, "brief": "", "text": "", "sources": [], "disposition": level, "when": when}
                | ({"if_unsure": FLAG_IF_UNSURE[name]} if name in FLAG_IF_UNSURE else {})
                for name, (level, when) in FLAGS.items()
            ],
            "triggers": [
                {"id": name, "name": name, "text": "", "sources": [], **parts}
                for name, parts in (("tea", trigger_tea), ("sleep", trigger_sleep))
            ],
            "considerations": [
                {
                    **dict.fromkeys(("id", "name", "text"), "consider"),
                    "sources": [],
                    "raised_by": [statement("for", has={"lost": ["yes"]})],
                    "lowered_by": [statement("against", has={"lost": ["no"]})],
                    "statements": [statement("always"), statement("if_long", at_least={"days": 14})],
                }
            ],
            **{key: [] for key in ("reassurances", "topics", "sheet_blocks", "help_topics", "terms", "publishers")},
            "later": {
                "brake_days": 7,
                **{key: [] for key in ("brake", "diary", "ratings")},
                **{key: statement(key) for key in ("without_diary", "at_once", "by_itself", "next_step", "stop")},
                "verdicts": {name: statement(name) for name in VERDICTS},
            },
            "emergency_numbers": [{**number, "country": "AT", "number": "144"}],
            "sources": [
                {"id": "nhs", "tag": "NHS", "title": "", "publisher": "", "kind": "public_body"},
                {"id": "choice", "tag": "", "title": "", "publisher": "", "kind": "decision"},
            ],
        },
        TriageProtocol,
    )
    (section,) = made.questionnaire.sections
    filled = (with_courses(section, made.questionnaire.courses),)
    return msgspec.structs.replace(made, questionnaire=msgspec.structs.replace(made.questionnaire, sections=filled))
