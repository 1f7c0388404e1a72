"""The file on the disk: whole or not at all, and nothing of another program's is overwritten."""

from pathlib import Path

import pytest

from twitchcheck.records.stored_file import ChangedElsewhereError, GoneElsewhereError, StoredFile


def test_two_that_write_one_file_do_not_overwrite_each_other(tmp_path: Path) -> None:
    path = tmp_path / "mine.twitchcheck"
    first = StoredFile(path)
    first.write("one")
    second = StoredFile(path, b"one")
    second.write("two")
    with pytest.raises(ChangedElsewhereError):
        first.write("three")
    assert path.read_text() == "two"
    second.write("four")
    assert path.read_text() == "four"


@pytest.mark.parametrize("text", ["one", "two"])
def test_a_file_that_has_gone_is_not_made_anew(tmp_path: Path, text: str) -> None:
    path = tmp_path / "mine.twitchcheck"
    stored = StoredFile(path)
    stored.write("one")
    path.unlink()
    with pytest.raises(GoneElsewhereError):
        stored.write(text)
    assert not path.exists()


def test_what_is_in_the_file_already_is_not_written_once_more(tmp_path: Path) -> None:
    path = tmp_path / "mine.twitchcheck"
    stored = StoredFile(path)
    stored.write("one")
    before = path.stat().st_ino
    stored.write("one")
    assert path.stat().st_ino == before


def test_it_tells_whether_the_file_is_as_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "mine.twitchcheck"
    path.write_text("one")
    stored = StoredFile(path, b"one")
    assert stored.is_as_known()
    path.write_text("two")
    assert not stored.is_as_known()
    path.unlink()
    assert not stored.is_as_known()
