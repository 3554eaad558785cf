"""The command palette: every key of the reader by its description."""

from collections.abc import Callable
from functools import partial

from textual.command import DiscoveryHit, Hit, Hits, Provider

from tuireader.tui.keys import KEYS, Key, Scope


class KeyCommands(Provider):
    """Finds what a key does by words, for those who do not know the key."""

    async def discover(self) -> Hits:
        """All commands, before anything is typed."""
        for key in self._possible():
            yield DiscoveryHit(key.description, self._runs(key), help=key.shown)

    async def search(self, query: str) -> Hits:
        """The commands whose descriptions fit what is typed."""
        matcher = self.matcher(query)
        for key in self._possible():
            if (score := matcher.match(key.description)) > 0:
                yield Hit(score, matcher.highlight(key.description), self._runs(key), help=key.shown)

    def _possible(self) -> list[Key]:
        return [key for key in KEYS if key.scope is Scope.READER and self.screen.check_action(key.action, ())]

    def _runs(self, key: Key) -> Callable[[], object]:
        return partial(self.screen.run_action, key.action)
