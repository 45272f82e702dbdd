"""A check on finished files: what of a dataset's internal material can be read in one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from functools import cache

from parley.dataset import Dataset
from parley.errors import LeakError
from parley.exports.contents import FilePart, parts_of
from parley.exports.inside import InternalText, called, computable, figures_of, internal_ids, internal_texts, shown_texts
from parley.exports.own_words import own_words
from parley.model import Statement
from parley.numbers import plain
from parley.sharing import internal_statements, shareable

RUN = 4  # so many words, or Chinese characters, in a row give a text away
LONG_WORD = 5  # letters from which a single word can give a text away
SHORTEST_ID = 4  # characters from which an id can be told from other letters in a file

_CHINESE = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = re.compile(rf"[{_CHINESE}]|[^\W_{_CHINESE}]+")
_NUMBER = re.compile(r"(?<![0-9a-z.,])[0-9]+(?:[.,][0-9]+)*(?![0-9a-z])")
_THOUSANDS = re.compile(r"[.,](?=[0-9]{3}(?![0-9]))")
# What may stand between the groups of a long number: kinds of blank at which no line breaks, or a thin one; a page read back may hold plain ones.
_BLANK_IN_NUMBER = re.compile(r"(?<=[0-9])[\u00a0\u2007\u2009\u202f](?=[0-9]{3}(?![0-9]))")
_SPACED = re.compile(r"(?<![0-9a-z.,])[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?(?![0-9a-z])")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_ARABIC = re.compile(r"[\u0600-\u06ff]+")
_DIGITS = {ord(digit): str(number) for digits in ("٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹") for number, digit in enumerate(digits)}
_SIGNS = {**_DIGITS, ord("٫"): ".", ord("٬"): ","}

Words = tuple[str, ...]


@dataclass(frozen=True)
class Leak:
    """Something internal in a file: `what` it is taken from, what was `found` of it, and `where`."""

    what: str
    found: str
    where: str

    def __str__(self) -> str:
        """Return it as a sentence: "“carried by night” (internal statement 'north-quota-leak') stands in talks.pptx, ppt/slides/slide3.xml."."""
        return f"“{self.found}” ({self.what}) stands in {self.where}."


class LeakSearch:
    """Searches files made of the shareable edition for what of the internal material of the full `dataset` can be read in them.

    It is made once for all files of an edition: what is looked for, and what everybody may read anyway, is the same in each.

    Internal are statements and documents marked so, what is taken from such documents, events told only by them, speakers heard only there,
    notes marked so, and of agendas the speaker notes and the handling mark of the full edition.

    `told` are the sentences that the shareable edition tells by itself: a speaker's note that says the same gives nothing away.

    Found are, in text, comments, properties, descriptions, names and hidden parts of .pptx, .docx, .xlsx, .pdf, .html, .svg, .json, .csv and
    of archives and files inside them, each word as it is written, whatever its case:
    - ids of internal statements, documents and events, wherever they stand as a whole;
    - four or more consecutive words, or Chinese characters, of an internal text, unless they also stand in the shareable material or in
      Parley's own wording, or are what those give when one is set after the other; shorter names and titles as a whole;
    - single words of five or more letters of an internal text that stand in neither;
    - decimals of an internal text, amount or place, and whole numbers followed by the unit of their amount or place.

    Not found are:
    - what pixels show, and words in another form, spelling or language; a number in words is found by its words alone;
    - numbers that stand in the shareable material (whole ones with the same unit) or in Parley's own wording, or that may have been computed
      (differences of places, marks of the scale), and whole numbers without a unit, which may be pages, dates or counts;
    - ids of fewer than four characters or of one ordinary word, and single words in attributes that hold settings.
    """

    def __init__(self, dataset: Dataset, told: Iterable[str] = ()) -> None:
        shared = shareable(dataset)
        statements = internal_statements(dataset)
        texts = internal_texts(dataset, shared)
        self._innocent = _Innocent(shown_texts(shared), _own())
        self._told = _Innocent(told, self._innocent)
        self._wanted_runs = {run: one.what for one in reversed(texts) for run in self._runs(one) if not self._known_to(one).may_make(run)}
        self._longest = max(map(len, self._wanted_runs), default=0)
        self._words = {word: one.what for one in reversed(texts) for word in words_of(one.text) if self._is_telling(word, self._known_to(one))}
        self._ids, self._id_pattern = self._ids_of(dataset, shared, statements)
        self._decimals, self._whole = self._numbers(dataset, shared, statements, texts)

    def require_none_in(self, name: str, data: bytes) -> None:
        """Raise `LeakError` where anything is found, with what stands where; and where the file cannot be read, so that nothing passes unread."""
        try:
            found = self.leaks_in(name, data)
        except ValueError as error:
            raise LeakError.unread(name, str(error)) from error
        if found:
            raise LeakError.in_file(name, [str(one) for one in found])

    def leaks_in(self, name: str, data: bytes) -> tuple[Leak, ...]:
        """Return what is found in a file; raise `ValueError` where the file is not what its first bytes or its ending say."""
        parts = (FilePart("the file's name", name, name), *parts_of(name, data))
        return tuple(dict.fromkeys(found for part in parts for found in self._in_part(part)))

    def _runs(self, one: InternalText) -> Iterator[Words]:
        words = words_of(one.text)
        if one.is_name and 1 < len(words) < RUN:
            yield words
        for run in _in_a_row(words):
            yield run
            # A printed page may give right-to-left words from its left.
            if all(_ARABIC.fullmatch(word) for word in run):
                yield run[::-1]

    def _known_to(self, one: InternalText) -> _Innocent:
        """Return what everybody may read, as far as it excuses this text."""
        return self._told if one.is_spoken else self._innocent

    def _is_telling(self, word: str, known: _Innocent) -> bool:
        return len(word) >= LONG_WORD and word.isalpha() and word not in known.words

    def _ids_of(self, dataset: Dataset, shared: Dataset, statements: Sequence[Statement]) -> tuple[Mapping[str, str], re.Pattern[str] | None]:
        found = {key: what for key, what in internal_ids(dataset, statements) if len(key) >= SHORTEST_ID and not self._is_plain(key)}
        known = [*found, *(one.id for one in shared.statements), *shared.sources, *(one.id for one in shared.negotiation.events)]
        return found, re.compile(rf"(?<![a-z0-9])(?:{_either(known)})(?![a-z0-9])") if found else None

    def _is_plain(self, key: str) -> bool:
        return key.isalpha() and key in self._innocent.words

    def _numbers(
        self, dataset: Dataset, shared: Dataset, statements: Iterable[Statement], texts: Iterable[InternalText]
    ) -> tuple[Mapping[Decimal, str], Mapping[Decimal, Mapping[str, str]]]:
        """Return the decimals that give something away, and the whole numbers by the units in which they do; each with what it is taken from."""
        computed = {number for issue in shared.axes for number in computable(shared, issue)}
        decimals: dict[Decimal, str] = {}
        whole: dict[Decimal, dict[str, str]] = {}
        for one in statements:
            for number, unit in figures_of(dataset, one):
                if number % 1:
                    decimals.setdefault(number, called(one))
                elif number not in computed:
                    whole.setdefault(number, {})[normal(unit)] = called(one)
        for text in texts:
            for number, _ in _numbers_in(normal(text.text)):
                if number % 1 and number not in self._known_to(text).numbers:
                    decimals.setdefault(number, text.what)
        for one in shared.statements:
            for number, unit in figures_of(shared, one):
                decimals.pop(number, None)
                whole.get(number, {}).pop(normal(unit), None)
        for shown in shown_texts(shared):
            for number, unit in list(_units_in(normal(shown), whole)):
                del whole[number][unit]
        return {key: what for key, what in decimals.items() if key not in computed | self._innocent.numbers}, {
            key: of for key, of in whole.items() if of
        }

    def _in_part(self, part: FilePart) -> Iterator[Leak]:
        """Yield what is found in one part of a file."""
        if self._id_pattern is not None:
            yield from (Leak(self._ids[key], key, part.where) for key in self._id_pattern.findall(part.raw) if key in self._ids)
        text = normal(part.words)
        words = tuple(_WORD.findall(text))
        yield from (Leak(what, found, part.where) for what, found in self._runs_in(words))
        yield from (Leak(self._words[word], word, part.where) for word in words if word in self._words)
        for number, _ in _numbers_in(text):
            if number in self._decimals:
                yield Leak(self._decimals[number], plain(Fraction(number)), part.where)
        for number, unit in _units_in(text, self._whole):
            yield Leak(self._whole[number][unit], f"{plain(Fraction(number))} {unit}", part.where)

    def _runs_in(self, words: Words) -> Iterator[tuple[str, str]]:
        """Yield the runs of words that give something away, each at its full length, with what it is taken from."""
        at = 0
        while at < len(words):
            what, end = self._run_at(words, at)
            if end > at:
                # Runs that overlap are one.
                start = at
                while at + 1 < end and self._run_at(words, at + 1)[1] > end:
                    at += 1
                    end = self._run_at(words, at)[1]
                yield what, _joined(words[start:end])
                at = end
            else:
                at += 1

    def _run_at(self, words: Words, at: int) -> tuple[str, int]:
        for length in range(self._longest, 1, -1):
            what = self._wanted_runs.get(words[at : at + length])
            if what is not None and at + length <= len(words):
                return what, at + length
        return "", at


class _Innocent:
    """The words, runs and numbers that stand in what everybody may read, and what these give when one is set after the other.

    `more` is another such set, to which these texts are added.
    """

    def __init__(self, texts: Iterable[str], more: _Innocent | None = None) -> None:
        self.words: set[str] = set(more.words if more else ())
        self.numbers: set[Decimal] = set(more.numbers if more else ())
        self.runs: set[Words] = set(more.runs if more else ())
        self.begins: set[Words] = set(more.begins if more else ())
        self.ends: set[Words] = set(more.ends if more else ())
        self.wholes: set[Words] = set(more.wholes if more else ())
        for text in dict.fromkeys(texts):
            words = words_of(text)
            self.words.update(words)
            self.numbers.update(number for number, _ in _numbers_in(normal(text)))
            self.runs.update(_in_a_row(words))
            self.begins.update(words[:length] for length in range(1, RUN + 1))
            self.ends.update(words[-length:] for length in range(1, RUN + 1))
            self.wholes.add(words)

    def may_make(self, run: Words) -> bool:
        """Return whether the run stands in a text, or may arise where one text ends and the next begins, with whole short ones between."""
        return run in self.runs or self._goes_on(run) or any(run[:at] in self.ends and self._goes_on(run[at:]) for at in range(1, len(run)))

    def _goes_on(self, run: Words) -> bool:
        if run in self.begins:
            return True
        return any((run[:at] in self.wholes or (run[0].isdigit() and at == 1)) and self._goes_on(run[at:]) for at in range(1, len(run)))


@cache
def _own() -> _Innocent:
    """Return what stands in Parley's own wording, which is the same for all data."""
    return _Innocent(own_words())


def normal(text: str) -> str:
    """Return a text in the form in which texts are compared: one case, one form of each letter and digit, without marks that nobody sees."""
    plain_text = unicodedata.normalize("NFKC", _BLANK_IN_NUMBER.sub("", text)).casefold().translate(_SIGNS)
    return plain_text if plain_text.isascii() else "".join(one for one in plain_text if unicodedata.category(one) not in ("Cf", "Mn"))


def words_of(text: str) -> Words:
    """Return the words of a text in the form in which they are compared; each Chinese character is one."""
    return tuple(_WORD.findall(normal(text)))


def _in_a_row(words: Words) -> Iterator[Words]:
    return (words[at : at + RUN] for at in range(len(words) - RUN + 1))


def _either(ids: Iterable[str]) -> str:
    """Return a pattern of any of the ids, by their first words, so that not each of hundreds is tried wherever a word begins."""
    rests: dict[str, list[str]] = {}
    for one in ids:
        head, hyphen, rest = one.partition("-")
        rests.setdefault(head, []).append(hyphen + rest)

    def either(parts: Iterable[str], after: Callable[[str], str]) -> str:
        # The longest first, so that an id is not found inside another.
        return "|".join(re.escape(part) + after(part) for part in sorted(parts, key=lambda part: (-len(part), part)))

    return either(rests, lambda head: f"(?:{either(rests[head], lambda _: '')})")


def _joined(words: Words) -> str:
    """Return the words as they are written: Chinese without spaces."""
    return re.sub(rf"(?<=[{_CHINESE}]) (?=[{_CHINESE}])", "", " ".join(words))


def _numbers_in(text: str) -> Iterator[tuple[Decimal, str]]:
    """Yield the numbers of a text in its normal form, each with what follows it; where a comma or point may mean two things, both."""
    for found in _NUMBER.finditer(text):
        after = text[found.end() : found.end() + 80]
        written = {found[0].replace(",", "."), _THOUSANDS.sub("", found[0]).replace(",", ".")}
        if not _GROUPED.fullmatch(found[0]):
            # In a table, a comma may stand between two numbers.
            written.update(one for one in found[0].split(",") if "." in one)
        for one in sorted(written):
            try:
                yield Decimal(one).normalize(), after
            except InvalidOperation:
                continue
    for found in _SPACED.finditer(text):
        yield Decimal(found[0].replace(" ", "").replace(",", ".")).normalize(), text[found.end() : found.end() + 80]


def _units_in(text: str, wanted: Mapping[Decimal, Mapping[str, str]]) -> Iterator[tuple[Decimal, str]]:
    """Yield the numbers of a text that are followed by a unit in which they are wanted, or by the end of a stretch in it: "24 %", "24 to 30 %"."""
    found = [(number, unit) for number, after in _numbers_in(text) for unit in wanted.get(number, ()) if _is_followed_by(after, unit)]
    yield from dict.fromkeys(found)


def _is_followed_by(after: str, unit: str) -> bool:
    return re.match(rf"(?:\s*(?:to|[-\u2013])\s*[0-9.,]+(?: [0-9]{{3}})*[0-9.,]*)?\s*{re.escape(unit)}(?![^\W_])", after) is not None
