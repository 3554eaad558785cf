"""What all tests of the screen share."""

from pathlib import Path

import pytest

from tests.tui.desks import Study
from tests.tui.documents import HARBOUR, long_source


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours, whatever the environment of the tests asks for."""
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with a document of many sections."""
    path = tmp_path / "way.md"
    path.write_text(long_source(), encoding="utf-8")
    return path


@pytest.fixture
def harbour(tmp_path: Path) -> Path:
    """A file with a short document."""
    path = tmp_path / "harbour.md"
    path.write_text(HARBOUR, encoding="utf-8")
    return path


@pytest.fixture
def study(store: Path) -> Study:
    """Where readers of files sit down, all at one store."""
    return Study(store)
