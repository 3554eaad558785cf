"""A document with its actors as one page of HTML, which needs no script and fetches nothing.

Every mention is a link to its actor, and every actor has links to all of its mentions.
"""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

from tuireader.domain.actor import Actor, ActorId, Mention
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.inline import InlineStyle
from tuireader.domain.notes import NO_NOTES, Notes, Placed
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.typeset.palette import NIGHT, PAPER, SIGNS

_STRIP_PARTS, _STRIP_HEIGHT = 60, 12
_HEADINGS = 6
"""How many levels of headings HTML has."""

_INLINES = {
    InlineStyle.EMPHASIS: "em",
    InlineStyle.STRONG: "strong",
    InlineStyle.STRUCK: "s",
    InlineStyle.CODE: "code",
    InlineStyle.NOTE: "small",
    InlineStyle.LINK: "u",
}
"""A link is underlined and leads nowhere: a report opens in a browser, and a document must not."""

_BLOCKS = {
    ParagraphKind.QUOTE: ("blockquote", ""),
    ParagraphKind.ITEM: ("p", ' class="item"'),
    ParagraphKind.VERSE: ("p", ' class="verse"'),
    ParagraphKind.CODE: ("pre", ""),
    ParagraphKind.TABLE: ("pre", ""),
}
_STYLE = """\
:root { color-scheme: light dark; %s }
@media (prefers-color-scheme: dark) { :root { %s } }
@media print { :root { %s } nav details { display: none } }
body { font: 1.05rem/1.55 Georgia, serif; color: var(--foreground); background: var(--background);
  max-width: 68rem; margin: 2rem auto; padding: 0 1rem; }
main, header, nav { max-width: 40rem; margin: 0 auto 2rem; }
h1, h2, h3, h4, h5, h6 { font-family: system-ui, sans-serif; line-height: 1.25; margin: 2em 0 .6em; }
nav, nav table { font-family: system-ui, sans-serif; font-size: .9rem; }
td { padding: .15rem .8rem .15rem 0; vertical-align: top; }
td:nth-child(2) { text-align: right; }
ol.sections { columns: 2; }
a { color: inherit; text-decoration: none; } a:hover, nav a:hover { text-decoration: underline; }
:target { background: var(--accent); color: var(--background); outline: .15em solid var(--accent); }
.person { color: var(--person); } .country { color: var(--country); } .organisation { color: var(--organisation); }
main a { border-bottom: 1px dotted; }
svg { fill: currentColor; vertical-align: middle; }
blockquote { border-left: .25rem solid var(--line); margin-left: 0; padding-left: 1rem; }
aside { border-left: .25rem solid var(--accent); padding-left: 1rem; font-size: .9rem; }
q { font-style: italic; color: var(--quiet); }
.item { margin: .3em 0 .3em 1.5rem; } .verse { margin-left: 1.5rem; white-space: pre-line; }
pre { overflow-x: auto; background: var(--surface); padding: .6rem; } .quiet, details { color: var(--quiet); }
"""


def report(document: Document, index: Index, notes: Notes = NO_NOTES) -> Iterator[str]:
    """Set a document as a page of HTML.

    Args:
        document: What is read.
        index: Its actors.
        notes: What its reader has marked, each to stand below its paragraph.

    Yields:
        The page, a part at a time.
    """
    numbers = {actor.id: number for number, actor in enumerate(index.actors)}
    yield from _head(document.title)
    yield f"<header><h1>{escape(document.title)}</h1></header>\n"
    yield from _sections(document)
    yield from _actors(document, index)
    yield from _notes(document, notes)
    yield "<main>\n"
    mention = note = 0
    for number, paragraph in enumerate(document.paragraphs):
        mentions = index.touching(paragraph.span)
        yield from _paragraph(document, number, paragraph, _Linked(mentions, mention, numbers, index))
        mention += len(mentions)
        following = document.paragraph_starts[number + 1] if number + 1 < len(document.paragraphs) else None
        while note < len(notes.placed) and (following is None or notes.placed[note].span.start < following):
            yield f'<aside id="n{note}">{_note(document, notes.placed[note])}</aside>\n'
            note += 1
    yield "</main>\n</body>\n</html>\n"


class _Linked:
    """The mentions of a paragraph, each with its number in the document."""

    def __init__(self, mentions: Sequence[Mention], first: int, numbers: dict[ActorId, int], index: Index) -> None:
        self.mentions = mentions
        self._first = first
        self._numbers = numbers
        self._index = index

    def opening(self, at: int) -> str:
        """The tag that begins the link of a mention."""
        mention = self.mentions[at]
        actor = self._index.actor(mention.actor)
        target, name = self._numbers[actor.id], escape(actor.name)
        return f'<a id="m{self._first + at}" href="#a{target}" class="{actor.kind}" title="{name}">'


def _head(title: str) -> Iterator[str]:
    light, dark = (" ".join(f"--{name}: {value};" for name, value in each.items()) for each in (PAPER, NIGHT))
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8"/>\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1"/>\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
    yield f"<title>{escape(title)}</title>\n<style>\n{_STYLE % (light, dark, light)}</style>\n</head>\n<body>\n"


def _sections(document: Document) -> Iterator[str]:
    if len(document.sections) < 2:
        return
    yield '<nav aria-label="Sections"><h2>Sections</h2>\n<ol class="sections">\n'
    for section in document.sections:
        number = document.paragraph_at(section.span.start)
        yield f'<li><a href="#p{number}">{escape(section.title)}</a></li>\n'
    yield "</ol></nav>\n"


def _actors(document: Document, index: Index) -> Iterator[str]:
    yield '<nav aria-label="Actors"><h2>Actors</h2>\n<table>\n'
    for number, actor in enumerate(index.actors):
        if not (mentions := index.numbers_of(actor.id)):
            continue
        roles = ", ".join(dict.fromkeys(" ".join(role.text.split()) for role in actor.roles))
        yield (
            f'<tr id="a{number}"><td class="{actor.kind}">{SIGNS[actor.kind]} <a href="#m{mentions[0]}">'
            f"{escape(actor.name)}</a></td><td>{len(mentions)}</td>"
            f'<td class="{actor.kind}">{_strip(actor, document, index)}</td>'
            f'<td><span class="quiet">{escape(roles)}</span>{_links(mentions)}</td></tr>\n'
        )
    yield "</table></nav>\n"


def _links(mentions: Sequence[int]) -> str:
    """Links to all mentions of an actor, where there are more than the one that its name leads to."""
    if len(mentions) == 1:
        return ""
    links = " ".join(f'<a href="#m{mention}">{count}</a>' for count, mention in enumerate(mentions, 1))
    return f"<details><summary>{len(mentions)} mentions</summary>{links}</details>"


def _notes(document: Document, notes: Notes) -> Iterator[str]:
    """What is marked, with links to where it stands; behind it what was marked in words that are gone."""
    if not notes:
        return
    yield '<nav aria-label="Notes"><h2>Notes</h2>\n<ol>\n'
    for number, note in enumerate(notes.placed):
        yield f'<li><a href="#n{number}">{_note(document, note)}</a></li>\n'
    for each in notes.lost:
        yield f'<li class="quiet"><q>{escape(each.anchor.words)}</q> {escape(each.words)}</li>\n'
    yield "</ol></nav>\n"


def _note(document: Document, note: Placed) -> str:
    words = " ".join(document.shown(note.span).split())
    return f"<q>{escape(words)}</q> {escape(note.note.words)}".rstrip()


def _strip(actor: Actor, document: Document, index: Index) -> str:
    """Where an actor is mentioned, as a little picture."""
    counts = index.spread(actor.id, _STRIP_PARTS, max(1, len(document.text)))
    peak = max(counts)
    bars = (
        f'<rect x="{2 * part}" y="{_STRIP_HEIGHT - height}" width="2" height="{height}"/>'
        for part, count in enumerate(counts)
        if (height := -(-count * _STRIP_HEIGHT // peak))
    )
    size = f'width="{2 * _STRIP_PARTS}" height="{_STRIP_HEIGHT}"'
    return f'<svg {size} role="img" aria-label="where in the text">{"".join(bars)}</svg>'


def _paragraph(document: Document, number: int, paragraph: Paragraph, linked: _Linked) -> Iterator[str]:
    if paragraph.kind is ParagraphKind.RULE:
        yield f'<hr id="p{number}"/>\n'
        return
    tag, look = _BLOCKS.get(paragraph.kind, ("p", ""))
    if paragraph.kind is ParagraphKind.HEADING:
        tag = f"h{min(_HEADINGS, 1 + max(1, paragraph.level))}"
    keeps_lines = document.keeps_lines and tag != "pre"
    yield f'<{tag} id="p{number}"{look}>'
    at = paragraph.span.start
    for place, mention in enumerate(linked.mentions):
        yield from _words(document, Span(at, mention.span.start), keeps_lines=keeps_lines)
        yield linked.opening(place)
        yield from _words(document, mention.span, keeps_lines=keeps_lines)
        yield "</a>"
        at = mention.span.end
    yield from _words(document, Span(at, paragraph.span.end), keeps_lines=keeps_lines)
    yield f"</{tag}>\n"


def _words(document: Document, span: Span, *, keeps_lines: bool) -> Iterator[str]:
    """A part of a paragraph, in which some words stand out."""
    inlines = document.inlines_touching(span)
    ends = {offset for inline in inlines for offset in (inline.span.start, inline.span.end) if offset in span}
    for start, end in pairwise(sorted({span.start, span.end, *ends})):
        styles = {style for inline in inlines if start in inline.span for style in inline.styles}
        if InlineStyle.MARK in styles:
            continue
        tags = [tag for style, tag in _INLINES.items() if style in styles]
        text = escape(document.text[start:end], quote=False)
        yield "".join(f"<{tag}>" for tag in tags)
        yield text.replace("\n", "<br/>\n") if keeps_lines else text
        yield "".join(f"</{tag}>" for tag in reversed(tags))
