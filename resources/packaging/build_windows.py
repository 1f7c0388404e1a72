"""Builds what people on Windows get, from this checkout: dist/TwitchCheck-setup.exe. Needs Inno Setup 6.

py resources/packaging/build_windows.py
"""

import os
import shutil
import subprocess

import bundle

SCRIPT = "resources/packaging/windows/installer.iss"
PLACES = (r"%LOCALAPPDATA%\Programs\Inno Setup 6", r"%ProgramFiles(x86)%\Inno Setup 6", r"%ProgramFiles%\Inno Setup 6")
"""Where Inno Setup is installed; it is not found by its name alone until somebody adds it to the PATH."""


def compiler() -> str:
    """The program that makes the installer. Raises SystemExit where there is none."""
    found = shutil.which("iscc", path=os.pathsep.join([os.environ["PATH"], *map(os.path.expandvars, PLACES)]))
    if found is None:
        raise SystemExit("Inno Setup 6 is not installed: winget install JRSoftware.InnoSetup")
    return found


def main() -> None:
    """The bundle, then its installer."""
    iscc = compiler()
    bundle.make_bundle()
    subprocess.run((iscc, "/Qp", SCRIPT), cwd=bundle.ROOT, check=True)


if __name__ == "__main__":
    main()
