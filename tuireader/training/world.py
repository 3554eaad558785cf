"""Given names and surnames of many countries, from the name providers of the package `faker`."""

import pkgutil
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib import import_module

from tuireader.domain.actor import fold

_GIVEN, _SURNAMES = re.compile(r"first_.*names?\w*"), re.compile(r"last_.*names?\w*")
_WORD = re.compile(r"[a-zà-ɏ]['’a-zà-ɏ-]+")
_CYRILLIC = (
    "а=a б=b в=v г=g д=d е=e ж=zh з=z и=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch"
)
_CYRILLIC_VOWELS = "ъ= ы=y ь= э=e ю=yu я=ya і=i є=ye ґ=g ј=j"
_GREEK = "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s τ=t υ=y φ=f χ=ch ψ=ps ω=o ς=s"
_BY_SOUND = str.maketrans(dict(pair.split("=") for pair in f"{_CYRILLIC} {_CYRILLIC_VOWELS} {_GREEK}".split(" ")))


def given_names() -> Counter[str]:
    """Given names without accents, each with the number of countries where it is one."""
    return _counted(_GIVEN)


def surnames() -> Counter[str]:
    """Surnames without accents, each with the number of countries where it is one."""
    return _counted(_SURNAMES)


def _counted(attribute: re.Pattern[str]) -> Counter[str]:
    person = import_module("faker.providers.person")
    counts = Counter[str]()
    for country in pkgutil.iter_modules(person.__path__):
        provider = import_module(f"{person.__name__}.{country.name}").Provider
        tables = (
            vars(provider)[name] for name in dir(provider) if attribute.fullmatch(name) and name in vars(provider)
        )
        counts.update({word for table in tables for word in _words(table) if _WORD.fullmatch(word)})
    return counts


def _words(table: object) -> Iterator[str]:
    """The names of a table; of a pair of spellings the last is in Latin letters."""
    for name in table if isinstance(table, Iterable) else ():
        yield in_latin(str(name[-1] if isinstance(name, list | tuple) else name))


def in_latin(name: str) -> str:
    """A name without accents and in lower case; Cyrillic and Greek ones are written by sound."""
    return fold(name.lower().replace("й", "y")).translate(_BY_SOUND)
