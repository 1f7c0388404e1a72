"""The conclusion and the questionnaire as plain data for other programs."""

from collections.abc import Iterable
from typing import Any

import msgspec

from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.conditions import Certainty, Evidence
from twitchcheck.questionnaire.items import Cell, Item, ItemType
from twitchcheck.questionnaire.wording import worded
from twitchcheck.report.phrases import Phrases
from twitchcheck.report.result_view import time_frame
from twitchcheck.rules.assessment import Assessment
from twitchcheck.rules.counterfactuals import Change
from twitchcheck.rules.protocol import TriageProtocol


def assessment_data(
    protocol: TriageProtocol, answers: Answers, assessment: Assessment, changes: Iterable[Change]
) -> dict[str, Any]:
    """The conclusion: ids for programs, phrases for people."""
    phrases = Phrases(protocol, answers, assessment.facts)
    level = protocol.care_level[assessment.disposition]
    return {
        "date": assessment.on.isoformat(),
        "content_version": protocol.version,
        "disposition": assessment.disposition,
        "action": phrases.fill(level.action),
        "time_frame": time_frame(protocol, assessment),
        "red_flags": [
            {
                "id": raised.flag.id,
                "disposition": raised.disposition,
                "certainty": raised.certainty.name.lower(),
                "because": _because(phrases, raised.because),
                "sources": raised.flag.sources,
            }
            for raised in assessment.red_flags
        ],
        "triggers": [
            {
                "id": active.trigger.id,
                "points": active.points,
                "strength": active.strength,
                "because": _because(phrases, active.because),
                "advice": [phrases.fill(statement.text) for statement in active.advice],
            }
            for active in assessment.triggers
        ],
        "considerations": [
            {
                "id": weighed.consideration.id,
                "on_request": weighed.consideration.on_request,
                "raised_by": [statement.id for statement in weighed.raised_by],
                "lowered_by": [statement.id for statement in weighed.lowered_by],
            }
            for weighed in assessment.considerations
        ],
        "unsure": [{"item": item_id, "state": phrases.state(item_id)} for item_id in assessment.unsure],
        "what_would_change": [
            {"disposition": change.disposition, "item": change.item_id}
            | ({"option": change.option} if change.amount is None else {"at_least": change.amount})
            for change in changes
        ],
        "disclaimer": protocol.edition.disclaimer,
    }


def _because(phrases: Phrases, because: Iterable[Evidence]) -> list[dict[str, Any]]:
    return [
        {"subject": one.subject, "phrase": phrases.evidence(one)}
        | ({"options": one.options} if one.options else {})
        | ({"amount": one.amount} if one.amount is not None else {})
        | ({"unsure": True} if one.certainty is Certainty.UNSURE else {})
        for one in because
    ]


def questionnaire_data(protocol: TriageProtocol) -> dict[str, Any]:
    """Every item with its text, type, options, condition, limits and levels by time, in the order of asking; the
    courses that rows name come first."""
    questionnaire = protocol.questionnaire
    words = next(iter(protocol.edition.person.values()))
    return {
        "content_version": protocol.version,
        "courses": [
            {
                "id": course.id,
                "ask": course.ask,
                "options": [
                    {"id": option.id, "text": option.text, "brief": option.phrase} for option in course.options
                ],
            }
            for course in questionnaire.courses
        ],
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "pages": [
                    {
                        "id": page.id,
                        "title": worded(page.heading, words),
                        "why": page.why,
                        "items": [_item(item, words) for item in page.items],
                    }
                    for page in section.pages
                ],
            }
            for section in questionnaire.sections
        ],
    }


def _item(item: Item, words: dict[str, str]) -> dict[str, Any]:
    data: dict[str, Any] = {"id": item.id, "type": item.type, "role": item.role, "text": worded(item.text, words)}
    if item.type is ItemType.AMOUNT:
        data |= {"minimum": item.minimum, "maximum": item.maximum, "step": item.step, "unit": item.unit}
        data |= {"not_sure": bool(item.not_sure)}
    elif item.type in (ItemType.CHOICE, ItemType.CHOICES):
        data["options"] = [
            {"id": option.id, "text": worded(option.text, words)} | ({"exclusive": True} if option.exclusive else {})
            for option in item.answer_options
        ]
    if item.is_row:
        data |= {"course": item.course, "cells": [_cell(cell) for cell in item.cells]}
        data |= {"under": item.under} if item.under else {}
    if item.enabled_when is not None:
        data["enabled_when"] = msgspec.to_builtins(item.enabled_when)
    return data


def _cell(cell: Cell) -> dict[str, Any]:
    return {"times": cell.times, "level": cell.level, "sources": cell.sources}
