"""The file of settings: TOML that a person writes, and that the program only reads."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from tuireader.errors import ConfigurationError
from tuireader.look import LIMITS, is_choice
from tuireader.settings import Settings

FIELDS: Mapping[str, str] = {
    "theme": "night, paper, contrast, distinct, or another that the list of all commands (Ctrl+P) has",
    "pronouns": "whether he, she, his … are mentions too, where it is clear who is meant",
    "private": "whether nothing is looked up in the cache and the notebook, and nothing kept",
    "folders.cache": "the folder of what can be made again",
    "folders.data": "the folder of what is remembered",
    "text.width": "cells of the longest line",
    "text.margin": "cells beside the text at least",
    "text.spacing": "blank rows between two lines of a paragraph",
    "panes.sidebar": "cells of the sections and key actors",
    "panes.filter": "cells of the filter pane",
}
"""What the file may set, and what that is."""

_KEYS = "keys."
_SPELLED = {",": "comma", " ": "space"}
_FOLDERS = "folders."
_FLAGS = ("pronouns", "private")


def usual_path() -> Path:
    """Where the file is unless `TUIREADER_CONFIG` names another."""
    import platformdirs  # noqa: PLC0415 - the screen needs it as well, `import tuireader` does not

    return platformdirs.user_config_path("tuireader", appauthor=False) / "config.toml"


def configured(settings: Settings) -> Settings:
    """Settings with what the file says; folders of the environment come first, and either may want privacy.

    Raises:
        ConfigurationError: The file that is named is not there, or it cannot be understood.
    """
    values = values_of(settings)
    if not values:
        return settings
    return replace(
        settings,
        has_pronouns=settings.has_pronouns or values.get("pronouns") is True,
        is_private=settings.is_private or values.get("private") is True,
        cache_folder=settings.cache_folder or _folder(values.get("folders.cache")),
        data_folder=settings.data_folder or _folder(values.get("folders.data")),
        look={field_of(name): value for name, value in values.items() if _is_of_the_look(name)},
        keys={name.removeprefix(_KEYS): str(value) for name, value in values.items() if name.startswith(_KEYS)},
    )


def values_of(settings: Settings) -> dict[str, str | int]:
    """What the file sets, by names with dots, each of them sound.

    Raises:
        ConfigurationError: The file that is named is not there, or it cannot be understood.
    """
    path = settings.configuration or usual_path()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError as error:
        if settings.configuration is not None:
            raise _refusal(path, "there is no such file; `tuireader config --init` makes it") from error
        return {}
    except UnicodeDecodeError as error:
        raise _refusal(path, "it is not UTF-8") from error
    except OSError as error:
        raise _refusal(path, (error.strerror or "it cannot be read").lower()) from error
    try:
        return dict(_sound(name, value) for name, value in _flat(_parsed(text)))
    except ValueError as error:
        raise _refusal(path, str(error)) from error


def field_of(name: str) -> str:
    """The field of the look that a name with dots sets."""
    return name.rpartition(".")[2]


def _parsed(text: str) -> dict[str, object]:
    import tomllib  # noqa: PLC0415 - only where there is such a file

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error


def _flat(table: Mapping[str, object], above: str = "") -> Iterator[tuple[str, object]]:
    """The values of nested tables, by names with dots."""
    for key, value in table.items():
        name = f"{above}{key}"
        if isinstance(value, Mapping):
            yield from _flat(value, f"{name}.")
        else:
            yield name, value


def _sound(name: str, value: object) -> tuple[str, str | int]:
    """A name and its value.

    Raises:
        ValueError: There is no such name, or it cannot have such a value; the message says what to write.
    """
    if name.startswith(_KEYS):
        return name, _keys(name, value)
    if name not in FIELDS:
        raise ValueError(f"there is no setting '{name}'{_meant(name)}")
    field = field_of(name)
    if name in _FLAGS:
        wanted, is_sound = "true or false", isinstance(value, bool)
    elif field in LIMITS:
        wanted, is_sound = "a number from {} to {}".format(*LIMITS[field]), is_choice(field, value)
    else:
        wanted, is_sound = "a word in quotation marks", isinstance(value, str) and bool(value) and value.isprintable()
    if is_sound and name.startswith(_FOLDERS):
        wanted, is_sound = "the whole path of a folder", _is_whole(str(value))
    if not is_sound or not isinstance(value, str | int):
        raise ValueError(f"{name} is {wanted}, not {_told(value)}")
    return name, value


def _keys(name: str, value: object) -> str:
    """One key or several, as one string."""
    given = value if isinstance(value, list) else [value]
    keys = [_SPELLED.get(key, key) for key in given if isinstance(key, str)]
    if len(keys) < len(given):
        raise ValueError(f'{name} is a key such as "n" or "ctrl+n", or a list of some, not {_told(value)}')
    return ",".join(keys)


def _meant(name: str) -> str:
    from difflib import get_close_matches  # noqa: PLC0415 - slow, and only wanted here

    meant = get_close_matches(name, FIELDS, 1, 0.6)
    return f": did you mean '{meant[0]}'?" if meant else ": `tuireader config` lists those that there are"


def _told(value: object) -> str:
    """A value as it stands in TOML, near enough."""
    return str(value).lower() if isinstance(value, bool) else f'"{value}"' if isinstance(value, str) else str(value)


def _is_of_the_look(name: str) -> bool:
    return name == "theme" or (name in FIELDS and field_of(name) in LIMITS)


def _is_whole(path: str) -> bool:
    try:
        return Path(path).expanduser().is_absolute()
    except RuntimeError:  # there is no such user
        return False


def _folder(name: str | int | None) -> Path | None:
    return Path(str(name)).expanduser() if name else None


def _refusal(path: Path, why: str) -> ConfigurationError:
    return ConfigurationError(f"cannot use the settings in '{path}': {why}")
