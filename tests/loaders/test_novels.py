"""Three novels, each set in its own way: every chapter is found, and nothing else is taken for one."""

import lzma
import re
from pathlib import Path

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.paragraph import ParagraphKind
from tuireader.loaders.registry import load


def read(folder: Path, name: str) -> bytes:
    return lzma.decompress((folder / f"{name}.txt.xz").read_bytes())


@pytest.fixture(scope="module")
def pride(shared_documents: Path) -> Document:
    return load(read(shared_documents, "pride_and_prejudice"), "pride_and_prejudice.txt")


@pytest.fixture(scope="module")
def moby(shared_documents: Path) -> Document:
    return load(read(shared_documents, "moby_dick"), "moby_dick.txt")


@pytest.fixture(scope="module")
def middlemarch(shared_documents: Path) -> Document:
    return load(read(shared_documents, "middlemarch"), "middlemarch.txt")


def test_pride_and_prejudice_has_61_chapters(pride: Document) -> None:
    assert [section.title for section in pride.sections] == [f"Chapter {number}" for number in range(1, 62)]


def test_moby_dick_has_135_chapters_with_titles_and_three_parts_more(moby: Document) -> None:
    titles = [section.title for section in moby.sections]
    assert len(titles) == 138
    assert [int(re.findall(r"\d+", title)[0]) for title in titles[:135]] == list(range(1, 136))
    assert titles[0] == "CHAPTER 1. Loomings"
    assert all(". " in title for title in titles[:135])
    assert titles[135:] == ["Epilogue", "ETYMOLOGY", "EXTRACTS"]


def test_the_chapter_on_whales_is_one_section(moby: Document) -> None:
    start = moby.text.index("BOOK I. (Folio), CHAPTER I.")
    end = moby.text.index("BOOK III.  (Duodecimo), CHAPTER II.")
    assert moby.section_at(start) == moby.section_at(end) == 31


def test_middlemarch_has_86_chapters_and_a_finale_in_8_books(middlemarch: Document) -> None:
    books = [section.title for section in middlemarch.sections if section.level == 1]
    chapters = [section.title for section in middlemarch.sections if section.level == 2]
    assert len(books) == 9
    assert (books[0], books[-1]) == ("BOOK I. MISS BROOKE", "FINALE")
    assert (len(chapters), chapters[-1]) == (86, "CHAPTER LXXXVI")


def test_a_motto_in_verse_keeps_its_lines_and_one_in_prose_does_not(middlemarch: Document) -> None:
    verse = middlemarch.paragraphs[middlemarch.paragraph_at(middlemarch.text.index("Since I can do no good"))]
    prose = middlemarch.paragraphs[middlemarch.paragraph_at(middlemarch.text.index("Hard students are commonly"))]
    assert (verse.kind, prose.kind) == (ParagraphKind.VERSE, ParagraphKind.QUOTE)


def test_the_novels_keep_the_rules(pride: Document, moby: Document, middlemarch: Document) -> None:
    for document in (pride, moby, middlemarch):
        check_document(document)


def test_the_article_has_a_section_for_each_paragraph(article: Document) -> None:
    assert len(article.sections) == len(article.paragraphs) == 6
    assert article.sections[0].title == "A proposed Anglo-French plan…"
    assert article.sections[1].title == "The proposed plan by Sir Keir Starmer…"
