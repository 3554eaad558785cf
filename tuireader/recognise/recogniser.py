"""The whole of it: a text becomes an index of its actors."""

import re
import zlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from tuireader.domain.actor import Actor, ActorId, ActorKind, Mention, actor_id
from tuireader.domain.document import Paragraph, ParagraphKind
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.recognise.candidates import survey
from tuireader.recognise.casing import with_usual_case
from tuireader.recognise.countries import is_official
from tuireader.recognise.decide import decide
from tuireader.recognise.linking import Party, link, surface
from tuireader.recognise.mentions import find_sightings
from tuireader.recognise.model import Model, open_model
from tuireader.recognise.ranking import ranked
from tuireader.recognise.roles import find_roles

_VERSION = 3
"""Goes up whenever the same weights give another index."""

_GAP = re.compile(r"\n[^\S\n]*\n\s*")


class Recogniser:
    """Finds the actors of texts with one model of names."""

    def __init__(self, model: Model, fingerprint: str = "") -> None:
        self._model = model
        self.fingerprint = fingerprint
        """What tells this recogniser from one that may find something else."""

    def find(self, text: str, paragraphs: Sequence[Paragraph] = ()) -> Index:
        """Find who is named in a text, and where.

        Args:
            text: The whole text; offsets of the answer are characters of it.
            paragraphs: Its paragraphs; without them it is parted at blank lines.

        Returns:
            The actors, key actors first, and every mention.
        """
        prose = [each for each in paragraphs if each.kind is not ParagraphKind.CODE]
        blocks = [each.span for each in prose] if paragraphs else list(_blocks(text))
        headings = {number for number, each in enumerate(prose) if each.kind is ParagraphKind.HEADING}
        usual = with_usual_case(text, blocks)
        candidates = survey(usual, blocks, headings)
        sightings = find_sightings(candidates, blocks, decide(candidates, self._model))
        index = make_index(usual, ranked(link(usual, sightings), blocks))
        return index if usual == text else respelt(index, text)


@lru_cache(maxsize=4)
def open_recogniser(path: Path) -> Recogniser:
    """A recogniser with the model in a file, made once in a process.

    Raises:
        ModelError: The file is missing or damaged.
    """
    model = open_model(path)
    return Recogniser(model, f"{_VERSION}-{zlib.crc32(path.read_bytes()):08x}")


def make_index(text: str, parties: Sequence[Party]) -> Index:
    """The index of parties that stand in the order of importance."""
    ids = list(_unique_ids(parties))
    mentions = [
        Mention(Span(sighting.start, sighting.end), id_, sighting.form)
        for id_, party in zip(ids, parties, strict=True)
        for sighting in party.sightings
    ]
    mentions.sort(key=lambda mention: mention.span.start)
    actors = tuple(_actor(text, id_, party) for id_, party in zip(ids, parties, strict=True))
    return Index(actors, tuple(mentions))


def respelt(index: Index, text: str) -> Index:
    """An index with aliases and roles as a text spells them, where capitals were restored to find them."""
    return Index(tuple(_respelt_actor(actor, index, text) for actor in index.actors), index.mentions)


def _respelt_actor(actor: Actor, index: Index, text: str) -> Actor:
    forms = Counter(surface(text, mention.span.start, mention.span.end) for mention in index.of([actor.id]))
    roles = tuple(replace(role, text=surface(text, role.span.start, role.span.end)) for role in actor.roles)
    return replace(actor, aliases=tuple(form for form, _ in forms.most_common()), roles=roles)


def _blocks(text: str) -> Iterator[Span]:
    """What stands between blank lines."""
    start = 0
    for gap in _GAP.finditer(text):
        yield Span(start, gap.start())
        start = gap.end()
    yield Span(start, len(text))


def _unique_ids(parties: Sequence[Party]) -> Iterator[ActorId]:
    """An id for each party; a second one of the same kind and folded name is numbered."""
    seen = Counter[ActorId]()
    for party in parties:
        plain = actor_id(party.kind, party.name)
        seen[plain] += 1
        yield plain if seen[plain] == 1 else ActorId(f"{plain}#{seen[plain]}")


def _actor(text: str, id_: ActorId, party: Party) -> Actor:
    forms = Counter(surface(text, sighting.start, sighting.end) for sighting in party.sightings)
    return Actor(
        id=id_,
        name=party.name,
        kind=party.kind,
        code=party.code if party.code and is_official(party.code) else None,
        aliases=tuple(form for form, _ in forms.most_common()),
        roles=find_roles(text, party.sightings) if party.kind is ActorKind.PERSON else (),
    )
