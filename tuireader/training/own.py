"""The texts of our own: short documents with every name marked by hand.

A file holds documents, each under a line `=== title` that is no part of it. A name stands in braces behind a letter for
its kind: `Dr {P:Okafor} of the {O:Tea Board} flew to {L:Accra}`. No name stands inside another.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tuireader.recognise.names import NameKind

TEXTS = Path(__file__).with_name("texts")
"""Where the texts are, in the repository; an installed program has none."""

_KINDS = {
    "P": NameKind.PERSON,
    "C": NameKind.COUNTRY,
    "L": NameKind.PLACE,
    "O": NameKind.ORGANISATION,
    "X": NameKind.OTHER,
}
_TITLE = re.compile(r"^=== *(.*)\n", re.MULTILINE)
_PIECE = re.compile(r"\{([^:{}]*):(\S(?:[^{}]*\S)?)\}|[{}]")


class MarkupError(ValueError):
    """A text of our own is not marked as it must be."""


@dataclass(frozen=True, slots=True)
class OwnName:
    """A marked name."""

    start: int
    end: int
    kind: NameKind


@dataclass(frozen=True, slots=True, eq=False)
class Own:
    """A plain text with its names, in order."""

    id: str
    text: str
    names: tuple[OwnName, ...]


def read_own(folder: Path) -> list[Own]:
    """Read all documents of the files `*.txt` of a folder.

    Raises:
        MarkupError: Something in a file is no document or no mark.
    """
    files = sorted(file for file in folder.iterdir() if file.suffix == ".txt")
    return [own for file in files for own in parse_file(file.stem, file.read_text(encoding="utf-8"))]


def parse_file(name: str, content: str) -> Iterator[Own]:
    """Part the content of a file into documents."""
    before, *parts = _TITLE.split(content)
    if before.strip():
        raise MarkupError(f"{name}: text before the first title")
    titles = parts[::2]
    for number, (title, marked) in enumerate(zip(titles, parts[1::2], strict=True)):
        if not title.strip() or title in titles[:number]:
            raise MarkupError(f"{name}: a title is missing or stands twice: '{title}'")
        yield parse(f"{name}/{title}", marked.strip("\n"))


def parse(title: str, marked: str) -> Own:
    """Take the marks out of a text."""
    plain, length, names, done = list[str](), 0, list[OwnName](), 0
    for piece in _PIECE.finditer(marked):
        if piece[1] not in _KINDS:
            raise MarkupError(f"{title}: no mark is '{marked[piece.start() : piece.start() + 30]}'")
        plain += [marked[done : piece.start()], piece[2]]
        start = length + piece.start() - done
        length = start + len(piece[2])
        names.append(OwnName(start, length, _KINDS[piece[1]]))
        done = piece.end()
    text = "".join([*plain, marked[done:]])
    if not text.strip():
        raise MarkupError(f"{title}: no text")
    return Own(title, text, tuple(names))
