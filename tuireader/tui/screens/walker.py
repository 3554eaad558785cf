"""A screen with a reading state, and the keys that walk through its text."""

from collections.abc import Sequence

from textual import on
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.tui import messages
from tuireader.tui.keys import KEYS, Key, hint


class Walker(Screen[None]):
    """Moves its state from mention to mention and from section to section; the panes follow."""

    focused: reactive[Widget | None] = reactive(None, repaint=False)
    """Who has the keys; Textual would paint the whole screen when it changes, of which only the panes are seen."""

    state: reactive[ReadingState] = reactive(NOTHING, init=False, repaint=False)

    keys: Sequence[Key] = KEYS
    """What every key does."""

    def say(self, words: str) -> None:
        """Say something for a moment."""
        raise NotImplementedError

    def action_next_mention(self) -> None:
        """Go to the next mention or hit."""
        self.state = self.state.at_next_stop()

    def action_previous_mention(self) -> None:
        """Go to the mention or hit before."""
        self.state = self.state.at_previous_stop()

    def action_next_section(self) -> None:
        """Go to the next section."""
        following = self.state.document.sections[self.state.section + 1 : self.state.section + 2]
        self._go(self.state.at_next_section(), following[0].span.start if following else 0)

    def action_previous_section(self) -> None:
        """Go to the beginning of this section, or to the one before."""
        self.state = self.state.at_previous_section()

    def action_go_to_start(self) -> None:
        """Go to the first line."""
        self.state = self.state.at_offset(0)

    def action_go_to_end(self) -> None:
        """Go to the last line."""
        self._go(self.state.at_end(), len(self.state.document.text))

    def action_go_back(self) -> None:
        """Go to where the last jump came from."""
        self.state = self.state.went_back()

    def action_go_forward(self) -> None:
        """Go again to where the reader was before going back."""
        self.state = self.state.went_forward()

    def action_toggle_narrowed(self) -> None:
        """Show only the paragraphs that match, or all."""
        self.state = self.state.narrowed()

    def action_drop_actor(self, number: int = -1) -> None:
        """Take an actor out of the chosen ones, the last one unless told otherwise; or the question back."""
        if self.state.filter:
            self.state = self.state.dropping(number)

    @on(messages.SectionChosen)
    def _go_to_section(self, message: messages.SectionChosen) -> None:
        start = self.state.document.sections[message.number].span.start
        self._go(self.state.at_section(message.number), start)

    @on(messages.ActorAdded)
    def _add_actor(self, message: messages.ActorAdded) -> None:
        self.state = self.state.toggling(message.actor)

    @on(messages.MentionClicked)
    def _choose_clicked(self, message: messages.MentionClicked) -> None:
        self.state = self.state.choosing_at(message.mention)

    @on(messages.PlaceChosen)
    def _go_to_place(self, message: messages.PlaceChosen) -> None:
        self.state = self.state.at_offset(message.offset)

    @on(messages.SearchChanged)
    def _search(self, message: messages.SearchChanged) -> None:
        self.state = self.state.searching(message.words)

    @on(messages.GapOpened)
    def _open_gap(self, message: messages.GapOpened) -> None:
        self.state = self.state.opening(message.paragraphs)

    def _go(self, state: ReadingState, wanted: int) -> None:
        """Go somewhere, and say so if what was not read yet lies between that and the offset that was wanted."""
        self.state = state
        if state.veil is not None and wanted > state.veil.limit:
            self.say(f"not read yet: {hint(self.keys, 'veil.toggle')} shows the rest")
