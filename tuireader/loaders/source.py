"""A file that is to become a document."""

import hashlib
from dataclasses import dataclass
from functools import cached_property

from tuireader.domain.cleaning import clean
from tuireader.domain.document import DocumentId
from tuireader.loaders.decoding import decode
from tuireader.loaders.titles import title_from_name


@dataclass(frozen=True, eq=False)
class Source:
    """The bytes of a file, and what every loader makes of them."""

    data: bytes
    """All of them."""

    name: str
    """The name or path of the file; `-` for standard input."""

    password: str = ""
    """What opens the file, if it is locked."""

    @cached_property
    def text(self) -> str:
        """What the bytes say, made safe to show."""
        return clean(decode(self.data))

    @property
    def id(self) -> DocumentId:
        """The hash of the bytes."""
        return DocumentId(hashlib.sha256(self.data).hexdigest())

    @property
    def title(self) -> str:
        """What to call a document that does not say it; empty where the name says nothing either."""
        return title_from_name(self.name)
