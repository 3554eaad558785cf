"""What tests of all rooms share: the bundled document, its actors, and larger documents where they are at hand."""

import os
from itertools import count
from pathlib import Path

import pytest

from tuireader import resources
from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.engine.library import Library
from tuireader.settings import Settings

REPOSITORY = Path(__file__).parents[1]
_STORES = count()
SHARED_DOCUMENTS = REPOSITORY.parent / "shared" / "documents"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--write-golden", action="store_true", help="write the golden files anew instead of comparing")


@pytest.fixture(autouse=True)
def store(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty store for every test and the programs it starts: the folders of whoever runs the tests are not touched.

    Returns:
        The folder where the cache and the notebook will be, once there is something in them.
    """
    folder = tmp_path_factory.getbasetemp() / "stores" / str(next(_STORES))
    monkeypatch.setenv("TUIREADER_CACHE", str(folder))
    monkeypatch.setenv("TUIREADER_DATA", str(folder))
    monkeypatch.setenv("TUIREADER_CONFIG", os.devnull)
    monkeypatch.delenv("TUIREADER_PRIVATE", raising=False)
    return folder


@pytest.fixture(scope="session")
def library() -> Library:
    return Library(Settings.from_environment(os.environ))


@pytest.fixture(scope="session")
def briefing_path() -> Path:
    return resources.ROOT / "samples" / "briefing.md"


@pytest.fixture(scope="session")
def briefing(library: Library, briefing_path: Path) -> Document:
    return library.load(str(briefing_path))


@pytest.fixture(scope="session")
def briefing_index(library: Library, briefing: Document) -> Index:
    return library.index(briefing)


@pytest.fixture(scope="session")
def shared_documents() -> Path:
    """The folder of an article and three novels beside the repository."""
    if not SHARED_DOCUMENTS.is_dir():
        pytest.skip("the folder ../shared/documents is not beside this repository")
    return SHARED_DOCUMENTS


@pytest.fixture(scope="session")
def article(library: Library, shared_documents: Path) -> Document:
    return library.load(str(shared_documents / "article.txt"))
