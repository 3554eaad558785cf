"""The texts to learn from: corrected ones (gold) and ones that another program has tagged (silver)."""

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, eq=False)
class Gold:
    """A text with mentions that people have marked."""

    id: str
    fold: int
    text: str
    mentions: list[Row]
    entities: dict[str, Row]

    @property
    def book(self) -> str:
        """The book that the text is taken from, as the silver texts call it."""
        return self.id.removeprefix("litbank_")


@dataclass(frozen=True, slots=True, eq=False)
class Silver:
    """A text with tags that nobody has corrected: start, end and label of each."""

    id: str
    source: str
    book: str
    text: str
    tags: list[tuple[int, int, str]]

    @property
    def is_novel(self) -> bool:
        """Whether the text is fiction, where tags of organisations are mostly wrong."""
        return self.source == "novel"


def _rows(path: Path) -> Iterator[Row]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def read_gold(folder: Path) -> list[Gold]:
    """Read `open.jsonl.gz` of a folder."""
    rows = _rows(folder / "open.jsonl.gz")
    return [Gold(row["id"], row["fold"], row["text"], row["mentions"], row["entities"]) for row in rows]


def read_silver(folder: Path) -> list[Silver]:
    """Read `silver.jsonl.gz` of a folder."""
    rows = _rows(folder / "silver.jsonl.gz")
    return [Silver(row["id"], row["source"], row["book"], row["text"], row["ents"]) for row in rows]
