"""A screen with a reading state, and the keys that walk through its text."""

from textual.reactive import reactive
from textual.screen import Screen

from tuireader.domain.reading import NOTHING, ReadingState


class Walker(Screen[None]):
    """Moves its state from mention to mention and from section to section; the panes follow."""

    state: reactive[ReadingState] = reactive(NOTHING, init=False, repaint=False)

    def action_next_mention(self) -> None:
        """Go to the next mention or hit."""
        self.state = self.state.at_next_stop()

    def action_previous_mention(self) -> None:
        """Go to the mention or hit before."""
        self.state = self.state.at_previous_stop()

    def action_next_section(self) -> None:
        """Go to the next section."""
        self.state = self.state.at_next_section()

    def action_previous_section(self) -> None:
        """Go to the beginning of this section, or to the one before."""
        self.state = self.state.at_previous_section()

    def action_go_to_start(self) -> None:
        """Go to the first line."""
        self.state = self.state.at_start()

    def action_go_to_end(self) -> None:
        """Go to the last line."""
        self.state = self.state.at_end()

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
