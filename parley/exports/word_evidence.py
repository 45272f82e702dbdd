"""What a Word document cites: a short note at the foot where a line stands, and at the end every statement in full, once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx.text.paragraph import Paragraph

from parley.directions import is_right_to_left
from parley.exports.cited import Sources
from parley.exports.footnotes import MARK_STYLE, TEXT_STYLE, Footnotes, bookmark_of
from parley.exports.live_links import statement_link
from parley.exports.word_front import bookmarked
from parley.exports.word_pieces import add_field, add_way, go_on_in_columns, styled, write
from parley.telling.briefing import Briefing
from parley.words import say

COLUMNS = 2  # of the list
_BOOKMARKS = 20_000  # from which number on statements have theirs


class WordEvidence:
    """The notes of a Word document and the list behind them; `link` is the address of the dashboard, to which the ids in both lead."""

    def __init__(self, word: Any, briefing: Briefing, sources: Sources, link: str, size: float) -> None:
        self.word, self.briefing, self.sources, self.link = word, briefing, sources, link
        self.notes = Footnotes(word, size)
        self._noted: dict[str, int] = {}  # the number of the note that names each statement
        self._listed: dict[str, int] = {}  # the number of each statement's bookmark in the list

    @property
    def is_empty(self) -> bool:
        """Return whether nothing has been cited."""
        return not self._listed

    def cite(self, paragraph: Paragraph, ids: Sequence[str]) -> None:
        """Cite statements at the end of a paragraph: those that a note names already by its mark, the others in a note of their own."""
        fresh = [one for one in ids if one not in self._noted]
        for place, number in enumerate(sorted({self._noted[one] for one in ids if one in self._noted})):
            self._part(paragraph, place)
            add_field(paragraph, f"NOTEREF {bookmark_of(number)} \\h", str(number), MARK_STYLE)
        if not fresh:
            return
        self._part(paragraph, len(ids) - len(fresh))
        note = self.notes.add_to(paragraph)
        self._noted |= dict.fromkeys(fresh, note.number)
        self._list(fresh)
        written = note.add_paragraph()
        for place, (key, where) in enumerate(self.sources.places(fresh)):
            write(written, f"{'; ' if place else ''}{say(where)} ")
            add_way(written, f"[{key}]", self._way(key) or f"#{self._bookmark(key)}")

    def cite_in_short(self, paragraph: Paragraph, ids: Sequence[str]) -> None:
        """Cite statements by no more than the numbers of their documents, and the places in them."""
        self._list(ids)
        write(self.notes.add_to(paragraph).add_paragraph(), say(self.sources.in_short(ids)))

    def add_list(self) -> None:
        """Add every statement cited, by its id: what was said, by whom and where."""
        go_on_in_columns(self.word, COLUMNS)
        for one in self.sources.evidence(sorted(self._listed)):
            told = styled(self.word.add_paragraph(), TEXT_STYLE)
            add_way(told, f"[{one.id}]", self._way(one.id))
            bookmarked(told, self._bookmark(one.id), _BOOKMARKS + self._listed[one.id])
            if is_right_to_left(one.says):
                write(told, f" {one.citation}")
                write(styled(self.word.add_paragraph(), TEXT_STYLE), one.says)
            else:
                write(told, f" {one.says} – ")
                write(told, one.citation, "Quiet")

    def close(self) -> None:
        """Put the notes into the file."""
        self.notes.close()

    def _list(self, ids: Sequence[str]) -> None:
        for one in ids:
            self._listed.setdefault(one, len(self._listed) + 1)

    def _bookmark(self, key: str) -> str:
        return f"statement_{self._listed[key]}"

    def _way(self, key: str) -> str:
        return statement_link(self.briefing, self.link, key)

    @staticmethod
    def _part(paragraph: Paragraph, place: int) -> None:
        """Part a mark from the one before it."""
        if place:
            paragraph.add_run(", ")._r.style = MARK_STYLE
