"""The bytes of a file -> plain values, where they are clean JSON. It reads what the program writes within milliseconds,
which YAML, that people may write, does not."""

from typing import Any

from msgspec import MsgspecError, json


def plain_from(raw: bytes) -> object:
    """The value in a JSON text. Raises ValueError where it is none, or where a key stands twice: one of the two
    would be lost without a word."""
    from json import loads

    try:
        json.decode(raw)  # stricter than Python's own: no half characters, no infinity
        return loads(raw, object_pairs_hook=_without_doubles)
    except (MsgspecError, RecursionError, UnicodeDecodeError) as error:
        raise ValueError("is not clean JSON") from error


def _without_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key stands twice")
    return found
