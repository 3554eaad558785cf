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
    """Finds what the keys do by words, for those who do not know them, and below that the themes."""

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
        yield from self._of_keys()
        yield from self._of_themes()

    def _of_keys(self) -> Iterator[Command]:
        screen = self.screen
        for key in screen.keys if isinstance(screen, Boxes) else KEYS:
            if key.scope is Scope.READER and screen.check_action(key.action, ()):
                yield key.description, partial(screen.run_action, key.action), key.shown

    def _of_themes(self) -> Iterator[Command]:
        """Our themes and those that come with Textual."""
        for name in sorted(self.app.available_themes):
            if COLOURLESS.name not in (name, self.app.theme):
                yield f"Theme: {name}", partial(self.screen.post_message, ThemeWanted(name)), ""
