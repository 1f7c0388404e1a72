"""The one PyInstaller spec as Windows and macOS would read it, and the other recipes and icons of these two."""

import plistlib
import re
import runpy
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import PyInstaller.compat
import pytest
from PIL import Image

from tests.test_architecture import files, imports
from twitchcheck import __version__
from twitchcheck.app import SAVED

PACKAGING = Path(__file__).parents[2] / "resources" / "packaging"
Call = dict[str, Any]


@pytest.fixture(autouse=True)
def _modules_of_the_spec(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))


def made_by_the_spec(
    platform: str, found: list[tuple[str, str, str]], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> dict[str, Call]:
    """What each of PyInstaller's steps was told, with nothing built; each file found needs what its source names."""
    if sys.platform != "linux":
        pytest.skip("plays the other systems on Linux")
    import bundle_contents

    package = folder / "twitchcheck" / "__init__.py"
    compiled = package.parent / "resources" / "content" / "en" / "compiled.msgpack"
    compiled.parent.mkdir(parents=True)
    compiled.touch()
    monkeypatch.setattr("importlib.util.find_spec", lambda name: SimpleNamespace(origin=str(package)))
    monkeypatch.setattr(bundle_contents, "get_imports", lambda source: [(name, None) for name in source.split()])
    monkeypatch.setattr(sys, "platform", platform)
    made: dict[str, Call] = {}

    def step(name: str) -> Any:
        def told(*inside: Any, **options: Any) -> SimpleNamespace:
            made[name] = {"inside": inside, **options}
            return SimpleNamespace(binaries=found, datas=[], pure=[], scripts=[])

        return told

    steps = {name: step(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
    runpy.run_path(str(PACKAGING / "twitchcheck.spec"), {"SPECPATH": str(PACKAGING), "workpath": str(folder), **steps})
    return made


def test_windows_gets_an_icon_a_version_and_only_the_needed_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = [
        ("PySide6\\QtGui.pyd", "Qt6Gui.dll", "EXTENSION"),
        ("PySide6\\Qt6Gui.dll", "VCRUNTIME140.dll KERNEL32.dll", "BINARY"),
        ("VCRUNTIME140.dll", "", "BINARY"),
        ("python311.dll", "vcruntime140.dll", "BINARY"),
        ("PySide6\\Qt6Qml.dll", "Qt6Gui.dll", "BINARY"),
        ("PySide6\\plugins\\platforms\\qwindows.dll", "Qt6Gui.dll", "BINARY"),
        ("PySide6\\plugins\\platforms\\qdirect2d.dll", "Qt6Gui.dll", "BINARY"),
    ]
    made = made_by_the_spec("win32", found, tmp_path, monkeypatch)
    assert made["EXE"]["console"] is False
    assert made["EXE"]["icon"].read_bytes()[:4] == b"\0\0\1\0"
    names = {entry[0].rpartition("\\")[2] for entry in made["COLLECT"]["inside"][1]}
    assert names == {"QtGui.pyd", "Qt6Gui.dll", "VCRUNTIME140.dll", "python311.dll", "qwindows.dll"}
    # Without this module, which only Windows has, PyInstaller reads a version resource all the same.
    monkeypatch.setattr(PyInstaller.compat, "win32api", None, raising=False)
    from PyInstaller.utils.win32 import versioninfo

    resource = versioninfo.load_version_info_from_text_file(  # type: ignore[attr-defined]  # the stubs lack it
        str(made["EXE"]["version"])
    )
    assert f"'ProductVersion', '{__version__}'" in str(resource)
    assert resource.ffi.fileVersionMS == int(__version__.split(".")[0]) << 16 | int(__version__.split(".")[1])


def test_macos_gets_an_app_that_opens_answers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = [
        ("PySide6/QtGui.abi3.so", "@rpath/QtGui.framework/Versions/A/QtGui", "EXTENSION"),
        ("PySide6/Qt/lib/QtGui.framework/Versions/A/QtGui", "", "BINARY"),
        ("PySide6/Qt/lib/QtGui.framework/Versions/Current", "A", "SYMLINK"),
        ("PySide6/Qt/lib/QtQml.framework/Versions/A/QtQml", "", "BINARY"),
        ("PySide6/Qt/lib/QtQml.framework/Versions/Current", "A", "SYMLINK"),
        ("PySide6/Qt/plugins/platforms/libqcocoa.dylib", "@rpath/QtGui.framework/Versions/A/QtGui", "BINARY"),
    ]
    made = made_by_the_spec("darwin", found, tmp_path, monkeypatch)
    assert made["EXE"]["argv_emulation"] is True
    kept = {entry[0] for entry in made["COLLECT"]["inside"][1]}
    assert kept == {place for place, _, _ in found if "QtQml" not in place}
    app = made["BUNDLE"]
    assert (app["name"], app["version"]) == ("TwitchCheck.app", __version__)
    assert app["icon"].read_bytes()[:4] == b"icns"
    (kind,) = app["info_plist"]["CFBundleDocumentTypes"]
    (declared,) = app["info_plist"]["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == [SAVED.removeprefix(".")]


def test_the_icons_hold_every_size(tmp_path: Path) -> None:
    import icons

    # In a process of its own, since the other tests need an application of another kind.
    subprocess.run([sys.executable, PACKAGING / "icons.py", tmp_path], check=True)
    with Image.open(tmp_path / "twitchcheck.ico") as ico:
        assert {size for size, _ in ico.info["sizes"]} == set(icons.ICO_SIZES)
    with Image.open(tmp_path / "twitchcheck.icns") as icns:
        assert {width * scale for width, _, scale in icns.info["sizes"]} == set(icons.ICNS_SIZES)
    for size in icons.PNG_SIZES:
        with Image.open(tmp_path / f"twitchcheck-{size}.png") as png:
            assert png.size == (size, size)


def test_the_windows_installer_registers_the_answers_and_names_only_what_is_there() -> None:
    script = (PACKAGING / "windows" / "installer.iss").read_text(encoding="utf-8")
    assert f'Software\\Classes\\{SAVED}"' in script
    # Where Qt keeps the settings of a program, by the name of its makers.
    assert 'Root: HKCU; Subkey: "Software\\TwitchCheck"; Flags: dontcreatekey uninsdeletekey' in script
    # The braces of a constant are balanced, and each section is one that Inno Setup knows.
    assert set(re.findall(r"^\[(\w+)\]$", script, re.MULTILINE)) == {"Setup", "Files", "Icons", "Registry", "Run"}
    assert set(re.findall(r"(?<!{){(?!{)([#\w]+)", script)) <= {
        "#Root",
        "#GetVersionNumbersString",
        "app",
        "autopf",
        "autoprograms",
    }
    assert (PACKAGING.parents[1] / "LICENSE").exists()


def test_the_property_list_is_one_of_apples() -> None:
    plist = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    assert plist["LSMinimumSystemVersion"] == "13.0"


def test_no_module_is_left_out_that_the_program_imports() -> None:
    import bundle_contents

    for path in files():
        for name in imports(path):
            for left_out in bundle_contents.LEFT_OUT_MODULES:
                assert not f"{name}.".startswith(f"{left_out}."), f"{path} imports {name}"
