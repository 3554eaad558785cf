"""Dialogues: who speaks in a paragraph that does not say so, and whom a pronoun there means."""

import re
from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tuireader.domain.span import Span
from tuireader.recognise.speakers import People
from tuireader.recognise.speech import Unnamed
from tuireader.recognise.utterances import LIKELY_PRONOUN, Utterance, pronoun_gender

_TURN = "turn in a dialogue"
_GOES_ON = "goes on in another paragraph"
_MOST = 4
_BEGINS_WITH_PRONOUN = re.compile(r"\s*(?:(?:[Hh]e|[Ss]he)\b|\Z)|[^.!?]*\b(?:he|she)\b")
_ADDRESS = re.compile(r"[,;.!?—–-]")


@dataclass(frozen=True, slots=True, eq=False)
class _Turn:
    """A paragraph that is past."""

    span: Span
    utterances: Sequence[Utterance]
    voice: int | None
    """Who speaks in it; nothing if nobody does or it is not known."""


class Dialogue:
    """The last paragraphs of a text, and who spoke in them."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._past: deque[_Turn] = deque(maxlen=_MOST)

    def pause(self, span: Span) -> None:
        """Nobody speaks in a paragraph."""
        self._past.append(_Turn(span, (), None))

    def go_on(self, span: Span, utterances: Sequence[Utterance]) -> None:
        """Note who speaks in the next paragraph, as far as it can be concluded from those before."""
        self._continue(span, utterances)
        self._resolve(span, utterances)
        if all(each.speaker is None and each.clue is None for each in utterances):
            self._take_turn(span, utterances)
        voices = [each.speaker for each in utterances if each.speaker is not None]
        self._past.append(_Turn(span, utterances, voices[-1] if voices else None))

    def _continue(self, span: Span, utterances: Sequence[Utterance]) -> None:
        """A speech that was not closed goes on where the next paragraph opens it again."""
        last = self._past[-1].utterances[-1] if self._past and self._past[-1].utterances else None
        first = utterances[0]
        if last is None or last.quoted.is_closed or first.quoted.opening != span.start:
            return
        if first.speaker is None and last.speaker is not None:
            first.told(last.speaker, last.cue, _GOES_ON, is_certain=last.is_certain)

    def _resolve(self, span: Span, utterances: Sequence[Utterance]) -> None:
        """Note whom pronouns are likely to mean, unless the paragraph begins with somebody else."""
        clues = [(each, each.clue) for each in utterances if each.clue and each.speaker is None]
        pronouns = [(each, clue) for each, clue in clues if clue.who is Unnamed.PRONOUN]
        text = self._people.text
        if not pronouns or not _BEGINS_WITH_PRONOUN.match(text, span.start, utterances[0].quoted.opening):
            return
        genders = {pronoun_gender(text, clue.place) for _, clue in pronouns}
        addressed = self._addressed(utterances)
        meant = {gender: self._meant(gender, addressed) for gender in genders}
        for each, clue in pronouns:
            speaker = meant[pronoun_gender(text, clue.place)]
            if speaker is not None:
                each.told(speaker, clue.span, LIKELY_PRONOUN, is_certain=False)
        told = next((each for each, _ in pronouns if each.speaker is not None), None)
        if told is not None:
            _lend(told, utterances)

    def _meant(self, gender: str, addressed: Collection[int]) -> int | None:
        """Whom a pronoun means if nobody of its own paragraph: who speaks in turn, or was named last.

        Args:
            gender: What the pronoun says of it.
            addressed: Who is spoken to there, and so does not speak.
        """
        people = self._people
        voices = [turn.voice for turn in self._past if turn.utterances][-2:]
        if len(voices) == 2 and voices[0] != voices[1]:
            first = voices[0]
            if first is not None and first >= 0 and first not in addressed and people.agrees(first, gender):
                return first
        for turn in reversed(self._past):
            voice = turn.voice
            if voice is not None and voice >= 0 and voice not in addressed and people.agrees(voice, gender):
                return voice
            likeliest = people.likeliest(turn.span, [each.quoted for each in turn.utterances], gender, addressed)
            if likeliest is not None:
                return likeliest
        return None

    def _take_turn(self, span: Span, utterances: Sequence[Utterance]) -> None:
        """The last speaker but one speaks again."""
        if len(self._past) < 2 or utterances[0].quoted.opening != span.start:
            return
        first, last = self._past[-2].voice, self._past[-1].voice
        if first is None or last is None or first == last or first < 0 or not self._people.is_person(first):
            return
        if first in self._addressed(utterances):
            return
        for each in utterances:
            each.told(first, None, _TURN, is_certain=False)

    def _addressed(self, utterances: Sequence[Utterance]) -> set[int]:
        """Who is spoken to by name: `My dear Mr. Bennet,`."""
        people = self._people
        return {
            people.owners[number]
            for each in utterances
            for number in people.numbers_in(each.quoted.start, each.quoted.end)
            if _ADDRESS.match(people.text, people.ends[number])
        }


def _lend(told: Utterance, utterances: Sequence[Utterance]) -> None:
    """Give the speaker of an utterance to those of its paragraph of which nothing is known."""
    assert told.speaker is not None
    for each in utterances:
        if each.clue is None and each.speaker is None:
            each.told(told.speaker, told.cue, told.reason, is_certain=False)
