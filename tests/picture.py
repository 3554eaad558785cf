"""Draws the picture of the README from the program itself: `python -m tests.picture`."""

import asyncio
import re
from pathlib import Path

from tuireader import resources
from tuireader.domain.reading import ReadingState
from tuireader.engine.library import Library
from tuireader.settings import Settings
from tuireader.tui.app import ReaderApp

PICTURE = Path(__file__).parents[1] / "assets" / "pictures" / "reader.svg"

_FONTS_FROM_ELSEWHERE = re.compile(r"@font-face \{[^}]*\}\s*")


async def draw() -> str:
    """The bundled briefing as an SVG, with an actor chosen in the filter pane."""
    library = Library(Settings())
    document = library.load(str(resources.ROOT / "samples" / "briefing.md"))
    app = ReaderApp(ReadingState(document, library.index(document)))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("f", *"star", "enter", "n", "n")
        await pilot.pause()
        return _FONTS_FROM_ELSEWHERE.sub("", app.export_screenshot(title="tuireader"))


if __name__ == "__main__":
    PICTURE.write_text(asyncio.run(draw()), encoding="utf-8")
