"""A negotiation out into a workbook and in again: unedited it changes nothing, and an edit is that edit and nothing else."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from parley.editing.edits import Add, Change
from parley.editing.opening import opened
from parley.editing.saving import Saved, save
from parley.roundtrip.columns import SHEETS
from parley.roundtrip.edits_in import removing, taken, withdrawing
from parley.roundtrip.rows import Row, all_rows
from tests.roundtrip.negotiations import WORDS, append, back, files, found_in, put, workbook, write_random

SEEDS = st.integers(0, 2**32)
# Cells that can be written over with many things, and what stands there then.
FREE: dict[Any, tuple[str, ...]] = {
    "statement": ("says", "note", "said", "firmness", "internal"), "source": ("title", "abstract", "issued", "language"), "party": ("name", "called"),
    "issue": ("question", "freshness days"), "step": ("name", "why"), "event": ("what", "date"),
    "group": ("name",), "bloc": ("name", "members"), "salience": ("from", "by"), "power": ("to", "on"), "edition": ("name", "day"),
}  # fmt: skip


@contextmanager
def negotiation(seed: int) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as name:
        yield write_random(Path(name), seed)


@settings(max_examples=5)
@given(SEEDS)
def test_a_workbook_that_nobody_edited_changes_not_a_byte(seed: int) -> None:
    """Saved by another program or not, whatever stands in the files."""
    with negotiation(seed) as folder:
        before = files(folder.parent)
        found, talks = found_in(workbook(opened(folder)), folder)
        assert (found.edits, found.gone, found.bad) == ((), (), ())
        work, edits, refused = taken(found, talks)
        assert (work.is_empty, edits, refused) == (True, (), ())
        assert save(work, "A. Berg", "nothing") == Saved(())
        assert files(folder.parent) == before


def value_for(head: str, draw: random.Random) -> tuple[str, object]:
    """Return what is written into a cell, and the value that it is in the file."""
    match head:
        case "said" | "issued" | "date" | "day" | "on":
            month = "02" if head == "said" else "12"
            if head == "day":
                return f"24.{month}.2024", f"2024-{month}-24"
            return draw.choice(
                ((f"2024-{month}-24", f"2024-{month}-24"), (f"24.{month}.2024", f"2024-{month}-24"), (f"2024-{month}", f"2024-{month}"))
            )
        case "firmness" | "freshness days":
            number = draw.randint(1, 5)
            return str(number), number
        case "internal":
            return "yes", True
        case "from" | "to":
            return ("0.1", "0.1") if head == "from" else ("0.9", "0.9")
        case "members":
            return "b; a (joined 2024-03)", ["b", {"party": "a", "joined": "2024-03"}]
        case "language":
            return "de", "de"
    text = f"{draw.choice(WORDS)} {draw.randint(0, 10**6)}"
    return text, text


@settings(max_examples=8)
@given(SEEDS, st.sampled_from(sorted(FREE)))
def test_one_edit_in_the_workbook_is_exactly_that_edit(seed: int, kind: Any) -> None:
    """All other records are what they were, and so is every line of the files that does not hold it."""
    with negotiation(seed) as folder:
        draw = random.Random(seed)
        talks = opened(folder)
        assume(all_rows(talks)[kind])
        record = draw.choice(all_rows(talks)[kind])
        head = draw.choice(FREE[kind])
        cell, value = value_for(head, draw)
        book = workbook(talks)
        put(book, kind, record.id, head, cell, record.within)
        found, talks = found_in(book, folder)
        name = {"freshness days": "freshness_days"}.get(head, head)
        is_same = record.cells[head] in (cell, str(value), "true" if value is True else None)
        expected = () if is_same else (Change(kind, record.id, {name: value}, record.within),)
        assert (tuple(edit for edit, _ in found.edits), found.gone, found.bad) == (expected, (), ())
        before = files(folder.parent)
        work, edits, refused = taken(found, talks)
        assert (edits, refused) == (expected, ())
        save(work, "A. Berg", "one edit")
        now = all_rows(opened(folder))
        for each, rows in all_rows(talks).items():
            for one, other in zip(rows, now[each], strict=True):
                is_edited = bool(expected) and (one.kind, one.id, one.within) == (kind, record.id, record.within)
                if is_edited:
                    assert other.cells[head] == ("true" if value is True else cell if isinstance(value, list) else str(value))
                    assert {**other.record, name: None} == {**one.record, name: None}
                else:
                    assert _own(other) == _own(one)
        after = files(folder.parent)
        assert sum(after[file] != content for file, content in before.items()) == len(expected)
        for file, content in before.items():
            comments = [line for line in content.splitlines() if line.startswith(b"#")]
            assert [line for line in after[file].splitlines() if line.startswith(b"#")] == comments
            assert len(set(content.splitlines()) - set(after[file].splitlines())) <= (4 if isinstance(value, list) else 1)


def _own(row: Row) -> object:
    """Return what a record says itself; steps and speakers stand in rows of their own."""
    return row.cells if row.kind in ("issue", "party") else row.record


@settings(max_examples=5)
@given(SEEDS)
def test_a_row_added_and_a_row_deleted_are_just_that(seed: int) -> None:
    """What is new gets an id of its own; what is gone is asked about, and goes only when that is wanted."""
    with negotiation(seed) as folder:
        draw = random.Random(seed)
        talks = opened(folder)
        rows = all_rows(talks)["statement"]
        book = workbook(talks)
        party, issue = draw.choice(talks.dataset.negotiation.parties).id, draw.choice(("ban", "levy"))
        cells = {"party": party, "issue": issue, "kind": "demand", "place at": "Most of it" if issue == "ban" else 12.5, "says": "New."}
        append(book, "statement", cells)
        removed = draw.choice(rows)
        book[SHEETS["statement"]].delete_rows(rows.index(removed) + 2)
        found, talks = found_in(book, folder)
        at = "most" if issue == "ban" else "12.5"
        key = f"{party}-{issue}-demand"
        wanted = {"id": key, "party": party, "issue": issue, "kind": "demand", "says": "New.", "place": {"at": at}}
        assert [edit for edit, _ in found.edits] == [Add("statement", wanted)]
        assert ([one.id for one in found.gone], found.bad) == ([removed.id], ())
        work, _, refused = taken(found, talks)
        assert (len(work.dataset.statements), refused) == (len(rows) + 1, ())
        work, edits, refused = taken(found, talks, removing(found.gone))
        kept, _, _ = taken(found, talks, withdrawing(found.gone, date(2025, 1, 1)))
        assert kept.dataset.statement(removed.id).withdrawn is not None
        assert (len(edits), refused, removed.id in work.dataset.statement_by_id, key in work.dataset.statement_by_id) == (2, (), False, True)


def test_a_workbook_comes_back_as_it_went_out_from_the_shipped_files() -> None:
    """Hundreds of records in the style of those who wrote them."""
    folder = Path(__file__).resolve().parents[2] / "positions" / "us-china-trade"
    talks = opened(folder)
    book = workbook(talks)
    read = back(book)
    assert (read.negotiation, read.version) == ("us-china-trade", talks.dataset.version)
    assert {kind: len(lines) for kind, lines in read.lines.items()} == {
        "statement": 175, "source": 5, "party": 6, "speaker": 33, "issue": 16, "step": 76, "event": 8, "group": 4, "edition": 4, "bloc": 0,
        "salience": 0, "power": 0,
    }  # fmt: skip
    found, _ = found_in(book, folder)
    assert (found.edits, found.gone, found.bad) == ((), (), ())
