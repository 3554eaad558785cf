"""Every mention of some actors in a line of its context, grouped by section."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import reactive

from tuireader.domain.actor import ActorId, Mention
from tuireader.domain.index import Index
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui.inks import STRONG
from tuireader.tui.messages import MentionChosen
from tuireader.tui.rows import Part, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.row_list import RowList

_CONTEXT = 60
_WORD_START = re.compile(r"(?<=\s)\S|$")
_WORD_END = re.compile(r"(?<=\S)\s|^")


class MentionList(RowList):
    """Shows mentions; Enter jumps to one."""

    BORDER_TITLE = "Mentions"

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)

    def __init__(self) -> None:
        super().__init__(id="mentions")
        self._listed: tuple[Index, tuple[ActorId, ...]] | None = None
        self._mentions: Sequence[Mention] = ()
        self._starts: Sequence[int] = ()
        self._sections: list[int] = []
        """The sections that hold a mention; each has a row of its own above its mentions."""

        self._firsts: list[int] = []
        """Which of the mentions is the first in each of them."""

    def count_rows(self) -> int:
        """How many mentions and sections are listed."""
        return len(self._mentions) + len(self._sections)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """A section's title, or a mention between the words around it."""
        group, number = self._at(row)
        if number < self._firsts[group]:
            return [(f"§ {self.state.document.sections[self._sections[group]].title}", self.ink("quiet"))], []
        return self._words_around(self._mentions[number], width), []

    def list_mentions(self, actors: tuple[ActorId, ...]) -> None:
        """List the mentions of other actors, or of the same ones in a better index."""
        document, index = self.state.document, self.state.index
        if (index, actors) == self._listed:
            return
        starts = index.spans_of(actors).starts if actors else ()
        self._listed, self._mentions, self._starts = (index, actors), index.of(actors), starts
        self._sections, self._firsts = [], []
        first = 0
        while first < len(starts):
            section = document.section_at(starts[first])
            self._sections.append(section)
            self._firsts.append(first)
            first = bisect_left(starts, max(document.sections[section].span.end, starts[first] + 1), first)
        self.cursor = 0
        self.scroll_to(y=0, animate=False)
        self.rows_changed()

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """Go along with the reader from mention to mention."""
        if old.current == state.current:
            return
        if state.current is not None:
            number = bisect_left(self._starts, state.current.start)
            if number < len(self._starts) and self._starts[number] == state.current.start:
                self.cursor = number + bisect_right(self._firsts, number)
        self.refresh()

    def action_choose(self) -> None:
        """Jump to the mention under the cursor, or to the first one of a section."""
        if self._mentions:
            group, number = self._at(self.cursor)
            self.post_message(MentionChosen(self._mentions[max(number, self._firsts[group])]))

    def _at(self, row: int) -> tuple[int, int]:
        """The group and the mention on a row; on the row of a section, the last mention above it."""
        group = bisect_right(range(len(self._firsts)), row, key=lambda each: self._firsts[each] + each) - 1
        return group, row - group - 1

    def _words_around(self, mention: Mention, width: int) -> list[Part]:
        before, name, after = self.state.document.context(mention.span, _CONTEXT)
        is_here = self.state.current == mention.span
        name = shortened(name, width - 4)
        room = max(0, width - 2 - cell_len(name))
        lead = _last_words(before, room * 2 // 5)
        rest = _first_words(after, room - cell_len(lead))
        sign = self.ink("accent") + STRONG if is_here else Style.null()
        kind = self.ink(kind_ink(self.state.index.actor(mention.actor).kind)) + STRONG
        plain = Style.null() if is_here else self.ink("quiet")
        return [("▸ " if is_here else "  ", sign), (lead, plain), (name, kind), (rest, plain)]


def _last_words(text: str, width: int) -> str:
    """The end of a text in at most so many cells, cut between words where it has any."""
    if cell_len(text) <= width:
        return text
    cuts = [cut.start() for cut in _WORD_START.finditer(text)] or list(range(len(text)))
    return next(("…" + text[cut:] for cut in cuts if cell_len(text[cut:]) < width), "")


def _first_words(text: str, width: int) -> str:
    """The beginning of a text in at most so many cells, cut between words where it has any."""
    if cell_len(text) <= width:
        return text
    cuts = [cut.start() for cut in _WORD_END.finditer(text)] or list(range(len(text)))
    return next((text[:cut] + "…" for cut in reversed(cuts) if cell_len(text[:cut]) < width), "")
