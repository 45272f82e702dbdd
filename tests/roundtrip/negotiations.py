"""Small invented negotiations in files, with comments and in several styles, and what somebody may do to their workbook."""

from __future__ import annotations

import io
import random
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from parley.editing.edits import Kind
from parley.editing.emitting import whole
from parley.editing.opening import Opened, opened
from parley.exports.for_editing import editing_workbook
from parley.roundtrip.book import Book, book_in
from parley.roundtrip.columns import SHEETS, columns_of, known_in
from parley.roundtrip.edits_in import Edited, edited
from parley.telling.workbook_edits import head_of
from parley.words import say

WORDS = (
    "Half of it.",
    "No: not before May",
    "'Curbs' may mean aims",
    "=1+1",
    "- both, and more",
    "Ünter 10 %",
    "# no comment",
    "yes",
    "a | b; c",
    "中国要求",
)
RUNGS = ("none", "some", "most", "all")


def write_random(folder: Path, seed: int) -> Path:
    """Write a negotiation of two or three parties, each with a file in one style or another."""
    draw = random.Random(seed)
    parties = ["a", "b", "c"][: draw.randint(2, 3)]
    target = folder / "positions" / "talks"
    (folder / "positions" / "seeds").mkdir(parents=True)
    target.mkdir()
    ladder = [{"id": one, "name": f"{one.title()} of it", **({"why": draw.choice(WORDS)} if draw.random() < 0.5 else {})} for one in RUNGS]
    quantity = {"unit": "%", "gap_unit": "points", "bottom": "0", "top": "100", "resolution": "0.5", "anchors": [{"at": "50", "name": "Half"}]}
    issues: list[dict[str, Any]] = [
        {"id": "ban", "name": "Ban", "question": "How far?", "scale": {"ladder": ladder}, "directions": dict.fromkeys(parties, "up")},
        {
            "id": "levy",
            "name": "Levy",
            "scale": {"quantity": quantity},
            "directions": dict.fromkeys(parties, "target"),
            "freshness_days": draw.randint(1, 99),
        },
    ]
    judged = [{"party": one, "from": "0.2", "to": "0.8", "by": by, "on": "2024"} for one in parties for by in ("A. Berg", "A: Lund, # Oslo")]
    for issue in issues:
        issue["group"] = draw.choice(("core", "rest"))
        issue |= {
            name: [dict(one) for one in draw.sample(judged, draw.randint(1, 3))]
            for name in ("salience", "power")
            if name == "salience" or draw.random() < 0.5
        }
    speakers = [{"id": "minister", "name": "Minister", "commits": True}]
    listed = [{"id": one, "name": f"Party {one.upper()}", **({"speakers": speakers} if draw.random() < 0.6 else {})} for one in parties]
    events = [{"id": "round", "date": "2024-05", "what": draw.choice(WORDS), "source": "paper"}]
    groups = [{"id": one, "name": f"{draw.choice(WORDS)} {one}"} for one in ("core", "rest")]
    blocs = [{"id": "coast", "name": "Coast", "members": [parties[0], {"party": parties[1], "joined": "2024-02", "left": "2024-12-01"}]}]
    editions = [{"name": draw.choice(WORDS), "day": "2024-05-02"}, {"name": "Later", "day": "2024-06-02"}]
    header = {
        "id": "talks", "title": "Talks", "reviewed": "2025-01-01", "parties": listed, "blocs": blocs, "groups": groups, "issues": issues,
        "events": events, "editions": editions,
    }  # fmt: skip
    (target / "negotiation.yaml").write_text(_text(header, draw), encoding="utf-8")
    author = [{"family": "Berg", "given": "Kari"}, {"literal": "Ministry of Fish, Food"}, {"literal": "Gazette"}]
    for key in ("paper", "speech"):
        record = {
            "id": key,
            "title": f"The {key}",
            "author": author[: draw.randint(1, 3)],
            "issued": "2024-06",
            "body": [{"line": 3, "fingerprint": "0" * 16}],
        }
        (folder / "positions" / "seeds" / f"{key}.yaml").write_text(_text(record, draw), encoding="utf-8")
    for party in listed:
        said = [_statement(draw, party, number) for number in range(draw.randint(1, 4))]
        own = {"party": party["id"]} if draw.random() < 0.6 else {}
        for one in said:
            if not own:
                one["party"] = party["id"]
        (target / f"{party['id']}.yaml").write_text(_text({**own, "statements": said}, draw), encoding="utf-8")
    return target


def _statement(draw: random.Random, party: Mapping[str, Any], number: int) -> dict[str, Any]:
    is_ban = draw.random() < 0.5
    at = draw.choice(RUNGS) if is_ban else str(draw.randint(0, 100))
    places: tuple[Any, ...] = ({"at": at}, {"unknown": draw.choice(WORDS)}, {"not_placeable": "No ask."})
    place = draw.choices(places, (6, 1, 1))[0]
    if not is_ban and draw.random() < 0.3:
        place = {"from": "10", "to": "20", "reading": draw.choice(("imprecise", "acceptable"))}
    more: dict[str, Any] = {
        "says": draw.choice(WORDS), "said": f"2024-0{draw.randint(1, 5)}-0{draw.randint(1, 9)}", "source": draw.choice(("paper", "speech")), "note": draw.choice(WORDS),
        "locator": {"line": draw.randint(1, 9), "anchor": "so many words"}, "firmness": draw.randint(1, 5), "internal": True, "confidence": "low",
        "amount": {"value": "3.5", "unit": "bn", "what": "cut"}, "condition": {"type": "if", "says": "the ports open"},
        **({"speaker": "minister"} if "speakers" in party else {}),
    }  # fmt: skip
    kept = {key: value for key, value in more.items() if draw.random() < 0.6}
    if "source" not in kept:
        kept.pop("locator", None)
    kind = draw.choice(("demand", "offer", "red_line"))
    return {"id": f"{party['id']}-{number}", "issue": "ban" if is_ban else "levy", "kind": kind, "place": place, **kept}


def _text(value: dict[str, Any], draw: random.Random) -> str:
    """Return a file as somebody may have written it: with comments, blank lines and line ends of another system."""
    text = whole(value)
    lines = [f"{line}\n" if draw.random() < 0.9 else f"{line}\n\n" for line in text.splitlines()] if draw.random() < 0.5 else [text]
    return f"# by hand: {draw.choice(WORDS)}\n" + "".join(lines)


def files(folder: Path) -> dict[str, bytes]:
    """Return the content of every file, by its name, those of the history left out."""
    names = (path.relative_to(folder) for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(one): (folder / one).read_bytes() for one in names if not any(part.startswith(".") for part in one.parts)}


def workbook(talks: Opened) -> Any:
    """Return the workbook as a program for tables opens it."""
    return load_workbook(io.BytesIO(editing_workbook(talks)))


def back(written: Any, name: str = "talks.xlsx") -> Book:
    """Return what comes back when such a program has saved it."""
    made = io.BytesIO()
    written.save(made)
    found = book_in(made.getvalue(), name)
    assert found is not None
    return found


def column(written: Any, kind: Kind, head: str) -> int:
    """Return the number of a column, counted from 1, by the head that the files have for it."""
    heads = [one.value for one in written[SHEETS[kind]][1]]
    return heads.index(next(say(head_of(kind, one)) for one in columns_of(kind) if one.head == head)) + 1


def row(written: Any, kind: Kind, key: str, within: str = "") -> int:
    """Return the number of the row of a record."""
    sheet = written[SHEETS[kind]]
    own = column(written, kind, known_in(kind))
    for number in range(2, sheet.max_row + 1):
        if sheet.cell(number, own).value == key and within in ("", sheet.cell(number, 1).value):
            return number
    raise KeyError(key)


def put(written: Any, kind: Kind, key: str, head: str, value: object, within: str = "") -> int:
    """Write into the cell of a record, and return the number of its row."""
    number = row(written, kind, key, within)
    cell = written[SHEETS[kind]].cell(number, column(written, kind, head))
    cell.value = value
    if isinstance(value, str):
        cell.data_type = "s"  # a text that begins like a formula is one
    return number


def append(written: Any, kind: Kind, cells: Mapping[str, object]) -> int:
    """Write a row beneath the others, and return its number."""
    sheet = written[SHEETS[kind]]
    number = sheet.max_row + 1
    for head, cell in cells.items():
        sheet.cell(number, column(written, kind, head)).value = cell
    return int(number)


def found_in(written: Any, folder: Path) -> tuple[Edited, Opened]:
    """Return what somebody did to a workbook, against the files as they stand."""
    talks = opened(folder)
    return edited(back(written), talks), talks
