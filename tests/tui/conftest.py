"""What all tests of the screen share."""

import pytest


@pytest.fixture(autouse=True)
def colours(monkeypatch: pytest.MonkeyPatch) -> None:
    """Colours, whatever the environment of the tests asks for."""
    monkeypatch.delenv("NO_COLOR", raising=False)
