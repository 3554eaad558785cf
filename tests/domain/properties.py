"""How properties are tried: often enough, and without a clock, for a machine may be busy."""

from collections.abc import Callable

from hypothesis import HealthCheck, settings

relaxed: Callable[[Callable[..., None]], Callable[..., None]] = settings(
    deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow]
)
