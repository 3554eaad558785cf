"""PDF files as documents: their text as it was before it was printed."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

import pypdfium2 as pdfium
from pypdfium2 import raw

from tuireader.domain.cleaning import clean_line
from tuireader.domain.document import Document
from tuireader.errors import LockedError, UnreadableError
from tuireader.loaders.builder import DocumentBuilder
from tuireader.loaders.metadata import Imprint
from tuireader.loaders.pdf.columns import in_order
from tuireader.loaders.pdf.furniture import without_furniture
from tuireader.loaders.pdf.hyphens import Words
from tuireader.loaders.pdf.line import Line
from tuireader.loaders.pdf.page import is_unmapped, lines_of_page, with_bold
from tuireader.loaders.pdf.passage import Shape, passages
from tuireader.loaders.pdf.prose import whole_words, write_passage
from tuireader.loaders.pdf.ranks import Bookmark, drawn_headings, named_headings, without_contents
from tuireader.loaders.source import Source

_MOST_PAGES = 20_000
_LONG = 40
"""Pages from which on reading a file takes longer than a moment."""

_HEAD = 16
"""How many of them are read to have something to begin with."""

_MOST_BOOKMARKS = 5_000
_DEEPEST = 6
_FEWEST_BOOKMARKS = 2
_LONGEST_TITLE = 160
_TITLE_SIZE = 1.3
"""Of the size of the text; larger words on the first page are the title."""

_NO_TITLE = re.compile(
    r"(?:microsoft \w+ - |untitled|no title|.*\.(?:docx?|tex|dvi|indd|qxd|pdf|rtf|odt|pages|ps)$|\W*$|\(anonymous\))",
    re.IGNORECASE,
)
_SCANNED = (
    "its pages are pictures without text; `ocrmypdf {name} read.pdf` adds the text, then `tuireader read.pdf` reads it"
)
_NO_LETTERS = "it does not say which letters its shapes are; `ocrmypdf --force-ocr {name} read.pdf` reads them again"


class PdfLoader:
    """Reads PDF files."""

    version = "1"

    def load(self, source: Source) -> Document:
        """Make a document from a PDF file.

        Args:
            source: The file.

        Returns:
            The document, which knows the page of every offset, and says so where pages could not be read.

        Raises:
            LockedError: It wants a password.
            UnreadableError: It is damaged, or has no text.
        """
        with _opened(source) as file:
            pages, failed = _lines(file, range(len(file)))
            outline = _outline(file)
        empty = sum(not page for page in pages)
        if empty == len(pages):
            raise UnreadableError(_SCANNED if len(pages) > failed else "none of its pages can be read; it is damaged")
        if _is_unmapped(pages):
            raise UnreadableError(_NO_LETTERS)
        return _document(source, pages, outline, _warning(len(pages), failed, empty - failed))

    def load_head(self, source: Source) -> Document | None:
        """Make a document from the first pages of a long file; raises what `load` raises."""
        with _opened(source) as file:
            if len(file) < _LONG:
                return None
            pages, _ = _lines(file, range(_HEAD))
            outline = _outline(file)
        return _document(source, pages, outline) if any(pages) and not _is_unmapped(pages) else None


@dataclass(frozen=True, slots=True)
class _Outline:
    """What a file says of all of its pages."""

    imprint: Imprint
    bookmarks: Sequence[Bookmark]
    pages: int
    """How many there are."""


def _document(source: Source, pages: Sequence[Sequence[Line]], outline: _Outline, warning: str = "") -> Document:
    """The first pages of a file, or all of them."""
    bookmarks = outline.bookmarks
    lines = [line for page in without_furniture(list(map(in_order, pages))) for line in page]
    lines = without_contents(lines, bookmarks) or lines
    shape = Shape(lines)
    headings = named_headings(lines, bookmarks) if len(bookmarks) >= _FEWEST_BOOKMARKS else drawn_headings(shape)
    words, builder = Words(whole_words(lines)), DocumentBuilder()
    for passage in passages(shape, headings):
        write_passage(builder, passage, words)
    title = outline.imprint.title or _largest(shape)
    return builder.build(source, title, warning=warning, pages=outline.pages)


def _opened(source: Source) -> pdfium.PdfDocument:
    try:
        file = pdfium.PdfDocument(source.data, password=source.password or None)
    except pdfium.PdfiumError as error:
        if raw.FPDF_GetLastError() == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower():
            wanted = "another password" if source.password else "a password"
            raise LockedError(f"it wants {wanted}; `--password` tells it") from error
        raise UnreadableError("it is damaged, or no PDF at all; get it again") from error
    if not 0 < len(file) <= _MOST_PAGES:
        raise UnreadableError(f"it has {len(file)} pages, which cannot be read")
    return file


def _lines(file: pdfium.PdfDocument, numbers: range) -> tuple[list[list[Line]], int]:
    """The lines of some pages, and how many of these are damaged."""
    pages: list[list[Line]] = []
    failed = 0
    for number in numbers:
        handle = raw.FPDF_LoadPage(file.raw, number)
        if not handle:
            failed += 1
            pages.append([])
            continue
        pages.append(lines_of_page(handle, number))
        raw.FPDF_ClosePage(handle)
    return with_bold(pages), failed


def _is_unmapped(pages: Sequence[Sequence[Line]]) -> bool:
    return is_unmapped("".join(line.text for page in pages for line in page))


def _outline(file: pdfium.PdfDocument) -> _Outline:
    return _Outline(_imprint(file), list(_bookmarks(file)), len(file))


def _bookmarks(file: pdfium.PdfDocument) -> Iterator[Bookmark]:
    for number, each in enumerate(file.get_toc(max_depth=_DEEPEST)):
        if number == _MOST_BOOKMARKS:
            return
        title, target = clean_line(each.get_title()), each.get_dest()
        page = target.get_index() if target else None
        if title and page is not None and 0 <= page < len(file):
            yield Bookmark(title, each.level + 1, page, _top(file, page, target))


def _top(file: pdfium.PdfDocument, page: int, target: pdfium.PdfDest) -> float:
    """How far down its page a bookmark leads."""
    mode, view = target.get_view()
    if mode == raw.PDFDEST_VIEW_XYZ and len(view) > 1:
        return float(file.get_page_size(page)[1] - view[1])
    return 0.0


def _imprint(file: pdfium.PdfDocument) -> Imprint:
    told = file.get_metadata_dict()
    title, author = (clean_line(told.get(key, "")) for key in ("Title", "Author"))
    return Imprint("" if _NO_TITLE.match(title) else title, author)


def _largest(shape: Shape) -> str:
    """The largest words of the first page with text, if they are few, large, and in one place."""
    first = [line for line in shape.lines if line.page == shape.lines[0].page]
    size = max(line.size for line in first)
    if size <= shape.size * _TITLE_SIZE:
        return ""
    start = next(number for number, line in enumerate(first) if line.size == size)
    group = list(takewhile(lambda line: line.size == size, first[start:]))
    words = " ".join(line.text.replace("\t", " ") for line in group)
    is_only = len(group) == sum(line.size == size for line in first)
    return words if is_only and 3 < len(words) < _LONGEST_TITLE else ""


def _warning(pages: int, failed: int, empty: int) -> str:
    if failed:
        return f"{failed} of {pages} pages are damaged and left out"
    if empty * 3 > pages > 3:
        return f"{empty} of {pages} pages are pictures without text, or empty"
    return ""
