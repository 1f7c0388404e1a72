"""The arrows between the rooms, and that nothing in the package can reach the network."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import twitchcheck

PACKAGE = Path(twitchcheck.__file__).parent

MAY_IMPORT = {
    "questionnaire": set(),
    "rules": {"questionnaire"},
    "content": {"questionnaire", "rules"},
    "records": {"questionnaire", "rules", "output_file"},
    "report": {"questionnaire", "rules", "records", "resource_files"},
    "gui": {"questionnaire", "rules", "records", "report", "resource_files", "terminal"},
}

WINDOW_MAY_IMPORT = {
    "look": set(),
    "state": {"look"},
    "widgets": {"look", "state"},
    "asking": {"look", "state", "widgets"},
    "pages": {"look", "state", "widgets", "asking"},
    "paper": {"look", "state", "widgets"},
    "help": {"look", "state", "widgets"},
}
"""The rooms of the window; the files beside them may use every one."""

SHELL = 12
"""The most files beside the window's rooms, so that a newcomer sees at a glance what puts them together."""

NETWORK = {
    *("asyncio", "ftplib", "http", "imaplib", "poplib", "smtplib", "socket", "socketserver", "ssl", "telnetlib"),
    *("urllib", "webbrowser", "xmlrpc", "requests", "httpx", "aiohttp"),
    # Other programs could send in its place.
    *("subprocess", "multiprocessing", "pty", "PySide6.QtCore.QProcess", "PySide6.QtGui.QDesktopServices"),
}

QT = {"QtCore", "QtGui", "QtPrintSupport", "QtWidgets"}
"""The parts of Qt that can't send."""


def imports(path: Path) -> Iterator[str]:
    """The dotted name of everything a file imports, inside functions too."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def files() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def module_of(path: Path) -> str:
    """The dotted name of a file of the package."""
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def uses() -> dict[str, set[str]]:
    """For each module of the package the other modules that it imports, for type checking or inside functions too."""
    modules = {module_of(path): path for path in files()}
    found: dict[str, set[str]] = {}
    for module, path in modules.items():
        named = {name if name in modules else name.rpartition(".")[0] for name in imports(path)}
        found[module] = (named & modules.keys()) - {module}
    return found


@pytest.mark.parametrize("room", MAY_IMPORT)
def test_a_room_imports_only_the_rooms_below_it(room: str) -> None:
    for path in (PACKAGE / room).rglob("*.py"):
        for name in imports(path):
            top, _, rest = name.partition(".")
            if top == "twitchcheck" and rest != "__version__":
                assert rest.split(".")[0] in MAY_IMPORT[room] | {room}, f"{path} imports {name}"


@pytest.mark.parametrize("room", WINDOW_MAY_IMPORT)
def test_a_room_of_the_window_uses_only_those_below_it(room: str) -> None:
    for path in (PACKAGE / "gui" / room).rglob("*.py"):
        for name in imports(path):
            if name.startswith("twitchcheck.gui."):
                assert name.split(".")[2] in WINDOW_MAY_IMPORT[room] | {room}, f"{path} imports {name}"


def test_the_window_has_no_other_rooms_and_few_files_beside_them() -> None:
    rooms = {path.name for path in (PACKAGE / "gui").iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert rooms == set(WINDOW_MAY_IMPORT)
    assert len(list((PACKAGE / "gui").glob("*.py"))) <= SHELL


def test_no_modules_import_each_other_in_a_circle() -> None:
    remaining = uses()
    while free := {module for module, used in remaining.items() if not used & remaining.keys()}:
        remaining = {module: used for module, used in remaining.items() if module not in free}
    assert not remaining, f"in a circle, or above one: {sorted(remaining)}"


def test_only_the_window_imports_qt_and_only_content_imports_yaml() -> None:
    for path in files():
        room = path.relative_to(PACKAGE).parts[0]
        tops = {name.split(".")[0] for name in imports(path)}
        assert "PySide6" not in tops or room == "gui", path
        assert "yaml" not in tops or room == "content", path


def test_nothing_can_reach_the_network() -> None:
    for path in files():
        for name in imports(path):
            top, _, rest = name.partition(".")
            assert not {top, name} & NETWORK, f"{path} imports {name}"
            assert top != "PySide6" or rest.split(".")[0] in QT, f"{path} imports {name}"
