"""Books in EPUB 2 and 3: their pages in the order of reading, under the headings of their table of contents."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import accumulate

from tuireader.domain.document import Document
from tuireader.errors import UnreadableError
from tuireader.loaders.archive import Archive
from tuireader.loaders.boilerplate import drop_unseen, is_mostly_links
from tuireader.loaders.chapters import Levels, move_notes, set_headings
from tuireader.loaders.html import text_of_page
from tuireader.loaders.metadata import Imprint
from tuireader.loaders.package import Package, package_in
from tuireader.loaders.rendering import tokens_of_tree
from tuireader.loaders.source import Source
from tuireader.loaders.tree import Element, xml_tree_of
from tuireader.loaders.writer import TokenWriter

_LONG = 400_000
"""Bytes of markup from which on reading a book takes longer than a moment."""

_HEAD, _MOST_HEAD = 40_000, 160_000
"""Bytes of the first pages of such a book; pages may be large, and then all of it is as soon there."""

_OPENING = 3_000
"""How far into a book its author may be named, so that nobody else has to."""


class EpubLoader:
    """Reads books."""

    version = "1"

    def load(self, source: Source) -> Document:
        """Make a document from a book.

        Args:
            source: The book.

        Returns:
            The document.

        Raises:
            UnreadableError: It is locked or damaged, or has no words.
        """
        archive = Archive(source.data)
        package = package_in(archive)
        document = _document(source, archive, package, _pages(package))
        if not document.paragraphs:
            raise UnreadableError("there are no words in it; its pages may be pictures")
        return document

    def load_head(self, source: Source) -> Document | None:
        """Make a document from the first pages of a long book; raises what `load` raises."""
        archive = Archive(source.data)
        package = package_in(archive)
        pages = _pages(package)
        ends = list(accumulate(map(archive.size, pages)))
        if not ends or ends[-1] < _LONG:
            return None
        last = bisect_left(ends, _HEAD)
        if ends[last] > _MOST_HEAD:
            return None
        document = _document(source, archive, package, pages[: last + 1])
        return document if document.paragraphs else None


def _pages(package: Package) -> list[str]:
    return [path for path in package.paths if path != package.nav]


def _document(source: Source, archive: Archive, package: Package, paths: Sequence[str]) -> Document:
    """Some pages of a book."""
    pages = [(path, _body(archive, path)) for path in paths]
    writer, levels = TokenWriter(), Levels()
    _sign(writer, package.imprint, pages)
    for path, body in pages:
        _write_page(writer, path, body, package, levels)
    return writer.builder.build(source, package.imprint.title)


def _body(archive: Archive, path: str) -> Element:
    page = xml_tree_of(text_of_page(archive.read(path)))
    drop_unseen(page)
    return page.first("body") or page


def _sign(writer: TokenWriter, imprint: Imprint, pages: list[tuple[str, Element]]) -> None:
    """Say who wrote the book, if its first pages do not."""
    opening = ""
    for _, body in pages:
        opening += body.text
        if len(opening) > _OPENING:
            break
    if imprint.author and imprint.author.casefold() not in " ".join(opening[: _OPENING * 2].casefold().split()):
        for token in tokens_of_tree(Element("p", {}, [Element("em", {}, [imprint.author])])):
            writer.write(token)


def _write_page(writer: TokenWriter, path: str, body: Element, package: Package, levels: Levels) -> None:
    if not body.line and not any(each.get("alt") for each in body.named("img")):
        return
    if is_mostly_links(body) and len(package.contents) > 1:
        return
    entries = [entry for entry in package.contents if entry.path == path]
    move_notes(body)
    set_headings(body, entries, levels)
    for token in tokens_of_tree(body):
        writer.write(token)
