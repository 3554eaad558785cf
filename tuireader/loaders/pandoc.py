"""Formats that pandoc reads, where it is installed: it makes a page of HTML of them, and sees no other file."""

import re
import subprocess
from contextlib import suppress

from tuireader.domain.document import Document
from tuireader.errors import UnreadableError
from tuireader.loaders.html import sign
from tuireader.loaders.metadata import imprint_of
from tuireader.loaders.rendering import tokens_of_tree
from tuireader.loaders.source import Source
from tuireader.loaders.tree import Element, tree_of
from tuireader.loaders.writer import TokenWriter

_PATIENCE = 60
"""Seconds."""

_MOST_MEMORY = "3g"
_EXHAUSTED = 251
"""What pandoc says when it has used all of that up."""

_LARGEST = 64_000_000
_OLD = re.compile(r"sandbox", re.IGNORECASE)
_BLOCK = "title-block-header"
_UNWANTED = ("footnote-back", "footnoteBack")


class PandocLoader:
    """Reads what pandoc calls by some name."""

    version = "1"

    def __init__(self, dialect: str) -> None:
        """Read files in one of pandoc's formats."""
        self._dialect = dialect

    def load(self, source: Source) -> Document:
        """Make a document from what pandoc makes of a file.

        Args:
            source: The file.

        Returns:
            The document, under the title that the file gives itself.

        Raises:
            UnreadableError: Pandoc cannot read it, or takes too long.
        """
        page = tree_of(_converted(source.data, self._dialect))
        body = page.first("body") or page
        imprint = imprint_of(page, body, "")
        _tidy(body)
        sign(body, imprint)
        writer = TokenWriter()
        for token in tokens_of_tree(body):
            writer.write(token)
        title = imprint.title if imprint.title not in ("-", "Untitled") else ""
        document = writer.builder.build(source, title)
        if not document.paragraphs:
            raise UnreadableError("there are no words in it")
        return document


def _converted(data: bytes, dialect: str) -> str:
    options = ["--sandbox", "--standalone", "--wrap=none", "--quiet", "--from", dialect, "--to", "html5"]
    command = ["pandoc", "+RTS", f"-M{_MOST_MEMORY}", "-RTS", *options]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        page, complaint = process.communicate(data, _PATIENCE)
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"pandoc takes more than {_PATIENCE} seconds to read it") from error
    finally:
        with suppress(OSError):
            process.kill()
        process.communicate()
    if process.returncode == _EXHAUSTED:
        raise UnreadableError("pandoc needs more memory than it may have to read it")
    if process.returncode:
        raise UnreadableError(_refusal(complaint.decode("utf-8", "replace"), dialect))
    if len(page) > _LARGEST:
        raise UnreadableError("it is larger than any page that can be read")
    return page.decode("utf-8", "replace")


def _refusal(complaint: str, dialect: str) -> str:
    if _OLD.search(complaint):
        return "this pandoc is too old to read files safely; install 2.15 or newer"
    first = next((line for line in complaint.splitlines() if line.strip()), "no reason given")
    return f"pandoc cannot read it as {dialect}: {first[:200]}"


def _tidy(body: Element) -> None:
    """Take away the links that lead back from notes, and headings that pandoc makes up."""
    for each in body.walk():
        each.parts = [
            part
            for part in each.parts
            if isinstance(part, str) or not any(name in part.get("class").split() for name in _UNWANTED)
        ]
    header = body.first("header")
    if header is not None and header.get("id") == _BLOCK:
        _demote_made_up(header)


def _demote_made_up(header: Element) -> None:
    header.parts = [
        part
        for part in header.parts
        if isinstance(part, str) or "title" not in part.get("class").split() or part.line not in ("", "-", "Untitled")
    ]
