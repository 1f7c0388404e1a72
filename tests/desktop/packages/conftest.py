"""The newest build, bare machines to try it on, and a screen."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.packages.artefacts import Artefacts, artefacts
from tests.desktop.packages.bare_machine import BareMachine, bare_machine
from tests.desktop.screen import Screen, new_screen
from tests.desktop.tools import needs


@pytest.fixture(scope="session")
def built() -> Artefacts:
    """What people get."""
    needs("dpkg-deb", "git", "objdump")
    return artefacts()


@pytest.fixture(scope="module", params=["bookworm", "trixie"])
def machine(
    request: pytest.FixtureRequest, built: Artefacts, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[BareMachine]:
    """A bare machine of each Debian, with the .deb installed and with what the .deb says that it needs."""
    root = tmp_path_factory.mktemp("machine") / request.param
    made = bare_machine(request.param, root, request.config.cache.mkdir("bare-machines"))
    shutil.copy(built.deb, root / "root" / "twitchcheck.deb")
    made.install("/root/twitchcheck.deb")
    yield made
    shutil.rmtree(root)


@pytest.fixture
def screen() -> Iterator[Screen]:
    """An empty screen."""
    with new_screen() as made:
        yield made


@pytest.fixture
def answers_file(machine: BareMachine) -> Path:
    """An answers file in the person's home, by its path on the machine, in which nothing is the matter."""
    calm = Path(__file__).parents[2] / "vignettes" / "calm.yaml"
    shutil.copy(calm, machine.home / "calm.twitchcheck")
    return Path("/home/person/calm.twitchcheck")
