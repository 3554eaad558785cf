"""The line at the top: title, chosen actors, mention, section, per cent, and the progress of the index."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import Span
from tuireader.look import NARROW
from tuireader.tui.inks import STRONG
from tuireader.tui.rows import Part, row_strip, shortened
from tuireader.tui.signs import kind_ink
from tuireader.tui.widgets.painted import Painted
from tuireader.typeset.palette import SIGNS

_SECTION_CELLS = 26
"""For the title of the section, or a third of the line where that is more."""

_SHORTEST_TITLE = 12


class StatusLine(Painted):
    """Says where the reader is and what is asked for."""

    DEFAULT_CSS = """
    StatusLine { height: 1; width: 1fr; }
    """

    state: reactive[ReadingState] = reactive(NOTHING)
    view: reactive[Span] = reactive(Span(0, 0))
    progress: reactive[float | None] = reactive(None)
    """How much of the work of finding actors is done; nothing when all of it is."""

    note: reactive[str] = reactive("")
    """A quiet word, for example why there are no actors."""

    def render_line(self, y: int) -> Strip:
        """Paint the line: where it is too short for all, the section goes first, then the title, then chips."""
        width = self.size.width - 2
        chips, right = self._chips(self.state), self._place(self.state)
        if _width([*chips, *right]) + _SHORTEST_TITLE > width:
            right = self._place(self.state, with_section=False)
        if _width([*chips, *right]) > width and len(self.state.filter.actors) > 1:
            chips = [chips[0], (f" +{len(self.state.filter.actors) - 1} ", self.ink("quiet")), *chips[-1:]]
        room = width - _width([*chips, *right]) - 2
        if room < _SHORTEST_TITLE and chips:
            return self._padded(chips, right)
        return self._padded([(shortened(self.state.document.title, room), STRONG), ("  ", Style.null()), *chips], right)

    def _padded(self, left: list[Part], right: list[Part]) -> Strip:
        blank = Segment(" ", self.plain_style)
        return Strip([blank, *row_strip(left, right, self.size.width - 2, self.plain_style), blank], self.size.width)

    def _chips(self, state: ReadingState) -> list[Part]:
        chip, parts = self.ink("chip") + STRONG, []
        for number, actor_id in enumerate(state.filter.actors):
            actor = state.index.actor(actor_id)
            click = Style.from_meta({"@click": f"screen.drop_actor({number})"})
            colour = self.ink(kind_ink(actor.kind))
            parts.append((f" {SIGNS[actor.kind]} {actor.name} ✕ ", chip + colour + click))
            parts.append((" ", Style.null()))
        if state.filter.question:
            drop = Style.from_meta({"@click": "screen.drop_actor"})
            parts.append((f" {shortened(state.filter.question, self.size.width // 3)} ✕ ", chip + drop))
        if state.filter.words:
            parts.append((f" “{state.filter.words}” ", chip))
        return parts

    def _place(self, state: ReadingState, *, with_section: bool = True) -> list[Part]:
        quiet = self.ink("quiet")
        parts = []
        if self.note:
            parts.append((self.note, quiet))
        if self.progress is not None:
            parts.append((f"actors {self.progress:.0%}", quiet))
        if state.filter:
            noun = "hit" if state.filter.words else "mention" if state.answer is None else "place"
            current = f"{state.current_number}/" if state.current_number else ""
            parts.append((f"{noun} {current}{len(state.stops)}", STRONG))
            if state.current is not None and state.index.is_uncertain(state.current):
                parts.append(("speaker uncertain", quiet))
        if state.narrowed_to is not None:
            parts.append(("only these", quiet))
        if state.document.sections and with_section and self.size.width >= NARROW:
            title = state.document.sections[state.section].title
            parts.append((f"§ {shortened(title, max(_SECTION_CELLS, self.size.width // 3))}", quiet))
        page = state.document.page_at(state.place.offset if state.current is None else state.current.start)
        if page is not None:
            parts.append((f"p. {page}/{len(state.document.pages)}", quiet))
        parts.append((f"{self._share(state):.0%}", quiet))
        if state.veil is not None:
            parts.append(("up to here", quiet))
        return [part for each in parts for part in (("   ", Style.null()), each)]

    def _share(self, state: ReadingState) -> float:
        """How far down the reader is: 0 with the first line in sight, 1 with the last."""
        paragraphs = state.document.paragraphs
        beyond = (paragraphs[-1].span.end if paragraphs else 0) - len(self.view)
        return min(1.0, self.view.start / beyond) if beyond > 0 else 1.0


def _width(parts: Sequence[Part]) -> int:
    return sum(cell_len(text) for text, _ in parts)
