"""A bare Debian in a folder, in which programs run as on a machine where nothing else was ever installed."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.tools import needs

PERSON = 1000
"""The id of the ordinary user."""

# Its own processes and mounts, which vanish with the command; the screens of the machine are there to draw on.
_INSIDE = """
set -e
mount -t proc proc "$0/proc"
mount --rbind /dev "$0/dev"
mkdir -p "$0/tmp/.X11-unix"
[ ! -d /tmp/.X11-unix ] || mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
exec chroot --userspec="$PERSON:$PERSON" "$0" "$@"
"""


# What leads this machine to a package index that is not the usual one.
_TO_THE_INDEX = re.compile(r"(https?|no)_proxy|PIP_(INDEX_URL|EXTRA_INDEX_URL|TRUSTED_HOST|DEFAULT_TIMEOUT)", re.I)

_CERTIFICATES = "certificates.pem"


class BareMachine:
    """The machine in `root`, with a user `person` who may write in /home/person."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.home = root / "home" / "person"

    @contextmanager
    def started(self, *command: str, user: int = 0, **environment: str) -> Iterator[subprocess.Popen[str]]:
        """A command while it runs; at the end of the block it is ended, with all that it started."""
        known = {name: value for name, value in os.environ.items() if _TO_THE_INDEX.fullmatch(name)}
        known |= {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND": "noninteractive"}
        known["PIP_CERT"] = f"/{_CERTIFICATES}"
        home = {"HOME": "/home/person" if user else "/root"}
        apart = ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c"]
        with subprocess.Popen(
            [*apart, _INSIDE, str(self.root), *command],
            env={**known, **home, **environment, "PERSON": str(user)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        ) as process:
            try:
                yield process
            finally:
                process.kill()

    def run(self, *command: str, user: int = 0, **environment: str) -> str:
        """What a command says; fails the test with that when the command fails."""
        with self.started(*command, user=user, **environment) as process:
            said, _ = process.communicate()
        assert process.returncode == 0, f"{' '.join(command)}: exit code {process.returncode}\n{said}"
        return said

    def install(self, *packages: str) -> str:
        """Installs packages with what they declare that they need, and nothing that they only recommend."""
        return self.run("apt-get", "install", "--yes", "--no-install-recommends", *packages)

    def files(self) -> set[str]:
        """The path of everything on the machine but for the records of its package manager."""
        records = ("var/lib/dpkg/", "var/lib/apt/", "var/log/", "var/cache/", "tmp/")
        paths = (str(path.relative_to(self.root)) for path in self.root.rglob("*"))
        return {path for path in paths if not path.startswith(records)}


def bare_machine(suite: str, root: Path, cache: Path) -> BareMachine:
    """A new machine with a Debian of this suite; only the first of a suite is fetched, the others are copies."""
    needs("debootstrap", "unshare")
    if os.geteuid() != 0:
        leave = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        leave("a bare machine needs root")
    kept = cache / f"{suite}.tar"
    if not kept.exists():
        fresh = root.with_name(f"{root.name}-fresh")
        command = ["debootstrap", "--variant=minbase", suite, str(fresh), mirror()]
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        assert done.returncode == 0, done.stdout
        subprocess.run(["tar", "--create", "--directory", fresh, "--file", kept.with_suffix(".part"), "."], check=True)
        kept.with_suffix(".part").rename(kept)
        shutil.rmtree(fresh)
    root.mkdir()
    subprocess.run(["tar", "--extract", "--directory", root, "--file", kept], check=True)
    _reach_the_mirror(suite, root)
    machine = BareMachine(root)
    machine.run("useradd", "--create-home", "--uid", str(PERSON), "person")
    machine.run("apt-get", "update")
    return machine


def mirror() -> str:
    """Where this machine gets its Debian packages from."""
    form = "$(ORIGIN) $(LABEL) $(REPO_URI)"
    command = ["apt-get", "indextargets", "--format", form, "Created-By: Packages"]
    listed = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    return next(line.split()[2] for line in listed.splitlines() if line.startswith("Debian Debian "))


def _reach_the_mirror(suite: str, root: Path) -> None:
    """Gives the new machine this one's way to the mirror: names, proxies and certificates."""
    (root / "etc" / "apt" / "sources.list").write_text(f"deb {mirror()} {suite} main\n")
    told = subprocess.run(["apt-config", "dump"], stdout=subprocess.PIPE, text=True, check=True).stdout
    network = [line for line in told.splitlines() if re.match(r"Acquire::(https?|Check|Retries)\b", line, re.I)]
    (root / "etc" / "apt" / "apt.conf.d" / "network").write_text("\n".join(network) + "\n")
    for name in ("etc/hosts", "etc/resolv.conf", "etc/pip.conf", "etc/xdg/pip"):
        source, target = Path("/", name), root / name
        target.parent.mkdir(parents=True, exist_ok=True)
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        elif source.exists():
            shutil.copy(source, target)
    # Not in their usual place, since a package that is installed later makes that anew.
    shutil.copy("/etc/ssl/certs/ca-certificates.crt", root / _CERTIFICATES)
