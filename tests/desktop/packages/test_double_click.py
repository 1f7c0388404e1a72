"""As people start it: a double-click in a file manager, on the program and on an answers file, and the menu's entry."""

import os
import shutil
import subprocess
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tests.desktop.desktop_session import DesktopSession
from tests.desktop.packages.artefacts import Artefacts
from tests.desktop.person import Person
from tests.desktop.screen_reader import ScreenReader
from tests.desktop.tools import needs, until
from twitchcheck.questionnaire.answers import Answers
from twitchcheck.questionnaire.disposition import Disposition
from twitchcheck.records.record import Check, Record
from twitchcheck.records.writing import record_text
from twitchcheck.resource_files import vignettes_folder
from twitchcheck.rules.protocol import TriageProtocol

pytestmark = pytest.mark.desktop

FIRST_ICON = (221, 130)
"""The middle of the first icon from the corner of the file manager's window, in pixels."""

PATIENCE = 20
"""Seconds after which a double-click is repeated: the file manager may not have listed the file yet."""


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
def double_click(desktop: DesktopSession) -> Callable[..., None]:
    """Opens a folder with one file in the file manager, and double-clicks the file until the program is there."""

    def done(file: Path, **environment: str) -> None:
        needs("thunar")
        desktop.start(["thunar", str(file.parent)], **environment)
        screen = desktop.screen
        (window, *_) = until(lambda: screen.windows(f"^{file.parent.name} - Thunar$"), "the file manager")
        clicked = float("-inf")

        def opens() -> bool:
            nonlocal clicked
            if time.monotonic() - clicked > PATIENCE:
                screen.double_click(window, FIRST_ICON)
                clicked = time.monotonic()
            return bool(screen.windows("Muscle twitch self-check"))

        until(opens, "the program after a double-click", 100)

    return done


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


def test_a_double_click_on_answers_opens_them_for_a_last_look(
    double_click: Callable[..., None], person: Person, installed: dict[str, str], desktop: DesktopSession
) -> None:
    story = desktop.home / "Desktop" / "story.twitchcheck"
    story.parent.mkdir()
    shutil.copy(vignettes_folder() / "calm.yaml", story)
    double_click(story, **installed)
    assert person.read().startswith("Check your answers.")


def test_a_double_click_on_a_file_of_checks_opens_its_first_page(
    double_click: Callable[..., None],
    person: Person,
    installed: dict[str, str],
    desktop: DesktopSession,
    calm: Callable[..., Answers],
) -> None:
    kept = desktop.home / "Desktop" / "calf.twitchcheck"
    kept.parent.mkdir()
    last = Check(calm(), date(2026, 11, 9), "09:30", "2026.11", Disposition.SELF_CARE)
    kept.write_text(record_text(Record((last,))), encoding="utf-8")
    double_click(kept, **installed)
    assert person.read().startswith("Your checks. Last check, 9 November 2026: Self-care.")


@pytest.mark.parametrize("launcher", ["gtk-launch", "gio"])
def test_the_entry_of_the_menu_starts_it(
    launcher: str, person: Person, installed: dict[str, str], desktop: DesktopSession
) -> None:
    needs(launcher)
    entry = Path(installed["XDG_DATA_DIRS"].split(":")[0]) / "applications" / "twitchcheck.desktop"
    command = ["gtk-launch", entry.stem] if launcher == "gtk-launch" else ["gio", "launch", str(entry)]
    desktop.start(command, **installed)
    assert person.read().startswith("Muscle twitch self-check.")
