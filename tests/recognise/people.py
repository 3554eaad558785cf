"""An index of people whose names are known beforehand."""

import re
from collections.abc import Iterable

from tuireader.domain.actor import Actor, ActorKind, Mention, actor_id
from tuireader.domain.index import Index
from tuireader.domain.span import Span


def index_of(text: str, names: Iterable[str]) -> Index:
    """The people of a text, wherever their full names stand, in any case."""
    people = [Actor(actor_id(ActorKind.PERSON, name), name, ActorKind.PERSON) for name in names]
    mentions = [
        Mention(Span(*match.span()), person.id)
        for person in people
        for match in re.finditer(rf"\b{re.escape(person.name)}\b", text, re.IGNORECASE)
    ]
    return Index(tuple(people), tuple(sorted(mentions, key=lambda mention: mention.span)))
