"""Files of the store from outside: whether one is there, was written to, or can be made for its owner alone."""

from contextlib import suppress
from pathlib import Path

from tuireader.store.base import Edition


def is_there(path: Path) -> bool:
    """Whether there is a file that can be reached."""
    try:
        return path.exists()
    except OSError:
        return False


def edition_of(path: Path) -> Edition:
    """How a file of SQLite looks, and beside it that of what is not yet in it."""
    return tuple(_look(each) for each in (path, path.with_name(f"{path.name}-wal")))


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


def _look(path: Path) -> tuple[int, ...] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_ino, status.st_size, status.st_mtime_ns
