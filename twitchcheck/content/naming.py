"""The name of the place in the content that a path leads to, as an editor would say it: "red flag stroke_signs"."""

from typing import Any, get_args, get_origin

import msgspec

from twitchcheck.content.form import fields, without_none
from twitchcheck.content.glossary import Glossary
from twitchcheck.content.problems import MAX_QUOTED, printable
from twitchcheck.content.yaml_source import KeyPath
from twitchcheck.questionnaire.items import AnswerOption, Cell, Course, Finding, Item, Measure, Page, Section
from twitchcheck.rules.protocol import (
    CareLevel,
    Consideration,
    Edition,
    EmergencyNumber,
    HelpTopic,
    Later,
    PlannedChange,
    Publisher,
    RedFlag,
    Review,
    SheetBlock,
    Source,
    Statement,
    Step,
    Term,
    Topic,
    Trigger,
)

NOUNS: dict[type, tuple[str, str]] = {
    Edition: ("edition", ""),
    Glossary: ("glossary", ""),
    Term: ("term", "term"),
    Section: ("section", "id"),
    Page: ("page", "id"),
    Item: ("item", "id"),
    AnswerOption: ("option", "id"),
    Course: ("course", "id"),
    Cell: ("cell", "level"),
    Measure: ("measure", "id"),
    Finding: ("finding", "id"),
    CareLevel: ("care level", "id"),
    RedFlag: ("red flag", "id"),
    Trigger: ("trigger", "id"),
    PlannedChange: ("plan", "id"),
    Consideration: ("consideration", "id"),
    Statement: ("statement", "id"),
    Step: ("step", "id"),
    Review: ("review", "id"),
    Topic: ("topic", "id"),
    Later: ("later", ""),
    HelpTopic: ("help topic", "id"),
    SheetBlock: ("sheet block", "id"),
    EmergencyNumber: ("emergency number", "country"),
    Source: ("source", "id"),
    Publisher: ("publisher", "host"),
}
"""What has a name of its own: the noun, and the key that holds the name."""


def where(kind: type[msgspec.Struct], value: object, number: int, path: KeyPath) -> str:
    """The innermost named part of an entry on the way along `path`.

    `value` is the plain entry of type `kind`, the `number`th (from 1) of its list. An option or a cell is named
    together with its item; what has no name (yet) by its number.
    """
    named = _name(kind, value, number - 1)
    step_kind: Any = kind
    for step in path:
        step_kind = _inner(step_kind, step)
        value = _part(value, step)
        if step_kind in NOUNS:
            own = _name(step_kind, value, step)
            named = f"{named}, {own}" if step_kind in (AnswerOption, Cell) else own
    return named


def _inner(kind: Any, step: str | int) -> Any:
    """The type one step further in; NoneType where a key is not known."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        field = fields(kind).get(str(step))
        return type(None) if field is None else without_none(field.type)
    arguments = get_args(kind)
    if get_origin(kind) is dict:
        return arguments[1]
    return arguments[0] if arguments else type(None)


def _part(value: object, step: str | int) -> object:
    if isinstance(value, dict):
        return value.get(step)
    return value[step] if isinstance(value, list) and isinstance(step, int) and step < len(value) else None


def _name(kind: type, value: object, step: str | int) -> str:
    """The noun with the name, or with the place where there is no name."""
    noun, key = NOUNS[kind]
    name = value.get(key) if isinstance(value, dict) else None
    if isinstance(name, str) and name:
        return f"{noun} {printable(name)[:MAX_QUOTED]}"
    if not key:
        return noun
    return f"{noun} number {step + 1}" if isinstance(step, int) else f"{noun} {step}"
