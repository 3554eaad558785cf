"""Where the files beside the code are: in a checkout and in an installed wheel."""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_assets"

ROOT = _INSTALLED if _INSTALLED.is_dir() else _PACKAGE.parent / "assets"
"""The folder that holds `styles`, `names`, `samples` and `models`."""
