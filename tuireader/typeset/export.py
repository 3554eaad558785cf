"""Places in their context as a file: CSV, JSON, Markdown or plain text, by the end of its name."""

import csv
import io
import json
from collections.abc import Callable, Iterable, Mapping, Sequence

from tuireader.domain.cleaning import as_cell
from tuireader.domain.concordance import Group
from tuireader.domain.document import Document
from tuireader.domain.span import Span
from tuireader.typeset.markdown import escaped

FORMS = (".csv", ".json", ".md", ".txt")
_FIELDS = ("section", "start", "end", "before", "words", "behind")
_CONTEXT = 80
"""Characters on each side."""

Row = Mapping[str, str | int]


def exported(document: Document, groups: Sequence[Group], title: str, form: str) -> str:
    """What stands in a file of places.

    Args:
        document: What they are places of.
        groups: The places as they are listed.
        title: What is listed.
        form: One of `FORMS`.
    """
    return _WRITERS[form](document, groups, title)


def _csv(document: Document, groups: Iterable[Group], title: str) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, _FIELDS, lineterminator="\n")
    writer.writeheader()
    for row in (_row(document, place) for group in groups for place in group.places):
        writer.writerow({name: as_cell(each) if isinstance(each, str) else each for name, each in row.items()})
    return stream.getvalue()


def _json(document: Document, groups: Iterable[Group], title: str) -> str:
    rows = [_row(document, place) for group in groups for place in group.places]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _markdown(document: Document, groups: Iterable[Group], title: str) -> str:
    parts = [f"# {escaped(title)}\n"]
    for group in groups:
        lines = [
            f"- {escaped(before)}**{escaped(words)}**{escaped(behind)}"
            for before, words, behind in (document.context(place, _CONTEXT) for place in group.places)
        ]
        parts.append((f"## {escaped(group.title)}\n\n" if group.title else "") + "\n".join(lines) + "\n")
    return "\n".join(parts)


def _text(document: Document, groups: Iterable[Group], title: str) -> str:
    parts = [f"{title}\n"]
    for group in groups:
        lines = ["".join(document.context(place, _CONTEXT)) for place in group.places]
        parts.append("\n".join([*([group.title] if group.title else []), *(f"  {line}" for line in lines)]) + "\n")
    return "\n".join(parts)


def _row(document: Document, place: Span) -> Row:
    section = document.section_title_at(place.start)
    cells = (section, place.start, place.end, *document.context(place, _CONTEXT))
    return dict(zip(_FIELDS, cells, strict=True))


_WRITERS: Mapping[str, Callable[[Document, Sequence[Group], str], str]] = {
    ".csv": _csv,
    ".json": _json,
    ".md": _markdown,
    ".txt": _text,
}
