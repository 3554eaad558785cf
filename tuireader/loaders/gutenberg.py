"""The frame that Project Gutenberg puts round a text: a header before it, a licence behind it."""

import re
from dataclasses import dataclass

from tuireader.domain.cleaning import clean_line

_START = re.compile(r"^\*{3} ?START OF (?:THE|THIS) PROJECT GUTENBERG[^\n]*(?:\n[^\n*]+)?\*{3}", re.MULTILINE)
_END = re.compile(
    r"^(?:\*{3} ?END OF (?:THE|THIS) PROJECT GUTENBERG|End of (?:the )?Project Gutenberg['’]s )", re.MULTILINE
)
_TITLE = re.compile(r"^Title: *(?P<title>\S[^\n]*(?:\n {2,}\S[^\n]*)*)", re.MULTILINE)
_HEADER = 30_000

LICENCE_TITLE = "Project Gutenberg licence"
"""What the part behind the text is called."""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where the text proper lies in a file."""

    start: int
    end: int
    title: str = ""


def frame_of(text: str) -> Frame:
    """Find the header and the licence of a file from Project Gutenberg; elsewhere all of it is text."""
    start = _START.search(text, 0, _HEADER) if "PROJECT GUTENBERG" in text[:_HEADER] else None
    if not start:
        return Frame(0, len(text))
    end = _END.search(text, start.end())
    title = _TITLE.search(text, 0, start.start())
    name = clean_line(title["title"]) if title else ""
    return Frame(start.end(), end.start() if end else len(text), name)
