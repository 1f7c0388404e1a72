"""What was built: its size, that it is well formed, and that it carries what it must and nothing of the machine."""

import tarfile
from email.parser import Parser
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.desktop.packages.artefacts import ROOT, Artefacts
from tests.desktop.tools import needs, run

pytestmark = pytest.mark.desktop

MB = 1_000_000


@pytest.fixture(scope="module")
def installed(built: Artefacts, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the .deb puts onto a machine."""
    folder = tmp_path_factory.mktemp("installed")
    run("dpkg-deb", "--extract", built.deb, folder)
    return folder


def bundled(built: Artefacts) -> list[Path]:
    return [path for path in built.onedir.rglob("*") if path.is_file() and not path.is_symlink()]


def test_sizes(built: Artefacts) -> None:
    unpacked = sum(path.stat().st_size for path in bundled(built))
    sizes = {"unpacked": unpacked, "deb": built.deb.stat().st_size, "single": built.single_file.stat().st_size}
    limits = {"unpacked": 125 * MB, "deb": 45 * MB, "single": 50 * MB}
    assert {name: size for name, size in sizes.items() if size > limits[name]} == {}


def test_the_menu_entry_and_the_page_of_the_software_shop_are_valid(installed: Path) -> None:
    needs("desktop-file-validate", "appstreamcli")
    share = installed / "usr" / "share"
    assert run("desktop-file-validate", share / "applications" / "twitchcheck.desktop") == ""
    said = run("appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir())
    assert not [word for word in ("error:", "warning:", "info:") if word in said], said


def test_icons_have_the_size_that_their_folder_promises(installed: Path) -> None:
    icons = installed / "usr" / "share" / "icons" / "hicolor"
    for size in (16, 24, 32, 48, 64, 128, 256, 512):
        image = QImage(str(icons / f"{size}x{size}" / "apps" / "twitchcheck.png"))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size - 1 - size // 16).name() == "#17404a"
        assert image.pixelColor(0, 0).alpha() == 0
    assert (icons / "scalable" / "apps" / "twitchcheck.svg").exists()


def test_the_package_names_version_needs_and_licence(built: Artefacts, installed: Path) -> None:
    control = Parser().parsestr(run("dpkg-deb", "--field", built.deb))
    assert run(built.onedir / "twitchcheck", "--version").startswith(f"twitchcheck {control['Version']},")
    for both_names in ("libcups2t64 | libcups2", "libglib2.0-0t64 | libglib2.0-0"):
        assert both_names in control["Depends"]
    assert "Permission is hereby granted" in (installed / "usr/share/doc/twitchcheck/copyright").read_text()


def test_the_single_file_comes_ready_to_start(built: Artefacts) -> None:
    with tarfile.open(built.tar) as tar:
        members = {member.name.partition("/")[2]: member for member in tar.getmembers()}
    assert members["TwitchCheck"].mode == 0o755
    assert {"LICENSE", "licences/Qt.txt", "licences/LGPL-3.0.txt"} <= members.keys()
    assert {(member.uid, member.gid, member.uname) for member in members.values()} == {(0, 0, "")}


def test_every_bundled_library_brings_its_licence(built: Artefacts) -> None:
    licences = {path.stem for path in built.onedir.rglob("licences/*.txt")}
    assert {path.stem for path in (ROOT / "resources" / "licences").glob("*.txt")} <= licences
    for library in built.onedir.glob("_internal/lib*.so*"):
        if library.is_symlink() or library.name.startswith("libpython"):
            continue
        known = [name for name in licences if name.startswith(library.name.partition(".")[0])]
        assert known, f"{library.name} has no licence text"


def test_the_content_is_compiled_as_in_the_wheel(built: Artefacts) -> None:
    assert [path.parent.name for path in built.onedir.rglob("compiled.msgpack")] == ["en"]


def test_the_list_of_changes_is_the_one_of_the_software_shop(built: Artefacts, installed: Path) -> None:
    (bundled_list,) = built.onedir.rglob("twitchcheck.metainfo.xml")
    (shop,) = (installed / "usr" / "share" / "metainfo").iterdir()
    assert bundled_list.read_bytes() == shop.read_bytes()


def test_nothing_names_the_folder_it_was_built_in(built: Artefacts) -> None:
    # Two builds in different folders would differ by it.
    place = str(ROOT).encode()
    assert [path.name for path in [*bundled(built), built.single_file] if place in path.read_bytes()] == []
