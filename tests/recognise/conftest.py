"""One recogniser for all tests that need the model."""

import pytest

from tuireader.recognise.recogniser import Recogniser, open_recogniser
from tuireader.settings import Settings


@pytest.fixture(scope="session")
def recogniser() -> Recogniser:
    return open_recogniser(Settings().model)
