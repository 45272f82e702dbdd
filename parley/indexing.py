"""The index of all words of a negotiation, in memory, made of SQLite's FTS5: what holds those searched for, or those nearest to them."""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain, groupby, takewhile
from threading import Lock
from typing import NamedTuple

from parley.model import Negotiation, Source, Statement
from parley.searching import Find, Finds, LetsIn, Term, is_row, spaced, words_of
from parley.suggestions import nearest_word

MOST_MENDED = 3  # words of one search; whoever mistypes more has written something else
_RELATED_FROM = 3  # letters; fewer begin too many words to bring those related to them
_LONGEST_WORD = 60  # letters of a word that are read
_TOGETHER = 16  # terms asked for at once
_HOLDING = "SELECT rowid FROM held WHERE held MATCH ?"
_ALL_HOLDING = "SELECT group_concat(rowid) FROM held WHERE held MATCH ? AND rowid < ?"  # one text is read much sooner than a row for each
_NO_ROW = 2**62  # comes after all rows


Whose = tuple[str, ...]  # what several statements have in common, and the ids of it: the party, the speaker of a party, the issue or the source


class _Row(NamedTuple):
    """Words with what they are a find of, where they are, and of which statements they hold too, where of any."""

    words: str
    find: Find | None
    whose: Whose | None = None


class Index:
    """The words of one negotiation: what holds them, and which of them are near to one that nothing holds.

    `counts` has each word with how often it stands, where that is known without the statements; whoever keeps those finds what holds a word in them.
    """

    def __init__(
        self, negotiation: Negotiation, statements: Sequence[Statement], sources: Mapping[str, Source], counts: Counter[str] | None = None
    ) -> None:
        import sqlite3  # a command that searches for nothing does not wait for it

        self._statements = _as_shown(negotiation, statements)
        self._ids, self._days = [one.id for one in self._statements], [one.day for one in self._statements]
        self._lock = Lock()
        # One connection for all visitors; the lock lets one of them ask at a time.
        self._kept = sqlite3.connect(":memory:", check_same_thread=False)
        self._kept.execute("CREATE VIRTUAL TABLE held USING fts5(words, content='', tokenize='unicode61 remove_diacritics 2')")
        self._kept.execute("CREATE VIRTUAL TABLE forms USING fts5(word, content='', tokenize='porter unicode61 remove_diacritics 2')")
        of = _numbers(self._statements)
        told = {event.source for event in negotiation.events}
        cited = {key: one for key, one in sources.items() if counts is not None or key in told or ("source", key) in of}
        others = list(_others(negotiation, cited))
        # All else has the first rows, so that what is found of it is soon known; then come the statements as they are shown.
        self._first = len(others)
        self._finds = {row: one.find for row, one in enumerate(others) if one.find}
        # What a statement is found by beside its own words is kept once, with the rows of all statements of which it holds.
        self._behind = {row: [self._first + number for number in of[one.whose]] for row, one in enumerate(others) if one.whose in of}
        issues = groupby(range(len(self._statements)), lambda number: self._statements[number].issue)
        self._ends = [(issue, self._first + numbers[-1] + 1) for issue, several in issues if (numbers := list(several))]
        # Whatever brings its statements by their words is known by its row.
        self._whose = {row: one.whose for row, one in enumerate(others) if one.whose}
        met: Counter[str] = Counter()
        rows = _counted(chain((one.words for one in others), map(own_words, self._statements)), met)
        self._kept.executemany("INSERT INTO held(rowid, words) VALUES (?, ?)", enumerate(rows))
        self._related = [frozenset(words_of(_joined(group))) for group in negotiation.related_words]
        met.update(dict.fromkeys(frozenset().union(*self._related), 0))
        self.counts = met if counts is None else counts
        # Of words that are equally near the most frequent stands first.
        self._by_count = [one for one, _ in self.counts.most_common()]
        self._words = sorted(self._by_count)
        self._kept.executemany("INSERT INTO forms(rowid, word) VALUES (?, ?)", enumerate(self._words))

    def found(self, text: str, until: date | None = None, lets_in: LetsIn | None = None) -> Finds:
        """Return what holds every word of a text, the last of which may be half typed: of all that was said by a day and is let in."""
        words = list(dict.fromkeys(words_of(text)))
        if not words:
            return Finds()
        with self._lock:
            found = self._sought(words)
            rows = self._holding_all(found.terms)
        at = bisect_left(rows, self._first)
        held = rows[at:]
        said = held if until is None else [row for row in held if self._days[row - self._first] <= until]
        shown = said if lets_in is None else [row for row in said if lets_in(self._statements[row - self._first])]
        others = self._others(rows[:at], shown)
        return replace(found, issues=tuple(self._by_issue(shown)), others=others, later=len(held) - len(said), left_out=len(said) - len(shown))

    def _sought(self, words: Sequence[str]) -> Finds:
        """Return what is searched for: the terms that words stand for, or the first word that nothing is near to."""
        terms: list[Term] = []
        mended: list[tuple[str, str]] = []
        for number, word in enumerate(words):
            term = self._term(word, is_last=number == len(words) - 1)
            if term is None and len(mended) < MOST_MENDED:
                near = nearest_word(word[:_LONGEST_WORD], self._by_count)
                term = self._term(near, is_last=False) if near else None
                mended += [(word, near)] if near else []
            if term is None:
                return Finds(unknown=word)
            terms.append(term)
        related = {one: None for term in terms for one in term.related}
        return Finds(terms=tuple(terms), mended=tuple(mended), related=tuple(related))

    def _by_issue(self, rows: Sequence[int]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield each issue on which some of these rows, of statements, lie, and their ids."""
        at = 0
        for issue, end in self._ends:
            start, at = at, bisect_left(rows, end, at)
            if start < at:
                yield issue, self._ids_of(rows[start:at])

    def _others(self, rows: Iterable[int], shown: Iterable[int]) -> tuple[Find, ...]:
        """Return what else these rows are, with those of the statements shown that it brings."""
        finds = {row: self._finds[row] for row in rows if row in self._finds}
        known = frozenset(shown) if finds.keys() & self._behind.keys() else frozenset()
        return tuple(replace(find, behind=self._ids_of(filter(known.__contains__, self._behind.get(row, ())))) for row, find in finds.items())

    def _ids_of(self, rows: Iterable[int]) -> tuple[str, ...]:
        return tuple(self._ids[row - self._first] for row in rows)

    def _holding_all(self, terms: Sequence[Term]) -> list[int]:
        """Return the rows that hold every term, be it by what they are about; terms by which nothing is named are asked for together.

        Without a term there is none.
        """
        behind = {term: rows for term in terms if (rows := self._rows(_query(term), self._first) & self._behind.keys())}
        found: set[int] | None = None
        for together in _by(_TOGETHER, [term for term in terms if term not in behind]):
            held = self._rows(" AND ".join(f"({_query(term)})" for term in together))
            found = held if found is None else found & held
        for term, rows in behind.items():
            held = self._rows(_query(term)).union(*(self._behind[row] for row in rows))
            found = held if found is None else found & held
        return sorted(found or ())

    def _rows(self, query: str, before: int = _NO_ROW) -> set[int]:
        (rows,) = self._kept.execute(_ALL_HOLDING, (query, before)).fetchone()
        return set(json.loads(f"[{rows or ''}]"))

    def _term(self, word: str, *, is_last: bool) -> Term | None:
        """Return what counts as a word; None where nothing holds it."""
        word = word[:_LONGEST_WORD]
        if is_row(word):
            term = self._with_related({word}, {word})
            return term if self._is_held(term) else None
        alike = self._alike(word)
        at = bisect_left(self._words, word)
        begun = is_last and at < len(self._words) and self._words[at].startswith(word)
        if not alike and not begun:
            return None
        is_long = begun and len(word) >= _RELATED_FROM
        known = alike.union(takewhile(lambda one: one.startswith(word), self._words[at:])) if is_long else alike
        return self._with_related(alike, known, begins=word if is_last else "")

    def _with_related(self, words: set[str], known: set[str], begins: str = "") -> Term:
        """Return words with those that the negotiation names as related to what is known of them, in all their forms."""
        groups = [group for group in self._related if group & known]
        related = {one: None for group in groups for one in group if one not in known}
        forms = words.union(related, *map(self._alike, related))
        rows = frozenset(filter(is_row, forms))
        return Term(frozenset(forms - rows), begins, rows, tuple(sorted(one for one in related if self._is_held(Term(frozenset({one}))))))

    def _is_held(self, term: Term) -> bool:
        """Return whether anything holds a term."""
        return self._kept.execute(f"{_HOLDING} LIMIT 1", (_query(term),)).fetchone() is not None

    def _alike(self, word: str) -> set[str]:
        """Return the words of the files that differ from a word only in their ending."""
        return {self._words[one] for (one,) in self._kept.execute("SELECT rowid FROM forms WHERE forms MATCH ?", (_quoted(word),))}


def _by(count: int, terms: Sequence[Term]) -> Iterator[Sequence[Term]]:
    yield from (terms[at : at + count] for at in range(0, len(terms), count))


def _as_shown(negotiation: Negotiation, statements: Iterable[Statement]) -> list[Statement]:
    """Return statements by issue, on each by party, and of each party the newest first."""
    issues = {one.id: place for place, one in enumerate(negotiation.ordered_issues)}
    parties = {one.id: place for place, one in enumerate(negotiation.parties)}
    return sorted(statements, key=lambda one: (issues[one.issue], parties[one.party], -one.day.toordinal()))


def _query(term: Term) -> str:
    """Return the question as FTS5 reads it; what stands in quotation marks is no command."""
    whole = (_quoted(spaced(one)) for one in sorted(term.forms | term.rows))
    return " OR ".join([*whole, *([f"{_quoted(term.begins)} *"] if term.begins else [])])


def _quoted(words: str) -> str:
    return f'"{words}"'


def _counted(rows: Iterable[str], counts: Counter[str]) -> Iterator[str]:
    """Yield the words of each text, and count how often each stands in all of them."""
    for row in rows:
        words = words_of(row)
        counts.update(words)
        yield as_held(words)


def as_held(words: Iterable[str]) -> str:
    """Return words as a row of them is kept, one blank between two."""
    return spaced(" ".join(words))


def _joined(parts: Iterable[str | None]) -> str:
    return " \n".join(filter(None, parts))


def own_words(one: Statement) -> str:
    """Return the words by which a statement is found, what it is about aside."""
    condition, amount = one.condition, one.amount
    figure = (amount.what, amount.unit) if amount else ()
    return _joined((one.says, one.note, one.locator.anchor, one.id, one.to_others, condition.says if condition else None, *figure))


def _numbers(statements: Sequence[Statement]) -> Mapping[Whose | None, list[int]]:
    found: dict[Whose | None, list[int]] = defaultdict(list)
    for number, one in enumerate(statements):
        for whose in (("party", one.party), ("speaker", one.party, one.speaker), ("issue", one.issue), ("source", one.source or "")):
            found[whose].append(number)
    return found


def _others(negotiation: Negotiation, sources: Mapping[str, Source]) -> Iterator[_Row]:
    """Yield the words of all that is no statement, each with what they are a find of, and of which statements they hold too."""
    for party in negotiation.parties:
        yield _Row(_joined((party.name, party.short, party.called)), Find("party", (party.id,)), ("party", party.id))
        for speaker in party.speakers:
            yield _Row(speaker.name, Find("speaker", (party.id, speaker.id)), ("speaker", party.id, speaker.id))
    for issue in negotiation.issues:
        names = (issue.name, issue.short)
        yield _Row(_joined((*names, issue.question)), Find("issue", (issue.id,)))
        # A statement is found by the name of its issue, but not by each word of the question.
        yield _Row(_joined(names), None, ("issue", issue.id))
        for rung in issue.scale.ladder or ():
            yield _Row(_joined((rung.name, rung.means)), Find("step", (issue.id, rung.id)))
    for key, source in sources.items():
        yield _Row(_document_words(source), Find("document", (key,)), ("source", key))
    for event in negotiation.events:
        yield _Row(_joined((event.what, event.short)), Find("event", (event.id,)))


def _document_words(source: Source) -> str:
    authors = (part for one in source.author for part in (one.given, one.family, one.literal))
    return _joined((source.title, source.container_title, source.publisher, *authors))
