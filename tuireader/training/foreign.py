"""The names of countries in other languages, from CLDR."""

import re
from collections.abc import Iterator

from babel import Locale

from tuireader.recognise.countries import country_code
from tuireader.recognise.names import name_key

_LANGUAGES = """
ar be bg bn ca cs da de el es et fa fi fr he hi hr hu hy id is it ja ka kk ko lt lv mk nb nl pl pt ro ru sk sl sq sr sv
th tr uk ur vi zh zh_Hant
"""
_LEFT_OUT = """
AC AI AS AX BL BM BQ BV CC CK CP CQ CW CX DG EA EU EZ FK GF GG GI GP GS GU HM IC IM IO JE KY MF MP MQ MS NC NF NU PF
PM PN QO RE SH SJ SX TA TC TF TK UM UN VG VI WF XA XB YT ZZ
"""
"""Islands, regions without people, and codes that are no country."""

_CITIES = frozenset({"HK", "MO"})
"""Whose entries are descriptions, save for a single word."""

_MOST_WORDS = 5
"""How many words a name has at most; longer ones are descriptions."""


def foreign_rows() -> Iterator[tuple[str, ...]]:
    """A row for each language: its own names of countries, each behind a code."""
    for language in _LANGUAGES.split():
        territories = Locale.parse(language).territories
        codes = [
            code for code in sorted(territories) if len(code) == 2 and code.isalpha() and code not in _LEFT_OUT.split()
        ]
        names = ((code, _own_names(code, territories[code])) for code in codes)
        yield language, *(f"{code} {';'.join(own)}" for code, own in names if own)


def _own_names(code: str, name: str) -> list[str]:
    """The names in a territory's entry that are not English: `Myanmar (Birma)` has two."""
    parts = [part.strip(" )）") for part in re.split(r"[(（]", name.replace(" - ", "-"))]
    own = [part for part in parts if 0 < len(part.split()) <= _MOST_WORDS and country_code(name_key(part)) != code]
    return own if code not in _CITIES else [part for part in own if part.isalpha()][:1]
