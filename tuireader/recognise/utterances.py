"""The utterances of one paragraph, each with its speaker as far as the paragraph tells."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tuireader.domain.span import Span
from tuireader.recognise.persons import MAN, WOMAN
from tuireader.recognise.quotemarks import Quoted
from tuireader.recognise.speakers import People
from tuireader.recognise.speech import Cue, Listener, Unnamed

SOMEBODY = -1
"""The number of a speaker without a name."""

_SAME_SENTENCE, _SAME_PARAGRAPH = "goes on in the same sentence", "goes on in the same paragraph"
_PRONOUN = "pronoun: the only one of the paragraph"
LIKELY_PRONOUN = "pronoun: the likeliest of those named before"
_BESIDE = "acts beside the words"

_WORD = re.compile(r"\w+")
_GOES_ON = re.compile(r"\s+[a-z]")
"""A sentence that goes on behind a quotation tells who speaks, in words that are not understood."""

_SPEECH_ENDS = ".,!?…-—–;:"
_STOPS = (".", "!", "?", "…")
_FEW_WORDS = 3
_MOST_BEFORE = 20
"""Utterances of a paragraph that are looked back at."""

_LEADS = (":", ",", "-", "—", "–")


@dataclass(slots=True, eq=False)
class Utterance:
    """Words between marks, and what is known of their speaker so far."""

    quoted: Quoted
    clue: Cue | None = None
    speaker: int | None = None
    """The number of an actor, or of somebody; nothing as long as nobody is known."""

    cue: Span | None = None
    is_certain: bool = False
    reason: str = ""

    def told(self, speaker: int, cue: Span | None, reason: str, *, is_certain: bool) -> None:
        """Note who speaks."""
        self.speaker, self.cue, self.reason = speaker, cue, reason
        self.is_certain = is_certain and speaker >= 0


class UtteranceReader:
    """Reads the utterances of one paragraph after the other, with those speakers that the paragraph itself tells."""

    def __init__(self, text: str, listener: Listener, people: People) -> None:
        """Read a text.

        Args:
            text: The whole text.
            listener: Reads the words beside quotations.
            people: Who is named where.
        """
        self._text = text
        self._listener = listener
        self._people = people

    def read(self, span: Span, before: Span, quoted: Sequence[Quoted]) -> list[Utterance]:
        """The utterances of a paragraph.

        Args:
            span: The paragraph.
            before: What stands in the paragraph before, behind its last quotation.
            quoted: What the paragraph quotes; not nothing.
        """
        utterances = [Utterance(each) for each in quoted]
        ends = [*(each.opening for each in quoted[1:]), span.end]
        starts = [self._start(span, before, quoted[0]), *(each.behind for each in quoted[:-1])]
        for number, (utterance, start, end) in enumerate(zip(utterances, starts, ends, strict=True)):
            utterance.clue = self._clue(utterance.quoted, start, end)
            self._note(utterance, utterances[max(0, number - _MOST_BEFORE) : number], span)
        self._share(utterances)
        self._see_beside(span, utterances)
        return utterances

    def _start(self, span: Span, before: Span, first: Quoted) -> int:
        """Where the words begin that lead to the first quotation: in the paragraph before, if it ends in a colon."""
        is_bare = not self._text[span.start : first.opening].strip()
        leads = is_bare and self._text[before.start : before.end].rstrip().endswith(_LEADS)
        return before.start if leads else span.start

    def _clue(self, quoted: Quoted, start: int, end: int) -> Cue | None:
        behind = self._listener.behind(quoted, end) if end > quoted.behind else None
        if behind and behind.is_sure:
            return behind
        return (self._listener.before(quoted, start) if quoted.opening > start else None) or behind

    def _note(self, utterance: Utterance, before: Sequence[Utterance], span: Span) -> None:
        """Note the speaker whom the words beside an utterance tell."""
        clue = utterance.clue
        if clue is None:
            return
        if clue.who is Unnamed.SOMEBODY:
            utterance.told(SOMEBODY, clue.span, "", is_certain=True)
        elif isinstance(clue.who, int):
            is_certain = clue.is_sure and not self._people.is_doubtful(clue.who)
            utterance.told(self._people.owners[clue.who], clue.span, clue.reason, is_certain=is_certain)
        else:
            self._resolve(utterance, clue, before, span)

    def _resolve(self, utterance: Utterance, clue: Cue, before: Sequence[Utterance], span: Span) -> None:
        """Note whom a pronoun means, if the paragraph tells."""
        people, gender = self._people, pronoun_gender(self._text, clue.place)
        quoted = [*(each.quoted for each in before), utterance.quoted]
        rivals = [owner for owner in people.named(span.start, clue.place, quoted) if people.agrees(owner, gender)]
        earlier = {each.speaker for each in before if each.clue}
        spoke = [owner for owner in rivals if owner in earlier]
        meant = people.meant_at(clue.place)
        if len(rivals) == 1 and meant in (None, rivals[0]):
            acts = people.gender(rivals[0]) == gender and people.acts(rivals[0], Span(span.start, clue.place))
            utterance.told(rivals[0], clue.span, _PRONOUN, is_certain=clue.is_sure and (acts or bool(spoke)))
        elif meant is not None:
            utterance.told(meant, clue.span, LIKELY_PRONOUN, is_certain=False)
        elif rivals:
            likeliest = people.likeliest(Span(span.start, clue.place), quoted, gender)
            speaker = spoke[-1] if spoke or likeliest is None else likeliest
            utterance.told(speaker, clue.span, LIKELY_PRONOUN, is_certain=False)

    def _share(self, utterances: Sequence[Utterance]) -> None:
        """Give utterances without a clue the speaker of those beside them."""
        for before, utterance in pairwise(utterances):
            if utterance.clue is None and before.speaker is not None:
                self._follow(before, before.speaker, utterance)
        for behind, utterance in pairwise(reversed(utterances)):
            is_open = utterance.clue is None and utterance.speaker is None
            if is_open and behind.speaker is not None and _is_speech(self._text, utterance.quoted):
                utterance.told(behind.speaker, behind.cue, _SAME_PARAGRAPH, is_certain=False)

    def _follow(self, before: Utterance, speaker: int, utterance: Utterance) -> None:
        """Let a speaker go on in the next utterance, unless somebody else leads to it."""
        start, end = before.quoted.behind, utterance.quoted.opening
        between, stops = self._text[start:end].rstrip(), self._people.stops(start, end)
        is_told_here = before.cue is not None and before.cue.start >= start
        is_open = is_told_here or self._text[before.quoted.end - 1] not in _STOPS
        if is_open and not stops and between[-1:] not in _STOPS:
            utterance.told(speaker, before.cue, _SAME_SENTENCE, is_certain=before.is_certain)
        elif _is_speech(self._text, utterance.quoted):
            rest = next(iter(stops), end) if is_told_here else start
            is_led = rest < end and between.endswith(_LEADS)
            others = set(self._people.named(rest, end, ())) - {speaker}
            if not (is_led and others):
                is_certain = before.is_certain and not others and not is_led and len(stops) <= 1
                utterance.told(speaker, before.cue, _SAME_PARAGRAPH, is_certain=is_certain)

    def _see_beside(self, span: Span, utterances: Sequence[Utterance]) -> None:
        """Take the only person who acts in a paragraph for the speaker, where nobody is said to speak."""
        if any(each.speaker is not None or each.clue for each in utterances):
            return
        if any(_GOES_ON.match(self._text, each.quoted.behind, span.end) for each in utterances):
            return
        named = self._people.named(span.start, span.end, [each.quoted for each in utterances])
        for each in utterances if len(named) == 1 else ():
            if self._text[each.quoted.end - 1] in _SPEECH_ENDS and _is_speech(self._text, each.quoted):
                each.told(named[0], None, _BESIDE, is_certain=False)


def are_words_of_somebody(text: str, utterance: Utterance) -> bool:
    """Whether words between marks are a quotation, rather than a title or an expression that is kept at a distance."""
    return utterance.speaker is not None or _is_speech(text, utterance.quoted)


def pronoun_gender(text: str, place: int) -> str:
    """Whether the pronoun at a place means a man or a woman."""
    return WOMAN if text[place : place + 1] in "sS" else MAN


def _is_speech(text: str, quoted: Quoted) -> bool:
    """Whether words between marks look like something that somebody said."""
    if quoted.end == quoted.start:
        return False
    is_sentence = text[quoted.end - 1] in _SPEECH_ENDS and not text[quoted.start].islower()
    return is_sentence or len(_WORD.findall(text, quoted.start, quoted.end)) > _FEW_WORDS
