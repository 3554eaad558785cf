"""Parts of a document that a reader points at: a sentence or a line, as it is read, and where it comes from."""

import re

from tuireader.domain.document import Document
from tuireader.domain.paragraph import Paragraph
from tuireader.domain.span import Span

_SIGN = (
    r"[^\W_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\U0003ffff]"
    r"|[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u0652\u0900-\u0d7f]"
)
_LETTER, _LETTERS, _END_OF_TEXT = (re.compile(each) for each in (_SIGN, f"(?:{_SIGN})+", f"(?:{_SIGN})+\\Z"))
"""A letter, a digit or a mark on one, of a script that has spaces between words."""

_LONGEST_WORD = 100

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+(?=[\"'“‘(]*[^\W\d_a-z])")
_ABBREVIATION = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Sir|Gen|Col|Lt|Capt|Prof|Rev|Hon|Sen|Gov|No|vs)|\b[A-Z])\.$")


def sentence_of(document: Document, span: Span) -> Span:
    """The sentence that holds a span."""
    paragraph = document.paragraphs[document.paragraph_at(span.start)].span
    start, end = paragraph.start, paragraph.end
    for gap in _SENTENCE_END.finditer(document.text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(document.text, max(paragraph.start, gap.start() - 8), gap.start()):
            continue
        if gap.end() <= span.start:
            start = gap.end()
        elif gap.start() >= span.end:
            end = gap.start() + len(gap[0].rstrip())
            break
    return Span(start, end)


def passage_at(document: Document, offset: int) -> Span:
    """What one means who points at the beginning of a line.

    Returns:
        The line in verse, code and tables; elsewhere the first sentence that begins there or further on in the
        paragraph, or what is left of it if there is none. Empty where there are no words.
    """
    if not document.paragraphs:
        return Span(0, 0)
    paragraph = document.paragraphs[document.paragraph_at(offset)]
    inside = Span(min(max(offset, paragraph.span.start + paragraph.hang), paragraph.span.end), paragraph.span.end)
    if paragraph.kind.keeps_lines:
        return trimmed(document.text, _line_at(document.text, inside.start, paragraph))
    sentence = sentence_of(document, Span(inside.start, inside.start))
    following = trimmed(document.text, Span(sentence.end, paragraph.span.end))
    if sentence.start < inside.start and following:
        return trimmed(document.text, sentence_of(document, Span(following.start, following.start)))
    return trimmed(document.text, Span(inside.start, max(inside.start, sentence.end)))


def as_read(document: Document, span: Span) -> str:
    """A part of a text as it is read: its paragraphs unwrapped, and separated by blank lines."""
    parts = []
    for paragraph in document.paragraphs[document.paragraph_at(span.start) : document.paragraph_at(span.end) + 1]:
        text = document.shown(paragraph.span.clip(span))
        if paragraph.kind.keeps_lines:
            parts.append(text.replace("\n" + " " * len(paragraph.lead), "\n"))
        else:
            lines = text.split("\n") if document.keeps_lines else [text]
            parts.append("\n".join(" ".join(line.split()) for line in lines))
    return "\n\n".join(filter(None, parts))


def source_of(document: Document, offset: int) -> str:
    """Where a passage comes from, on one line: title, section, and page if the file has pages."""
    section = document.section_title_at(offset)
    page = document.page_at(offset)
    parts = (
        document.title,
        f"§ {section}" if section and section != document.title else "",
        f"p. {page}" if page is not None else "",
    )
    return "— " + ", ".join(filter(None, parts))


def _line_at(text: str, offset: int, paragraph: Paragraph) -> Span:
    start = text.rfind("\n", paragraph.span.start, offset) + 1 or paragraph.span.start
    end = text.find("\n", offset, paragraph.span.end)
    return Span(start, end if end >= 0 else paragraph.span.end)


def whole_words(text: str, span: Span) -> Span:
    """A span without white space at its ends, that begins and ends where a word does, if that is near."""
    span = trimmed(text, span)
    if not span:
        return span
    before = text[max(0, span.start - _LONGEST_WORD) : span.start]
    behind = text[span.end : span.end + _LONGEST_WORD]
    start, end = span.start, span.end
    if _LETTER.match(text, start) and (begun := _END_OF_TEXT.search(before)):
        start -= len(begun[0])
    if _LETTER.match(text, end - 1) and (rest := _LETTERS.match(behind)):
        end += rest.end()
    return Span(start, end)


def trimmed(text: str, span: Span) -> Span:
    """A span without the white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, start + len(words.strip()))
