"""The line at the top: title, chosen actors, mention, section, per cent, and the progress of the index."""

from rich.segment import Segment
from rich.style import Style
from textual.reactive import reactive
from textual.strip import Strip

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.domain.span import Span
from tuireader.tui.inks import STRONG
from tuireader.tui.rows import Part, row_strip, shortened
from tuireader.tui.signs import SIGNS, kind_ink
from tuireader.tui.widgets.painted import Painted

_SECTION_CELLS = 26
_NARROW = 60


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
        """Paint the line."""
        width = self.size.width - 2
        right = self._place(self.state)
        chips = self._chips(self.state)
        title: Part = (self.state.document.title, STRONG)
        space = width - sum(len(text) for text, _ in (*right, *chips)) - 3
        if self.size.width < _NARROW and chips:
            return self._padded([*chips], right)
        shown_title = (shortened(title[0], max(8, space)), title[1])
        return self._padded([shown_title, ("  ", Style.null()), *chips], right)

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
        if state.filter.words:
            parts.append((f" “{state.filter.words}” ", chip))
        return parts

    def _place(self, state: ReadingState) -> list[Part]:
        quiet, is_narrow = self.ink("quiet"), self.size.width < _NARROW
        parts = []
        if self.note:
            parts.append((self.note, quiet))
        if self.progress is not None:
            parts.append((f"actors {self.progress:.0%}", quiet))
        if state.filter:
            noun = "hit" if state.filter.words else "mention"
            current = f"{state.current_number}/" if state.current_number else ""
            parts.append((f"{noun} {current}{len(state.stops)}", STRONG))
        if state.narrowed_to is not None:
            parts.append(("only these", quiet))
        if state.document.sections and not is_narrow:
            title = state.document.sections[state.section].title
            parts.append((f"§ {shortened(title, _SECTION_CELLS)}", quiet))
        parts.append((f"{self._share(state):.0%}", quiet))
        return [part for each in parts for part in (("   ", Style.null()), each)]

    def _share(self, state: ReadingState) -> float:
        return min(1.0, self.view.end / max(1, len(state.document.text.rstrip())))
