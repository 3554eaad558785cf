"""The other end of an executor: a process that takes jobs from its standard input and writes their results.

Run as `python -m tuireader.engine.worker`. A job comes as a pickled function with its arguments, and goes as a pickled
pair of its result and its error. Only the program that started the process holds the pipes.
"""

import os
import pickle
import sys
from typing import IO, Any


def write_frame(stream: IO[bytes], value: object) -> None:
    """Send a value without a copy of it; raises `OSError` if nobody reads."""
    pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:  # noqa: ANN401 - whatever was sent
    """Take a value; raises `EOFError` if the other side is gone."""
    try:
        return pickle.load(stream)
    except pickle.UnpicklingError as error:  # it was cut off
        raise EOFError from error


def work(jobs: IO[bytes], results: IO[bytes]) -> None:
    """Do jobs until there are no more."""
    while True:
        try:
            job, args = read_frame(jobs)
        except EOFError:
            return
        try:
            answer: tuple[object, Exception | None] = (job(*args), None)
        except Exception as error:  # whatever it is, it belongs to whoever asked
            answer = (None, error)
        write_frame(results, answer)


def main() -> None:
    """Serve the process that started this one, and keep everything that a job prints away from the screen."""
    results = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    work(sys.stdin.buffer, results)


if __name__ == "__main__":
    main()
