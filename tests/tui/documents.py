"""Documents and their actors for the screen, made by hand, so that no test depends on how actors are found."""

import re
from collections.abc import Sequence

from tuireader.domain.actor import Actor, ActorKind, Mention, actor_id
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.reading import ReadingState
from tuireader.domain.span import Span
from tuireader.loaders.registry import load


def actor(kind: ActorKind, name: str, *aliases: str) -> Actor:
    """An actor under its name and other ones."""
    return Actor(actor_id(kind, name), name, kind, aliases=(name, *aliases))


ADA = actor(ActorKind.PERSON, "Ada Lund", "Lund")
ZOE = actor(ActorKind.PERSON, "Zoë Marsh")
NORWAY = actor(ActorKind.COUNTRY, "Norway", "Oslo")
GUILD = actor(ActorKind.ORGANISATION, "Harbour Guild")
CAST = (NORWAY, ADA, ZOE, GUILD)

HARBOUR = """\
# The harbour

*3 May*

Ada Lund keeps the harbour of the island. **Norway** pays for the light, and nobody else does.

## The letter

Zoë Marsh wrote to Oslo in spring. The Harbour Guild read the letter *twice* and sent it on to Ada Lund:

> The light must burn, whatever Norway says.

It rained all through April.

1. Lund answers on Monday,
2. the Harbour Guild on Tuesday.

## The prices

| Lamp | Crowns | Paid by |
| --- | --- | --- |
| Small | 30 | Norway |
| Large | 2,000 | Harbour Guild |

    lamp = "small"
    print(lamp)

Nothing else is known about the `lamp`.[^1]

---

Zoë Marsh sailed home.

[^1]: See [the letter](https://example.org/letter).
"""

NUMBERED = re.compile(r"w\d+")
"""The words of a long document, each of which is there only once."""


def opened(source: str, cast: Sequence[Actor] = CAST, name: str = "a_note.md") -> ReadingState:
    """A document as it has just been opened."""
    document = load(source.encode(), name)
    return ReadingState(document, index_of(document, cast))


def index_of(document: Document, cast: Sequence[Actor]) -> Index:
    """Every place where one of the actors is called by one of its names."""
    owners = {alias: each.id for each in cast for alias in each.aliases}
    if not owners:
        return Index()
    names = "|".join(map(re.escape, sorted(owners, key=len, reverse=True)))
    found = re.finditer(rf"\b(?:{names})\b", document.text)
    return Index(tuple(cast), tuple(Mention(_span(match), owners[match[0]]) for match in found))


def long_source(sections: int = 12, paragraphs: int = 6) -> str:
    """A document of many pages; in each section Ada Lund is in the second paragraph and Norway in the fourth."""
    blocks, word = ["# The long way"], 0
    for section in range(1, sections + 1):
        blocks.append(f"## Part {section}")
        for number in range(1, paragraphs + 1):
            words = [f"w{word + each}" for each in range(70)]
            word += len(words)
            words[20] = {2: "Ada Lund", 4: "Norway"}.get(number, words[20])
            blocks.append(" ".join(words) + ".")
    return "\n\n".join(blocks) + "\n"


def long_reading() -> ReadingState:
    """A document of many pages as it has just been opened."""
    return opened(long_source())


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())
