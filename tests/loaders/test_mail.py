"""Messages as a reader sees them."""

import pytest

from tests.loaders.rules import check_document
from tuireader.domain.document import Document
from tuireader.errors import ReaderError
from tuireader.loaders.registry import load

HEAD = """\
From: =?utf-8?q?Zo=C3=AB_Marsh?= <zoe@example.org>
To: Idris Bell <idris@example.org>
Subject: =?utf-8?b?Qm9hdHMg4oCT?= and
 ferries
Date: Mon, 12 Mar 2024 10:00:00 +0000
Message-ID: <1@example.org>
"""
LONG = "The boats stay in the harbour until the weather has become better, which may take\nsome days."
BODY = f"\nDear Idris,\n\n{LONG}\n\n> When?\n> Who knows?\n\nYours,\nZoë\n"


def read(message: str, name: str = "a.eml") -> Document:
    document = load(message.encode(), name)
    check_document(document)
    return document


def mixed(kind: str, *parts: str) -> str:
    inside = "".join(f"--x\n{part}\n" for part in parts)
    return f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/{kind}; boundary=x\n\n{inside}--x--\n"


def test_a_message_is_a_section_under_its_subject_sender_and_date() -> None:
    document = read(HEAD + BODY)
    assert document.title == "Boats – and ferries"
    assert [each.title for each in document.sections] == ["Boats – and ferries — Zoë Marsh, 2024-03-12 10:00"]
    assert "From: Zoë Marsh <zoe@example.org>\nTo: Idris Bell <idris@example.org>" in document.text


def test_wrapped_lines_are_whole_again_and_what_is_cited_is_a_quote() -> None:
    document = read(HEAD + BODY)
    found = [(str(p.kind), document.text[p.span.start : p.span.end]) for p in document.paragraphs[2:]]
    assert found == [
        ("text", "Dear Idris,"),
        ("text", LONG.replace("\n", " ")),
        ("quote", "When?\n  Who knows?"),
        ("text", "Yours,\nZoë"),
    ]


def test_of_alternatives_the_plain_one_is_read_or_else_the_page() -> None:
    plain = "Content-Type: text/plain\n\nplain words"
    page = "Content-Type: text/html\n\n<h1>Head</h1><p>words <b>of</b> a page</p><script>x</script>"
    assert "plain words" in read(mixed("alternative", page, plain)).text
    document = read(mixed("alternative", page))
    assert "words of a page" in document.text
    assert document.sections[1].level == 2


def test_what_is_attached_is_named() -> None:
    attached = 'Content-Type: application/pdf\nContent-Disposition: attachment; filename="plan.pdf"\n\nxxxx'
    assert "Attachment: plan.pdf" in read(mixed("mixed", "Content-Type: text/plain\n\nhi", attached)).text


def test_a_box_has_a_section_for_each_message() -> None:
    begin = "From zoe@example.org Mon Mar 12 10:00:00 2024\n"
    box = f"{begin}{HEAD}\nOne.\n>From here it goes on.\n\n{begin}{HEAD}\nTwo.\n"
    for name in ("a.mbox", "a.txt", "-"):
        document = read(box, name)
        assert len(document.sections) == 2
        assert "From here it goes on." in document.text


@pytest.mark.parametrize("name", ["a.eml", "a.txt", "-"])
def test_a_message_is_known_by_its_headers(name: str) -> None:
    assert len(read(HEAD + BODY, name).sections) == 1


def test_a_text_that_begins_like_a_message_is_none() -> None:
    assert read("Note: this\nFrom: there\n\nWords.", "a.txt").text.startswith("Note: this")


@pytest.mark.parametrize(
    "message",
    [
        "From: \x1b[31mred <a@b>\nSubject: =?utf-8?q?=1b]0;x=07?=\nDate: nonsense\n\nwords",
        "Subject: =?nonsense?q?x?= =?utf-8?b?!!!?=\nFrom: <<<>>>,,,@\n\nwords",
        "Content-Type: multipart/mixed; boundary=x\n\n" + "--x\nContent-Type: multipart/mixed; boundary=x\n\n" * 3000,
        "Content-Type: message/rfc822\n\n" * 3000 + "words",
        "Content-Type: text/plain; charset=\x00\n\nwords",
        "Content-Type: text/plain; charset=undefined\n\nwords",
        "Content-Transfer-Encoding: base64\n\n!!!!not base64!!!!",
        "Content-Type: text/plain; charset*=x'y'z; format*0*=a; name*1=b\n\nwords",
    ],
    ids=range(8),
)
def test_hostile_messages_do_no_harm(message: str) -> None:
    try:
        document = read(message)
    except ReaderError as error:
        assert "\n" not in str(error)
    else:
        assert document.text.replace("\n", "").isprintable()
        assert document.title.isprintable()
