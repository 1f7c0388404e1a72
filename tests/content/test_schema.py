"""The JSON Schemas: each real file fits its own, and an editor underlines what is broken."""

import copy
from collections.abc import Callable
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from tests.content.conftest import TINY
from twitchcheck.content.folder import content_files
from twitchcheck.content.schema import schemas
from twitchcheck.content.yaml_source import read_file
from twitchcheck.resource_files import content_folder

FILES = [(folder, path) for folder in (TINY, content_folder()) for path in content_files(folder)]


def schema_of(name: str) -> dict[str, Any]:
    (found,) = [schema for pattern, schema in schemas().items() if fnmatch(name, pattern)]
    return found


def first_entry(content: Any) -> Any:
    only = next(iter(content.values()))
    return only[0] if len(content) == 1 and isinstance(only, list) else content


def rename_a_key(content: Any) -> None:
    entry = first_entry(content)
    entry["idd"] = entry.pop(next(iter(entry)))


def add_a_key(content: Any) -> None:
    first_entry(content)["extra"] = 1


def break_a_type(content: Any) -> None:
    entry = first_entry(content)
    entry[next(iter(entry))] = {"text": 1}


@pytest.mark.parametrize(("folder", "path"), FILES, ids=lambda value: value.name)
def test_each_file_fits_its_schema_and_a_broken_one_does_not(folder: Path, path: Path) -> None:
    name = path.relative_to(folder).as_posix()
    schema = schema_of(name)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    content = read_file(path, name).value
    assert [error.message for error in validator.iter_errors(content)] == []
    breaks: list[Callable[[Any], None]] = [rename_a_key, add_a_key, break_a_type]
    for breaking in breaks:
        broken = copy.deepcopy(content)
        breaking(broken)
        assert not validator.is_valid(broken), breaking.__name__


def test_a_broken_key_deep_inside_does_not_fit() -> None:
    content: Any = read_file(TINY / "red_flags.yaml", "red_flags.yaml").value
    content["red_flags"][0]["when"]["hass"] = {}
    assert not Draft202012Validator(schema_of("red_flags.yaml")).is_valid(content)
