"""What holds for every document, whatever file it was made from."""

from itertools import pairwise

from tuireader.domain.cleaning import clean
from tuireader.domain.document import Document
from tuireader.domain.span import Span


def check_document(document: Document) -> None:
    """Assert the rules that `Document` states about itself."""
    assert document.text == clean(document.text)
    assert document.title.strip()
    _check_paragraphs(document)
    _check_sections(document)
    _check_inlines(document)


def _check_paragraphs(document: Document) -> None:
    spans = [paragraph.span for paragraph in document.paragraphs]
    assert all(span.start < span.end for span in spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    edges = [0, *(offset for span in spans for offset in (span.start, span.end)), len(document.text)]
    outside = zip(edges[::2], edges[1::2], strict=True)
    assert not any(document.text[start:end].strip() for start, end in outside)
    for paragraph in document.paragraphs:
        assert document.section_at(paragraph.span.start) == paragraph.section
        assert paragraph.span.end <= document.sections[paragraph.section].span.end
        assert 0 <= paragraph.hang <= len(paragraph.span)


def _check_sections(document: Document) -> None:
    spans = [section.span for section in document.sections]
    assert (spans[0].start, spans[-1].end) == (0, len(document.text))
    assert all(before.end == after.start for before, after in pairwise(spans))
    assert all(section.title.strip() and section.level > 0 for section in document.sections)


def _check_inlines(document: Document) -> None:
    spans = [inline.span for inline in document.inlines]
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for span in spans:
        paragraph = document.paragraphs[document.paragraph_at(span.start)].span
        assert span.clip(paragraph) == span and span != Span(span.start, span.start)
