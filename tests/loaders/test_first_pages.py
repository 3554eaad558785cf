"""The first pages of a long book are read as they are in the whole of it."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.loaders.packing import book
from tests.loaders.printing import Mark, pdf, set_lines
from tests.loaders.rules import check_document
from tests.loaders.test_fuzz import relaxed
from tuireader.loaders import epub
from tuireader.loaders.pdf import loader as pdf_loader
from tuireader.loaders.registry import load, load_head

LINE = "The ferry number {} leaves the quay at nine, and nobody knows whether it will come back before the evening."


def long_book(chapters: int = 60) -> bytes:
    lines = "".join(f"<p>{LINE.format(number)}</p>" for number in range(90))
    return book({f"{at}.xhtml": f"<h2>Chapter {at}</h2>{lines}" for at in range(chapters)})


def long_pdf(pages: int = 60, password: str = "") -> bytes:
    def page(number: int) -> list[Mark]:
        lines = set_lines(" ".join(LINE.format(number * 100 + line) for line in range(20)), y=130)
        head = [Mark(72, 40, "The Ferry", 10), Mark(72, 80, f"Chapter {number // 4}", 18, "B")]
        return [*head[: 2 - (number % 4 > 0)], *lines, Mark(300, 800, str(number + 7))]

    return pdf([page(number) for number in range(pages)], title="The Ferry", password=password)


@pytest.mark.parametrize(("data", "name"), [(long_book(), "a.epub"), (long_pdf(), "a.pdf")], ids=["epub", "pdf"])
def test_the_first_pages_are_those_of_the_whole(data: bytes, name: str) -> None:
    whole, head = load(data, name), load_head(data, name)
    assert head is not None
    check_document(head)
    assert 10_000 < len(head.text) < len(whole.text) / 2
    assert whole.text.startswith(head.text)
    assert head.title == whole.title
    assert whole.paragraphs[: len(head.paragraphs)] == head.paragraphs
    titles = [section.title for section in head.sections]
    assert titles == [section.title for section in whole.sections][: len(titles)]
    assert len(head.pages) == len(whole.pages)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (long_book(4), "a.epub"),
        (book({"a.xhtml": "<p>Words of it.</p>" * 40_000, "b.xhtml": "<p>End.</p>"}), "a.epub"),
        (long_pdf(20), "a.pdf"),
        (long_pdf(password="quay"), "a.pdf"),
        (pdf([[] for _ in range(60)]), "a.pdf"),
        (long_pdf()[:400], "a.pdf"),
        (gzip.compress(long_book()), "a.epub.gz"),
        (LINE.encode() * 9_000, "a.txt"),
        (b"", "a.pdf"),
    ],
    ids=["short book", "large page", "short PDF", "locked", "without text", "damaged", "packed", "text", "empty"],
)
def test_what_is_short_or_cannot_be_read_has_none(data: bytes, name: str) -> None:
    assert load_head(data, name) is None


def test_a_password_opens_the_first_pages_too() -> None:
    head = load_head(long_pdf(password="quay"), "a.pdf", "quay")
    assert head is not None
    assert "The ferry number 1 " in head.text


@relaxed
@given(st.sampled_from([long_book(4), long_pdf(3)]), st.data())
def test_a_spoilt_book_does_no_harm(sample: bytes, data: st.DataObject) -> None:
    spoilt = bytearray(sample)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(spoilt) - 1))
        spoilt[at : at + data.draw(st.sampled_from([0, 1, 20, 400]))] = data.draw(st.binary(max_size=4))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(epub, "_LONG", 0)
        patch.setattr(pdf_loader, "_LONG", 0)
        if (head := load_head(bytes(spoilt), "a")) is not None:
            check_document(head)
