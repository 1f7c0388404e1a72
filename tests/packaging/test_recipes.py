"""The one PyInstaller spec as Windows and macOS would read it, and what it hands to them."""

import runpy
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from PIL import Image

from tests.test_architecture import files, imports

PACKAGING = Path(__file__).parents[2] / "resources" / "packaging"
VERSION = "0.1.0"


@pytest.fixture
def bundle_contents(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The module that the spec imports."""
    monkeypatch.syspath_prepend(str(PACKAGING))
    import bundle_contents

    return bundle_contents
