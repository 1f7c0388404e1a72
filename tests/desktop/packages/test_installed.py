"""The .deb on bare machines: installed, used by an ordinary person, and removed."""

import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.desktop.packages.artefacts import Artefacts
from tests.desktop.packages.bare_machine import PERSON, BareMachine
from tests.desktop.screen import Screen
from tests.desktop.tools import until

pytestmark = pytest.mark.desktop

TITLE = "Muscle twitch self-check"
SAID = "Seen by a doctor: no."
"""What the doctor's sheet says of the answers that are given or opened here."""


def text_of(pdf: Path) -> str:
    return " ".join("\n".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_nobody_installed_python(machine: BareMachine) -> None:
    assert "python" not in machine.run("sh", "-c", "ls /usr/bin /usr/local/bin")
    assert machine.run("twitchcheck", "--version", user=PERSON).startswith("twitchcheck ")


def test_every_library_is_bundled_or_declared(machine: BareMachine) -> None:
    said = machine.run(
        *("sh", "-c", "find /usr/lib/twitchcheck -name '*.so*' -print -exec ldd {} + && ldd /usr/bin/twitchcheck"),
        LD_LIBRARY_PATH="/usr/lib/twitchcheck/_internal",
    )
    assert "libcupsprintersupport.so" in said
    assert "libqwayland.so" in said
    assert [line for line in said.splitlines() if "not found" in line] == []


def keys_of_a_check() -> list[str]:
    """The keys from the first page to "Check my answers", with nothing the matter."""
    command = (sys.executable, "-m", "tests.desktop.packages.keystrokes")
    root = Path(__file__).parents[3]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True, timeout=300)
    return done.stdout.split()


def test_a_person_goes_through_the_check_and_saves_the_pdf(machine: BareMachine, screen: Screen) -> None:
    saved = machine.home / "result.pdf"

    def asks_for_the_sheet() -> list[str]:
        # Only the result can be saved, so this does nothing until it shows.
        screen.press("ctrl+e")
        return screen.windows("For the doctor's sheet")

    keys = keys_of_a_check()
    with machine.started("twitchcheck", user=PERSON, DISPLAY=screen.display) as program:
        window = screen.window(TITLE, program)
        assert screen.wm_class(window) == '"twitchcheck", "TwitchCheck"'
        until(lambda: TITLE in screen.active(), "the active window")
        screen.press(*keys, "Return")
        until(asks_for_the_sheet, "the dialog about the doctor's sheet")
        until(lambda: "sheet" in screen.active(), "the active dialog")
        screen.press("Return")
        until(lambda: "Save as PDF" in screen.active(), "the dialog that asks for a place")
        screen.press("ctrl+a")
        screen.write(f"/home/person/{saved.name}")
        screen.press("Return")
        until(saved.exists, "the PDF")
        assert program.poll() is None
    assert SAID in text_of(saved)
    assert saved.stat().st_uid == PERSON


def test_a_pdf_without_a_screen(machine: BareMachine, answers_file: Path) -> None:
    command = ("twitchcheck", "assess", str(answers_file), "--format", "pdf", "-o", "/home/person/terminal.pdf")
    machine.run(*command, user=PERSON)
    assert SAID in text_of(machine.home / "terminal.pdf")


def opens_and_closes_without_a_word(machine: BareMachine, screen: Screen, command: str, **environment: str) -> None:
    with machine.started(command, user=PERSON, DISPLAY=screen.display, **environment) as program:
        screen.window(TITLE, program)
        until(lambda: TITLE in screen.active(), "the active window")
        screen.press("ctrl+q")
        said, _ = program.communicate(timeout=60)
        # That it keeps no list of fonts where it may not write is a remark of the machine's fontconfig.
        lines = [line for line in said.splitlines() if line != "Fontconfig error: No writable cache directories"]
        assert (program.returncode, lines) == (0, [])


def test_a_home_that_cannot_be_written_in_and_the_plainest_locale(machine: BareMachine, screen: Screen) -> None:
    opens_and_closes_without_a_word(machine, screen, "twitchcheck", HOME="/usr/share/doc", LC_ALL="C", LANG="C")


def test_two_at_once(machine: BareMachine, screen: Screen) -> None:
    one = machine.started("twitchcheck", user=PERSON, DISPLAY=screen.display)
    other = machine.started("twitchcheck", user=PERSON, DISPLAY=screen.display)
    with one as first, other as second:
        until(lambda: len(screen.windows(TITLE)) == 2, "two windows")
        assert (first.poll(), second.poll()) == (None, None)


def test_the_single_file_starts_too(machine: BareMachine, built: Artefacts, screen: Screen) -> None:
    # On a machine with what the .deb declares, of which a desktop has everything.
    program = machine.home / "TwitchCheck"
    program.write_bytes(built.single_file.read_bytes())
    program.chmod(0o755)
    opens_and_closes_without_a_word(machine, screen, "/home/person/TwitchCheck")
    assert list(machine.root.glob("tmp/_MEI*")) == []


def test_a_double_click_on_answers_opens_the_program(machine: BareMachine, answers_file: Path) -> None:
    machine.install("shared-mime-info", "desktop-file-utils", "libglib2.0-bin", "xdg-utils")
    kind = machine.run("gio", "info", "--attributes", "standard::content-type", str(answers_file), user=PERSON)
    assert "application/x-twitchcheck" in kind
    opener = machine.run("gio", "mime", "application/x-twitchcheck", user=PERSON, LANG="C.UTF-8")
    assert "twitchcheck.desktop" in opener


def test_nothing_is_left_of_it(machine: BareMachine) -> None:
    shipped = machine.run("dpkg", "--listfiles", "twitchcheck").split()
    assert "/usr/share/applications/twitchcheck.desktop" in shipped
    machine.run("apt-get", "purge", "--yes", "twitchcheck")
    left = {path for path in machine.files() if "twitchcheck" in path.lower() and not path.startswith("home/")}
    assert left == {"root/twitchcheck.deb"}
