"""As people start it: a double-click in a file manager, on the program and on an answers file, and the menu's entry."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.desktop.desktop_session import DesktopSession
from tests.desktop.packages.artefacts import Artefacts
from tests.desktop.person import Person
from tests.desktop.screen_reader import ScreenReader
from tests.desktop.tools import needs, until
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.desktop

FIRST_ICON = (50, 40)
"""How far the middle of the first icon is from the corner of the file manager's list, in pixels."""


@pytest.fixture
def person(listen: Callable[[str], ScreenReader], protocol: TriageProtocol) -> Person:
    """Somebody who waits for the program."""
    return Person(listen("TwitchCheck"), protocol)


@pytest.fixture
def installed(built: Artefacts, tmp_path: Path) -> dict[str, str]:
    """The .deb in a folder of its own, as the desktop sees it with this environment."""
    needs("dpkg-deb", "update-mime-database", "update-desktop-database")
    tree = tmp_path / "installed"
    subprocess.run(["dpkg-deb", "-x", built.deb, tree], check=True)
    share = tree / "usr" / "share"
    subprocess.run(["update-mime-database", share / "mime"], check=True)
    subprocess.run(["update-desktop-database", share / "applications"], check=True)
    return {
        "PATH": f"{tree}/usr/bin:{os.environ['PATH']}",
        "XDG_DATA_DIRS": f"{share}:/usr/local/share:/usr/share",
    }


@pytest.fixture
def double_click(desktop: DesktopSession, listen: Callable[[str], ScreenReader]) -> Callable[..., None]:
    """Opens a folder with one file in the file manager, and double-clicks the file."""

    def done(file: Path, **environment: str) -> None:
        needs("thunar")
        desktop.start(["thunar", str(file.parent)], **environment)
        window = ("xdotool", "search", "--onlyvisible", "--name", f"^{file.parent.name} - Thunar$")
        until(lambda: desktop.run(*window), "the file manager")
        reader = listen("thunar")  # not sooner: a GTK program that is asked while it starts does not answer for long
        until(lambda: _counts_one_file(reader), "the file in the list")
        (files,) = (node for node in reader.shown if node.role == "directory pane")
        left, top = reader.corner(files)
        at = (str(left + FIRST_ICON[0]), str(top + FIRST_ICON[1]))
        desktop.run("xdotool", "mousemove", "--sync", *at, "click", "--repeat", "2", "--delay", "80", "1")

    return done


def _counts_one_file(reader: ScreenReader) -> bool:
    return any(node.role == "status bar" and node.name.startswith("1 file") for node in reader.look())


def test_a_double_click_on_the_single_file_starts_it(
    double_click: Callable[..., None], person: Person, built: Artefacts, desktop: DesktopSession
) -> None:
    unpacked = desktop.home / "Downloads"
    shutil.unpack_archive(built.tar, unpacked, filter="data")
    (program,) = unpacked.glob("*/TwitchCheck")
    alone = desktop.home / "Desktop" / program.name
    alone.parent.mkdir()
    program.rename(alone)
    double_click(alone)
    assert person.read().startswith("Muscle twitch self-check.")


def test_a_double_click_on_an_answers_file_opens_it(
    double_click: Callable[..., None], person: Person, installed: dict[str, str], desktop: DesktopSession
) -> None:
    story = desktop.home / "Desktop" / "story.twitchcheck"
    story.parent.mkdir()
    shutil.copy(vignettes_folder() / "calm.yaml", story)
    double_click(story, **installed)
    assert person.read().startswith("Check your answers.")


@pytest.mark.parametrize("launcher", ["gtk-launch", "gio"])
def test_the_entry_of_the_menu_starts_it(
    launcher: str, person: Person, installed: dict[str, str], desktop: DesktopSession
) -> None:
    needs(launcher)
    entry = Path(installed["XDG_DATA_DIRS"].split(":")[0]) / "applications" / "twitchcheck.desktop"
    command = ["gtk-launch", entry.stem] if launcher == "gtk-launch" else ["gio", "launch", str(entry)]
    desktop.start(command, **installed)
    assert person.read().startswith("Muscle twitch self-check.")
