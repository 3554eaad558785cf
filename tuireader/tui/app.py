"""The app: themes, stylesheets and the first screen."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, replace
from functools import partial
from pathlib import PurePath
from typing import ClassVar

from textual import events, on, work
from textual.app import App
from textual.driver import Driver
from textual.screen import Screen

from tuireader import resources
from tuireader.domain.document import Document
from tuireader.domain.reading import NOTHING, ReadingState
from tuireader.engine.delivery import Delivery
from tuireader.engine.desk import Desk, Volume
from tuireader.engine.growth import Grow
from tuireader.errors import ReaderError
from tuireader.tui import messages, themes
from tuireader.tui.bindings import keymap
from tuireader.tui.commands import Commands
from tuireader.tui.keyboard import Keyboard
from tuireader.tui.preferences import Preferences
from tuireader.tui.screens.reader import WIDTHS, ReaderScreen


def _stylesheets(*names: str) -> list[str | PurePath]:
    return [resources.ROOT / "styles" / name for name in names]


def _driver() -> type[Driver] | None:
    """What speaks to the terminal; Textual's choice where there is no such terminal as on Unix."""
    if os.name == "nt" or "TEXTUAL_DRIVER" in os.environ:
        return None
    from tuireader.tui.driver import PromptDriver  # noqa: PLC0415 - it does not exist on Windows

    return PromptDriver


class ReaderApp(App[None]):
    """Reads one document."""

    TITLE = "tuireader"
    CSS_PATH = _stylesheets("app.tcss", "reader.tcss", "dialogs.tcss")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    COMMANDS: ClassVar = {Commands}
    ENABLE_COMMAND_PALETTE = False
    """Textual binds no key to it: the table of keys does."""

    def __init__(
        self,
        state: ReadingState | None = None,
        *,
        grow: Grow | None = None,
        volume: Volume | Delivery | None = None,
        desk: Desk | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        """Prepare to read.

        Args:
            state: A document that is not minded, with its index if that is known.
            grow: Finds its actors while it is read; nothing when they are all known.
            volume: A document from the desk, with all of this, or on its way there, so that its beginning is read until
                it arrives; without any, a recent one is picked.
            desk: Where other documents come from.
            preferences: How it looks at first, and which keys it obeys.
        """
        preferences = preferences or Preferences()
        super().__init__(driver_class=_driver(), ansi_color=True if preferences.is_colourless else None)
        self._begin_with(preferences)
        self.animation_level = "none"
        self._desk = desk
        self._coming = volume if isinstance(volume, Delivery) else None
        self.volume = volume if isinstance(volume, Volume) else None
        """The document that is being read."""

        if self.volume is not None:
            state, grow = self.volume.first_state, self.volume.grow
        elif self._coming is not None and self._coming.head is not None:
            state = ReadingState(self._coming.head)
        self.failure: ReaderError | None = None
        """Why a document that was on its way did not arrive."""

        self._reader = ReaderScreen(state or NOTHING, grow, self.volume, preferences)
        if preferences.look.theme not in self.available_themes:
            self._reader.note = f"there is no theme '{preferences.look.theme}'"
        self._keyboard = Keyboard(super().on_event, lambda: self.focused or self.screen, self._in_one_frame)

    def _begin_with(self, preferences: Preferences) -> None:
        """Have our themes and the wanted keys, and begin with a theme; if it is not there, with the dark one."""
        self.use_command_palette = True
        self.set_keymap(keymap(preferences.keys))
        theme = themes.COLOURLESS.name if preferences.is_colourless else preferences.look.theme
        for each in (*themes.OURS, themes.COLOURLESS):
            self.register_theme(each)
        self.set_reactive(App.theme, theme if theme in self.available_themes else themes.DARK.name)
        self.stylesheet.set_variables(self.get_css_variables())

    def take_over(self, release: Callable[[], None]) -> None:
        """Begin with the page that is on the terminal already; whoever wrote it is asked to release that first."""
        from tuireader.tui.driver import successor  # noqa: PLC0415 - it does not exist on Windows

        self.driver_class = successor(release)

    def on_ready(self) -> None:
        """The first frame is painted: collect garbage from now on, but never look again at what was loaded so far."""
        gc.freeze()
        gc.enable()
        self._reader.call_next(self._reader.begin)
        if self._coming is not None:
            self._reader.note = "opening the rest"
            self._await_document(self._coming)
        elif self._reader.state is NOTHING:
            self._pick_recent()
        self._obey_keys()
        if not self.is_headless:
            with suppress(NotImplementedError, AttributeError):
                for ending in (signal.SIGTERM, signal.SIGHUP):
                    asyncio.get_running_loop().add_signal_handler(ending, self.exit)

    async def on_event(self, event: events.Event) -> None:
        """Leave the order of keys to the keyboard."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            self._keyboard.add(event)
        else:
            await super().on_event(event)

    @work
    async def _obey_keys(self) -> None:
        await self._keyboard.obey()

    @contextmanager
    def _in_one_frame(self) -> Iterator[None]:
        """Paint nothing until the end, and then all at once.

        What Textual lays out at once meanwhile, another screen or size, it would not paint later.
        """
        before = self.screen, self.screen.size
        with self.batch_update():
            yield
        if not self.screen_stack:
            return
        if (self.screen, self.screen.size) != before:
            self.screen.refresh(layout=True)
        self.screen.check_idle()

    def on_unmount(self) -> None:
        """Quit without waiting for what is looked for."""
        if self._desk is not None:
            self._desk.close()

    def get_default_screen(self) -> Screen[None]:
        """The reader."""
        return self._reader

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our own colours, for themes that do not have them."""
        return themes.VARIABLES

    def action_toggle_theme(self) -> None:
        """Change between dark and light."""
        self._choose_theme(themes.LIGHT.name if self.current_theme.dark else themes.DARK.name)

    def action_next_theme(self) -> None:
        """Go to the next of our themes."""
        names = [theme.name for theme in themes.OURS]
        at = names.index(self.theme) + 1 if self.theme in names else 0
        self._choose_theme(names[at % len(names)])
        if self.theme != themes.COLOURLESS.name:
            self.notify(f"theme: {self.theme}")

    @on(messages.ThemeWanted)
    def _take_theme(self, message: messages.ThemeWanted) -> None:
        self._choose_theme(message.name)

    def _choose_theme(self, name: str) -> None:
        if self.theme == themes.COLOURLESS.name:
            self.notify("there are no themes where NO_COLOR is set")
            return
        self.theme = name
        self._reader.look = replace(self._reader.look, theme=name)

    @on(messages.LookChosen)
    def _keep_look(self, message: messages.LookChosen) -> None:
        """Remember what is chosen otherwise than before."""
        old, new = asdict(message.old), asdict(message.look)
        choices = {name: value for name, value in new.items() if value != old[name]}
        if self._desk is not None and choices:
            self._desk.keep_look(choices, partial(self._note, self._reader.state.document))

    def _note(self, document: Document, note: str) -> None:
        self._reader.post_message(messages.Noted(document, note))

    @on(messages.RecentWanted)
    def _pick_recent(self) -> None:
        from tuireader.tui.screens.recent import RecentScreen  # noqa: PLC0415 - rarely needed, never at the start

        if self._desk is not None:
            self.push_screen(RecentScreen(self._desk, self.volume.path if self.volume else ""), self._take_recent)

    def _take_recent(self, path: str | None) -> None:
        if path is not None:
            self._open_document(path, None)
        elif self.volume is None:
            self.exit()

    @on(messages.DocumentWanted)
    def _want_document(self, message: messages.DocumentWanted) -> None:
        self._open_document(message.source, message.former)

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _open_document(self, source: str, former: ReadingState | None) -> None:
        assert self._desk is not None
        try:
            volume = self._desk.begin(source)()
        except ReaderError as error:
            self.post_message(messages.DocumentRefused(error))
        else:
            self.post_message(messages.DocumentOpened(volume, former))

    @work(thread=True, exclusive=True, group="open", exit_on_error=False)
    def _await_document(self, coming: Delivery) -> None:
        try:
            volume = coming()
        except ReaderError as error:
            self.post_message(messages.DocumentRefused(error))
        else:
            self.post_message(messages.DocumentOpened(volume, None))

    @on(messages.DocumentRefused)
    def _refuse_document(self, message: messages.DocumentRefused) -> None:
        if self._coming is not None:
            self.failure = message.error
            self.exit()
            return
        self.notify(str(message.error), severity="error", markup=False)
        if self.volume is None:
            self._pick_recent()
        else:
            self._reader.read_on()

    @on(messages.DocumentOpened)
    def _show_document(self, message: messages.DocumentOpened) -> None:
        """Show another document in place of the one that is read."""
        if self.volume is not None:
            self.volume.leave()
        volume = self.volume = message.volume
        former = message.former if self._coming is None else self._reader.state
        self._coming = None
        state = volume.first_state if former is None else volume.state_after(former)
        self._reader.show(state, volume)
