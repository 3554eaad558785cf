"""Moments in words."""

from datetime import datetime

_DAYS_OF_A_WEEK = 7


def moment(at: float, now: float) -> str:
    """When something was, as one says it: `at 14:05`, `yesterday`, `3 days ago`, `on 3 May 2026`."""
    then, today = datetime.fromtimestamp(at), datetime.fromtimestamp(now)
    days = (today.date() - then.date()).days
    if days <= 0:
        return f"at {then:%H:%M}"
    if days == 1:
        return "yesterday"
    return f"{days} days ago" if days < _DAYS_OF_A_WEEK else f"on {then.day} {then:%B %Y}"
