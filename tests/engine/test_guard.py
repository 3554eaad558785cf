"""A file that does harm costs an error line, and never the terminal."""

from concurrent.futures import BrokenExecutor, Future
from pathlib import Path

import pytest

from tests.engine.executors import FailingExecutor, SerialExecutor
from tests.loaders.printing import pdf, set_lines
from tuireader.engine.executor import open_executor
from tuireader.engine.guard import awaited, limited_memory, load_document, load_with_care
from tuireader.engine.library import Library, open_library
from tuireader.errors import LockedError, UnreadableError
from tuireader.settings import Settings

PRINTED = pdf([set_lines("The ferry leaves the quay at nine.")])
LOCKED = pdf([set_lines("The ferry leaves the quay at nine.")], password="quay")


def failed(error: Exception) -> Future[int]:
    return FailingExecutor(error).submit(int)


def take_memory() -> int:
    with limited_memory(b""):
        return len(bytes(64 << 30))


def test_a_guarded_file_is_read_in_a_process_of_its_own() -> None:
    assert load_document(PRINTED, "a.pdf").text == "The ferry leaves the quay at nine."


def test_a_password_goes_there_and_its_error_comes_back() -> None:
    assert load_document(LOCKED, "a.pdf", "quay").pages == (0,)
    with pytest.raises(LockedError, match=r"^cannot read 'a\.pdf': "):
        load_document(LOCKED, "a.pdf")


@pytest.mark.parametrize(
    ("error", "word"),
    [(TimeoutError(), "seconds"), (MemoryError(), "memory"), (BrokenExecutor(), "damaged")],
)
def test_what_ends_the_process_is_an_error_to_show(error: Exception, word: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^cannot read 'a\.pdf': .*{word}"):
        awaited(failed(error), "a.pdf", is_guarded=True, otherwise=lambda: 1)


def test_a_harmless_file_is_read_again_here() -> None:
    assert awaited(failed(BrokenExecutor()), "a.txt", is_guarded=False, otherwise=lambda: 1) == 1


def test_a_process_gets_only_so_much_memory() -> None:
    pytest.importorskip("resource")
    with open_executor() as executor, pytest.raises((MemoryError, BrokenExecutor)):
        executor.submit(take_memory).result()


def test_the_job_gives_the_document() -> None:
    assert SerialExecutor().submit(load_with_care, PRINTED, "a.pdf", "").result().page_at(3) == 1


def test_the_settings_may_know_the_password(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(LOCKED)
    assert Library(Settings(password="quay")).load(str(path)).pages
    assert Library(Settings()).begin(str(path), SerialExecutor(), "quay")().document.pages


def test_what_a_password_opened_is_kept_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(LOCKED)
    settings = Settings(cache_folder=tmp_path, data_folder=tmp_path)
    opened = open_library(settings)
    assert opened.load(str(path), "quay").pages
    opened.keep(opened.begin(str(path), SerialExecutor(), "quay")())
    with pytest.raises(LockedError):
        open_library(settings).load(str(path))
