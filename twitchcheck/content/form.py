"""Whether a plain value from a file has the form of a type: everything that does not fit, in plain words.

msgspec stops at the first mistake and speaks of arrays and objects; a content editor gets all of them, and
lists and keys.
"""

import re
from collections.abc import Iterator
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin

import msgspec

from twitchcheck.content.problems import did_you_mean, quoted
from twitchcheck.content.yaml_source import KeyPath

LARGEST = 1e9
"""No number of the content, in whatever unit, is beyond this."""

MAY_BE_EMPTY = ("country", "ask")
"""The texts that must be there and may be empty: "any other country" has none, and a row without times asks nothing."""

_IS = {
    NoneType: "nothing",
    bool: "true or false",
    int: "a number",
    float: "a number",
    str: "text",
    list: "a list",
    dict: "keys with values",
}
_NEEDS = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}


class Misfit(NamedTuple):
    """What does not fit at `path`: the value there, or with `at_key` the key that the path ends in."""

    path: KeyPath
    message: str
    at_key: bool = False


@cache
def fields(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    """The fields of a struct by name."""
    return {field.name: field for field in msgspec.structs.fields(kind)}


def without_none(kind: Any) -> Any:
    """`X` for `X | None`, any other type as it is."""
    return get_args(kind)[0] if get_origin(kind) is UnionType else kind


def misfits(value: object, kind: Any, path: KeyPath = ()) -> Iterator[Misfit]:
    """Everything in `value` that does not fit the type `kind`, in the order of the value."""
    if value is None and get_origin(kind) is UnionType:
        return
    kind = without_none(kind)
    origin = get_origin(kind)
    if origin is tuple:
        yield from _list(value, get_args(kind)[0], path)
    elif origin is dict:
        key_kind, value_kind = get_args(kind)
        yield from _mapping(value, key_kind, value_kind, path)
    elif issubclass(kind, msgspec.Struct):
        yield from _struct(value, kind, path)
    elif issubclass(kind, Enum):
        yield from _one_of(value, kind, path)
    else:
        yield from _plain(value, kind, path)


def _struct(value: object, kind: type[msgspec.Struct], path: KeyPath) -> Iterator[Misfit]:
    if not isinstance(value, dict):
        yield _needs(path, f"keys with values, not {_IS[type(value)]}")
        return
    known = fields(kind)
    for name, field in known.items():
        if field.required and name not in value:
            yield Misfit(path, f"the key '{name}' is missing")
    for key, part in value.items():
        here = (*path, key)
        if key not in known:
            yield Misfit(here, f"unknown key {quoted(key)}{did_you_mean(key, known)}", at_key=True)
        elif isinstance(part, str) and not part.strip() and known[key].required and key not in MAY_BE_EMPTY:
            yield Misfit(here, f"{quoted(key)} is empty")
        else:
            yield from misfits(part, known[key].type, here)


def _list(value: object, kind: Any, path: KeyPath) -> Iterator[Misfit]:
    if not isinstance(value, list):
        yield _needs(path, f"a list, not {_IS[type(value)]}")
        return
    for index, part in enumerate(value):
        yield from misfits(part, kind, (*path, index))


def _mapping(value: object, key_kind: Any, kind: Any, path: KeyPath) -> Iterator[Misfit]:
    if not isinstance(value, dict):
        yield _needs(path, f"keys with values, not {_IS[type(value)]}")
        return
    for key, part in value.items():
        here = (*path, key)
        yield from (Misfit(here, misfit.message, at_key=True) for misfit in misfits(key, key_kind))
        yield from misfits(part, kind, here)


def _one_of(value: object, kind: type[Enum], path: KeyPath) -> Iterator[Misfit]:
    known = [str(member.value) for member in kind]
    if value not in known:
        hint = did_you_mean(value, known) if isinstance(value, str) else ""
        yield Misfit(path, f"{quoted(value)} is not one of {', '.join(known)}{hint}")


def _plain(value: object, kind: type, path: KeyPath) -> Iterator[Misfit]:
    fits = type(value) is kind or (kind is float and type(value) is int)
    if fits:
        if isinstance(value, int | float) and not -LARGEST <= value <= LARGEST:
            yield Misfit(path, "the number is too large")
        return
    message = f"{_NEEDS[kind]}, not {_IS[type(value)]}"
    if kind is int and type(value) is float:
        message = "a whole number, without a point"
    elif kind is str and isinstance(value, bool | int | float):
        message += ": put it in quotes"
    elif isinstance(value, str) and _means(value, kind):
        message += ": write it without quotes"
    yield _needs(path, message)


def _needs(path: KeyPath, what: str) -> Misfit:
    """A misfit that names the nearest key."""
    key = next((step for step in reversed(path) if isinstance(step, str)), None)
    return Misfit(path, f"needs {what}" if key is None else f"{quoted(key)} needs {what}")


def _means(text: str, kind: type) -> bool:
    """Whether somebody who wrote `text` in quotes meant a value of `kind`."""
    if kind is bool:
        return text.lower() in ("true", "false")
    return re.fullmatch(r"-?[0-9]{1,9}(\.[0-9]{1,9})?", text) is not None
