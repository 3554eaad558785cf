"""The sections of the document as a tree, with the one being read marked."""

from bisect import bisect_right

from rich.style import Style
from textual.reactive import reactive

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui.inks import STRONG
from tuireader.tui.messages import SectionChosen
from tuireader.tui.rows import Part
from tuireader.tui.widgets.row_list import RowList


class SectionTree(RowList):
    """Shows the sections; those below a folded one are hidden."""

    BORDER_TITLE = "Sections"

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)

    def __init__(self) -> None:
        super().__init__(id="sections")
        self._folded: set[int] = set()
        self._shown: list[int] = []
        self._top_level = 0
        self._current = 0

    def count_rows(self) -> int:
        """How many sections are not hidden."""
        return len(self._shown)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """A mark, an indentation by level, and the title."""
        number = self._shown[row]
        section = self.state.document.sections[number]
        indent = "  " * (section.level - self._top_level)
        is_here = number == self._current
        sign = "▸ " if is_here else "+ " if number in self._folded else "  "
        style = self.ink("accent") + STRONG if is_here else Style.null()
        return [(sign + indent, style), (section.title, style)], []

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """Show another document, or mark another section."""
        if old.document is not state.document:
            self._folded = set()
            self._list_shown()
        current = self._visible_row(state.section)
        if self._shown and self._shown[current] != self._current:
            self.refresh_line(self._visible_row(self._current))
            self.refresh_line(current)
            self._current = self._shown[current]
            if not self.has_focus:
                self.cursor = current

    def action_choose(self) -> None:
        """Go to the section under the cursor."""
        if self._shown:
            self.post_message(SectionChosen(self._shown[self.cursor]))

    def action_fold(self) -> None:
        """Hide the sections below the one under the cursor; where there are none, go to its parent."""
        if not self._shown:
            return
        number = self._shown[self.cursor]
        if number not in self._folded and self._has_children(number):
            self._folded.add(number)
            self._list_shown()
            return
        self.cursor = self._visible_row(self._parent_of(number))

    def action_unfold(self) -> None:
        """Show the sections below the one under the cursor."""
        if self._shown:
            self._folded.discard(self._shown[self.cursor])
            self._list_shown()

    def _list_shown(self) -> None:
        self._shown, hidden_below = [], None
        for number, section in enumerate(self.state.document.sections):
            if hidden_below is not None and section.level > hidden_below:
                continue
            hidden_below = section.level if number in self._folded else None
            self._shown.append(number)
        self._top_level = min((section.level for section in self.state.document.sections), default=0)
        self._current = -1
        self.watch_state(self.state, self.state)
        self.rows_changed()

    def _visible_row(self, number: int) -> int:
        """The row of a section, or of the folded one that hides it."""
        return max(0, bisect_right(self._shown, number) - 1)

    def _has_children(self, number: int) -> bool:
        following = self.state.document.sections[number : number + 2]
        return len(following) == 2 and following[1].level > following[0].level

    def _parent_of(self, number: int) -> int:
        sections = self.state.document.sections
        before = range(number - 1, -1, -1)
        return next((other for other in before if sections[other].level < sections[number].level), number)
