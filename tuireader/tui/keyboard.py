"""Passes keys on one at a time, so that whoever types ahead is understood as if they had waited for the screen."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractContextManager

from textual import events
from textual.dom import DOMNode
from textual.message_pump import MessagePump

_ROUNDS = 3
"""A key is handled where the focus is, or further up; its message comes up the same way, and so does the answer."""

_PATIENCE = 1.0
"""Seconds after which a key no longer holds back the next one, whatever it is still about to do."""


class Keyboard:
    """Keys that were pressed and not yet obeyed."""

    def __init__(
        self,
        press: Callable[[events.Key], Awaitable[None]],
        focus: Callable[[], DOMNode],
        in_one_frame: Callable[[], AbstractContextManager[None]],
    ) -> None:
        """Prepare to pass keys on.

        Args:
            press: Gives a key to whoever has the focus.
            focus: Who has it now.
            in_one_frame: Puts off painting, so that all that a key does is seen at once.
        """
        self._press = press
        self._in_one_frame = in_one_frame
        self._focus = focus
        self._keys: asyncio.Queue[events.Key] = asyncio.Queue()

    def add(self, key: events.Key) -> None:
        """Another key was pressed; before the terminal is ours, it says Ctrl+J for Enter."""
        self._keys.put_nowait(events.Key("enter", "\r") if key.key == "ctrl+j" else key)

    async def obey(self) -> None:
        """Press each key once the one before has done all it does, such as giving the focus to another pane.

        Keys that were typed after the one that quits are for whoever has the terminal next, and go nowhere here. A key
        that is held down, so that more of the same are waiting, and that left the focus where it was, need not wait:
        the screen may then paint once for several of them.
        """
        await _settled(self._focus())
        held = ""
        while self._focus().is_attached:
            key = await self._keys.get()
            focus = self._focus()
            if key.key == held and not self._keys.empty():
                await self._press(key)
            else:
                with self._in_one_frame():
                    await self._press(key)
                    await _settled(focus)
            held = key.key if self._focus() is focus else ""


async def _settled(focus: DOMNode) -> None:
    """Wait until the messages of a node have gone all their way up."""
    try:
        async with asyncio.timeout(_PATIENCE):
            for _ in range(_ROUNDS):
                for node in focus.ancestors_with_self:
                    await _heard(node)
                if not any(node.message_queue_size for node in focus.ancestors_with_self):
                    return
    except TimeoutError:
        return


async def _heard(pump: MessagePump) -> None:
    """Wait until a node has handled the messages it has now."""
    heard = asyncio.Event()
    if pump.call_later(heard.set):
        await heard.wait()
