"""A report holds the whole text and every mention, and neither fetches nor runs anything."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.domain.ferry import ADA, marked
from tests.domain.properties import relaxed
from tests.tui.documents import HARBOUR, actor, opened
from tuireader.domain.actor import ActorKind, Mention
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.paragraph import ParagraphKind
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.typeset.report import report

HOSTILE = actor(ActorKind.PERSON, 'Ada "><script>alert(1)</script><img src=x onload=y> Lund')


def page(state: ReadingState) -> Any:  # noqa: ANN401 - a tree of lxml, whose types say too little
    return html.document_fromstring("".join(report(state.document, state.index)))


def letters_of(element: Any) -> str:  # noqa: ANN401
    return "".join("".join(element.itertext()).split())


def letters_in(document: Document) -> str:
    """What is read of a document, without lines that are drawn and without space."""
    kept = (paragraph for paragraph in document.paragraphs if paragraph.kind is not ParagraphKind.RULE)
    return "".join("".join(document.shown(paragraph.span) for paragraph in kept).split())


def test_the_page_holds_the_whole_text_as_it_is_read() -> None:
    state = opened(HARBOUR)
    assert letters_of(page(state).find("body/main")) == letters_in(state.document)


def test_every_mention_is_a_link_to_its_actor_and_each_actor_leads_to_all_of_them() -> None:
    state = opened(HARBOUR)
    found, index = page(state), state.index
    ids = {element.get("id") for element in found.iter() if element.get("id")}
    assert all(link.get("href")[1:] in ids for link in found.iter("a"))
    for number, mention in enumerate(index.mentions):
        (link,) = found.xpath(f'//a[@id="m{number}"]')
        whom = index.actor(mention.actor)
        assert link.text_content() == state.document.text[mention.span.start : mention.span.end]
        assert (link.get("title"), link.get("class")) == (whom.name, whom.kind)
    for number, each in enumerate(index.actors):
        (row,) = found.xpath(f'//tr[@id="a{number}"]')
        assert {int(link.get("href")[2:]) for link in row.iter("a")} == set(index.numbers_of(each.id))


@pytest.mark.parametrize("name", ["a_note.md", "a_note.txt"])
def test_nothing_in_a_document_becomes_a_part_of_the_page(name: str) -> None:
    text = f"# {HOSTILE.name}\n\n{HOSTILE.name} & [x](javascript:alert) <b onclick=x>&#27;</b> `</code><script>`\n"
    state = opened(text, [HOSTILE], name)
    found = page(state)
    assert found.find("head/title").text == state.document.title
    assert not list(found.iter("script", "img", "iframe", "link", "object", "b"))
    assert all(link.get("href").startswith("#") for link in found.iter("a"))
    assert not [name for element in found.iter() for name in element.attrib if name.startswith("on")]
    (rule,) = found.xpath("//meta[@http-equiv]/@content")
    assert rule == "default-src 'none'; style-src 'unsafe-inline'"


@relaxed
@given(st.text(st.sampled_from("ab_ <&\n"), max_size=30), st.integers(0, 30), st.integers(1, 9))
def test_marks_are_left_out_wherever_mentions_begin_and_end(text: str, start: int, length: int) -> None:
    document = marked(text)
    inside = [each.span for each in document.paragraphs if each.span.start <= start < each.span.end]
    spans = [Span(start, min(start + length, span.end)) for span in inside]
    index = Index((ADA,) if spans else (), tuple(Mention(span, ADA.id) for span in spans))
    found = page(ReadingState(document, index))
    assert letters_of(found.find("body/main")) == letters_in(document)
    for number, span in enumerate(spans):
        (link,) = found.xpath(f'//a[@id="m{number}"]')
        assert link.text_content().split() == document.shown(span).split()


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
