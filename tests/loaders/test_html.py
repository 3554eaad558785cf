"""Web pages as a reader sees them."""

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.domain.inline import InlineStyle
from tuireader.errors import UnreadableError
from tuireader.loaders.registry import load

PROSE = (
    "<p>The ferry leaves at nine, and nobody on the quay knows whether it will come back before the evening.</p>" * 6
)
PAGE = f"""<!DOCTYPE html>
<html><head><title>The ferry | Harbour News</title><meta name="author" content="Zoë Marsh">
<meta property="article:published_time" content="2024-03-12T08:00:00Z">
<style>p {{ color: red }}</style><script>document.write("<p>gone</p>")</script></head>
<body><header><a href="/">Harbour News</a></header>
<nav><ul><li><a href="/a">Home</a></li><li><a href="/b">World</a></li></ul></nav>
<main><h1>The ferry<a class="headerlink" href="#x">¶</a></h1>{PROSE}
<h2>Later</h2><p hidden>Hidden.</p><p>A <b>bold</b> <a href="http://example.org/?a=1&amp;b=2">link</a>,
10<sup>6</sup> m<sup>2</sup>.<a href="#n1"><sup>1</sup></a></p>
<aside class="related"><a href="/c">More</a> <a href="/d">stories</a></aside></main>
<div class="cookie-banner">We use cookies.</div><footer>All rights reserved.</footer></body></html>"""


def read(page: str, name: str = "page.html") -> Document:
    document = load(page.encode(), name)
    check_document(document)
    return document


def wrapped(body: str) -> str:
    return f"<html><body>{body}</body></html>"


def test_a_page_is_read_without_its_furniture() -> None:
    text = read(PAGE).text
    for word in ("Harbour News", "World", "gone", "color", "Hidden", "More", "cookies", "rights", "¶"):
        assert word not in text
    assert "10⁶ m²." in text


def test_headings_are_sections_and_the_main_one_is_the_title() -> None:
    document = read(PAGE)
    assert document.title == "The ferry"
    assert [(section.title, section.level) for section in document.sections] == [("The ferry", 1), ("Later", 2)]


def test_author_and_date_stand_under_the_title() -> None:
    document = read(PAGE)
    assert document.text.startswith("The ferry\n\nZoë Marsh · 2024-03-12\n\nThe ferry leaves")


def test_a_page_that_names_its_author_is_not_signed_again() -> None:
    page = PAGE.replace("</h1>", "</h1><p>By Zoë Marsh, 12 March 2024</p>")
    assert read(page).text.count("Zoë Marsh") == 1


def test_author_and_date_are_also_found_in_the_data_for_search_engines() -> None:
    data = '{"@graph": [{"datePublished": "2023-01-02T10:00", "author": [{"name": "Idris Bell"}]}]}'
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><h1>T</h1>{PROSE}</body></html>'
    assert "Idris Bell · 2023-01-02" in read(page).text


def test_links_and_notes_are_told_apart() -> None:
    document = read(PAGE)
    found = {document.text[each.span.start : each.span.end]: each for each in document.inlines}
    assert found["link"].target == "http://example.org/?a=1&b=2"
    assert InlineStyle.LINK in found["[1]"].styles


@pytest.mark.parametrize("name", ["page.html", "page.txt", "-", "page.pdf", "page.md", "page"])
def test_a_page_is_known_by_its_content_whatever_its_name(name: str) -> None:
    assert read(PAGE, name).title == "The ferry"


@pytest.mark.parametrize(
    "data",
    [
        '<meta charset="windows-1251"><html><p>Привет, дорогой читатель</p>'.encode("cp1251"),
        '<?xml version="1.0" encoding="koi8-r"?><html><p>Привет, дорогой читатель</p></html>'.encode("koi8-r"),
        "<html><p>Привет, дорогой читатель</p></html>".encode("utf-16"),
        '<html><meta charset="utf-8"><p>Привет, дорогой читатель</p></html>'.encode("utf-8-sig"),
        '<html><meta charset="nonsense"><p>Привет, дорогой читатель</p></html>'.encode(),
    ],
)
def test_the_encoding_is_that_of_the_mark_the_page_or_the_bytes(data: bytes) -> None:
    assert load(data, "a.html").text == "Привет, дорогой читатель"


def test_a_page_of_links_keeps_them() -> None:
    links = "".join(f'<li><a href="/{n}">Place number {n}</a></li>' for n in range(20))
    assert "Place number 19" in read(wrapped(f"<ul>{links}</ul>")).text


def test_a_table_for_the_layout_becomes_blocks_and_one_of_facts_a_table() -> None:
    facts = "<table><tr><th>Boat</th><th>Year</th></tr><tr><td>Ada</td><td>1912</td></tr></table>"
    layout = f"<table><tr><td><h1>Boats</h1>{facts}</td></tr></table>"
    assert [str(each.kind) for each in read(wrapped(layout)).paragraphs] == ["heading", "table"]


def test_code_keeps_its_lines() -> None:
    document = read(wrapped("<pre><code>if x:\n    <b>y</b><br>z</code></pre>"))
    assert document.text == "if x:\n    y\nz"


def test_tags_that_are_never_closed_end_where_they_must() -> None:
    document = read(wrapped("<ul><li>one<li>two</ul><p>a<p>b<div>c"))
    assert document.text == "• one\n• two\n\na\n\nb\n\nc"


def test_a_page_without_words_says_what_may_be_the_matter() -> None:
    with pytest.raises(UnreadableError, match=r"cannot read 'a\.html': there are no words on the page"):
        load(b"<html><body><div id=app></div><script>run()</script></body></html>", "a.html")


def test_escape_sequences_in_entities_titles_and_links_are_made_safe() -> None:
    head, body = "<title>&#27;]0;x&#7;</title>", "<p>&#27;[31m &#155;2J <a href='&#27;x'>y</a></p>"
    document = read(f"<html><head>{head}</head><body>{body}</body></html>")
    assert document.title.isprintable()
    assert document.text.isprintable()


@pytest.mark.parametrize(
    "source",
    [
        "<html>" + "<div>" * 100_000 + "deep",
        "<html>" + "<i></i>" * 300_000 + "end",
        "<html><table>" * 5_000 + "x",
        "<html>" + "<li>" * 50_000 + "x",
        "<html><p>x" + "<!--" * 50_000,
        "<html><p>x" + "<![" * 50_000,
        "<html><p>x" + '<a "' * 50_000,
        "<html><p>x" + "<script>" * 50_000,
        "<html><p>x" + "&" * 200_000,
        "<html><p>x" + "<a href='" * 50_000,
        '<html><!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]><p>&a;',
    ],
    ids=range(11),
)
def test_hostile_pages_are_read_and_lead_nowhere(source: str) -> None:
    assert "root:" not in read(source).text


@pytest.mark.parametrize(
    "note",
    [
        '<dl class="footnote"><dt class="label">1</dt><dd><p>The note.</p></dd></dl>',
        '<aside class="footnote"><span class="label">[1]</span><p>The note.</p></aside>',
    ],
)
def test_notes_have_their_numbers_before_them(note: str) -> None:
    page = wrapped(f"<main><h1>T</h1>{PROSE}<p>Words.<a class='footnote-reference' href='#n'>1</a></p>{note}</main>")
    assert read(page).text.endswith("Words.[1]\n\n[1] The note.")


def test_a_list_may_begin_with_another_number() -> None:
    page = wrapped("<p>Some words before.</p><ol start=4><li>a<li>b</ol><ol start='-1'><li>c</ol>")
    assert read(page).text.endswith("4. a\n5. b\n1. c")


def test_formulas_are_not_said_twice() -> None:
    formula = "<math><mi>x</mi><annotation encoding='application/x-tex'>\\x</annotation></math>"
    assert read(wrapped(f"<p>Let {formula} be.</p>")).text == "Let x be."
