"""The record of a document is proposed and never taken unseen: title, dates, language, what to skip; fingerprints are made, and the text is kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.dataset import load
from parley.documents.blocks import Block
from parley.documents.drafting import Chosen, drafted, keep_text, known_as, page_of, record_of
from parley.documents.errors import DocumentError
from parley.documents.proposing import FoundDate, skipped
from parley.model import Source
from parley.proposing.anchors import Passage, passages
from parley.texts import Texts
from tests.documents.test_readers import PAGE, SENTENCE, pdf

DATA = Path(__file__).parents[1] / "data"
OPENING = (DATA / "texts" / "northland-2025-opening.txt").read_bytes()


def test_the_record_of_a_text_is_drafted() -> None:
    """Its first line is the title, its language is told by its words, and the call to subscribe is proposed for skipping."""
    draft = drafted(OPENING, "opening.txt")
    assert (draft.title, draft.language, draft.dates, draft.type) == ("Northland opens the herring talks with a high bid", "en", (), "document")
    assert [(one.line, one.skip) for one in draft.paragraphs if one.skip] == [(20, "phrase")]
    made = record_of(draft, Chosen(draft.title, draft.proposed_skips, {"issued": "2025-03-05", "URL": ""}), ["x"])
    values = dict(made.values)
    assert (made.id, values["file"], values["issued"], "URL" in values) == (
        "northland-opens-the-herring-talks-with-a-high-bi", "northland-opens-the-herring-talks-with-a-high-bi.txt", "2025-03-05", False,
    )  # fmt: skip
    recorded = load(DATA / "fjords", DATA / "seeds").sources["northland-2025-opening"]
    record = Source.model_validate(values)
    assert record.headings[0] == recorded.headings[0]
    assert [one.line for one in record.body] == [2, 4, 6, 8, 10, 12, 14, 16, 18]
    assert record.body[1:] == recorded.body


def test_a_kept_text_is_the_one_recorded(tmp_path: Path) -> None:
    """Paragraphs are found again by their lines and fingerprints, each with the page on which it was printed."""
    content = f'#set page(numbering: "i")\n= Reply\n{SENTENCE * 2}\n#pagebreak()\nNo foreign boat should fish here at all.'
    draft = drafted(pdf(content), "reply.pdf")
    made = record_of(draft, Chosen("Reply", draft.proposed_skips), [])
    keep_text(tmp_path / "texts", str(made.values["file"]), draft.kept)
    source, texts = Source.model_validate(dict(made.values)), Texts(tmp_path / "texts")
    lines = texts.lines(source) or ()
    assert list(passages(source, texts)) == [
        Passage(2, 0, "Reply"), Passage(3, 1, (SENTENCE * 2).strip()), Passage(6, 2, "No foreign boat should fish here at all."),
    ]  # fmt: skip
    assert [page_of(lines, line) for line in (2, 3, 6)] == ["i", "i", "ii"]


def test_a_text_is_known_by_its_fingerprints() -> None:
    """Whatever it is called; another one is not."""
    sources = load(DATA / "fjords", DATA / "seeds").sources
    known = known_as(drafted(OPENING, "scan-7.txt"), sources)
    assert known is not None
    assert known.id == "northland-2025-opening"
    assert known_as(drafted(OPENING.replace(b"forty", b"fifty").replace(b"thirty", b"ninety").replace(b"no ", b"any "), "o.txt"), sources) is None


def test_every_paragraph_skipped_is_no_record() -> None:
    """A record without a paragraph would say nothing."""
    draft = drafted(b"One line.", "one.txt")
    with pytest.raises(DocumentError, match=r"^Every paragraph of 'one\.txt' is skipped\. Keep at least one\.$"):
        record_of(draft, Chosen("One", [1]), [])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The talks opened on May 3rd, 2018 in Bergen.", [("2018-05-03", "talks opened on May 3rd, 2018 in Bergen.")]),
        ("Signed on 3 May 2018.", [("2018-05-03", "Signed on 3 May 2018 .")]),
        ("Bergen, 3.5.2018", [("2018-05-03", "Bergen, 3.5.2018")]),
        ("On 2018-05-03 and on 3 May 2018 and on 2018-05-04.", [("2018-05-03", "On 2018-05-03 and on 3"), ("2018-05-04", "2018 and on 2018-05-04 .")]),
        ("On 03/05/2018 nobody knows the month; 31 June 2018 is no day; in May 2018.", []),
        ("Le ministre a dit le 1er juin 2018, dans la salle du conseil, que les droits de la pêche sont des droits et que la paix est dans les accords.",
         [("2018-06-01", "a dit le 1er juin 2018 , dans la")]),
        ("Der Minister sagte am 3. März 2018, dass die Fischer nicht mit den Preisen leben, und das ist für die Küste der Anfang von allem.",
         [("2018-03-03", "Minister sagte am 3. März 2018 , dass die")]),
    ],
)  # fmt: skip
def test_days_are_found_where_they_can_be_read_in_one_way_only(text: str, found: list[tuple[str, str]]) -> None:
    """With the words around, so that one sees what day it is."""
    assert drafted(text.encode(), "t.txt").dates == tuple(FoundDate(*one) for one in found)


def test_what_a_page_says_of_itself_is_proposed() -> None:
    """Its day without words, because it stands in none that a reader sees."""
    draft = drafted(PAGE, "talks.html")
    assert (draft.title, draft.dates, draft.type) == ("Talks open", (FoundDate("2025-03-05"),), "webpage")
    assert [one.text for one in draft.paragraphs if one.skip] == ["Home News", "Your e-mail", "All rights reserved"]
    assert [one.text for one in draft.paragraphs if one.is_heading] == ["Talks open"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Page 3 of 17", "number"), ("- 12 -", "number"), ("https://example.org/a?b=c", "link"), ("Share this on", "phrase"),
        ("\u00a9 Fjord Gazette 2025", "phrase"), ("In 2018 they signed.", ""),
        ("The parties agree that a newsletter of the commission is sent to each of them before the first of every month, and that no other word of it "
         "is to be published.", ""),
    ],
)  # fmt: skip
def test_boilerplate_is_proposed_and_sentences_are_not(text: str, why: str) -> None:
    """Numbers of pages, bare links and short calls; whoever reads may think otherwise."""
    assert skipped(Block(text), "") == why
