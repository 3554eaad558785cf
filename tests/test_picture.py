from tests.picture import PICTURE, draw


async def test_the_picture_of_the_readme_shows_the_current_program() -> None:
    assert PICTURE.read_text(encoding="utf-8") == await draw(), "run `python -m tests.picture`"
