"""Where jobs run: in a process of their own, so that the screen never waits for them.

`ProcessPoolExecutor` does the same, but cannot be opened once Textual has replaced the standard streams, keeps a
program that ends waiting for the job that runs, and starts a second helper process; all of it costs the first frame
40 ms.
"""

import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from queue import SimpleQueue
from threading import Thread
from typing import Any, ParamSpec, Protocol, TypeVar

from tuireader.engine.worker import read_frame, write_frame

P = ParamSpec("P")
T = TypeVar("T")

_MOMENT = 0.02
"""Seconds to wait for the end of a process that was killed."""


@dataclass(slots=True, eq=False)
class _Task:
    """A job, and the promise of its result."""

    future: Future[Any]
    job: Callable[..., Any]
    args: tuple[Any, ...]
    """Let go when they are sent: they may be large."""


class Executor(Protocol):
    """Runs jobs somewhere."""

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a job.

        Returns:
            Its result, later; or `BrokenExecutor` if the place where it ran is gone, `CancelledError` if the executor
            was closed.
        """
        ...


class ProcessExecutor:
    """Runs jobs one after another in a process, and in a new one if that dies."""

    def __init__(self) -> None:
        """Start the process at once; it needs as long to get ready as the screen does."""
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._is_closed = False
        self._process = _start()
        self._thread = Thread(target=self._serve, name="executor", daemon=True)
        self._thread.start()

    def submit(self, job: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Begin a job; it must be a function of a module, and its arguments and result plain values."""
        assert not kwargs, "jobs take positional arguments, so that any executor can run them"
        future: Future[T] = Future()
        self._tasks.put(_Task(future, job, args))
        return future

    def interrupt(self) -> None:
        """Give up the job that runs, for there is something better to do; it fails as if its process had died."""
        self._process.kill()

    def close(self) -> None:
        """Stop at once, whatever is running: nothing that a job does is worth waiting for.

        The process is mostly gone before this returns, but the system may need longer to take a large one apart.
        """
        self._is_closed = True
        self._tasks.put(None)
        self._process.kill()
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(_MOMENT)

    def _serve(self) -> None:
        while self._serves(self._tasks.get()):
            """Nothing of a task is held any longer while the next one is waited for: it may be large."""
        _end(self._process)

    def _serves(self, task: _Task | None) -> bool:
        """Do a task, unless there will be no more."""
        if task is None:
            return False
        if not task.future.set_running_or_notify_cancel():
            return True
        try:
            result, error = self._ask(task)
        except (EOFError, OSError):
            ending = CancelledError if self._is_closed else BrokenExecutor
            result, error = None, ending(f"the process that ran {task.job.__name__} ended")
            self._renew()
        except Exception as cause:  # what cannot be sent fails its own job, and not those behind it
            result, error = None, cause
            self._renew()
        if error is None:
            task.future.set_result(result)
        else:
            task.future.set_exception(error)
        return True

    def _ask(self, task: _Task) -> tuple[Any, BaseException | None]:
        if self._is_closed:
            raise EOFError
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        write_frame(self._process.stdin, (task.job, task.args))
        task.args = ()
        answer: tuple[Any, BaseException | None] = read_frame(self._process.stdout)
        return answer

    def _renew(self) -> None:
        _end(self._process)
        if not self._is_closed:
            self._process = _start()


@contextmanager
def open_executor() -> Iterator[ProcessExecutor]:
    """Open an executor with one process, to be closed at the end.

    Yields:
        The executor; its process is on its way.
    """
    executor = ProcessExecutor()
    try:
        yield executor
    finally:
        executor.close()


def _start() -> "subprocess.Popen[bytes]":
    """Start a worker; `-P` keeps it from importing what happens to lie in the folder the reader stands in."""
    return subprocess.Popen(
        [sys.executable, "-P", "-m", "tuireader.engine.worker"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def _end(process: "subprocess.Popen[bytes]") -> None:
    """End a process, and close its pipes."""
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        with suppress(OSError):
            if pipe is not None:
                pipe.close()
