"""The documents that were opened before, to pick one."""

import time
from pathlib import PurePath
from typing import ClassVar

from rich.style import Style
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tuireader.domain.cleaning import clean_line
from tuireader.engine.desk import Desk
from tuireader.errors import NotebookError
from tuireader.store.base import Recent
from tuireader.tui.bindings import closing
from tuireader.tui.inks import STRONG
from tuireader.tui.messages import RecentChosen, RecentFound
from tuireader.tui.rows import Part, shortened
from tuireader.tui.times import moment
from tuireader.tui.widgets.row_list import RowList

_NONE = "No other documents yet: tuireader PATH opens one"


class RecentScreen(ModalScreen[str | None]):
    """Lists the other documents that were opened and are still there; its answer is the path of one of them."""

    BINDINGS: ClassVar = closing("recent.open")

    def __init__(self, desk: Desk, read: str = "") -> None:
        """List the documents that a desk knows, without the one that is being read."""
        super().__init__()
        self._desk = desk
        self._read = read

    def compose(self) -> ComposeResult:
        """A box with the documents."""
        with Vertical(id="recent") as box:
            box.border_title = "Recent documents"
            box.border_subtitle = "Enter opens, Esc closes"
            yield RecentList()

    def on_mount(self) -> None:
        """Look them up."""
        self._look_up()

    @work(thread=True, exclusive=True, group="recent")
    def _look_up(self) -> None:
        try:
            found, note = tuple(each for each in self._desk.recent() if each.path != self._read), _NONE
        except NotebookError as error:
            found, note = (), str(error)
        self.post_message(RecentFound(found, note))

    @on(RecentFound)
    def _list(self, message: RecentFound) -> None:
        self.query_one(RecentList).list_documents(message.documents, message.note)

    @on(RecentChosen)
    def _choose(self, message: RecentChosen) -> None:
        message.stop()
        self.dismiss(message.path)


class RecentList(RowList):
    """Shows documents; Enter chooses one."""

    def __init__(self) -> None:
        super().__init__(id="documents")
        self._documents: tuple[Recent, ...] = ()
        self._now = 0.0

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    def count_rows(self) -> int:
        """How many there are."""
        return len(self._documents)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """The title and the file, how far it was read, and when."""
        recent, quiet = self._documents[row], self.ink("quiet")
        right = [(f"  {recent.share:.0%}  {moment(recent.at, self._now)}", quiet)]
        name = clean_line(PurePath(recent.path).name)
        title = shortened(clean_line(recent.title) or name, max(12, width // 2))
        return [(f"{title}  ", STRONG), (clean_line(recent.path), quiet or Style.null())], right

    def list_documents(self, documents: tuple[Recent, ...], note: str) -> None:
        """Show documents, or say why there are none."""
        self._documents, self._now = documents, time.time()
        self.empty_text = note
        self.rows_changed()

    def action_choose(self) -> None:
        """Choose the document under the cursor."""
        if self._documents:
            self.post_message(RecentChosen(self._documents[self.cursor].path))
