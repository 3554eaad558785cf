"""In which form rows are written; known to options without all that writes them."""

from enum import StrEnum


class Format(StrEnum):
    """In which form rows are written."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"

    @property
    def is_streamed(self) -> bool:
        """Whether rows are written while later ones are still being made."""
        return self in (Format.JSONL, Format.CSV, Format.MARKDOWN)
