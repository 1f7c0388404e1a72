"""What pip installs: built from the source package, into an empty environment, used from another folder."""

import sys
from pathlib import Path

import pytest

from tests.desktop.packages.artefacts import ROOT
from tests.desktop.tools import run

pytestmark = pytest.mark.desktop


def environment(folder: Path, name: str, *packages: str | Path) -> Path:
    """The programs of a new environment with these packages."""
    run(sys.executable, "-m", "venv", name, folder=folder)
    run(folder / name / "bin" / "pip", "install", "--quiet", *packages, folder=folder)
    return folder / name / "bin"


def test_an_installed_wheel_needs_no_checkout(tmp_path: Path) -> None:
    tools = environment(tmp_path, "tools", "hatchling", "msgspec", "pyyaml")
    run(
        tools / "python", "-m", "hatchling", "build", "--target", "sdist", "--directory", tmp_path / "made", folder=ROOT
    )
    (source,) = (tmp_path / "made").glob("*.tar.gz")
    programs = environment(tmp_path, "installed", source)
    assert run(programs / "twitchcheck", "--version", folder=tmp_path).startswith("twitchcheck ")
    assert "places" in run(programs / "twitchcheck", "questions", folder=tmp_path)
    (resources,) = (programs.parent / "lib").glob("python*/site-packages/twitchcheck/resources")
    assert (resources / "content" / "en" / "compiled.msgpack").exists()
    assert (resources / "licences" / "LGPL-3.0.txt").exists()
    assert (resources / "packaging" / "linux" / "twitchcheck.metainfo.xml").exists()
    # The start without a console window takes no other way, and there is nothing to see without a screen.
    code = (programs / "twitchcheck-window").read_text(encoding="utf-8")
    assert "from twitchcheck.app import main" in code
