"""Puts the compiled content into the wheel, so that the installed program starts without reading YAML."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompileContent(BuildHookInterface[Any]):
    """Run by hatchling; see [tool.hatch.build.hooks.custom] in pyproject.toml."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compiles every language's content and adds it to the wheel beside its YAML files."""
        if version == "editable":
            return
        root = Path(self.root)
        sys.path.insert(0, str(root))
        from twitchcheck.content.compiled import NAME, compile_folder

        self.made = tempfile.TemporaryDirectory()
        for folder in (root / "resources" / "content").iterdir():
            target = Path(self.made.name) / folder.name
            compile_folder(folder, target)
            inside = f"twitchcheck/resources/content/{folder.name}/{NAME}"
            build_data["force_include"][str(target / NAME)] = inside

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Removes the temporary files."""
        if version != "editable":
            self.made.cleanup()
