"""Where jobs run: in a process of their own, opened before the screen takes the terminal."""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import resource_tracker
from typing import ParamSpec, Protocol, TypeVar

from tuireader.engine.jobs import be_quiet

P = ParamSpec("P")
T = TypeVar("T")


class Executor(Protocol):
    """Runs jobs somewhere."""

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a job; its future tells the result, or `BrokenExecutor` if the place where it ran is gone."""
        ...


class ProcessExecutor:
    """Runs jobs one after another in a spawned process, and in a new one if that dies."""

    def __init__(self) -> None:
        self._pool = _new_pool()

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a job."""
        try:
            return self._pool.submit(job, *args, **kwargs)
        except BrokenExecutor:
            self._pool = _new_pool()
            return self._pool.submit(job, *args, **kwargs)

    def close(self) -> None:
        """Stop at once, whatever is running: nothing that a job does is worth waiting for."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        for process in multiprocessing.active_children():
            process.kill()


@contextmanager
def open_executor() -> Iterator[Executor]:
    """Open an executor with one process, to be closed at the end.

    Textual replaces the standard streams, after which the helper process of `multiprocessing` can no longer be
    started; so it is started here, and the pool can be renewed later even inside a running app.

    Yields:
        The executor; its process starts with its first job.
    """
    resource_tracker.ensure_running()
    executor = ProcessExecutor()
    try:
        yield executor
    finally:
        executor.close()


def _new_pool() -> ProcessPoolExecutor:
    return ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=be_quiet)
