"""Looks out for what other readers write into the notebook."""

from collections.abc import Callable
from typing import TypeVar

from tuireader.errors import NotebookError
from tuireader.store.base import Edition, Notebook

T = TypeVar("T")


class Lookout:
    """Knows from outside whether there may be news in a notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._looks: tuple[Edition | None, Edition | None] = (None, None)
        """What the notebook looked like the last two times."""

    def news(self, read: Callable[[], T]) -> T | None:
        """What is read from the notebook if it may be new; each edition is read twice.

        What is written twice within one tick of the clock of a disk may look the same from outside both times.

        Raises:
            NotebookError: It cannot be read; it will be tried again at the next look.
        """
        edition = self._notebook.edition()
        if self._looks == (edition, edition):
            return None
        self._looks = self._looks[1], edition
        try:
            return read()
        except NotebookError:
            self._looks = None, None
            raise
