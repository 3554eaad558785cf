"""Books as a reader sees them."""

import struct

import pytest

from tests.loaders.packing import PROSE, book, packed, page, point
from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.errors import ReaderError, UnknownFormatError, UnreadableError
from tuireader.loaders.registry import load

TWO = {
    "one.xhtml": f"<h2>Chapter I</h2><h3>The Quay</h3>{PROSE}<h4>Aside</h4>{PROSE}",
    "two.xhtml": f"<p>Out</p>{PROSE}",
}


def read(data: bytes, name: str = "a.epub") -> Document:
    document = load(data, name)
    check_document(document)
    return document


def outline(data: bytes) -> list[tuple[str, int]]:
    return [(section.title, section.level) for section in read(data).sections]


def test_the_contents_of_epub_2_say_what_the_sections_are() -> None:
    toc = point("Part", "one.xhtml", point("Chapter I: The Quay", "one.xhtml#x") + point("Out", "two.xhtml"))
    pages = {"one.xhtml": f'<h1>Part</h1><div id="x"><h2>Chapter I</h2><h3>The Quay</h3>{PROSE}</div>', **TWO}
    pages["one.xhtml"] = f'<h1>Part</h1><div id="x"><h2>Chapter I</h2><h3>The Quay</h3>{PROSE}<h4>Aside</h4></div>'
    data = book(pages, toc=toc)
    assert outline(data) == [("The Ferry", 1), ("Part", 1), ("Chapter I: The Quay", 2), ("Aside", 4), ("Out", 2)]


def test_the_contents_of_epub_3_say_it_too() -> None:
    nav = '<ol><li><a href="one.xhtml">Chapter I</a></li><li><a href="two.xhtml">The Way Out</a></li></ol>'
    data = book(TWO, nav=nav)
    assert outline(data)[1:] == [("Chapter I", 1), ("The Quay", 2), ("Aside", 3), ("The Way Out", 1)]


def test_a_book_without_contents_has_the_sections_of_its_headings() -> None:
    assert outline(book(TWO))[1:] == [("Chapter I", 2), ("The Quay", 3), ("Aside", 4)]


def test_title_and_author_are_those_of_the_package() -> None:
    document = read(book(TWO))
    assert document.title == "The Ferry"
    assert document.text.startswith("Zoë Marsh\n\n")


def test_notes_stand_at_the_end_of_their_page_and_printed_page_numbers_nowhere() -> None:
    body = (
        '<p>Words<a epub:type="noteref" href="#n">1</a> and'
        '<span epub:type="pagebreak">17</span> more.</p>'
        '<div><aside epub:type="footnote" id="n"><p>1. The note.</p></aside></div><p>End.</p>'
    )
    assert read(book({"a.xhtml": body}, meta="<dc:title>T</dc:title>")).text == (
        "Words[1] and more.\n\nEnd.\n\n* * *\n\n1. The note."
    )


def test_pictures_are_their_words_and_tables_are_tables() -> None:
    table = "<table><tr><th>A</th><th>B</th></tr><tr><td>1</td><td>2</td></tr></table>"
    body = f'<p><img src="a.png" alt="A boat at the quay"/></p>{table}'
    document = read(book({"a.xhtml": body}, meta="<dc:title>T</dc:title>"))
    assert document.text == "A boat at the quay\n\nA\tB\n1\t2"


def test_a_page_that_is_only_the_contents_is_left_out() -> None:
    links = "".join(f'<p><a href="two.xhtml#{n}">Chapter {n}</a></p>' for n in range(9))
    data = book({"toc.xhtml": links, **TWO}, toc=point("I", "one.xhtml") + point("II", "two.xhtml"))
    assert "Chapter 8" not in read(data).text


def test_a_locked_book_says_so_and_one_with_locked_fonts_opens() -> None:
    method = '<encryption><enc:EncryptedData><enc:EncryptionMethod Algorithm="{}"/></enc:EncryptedData></encryption>'
    locked = {"META-INF/encryption.xml": method.format("http://www.w3.org/2001/04/xmlenc#aes128-cbc")}
    with pytest.raises(UnreadableError, match=r"cannot read 'a\.epub': it is locked .*DRM"):
        load(book(TWO, more=locked), "a.epub")
    assert read(book(TWO, more={"META-INF/encryption.xml": method.format("http://www.idpf.org/2008/embedding")}))


def test_a_wrong_or_missing_mimetype_is_no_hindrance() -> None:
    assert read(book(TWO, more={"mimetype": "text/plain"}), "a.zip").title == "The Ferry"


def test_an_archive_that_is_no_book_is_an_archive() -> None:
    with pytest.raises(UnknownFormatError, match="archive"):
        load(packed({"a.txt": "words"}), "a.epub")


@pytest.mark.parametrize("part", range(1, 10))
def test_a_book_cut_off_is_an_error_to_show(part: int) -> None:
    data = book(TWO)
    with pytest.raises(ReaderError, match=r"^cannot read 'a\.epub': "):
        load(data[: len(data) * part // 10], "a.epub")


def test_a_bomb_is_not_unpacked() -> None:
    data = book({f"{n}.xhtml": "" for n in range(9)}, more={f"OEBPS/{n}.xhtml": b"\0" * 70_000_000 for n in range(2)})
    with pytest.raises(UnreadableError, match="unpacks to more"):
        load(data, "a.epub")


def test_sizes_that_are_claimed_are_not_believed() -> None:
    data = bytearray(book(TWO))
    at = data.rindex(b"PK\x01\x02")
    struct.pack_into("<I", data, at + 24, 2_000_000_000)
    try:
        check_document(load(bytes(data), "a.epub"))
    except ReaderError as error:
        assert "\n" not in str(error)


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "..\\..\\x", "%2e%2e/%2e%2e/etc/passwd"]
)
def test_names_that_lead_out_of_the_book_lead_nowhere(name: str) -> None:
    data = book({"one.xhtml": PROSE, name: PROSE}, toc=point("Out", name))
    assert "root:" not in read(data).text


def test_entities_and_declarations_mean_nothing() -> None:
    declared = '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd"><!ENTITY b "&c;&c;">]>'
    body = f'<?xml version="1.0"?>{declared}<html><body><p>&a; &b; x</p></body></html>'
    data = book({"one.xhtml": ""}, more={"OEBPS/one.xhtml": body})
    assert "root:" not in read(data).text


def test_a_million_empty_elements_are_nothing() -> None:
    assert read(book({"one.xhtml": "<i/>" * 1_000_000 + "x"})).text.endswith("x")


@pytest.mark.parametrize("depth", [200, 100_000])
def test_deep_nesting_does_no_harm(depth: int) -> None:
    toc = '<navPoint><navLabel><text>x</text></navLabel><content src="one.xhtml"/>' * depth
    read(book({"one.xhtml": "<div>" * depth + "x"}, toc=toc))


def test_escape_sequences_in_titles_and_names_are_made_safe() -> None:
    meta = "<dc:title>&#27;]0;x&#7;</dc:title><dc:creator>&#x1b;[2J</dc:creator>"
    document = read(book({"one.xhtml": PROSE}, meta=meta, toc=point("&#27;[31m", "one.xhtml")))
    assert document.title.isprintable()
    assert all(section.title.isprintable() for section in document.sections)
    assert page("") and document.text.replace("\n", "").isprintable()
