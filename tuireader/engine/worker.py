"""The other end of an executor: a process that takes jobs from its standard input and writes their results.

Run as `python -m tuireader.engine.worker`. A job comes as a pickled function with its arguments, and goes as a pickled
pair of its result and its error; both have their length, 8 bytes, in front. Only the program that started the process
holds the pipes.
"""

import os
import pickle
import struct
import sys
from typing import IO, Any

_LENGTH = struct.Struct("<Q")


def write_frame(stream: IO[bytes], value: object) -> None:
    """Send a value; raises `OSError` if nobody reads."""
    data = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Any:  # noqa: ANN401 - whatever was sent
    """Take a value; raises `EOFError` if the other side is gone."""
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    (length,) = _LENGTH.unpack(head)
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return pickle.loads(data)


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
