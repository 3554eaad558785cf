"""Finds the actors of a large text while it is read: ever wider windows round the reader, the last one all of it.

What they say is found when all of them are known, so that nobody waits longer for the actors.
"""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, wait
from pathlib import Path

from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph
from tuireader.domain.quotation import may_quote
from tuireader.domain.span import Span
from tuireader.engine.executor import Executor
from tuireader.engine.growth import Growth
from tuireader.engine.jobs import find_names_politely, find_quotations_politely

_FIRST_WINDOW = 200_000
"""Characters of the first window: some 35,000 words, a fraction of a second."""

_GROWTH = 5
"""How many times larger each window is. All windows together cost less than two thirds more than the last one."""

_QUOTATIONS = 0.3
"""What it costs to find what is said, as a share of finding the actors of the whole text."""

_PATIENCE = 0.2
"""Seconds between two looks at whether the reader has left."""

_TRIES = 3


def grow_index(  # noqa: PLR0913, PLR0917 - the first two are the same for all documents
    model: Path,
    executor: Executor,
    document: Document,
    near: int,
    stopped: Callable[[], bool],
    known: Index | None = None,
) -> Iterator[Growth]:
    """Find the actors of a document, round by round, and what they say.

    Args:
        model: The weights of the model of names.
        executor: Where the work is done.
        document: What is read.
        near: Offset where the reader stands; windows grow round it.
        stopped: Whether the reader has left; looked at several times a second.
        known: All of the actors, if they are known already; then only what they say is found.

    Yields:
        Better and better indexes; the last one is that of the whole text at once.

    Raises:
        BrokenExecutor: The process died again and again.
        ModelError: The weights cannot be read.
    """
    if known is not None:
        yield from _quoted(document, known, executor, stopped)
        return
    spans, index, quotes = list(windows(len(document.text), near)), Index(), may_quote(document.text)
    work, done = sum(map(len, spans)) + _QUOTATIONS * len(document.text) * quotes, 0
    for span in spans:
        found = _names(document, span, model, executor, stopped)
        if found is None:
            return
        index, done = found, done + len(span)
        if quotes or span is not spans[-1]:
            yield Growth(index, done / work)
    yield from _quoted(document, index, executor, stopped)


def windows(length: int, near: int) -> Iterator[Span]:
    """Ever wider windows of a text round an offset; the last one is the whole text."""
    size = _FIRST_WINDOW
    while size * 2 < length:
        start = max(0, min(near - size // 4, length - size))
        yield Span(start, start + size)
        size *= _GROWTH
    yield Span(0, length)


def _names(
    document: Document, span: Span, model: Path, executor: Executor, stopped: Callable[[], bool]
) -> Index | None:
    start, end, paragraphs = _snapped(document, span)

    def submit() -> Future[Index]:
        return executor.submit(find_names_politely, _letters(document.text[start:end]), paragraphs, str(model))

    index = _found(submit, stopped)
    return index.moved(start) if index is not None else None


def _quoted(document: Document, index: Index, executor: Executor, stopped: Callable[[], bool]) -> Iterator[Growth]:
    """The last round: what is said, where anything can be."""
    if not may_quote(document.text):
        yield Growth(index.quoting(()), 1.0)
        return

    def submit() -> Future[Index]:
        return executor.submit(find_quotations_politely, _letters(document.text), document.paragraphs, index)

    quoted = _found(submit, stopped)
    if quoted is not None:
        yield Growth(quoted, 1.0)


def _letters(text: str) -> bytes:
    """A text as it is sent; its bytes are held by nobody then, and made again if they are lost with the process."""
    return text.encode("utf-8", "surrogatepass")


def _found(submit: Callable[[], Future[Index]], stopped: Callable[[], bool]) -> Index | None:
    """What a job finds; it is submitted again if its process dies."""
    for attempt in range(1, _TRIES + 1):
        future = submit()
        try:
            return _awaited(future, stopped)
        except BrokenExecutor:
            if attempt == _TRIES:
                raise
    return None


def _awaited(future: Future[Index], stopped: Callable[[], bool]) -> Index | None:
    while not stopped():
        if wait([future], _PATIENCE).done:
            return future.result()
    future.cancel()
    return None


def _snapped(document: Document, span: Span) -> tuple[int, int, Sequence[Paragraph]]:
    """The whole paragraphs of a window: where they begin and end, and all of them with offsets counted from there."""
    if not document.paragraphs or len(span) == len(document.text):
        return 0, len(document.text), document.paragraphs
    first, last = document.paragraph_at(span.start), document.paragraph_at(span.end)
    start, end = document.paragraphs[first].span.start, document.paragraphs[last].span.end
    return start, end, document.paragraphs_between(first, last + 1)
