"""What may run in another process: pure functions with plain values in and out."""

import os
from array import array
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from tuireader.domain.actor import Actor, Mention, MentionForm
from tuireader.domain.document import Paragraph
from tuireader.domain.index import Index
from tuireader.domain.span import Span
from tuireader.recognise.recogniser import open_recogniser

_FORMS = tuple(MentionForm)
_POLITENESS = 10


class IndexColumns(NamedTuple):
    """An index as columns of numbers, which travel between processes several times faster than objects."""

    actors: tuple[Actor, ...]
    starts: "array[int]"
    ends: "array[int]"
    owners: "array[int]"
    """For each mention, which of the actors it names."""

    forms: "array[int]"


def find_names(text: str, paragraphs: tuple[Paragraph, ...], model: str) -> IndexColumns:
    """Find the actors of a text.

    Args:
        text: The text.
        paragraphs: Its paragraphs, with offsets in it.
        model: Path of the weights of the model of names.

    Returns:
        The index of the text, as columns.

    Raises:
        ModelError: The weights cannot be read.
    """
    return _to_columns(open_recogniser(Path(model)).find(text, paragraphs))


def warm_up(model: str) -> None:
    """Read the model now, so that the first real job need not wait for it."""
    open_recogniser(Path(model))


def to_index(columns: IndexColumns, shift: int = 0) -> Index:
    """An index again, its mentions moved by so many characters."""
    ids = [actor.id for actor in columns.actors]
    mentions = tuple(
        Mention(Span(start + shift, end + shift), ids[owner], _FORMS[form])
        for start, end, owner, form in zip(*columns[1:], strict=True)
    )
    return Index(columns.actors, mentions)


def be_quiet() -> None:
    """Make this process polite and silent: its output would land on the screen. Runs first in every worker."""
    with suppress(OSError, AttributeError):
        os.nice(_POLITENESS)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


def _to_columns(index: Index) -> IndexColumns:
    numbers = {actor.id: number for number, actor in enumerate(index.actors)}
    return IndexColumns(
        index.actors,
        array("q", [mention.span.start for mention in index.mentions]),
        array("q", [mention.span.end for mention in index.mentions]),
        array("l", [numbers[mention.actor] for mention in index.mentions]),
        array("b", [_FORMS.index(mention.form) for mention in index.mentions]),
    )
