"""On paper: a real print server, what arrives there, and what is said when something does not."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop.conftest import PROGRAM
from tests.desktop.desktop_session import DesktopSession
from tests.desktop.person import MISTAKE, WORDS, Person
from tests.desktop.print_server import PrintServer
from tests.desktop.tools import needs, until
from tests.gui.driver import pdf_pages
from twitchcheck.questionnaire.answers import Answers

pytestmark = pytest.mark.desktop

STILL_HERE = "Your answers are still here."
FAILED = "That did not work."


@pytest.fixture
def server(desktop: DesktopSession) -> Iterator[PrintServer]:
    with closing(PrintServer(desktop.runtime / "cups")) as made:
        yield made


@pytest.fixture
def in_emergency(start: Callable[..., Person], calm: Callable[..., Answers]) -> Callable[..., Person]:
    """Brings somebody to the page that stops the check: the nearest one that can be printed."""

    def made(*command: str, **environment: str) -> Person:
        person = start(*command, **environment)
        person.walk(calm(gasping="today"), "Your result.")
        assert person.interrupted()
        return person

    return made


def print_out(person: Person) -> None:
    person.reader.press("Print this page")
    person.reader.press("Print")


def said(person: Person, opening: str) -> str:
    """The message in the window that begins like this."""
    return until(
        lambda: next((text for text in person.texts() if text.startswith(opening)), ""), f"a message {opening!r}"
    )


def arrived(server: PrintServer) -> Path:
    """The job that has come out last."""
    return until(server.jobs, "the job at the printer")[-1]


def tool(*command: str | Path) -> str:
    needs(str(command[0]))
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def assert_on_paper(job: Path, width: str, *texts: str) -> None:
    """Two pages of this size, whose text can be selected and whose fonts are in the file."""
    about = tool("pdfinfo", job)
    assert "Pages:           2" in about
    assert f"Page size:       {width}" in about
    words = " ".join(tool("pdftotext", "-layout", job, "-").split())
    for text in (*texts, "page 1 of 2", "page 2 of 2"):
        assert text in words
    fonts = [line.split() for line in tool("pdffonts", job).splitlines()[2:]]
    assert fonts
    assert all("Inter" in font[0] for font in fonts)
    embedded = [font[-5] for font in fonts]  # emb sub uni object ID, counted from the end: type names have spaces
    assert set(embedded) == {"yes"}


def test_the_result_arrives_at_the_usual_printer_on_a4(
    start: Callable[..., Person], calm: Callable[..., Answers], server: PrintServer
) -> None:
    person = start(**server.environment, LANG="en_GB.UTF-8")
    person.walk(calm(places=("eyelid",), main_worry="Is it dangerous?"), "Your result.")
    person.reader.press("Print…")
    person.reader.write(person.reader.find("Name", WORDS), "Kim Example")
    person.reader.press("Go on to print")
    person.reader.press("Print")
    assert said(person, "Sent to") == "Sent to the printer “Office”."
    job = arrived(server)
    assert job.name.startswith("Office-")
    assert_on_paper(job, "595 x 842 pts (A4)", "No doctor is needed for this now", "Kim Example", "Is it dangerous?")


def test_the_emergency_page_arrives_at_another_printer_on_letter(
    in_emergency: Callable[..., Person], server: PrintServer
) -> None:
    person = in_emergency(**server.environment, LANG="en_US.UTF-8", PRINTER="Ward")
    print_out(person)
    assert said(person, "Sent to") == "Sent to the printer “Ward”."
    job = arrived(server)
    assert job.name.startswith("Ward-")
    assert_on_paper(job, "612 x 792 pts (letter)", "Call the emergency number now: 911")


def test_a_printer_that_has_stopped_and_one_that_takes_nothing(
    in_emergency: Callable[..., Person], server: PrintServer
) -> None:
    person = in_emergency(**server.environment)
    answered = said(person, "You answered: ")
    server.run("cupsdisable", "Office")
    print_out(person)
    told = said(person, FAILED)
    assert "“Office” has stopped, so the pages wait there." in told
    assert told.endswith(STILL_HERE)
    assert not server.jobs()
    server.run("cupsenable", "Office")
    assert "Call the emergency number now" in pdf_pages(arrived(server))[0], "the pages that waited come out"
    server.run("cupsreject", "Office")
    person.reader.press("Close")
    print_out(person)
    told = said(person, FAILED)
    assert told.startswith(f"{FAILED} “Office” did not take the pages: ")
    assert told.endswith(STILL_HERE)
    assert len(server.jobs()) == 1
    assert said(person, "You answered: ") == answered
    server.run("cupsaccept", "Office")
    print_out(person)
    assert said(person, "Sent to") == "Sent to the printer “Office”."
    until(lambda: len(server.jobs()) == 2, "the job at the printer")


def test_the_print_server_goes_away_while_the_printer_is_chosen(
    in_emergency: Callable[..., Person], server: PrintServer
) -> None:
    person = in_emergency(**server.environment)
    person.reader.press("Print this page")
    person.reader.find("Print", "push button")
    server.close()
    person.reader.press("Print")
    told = said(person, FAILED)
    assert told.startswith(f"{FAILED} “Office” did not take the pages: ")
    assert told.endswith(STILL_HERE)
    person.reader.press(MISTAKE)
    until(lambda: "Signs · 1 of 5" in person.page(), "the question")


def test_without_a_print_server_the_way_round_is_told(
    in_emergency: Callable[..., Person], desktop: DesktopSession
) -> None:
    person = in_emergency(CUPS_SERVER=str(desktop.runtime / "nobody"))
    answered = said(person, "You answered: ")
    person.reader.press("Print this page")
    told = said(person, "No printer can be found.")
    assert "Save as PDF" in told
    assert told.endswith(STILL_HERE)
    assert said(person, "You answered: ") == answered


def with_small_folders(full: Path, read_only: Path) -> list[str]:
    """The program, in a view of the machine where one folder has no room and another can't be written."""
    needs("unshare", "setpriv")
    become = [] if os.geteuid() == 0 else ["sudo", "--non-interactive", "--preserve-env"]
    mount = 'mount -t tmpfs -o size=8k,mode=1777 tmpfs "$1" && mount -t tmpfs -o ro tmpfs "$2" && shift 2 && exec "$@"'
    stay = ["setpriv", "--reuid", str(os.getuid()), "--regid", str(os.getgid()), "--clear-groups"]
    return [*become, "unshare", "--mount", "sh", "-c", mount, "sh", str(full), str(read_only), *stay, *PROGRAM]


def test_a_full_disk_and_a_folder_that_cannot_be_written(
    in_emergency: Callable[..., Person], desktop: DesktopSession, tmp_path: Path
) -> None:
    full, read_only = tmp_path / "full", tmp_path / "read-only"
    for folder in (full, read_only):
        folder.mkdir()
    person = in_emergency(*with_small_folders(full, read_only))
    answered = said(person, "You answered: ")

    def save(target: Path, opening: str) -> str:
        desktop.screen.press("ctrl+e")
        person.reader.write(person.reader.find("File name:", WORDS), str(target))
        person.reader.press("Save")
        return said(person, opening)

    for folder, reason in ((full, "there may be no room left"), (read_only, "Read-only file system")):
        told = save(folder / "mine.pdf", f"{FAILED} {folder}")
        assert reason in told
        assert told.endswith(STILL_HERE)
        assert said(person, "You answered: ") == answered
    assert save(tmp_path / "mine.pdf", "Saved as ") == f"Saved as {tmp_path}/mine.pdf."
    assert answered.removeprefix("You answered: ").strip("“”.") in pdf_pages(tmp_path / "mine.pdf")[0]
