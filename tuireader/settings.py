"""What a person may choose without touching the code."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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

    has_early_page: bool = True
    """Whether the first page is written before the screen is there."""

    cache_folder: Path | None = None
    """The folder of what can be made again; that of the system unless it is named."""

    data_folder: Path | None = None
    """The folder of what is remembered; that of the system unless it is named."""

    is_private: bool = False
    """Whether nothing is looked up in these folders, and nothing kept."""

    configuration: Path | None = None
    """The file of settings; the usual one, if that is there, unless another is named."""

    password: str = ""
    """What opens a document that is locked."""

    look: Mapping[str, str | int] = field(default_factory=dict)
    """What is set of the look, by the names of the fields; the rest is as the reader left it."""

    keys: Mapping[str, str] = field(default_factory=dict)
    """Other keys for what has one: by its name, keys with commas between them."""

    @classmethod
    def from_environment(cls, environment: Mapping[str, str]) -> "Settings":
        """The defaults, overruled by `NO_COLOR` and what begins with `TUIREADER_`."""
        model = environment.get("TUIREADER_MODEL")
        return cls(
            model=Path(model) if model else _BUNDLED_MODEL,
            is_colourless=bool(environment.get("NO_COLOR")),
            has_early_page=environment.get("TUIREADER_EARLY_PAGE", "1") not in ("", "0"),
            cache_folder=_path(environment.get("TUIREADER_CACHE")),
            data_folder=_path(environment.get("TUIREADER_DATA")),
            is_private=environment.get("TUIREADER_PRIVATE", "0") not in ("", "0"),
            configuration=_path(environment.get("TUIREADER_CONFIG")),
        )


def _path(name: str | None) -> Path | None:
    return Path(name).expanduser() if name else None
