"""What all tests of the screen share."""

from pathlib import Path

import pytest

from tests.tui.documents import long_source


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
