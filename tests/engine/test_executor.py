"""Jobs run in a process of their own, which may die and leaves nothing behind. These tests start real processes."""

import os
import subprocess
import time
from collections import UserList
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, CancelledError, Future, wait
from pathlib import Path
from weakref import ref

import pytest

from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.engine.executor import Executor, open_executor
from tuireader.engine.indexer import grow_index
from tuireader.engine.jobs import find_names, find_names_politely
from tuireader.errors import ModelError
from tuireader.settings import Settings

PATIENCE = 180
"""Seconds after which a process that does not answer never will, even on a busy machine."""

QUICK = 120
LONG = 600
POSIX_ONLY = pytest.mark.skipif(os.name == "nt", reason="no such call on Windows")


@pytest.fixture
def executor() -> Iterator[Executor]:
    with open_executor() as executor:
        yield executor


def kill_worker(executor: Executor) -> BaseException | None:
    """Have the process end itself in the middle of a job; what comes of that job."""
    future: Future[None] = executor.submit(os._exit, 1)
    return future.exception(PATIENCE)


def has_ended(process: int) -> bool:
    """Whether a process is gone, after some time to go."""
    deadline = time.monotonic() + QUICK
    while time.monotonic() < deadline:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False


def test_a_job_runs_in_another_process(executor: Executor) -> None:
    assert executor.submit(os.getpid).result(PATIENCE) != os.getpid()


def test_jobs_share_one_process(executor: Executor) -> None:
    futures = [executor.submit(os.getpid) for _ in range(5)]
    assert len({future.result(PATIENCE) for future in futures}) == 1


def test_an_error_of_a_job_comes_back_with_its_words(executor: Executor, tmp_path: Path) -> None:
    error = executor.submit(find_names, b"", (), str(tmp_path / "none.bin")).exception(PATIENCE)
    assert isinstance(error, ModelError) and "none.bin" in str(error)


def test_a_job_whose_process_died_says_so(executor: Executor) -> None:
    assert isinstance(kill_worker(executor), BrokenExecutor)


def test_a_process_that_died_is_replaced_with_the_next_job(executor: Executor) -> None:
    first = executor.submit(os.getpid).result(PATIENCE)
    kill_worker(executor)
    assert executor.submit(os.getpid).result(PATIENCE) not in (first, os.getpid())


def test_a_process_that_died_twice_is_replaced_twice(executor: Executor) -> None:
    kill_worker(executor)
    kill_worker(executor)
    assert executor.submit(os.getpid).result(PATIENCE) != os.getpid()


def test_an_index_grows_although_the_process_has_died(
    executor: Executor, briefing: Document, briefing_index: Index
) -> None:
    kill_worker(executor)
    *_, last = grow_index(Settings().model, executor, briefing, 0, lambda: False)
    assert (last.index.actors, last.index.mentions) == (briefing_index.actors, briefing_index.mentions)


def test_what_a_job_prints_is_seen_nowhere(executor: Executor, capfd: pytest.CaptureFixture[str]) -> None:
    for stream in (1, 2):
        assert executor.submit(os.write, stream, b"noise").result(PATIENCE) == len(b"noise")
    assert capfd.readouterr() == ("", "")


@POSIX_ONLY
def test_a_polite_job_lets_others_go_first(executor: Executor) -> None:
    executor.submit(find_names_politely, b"", (), str(Settings().model)).result(PATIENCE)
    assert executor.submit(os.nice, 0).result(PATIENCE) == min(19, os.nice(0) + 10)


@POSIX_ONLY
def test_a_job_that_is_waited_for_yields_to_nobody(executor: Executor) -> None:
    executor.submit(find_names, b"", (), str(Settings().model)).result(PATIENCE)
    assert executor.submit(os.nice, 0).result(PATIENCE) == os.nice(0)


def test_closing_does_not_wait_for_the_running_job() -> None:
    with open_executor() as executor:
        executor.submit(os.getpid).result(PATIENCE)
        executor.submit(time.sleep, LONG)
        began = time.monotonic()
    assert time.monotonic() - began < QUICK


@POSIX_ONLY
def test_closing_leaves_no_process_alive() -> None:
    with open_executor() as executor:
        process = executor.submit(os.getpid).result(PATIENCE)
        executor.submit(time.sleep, LONG)
    assert has_ended(process)


@POSIX_ONLY
def test_closing_leaves_no_process_alive_that_replaced_another() -> None:
    with open_executor() as executor:
        kill_worker(executor)
        process = executor.submit(os.getpid).result(PATIENCE)
        executor.submit(time.sleep, LONG)
    assert has_ended(process)


@POSIX_ONLY
def test_a_process_that_is_replaced_is_gone(executor: Executor) -> None:
    process = executor.submit(os.getpid).result(PATIENCE)
    kill_worker(executor)
    assert has_ended(process)


def test_closing_ends_the_waiting_for_a_running_job() -> None:
    with open_executor() as executor:
        executor.submit(os.getpid).result(PATIENCE)
        future = executor.submit(time.sleep, LONG)
    assert isinstance(future.exception(PATIENCE), CancelledError)


def test_closing_ends_the_waiting_for_jobs_that_have_not_begun() -> None:
    with open_executor() as executor:
        futures = [executor.submit(time.sleep, LONG) for _ in range(9)]
    assert wait(futures, PATIENCE).not_done == set()


@POSIX_ONLY
def test_an_error_inside_closes_the_executor_too() -> None:
    with pytest.raises(ModelError), open_executor() as executor:
        process = executor.submit(os.getpid).result(PATIENCE)
        raise ModelError
    assert has_ended(process)


def test_an_executor_is_closed_before_its_process_is_ready() -> None:
    began = time.monotonic()
    with open_executor():
        pass
    assert time.monotonic() - began < QUICK


def test_a_job_that_is_cancelled_before_it_begins_never_runs(executor: Executor, tmp_path: Path) -> None:
    first = executor.submit(time.sleep, 0.5)
    waiting = executor.submit(os.mkdir, str(tmp_path / "made"))
    is_cancelled = waiting.cancel()
    first.result(PATIENCE)
    executor.submit(os.getpid).result(PATIENCE)
    assert (tmp_path / "made").exists() != is_cancelled


def test_the_arguments_of_a_job_are_let_go_while_it_runs(executor: Executor) -> None:
    command = UserList(["sleep", "30"])
    is_held = ref(command)
    coming = executor.submit(subprocess.call, command)
    del command
    while is_held() is not None and not coming.done():
        time.sleep(0.01)
    assert not coming.done()


def test_arguments_that_cannot_travel_fail_their_own_job(executor: Executor) -> None:
    assert executor.submit(len, (each for each in "abc")).exception(PATIENCE) is not None  # type: ignore[arg-type]  # on purpose


def test_a_job_that_cannot_travel_does_not_stop_the_next(executor: Executor) -> None:
    executor.submit(len, (each for each in "abc")).exception(PATIENCE)  # type: ignore[arg-type]  # on purpose
    assert executor.submit(len, "abc").result(PATIENCE) == 3


def test_nothing_in_the_readers_folder_is_ever_imported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "pickle.py").write_text("from pathlib import Path\nPath('was_run').touch()\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    with open_executor() as executor:
        assert executor.submit(os.getcwd).result(PATIENCE) == str(tmp_path)
    assert not (tmp_path / "was_run").exists()


def test_a_job_that_is_given_up_makes_room_for_the_next() -> None:
    with open_executor() as executor:
        assert executor.submit(os.getpid).result(PATIENCE)
        slow, next_one = executor.submit(time.sleep, LONG), executor.submit(os.getpid)
        while not slow.running():
            time.sleep(0.01)
        executor.interrupt()
        assert isinstance(slow.exception(PATIENCE), BrokenExecutor)
        assert next_one.result(PATIENCE)
