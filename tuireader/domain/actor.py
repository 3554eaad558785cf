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
    """The ISO 3166-1 alpha-2 code of a country."""

    aliases: tuple[str, ...] = ()
    """Every name that the text uses, the most frequent first."""

    roles: tuple[Role, ...] = ()
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where a text names an actor."""

    span: Span
    actor: ActorId
    form: MentionForm = MentionForm.NAME


def fold(name: str) -> str:
    """A name without case, accents and typographic signs, with single spaces: for comparing, never for showing."""
    decomposed = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return " ".join("".join(c for c in decomposed if not unicodedata.combining(c)).casefold().split())


def actor_id(kind: ActorKind, name: str) -> ActorId:
    """The id of the actor of a kind and a full name."""
    return ActorId(f"{kind}:{fold(name)}")
