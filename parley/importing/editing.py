"""New parties, speakers and issues put into a negotiation's own file, of which every other line stays byte for byte."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, cast

from parley.editing.emitting import as_text
from parley.editing.splicing import CannotKeepError, spliced
from parley.errors import TableError
from parley.strict_yaml import Text

Header = dict[str, Any]
RATED = ("salience", "power")


def with_new(content: str, held: Mapping[str, Text], made: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return a header, which holds what was read of it, with what a table names and it does not, and the ids of issues of another scale.

    What somebody has written there stays as it is. Raises `TableError` where it is written in a way that could not be kept.
    """
    new = cast("Header", as_text(made))
    after, kept = _with(cast("Header", held), new)
    try:
        return spliced(content, held, after), kept
    except CannotKeepError as error:
        raise TableError.header_in_own_style(sorted(_ids(new) - _ids(held))) from error


def _ids(header: Mapping[str, Any]) -> set[str]:
    """Return the ids of the parties and issues of a header."""
    return {one["id"] for kind in ("parties", "issues") for one in header[kind]}


def _with(held: Header, made: Header) -> tuple[Header, tuple[str, ...]]:
    """Return a header with what is new, and the ids of issues of which it has another scale."""
    issues = {one["id"]: one for one in made["issues"]}
    kept = tuple(one["id"] for one in held["issues"] if one["id"] in issues and _plainly(one["scale"]) != _plainly(issues[one["id"]]["scale"]))
    parties = {one["id"]: one for one in made["parties"]}
    after = {
        **held,
        "parties": _joined([_with_speakers(one, parties.get(one["id"], {})) for one in held["parties"]], made["parties"]),
        "issues": _joined([_with_directions(one, issues.get(one["id"], {})) for one in held["issues"]], made["issues"]),
    }
    if made.get("blocs"):
        after["blocs"] = _with_members(held.get("blocs", []), made["blocs"])
    if made.get("events"):
        after["events"] = _joined(held.get("events", []), made["events"])
    return after, kept


def _with_members(held: list[Header], made: list[Header]) -> list[Header]:
    """Return blocs with the members that are new; a party that belongs to one stays there."""
    placed = {one if isinstance(one, str) else one["party"] for bloc in held for one in bloc["members"]}
    known = {one["id"]: [member for member in one["members"] if member not in placed] for one in made}
    after = [{**one, "members": [*one["members"], *known.get(one["id"], ())]} for one in held]
    return _joined(after, [{**one, "members": known[one["id"]]} for one in made if known[one["id"]]])


def _joined(held: list[Header], made: list[Header]) -> list[Header]:
    known = {one["id"] for one in held}
    return [*held, *(one for one in made if one["id"] not in known)]


def _with_speakers(party: Header, made: Header) -> Header:
    speakers = _joined(party.get("speakers", []), made.get("speakers", []))
    return {**party, "speakers": speakers} if speakers else party


def _with_directions(issue: Header, made: Header) -> Header:
    if not made:
        return issue
    new = {key: one for key, one in made["directions"].items() if key not in issue["directions"]}
    return {**issue, "directions": {**issue["directions"], **new}, **{name: _with_ratings(issue, made, name) for name in RATED if made.get(name)}}


def _with_ratings(issue: Header, made: Header, name: str) -> list[Header]:
    """Return the judgements of an issue with those of parties and authors that are new."""
    held = issue.get(name, [])
    known = {(one["party"], one["by"]) for one in held}
    return [*held, *(one for one in made[name] if (one["party"], one["by"]) not in known)]


def _plainly(scale: Mapping[str, Any]) -> object:
    """Return what of a scale decides where statements stand: the ids of its rungs in order, or unit and ends."""
    if "ladder" in scale:
        return [one["id"] for one in scale["ladder"]]
    return {key: scale["quantity"][key] for key in ("unit", "bottom", "top")}
