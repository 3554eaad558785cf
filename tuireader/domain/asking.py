"""Asking a document, for those who load what that needs only once somebody asks."""

from typing import TYPE_CHECKING

from tuireader.domain.document import Document
from tuireader.domain.index import Index

if TYPE_CHECKING:
    from tuireader.domain.answer import Answer


def answer_to(question: str, document: Document, index: Index) -> "Answer":
    """What a document answers to a question.

    Raises:
        QuestionError: It cannot be understood or answered.
    """
    from tuireader.domain.answer import answer  # noqa: PLC0415 - rarely needed, never at the start
    from tuireader.domain.question import parse  # noqa: PLC0415

    return answer(parse(question), document, index)
