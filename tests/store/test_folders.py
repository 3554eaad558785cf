"""Where the store is, and that nothing is there before there is something to keep."""

from pathlib import Path

import pytest

from tuireader.domain.document import DocumentId
from tuireader.settings import Settings
from tuireader.store.base import Bookmark
from tuireader.store.folders import open_cache, open_notebook

BOOK, HERE = DocumentId("b"), Bookmark(1, 2, 3.0)


def _keep_something(settings: Settings) -> None:
    open_cache(settings).put("a", b"value")
    open_notebook(settings).remember(BOOK, HERE)


def test_each_folder_can_be_named(tmp_path: Path) -> None:
    environment = {"TUIREADER_CACHE": str(tmp_path / "c"), "TUIREADER_DATA": str(tmp_path / "d")}
    _keep_something(Settings.from_environment(environment))
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.glob("*/*")) == ["c/cache.db", "d/notebook.db"]


def test_what_was_kept_is_found(tmp_path: Path) -> None:
    settings = Settings(cache_folder=tmp_path, data_folder=tmp_path)
    _keep_something(settings)
    assert (open_cache(settings).get("a"), open_notebook(settings).bookmark(BOOK)) == (b"value", HERE)


def test_looking_makes_nothing(tmp_path: Path) -> None:
    settings = Settings(cache_folder=tmp_path / "c", data_folder=tmp_path / "d")
    notebook = open_notebook(settings)
    assert (open_cache(settings).get("a"), notebook.bookmark(BOOK), notebook.recent()) == (None, None, ())
    assert list(tmp_path.iterdir()) == []


def test_folders_are_those_of_the_system_unless_they_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("platformdirs.user_cache_path", lambda *_, **__: tmp_path / "cache")
    monkeypatch.setattr("platformdirs.user_data_path", lambda *_, **__: tmp_path / "data")
    _keep_something(Settings.from_environment({"TUIREADER_CACHE": ""}))
    assert sorted(path.name for path in tmp_path.glob("*/*")) == ["cache.db", "notebook.db"]


@pytest.mark.parametrize(("value", "is_private"), [("1", True), ("yes", True), ("0", False), ("", False)])
def test_a_variable_turns_remembering_off(value: str, is_private: bool) -> None:
    assert Settings.from_environment({"TUIREADER_PRIVATE": value}).is_private is is_private


def test_a_folder_that_cannot_be_reached_is_as_if_it_were_empty(tmp_path: Path) -> None:
    settings = Settings(cache_folder=tmp_path / ("x" * 5_000), data_folder=tmp_path / ("x" * 5_000))
    open_cache(settings).put("a", b"value")
    notebook = open_notebook(settings)
    assert (open_cache(settings).get("a"), notebook.bookmark(BOOK), notebook.recent()) == (None, None, ())
