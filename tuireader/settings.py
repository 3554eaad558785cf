"""What a person may choose without touching the code."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tuireader import resources

_BUNDLED_MODEL = resources.ROOT / "models" / "names.bin"


@dataclass(frozen=True, slots=True)
class Settings:
    """Choices that hold for one run of the program."""

    model: Path = _BUNDLED_MODEL
    """The weights of the model of names."""

    is_colourless: bool = False
    """Whether the reader asked for no colour (https://no-color.org)."""

    has_pronouns: bool = False
    """Whether pronouns are mentions too."""

    password: str = ""
    """What opens a document that is locked."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The defaults, overruled by `TUIREADER_MODEL` and `NO_COLOR`."""
        model = environment.get("TUIREADER_MODEL")
        return cls(
            model=Path(model) if model else _BUNDLED_MODEL,
            is_colourless=bool(environment.get("NO_COLOR")),
        )
