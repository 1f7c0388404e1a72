"""Builds what people on macOS get, from this checkout: dist/TwitchCheck-VERSION-PROCESSOR.dmg.

python3 resources/packaging/build_macos.py
"""

import platform
import plistlib
import shutil
import subprocess

import bundle

APP = bundle.ONEDIR / "TwitchCheck.app"
STAGE = bundle.ROOT / "build" / "dmg"


def main() -> None:
    """The bundle, then its disk image."""
    bundle.make_bundle()
    version = plistlib.loads((APP / "Contents" / "Info.plist").read_bytes())["CFBundleShortVersionString"]
    staged = STAGE / APP.name
    shutil.copytree(APP, staged, symlinks=True)
    (STAGE / "Applications").symlink_to("/Applications")
    # Without the makers' name, since they have no certificate; Apple's processors run nothing unsigned.
    subprocess.run(("codesign", "--force", "--deep", "--sign", "-", staged), check=True)
    target = bundle.DIST / f"TwitchCheck-{version}-{platform.machine()}.dmg"
    image = ("hdiutil", "create", "-volname", "TwitchCheck", "-srcfolder", STAGE, "-format", "UDZO", "-ov", target)
    subprocess.run(image, check=True)


if __name__ == "__main__":
    main()
