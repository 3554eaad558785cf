"""The reader: holds the one reading state, and is the only place that changes it."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset
from textual.widget import Widget
from textual.worker import Worker, WorkerState, get_current_worker

from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.engine.desk import Volume
from tuireader.engine.growth import Grow
from tuireader.engine.mending import Mending
from tuireader.errors import QuestionError
from tuireader.look import BESIDE, NARROW
from tuireader.tui import messages
from tuireader.tui.bindings import bindings
from tuireader.tui.keys import Scope, hint
from tuireader.tui.preferences import Preferences
from tuireader.tui.screens.minder import NOTES, Minder
from tuireader.tui.screens.noting import Noting
from tuireader.tui.screens.panes import Panes
from tuireader.tui.widgets.actor_list import ActorList
from tuireader.tui.widgets.key_line import KeyLine
from tuireader.tui.widgets.pane import Pane
from tuireader.tui.widgets.paragraph_view import ParagraphView
from tuireader.tui.widgets.rail import Rail
from tuireader.tui.widgets.section_tree import SectionTree
from tuireader.tui.widgets.status_line import StatusLine

if TYPE_CHECKING:
    from tuireader.domain.correction import Deed

WIDTHS = [(0, "-narrow"), (NARROW, "-medium"), (BESIDE, "-wide"), (120, "-widest")]
"""Columns from which on the panes stand elsewhere, and the class of the screen that says so."""


class ReaderScreen(Noting):
    """Text in the middle, sections and key actors at its left, the filter pane at its right."""

    AUTO_FOCUS = "#text"
    BINDINGS = bindings(Scope.READER)

    def __init__(
        self,
        state: ReadingState,
        grow: Grow | None = None,
        volume: Volume | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        """Show a document with its index, or with what finds its actors while it is read; a volume is minded."""
        super().__init__(volume.notepad if volume is not None else None)
        preferences = preferences or Preferences()
        self.keys, self.usual = preferences.keys, preferences.usual
        self.set_reactive(ReaderScreen.look, preferences.look)
        self._minder = Minder(self, state, volume)
        self.set_reactive(ReaderScreen.note, self._minder.note)
        self.set_reactive(ReaderScreen.state, state)
        self.set_reactive(ReaderScreen.progress, _progress(state, grow))
        self._grow = grow
        self._panes = Panes(self, state)

    def compose(self) -> ComposeResult:
        """Status, panes and keys, in the places of this width from the first frame on."""
        self.add_class(next(name for least, name in reversed(WIDTHS) if self.app.size.width >= least))
        state, view, progress, note = ReaderScreen.state, ReaderScreen.view, ReaderScreen.progress, ReaderScreen.note
        yield StatusLine().data_bind(state, view, progress, note)
        with Horizontal(id="body"):
            with Pane(id="sidebar", cells=self.look.pane_in("sidebar", self.app.size.width)):
                yield SectionTree().data_bind(state)
                yield ActorList().data_bind(state, view)
            yield ParagraphView().data_bind(state, ReaderScreen.look)
            yield Rail().data_bind(state, view)
        yield KeyLine(self.keys).data_bind(state)

    def on_resize(self, event: events.Resize) -> None:
        """Ignore a size that is no longer that of the terminal: Textual would go back and forth between the two."""
        if event.size != self.app.size:
            event.prevent_default()
        else:
            self.fit_panes()

    def begin(self) -> None:
        """The first frame is painted: add what it could do without, and find the actors of a large text."""
        if not self.is_attached:
            return
        self._panes.make_soon()
        self._minder.begin()
        if self._grow is not None:
            self._find_actors(self._grow, self.state)

    def read_on(self) -> None:
        """There is no other document: go on finding the actors of this one."""
        if self._grow is not None and self.state.whole.quotations is None:
            self._find_actors(self._grow, self.state)

    def show(self, state: ReadingState, volume: Volume) -> None:
        """Show another document, and mind it instead of the one before."""
        self._minder.end()
        self._minder = Minder(self, state, volume)
        self.workers.cancel_group(self, "index")
        self.state, self.note = state, self._minder.note
        self._grow = volume.grow
        self.progress = _progress(state, self._grow)
        self.take_notepad(volume.notepad)
        self._minder.begin()
        self.read_on()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Whether an action can do something now."""
        state = self.state
        needs: dict[str, Callable[[], object]] = {
            "next_mention": lambda: state.stops,
            "previous_mention": lambda: state.stops,
            "next_section": lambda: state.document.sections[1:],
            "previous_section": lambda: state.document.sections[1:],
            "toggle_narrowed": lambda: state.narrowed_to or (state.filter and state.stops),
            "drop_actor": lambda: state.filter.actors or state.answer,
            "go_back": lambda: state.trail,
            "go_forward": lambda: state.ahead,
            "open_card": lambda: state.index.mentions,
            "open_cast": lambda: state.index.mentions,
            "open_strips": lambda: state.index.mentions,
            "open_concordance": lambda: state.stops,
            "open_mend": lambda: state.index.actors or self._text.selected,
            "open_review": lambda: state.index.mentions,
            "show_links": lambda: self._minder.has_links,
            "reload": lambda: self._minder.can_reload,
            "open_recent": lambda: self._minder.source,
        }
        return bool(needs[action]()) if action in needs else super().check_action(action, parameters)

    def watch_state(self, state: ReadingState) -> None:
        """Hand the state down to the panes that are made after the first frame, and the place to who minds it."""
        self._minder.follow(state)
        self._panes.take(state)

    @work(thread=True, exclusive=True, group="index", exit_on_error=False)
    def _find_actors(self, grow: Grow, state: ReadingState) -> None:
        worker = get_current_worker()
        for growth in grow(state.document, state.place.offset, lambda: worker.is_cancelled):
            self.post_message(messages.IndexGrew(state.document, growth))

    @on(Worker.StateChanged)
    def _note_failure(self, event: Worker.StateChanged) -> None:
        if event.state is WorkerState.ERROR:
            self.progress = None
            self.note = "not all actors could be found"

    @on(messages.IndexGrew)
    def _take_index(self, message: messages.IndexGrew) -> None:
        if message.document is self.state.document:
            self.state = self.state.indexed(self._minder.mending.corrected(message.growth.index))
            self.progress = message.growth.share if message.growth.share < 1 else None

    @on(messages.Noted)
    def _take_note(self, message: messages.Noted) -> None:
        if message.document is self.state.document and message.instead_of in (None, self.note):
            self.note = message.note

    @on(messages.FileChanged)
    def _take_condition(self, message: messages.FileChanged) -> None:
        if message.document is self.state.document:
            self._minder.take(message.condition)
            self.note = NOTES[message.condition].format(key=hint(self.keys, "file.reload"))
            self.query_one(KeyLine).watch_state()

    @on(messages.Scrolled)
    def _follow_text(self, message: messages.Scrolled) -> None:
        """Follow the text, unless it has already moved on: going back there would chase it round and round."""
        if message.view == self._text.view:
            self.view = message.view
            self.state = self.state.scrolled_to(message.offset, message.view)

    @on(messages.SectionChosen)
    def _leave_sections(self) -> None:
        """The walker goes there."""
        self._panes.return_to_text()

    @on(messages.ActorChosen)
    def _choose_actor(self, message: messages.ActorChosen) -> None:
        self.state = self.state.choosing(message.actor)
        self._panes.return_to_text()

    @on(messages.MentionChosen)
    def _go_to_mention(self, message: messages.MentionChosen) -> None:
        self.state = self.state.picking(message.span)
        self._panes.uncover_text()

    @on(messages.QuestionAsked)
    def _ask(self, message: messages.QuestionAsked) -> None:
        with suppress(QuestionError):  # the pane has answered it already, and said so if it could not
            known = message.reply if message.index is self.state.index else None
            state = self.state.asking(message.question, known)
            self.state = state if message.place is None else state.jumped_to(message.place)
            self._panes.return_to_text()

    @on(messages.SearchEnded)
    def _end_search(self, message: messages.SearchEnded) -> None:
        self._panes.end_search()
        state = self.state if message.words.strip() == self.state.filter.words else self.state.searching(message.words)
        self.state = state.at_next_stop() if state.filter.words else state

    def correct(self, deed: "Deed") -> ReadingState:
        """Correct the actors, or take that back."""
        self.state = self.state.indexed(self._minder.correct(deed))
        self.query_one(KeyLine).watch_state()
        return self.state

    def uncover_text(self) -> None:
        """Put away what lies over the text."""
        self._panes.uncover_text()

    async def action_open_filter(self) -> None:
        """Show the filter pane and give it the keys."""
        await self._panes.open_filter()

    async def action_open_search(self) -> None:
        """Show the line for searching."""
        await self._panes.open_search()

    def action_focus_sections(self) -> None:
        """Give the keys to the sections."""
        self._panes.open_sidebar(self.query_one(SectionTree))

    def action_focus_actors(self) -> None:
        """Give the keys to the key actors."""
        self._panes.open_sidebar(self.query_one("#actors", ActorList))

    def action_open_recent(self) -> None:
        """Pick another document."""
        self.post_message(messages.RecentWanted())

    def action_reload(self) -> None:
        """Read the file as it is now, from the same place on."""
        self.post_message(messages.DocumentWanted(self._minder.source, self.state))

    def action_step_back(self) -> None:
        """Put away what is narrowest: a pane with the keys, a selection, a search, then what is chosen."""
        if self.is_noting:
            self.post_message(messages.NoteLeft())
        elif self._panes.is_searching:
            self.post_message(messages.SearchEnded(""))
        elif self.focused is not None and self.focused is not self._text:
            self._panes.close()
        elif self.selections:
            self.clear_selection()
        elif self.state.filter:
            self.state = self.state.widened()
        else:
            self._panes.close()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What can be selected at a cell: only text, and while the mouse is dragged the words nearest to it."""
        widget, _ = super().get_widget_and_offset_at(x, y)
        return (self._text, self._text.nearest(x, y)) if self._selecting or widget is self._text else (None, None)

    def _key_escape(self) -> None:
        """Leave Escape to the action above; Textual lets a selection go here, and then steps back all the same."""

    @property
    def mending(self) -> Mending:
        """What the reader corrects."""
        return self._minder.mending

    @property
    def selected(self) -> Span | None:
        """The characters that are selected."""
        return self._text.selected

    @property
    def _text(self) -> ParagraphView:
        return self.query_one(ParagraphView)


def _progress(state: ReadingState, grow: Grow | None) -> float | None:
    """How much of the actors is known at first; nothing to tell where only what they say is yet to be found."""
    return None if grow is None or state.index.actors else 0.0
