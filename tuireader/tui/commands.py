"""The command palette: every key of the reader by its description, and every theme by its name."""

from collections.abc import Callable, Iterator
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tuireader.tui.keys import KEYS, Scope
from tuireader.tui.messages import ThemeWanted
from tuireader.tui.screens.boxes import Boxes
from tuireader.tui.themes import COLOURLESS

Command = tuple[str, Callable[[], object], str]
"""What it is called, what it does, and its keys."""


class Commands(Provider):
    """Finds what can be done by words, for those who do not know the key."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for name, run, shown in self._possible():
            yield DiscoveryHit(name, run, help=shown)

    async def search(self, query: str) -> Hits:
        """The commands whose names fit what is typed."""
        matcher = self.matcher(query)
        for name, run, shown in self._possible():
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), run, help=shown)

    def _possible(self) -> Iterator[Command]:
        raise NotImplementedError


class KeyCommands(Commands):
    """What the keys do."""

    def _possible(self) -> Iterator[Command]:
        screen = self.screen
        for key in screen.keys if isinstance(screen, Boxes) else KEYS:
            if key.scope is Scope.READER and screen.check_action(key.action, ()):
                yield key.description, partial(screen.run_action, key.action), key.shown


class ThemeCommands(Commands):
    """Other themes, ours and those that come with Textual."""

    def _possible(self) -> Iterator[Command]:
        for name in sorted(self.app.available_themes):
            if name != COLOURLESS.name:
                yield f"Theme: {name}", partial(self.screen.post_message, ThemeWanted(name)), ""
