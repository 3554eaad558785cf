"""A reader at the screen: presses keys, moves the mouse, and looks."""

import asyncio
import re
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from rich.style import Style
from textual import events
from textual.geometry import Offset
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from tests.tui.documents import NUMBERED
from tuireader.domain.reading import ReadingState
from tuireader.engine.growth import Grow
from tuireader.tui.app import ReaderApp
from tuireader.tui.preferences import Preferences
from tuireader.tui.screens.reader import ReaderScreen
from tuireader.tui.widgets.actor_list import ActorList
from tuireader.tui.widgets.match_list import MatchList
from tuireader.tui.widgets.mention_list import MentionList
from tuireader.tui.widgets.paragraph_view import ParagraphView
from tuireader.tui.widgets.row_list import RowList
from tuireader.tui.widgets.search_bar import SearchBar

WIDE = (120, 40)
MEDIUM = (80, 24)
NARROW = (50, 20)

_HOPS = 10
"""A key goes from pane to pane and comes back as a change of state; that takes fewer messages than these."""

_PATIENCE = 500
"""How often something from outside is looked for."""


class Sitting:
    """One reader with one document open."""

    def __init__(self, app: ReaderApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def screen(self) -> ReaderScreen:
        """The reader, which must be the screen that is seen."""
        assert isinstance(self.app.screen, ReaderScreen)
        return self.app.screen

    @property
    def state(self) -> ReadingState:
        """What the screen shows."""
        return self.screen.state

    @property
    def text(self) -> ParagraphView:
        """The pane with the text."""
        return self.screen.query_one(ParagraphView)

    @property
    def actors(self) -> ActorList:
        """The key actors in the sidebar."""
        return self.screen.query_one("#actors", ActorList)

    @property
    def matches(self) -> MatchList:
        """The actors in the filter pane."""
        return self.screen.query_one(MatchList)

    @property
    def mentions(self) -> MentionList:
        """The mentions in the filter pane."""
        return self.screen.query_one(MentionList)

    @property
    def typed(self) -> str:
        """What stands in the line of the filter pane."""
        return self.screen.query_one("#filter Input", Input).value

    @property
    def focused(self) -> str | None:
        """The pane that keys go to."""
        return None if self.screen.focused is None else self.screen.focused.id

    @property
    def current_words(self) -> str:
        """The mention or hit that the reader is at."""
        current = self.state.current
        return "" if current is None else self.state.document.text[current.start : current.end]

    @property
    def sees_current(self) -> bool:
        """Whether the current mention or hit is in sight."""
        view, current = self.text.view, self.state.current
        return view is not None and current is not None and view.overlaps(current)

    @property
    def chosen(self) -> list[str]:
        """The names of the chosen actors."""
        return [self.state.index.actor(each).name for each in self.state.filter.actors]

    @property
    def top_words(self) -> list[str]:
        """The numbered words on the first line of the text that has some."""
        return next(words for row in self.text_rows() if (words := NUMBERED.findall(row)))

    async def press(self, *keys: str) -> None:
        """Press keys, one after the other, each when the screen is done with the one before."""
        for key in keys:
            self.app.post_message(_key(key))
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Press keys faster than the screen can follow."""
        for key in keys:
            self.app.post_message(_key(key))
        for _ in keys:
            await self.settle()

    async def write(self, words: str) -> None:
        """Type some words."""
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def choose(self, typed: str) -> None:
        """Choose an actor in the filter pane."""
        await self.press("f")
        await self.write(typed)
        await self.press("enter")

    async def settle(self) -> None:
        """Wait until the screen is done, also with what it tells itself on the way."""
        for _ in range(_HOPS):
            await self._pilot.pause(0)

    async def until(self, claim: Callable[[], bool]) -> None:
        """Wait until something is true that comes from outside the screen."""
        for _ in range(_PATIENCE):
            await self.settle()
            if claim():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it never came true")

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal larger or smaller."""
        await self._pilot.resize_terminal(width, height)
        await self.settle()

    async def click(self, where: Offset) -> None:
        """Click a cell of the screen."""
        await self._pilot.click(offset=(where.x, where.y))
        await self.settle()

    async def drag(self, start: Offset, end: Offset) -> None:
        """Press the mouse button on one cell and let it go on another, once the reader stands there whole."""
        await self.until(lambda: bool(self.screen.query(SearchBar)))
        await self._pilot.mouse_down(offset=(start.x, start.y))
        await self._pilot._post_mouse_events([events.MouseMove], offset=(end.x, end.y), button=1)
        await self._pilot.mouse_up(offset=(end.x, end.y))
        await self.settle()

    async def wheel(self, turn: type[events.MouseScrollDown | events.MouseScrollUp], where: Offset) -> None:
        """Turn the wheel by one notch over a cell."""
        await self._pilot._post_mouse_events([turn], offset=(where.x, where.y))
        await self.settle()

    def text_rows(self) -> list[str]:
        """The rows of the text."""
        return [self.text.render_line(y).text.strip() for y in range(self.text.size.height)]

    def list_rows(self, rows: RowList) -> list[str]:
        """The rows of a list that are in sight, without those that are blank."""
        lines = [rows.render_line(y).text.strip() for y in range(rows.size.height)]
        return [line for line in lines if line]

    def screen_rows(self) -> list[str]:
        """What stands on the whole screen."""
        return [strip.text for strip in self._strips()]

    def shows(self, words: str) -> bool:
        """Whether some words stand on one row of the screen."""
        return any(words in row for row in self.screen_rows())

    def place_of(self, words: str, pane: Widget | None = None) -> Offset:
        """The cell where some words first stand in a pane, or on the screen."""
        region = (pane or self.screen).region
        for y in range(region.y, region.bottom):
            row = self._strips()[y].crop(region.x, region.right).text
            if (match := re.search(re.escape(words), row)) is not None:
                return Offset(region.x + match.start(), y)
        raise AssertionError(f"{words!r} is not seen")

    def style_of(self, words: str, pane: Widget | None = None) -> Style:
        """The style of the first cell of some words."""
        return self.style_at(self.place_of(words, pane))

    def style_at(self, where: Offset) -> Style:
        """The style of a cell of the screen."""
        cell = self._strips()[where.y].crop(where.x, where.x + 1)
        return next(style for segment in cell if (style := segment.style) is not None)

    def styles(self) -> list[Style]:
        """The styles of everything on the screen."""
        return [segment.style for strip in self._strips() for segment in strip if segment.style is not None]

    def _strips(self) -> list[Strip]:
        return self.app.screen._compositor.render_strips()


@asynccontextmanager
async def sit_down(
    state: ReadingState,
    *,
    size: tuple[int, int] = WIDE,
    grow: Grow | None = None,
    preferences: Preferences | None = None,
) -> AsyncIterator[Sitting]:
    """Open a document on a screen of a size."""
    async with sit_at(ReaderApp(state, grow=grow, preferences=preferences), size=size) as sitting:
        yield sitting


@asynccontextmanager
async def sit_at(app: ReaderApp, *, size: tuple[int, int] = WIDE) -> AsyncIterator[Sitting]:
    """Sit down at an app on a screen of a size."""
    async with app.run_test(size=size, notifications=True) as pilot:
        sitting = Sitting(app, pilot)
        await sitting.settle()
        yield sitting


def _key(key: str) -> events.Key:
    name = _character_to_key(key) if len(key) == 1 else key
    return events.Key(name, key if len(key) == 1 else " " if key == "space" else None)
