"""The people, countries and organisations of a document, and where they are mentioned."""

import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from tuireader.domain.span import Span

ActorId = NewType("ActorId", str)
"""Kind plus folded name, so that the same actor has the same id in every document."""

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "ß": "ss", "ø": "o", "Ø": "o"}
)


class ActorKind(StrEnum):
    """What an actor is."""

    PERSON = "person"
    COUNTRY = "country"
    ORGANISATION = "organisation"


class MentionForm(StrEnum):
    """How a mention names its actor."""

    NAME = "name"
    DEMONYM = "demonym"
    METONYM = "metonym"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True)
class Role:
    """A title or description that the text itself gives an actor."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for an actor, in words."""

    text: str
    weight: float
    """How strongly it speaks for the actor's kind, in units of log-odds."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody or something that acts in a document, under all of its names."""

    id: ActorId
    name: str
    kind: ActorKind
    code: str | None = None
    """The code of a country in ISO 3166: `FR`, or `GB-SCT` for one that is part of another; or the code of the country
    that the text gives a person: `Polish minister`."""

    aliases: tuple[str, ...] = ()
    """Every name that the text uses, the most frequent first."""

    roles: tuple[Role, ...] = ()
    reasons: tuple[Reason, ...] = ()
    """Why it is taken for one of its kind, the strongest reason first."""

    confidence: float = 1.0
    """How sure that is: of ten actors with 0.9, nine are what they are said to be."""

    corrections: tuple[str, ...] = ()
    """What its reader corrected of it, in words."""

    other_names: tuple[str, ...] = ()
    """What a country is called elsewhere, folded: `uk`, where the text says Britain."""

    @property
    def names(self) -> tuple[str, ...]:
        """What it may be asked for by: its name, its aliases, and a country's code and other names."""
        own_code = (self.code,) if self.code and self.kind is ActorKind.COUNTRY else ()
        return (self.name, *self.aliases, *own_code, *self.other_names)

    @property
    def part_of(self) -> str | None:
        """The code of the country that this one is part of: `GB` for Scotland."""
        whole, _, part = (self.code or "").partition("-")
        return whole if part else None


@dataclass(frozen=True, slots=True)
class Basis:
    """Why some words are taken to name an actor; one value for all mentions alike."""

    reason: str = ""
    """In a few words: `surname of Keir Starmer`."""

    confidence: float = 1.0
    """How sure that is, as a share."""

    candidates: tuple[ActorId, ...] = ()
    """Others who may be meant, where the words are ambiguous."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text names an actor."""

    span: Span
    actor: ActorId
    form: MentionForm = MentionForm.NAME
    basis: Basis = Basis()

    @property
    def reason(self) -> str:
        """Why it is taken to name its actor."""
        return self.basis.reason

    @property
    def confidence(self) -> float:
        """How sure that is, as a share."""
        return self.basis.confidence

    @property
    def candidates(self) -> tuple[ActorId, ...]:
        """The other actors that may be meant; none unless the words are ambiguous."""
        return self.basis.candidates


def fold(name: str) -> str:
    """A name without case, accents and typographic signs, with single spaces: for comparing, never for showing."""
    if name.isascii():
        return " ".join(name.lower().split())
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


def actor_id(kind: ActorKind, name: str) -> ActorId:
    """The id of the actor of a kind and a full name."""
    return ActorId(f"{kind}:{fold(name)}")
