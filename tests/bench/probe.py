"""One measurement in a process of its own: `probe.py load|find|spacy < texts.json`."""

import json
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path

_KILOBYTE = 1024
_LONGEST = 10_000_000
_FIRST = "Anna Smith met the President of France in Paris."
"""What is read before the clock starts, so that everything is loaded."""


def _load() -> Callable[[str], object]:
    from tuireader.recognise.recogniser import open_recogniser  # noqa: PLC0415
    from tuireader.settings import Settings  # noqa: PLC0415

    return open_recogniser(Settings().model).find


def _load_spacy() -> Callable[[str], object]:
    import spacy  # type: ignore[import-not-found] # noqa: PLC0415

    names = [name for name in spacy.util.get_installed_models() if name.startswith("en_core_web_sm")]
    parts = ["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"]
    nlp = spacy.load(names[0], exclude=parts)
    nlp.max_length = _LONGEST
    find: Callable[[str], object] = nlp
    return find


def main(task: str) -> dict[str, float]:
    """Do a task, and say how many seconds of the processor and bytes of memory it takes."""
    texts = json.load(sys.stdin)
    if task == "load":
        import tuireader.recognise.recogniser  # noqa: F401, PLC0415

        start = time.process_time()
        _load()(_FIRST)
        return {"seconds": time.process_time() - start, "bytes": 0}
    find = _load_spacy() if task == "spacy" else _load()
    find(_FIRST)
    before, start = _peak(), time.process_time()
    for text in texts:
        find(text)
    return {"seconds": time.process_time() - start, "bytes": _peak() - before}


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _KILOBYTE


if __name__ == "__main__":
    sys.path[0] = str(Path(__file__).parents[2])
    sys.stdout.write(json.dumps(main(sys.argv[1])))
