"""A report holds the whole text and every mention, and neither fetches nor runs anything."""

import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.ferry import ADA, marked
from tests.domain.properties import relaxed
from tests.tui.documents import HARBOUR, actor, opened
from tuireader.domain.actor import ActorKind, Mention
from tuireader.domain.anchor import Anchor, anchor_of
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.notes import Note, Notes
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.typeset.report import report

HOSTILE = actor(ActorKind.PERSON, 'Ada "><script>alert(1)</script><img src=x onload=y> Lund')


def page(state: ReadingState) -> Element:
    """The page; it is well-formed XML as well."""
    return ElementTree.fromstring("".join(report(state.document, state.index)))


def link_to(found: Element, number: int) -> Element:
    (link,) = (link for link in found.iter("a") if link.get("id") == f"m{number}")
    return link


def part_of(found: Element, path: str) -> Element:
    part = found.find(path)
    assert part is not None
    return part


def letters_of(element: Element) -> str:
    return "".join("".join(element.itertext()).split())


def letters_in(document: Document) -> str:
    """What is read of a document, without lines that are drawn and without space."""
    kept = (paragraph for paragraph in document.paragraphs if paragraph.kind is not ParagraphKind.RULE)
    return "".join("".join(document.shown(paragraph.span) for paragraph in kept).split())


def test_the_page_holds_the_whole_text_as_it_is_read() -> None:
    state = opened(HARBOUR)
    assert letters_of(part_of(page(state), "body/main")) == letters_in(state.document)


def test_every_mention_is_a_link_to_its_actor_and_each_actor_leads_to_all_of_them() -> None:
    state = opened(HARBOUR)
    found, index = page(state), state.index
    ids = {element.get("id") for element in found.iter() if element.get("id")}
    assert {link.attrib["href"][1:] for link in found.iter("a")} <= ids
    for number, mention in enumerate(index.mentions):
        link = link_to(found, number)
        whom = index.actor(mention.actor)
        assert "".join(link.itertext()) == state.document.text[mention.span.start : mention.span.end]
        assert (link.get("title"), link.get("class")) == (whom.name, whom.kind)
    for number, each in enumerate(index.actors):
        (row,) = (row for row in found.iter("tr") if row.get("id") == f"a{number}")
        assert {int(link.attrib["href"][2:]) for link in row.iter("a")} == set(index.numbers_of(each.id))


@pytest.mark.parametrize("name", ["a_note.md", "a_note.txt"])
def test_nothing_in_a_document_becomes_a_part_of_the_page(name: str) -> None:
    text = f"# {HOSTILE.name}\n\n{HOSTILE.name} & [x](javascript:alert) <b onclick=x>&#27;</b> `</code><script>`\n"
    state = opened(text, [HOSTILE], name)
    found = page(state)
    assert part_of(found, "head/title").text == state.document.title
    assert not {element.tag for element in found.iter()} & {"script", "img", "iframe", "link", "object", "b"}
    assert all(link.attrib["href"].startswith("#") for link in found.iter("a"))
    assert not [name for element in found.iter() for name in element.attrib if name.startswith("on")]
    rule = part_of(found, "head/meta[@http-equiv]").get("content")
    assert rule == "default-src 'none'; style-src 'unsafe-inline'"


@relaxed
@given(st.text(st.sampled_from("ab_ <&\n"), max_size=30), st.integers(0, 30), st.integers(1, 9))
def test_marks_are_left_out_wherever_mentions_begin_and_end(text: str, start: int, length: int) -> None:
    document = marked(text)
    inside = [each.span for each in document.paragraphs if each.span.start <= start < each.span.end]
    spans = [Span(start, min(start + length, span.end)) for span in inside]
    index = Index((ADA,) if spans else (), tuple(Mention(span, ADA.id) for span in spans))
    found = page(ReadingState(document, index))
    assert letters_of(part_of(found, "body/main")) == letters_in(document)
    for number, span in enumerate(spans):
        link = link_to(found, number)
        assert "".join(link.itertext()).split() == document.shown(span).split()


@pytest.mark.skipif(not shutil.which("chromium"), reason="there is no browser here")
def test_a_browser_shows_the_page(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    state = opened(HARBOUR)
    path.write_text("".join(report(state.document, state.index)), encoding="utf-8")
    quiet = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    command = ["chromium", *quiet, f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom", path.as_uri()]
    shown = subprocess.run(command, capture_output=True, check=True, timeout=120).stdout.decode()
    assert f"<h1>{state.document.title}</h1>" in shown
    assert shown.count('<a id="m') == len(state.index.mentions)


def test_notes_stand_in_a_list_and_below_their_paragraphs_and_are_no_part_of_the_page() -> None:
    state = opened(HARBOUR)
    text = state.document.text
    place = Span(text.index("It rained"), text.index("It rained") + 9)
    notes = Notes().having(Note("a", anchor_of(text, place), "<script>alert(1)</script> & so on", 1.0), text)
    notes = notes.having(Note("b", Anchor("</q> gone"), "lost", 2.0), text)
    found = ElementTree.fromstring("".join(report(state.document, state.index, notes)))
    (below,) = found.iter("aside")
    assert "".join(below.itertext()) == "It rained <script>alert(1)</script> & so on"
    assert not list(found.iter("script"))
    listed = [element for element in found.iter("nav") if element.get("aria-label") == "Notes"]
    assert ["".join(item.itertext()) for item in listed[0].iter("li")] == [
        "It rained <script>alert(1)</script> & so on",
        "</q> gone lost",
    ]
    assert [link.get("href") for link in listed[0].iter("a")] == [f"#{below.get('id')}"]
