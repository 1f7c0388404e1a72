"""What may lie in a content folder and is no file to read: it is named, and nothing waits for it."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from twitchcheck.content import compiled, loader
from twitchcheck.content.check import check
from twitchcheck.content.problems import Problem, ProblemsError
from twitchcheck.content.vignettes_file import vignettes_from
from twitchcheck.content.yaml_source import read_file
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs the pipes and links of Unix")

Odd = Callable[[Path], object]

NOWHERE = "can't be read: it is a link that leads nowhere"
NO_FILE = "can't be read: it is no ordinary file"

KINDS: dict[str, tuple[Odd, str]] = {
    "dangling": (lambda path: path.symlink_to("nowhere"), NOWHERE),
    "circle": (lambda path: path.symlink_to(path), "can't be read: Too many levels of symbolic links"),
    "folder": (lambda path: path.mkdir(), "can't be read: Is a directory"),
    "pipe": (lambda path: os.mkfifo(path), NO_FILE),  # type: ignore[attr-defined,unused-ignore]
    "endless": (lambda path: path.symlink_to("/dev/zero"), NO_FILE),
}


def problems(folder: Path) -> list[str]:
    """What loading tells, whether or not there is a compiled form."""
    with pytest.raises(ProblemsError) as caught:
        compiled.load(folder)
    return str(caught.value).splitlines()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["triggers.yaml", "sections/1-body.yaml", "sections/mine.yaml", "mine.yaml"])
def test_what_is_no_file_is_named(tiny_copy: Path, kind: str, name: str) -> None:
    make, why = KINDS[kind]
    compiled.compile_folder(tiny_copy, tiny_copy)
    (tiny_copy / name).unlink(missing_ok=True)
    make(tiny_copy / name)
    assert problems(tiny_copy) == [f"{name}: {why}"]
    assert f"{name}: {why}" in [str(problem) for problem in check(tiny_copy)]


@pytest.mark.parametrize("kind", KINDS)
def test_a_compiled_form_that_is_no_file_does_not_count(tiny: TriageProtocol, tiny_copy: Path, kind: str) -> None:
    KINDS[kind][0](tiny_copy / compiled.NAME)
    assert compiled.load(tiny_copy) == tiny


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_must_not_be_read_is_named(tiny_copy: Path) -> None:
    (tiny_copy / "triggers.yaml").chmod(0)
    assert problems(tiny_copy) == ["triggers.yaml: can't be read: Permission denied"]


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_among_the_written_cases_is_named(tiny: TriageProtocol, tmp_path: Path, kind: str) -> None:
    make, why = KINDS[kind]
    (tmp_path / "calm.yaml").write_text("answers: {}", encoding="utf-8")
    make(tmp_path / "mine.yaml")
    with pytest.raises(ProblemsError) as caught:
        vignettes_from(tiny, tmp_path)
    assert str(caught.value) == f"{tmp_path / 'mine.yaml'}: {why}"


def test_a_file_that_is_gone_is_no_link(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_file(tmp_path / "gone", "gone")
    assert str(caught.value) == "gone: can't be read: No such file or directory"


def test_a_name_stays_on_its_line(tiny_copy: Path) -> None:
    (tiny_copy / "sections" / "a\nb\x1b[2J.yaml").mkdir()
    assert problems(tiny_copy) == ["sections/a�b�[2J.yaml: can't be read: Is a directory"]
    assert str(Problem("a\u2028b", 1, 2, "x")) == "a�b:1:2: x"


def test_no_folder_of_sections_is_told(tiny_copy: Path) -> None:
    (tiny_copy / "sections").rename(tiny_copy / "away")
    (tiny_copy / "sections").write_text("", encoding="utf-8")
    with pytest.raises(ProblemsError):
        loader.load(tiny_copy)
