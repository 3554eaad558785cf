"""Draws the pictures of the README from the program itself: `python -m tests.picture`."""

import asyncio
import re
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.keys import _character_to_key

from tests.engine.executors import SerialExecutor
from tuireader import resources
from tuireader.engine.desk import Volume
from tuireader.engine.keeper import ThreadKeeper
from tuireader.engine.library import Library
from tuireader.settings import Settings
from tuireader.store.notebook import SqliteNotebook
from tuireader.tui.app import ReaderApp

PICTURES = Path(__file__).parents[1] / "assets" / "pictures"
KEYS = {
    "reader": ["f", *"star", "enter", "n", "n"],
    "strips": ["v", "down", "n", "n"],
    "notes": [
        *("n", "n", "n", "n", "m", "enter", "]", "]", "n", "n", "m", *"who else was asked?", "enter"),
        *("]", "n", "m", *"compare with the figures of May", "enter", "M", "j"),
    ],
    "question": ["f", *"russia ", *"& (us | nato) - putin", "enter", "n"],
}
"""What is pressed before each of them is taken."""

_FONTS_FROM_ELSEWHERE = re.compile(r"@font-face \{[^}]*\}\s*")
_NAMES_OF_THE_DRAWING = re.compile(r"terminal-\d+")
"""They are made from how its pieces are spelt in memory, which may change while no cell does."""


async def draw(keys: Sequence[str]) -> str:
    """The bundled briefing as an SVG, when some keys have been pressed; its notes are kept only meanwhile."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        library = Library(Settings(), notebook=SqliteNotebook(Path(folder) / "notebook.db"))
        opened = library.begin(str(resources.ROOT / "samples" / "briefing.md"), SerialExecutor())()
        app = ReaderApp(volume=Volume(opened, library, ThreadKeeper()))
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.press(*(_key(key) for key in keys))
            await pilot.pause()
            drawn = app.export_screenshot(title="tuireader")
            return _NAMES_OF_THE_DRAWING.sub("terminal", _FONTS_FROM_ELSEWHERE.sub("", drawn))


def _key(key: str) -> str:
    return _character_to_key(key) if len(key) == 1 else key


if __name__ == "__main__":
    for name, keys in KEYS.items():
        (PICTURES / f"{name}.svg").write_text(asyncio.run(draw(keys)), encoding="utf-8")
