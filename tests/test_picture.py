"""The pictures of the README are those of the program."""

import pytest

from tests.picture import KEYS, PICTURES, draw


@pytest.mark.parametrize("name", KEYS)
async def test_a_picture_of_the_readme_shows_the_current_program(name: str) -> None:
    assert (PICTURES / f"{name}.svg").read_text(encoding="utf-8") == await draw(KEYS[name]), (
        "run `python -m tests.picture`"
    )
