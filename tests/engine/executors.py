"""Executors for tests: none of them starts a process."""

import re
from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, Future
from typing import ParamSpec, TypeVar

from tests.domain.ferry import ADA
from tuireader.domain.actor import Mention
from tuireader.domain.index import Index
from tuireader.domain.paragraph import Paragraph
from tuireader.domain.span import Span

P = ParamSpec("P")
T = TypeVar("T")


class SerialExecutor:
    """Runs each job at once, here."""

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        try:
            future.set_result(job(*args, **kwargs))
        except Exception as error:
            future.set_exception(error)
        return future

    def interrupt(self) -> None:
        """Nothing runs when this can be called."""

    def close(self) -> None:
        """Nothing is open."""


def find_ada(letters: bytes, paragraphs: Sequence[Paragraph], model: str) -> Index:
    """In place of `find_names`: finds one name wherever it stands in a paragraph, and in no time."""
    text = letters.decode()
    found = (
        match.start() + paragraph.span.start
        for paragraph in paragraphs
        for match in re.finditer("Ada", text[paragraph.span.start : paragraph.span.end])
    )
    return Index((ADA,), tuple(Mention(Span(start, start + len("Ada")), ADA.id) for start in found))


class AdaExecutor(SerialExecutor):
    """Runs `find_ada` in place of every job with a model, once it lost so many, each with the process it ran in."""

    def __init__(self, lost: int = 0) -> None:
        self.lost = lost
        self.submitted = 0

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.submitted += 1
        if self.submitted <= self.lost:
            return FailingExecutor(BrokenExecutor("the process died")).submit(job, *args, **kwargs)
        if isinstance(args[-1], str):
            return super().submit(find_ada, *args, **kwargs)  # type: ignore[arg-type]  # that job, imitated
        return super().submit(job, *args, **kwargs)


class FailingExecutor:
    """Fails each job with the same error."""

    def __init__(self, error: Exception) -> None:
        self.error = error
        self.submitted = 0

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        self.submitted += 1
        future: Future[T] = Future()
        future.set_exception(self.error)
        return future


class IdleExecutor:
    """Takes jobs and never begins them."""

    def __init__(self) -> None:
        self.are_cancelled: list[Callable[[], bool]] = []
        """For each job, whether it was cancelled."""

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        future: Future[T] = Future()
        self.are_cancelled.append(future.cancelled)
        return future
