"""Text from outside made harmless: no control character ever reaches a terminal.

Escape sequences begin with a control character (C0, DEL or C1), and bidirectional overrides can make a text read as
something that it is not. Each is replaced by one visible character, so that offsets stay those of the file.
"""

import re

_LINE_ENDS = ("\r\n", "\r", "\u2028", "\u2029")
_HARMFUL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_SPACES = {"\x0b": " ", "\x0c": " "}
_FORMULAS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""With what a cell begins that a spreadsheet may take for a formula: these signs, also as wide as a Chinese one."""

_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def clean(text: str) -> str:
    r"""Make text safe to show, keeping tabs and `\n` line ends.

    Args:
        text: Anything read from outside.

    Returns:
        The text with `\n` line ends, form feeds as spaces, and every other control character, bidirectional override
        and lone surrogate as U+FFFD. But for `\r\n`, which becomes one character, lengths are kept.
    """
    for line_end in _LINE_ENDS:
        text = text.replace(line_end, "\n")
    return _HARMFUL.sub(_harmless, text)


def clean_line(text: str) -> str:
    """Make text safe to show on one line: a title, a file name, a message."""
    return " ".join(clean(text).split())


def as_cell(text: str) -> str:
    """Make text safe to stand in a file of rows: an apostrophe keeps a spreadsheet from running it as a formula."""
    return f"'{text}" if text.startswith(_FORMULAS) else text


def _harmless(match: re.Match[str]) -> str:
    return _SPACES.get(match[0], _REPLACEMENT)
