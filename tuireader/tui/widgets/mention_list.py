"""Every mention of some actors, or every place of an answer, in a line of its context, grouped by section."""

from bisect import bisect_left, bisect_right

from rich.cells import cell_len
from rich.style import Style
from textual.reactive import reactive

from tuireader.domain.concordance import runs_of_sections
from tuireader.domain.document import Document
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import NO_SPANS, Span, Spans
from tuireader.tui.inks import STRONG
from tuireader.tui.messages import MentionChosen
from tuireader.tui.rows import Part, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.row_list import RowList
from tuireader.typeset.context import first_words, last_words

_CONTEXT = 60
_DOUBT = " ?"
"""Behind words of which it is not certain who says them."""


class MentionList(RowList):
    """Shows places; Enter jumps to one."""

    BORDER_TITLE = "Mentions"

    state: reactive[ReadingState] = reactive(NOTHING, repaint=False)

    def __init__(self) -> None:
        super().__init__(id="mentions")
        self.places = NO_SPANS
        """What is listed."""

        self._sections: list[int] = []
        """The sections that hold a place; each has a row of its own above its places."""

        self._firsts: list[int] = []
        """Which of the places is the first in each of them."""

    def count_rows(self) -> int:
        """How many places and sections are listed."""
        return len(self.places) + len(self._sections)

    def row_parts(self, row: int, width: int) -> tuple[list[Part], list[Part]]:
        """A section's title, or a place between the words around it."""
        group, number = self._at(row)
        if number < self._firsts[group]:
            return [(f"§ {self.state.document.sections[self._sections[group]].title}", self.ink("quiet"))], []
        place = self.places[number]
        doubt = [(_DOUBT, self.ink("quiet"))] if self.state.index.is_uncertain(place) else []
        return self._words_around(place, width - len(doubt) * cell_len(_DOUBT)), doubt

    def list_places(self, document: Document, places: Spans) -> None:
        """List other places of a document, which may not have reached the state of this list yet."""
        if places is self.places:
            return
        self.places, self._sections, self._firsts = places, [], []
        for section, first, _ in runs_of_sections(document, places.starts):
            self._sections.append(section)
            self._firsts.append(first)
        self.cursor = 0
        self.scroll_to(y=0, animate=False)
        self.rows_changed()

    def watch_state(self, old: ReadingState, state: ReadingState) -> None:
        """Go along with the reader from mention to mention."""
        if old.current == state.current:
            return
        if state.current is not None:
            starts = self.places.starts
            number = bisect_left(starts, state.current.start)
            if number < len(starts) and starts[number] == state.current.start:
                self.cursor = number + bisect_right(self._firsts, number)
        self.refresh()

    def action_choose(self) -> None:
        """Jump to the place under the cursor, or to the first one of a section."""
        if self.places:
            group, number = self._at(self.cursor)
            self.post_message(MentionChosen(self.places[max(number, self._firsts[group])]))

    def _at(self, row: int) -> tuple[int, int]:
        """The section and the place on a row; on the row of a section, the last place above it."""
        group = bisect_right(range(len(self._firsts)), row, key=lambda each: self._firsts[each] + each) - 1
        return group, row - group - 1

    def _words_around(self, place: Span, width: int) -> list[Part]:
        before, name, after = self.state.document.context(place, _CONTEXT)
        is_here, mention = self.state.current == place, self.state.index.at(place.start)
        name = shortened(name, width - 2)
        room = max(0, width - 2 - cell_len(name))
        lead = last_words(before, room * 2 // 5, cell_len)
        rest = first_words(after, room - cell_len(lead), cell_len)
        sign = self.ink("accent") + STRONG if is_here else Style.null()
        kind = self.ink(kind_ink(self.state.index.actor(mention.actor).kind) if mention else "accent") + STRONG
        plain = Style.null() if is_here else self.ink("quiet")
        return [("▸ " if is_here else "  ", sign), (lead, plain), (name, kind), (rest, plain)]
