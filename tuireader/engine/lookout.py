"""Looks out for what other readers write into the notebook."""

from tuireader.store.base import Edition, Notebook


class Lookout:
    """Knows from outside whether there may be news in a notebook."""

    def __init__(self, notebook: Notebook) -> None:
        self._notebook = notebook
        self._looks: tuple[Edition | None, Edition | None] = (None, None)
        """What the notebook looked like the last two times."""

    def sees_news(self) -> bool:
        """Whether the notebook should be read again; each edition is read twice.

        What is written twice within one tick of the clock of a disk may look the same from outside both times.
        """
        edition = self._notebook.edition()
        is_new = self._looks != (edition, edition)
        self._looks = self._looks[1], edition
        return is_new
