"""The whole of it: a text becomes an index of its actors."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import itemgetter
from pathlib import Path

from tuireader.domain.actor import Actor, ActorId, ActorKind, Role, actor_id
from tuireader.domain.index import Index
from tuireader.domain.mentions import Mentions
from tuireader.domain.paragraph import Paragraph, ParagraphKind
from tuireader.domain.span import Span
from tuireader.recognise.bases import Bases
from tuireader.recognise.blocks import blocks_of
from tuireader.recognise.candidates import Survey, survey
from tuireader.recognise.casing import with_usual_case
from tuireader.recognise.countries import is_official, names_of
from tuireader.recognise.decide import decide
from tuireader.recognise.linking import Party, link, surface
from tuireader.recognise.mentions import find_sightings
from tuireader.recognise.model import Model, open_model
from tuireader.recognise.nationality import Nationalities
from tuireader.recognise.pausing import collector_paused
from tuireader.recognise.ranking import ranked
from tuireader.recognise.reasons import Explainer
from tuireader.recognise.roles import find_roles
from tuireader.recognise.sightings import Sighting, count_forms

_VERSION = 5
"""Goes up whenever the same weights give another index."""

_SURVEYED, _DECIDED, _SIGHTED = 0.35, 0.5, 0.8
"""How much of the work on a long text is done behind each step."""


class Recogniser:
    """Finds the actors of texts with one model of names."""

    def __init__(self, model: Model, fingerprint: str = "") -> None:
        self._model = model
        self.fingerprint = fingerprint
        """What tells this recogniser from one that may find something else."""

    def find(
        self, text: str, paragraphs: Sequence[Paragraph] = (), reached: Callable[[float], None] | None = None
    ) -> Index:
        """Find who is named in a text, and where.

        Args:
            text: The whole text; offsets of the answer are characters of it.
            paragraphs: Its paragraphs; without them it is parted at blank lines.
            reached: Told now and then how much of the work is done, from 0 to 1.

        Returns:
            The actors, key actors first, and every mention.
        """
        with collector_paused():
            return self._find(text, paragraphs, reached or _tell_nobody)

    def _find(self, text: str, paragraphs: Sequence[Paragraph], tell: Callable[[float], None]) -> Index:
        prose = [each for each in paragraphs if each.kind is not ParagraphKind.CODE]
        blocks = blocks_of(text, paragraphs)
        headings = {number for number, each in enumerate(prose) if each.kind is ParagraphKind.HEADING}
        usual = with_usual_case(text, blocks)
        sightings, explainer = self._sighted(survey(usual, blocks, headings), blocks, tell)
        tell(_SIGHTED)
        index = make_index(usual, ranked(usual, link(usual, sightings), blocks), explainer)
        return index if usual == text else respelt(index, text)

    def _sighted(
        self, candidates: Survey, blocks: Sequence[Span], tell: Callable[[float], None]
    ) -> tuple[list[Sighting], Explainer]:
        """Where actors are named, and who can say why; the candidates, which fill most memory, are left behind here."""
        tell(_SURVEYED)
        decisions = decide(candidates, self._model)
        tell(_DECIDED)
        return find_sightings(candidates, blocks, decisions), Explainer(candidates.text, decisions, self._model)


@lru_cache(maxsize=4)
def open_recogniser(path: Path) -> Recogniser:
    """A recogniser with the model in a file, made once in a process.

    Raises:
        ModelError: The file is missing or damaged.
    """
    model = open_model(path)
    return Recogniser(model, f"{_VERSION}-{model.checksum:08x}")


def _tell_nobody(share: float) -> None:
    """Nobody asked how far the work is."""


def make_index(text: str, parties: Sequence[Party], explainer: Explainer) -> Index:
    """The index of parties that stand in the order of importance."""
    ids = dict(zip(parties, _unique_ids(parties), strict=True))
    roles = {party: () if party.kind is ActorKind.COUNTRY else _roles(text, party) for party in parties}
    confidences = {party: explainer.confidence(party, roles[party]) for party in parties}
    nationalities = Nationalities(text, parties, roles)
    actors = tuple(
        Actor(
            id=id_,
            name=party.name,
            kind=party.kind,
            code=_code(party, nationalities),
            aliases=_aliases(text, party),
            roles=roles[party],
            reasons=explainer.reasons(party, roles[party]),
            confidence=confidences[party],
            other_names=names_of(party.code) if party.kind is ActorKind.COUNTRY else (),
        )
        for party, id_ in ids.items()
    )
    return Index(actors, _mentions(ids, Bases(text, ids, confidences, explainer)))


def _mentions(ids: Mapping[Party, ActorId], bases: Bases) -> Mentions:
    """All mentions in the order of the text."""
    rows = [
        (sighting.start, sighting.end, id_, sighting.form, bases.of(party, sighting))
        for party, id_ in ids.items()
        for sighting in party.sightings
    ]
    rows.sort(key=itemgetter(0))
    return Mentions.of_rows(rows)


def _roles(text: str, party: Party) -> tuple[Role, ...]:
    return find_roles(text, party.kind, party.sightings)


def respelt(index: Index, text: str) -> Index:
    """An index with aliases and roles as a text spells them, where capitals were restored to find them."""
    return Index(tuple(_respelt_actor(actor, index, text) for actor in index.actors), index.mentions)


def _respelt_actor(actor: Actor, index: Index, text: str) -> Actor:
    forms = Counter(surface(text, mention.span.start, mention.span.end) for mention in index.of([actor.id]))
    roles = tuple(replace(role, text=surface(text, role.span.start, role.span.end)) for role in actor.roles)
    return replace(actor, aliases=tuple(form for form, _ in forms.most_common()), roles=roles)


def _unique_ids(parties: Sequence[Party]) -> Iterator[ActorId]:
    """An id for each party; a second one of the same kind and folded name is numbered."""
    seen = Counter[ActorId]()
    for party in parties:
        plain = actor_id(party.kind, party.name)
        seen[plain] += 1
        yield plain if seen[plain] == 1 else ActorId(f"{plain}#{seen[plain]}")


def _code(party: Party, nationalities: Nationalities) -> str | None:
    """The code of a country, or of a person's."""
    code = nationalities.of(party) if party.kind is ActorKind.PERSON else party.code
    return code if code and is_official(code) else None


def _aliases(text: str, party: Party) -> tuple[str, ...]:
    """What a text calls a party, the most frequent first."""
    forms = count_forms([surface(text, sighting.start, sighting.end) for sighting in party.sightings])
    return tuple(sorted(forms, key=forms.__getitem__, reverse=True))
