"""Texts and documents to be set: plain, wide, combining and odd, of every kind of paragraph."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hypothesis import strategies as st
from rich.cells import cell_len

from tuireader.domain.document import Document, DocumentId, Section
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.page import Page

PLAIN_SIGNS = "abcWXYZ019.,;-/—–’“”(é§ñ"
CLUSTERS = (
    "漢",
    "字",
    "。",
    "か",
    "한",
    "é",
    "ö̲",
    "नि",
    "👍🏽",
    "☺️",
    "👩‍👩‍👧",
    "🇫🇷",
    "𠀀",
    "！",
    "ﬁ",
    "…",
)
"""Each takes no cell, one or two, whatever the number of its characters."""

ODD_SIGNS = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u0301\ufe0f\u00a0\u3000\u200e\ufffd\u0e31\u1100\u1161"

plain_words = st.text(st.sampled_from(PLAIN_SIGNS), min_size=1, max_size=20)
wide_words = st.lists(st.one_of(st.sampled_from(CLUSTERS), st.sampled_from("ab-")), min_size=1, max_size=12).map(
    "".join
)
any_words = st.one_of(plain_words, wide_words)
odd_words = st.lists(st.sampled_from([*CLUSTERS, *ODD_SIGNS, *"ab-"]), min_size=1, max_size=12).map("".join)

narrow_widths = st.integers(1, 6)
widths = st.one_of(narrow_widths, st.integers(1, 60))


def joined(words: st.SearchStrategy[str], spaces: Sequence[str] = (" ",)) -> st.SearchStrategy[str]:
    """Words with spaces of some kinds between them."""
    spaced = st.tuples(words, st.sampled_from(spaces)).map("".join)
    return st.tuples(st.lists(spaced, max_size=14), words).map(lambda pair: "".join(pair[0]) + pair[1])


plain_texts = joined(plain_words)
wide_texts = joined(any_words)
odd_texts = st.one_of(joined(odd_words, (" ", "  ", "\u3000")), st.just(""))

leads = st.lists(st.sampled_from(["> ", "  ", "   "]), max_size=9).map("".join)
"""What paragraphs are nested in."""

_SPACES = (" ", "  ", "\n", "\n   ", "\t", " \n")
_TEXT_KINDS = tuple(kind for kind in ParagraphKind if kind not in (ParagraphKind.TABLE, ParagraphKind.RULE))
_cells = st.one_of(st.just(""), joined(plain_words), joined(wide_words))

Block = tuple[str, Paragraph]
"""The text of a paragraph, and the paragraph as it would be at the beginning of a document."""


@st.composite
def text_blocks(
    draw: st.DrawFn, kinds: Sequence[ParagraphKind] = _TEXT_KINDS, words: st.SearchStrategy[str] = any_words
) -> Block:
    """A paragraph of running text, verse or code."""
    text = draw(joined(words, _SPACES))
    hang = draw(st.sampled_from([0, 0, 2, 5]))
    kind, lead = draw(st.sampled_from(kinds)), draw(leads)
    if kind is ParagraphKind.ITEM and hang:
        text = draw(st.sampled_from(["- ", "-\t"] if hang == 2 else ["(12) ", "1.   "])) + text
        return text, Paragraph(Span(0, len(text)), kind, 0, 0, hang, lead)
    return text, Paragraph(Span(0, len(text)), kind, 0, lead=lead)


@st.composite
def table_blocks(draw: st.DrawFn) -> Block:
    """A table with as many cells in each row."""
    columns = draw(st.integers(1, 4))
    rows = draw(st.lists(st.lists(_cells, min_size=columns, max_size=columns), min_size=1, max_size=4))
    rows[0] = [cell or "head" for cell in rows[0]]
    text = "\n".join("\t".join(row) for row in rows)
    lead, alignment = draw(leads), draw(st.text(st.sampled_from("<^>"), max_size=5))
    return text, Paragraph(Span(0, len(text)), ParagraphKind.TABLE, 0, lead=lead, alignment=alignment)


RULE: Block = ("***", Paragraph(Span(0, 3), ParagraphKind.RULE, 0))

blocks = st.one_of(text_blocks(), table_blocks(), st.just(RULE))


def document_of(blocks: Iterable[Block]) -> Document:
    """A document of paragraphs with blank lines between them."""
    text, paragraphs = "", []
    for words, paragraph in blocks:
        start = len(text)
        paragraphs.append(replace(paragraph, span=Span(start, start + len(words))))
        text += words + "\n\n"
    return Document(DocumentId("set"), "Set", text, (Section("Set", 1, Span(0, len(text))),), tuple(paragraphs))


def prose(text: str) -> Block:
    """A paragraph of running text."""
    return text, Paragraph(Span(0, len(text)), ParagraphKind.TEXT, 0)


documents = st.lists(blocks, max_size=5).map(document_of)


@st.composite
def shown_paragraphs(draw: st.DrawFn, document: Document) -> Sequence[int]:
    """All paragraphs of a document, or only some."""
    numbers = range(len(document.paragraphs))
    if draw(st.booleans()):
        return numbers
    return tuple(number for number in numbers if draw(st.booleans()))


def table(words: str) -> Block:
    return words, Paragraph(Span(0, len(words)), ParagraphKind.TABLE, 0)


WORDS = "The boats went out at dawn and came in at night."
PLAIN = document_of([prose(WORDS)] * 9)


def page_of(document: Document, shown: Sequence[int] | None = None, width: int = 20) -> Page:
    return Page(document, range(len(document.paragraphs)) if shown is None else shown, width, cell_len)
