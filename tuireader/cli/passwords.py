"""Asking for the password of a document, where there is somebody to ask."""

import sys
from collections.abc import Callable
from getpass import getpass
from typing import TypeVar

from tuireader.domain.cleaning import clean_line
from tuireader.errors import LockedError

T = TypeVar("T")

_TRIES = 3


def unlocked(source: str, read: Callable[[str], T]) -> T:
    """Read a document, and ask for its password if it wants one.

    Args:
        source: Where it comes from.
        read: Reads it with a password, which is empty at first.

    Raises:
        LockedError: Nobody knows the password, or there is no terminal to ask on.
    """
    password = ""
    for _ in range(_TRIES):
        try:
            return read(password)
        except LockedError:
            if not (sys.stdin.isatty() and sys.stderr.isatty()):
                raise
        password = getpass(f"Password of {clean_line(source)}: ", sys.stderr)
    return read(password)
