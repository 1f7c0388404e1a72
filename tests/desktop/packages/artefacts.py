"""What build-linux makes, built once for a state of the checkout."""

import hashlib
import subprocess
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[3]
_STATE = ROOT / "build" / "state"


@dataclass(frozen=True)
class Artefacts:
    """The files of the newest build."""

    onedir: Path
    single_file: Path
    deb: Path
    tar: Path


def artefacts() -> Artefacts:
    """What was built from the checkout as it is now; builds it where that has not been done."""
    state = _checkout_state()
    if not _STATE.exists() or _STATE.read_text() != state:
        subprocess.run([ROOT / "resources" / "packaging" / "build-linux"], check=True)
        _STATE.write_text(state)
    (deb,) = (ROOT / "dist").glob("*.deb")
    (tar,) = (ROOT / "dist").glob("*.tar.gz")
    onedir = ROOT / "build" / "onedir"
    return Artefacts(onedir=onedir / "twitchcheck", single_file=onedir / "TwitchCheck", deb=deb, tar=tar)


def _checkout_state() -> str:
    parts = ("twitchcheck", "resources", "pyproject.toml")
    commands = (["rev-parse", *(f"HEAD:{part}" for part in parts)], ["diff", "HEAD", "--", *parts])
    told = [subprocess.run(["git", "-C", ROOT, *one], stdout=subprocess.PIPE, check=True).stdout for one in commands]
    return hashlib.sha256(b"".join(told)).hexdigest()
