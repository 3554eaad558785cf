"""Who opens a locked document is asked for its password, where somebody is there to ask."""

import pytest

from tuireader.cli import passwords
from tuireader.cli.passwords import unlocked
from tuireader.errors import LockedError


class Lock:
    """Opens for one password."""

    def __init__(self) -> None:
        self.tried: list[str] = []

    def read(self, password: str) -> str:
        self.tried.append(password)
        if password != "quay":
            raise LockedError("cannot read 'a.pdf': it wants a password")
        return "words"


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Answers to give; each question takes one."""
    answers: list[str] = []
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    monkeypatch.setattr(passwords, "getpass", lambda *_: answers.pop(0))
    return answers


def test_the_right_answer_opens_the_document(at_a_terminal: list[str]) -> None:
    at_a_terminal += ["bay", "quay"]
    lock = Lock()
    assert unlocked("a.pdf", lock.read) == "words"
    assert lock.tried == ["", "bay", "quay"]


def test_nobody_is_asked_for_ever(at_a_terminal: list[str]) -> None:
    at_a_terminal += ["bay"] * 9
    with pytest.raises(LockedError):
        unlocked("a.pdf", Lock().read)
    assert len(at_a_terminal) == 6


def test_without_a_terminal_nobody_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr.isatty", lambda: False)
    with pytest.raises(LockedError):
        unlocked("a.pdf", Lock().read)
