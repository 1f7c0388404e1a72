"""Where the data files are: inside an installed package, or beside it in a checkout."""

from pathlib import Path

_PACKAGED = Path(__file__).parent / "resources"


def resource_folder() -> Path:
    """The folder `resources`."""
    return _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parent.parent / "resources"


def content_folder() -> Path:
    """The folder of the English content."""
    return resource_folder() / "content" / "en"


def vignettes_folder() -> Path:
    """The folder of the written cases, which only a checkout has."""
    return Path(__file__).parent.parent / "tests" / "vignettes"


def figure_file(name: str) -> Path:
    """The drawing of this name."""
    return resource_folder() / "figures" / f"{name}.svg"


def changes_file() -> Path:
    """The page for software shops with the list of changes."""
    return resource_folder() / "packaging" / "linux" / "twitchcheck.metainfo.xml"
