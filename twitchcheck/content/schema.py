"""JSON Schemas of the content files, so that an editor completes and underlines."""

from typing import Any

import msgspec

from twitchcheck.content.entries import LISTS, SINGLES

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of every content file by its name; the sections share the pattern `sections/*.yaml`."""
    singles = {name: msgspec.json.schema(kind) for name, kind in SINGLES.items()}
    lists = {f"{key}.yaml": _list_schema(key, kind) for key, kind in LISTS.items()}
    return {name: {"$schema": DIALECT, "title": name, **schema} for name, schema in (singles | lists).items()}


def _list_schema(key: str, kind: type[msgspec.Struct]) -> dict[str, Any]:
    entry = msgspec.json.schema(kind)
    return {
        "type": "object",
        "properties": {key: {"type": "array", "items": {"$ref": entry["$ref"]}}},
        "required": [key],
        "additionalProperties": False,
        "$defs": entry["$defs"],
    }
