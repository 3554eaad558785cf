"""What was corrected, in its order, to take single corrections back."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.style import Style
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen

from tuireader.domain.correction import Correction, Deed, told
from tuireader.domain.history import Taken, Way
from tuireader.engine.mending import Mending
from tuireader.tui.bindings import bindings, closing
from tuireader.tui.keys import Key, Scope, hint
from tuireader.tui.messages import CorrectionsFound
from tuireader.tui.rows import Part
from tuireader.tui.widgets.row_list import RowList


class CorrectionsScreen(ModalScreen[None]):
    """Lists corrections; each may be taken back, whatever was corrected after it."""

    BINDINGS: ClassVar = [*closing("corrections.open"), *bindings(Scope.CORRECTIONS)]

    def __init__(
        self, mending: Mending, correct: Callable[[Deed], object], keys: Sequence[Key], *, is_known: bool
    ) -> None:
        """List what is mended.

        Args:
            mending: The corrections.
            correct: Takes each step back or forth.
            keys: The table that names the keys.
            is_known: Whether all actors are known, so that a correction may speak of nobody.
        """
        super().__init__()
        self._mending = mending
        self._correct = correct
        self._keys = keys
        self._is_known = is_known

    def compose(self) -> ComposeResult:
        """A box with the corrections."""
        with Vertical(id="corrections") as box:
            drop, restore = (hint(self._keys, f"correction.{what}") for what in ("drop", "restore"))
            box.border_subtitle = f"{drop} takes back, {restore} does again, Esc closes"
            yield CorrectionList(self._mending, is_known=self._is_known)

    def on_mount(self) -> None:
        """List them."""
        self._list()

    @on(CorrectionsFound)
    def _take_corrections(self, message: CorrectionsFound) -> None:
        """Another reader of the document has corrected something, or taken it back."""
        message.stop()
        self._list()

    def action_drop_correction(self) -> None:
        """Take the correction under the cursor back."""
        correction = self._rows.marked
        if correction is None:
            return
        if correction in self._mending.shared and correction not in self._mending.history.done:
            self.notify("it is from the file beside the document: take it out there", markup=False)
            return
        self._correct(Taken(Way.UNDO, correction))
        self._list()

    def action_restore_correction(self) -> None:
        """Do the correction again that was taken back last."""
        if (taken := self._mending.history.taken(Way.REDO)) is not None:
            self._correct(taken)
            self._list()

    def _list(self) -> None:
        is_other = self._mending.is_of_another_text and self._is_known
        self.query_one("#corrections").border_title = "Corrections of another text" if is_other else "Corrections"
        self._rows.list_corrections()

    @property
    def _rows(self) -> "CorrectionList":
        return self.query_one(CorrectionList)


class CorrectionList(RowList):
    """Shows corrections, those of the file beside the document first."""

    def __init__(self, mending: Mending, *, is_known: bool) -> None:
        super().__init__(id="correction-list")
        self._mending = mending
        self._is_known = is_known
        self._corrections = mending.corrections
        self.empty_text = "Nothing is corrected"

    def on_mount(self) -> None:
        """Take the keys."""
        self.focus()

    @property
    def marked(self) -> Correction | None:
        """The correction under the cursor."""
        return self._corrections[self.cursor] if self._corrections else None

    def count_rows(self) -> int:
        """How many corrections there are."""
        return len(self._corrections)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """What is corrected, and where that comes from."""
        correction = self._corrections[row]
        return [(told(correction), Style.null())], [(f"  {self._note_on(correction)}", self.ink("quiet"))]

    def list_corrections(self) -> None:
        """Show what is corrected now."""
        self._corrections = self._mending.corrections
        self.rows_changed()

    def action_choose(self) -> None:
        """A correction leads nowhere."""

    def _note_on(self, correction: Correction) -> str:
        """Where a correction comes from, and whether it still speaks of anybody."""
        mending = self._mending
        is_idle = correction in mending.idle and not (mending.is_of_another_text and self._is_known)
        origin = "from the file" if correction in mending.shared else ""
        return ", ".join(filter(None, ["nobody now" if is_idle else "", origin]))
