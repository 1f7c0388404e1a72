"""Opening a file of answers: whatever it is, the answer is quick, in words for people, and nothing hangs."""

import json
import os
from pathlib import Path
from random import Random

import pytest

from twitchcheck.app import read_stored
from twitchcheck.records.stored_file import LARGEST
from twitchcheck.rules.protocol import TriageProtocol


def refused(protocol: TriageProtocol, path: Path) -> str:
    with pytest.raises(ValueError, match=r"^[A-Z][^\n]*\.$") as caught:
        read_stored(protocol, path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "This file is empty."),
        (b"answers: }", "This file was damaged at line 1, or TwitchCheck did not write it."),
        (b'{"answers": {\n"age": 3,\n"age": 4}}', "This file was damaged at line 3, or TwitchCheck did not write it."),
        (b"\xff\xfe", "This file was damaged at line 1, or TwitchCheck did not write it."),
        (b"a letter", "This file was damaged at line 1, or TwitchCheck did not write it."),
        (b" " * (LARGEST + 1), "This file is too large to hold checks."),
    ],
)
def test_a_file_that_cannot_be_used(protocol: TriageProtocol, tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "mine.twitchcheck").write_bytes(content)
    assert refused(protocol, tmp_path / "mine.twitchcheck") == told


def test_what_is_no_file(protocol: TriageProtocol, tmp_path: Path) -> None:
    assert refused(protocol, tmp_path / "gone") == "There is no such file."
    assert refused(protocol, tmp_path) == "This is no ordinary file."


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has named pipes")
def test_a_pipe_that_nobody_writes_into(protocol: TriageProtocol, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refused(protocol, tmp_path / "pipe") == "This is no ordinary file."


def test_a_file_full_of_other_answers(protocol: TriageProtocol, tmp_path: Path) -> None:
    letters = Random(1)
    others = {"".join(letters.sample("abcdefghij_", 8)): 1 for _ in range(12_000)}
    (tmp_path / "mine").write_text(json.dumps({"answers": {**others, "age": 35}}), encoding="utf-8")
    (check,) = read_stored(protocol, tmp_path / "mine")[0].checks
    assert dict(check.answers) == {"age": 35}
    assert check.others == others
