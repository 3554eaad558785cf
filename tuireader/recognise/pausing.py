"""A pause of Python's search for cycles, while very many small values are made and hardly any cycle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Do without the collector of cycles; what is not in a cycle is freed at once as ever.

    It would go through all lists of names again and again, for a twentieth of the time that a text takes. Two threads
    may pause it at once: whoever finds it at rest leaves it alone.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
