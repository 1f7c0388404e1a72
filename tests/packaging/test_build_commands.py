"""The commands that build for Windows and macOS, as far as Linux can follow them, and the one that tries a build."""

import plistlib
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "resources" / "packaging"


class Steps:
    """Notes the programs that a build calls, in place of running them, and makes what the next step looks for."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.told: list[list[str]] = []

    def run(self, command: tuple[str | Path, ...], **options: object) -> None:
        """One program with its arguments, paths below the project's folder without it."""
        self.told.append([str(part).removeprefix(f"{self.root}/") for part in command])
        if "--distpath" in command:
            app = self.root / "build" / "onedir" / "TwitchCheck.app" / "Contents"
            app.mkdir(parents=True)
            (app / "Info.plist").write_bytes(plistlib.dumps({"CFBundleShortVersionString": "9.8.7"}))


@pytest.fixture
def steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Steps:
    """What is called, in an empty folder in place of the project's own."""
    if sys.platform != "linux":
        pytest.skip("plays the other systems on Linux")
    monkeypatch.syspath_prepend(str(PACKAGING))
    import build_macos
    import bundle

    monkeypatch.setattr(bundle, "ROOT", tmp_path)
    monkeypatch.setattr(bundle, "DIST", tmp_path / "dist")
    monkeypatch.setattr(build_macos, "APP", tmp_path / "build" / "onedir" / "TwitchCheck.app")
    monkeypatch.setattr(build_macos, "STAGE", tmp_path / "build" / "dmg")
    made = Steps(tmp_path)
    monkeypatch.setattr(subprocess, "run", made.run)
    return made


PYINSTALLER = "--noconfirm --log-level WARN --distpath build/onedir --workpath build/work"
SPEC = "resources/packaging/twitchcheck.spec"


def test_windows_gets_its_bundle_then_its_installer(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    import build_windows

    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("shutil.which", lambda name, path: f"C:/Inno Setup 6/{name}")
    build_windows.main()
    assert [" ".join(command) for command in steps.told[1:]] == [
        "build/venv/Scripts/python -m pip install --quiet .[packaging]",
        f"build/venv/Scripts/pyinstaller {PYINSTALLER} {SPEC}",
        "C:/Inno Setup 6/iscc /Qp resources/packaging/windows/installer.iss",
    ]


def test_without_inno_setup_windows_is_told_before_anything_is_built(
    steps: Steps, monkeypatch: pytest.MonkeyPatch
) -> None:
    import build_windows

    monkeypatch.setattr("shutil.which", lambda name, path: None)
    with pytest.raises(SystemExit, match="Inno Setup 6 is not installed"):
        build_windows.main()
    assert steps.told == []


def test_macos_gets_its_bundle_then_its_disk_image(steps: Steps, monkeypatch: pytest.MonkeyPatch) -> None:
    import build_macos

    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("platform.machine", lambda: "arm64")
    build_macos.main()
    assert [" ".join(command) for command in steps.told[1:]] == [
        "build/venv/bin/python -m pip install --quiet .[packaging]",
        f"build/venv/bin/pyinstaller {PYINSTALLER} {SPEC}",
        "codesign --force --deep --sign - build/dmg/TwitchCheck.app",
        "hdiutil create -volname TwitchCheck -srcfolder build/dmg -format UDZO -ov dist/TwitchCheck-9.8.7-arm64.dmg",
    ]
    assert (steps.root / "build" / "dmg" / "Applications").readlink() == Path("/Applications")


def checked(*command: str) -> subprocess.CompletedProcess[str]:
    """What is said of a program."""
    return subprocess.run(
        [sys.executable, PACKAGING / "check_start.py", *command], capture_output=True, text=True, check=False
    )


def test_a_program_that_starts_is_let_pass() -> None:
    done = checked(sys.executable, "-m", "twitchcheck")
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("broken", "said"),
    [
        ("'--version' in sys.argv and sys.exit(3)", "--version ended with 3"),
        ("'assess' in sys.argv and sys.exit(4)", "the PDF ended with 4"),
        ("sys.argv[1:] or sys.exit(0)", "the window was not painted"),
    ],
)
def test_a_program_that_does_not_start_is_found_out(broken: str, said: str) -> None:
    done = checked(sys.executable, "-c", f"import sys; {broken}; from twitchcheck.app import main; sys.exit(main())")
    assert done.returncode == 1
    assert done.stderr.startswith(said)
