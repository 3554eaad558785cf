"""Asking a document, for those who load what that needs only once somebody asks."""

from dataclasses import replace
from typing import TYPE_CHECKING

from tuireader.domain.document import Document
from tuireader.domain.index import Index
from tuireader.errors import QuestionError

if TYPE_CHECKING:
    from tuireader.domain.answer import Answer
    from tuireader.domain.veil import Veil


def answer_to(question: str, document: Document, index: Index, veil: "Veil | None") -> "Answer":
    """What a document answers to a question, as far as it may be known.

    Raises:
        QuestionError: It cannot be understood or answered.
    """
    from tuireader.domain.answer import answer  # noqa: PLC0415 - rarely needed, never at the start
    from tuireader.domain.question import parse  # noqa: PLC0415

    reply = answer(parse(question), document, index)
    return reply if veil is None else reply.until(veil.limit, document)


def answered_anew(known: "Answer", question: str, document: Document, index: Index, veil: "Veil | None") -> "Answer":
    """What a better index answers to a question; what was answered before, if it no longer knows a name."""
    try:
        return answer_to(question, document, index, veil)
    except QuestionError:
        reply = known if veil is None else known.until(veil.limit, document)
        return replace(reply, actors=tuple(actor for actor in known.actors if actor in index))
