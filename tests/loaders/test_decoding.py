import pytest

from tuireader.loaders.decoding import decode, looks_binary

FRENCH = "“Où est le café ?” demanda la mère d’Hélène, déjà fatiguée – c’était l’été. "
GERMAN = "Die Größe der Straße überraschte Jürgen; er ging trotzdem zum Fluß hinüber. "
POLISH = "Zażółć gęślą jaźń. Wszyscy ludzie rodzą się wolni i równi pod względem swej godności i swych praw. "
RUSSIAN = "Все люди рождаются свободными и равными в своем достоинстве и правах. "
JAPANESE = "すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_its_mark_is_read_without_the_mark(encoding: str) -> None:
    assert decode((FRENCH + JAPANESE).encode(encoding)) == FRENCH + JAPANESE


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_told_by_its_nul_bytes(encoding: str) -> None:
    assert decode(FRENCH.encode(encoding)) == FRENCH
    assert not looks_binary(FRENCH.encode(encoding))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "windows-1252"),
        (GERMAN, "latin-1"),
        (POLISH, "windows-1250"),
        (RUSSIAN, "windows-1251"),
        (RUSSIAN, "koi8-r"),
        (JAPANESE, "shift_jis"),
    ],
)
def test_an_old_encoding_is_found_out(text: str, encoding: str) -> None:
    assert decode((text * 8).encode(encoding)) == text * 8


def test_one_curly_quote_in_a_long_english_text_is_windows_1252() -> None:
    text = "It was a quiet evening in the harbour. " * 3_000 + "“Indeed.”"
    assert decode(text.encode("windows-1252")) == text


def test_a_damaged_byte_costs_one_character_only() -> None:
    data = RUSSIAN.encode() + b"\xff" + RUSSIAN.encode()
    assert decode(data) == RUSSIAN + "\N{REPLACEMENT CHARACTER}" + RUSSIAN


@pytest.mark.parametrize("data", [b"abc\0def\0\0x", bytes(range(32)) * 20, b"\x01\x02\x03\x04 abc"])
def test_binary_data_is_told_from_text(data: bytes) -> None:
    assert looks_binary(data)


@pytest.mark.parametrize("data", [b"", b"plain\tand simple\r\n\f", "ü".encode(), b"\x1b[31mred\x1b[0m text"])
def test_text_is_not_taken_for_binary_data(data: bytes) -> None:
    assert not looks_binary(data)
