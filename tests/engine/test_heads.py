"""The beginning of a large text is read while the rest is on its way."""

from concurrent.futures import BrokenExecutor, CancelledError, Future

import pytest

from tuireader.domain.document import Document
from tuireader.engine import heads
from tuireader.engine.heads import BookBeginning, TextBeginning, head_of

PARAGRAPHS = "".join(f"Paragraph {number} is about boats.\n\n" for number in range(80_000))
LARGE = PARAGRAPHS.encode()
MOST = 100_000


def test_the_head_of_a_large_text_is_its_first_paragraphs_whole() -> None:
    head = head_of(LARGE, "boats.txt", MOST)
    assert head is not None
    assert head.text == PARAGRAPHS[: len(head.text)]
    assert head.text.rstrip().endswith("boats.")
    assert 50_000 < len(head.text) < 100_000


@pytest.mark.parametrize("name", ["boats.md", "boats", "BOATS.TXT", "-"])
def test_markdown_and_texts_without_a_suffix_have_heads(name: str) -> None:
    assert head_of(LARGE, name, MOST) is not None


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (LARGE, "boats.pdf"),
        (b"x" * 3_000_000, "one line.txt"),
        (PARAGRAPHS.encode("utf-16"), "wide.txt"),
        (b"\n\n" * 2_000_000, "empty.txt"),
        (b"\0\1\2\n\n" * 1_000_000, "binary.txt"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_says_little_by_its_beginning_has_no_head(data: bytes, name: str) -> None:
    assert head_of(data, name, MOST) is None


def test_lines_may_end_as_on_windows() -> None:
    head = head_of(LARGE.replace(b"\n", b"\r\n"), "boats.txt", MOST)
    assert head is not None
    assert head.text.rstrip().endswith("boats.")


def test_a_file_that_is_no_text_by_its_content_has_no_head() -> None:
    assert head_of(b"%PDF-1.7\n\n" + b"x\n\n" * 1_000_000, "a.txt", MOST) is None
    assert head_of(b"\x1f\x8b\n\n" + b"x\n\n" * 1_000_000, "a", MOST) is None


def test_only_a_large_text_is_read_before_all_of_it_is_there_but_any_has_a_first_page() -> None:
    small, large = (TextBeginning(data, "boats.txt") for data in (LARGE[:1_000_000], LARGE))
    assert small.head is None
    assert small.first_page is not None
    assert small.first_page.text == PARAGRAPHS[: len(small.first_page.text)]
    assert large.first_page is large.head is not None


def test_the_first_page_of_a_short_text_is_all_of_it() -> None:
    first = TextBeginning(b"One line\n\nand another", "a.txt").first_page
    assert first is not None
    assert first.text == "One line\n\nand another"


def test_the_first_pages_of_a_book_are_seen_when_they_are_there(briefing: Document) -> None:
    coming: Future[Document | None] = Future()
    book = BookBeginning(coming)
    assert book.first_page is None
    coming.set_result(briefing)
    assert book.first_page is book.head is briefing


@pytest.mark.parametrize("error", [BrokenExecutor(), CancelledError(), MemoryError(), ValueError()])
def test_first_pages_that_cannot_be_read_are_none(error: BaseException) -> None:
    coming: Future[Document | None] = Future()
    coming.set_exception(error)
    assert BookBeginning(coming).first_page is None


def test_first_pages_that_are_long_in_coming_are_not_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(heads, "_PATIENCE", 0.01)
    assert BookBeginning(Future()).head is None
