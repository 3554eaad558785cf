"""Golden files: what the program printed once, and prints ever after."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.harbour import HarbourShelf
from tuireader.cli.documents import Documents

GOLDEN = Path(__file__).parent / "golden"

CheckGolden = Callable[[str, bytes], None]


@pytest.fixture(autouse=True)
def _a_terminal_of_80_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def check_golden(request: pytest.FixtureRequest) -> CheckGolden:
    """Compares bytes with a golden file, or writes the file when the tests run with `--write-golden`."""

    def check(name: str, printed: bytes) -> None:
        path = GOLDEN / name
        if request.config.getoption("--write-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(printed)
        assert printed.decode() == path.read_bytes().decode()

    return check


@pytest.fixture
def one() -> Documents:
    return Documents(["harbour.txt"], HarbourShelf())


@pytest.fixture
def several() -> Documents:
    return Documents(["harbour.txt", "old/harbour.txt"], HarbourShelf())
