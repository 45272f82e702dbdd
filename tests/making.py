"""Small invented negotiations for tests, built in memory from a few words."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from parley.analysis.evidence import ALL_EVIDENCE, EvidenceCut
from parley.analysis.gaps import Gap, gap_as_of
from parley.analysis.moved import IssueMovement
from parley.analysis.movement import movement
from parley.analysis.positions import Position, position_as_of
from parley.dataset import Dataset
from parley.model import Negotiation, Source, Statement

TODAY = date(2025, 3, 31)
LINKS = {"if": "if", "only_if": "only if", "iff": "if and only if"}  # a condition's type, and how it is told
Words = Mapping[str, Any]


def replaced(path: str | Path, old: str, new: str) -> None:
    """Replace words in a file by others, once; they must stand there."""
    content = Path(path).read_text(encoding="utf-8")
    assert old in content
    Path(path).write_text(content.replace(old, new, 1), encoding="utf-8")


def ladder(rungs: int) -> Words:
    """Return a ladder of so many rungs, with the ids r0, r1, ..."""
    return {"ladder": [{"id": f"r{n}", "name": f"Rung {n}", "means": f"Outcome {n}.", "why": "More."} for n in range(rungs)]}


def percent(top: str = "50", resolution: str = "0.1") -> Words:
    """Return a scale in per cent from 0 to `top`."""
    return {"quantity": {"unit": "%", "gap_unit": "points", "bottom": "0", "top": top, "resolution": resolution}}


def issue(scale: Words, directions: Mapping[str, str], **more: Any) -> Words:
    """Return one issue called "quota"."""
    return {"id": "quota", "name": "Quota", "group": "core", "question": "How much?", "scale": scale, "directions": directions, **more}


def statement(party: str, kind: str, at: Any, **more: Any) -> dict[str, Any]:
    """Return a statement on "quota": `at` is a value, a pair (from, to) read as imprecise, or a whole place."""
    if isinstance(at, Mapping):
        place: Words = at
    elif isinstance(at, tuple):
        place = {"from": str(at[0]), "to": str(at[1]), "reading": "imprecise"}
    else:
        place = {"at": str(at)}
    return {
        "party": party, "issue": "quota", "kind": kind, "says": f"{party} {kind}", "speaker": "minister", "place": place, "said": "2025-03-01",
        "date_basis": "printed", "source": "gazette", "locator": {"line": 1, "paragraph": 1, "anchor": "herring"}, "attribution": "on_record",
        "conveyance": "stated", "firmness": 3, "confidence": "high", **({"stage": "in_force"} if kind == "measure" else {}), **more,
    }  # fmt: skip


def dataset(issues: Sequence[Words], statements: Sequence[Words], parties_as: Mapping[str, Words] | None = None, **more: Any) -> Dataset:
    """Return a dataset of these issues and statements; parties are those that take a direction or speak, all principals.

    `parties_as` gives a party, by id, further or other fields.
    """
    names = sorted({party for one in issues for party in one["directions"]} | {one["party"] for one in statements})
    speakers = [
        {"id": "minister", "name": "minister", "commits": True}, {"id": "envoy", "name": "envoy", "commits": True},
        {"id": "leak", "name": "leak", "commits": False},
    ]  # fmt: skip
    parties = [
        {"id": name, "name": name.title(), "short": name.title(), "role": "principal", "speakers": speakers, **(parties_as or {}).get(name, {})}
        for name in names
    ]
    negotiation = Negotiation.model_validate(
        {"id": "fjords", "title": "Fjord talks", "about": "Herring.", "reviewed": "2025-04-01", "parties": parties,
         "groups": [{"id": "core", "name": "Core"}], "issues": list(issues), **more}
    )  # fmt: skip
    source = Source.model_validate(
        {"id": "gazette", "type": "article-newspaper", "title": "Talks", "issued": "2025-03-31", "date_basis": "printed", "genre": "news report",
         "language": "en", "abstract": "Talks.", "file": "gazette.txt", "body": [{"line": 1, "fingerprint": "0" * 16}]}
    )  # fmt: skip
    numbered = []
    for number, one in enumerate(statements):
        typed = Statement.model_validate({"id": f"s{number}", "day": TODAY, "reported": "2025-03-31", **one})
        numbered.append(typed.model_copy(update={"day": typed.said.latest or TODAY}))
    return Dataset(negotiation, tuple(numbered), {"gazette": source}, "test", {})


def quota(scale: Words, directions: Mapping[str, str], *statements: Words, parties_as: Mapping[str, Words] | None = None, **more: Any) -> Dataset:
    """Return a dataset with the one issue "quota"."""
    return dataset([issue(scale, directions, **more)], statements, parties_as)


def position(data: Dataset, party: str, as_of: date = TODAY, cut: EvidenceCut = ALL_EVIDENCE) -> Position:
    """Return the position of a party on "quota"."""
    return position_as_of(data, party, "quota", as_of, cut)


def gap(data: Dataset, a: str = "a", b: str = "b", as_of: date = TODAY, cut: EvidenceCut = ALL_EVIDENCE) -> Gap:
    """Return the gap between two parties on "quota"."""
    return gap_as_of(data, (a, b), "quota", as_of, cut)


def told(party: str, kind: str, at: Any, on: str, **more: Any) -> dict[str, Any]:
    """Return a statement that was published on the day on which it was said, or before which."""
    return statement(party, kind, at, said=on, **{"reported": on.removeprefix("before "), **more})


def moved(data: Dataset, since: str = "2025-03-10", until: str = "2025-03-31", cut: EvidenceCut = ALL_EVIDENCE) -> IssueMovement:
    """Return what moved between all parties on "quota"."""
    return movement(data, data.negotiation.parties, date.fromisoformat(since), date.fromisoformat(until), cut).issues[0]


def links_told(text: str, condition: str) -> dict[str, int]:
    """Return how often each link stands before the condition; line breaks and hyphens of a layout aside."""
    words = re.sub(r"\s+", " ", text.replace("\xad", ""))
    every, only, both = (words.count(f"{link} {condition}") for link in LINKS.values())
    return {"if": every - only, "only if": only - both, "if and only if": both}


def login_file(folder: Path, service: str = "http://localhost:9/", back: str = "http://localhost:{port}/oauth2callback", **own: object) -> Path:
    """Write the settings of a login at a service, with what is said under [parley], and return the file."""
    auth = {
        "redirect_uri": back,
        "cookie_secret": "0123456789abcdef" * 2,
        "client_id": "parley",
        "client_secret": "s",
        "server_metadata_url": f"{service}.well-known/openid-configuration",
    }
    lines = ["[auth]", *(f"{name} = {json.dumps(value)}" for name, value in auth.items()), "", "[parley]"]
    file = folder / "login.toml"
    file.write_text("\n".join([*lines, *(f"{name} = {json.dumps(value)}" for name, value in own.items()), ""]), encoding="utf-8")
    return file
