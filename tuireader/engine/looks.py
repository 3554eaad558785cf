"""How the reader wants the screen to look."""

from tuireader.errors import NotebookError
from tuireader.look import Look
from tuireader.settings import Settings
from tuireader.store.base import Notebook


def look_of(settings: Settings, notebook: Notebook) -> Look:
    """As the settings say, else as it was left."""
    try:
        left = notebook.choices()
    except NotebookError:  # whoever looks up the place tells it
        left = {}
    return Look().having(left).having(settings.look)
