"""A dozen screens at most, of one small document; `pytest --snapshot-update` draws them anew."""

from collections.abc import Awaitable, Callable
from typing import Protocol

import pytest
from textual.app import App
from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.documents import HARBOUR, opened
from tests.tui.sitting import MEDIUM, NARROW, WIDE
from tuireader.domain.reading import ReadingState
from tuireader.tui.app import ReaderApp
from tuireader.tui.preferences import Preferences


class Compare(Protocol):
    """Draws a screen and compares it with the picture that was kept."""

    def __call__(
        self, app: App[None], *, terminal_size: tuple[int, int], run_before: Callable[[Pilot[None]], Awaitable[None]]
    ) -> bool: ...


def test_a_wide_screen_shows_the_features_of_markdown(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, (120, 46), [])


def test_an_actor_is_chosen_and_its_second_mention_current(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, WIDE, ["a", "down", "enter", "n"])


def test_the_filter_pane_is_open_and_narrowed(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, WIDE, ["f", "g", "u", "i", "space", "down"])


def test_the_text_is_narrowed_to_two_actors(snap_compare: Compare) -> None:
    assert _looks_as_kept(
        snap_compare, WIDE, ["a", "down", "space", "down", "enter", "a", "up", "space", "escape", "o"]
    )


def test_hits_of_a_search_are_marked(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, MEDIUM, ["slash", *"the", "enter", "n"])


def test_the_light_theme(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, WIDE, ["t", "a", "enter"])


def test_the_help(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, (100, 50), ["question_mark"])


def test_a_screen_of_80_columns(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, MEDIUM, [])


def test_a_pane_over_the_text_on_80_columns(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, MEDIUM, ["a", "down"])


def test_a_screen_of_50_columns(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, NARROW, ["n"])


def test_a_pane_alone_on_50_columns(snap_compare: Compare) -> None:
    assert _looks_as_kept(snap_compare, NARROW, ["f", "down"])


def test_a_screen_without_colours(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = ReaderApp(opened(HARBOUR), preferences=Preferences(is_colourless=True))
    assert snap_compare(app, terminal_size=MEDIUM, run_before=_pressing(["n", "n"]))


def _looks_as_kept(compare: Compare, size: tuple[int, int], keys: list[str]) -> bool:
    state: ReadingState = opened(HARBOUR)
    return compare(ReaderApp(state), terminal_size=size, run_before=_pressing(keys))


def _pressing(keys: list[str]) -> Callable[[Pilot[None]], Awaitable[None]]:
    """What presses keys, and lets no cursor blink."""

    async def press(pilot: Pilot[None]) -> None:
        for key in keys:
            await pilot.press(key)
            for line in pilot.app.query(Input):
                line.cursor_blink = False
        await pilot.pause()

    return press
