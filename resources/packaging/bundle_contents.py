"""What goes into the bundle: of Qt only what the program uses, of the system only what a desktop may lack."""

import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from PyInstaller.depend.bindepend import get_imports

# PyInstaller's own form of an entry: where it goes, where it comes from, and its type.
Entry = tuple[str, str, str]

# Qt loads these at run time: the screen (or none, for a PDF from a terminal), input methods, paper, SVG icons.
PLUGINS = re.compile(
    r"platforms/(lib)?q(xcb|wayland|offscreen|windows|cocoa)\."
    r"|platforminputcontexts/libq?(compose|ibus)"
    r"|platformthemes/libqxdgdesktopportal"
    r"|wayland-shell-integration/libxdg-shell|wayland-decoration-client/"
    r"|printsupport/|iconengines/(lib)?qsvgicon|imageformats/(lib)?qsvg"
)

# Libraries of a Linux desktop that must be the machine's own, since they go with its drivers, settings, fonts and
# services, or that no Debian is without. linux/control names their packages. All others are bundled.
FROM_THE_SYSTEM = re.compile(
    r"lib(c|m|dl|rt|util|pthread|stdc\+\+|gcc_s|z|zstd|expat|glib-2\.0|gthread-2\.0|dbus-1|fontconfig|freetype|cups"
    r"|X11|X11-xcb|xcb|GL|EGL|wayland-client|wayland-cursor)\.so\b|ld-linux"
)

# Not imported by the program, but by code in the libraries that it never reaches; among them all that could send.
LEFT_OUT_MODULES = [
    *(
        "_hashlib",
        "_lzma",
        "_socket",
        "_ssl",
        "_uuid",
        "asyncio",
        "bz2",
        "csv",
        "distutils",
        "email",
        "ftplib",
    ),
    *("http", "lzma", "multiprocessing", "pdb", "pydoc", "setuptools", "smtplib", "socket", "socketserver", "sqlite3"),
    *("ssl", "tkinter", "unittest", "urllib.request", "webbrowser", "xmlrpc"),
    *("PySide6.QtDBus", "PySide6.QtNetwork", "PySide6.QtOpenGL", "PySide6.QtQml", "PySide6.QtSql"),
]


def needed(binaries: Iterable[Entry]) -> list[Entry]:
    """Of what PyInstaller found: Python's modules, the wanted plugins, and the libraries that these need.

    Raises SystemExit on Linux where a library is missing, since the program would not start elsewhere.
    """
    entries = sorted(binaries)
    # Windows does not mind capitals, and its libraries ask for each other in either way.
    libraries = {_name(entry[0]).lower(): entry for entry in entries if entry[2] == "BINARY"}
    kept = {entry for entry in entries if _is_root(entry)}
    waiting = sorted(kept)
    while waiting:
        asking = waiting.pop()
        for name in imported(asking[1]):
            entry = libraries.get(_name(name).lower())
            if FROM_THE_SYSTEM.match(name) or entry in kept:
                continue
            if entry is not None:
                kept.add(entry)
                waiting.append(entry)
            elif sys.platform == "linux":
                raise SystemExit(f"{asking[0]} needs {name}, which is not on this machine or left out by PyInstaller")
    return sorted(kept)


def imported(library: str) -> list[str]:
    """The names of the libraries that this one asks for itself."""
    if sys.platform != "linux":
        return [name for name, _ in get_imports(library)]
    # On Linux PyInstaller asks ldd, which also tells what the asked-for libraries ask for.
    command = ["objdump", "--private-headers", library]
    headers = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return re.findall(r"^ +NEEDED +(\S+)$", headers, re.MULTILINE)


def beside(others: Iterable[Entry], kept: Iterable[Entry]) -> list[Entry]:
    """Of links and data: no data of Qt, but links to what is kept, and what makes a framework of macOS whole."""
    places = {entry[0] for entry in kept}
    names = {_name(place) for place in places}
    frameworks = {place.split(".framework/")[0] for place in places if ".framework/" in place}

    def is_wanted(entry: Entry) -> bool:
        place, target, kind = entry
        if ".framework/" in place:
            return place.split(".framework/")[0] in frameworks
        return _name(target) in names if kind == "SYMLINK" else not place.startswith("PySide6")

    return sorted(entry for entry in others if is_wanted(entry))


def _name(path: str) -> str:
    return PurePosixPath(path.replace("\\", "/")).name


def _is_root(entry: Entry) -> bool:
    place, _, kind = entry
    path = place.replace("\\", "/")
    if "/plugins/" in path:
        return PLUGINS.search(path) is not None
    return kind == "EXTENSION" or re.match(r"(lib)?python3|Python", _name(path)) is not None


def of_the_system(entries: Iterable[Entry]) -> Iterator[Path]:
    """The bundled libraries that come from the machine's packages, neither from Python nor from a wheel."""
    return (Path(source) for _, source, _ in entries if re.match(r"/(usr/)?lib/", source) and "/python3" not in source)


def licence(library: Path) -> tuple[str, Path]:
    """The Debian package of a library and the file that has the package's licence."""
    # By its name alone, since the package may know it in /lib where /lib is now /usr/lib.
    command = ["dpkg-query", "--search", f"*/{library.resolve().name}"]
    package = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout.split(":")[0]
    return package, Path("/usr/share/doc") / package / "copyright"
