"""Web pages: the text that a page was made for, with its headings, and who wrote it when."""

import re

from tuireader.domain.document import Document
from tuireader.errors import UnreadableError
from tuireader.loaders.boilerplate import body_of
from tuireader.loaders.decoding import decode, marked_encoding
from tuireader.loaders.metadata import Imprint, imprint_of
from tuireader.loaders.rendering import tokens_of_tree
from tuireader.loaders.source import Source
from tuireader.loaders.tree import Element, tree_of
from tuireader.loaders.writer import TokenWriter

_DECLARED = re.compile(
    rb"<meta[^<>]{0,200}charset\s*=\s*[\"']?\s*([\w.:-]{2,40})|<\?xml[^<>]{0,100}encoding\s*=\s*[\"']([\w.-]+)",
    re.IGNORECASE,
)
_HEAD = 4_096
_LARGEST = 64_000_000
_NEAR = 1_500
"""How far into the text a page may name its author, so that nobody else has to."""


class HtmlLoader:
    """Reads web pages."""

    version = "1"

    def load(self, source: Source) -> Document:
        """Make a document from a web page.

        Args:
            source: The page.

        Returns:
            The document, without the menus and notices round the text.
        """
        if len(source.data) > _LARGEST:
            raise UnreadableError("it is larger than any page that can be read")
        text = text_of_page(source.data)
        page = tree_of(text)
        body = body_of(page)
        imprint = imprint_of(page, body, text)
        writer = TokenWriter()
        sign(body, imprint)
        for token in tokens_of_tree(body):
            writer.write(token)
        document = writer.builder.build(source, imprint.title)
        if not document.paragraphs:
            raise UnreadableError("there are no words on the page; it may need a browser that runs its scripts")
        return document


def text_of_page(data: bytes) -> str:
    """The source of a page in the encoding that its first bytes, or it itself, declare."""
    declared = _DECLARED.search(data[:_HEAD])
    if marked_encoding(data) or not declared:
        return decode(data)
    name = (declared[1] or declared[2]).decode("ascii").lower()
    try:
        return data.decode("windows-1252" if name in ("iso-8859-1", "latin-1", "ascii", "us-ascii") else name)
    except (LookupError, UnicodeDecodeError, ValueError):
        return decode(data)


def sign(body: Element, imprint: Imprint) -> None:
    """Say under the title who wrote a page and when, if it does not say so itself."""
    opening = body.text[:_NEAR]
    author = "" if imprint.author and imprint.author in opening else imprint.author
    date = "" if imprint.date and _says(opening, imprint.date) else imprint.date
    if not (line := Imprint(author=author, date=date).byline):
        return
    byline = Element("p", {}, [Element("em", {}, [line])])
    for each in body.walk():
        for number, part in enumerate(each.parts):
            if isinstance(part, Element) and part.name == "h1":
                each.parts.insert(number + 1, byline)
                return
    body.parts.insert(0, byline)


def _says(opening: str, date: str) -> bool:
    """Whether a date stands in an opening in any form: its year and its day do."""
    year, _, rest = date.partition("-")
    day = rest.rpartition("-")[2].lstrip("0")
    return year in opening and bool(re.search(rf"\b0?{re.escape(day)}(?:\b|st|nd|rd|th)", opening))
