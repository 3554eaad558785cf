"""The errors that are raised on purpose, each ready to be shown to a person.

ReaderError
├── DocumentError            the file cannot become a document
│   ├── DocumentNotFoundError    there is no such file
│   ├── UnreadableError          a folder, no permission, empty or damaged
│   ├── LockedError              it wants a password
│   └── UnknownFormatError       no loader reads this kind of file
├── UsageError               the command line asks for something that cannot be done
│   └── ConfigurationError       the file of settings does
├── QuestionError            a question about a document cannot be understood or answered
├── CorrectionError          a file of corrections cannot be understood
├── ModelError               the weights of names are missing or damaged
├── NotebookError            places cannot be looked up or kept
└── MissingExtraError        a library or a program is needed that is not installed
"""


class ReaderError(Exception):
    """The base of every error raised on purpose; `str(error)` is ready to show."""


class DocumentError(ReaderError):
    """A file cannot be made into a document."""


class DocumentNotFoundError(DocumentError):
    """There is no file at the path."""


class UnreadableError(DocumentError):
    """The file is there, but holds no text that can be read."""


class LockedError(DocumentError):
    """The file wants a password, or another one."""


class UnknownFormatError(DocumentError):
    """No loader reads this kind of file."""


class UsageError(ReaderError):
    """The command line asks for something that cannot be done."""


class QuestionError(ReaderError):
    """A question about a document cannot be understood, or names somebody who is not there."""

    def __init__(self, message: str, start: int, end: int) -> None:
        """Say what is wrong with the characters of the question from a start to an end."""
        super().__init__(message)
        self.start = start
        self.end = end


class CorrectionError(ReaderError):
    """A file of corrections cannot be understood."""


class ConfigurationError(UsageError):
    """The file of settings cannot be understood."""


class ModelError(ReaderError):
    """The weights of the model of names are missing or damaged."""


class NotebookError(ReaderError):
    """Places of readers cannot be looked up or kept; the message is short enough for a status line."""


class MissingExtraError(ReaderError):
    """A file or a command needs a library or a program that is not installed."""
