"""Sentences in which the words of countries are marked: `[Danes](DK demonym) live in [Denmark](DK)`."""

import re
from pathlib import Path
from typing import NamedTuple

from tuireader.domain.actor import ActorKind
from tuireader.domain.index import Index
from tuireader.recognise.countries import open_countries

_FOLDER = Path(__file__).parent / "sentences"
_MARK = re.compile(r"\[([^\]]+)\]\((\S+?)(?: (\w+))?\)")


class Said(NamedTuple):
    """A place where a country is meant."""

    start: int
    words: str
    country: str
    form: str


class Sentence(NamedTuple):
    """A sentence and where countries are meant in it."""

    text: str
    countries: tuple[Said, ...]


def read_sentences(file: str) -> list[Sentence]:
    """The marked sentences of a file, one on each line."""
    lines = (_FOLDER / file).read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line and not line.startswith("#")]


def parse(line: str) -> Sentence:
    """Take the marks off a sentence."""
    shown, text, end, found = open_countries().shown, "", 0, []
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        found.append(Said(len(text), mark[1], shown[mark[2]], mark[3] or "name"))
        text, end = text + mark[1], mark.end()
    return Sentence(text + line[end:], tuple(found))


def countries_said(index: Index, text: str) -> tuple[Said, ...]:
    """Where countries are meant according to an index."""
    mentions = ((mention, index.actor(mention.actor)) for mention in index.mentions)
    return tuple(
        Said(mention.span.start, text[mention.span.start : mention.span.end], actor.name, mention.form.value)
        for mention, actor in mentions
        if actor.kind is ActorKind.COUNTRY
    )
