"""A document, and where it is found."""

from __future__ import annotations

from typing import Literal

from parley.dates import UNDATED
from parley.fields import Address, Fingerprint, Id, Text, When, Whole, described
from parley.model.closed import Closed
from parley.model.statement import Basis

DocumentType = Literal[
    "article-newspaper", "article-magazine", "article", "report", "post-weblog", "speech", "legislation", "treaty", "bill", "regulation",
    "hearing", "dataset", "webpage", "interview", "document",
]  # fmt: skip
# What the record of a document may lack, and what a statement may, unless the negotiation asks for it.
RecordTrimming = Literal["type", "issued", "date_basis", "genre", "language", "abstract", "URL", "file", "body"]


class Name(Closed):
    """A name, as CSL writes it."""

    family: Text | None = described("Family name.", good="Bradsher", bad="K. Bradsher", default=None)
    given: Text | None = described("Given name.", good="Keith", bad="Mr", default=None)
    literal: Text | None = described("A name that has no parts.", good="European Commission", bad="n/a", default=None)


class Paragraph(Closed):
    """A paragraph of the body: its line, and a fingerprint by which a holder of the text can check it."""

    line: Whole = described("The 1-based line of the text.", good=10, bad=0, ge=1)
    fingerprint: Fingerprint = described("The first 16 hex digits of the SHA-256 of the normalised line.", good="0f3a5c7e9b1d2f40", bad="abc")


class Source(Closed):
    """One document, under CSL field names where CSL has one; the content of a file in `seeds/`."""

    id: Id = described("The word by which statements refer to it.", good="gazette-2025-03", bad="source 1")
    type: DocumentType = described("The CSL type.", good="article-newspaper", bad="news", default="document")
    title: Text = described("The title; a description in square brackets where none is printed.", good="Talks open in Bergen", bad="untitled")
    author: tuple[Name, ...] = described("The authors.", good=[{"family": "Berg"}], bad="A. Berg", default=())
    container_title: Text | None = described("The publication.", good="Bergen Gazette", bad="paper", alias="container-title", default=None)
    publisher: Text | None = described("The publisher, where it is not the publication.", good="GZERO Media", bad="web", default=None)
    issued: When = described(
        "When it was published; may be partial. Undated if left out.", good="2018-05-02", bad="spring", default_factory=lambda: UNDATED
    )
    date_basis: Basis | None = described("Whether the document prints its date or we inferred it.", good="inferred", bad="guess", default=None)
    date_note: Text | None = described(
        "How an inferred date was found.", good="A statement of 'Monday' is dated elsewhere.", bad="obvious", default=None
    )
    genre: Text | None = described("The kind of document.", good="news report", bad="text", default=None)
    language: Text | None = described("The language, as a two-letter code.", good="en", bad="English", default=None)
    abstract: Text | None = described(
        "What it says, in our own words.", good="Reports the opening of talks.", bad="A paragraph copied from it.", default=None
    )
    url: Address | None = described("Its address on the web.", good="https://example.org/talks", bad="example.org", alias="URL", default=None)
    archived: Address | None = described("The address of an archived copy.", good="https://example.org/copy", bad="the web archive", default=None)
    accessed: When | None = described("When it was last looked up there.", good="2018-05-03", bad="recently", default=None)
    internal: bool = described(
        "Whether the document stays inside: the shareable edition leaves it out, and all that rests on it.", good=True, bad="secret", default=False
    )
    file: Text | None = described(
        "The name of the text file that its readers may hold.", good="000_report.txt", bad="/home/me/report.txt", default=None
    )
    headings: tuple[Paragraph, ...] = described(
        "Headline, standfirst and captions, where statements refer to them.", good=[{"line": 4}], bad="title", default=()
    )
    body: tuple[Paragraph, ...] = described("The paragraphs of the body, boilerplate left out.", good=[{"line": 10}], bad="text", default=())

    def lacks(self, key: RecordTrimming) -> bool:
        """Return whether a key that may be left out is."""
        return ("url" if key == "URL" else key) not in self.model_fields_set

    @property
    def publication(self) -> str | None:
        """Return the publication, else the publisher; None where neither is named."""
        return self.container_title or self.publisher

    @property
    def cited_as(self) -> str:
        """Return how it is called where it is cited in short: by its publication, else by its title alone."""
        return self.publication or self.title
