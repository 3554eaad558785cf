import hashlib
import subprocess
import sys

import pytest

from tuireader.errors import DocumentError, UnknownFormatError, UnreadableError
from tuireader.loaders.registry import is_guarded, load

PROSE = b"# One\n\nSome words."


def message(data: bytes, name: str) -> str:
    with pytest.raises(DocumentError) as caught:
        load(data, name)
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "folder.d/notes", "-", "a.text", "Mr. Smith", "v1.2"])
def test_text_is_read_as_it_is(name: str) -> None:
    assert load(PROSE, name).text == "# One\n\nSome words."


@pytest.mark.parametrize("name", ["a.md", "a.markdown", "a.MDown"])
def test_markdown_is_rendered(name: str) -> None:
    assert load(PROSE, name).text == "One\n\nSome words."


def test_a_document_is_known_by_the_hash_of_its_bytes() -> None:
    assert load(PROSE, "a.txt").id == load(PROSE, "b.txt").id == hashlib.sha256(PROSE).hexdigest()


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"PK\x03\x04...", "archive"),
        (b"\x89PNG", "picture"),
        (b"\xd0\xcf\x11\xe0....", "office"),
        (b"\0" * 60 + b"BOOKMOBI", "Kindle"),
    ],
)
@pytest.mark.parametrize("name", ["a", "a.txt", "a.pdf"])
def test_what_is_not_read_is_named_with_the_way_out(data: bytes, word: str, name: str) -> None:
    with pytest.raises(UnknownFormatError, match=rf"cannot read '{name}': .*{word}"):
        load(data, name)


@pytest.mark.parametrize(("name", "words"), [("a.txt", "binary data"), ("a", "binary data"), ("a.pdf", "no PDF file")])
def test_bytes_of_no_known_kind_are_unreadable(name: str, words: str) -> None:
    with pytest.raises(UnreadableError, match=words):
        load(b"a\0b\0\0c", name)


def test_text_is_read_whatever_it_is_called() -> None:
    assert load(b"text", "a.xyz").text == load(b"text", "a.pdf").text == "text"


@pytest.mark.parametrize("data", [b"", b"\n \n"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "-"])
def test_a_file_without_text_is_unreadable(data: bytes, name: str) -> None:
    with pytest.raises(UnreadableError, match=r"^cannot read '[^\n]*': it [^\n]+$"):
        load(data, name)


def test_a_hostile_name_is_made_safe_in_the_message() -> None:
    text = message(b"", "a\x1b[31m\n\u202eb.txt")
    assert not set(text) & set("\x1b\n\u202e")


def test_no_loader_is_imported_before_it_is_needed() -> None:
    code = (
        "import sys, tuireader.loaders.registry; print([m for m in sys.modules if 'markdown' in m or 'charset' in m])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_large_markup_and_packed_formats_are_guarded_and_texts_are_not() -> None:
    page = b"<html>" + b"<p>x" * 1_500_000
    assert is_guarded(page, "a.html") and is_guarded(b"%PDF-1.7", "a.txt") and is_guarded(b"\x1f\x8b", "a.gz")
    assert not is_guarded(page[:1_000], "a.html") and not is_guarded(b"words " * 1_000_000, "a.md")
    assert not is_guarded(b"\0", "a")
