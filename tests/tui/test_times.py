"""Moments are said as one says them."""

from datetime import datetime

import pytest

from tuireader.tui.times import moment

NOW = datetime(2026, 5, 10, 0, 30).timestamp()


@pytest.mark.parametrize(
    ("then", "words"),
    [
        (datetime(2026, 5, 10, 0, 5), "at 00:05"),
        (datetime(2026, 5, 9, 23, 59), "yesterday"),
        (datetime(2026, 5, 8, 9, 0), "2 days ago"),
        (datetime(2026, 5, 4, 9, 0), "6 days ago"),
        (datetime(2026, 5, 3, 9, 0), "on 3 May 2026"),
        (datetime(2026, 5, 11, 9, 0), "at 09:00"),
    ],
)
def test_a_moment_in_words(then: datetime, words: str) -> None:
    assert moment(then.timestamp(), NOW) == words
