"""Whether a capital or a seat of power acts for its country, or is only a place."""

import re

from tuireader.recognise.countries import open_countries
from tuireader.recognise.names import name_key
from tuireader.recognise.surroundings import Surroundings

_STANDS_THERE = re.compile(
    r"\b(?:(?<!according )(?<!close )(?<!closer )(?<!loyal )(?<!linked )(?<!opposed )(?<!tied )(?<!friendly )to"
    r"|in|at|into|inside|outside|near|across|behind|beside|past|opposite|towards?|through|around|visit|visited|visiting|toured)"
    r"(?: the)?\s+$",
    re.IGNORECASE,
)
_LIES_THERE = re.compile(r"\b(?:in|at|to|from|near|of|for|via|outside|into)\s+$")
_ADVERBS = (
    r"(?:(?:also|now|then|again|has|had|have|will|would|may|might|could|must|should|did|does|recently|repeatedly|not"
    r"|never|already|still|clearly|reportedly|formally|quickly|finally|later|publicly|privately|long|since|yet to)\s+)*"
)
_STANCE = (
    r"(?:is|was|were|are|be|been|remains?|seems|appears|stands?)\s+(?:(?:now|also|not|still|to be)\s+)*"
    r"(?:open to|ready to|willing|seeking|considering|prepared to|determined|pushing|planning|trying|demanding"
    r"|unwilling|reluctant|expected to|likely to|set to|keen|hesitant|committed|unhappy|angry|concerned|worried"
    r"|anxious|hoping|furious|silent|accused|isolated)"
)
_ACTS = re.compile(
    rf"\s+{_ADVERBS}(?:sa(?:y|ys|id)|insist|den(?:y|ies|ied)|warn|accus|reject|demand|announc|want|refus|hope[sd]?\b"
    r"|fear|argue|believ|urg|condemn|back(?:s|ed|ing)?\b|impos|threaten|seek|sought|offer|propos|respond|react|retaliat"
    r"|decid|promis|pledg|recogni[sz]|vow|signal|agree|support|deploy|suppl(?:y|ies|ied)|order(?:s|ed)|call(?:s|ed) for"
    r"|call(?:s|ed) on|oppos|withdr|sanction|criticis|criticiz|welcom|dismiss|ratif|veto|annex|mobilis|mobiliz|negotiat"
    r"|expel|recall|summon|declin|maintain(?:s|ed) that|acknowledg|admit|conced|complain|protest|intend|invad|declar"
    rf"|abandon|rul(?:es|ed) out|cut (?:off )?ties|lift(?:s|ed)|accept|{_STANCE})"
)
_OWNS = re.compile(
    r"['’]s\s+(?:[\w-]+\s+){0,2}(?:government|polic(?:y|ies)|position|stance|view|decision|demands?|all(?:y|ies)|troops"
    r"|forces|army|military|war|leaders?|leadership|response|offer|proposals?|plans?|strategy|interests|claims?|support"
    r"|sanctions|diplomats?|ambassador|efforts?|refusal|willingness|security|concerns|officials?|aggression|influence"
    r"|ambitions?|reaction|warnings?|threats?|patience|intentions?|rulers?|terms|conditions|invasion|nuclear)\b"
)
_SERVED = re.compile(r"[-‐‑](?:backed|led|installed|controlled|appointed|sponsored|funded|friendly|aligned|imposed)\b")
_RELATES = re.compile(
    r"\b(?:[Rr]elations?|[Rr]elationship|[Tt]ensions?|[Tt]alks|[Tt]ies|[Dd]eal|[Aa]greement|[Cc]onflict|[Ww]ar|[Dd]ispute"
    r"|[Nn]egotiations?|[Rr]ift|[Tt]reaty|[Dd]ifferences|[Aa]lliance|[Cc]ooperation|[Aa]ccord|[Pp]act|[Cc]ontacts?"
    r"|[Dd]ialogue|[Dd]iplomacy|[Ff]riendship|[Tt]rade|[Mm]istrust|[Rr]ivalry)\s+between\s+(?:[A-Z][\w.]*\s+and\s+)?$"
)
_SUFFERS = re.compile(
    r"\b(?:needed|demanded|rejected|imposed|supported|backed|proposed|requested|recogni[sz]ed|approved|controlled|annexed"
    r"|occupied|offered|sought|supplied|sanctioned|condemned|denied|ordered|accused|threatened|signed|dismissed"
    r"|(?:pressure|support|aid|sanctions|demands|threats|signals|message) (?:from|on|against))\s+(?:by\s+)?$"
)
_WHETHER = re.compile(r"\bwhether\s+$")
_MODAL = re.compile(r"\s+(?:would|will|could|might|should|can)\b")
_PARTNER = re.compile(r"\s+and\s+([A-Z]\w+)(?=\s)")
_STAFF = re.compile(r"\s+(?:officials?|sources?|insiders?|mandarins?|spokes(?:man|woman|person)|aides?|departments?)\b")


def is_power(around: Surroundings) -> bool:
    """Whether a seat of power is more than the building."""
    return not _STANDS_THERE.search(around.before)


def is_power_at_work(around: Surroundings) -> bool:
    """Whether a seat that is also a street, a district or a number is a seat of power here."""
    return bool(_STAFF.match(around.after)) or is_acting(around)


def is_acting(around: Surroundings) -> bool:
    """Whether a capital does what governments do."""
    before, after = around.before, around.after
    if _RELATES.search(before) or _SUFFERS.search(before):
        return True
    if _OWNS.match(after) or _SERVED.match(after):
        return True
    if _LIES_THERE.search(before):
        return False
    if _WHETHER.search(before) and _MODAL.match(after):
        return True
    partner = _PARTNER.match(after)
    if partner and name_key(partner[1]) in open_countries().capitals:
        after = after[partner.end() :]
    return bool(_ACTS.match(after))
