"""How the kinds of actors look: the sign carries the meaning, the colour helps."""

from tuireader.domain.actor import ActorKind

_BARS = " ▁▂▃▄▅▆▇█"


def kind_ink(kind: ActorKind) -> str:
    """The name of the ink of a kind."""
    return f"mention--{kind}"


def bars(counts: list[int]) -> str:
    """Counts as a strip of blocks, one cell each, scaled to the highest; anything above none is seen."""
    peak = max(counts, default=0)
    return "".join(_BARS[-(-count * 8 // peak)] if count else " " for count in counts)
