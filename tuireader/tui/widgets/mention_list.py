"""Every mention of some actors in a line of its context, grouped by section."""

import re
from collections.abc import Sequence

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import reactive

from tuireader.domain.actor import Mention
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
        self._mentions: Sequence[Mention] = ()
        self._rows: list[Mention | int] = []
        """A mention, or the number of the section whose mentions follow."""

        self._row_of: dict[int, int] = {}
        """The row of the mention that begins at an offset."""

    def count_rows(self) -> int:
        """How many mentions and sections are listed."""
        return len(self._rows)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """A section's title, or a mention between the words around it."""
        entry = self._rows[row]
        if isinstance(entry, int):
            return [(f"§ {self.state.document.sections[entry].title}", self.ink("quiet"))], []
        return self._words_around(entry, width), []

    def list_mentions(self, mentions: Sequence[Mention]) -> None:
        """List other mentions of the document."""
        if mentions is self._mentions:
            return
        self._mentions, self._rows, self._row_of = mentions, [], {}
        section = -1
        for mention in mentions:
            if (here := self.state.document.section_at(mention.span.start)) != section:
                section = here
                self._rows.append(section)
            self._row_of[mention.span.start] = len(self._rows)
            self._rows.append(mention)
        self.cursor = 0
        self.scroll_to(y=0, animate=False)
        self.rows_changed()

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """Go along with the reader from mention to mention."""
        if old.current == state.current:
            return
        if state.current is not None and state.current.start in self._row_of:
            self.cursor = self._row_of[state.current.start]
        self.refresh()

    def action_choose(self) -> None:
        """Jump to the mention under the cursor, or to the first one of a section."""
        entry = next((entry for entry in self._rows[self.cursor :] if not isinstance(entry, int)), None)
        if entry is not None:
            self.post_message(MentionChosen(entry))

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
