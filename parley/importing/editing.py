"""New parties, speakers and issues put into a negotiation's own file, of which every other line stays byte for byte."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from ruamel.yaml import YAML

from parley.errors import TableError

# How lists are indented: below their key by two blanks, or not at all.
_STYLES = ((2, 4, 2), (2, 2, 0))


def with_new(content: str, made: Mapping[str, Any]) -> tuple[str, tuple[str, ...]]:
    """Return a header with what a table names and it does not hold, and the ids of issues whose scale the table would have otherwise.

    What somebody has written there stays as it is. Raises `TableError` where it is written in a way that could not be kept.
    """
    if "\r\n" in content:
        text, kept = with_new(content.replace("\r\n", "\n"), made)
        return text.replace("\n", "\r\n"), kept
    keeps = next((one for one in map(_rounds, _STYLES) if _written(one, one.load(content)) == content), None)
    rounds = keeps or _rounds(_STYLES[0])
    held = rounds.load(content)
    new = sorted(_ids(made) - _ids(held))
    kept, is_changed = _put(held, made)
    if is_changed and keeps is None:
        raise TableError.header_in_own_style(new)
    return (_written(rounds, held) if is_changed else content), kept


def _rounds(style: tuple[int, int, int]) -> YAML:
    made = YAML()
    made.preserve_quotes = True
    made.width = 10_000
    made.indent(mapping=style[0], sequence=style[1], offset=style[2])
    return made


def _written(rounds: YAML, held: object) -> str:
    text = io.StringIO()
    rounds.dump(held, text)
    return text.getvalue()


def _ids(header: Any) -> set[str]:
    """Return the ids of the parties and issues of a header."""
    return {str(one["id"]) for kind in ("parties", "issues") for one in header[kind]}


def _put(held: Any, made: Mapping[str, Any]) -> tuple[tuple[str, ...], bool]:
    """Put what is new into a header as it was read, and return the ids of issues of another scale, and whether anything was new."""
    is_changed = False
    kept: list[str] = []
    parties = {str(one["id"]): one for one in held["parties"]}
    for party in made["parties"]:
        if party["id"] not in parties:
            held["parties"].append(party)
            is_changed = True
            continue
        speakers = parties[party["id"]].setdefault("speakers", []) if party.get("speakers") else []
        for speaker in party.get("speakers", ()):
            if speaker["id"] not in {str(one["id"]) for one in speakers}:
                speakers.append(speaker)
                is_changed = True
    issues = {str(one["id"]): one for one in held["issues"]}
    for issue in made["issues"]:
        if issue["id"] not in issues:
            held["issues"].append(issue)
            is_changed = True
            continue
        own = issues[issue["id"]]
        if _plainly(own["scale"]) != _plainly(issue["scale"]):
            kept.append(issue["id"])
        for name in ("salience", "power"):
            own_ratings = own.setdefault(name, []) if issue.get(name) else []
            known = {(str(one["party"]), str(one["by"])) for one in own_ratings}
            new = [one for one in issue.get(name, ()) if (one["party"], one["by"]) not in known]
            own_ratings.extend(new)
            is_changed |= bool(new)
        for party, wants in issue["directions"].items():
            if party not in own["directions"]:
                own["directions"][party] = wants
                is_changed = True
    for name in ("blocs", "events"):
        listed = held.setdefault(name, []) if made.get(name) else []
        new = [one for one in made.get(name, ()) if one["id"] not in {str(each["id"]) for each in listed}]
        listed.extend(new)
        is_changed |= bool(new)
    in_bloc = {str(member) for bloc in held.get("blocs", ()) for member in bloc["members"]}
    for bloc in made.get("blocs", ()):
        own_bloc = next(one for one in held["blocs"] if str(one["id"]) == bloc["id"])
        new = [one for one in bloc["members"] if one not in in_bloc]
        own_bloc["members"].extend(new)
        is_changed |= bool(new)
    return tuple(kept), is_changed


def _plainly(scale: Mapping[str, Any]) -> object:
    """Return what of a scale decides where statements stand: the ids of its rungs in order, or unit and ends."""
    if "ladder" in scale:
        return [one["id"] for one in scale["ladder"]]
    return {key: str(scale["quantity"][key]) for key in ("unit", "bottom", "top")}
