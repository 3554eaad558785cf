"""Files that may be made to do harm are read in a process of their own, with a limit of time and memory."""

from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future
from contextlib import contextmanager, suppress
from typing import TypeVar

from tuireader.domain.document import Document
from tuireader.errors import UnreadableError

T = TypeVar("T")

_MOST_MEMORY = 4 << 30
"""Bytes of address space of a process that reads such a file, beyond what the file itself takes several times."""

_PATIENCE = 90.0
"""Seconds that reading one may take."""


def load_document(data: bytes, name: str, password: str = "") -> Document:
    """Make a document of a file, here or, where the format calls for it, in a process of its own.

    Args:
        data: The bytes of the file.
        name: Its name, which helps to tell the format.
        password: What opens it, if it is locked.

    Returns:
        The document.

    Raises:
        DocumentError: The file holds no text that can be read, or reading it takes too much time or memory.
        MissingExtraError: What reads this kind of file is not installed.
    """
    from tuireader.loaders import registry  # noqa: PLC0415 - what comes from the cache needs none of it

    if not is_dangerous(data, name):
        return registry.load(data, name, password)
    from tuireader.engine.executor import open_executor  # noqa: PLC0415 - rarely needed

    with open_executor() as executor:
        return awaited(executor.submit(load_with_care, data, name, password), name, is_guarded=True)


def is_dangerous(data: bytes, name: str) -> bool:
    """Whether a file may be made to do harm, by its bytes and its name."""
    from tuireader.loaders import registry  # noqa: PLC0415

    return registry.is_guarded(data, name)


def load_with_care(data: bytes, name: str, password: str) -> Document:
    """The job of that process."""
    from tuireader.loaders import registry  # noqa: PLC0415

    with limited_memory(data):
        return registry.load(data, name, password)


def awaited(future: Future[T], name: str, *, is_guarded: bool, otherwise: Callable[[], T] | None = None) -> T:
    """Wait for a job that reads a file.

    Args:
        future: Its result.
        name: The name of the file.
        is_guarded: Whether the file may be made to do harm.
        otherwise: What to do for a harmless file if the process ended for another reason.

    Returns:
        The result.

    Raises:
        UnreadableError: It took too much time or memory, or ended the process.
    """
    from tuireader.loaders import registry  # noqa: PLC0415

    try:
        return future.result(_PATIENCE if is_guarded else None)
    except TimeoutError as error:
        raise UnreadableError(registry.refusal(name, f"reading it takes more than {_PATIENCE:.0f} seconds")) from error
    except MemoryError as error:
        raise UnreadableError(registry.refusal(name, "reading it takes more memory than it may have")) from error
    except BrokenExecutor as error:
        if otherwise is not None and not is_guarded:
            return otherwise()
        raise UnreadableError(registry.refusal(name, "it is damaged in a way that cannot be read past")) from error


@contextmanager
def limited_memory(data: bytes) -> Iterator[None]:
    """Let this process have only so much memory for a while, where the system can tell it so."""
    try:
        import resource  # noqa: PLC0415 - not on every system
    except ImportError:
        yield
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    wanted = _MOST_MEMORY + 8 * len(data)
    if hard != resource.RLIM_INFINITY:
        wanted = min(wanted, hard)
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (wanted, hard))
    try:
        yield
    finally:
        with suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
