"""The JSON Schema of a `.twitchcheck` file, for other programs."""

from typing import Any

from twitchcheck.questionnaire.answers import MAX_TEXT
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.questionnaire.items import NOT_SURE, Item, ItemType, Questionnaire
from twitchcheck.records.record import Twitching
from twitchcheck.records.writing import FORM

_DAY = {"type": "string", "format": "date"}


def schema(questionnaire: Questionnaire) -> dict[str, Any]:
    """What the program writes. It reads more: parts that it does not know stay in the file."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "TwitchCheck",
        "type": "object",
        "required": ["twitchcheck", "checks"],
        "properties": {
            "twitchcheck": {"const": FORM},
            "checks": {"type": "array", "items": _check(questionnaire)},
            "plans": {"type": "array", "items": _PLAN},
        },
    }


def _check(questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "type": "object",
        "required": ["answers"],
        "properties": {
            "date": _DAY,
            "time": {"type": "string", "pattern": "^[0-2][0-9]:[0-5][0-9]$"},
            "content": {"type": "string", "description": "the version of the content that told the level"},
            "level": {"enum": [one.value for one in Disposition], "description": "the care level that was told"},
            "as_on": {
                "type": "object",
                "description": "pages whose answers were taken over, with the day that they are of",
                "additionalProperties": _DAY,
            },
            "answers": {
                "type": "object",
                "properties": {item_id: _answer(item) for item_id, item in questionnaire.items.items()},
            },
        },
    }


def _answer(item: Item) -> dict[str, Any]:
    options = [option.id for option in item.answer_options]
    if item.type is ItemType.CHOICE:
        return {"enum": options}
    if item.type is ItemType.CHOICES:
        return {"type": "array", "items": {"enum": options}, "minItems": 1, "uniqueItems": True}
    if item.type is ItemType.TEXT:
        return {"type": "string", "maxLength": MAX_TEXT}
    number = {"type": "number", "minimum": item.minimum, "maximum": item.maximum}
    return {"anyOf": [number, {"const": NOT_SURE}]} if item.not_sure else number


_PLAN = {
    "type": "object",
    "required": ["trigger", "began"],
    "properties": {
        "trigger": {"type": "string"},
        "began": _DAY,
        "ended": {**_DAY, "description": "when the person put the plan away; missing while it runs"},
        "days": {
            "type": "object",
            "propertyNames": _DAY,
            "additionalProperties": {
                "type": "object",
                "properties": {
                    "twitching": {"enum": [one.value for one in Twitching]},
                    "kept": {"type": "boolean"},
                    "note": {"type": "string", "maxLength": MAX_TEXT},
                },
            },
        },
    },
}
