"""Whether a file of the store is there, and room for one that only its owner may read."""

from contextlib import suppress
from pathlib import Path


def is_there(path: Path) -> bool:
    """Whether there is a file that can be reached."""
    try:
        return path.exists()
    except OSError:
        return False


def make_room(path: Path) -> None:
    """Make an empty file and its folder, unless they are there.

    A file that is there is not opened, not even for a moment: closing it would take away the locks that another thread
    has on it.

    Raises:
        OSError: They cannot be made.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with suppress(FileExistsError):
            path.touch(mode=0o600, exist_ok=False)
