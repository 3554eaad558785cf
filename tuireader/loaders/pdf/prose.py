"""Passages of print written as paragraphs, with the page that each of their lines stood on."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tuireader.domain.paragraph import ParagraphKind
from tuireader.loaders.builder import DocumentBuilder, Run, Setting
from tuireader.loaders.pdf.hyphens import HYPHENS, Words
from tuireader.loaders.pdf.line import Line
from tuireader.loaders.pdf.passage import Form, Passage, plain

_KINDS = {
    Form.PROSE: ParagraphKind.TEXT,
    Form.NOTE: ParagraphKind.TEXT,
    Form.ITEM: ParagraphKind.ITEM,
    Form.CODE: ParagraphKind.CODE,
    Form.TABLE: ParagraphKind.TABLE,
    Form.LINES: ParagraphKind.VERSE,
}
_CUT_ADDRESS = re.compile(r"(?:\w+://|www\.|/\w|\w@)\S*[/._?=&#%:]$")
_OWN_LINES = (Form.CODE, Form.TABLE, Form.LINES)


def write_passage(builder: DocumentBuilder, passage: Passage, words: Words) -> None:
    """Write a passage into a document."""
    if passage.form is Form.HEADING:
        runs = [Run(passage.title)] if passage.title else list(_running(passage.lines, words))
        builder.heading(runs, passage.level)
    elif passage.form is Form.CODE:
        builder.paragraph(_code(passage.lines), Setting(ParagraphKind.CODE))
    elif passage.form in _OWN_LINES:
        builder.paragraph(_one_by_one(passage.lines), Setting(_KINDS[passage.form]))
    else:
        runs = list(_running(passage.lines, words, len(passage.marker)))
        builder.paragraph(runs, Setting(_KINDS[passage.form], marker=passage.marker))


def whole_words(lines: Sequence[Line]) -> Iterator[str]:
    """The texts of lines without words that are divided between them."""
    was_broken = False
    for line in lines:
        text = line.text.partition(" ")[2] if was_broken else line.text
        was_broken = _is_broken(line)
        yield text.rpartition(" ")[0] if was_broken else text


def _is_broken(line: Line) -> bool:
    return line.breaks_word or (line.text[-1:] in HYPHENS and line.text[-2:-1].isalpha())


def _running(lines: Sequence[Line], words: Words, skipped: int = 0) -> Iterator[Run]:
    """Lines as running text, words that are divided made whole; the first characters may be skipped."""
    texts = [line.text.replace("\t", "  ") for line in lines]
    texts[:1] = [text[skipped:] for text in texts[:1]]
    for line, text, following in zip(lines, texts, [*texts[1:], None], strict=True):
        if following is None:
            yield Run(text, page=line.page + 1)
        elif _is_broken(line):
            bare = text.rstrip(HYPHENS)
            yield Run(bare + words.hyphen(bare, following), page=line.page + 1)
        else:
            yield Run(text if _is_cut_address(text, following) else f"{text} ", page=line.page + 1)


def _is_cut_address(text: str, following: str) -> bool:
    """Whether an address goes on in the next line."""
    return bool(_CUT_ADDRESS.search(text)) and not following[:1].isupper() and (" " in text or "://" in text)


def _one_by_one(lines: Sequence[Line]) -> Iterator[Run]:
    for line in lines:
        yield Run(f"{plain(line.text)}\n", page=line.page + 1)


def _code(lines: Sequence[Line]) -> Iterator[Run]:
    """Lines of code, standing in as far as they did, with the empty lines between them."""
    edge = min(line.left for line in lines)
    letter = max(1.0, sorted(line.letter for line in lines)[len(lines) // 2])
    steps = sorted(below.base - above.base for above, below in pairwise(lines) if below.base > above.base)
    usual = steps[len(steps) // 2] if steps else 0.0
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        ends = 2 if below and usual and usual * 1.6 < below.base - line.base < usual * 4 else 1
        yield Run(
            " " * round((line.left - edge) / letter) + line.text.replace("\t", "    ") + "\n" * ends, page=line.page + 1
        )
