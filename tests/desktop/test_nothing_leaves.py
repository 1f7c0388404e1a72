"""Nothing leaves the machine, and nothing stays on it but what the person saved: every system call of a whole check."""

import re
from collections.abc import Callable, Iterator
from configparser import ConfigParser
from contextlib import closing
from pathlib import Path

import pytest

from tests.desktop.conftest import PROGRAM
from tests.desktop.desktop_session import DesktopSession
from tests.desktop.person import WORDS, Person
from tests.desktop.print_server import PrintServer
from tests.desktop.tools import needs, until
from tests.gui.driver import pdf_pages
from twitchcheck.questionnaire.answers import Answers

pytestmark = pytest.mark.desktop

CHANGES = (
    *("creat", "link", "linkat", "mkdir", "mkdirat", "mknod", "mknodat", "rename", "renameat", "renameat2"),
    *("rmdir", "symlink", "symlinkat", "truncate", "unlink", "unlinkat", "chmod", "fchmodat"),
)
"""What changes a folder or a file by its name."""

NOT_OURS = {
    "/var/run/nscd/socket",  # the C library asks there for the name of the user, before it reads /etc/passwd
    "/run/dbus/system_bus_socket",  # CUPS asks there for printers that this machine knows of, when it lists them
}
"""Sockets of the machine itself that the libraries try."""

SOCKETS = ("socket", "socketpair", "connect", "bind", "accept", "accept4")
"""What makes or connects a socket; none can send without."""

WORRY = "Is it dangerous?"


def calls(trace: Path) -> Iterator[tuple[str, str]]:
    """Each system call that was tried: its name and the rest of the line."""
    for line in trace.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"\d+ +(\w+)\((.*)", line):
            yield found[1], found[2]


def sockets(trace: Path) -> tuple[set[str], set[str]]:
    """The families of the sockets that were made, and the paths that they were connected to."""
    families, paths = set(), set()
    for name, rest in calls(trace):
        if name in SOCKETS:
            families |= set(re.findall(r"\b[AP]F_\w+", rest))
            paths |= set(re.findall(r'sun_path=@?"([^"]*)"', rest))
    return families, paths


def written(trace: Path) -> set[Path]:
    """Every path that was made, changed, renamed, deleted, or opened for writing."""
    found = set()
    for name, rest in calls(trace):
        opened = name in ("open", "openat") and re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE", rest)
        if opened or name in CHANGES:
            found |= {Path(path) for path in re.findall(r'"([^"]*)"', rest)}
    return {path for path in found if not path.is_relative_to("/proc/self/fd")}  # a file seen when it was opened


@pytest.fixture
def server(desktop: DesktopSession) -> Iterator[PrintServer]:
    with closing(PrintServer(desktop.runtime / "cups")) as made:
        yield made


def test_a_whole_check_printed_and_saved(
    start: Callable[..., Person],
    calm: Callable[..., Answers],
    desktop: DesktopSession,
    server: PrintServer,
    tmp_path: Path,
) -> None:
    needs("strace")
    trace, target, passing = tmp_path / "trace", tmp_path / "saved" / "mine.pdf", tmp_path / "passing"
    target.parent.mkdir()
    passing.mkdir()
    kinds = ",".join(("open", "openat", *SOCKETS, *CHANGES))
    # CUPS wants a file for each job. An installed program has its modules compiled already.
    settings = {**server.environment, "TMPDIR": str(passing), "PYTHONDONTWRITEBYTECODE": "1"}
    strace = ("strace", "-f", "--seccomp-bpf", "-s", "4096", "-e", f"trace={kinds}", "-o", str(trace))
    person = start(*strace, *PROGRAM, **settings)
    person.walk(calm(places=("eyelid",), main_worry=WORRY), "Your result.")
    person.reader.press("Print…")
    person.reader.press("Go on to print")
    person.reader.press("Print")
    until(server.jobs, "the job at the printer")
    person.reader.press("Save as PDF…")
    person.reader.press("Go on to save")
    person.reader.write(person.reader.find("File name:", WORDS), str(target))
    person.reader.press("Save")
    until(target.exists, "the file")
    until(lambda: f"Saved as {target}." in person.texts(), "the word that it is saved")
    desktop.screen.press("ctrl+q")
    person.reader.press("Close and forget them")
    until(lambda: "+++ exited with 0 +++" in trace.read_text(encoding="utf-8").splitlines()[-1], "the end")

    families, paths = sockets(trace)
    display = desktop.environment["DISPLAY"].removeprefix(":")
    assert families == {"AF_UNIX"}
    assert paths - NOT_OURS == {
        f"/tmp/.X11-unix/X{display}",
        str(desktop.runtime / "bus"),
        str(desktop.runtime / "at-spi" / f"bus_{display}"),
        server.environment["CUPS_SERVER"],
    }
    own = desktop.home / ".config" / "TwitchCheck"
    places = {path for path in written(trace) if not path.is_relative_to(own) and path.parent != passing}
    assert places == {own.parent, target.parent, target}
    assert not list(passing.iterdir())
    assert WORRY in pdf_pages(target)[1]
    assert list(target.parent.iterdir()) == [target]
    left = {path for path in desktop.home.rglob("*") if path.is_file()}
    assert left == {own / "QtProject.conf", own / "TwitchCheck" / "TwitchCheck.conf"}
    remembered = ConfigParser()
    remembered.read(own / "TwitchCheck" / "TwitchCheck.conf")
    assert {(section, key) for section in remembered.sections() for key in remembered[section]} == {
        ("window", "geometry")
    }
    folders = ConfigParser(interpolation=None)
    folders.read(own / "QtProject.conf")
    assert folders.sections() == ["FileDialog"]
    assert target.name not in (own / "QtProject.conf").read_text(encoding="utf-8")
