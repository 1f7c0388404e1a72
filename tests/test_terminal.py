"""The terminal as it is: streams that are closed or full, a reader who has gone, Ctrl+C, letters that are orders."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Protocol

import pytest

from twitchcheck.content import compiled
from twitchcheck.output_file import write_whole
from twitchcheck.resource_files import content_folder
from twitchcheck.terminal import harmless

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the shell and its signals are those of Unix")

ROOT = Path(__file__).parent.parent
PROGRAM = [sys.executable, "-m", "twitchcheck"]
TITLE = "\x1b]0;mine\x07"
ORDERS = (TITLE, "\x1b[2J", "\x9b31m", "\r", "\b", "\x7f", "\u202e", "\u2066")
"""Sets the title, empties the screen, colours (also in one character), goes back, deletes, turns the order round."""


class Shell(Protocol):
    def __call__(self, line: str, *arguments: str) -> subprocess.CompletedProcess[str]: ...


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Shell:
    """What a shell makes of a line in which `$@` is the program with these arguments."""
    content = shutil.copytree(content_folder(), tmp_path_factory.mktemp("shell") / "content")
    compiled.compile_folder(content, content)  # as in an installed program, which starts faster

    def run(line: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        command = ["bash", "-c", line, "bash", *PROGRAM, "--content", str(content), *arguments]
        return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Path:
    """Answers that leave most open, so that there is a message beside the result."""
    path = tmp_path / "answers.yaml"
    path.write_text("date: 2026-11-23\nanswers: {places: [eyelid]}\n", encoding="utf-8")
    return path


@pytest.fixture
def with_orders(tmp_path: Path) -> Path:
    """Own words full of orders to a terminal, which only JSON and a hostile hand can hold."""
    path = tmp_path / "orders.json"
    path.write_text(json.dumps({"answers": {"own_words": "a" + "b".join(ORDERS) + "c"}}), encoding="utf-8")
    return path


def orders_in(text: str) -> list[str]:
    return [letter for letter in text if not letter.isprintable() and letter not in "\n\t"]


@pytest.mark.parametrize("kind", ["text", "html"])
def test_what_was_typed_gives_the_terminal_no_orders(shell: Shell, with_orders: Path, kind: str) -> None:
    done = shell('"$@"', "assess", str(with_orders), "--format", kind)
    assert done.returncode == 0
    assert orders_in(done.stdout) == []
    assert "\\u001b]0;mine\\u0007" in done.stdout


def test_json_means_the_same_letters_still() -> None:
    typed = {"words": "\\".join(ORDERS)}
    assert json.loads(harmless(json.dumps(typed, ensure_ascii=False))) == typed


def test_a_file_keeps_what_was_typed(shell: Shell, with_orders: Path, tmp_path: Path) -> None:
    assert shell('"$@"', "assess", str(with_orders), "-o", str(tmp_path / "out.txt")).returncode == 0
    assert TITLE in (tmp_path / "out.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["assess", f"{TITLE}gone.yaml"],
        ["assess", "gone\nnote: all is well.yaml"],
        ["assess", "/", "-o", f"no/{TITLE}"],
        ["--content", f"{TITLE}gone", "questions"],
        ["check-content", f"{TITLE}gone"],
        ["explain", f"{TITLE}gone"],
        [f"{TITLE}gone"],
        ["questions", f"{TITLE}gone"],
    ],
)
def test_what_a_file_is_called_gives_the_terminal_no_orders(shell: Shell, arguments: list[str]) -> None:
    done = shell('"$@"', *arguments)
    assert (done.returncode, done.stdout, orders_in(done.stderr)) == (2, "", [])
    assert "\nnote: all is well" not in done.stderr


def test_only_what_a_terminal_obeys_is_written_out() -> None:
    plain = "é 東京 😀 שלום\tx\n"
    assert harmless(plain) == plain
    assert harmless("\x1b[0m\udcff") == "\\u001b[0m\\udcff"


@pytest.mark.parametrize(
    ("line", "code", "told"),
    [
        ('"$@" >&-', 2, "standard output: can't be written: it is closed\n"),
        ('"$@" >/dev/full', 2, "standard output: can't be written: No space left on device\n"),
        ('"$@" >/dev/full 2>/dev/full', 2, ""),
        ('"$@" <&- >&- 2>&-', 2, ""),
    ],
)
@pytest.mark.parametrize("arguments", [["questions"], ["--help"]])
def test_a_result_that_cannot_be_written_is_a_failure(
    shell: Shell, line: str, code: int, told: str, arguments: list[str]
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    done = shell(line, *arguments)
    assert (done.returncode, done.stdout, done.stderr) == (code, "", told)


@pytest.mark.parametrize("line", ['"$@" 2>&-', '"$@" 2>/dev/full', '"$@" <&-', '"$@" <&- 2>&-'])
def test_a_result_is_not_lost_because_a_message_cannot_be_told(
    shell: Shell, line: str, answers: Path, tmp_path: Path
) -> None:
    if "/dev/full" in line and not Path("/dev/full").exists():
        pytest.skip("this system has no full device")
    wanted = shell('"$@"', "assess", str(answers))
    assert wanted.stderr.startswith("note: ")
    done = shell(line, "assess", str(answers))
    assert (done.returncode, done.stdout) == (0, wanted.stdout)
    out = tmp_path / "out.pdf"
    assert shell(line, "assess", str(answers), "--format", "pdf", "-o", str(out)).returncode == 0
    assert out.stat().st_size > 1000


def test_bad_input_is_still_bad_input_where_nobody_can_be_told(shell: Shell) -> None:
    for line in ('"$@" 2>&-', '"$@" 2>/dev/full'):
        for arguments in (["assess", "gone.yaml"], ["no-such-command"]):
            done = shell(line, *arguments)
            assert (done.returncode, done.stdout, done.stderr) == (2, "", "")


def test_what_a_library_says_to_a_closed_stream_is_in_no_file(answers: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    script = (
        "import os, sys; from twitchcheck.app import main; sync = os.fsync\n"
        "def noisy(number):\n"
        "    for stream in (1, 2):\n"
        "        os.write(stream, b'warning')\n"
        "    sync(number)\n"
        "os.fsync = noisy\n"
        f"sys.exit(main(['assess', {str(answers)!r}, '-o', {str(out)!r}]))"
    )
    line = 'shift 3; exec "$0" "$@" <&- >&- 2>&-'
    done = subprocess.run(["bash", "-c", line, sys.executable, *PROGRAM, "-c", script], check=False, timeout=60)
    assert done.returncode == 0
    assert "warning" not in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("arguments", [["questions"], ["--help"]])
def test_a_reader_who_has_gone_is_worth_no_message(arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False, timeout=60)
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_closed_standard_input_is_said(shell: Shell) -> None:
    done = shell('"$@" <&-', "assess", "-")
    assert (done.returncode, done.stdout, done.stderr) == (2, "", "standard input: can't be read: it is closed\n")


def test_a_pipe_can_hold_the_answers(shell: Shell, answers: Path) -> None:
    wanted = shell('"$@"', "assess", str(answers)).stdout
    assert shell(f'"$@" <(cat {answers})', "assess").stdout == wanted
    assert shell(f'cat {answers} | "$@"', "assess", "-", "-o", "-").stdout == wanted


@pytest.mark.parametrize("arguments", [["assess", "-"], ["assess", "-", "-o", "out.txt"]])
def test_ctrl_c_ends_it_without_a_word_and_stops_a_loop_around_it(arguments: list[str], tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    started = (
        "import signal, sys, threading, _thread; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "from twitchcheck import app, cli; read = cli._bytes\n"
        "def reading(name):\n"
        "    print('reads', flush=True)\n"
        "    return read(name)\n"
        "cli._bytes = reading\n"
        f"sys.exit(app.main({arguments!r}))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", started],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        cwd=tmp_path,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        assert program.stdout.readline() == b"reads\n"
        program.send_signal(signal.SIGINT)
        assert program.wait(30) == -signal.SIGINT  # which a shell calls 130
        assert (program.stdout.read(), program.stderr.read()) == (b"", b"")
    assert list(tmp_path.iterdir()) == []


# What -o does to files.


def test_a_new_file_is_its_owners_alone(shell: Shell, answers: Path, tmp_path: Path) -> None:
    for kind in ("text", "json", "html", "pdf"):
        out = tmp_path / f"out.{kind}"
        out.write_text("old", encoding="utf-8")
        out.chmod(0o644)
        assert shell('umask 0; "$@"', "assess", str(answers), "--format", kind, "-o", str(out)).returncode == 0
        assert out.stat().st_mode & 0o777 == 0o600
        assert out.stat().st_size > 1000
    assert len(list(tmp_path.iterdir())) == 5  # nothing is left beside them


@pytest.mark.parametrize("kind", ["text", "html", "pdf"])
def test_a_full_disk_keeps_the_old_file(shell: Shell, answers: Path, tmp_path: Path, kind: str) -> None:
    out = tmp_path / "out"
    out.write_text("old", encoding="utf-8")
    line = 'ulimit -f 1; "$@"'  # a file can't become larger than a block, which is a full disk to the program
    done = shell(line, "assess", str(answers), "--format", kind, "-o", str(out))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines()[-1].startswith(f"{out}: can't be written: ")
    assert out.read_text(encoding="utf-8") == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"answers.yaml", "out"}


def test_the_answers_are_never_written_over(shell: Shell, answers: Path, tmp_path: Path) -> None:
    before = answers.read_bytes()
    (tmp_path / "folder").mkdir()
    (tmp_path / "hard").hardlink_to(answers)
    (tmp_path / "soft").symlink_to(answers)
    for name, line, file, kind in (
        ("answers.yaml", '"$@"', str(answers), "text"),
        ("folder/../answers.yaml", '"$@"', str(answers), "pdf"),
        ("hard", '"$@"', str(answers), "html"),
        ("hard", f'"$@" < {answers}', "-", "json"),
        ("soft", f'"$@" < {answers}', "-", "pdf"),
    ):
        out = f"{tmp_path}/{name}"
        done = shell(line, "assess", file, "--format", kind, "-o", out)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"{out}: can't be written: it is what is to be read\n"
    assert answers.read_bytes() == before
    assert (tmp_path / "hard").samefile(answers)


def test_the_content_is_never_written_over(shell: Shell, answers: Path, tmp_path: Path) -> None:
    content = shutil.copytree(content_folder(), tmp_path / "content")
    out = content / "sections" / "1-start.yaml"
    done = shell('"$@"', "--content", str(content), "assess", str(answers), "-o", str(out))
    assert (done.returncode, done.stderr) == (2, f"{out}: can't be written: it is what is to be read\n")


def test_a_link_stays_a_link_and_what_is_no_file_stays_what_it_is(shell: Shell, answers: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert shell('"$@"', "assess", str(answers), "-o", str(tmp_path / "link")).returncode == 0
    assert (tmp_path / "link").is_symlink()
    assert "FOR THE DOCTOR" in (tmp_path / "real").read_text(encoding="utf-8")
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "round").symlink_to(tmp_path / "round")
    for name, why in (
        ("pipe", "it is no ordinary file"),
        (".", "it is no ordinary file"),
        ("round", "it is no ordinary file"),
        ("no/folder", "No such file or directory"),
    ):
        out = f"{tmp_path}/{name}"
        done = shell('"$@"', "assess", str(answers), "-o", out)
        assert (done.returncode, done.stderr.splitlines()[-1]) == (2, f"{out}: can't be written: {why}")


@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_that_was_protected_stays(tmp_path: Path) -> None:
    path = tmp_path / "mine"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o400)
    with pytest.raises(PermissionError):
        write_whole(b"new", str(path))
    assert path.read_text(encoding="utf-8") == "old"


def test_what_cannot_count_is_said_with_its_line(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text('answers:\n  choking: "no"\n  spit: today\n', encoding="utf-8")
    done = shell('"$@"', "assess", str(path), "--format", "json")
    assert done.returncode == 0
    (said,) = [line for line in done.stderr.splitlines() if "count:" in line]
    assert said.startswith(f"note: {path}:3:3: spit does not count: it is asked only when choking is today or")
    path.write_text("answers:\n  choking: today\n  spit: today\n", encoding="utf-8")
    assert "does not count" not in shell('"$@"', "assess", str(path)).stderr


@pytest.fixture
def installed(tmp_path: Path) -> dict[str, str]:
    """The environment of a program as `pip install .` leaves it: the package with its resources, nothing beside."""
    package = shutil.copytree(ROOT / "twitchcheck", tmp_path / "twitchcheck")
    shutil.copytree(ROOT / "resources", package / "resources")
    return {**os.environ, "PYTHONPATH": str(tmp_path), "PYTHONSAFEPATH": "1"}


@pytest.mark.parametrize(("command", "folder"), [("vignettes", "vignettes"), ("measure", "stories")])
def test_an_installed_program_says_where_the_written_cases_are(
    installed: dict[str, str], tmp_path: Path, command: str, folder: str
) -> None:
    done = subprocess.run(
        [*PROGRAM, command], cwd=tmp_path, env=installed, capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert f"tests/{folder}" in done.stderr


def test_an_installed_program_finds_the_written_cases_of_a_checkout(installed: dict[str, str], tmp_path: Path) -> None:
    named, present = (
        subprocess.run(
            [*PROGRAM, "measure", *folder],
            cwd=where,
            env=installed,
            capture_output=True,
            text=True,
            check=True,
            timeout=60,
        ).stdout
        for where, folder in ((tmp_path, [str(ROOT / "tests" / "stories")]), (ROOT, []))
    )
    assert named == present
    assert "calves for eight months" in named
