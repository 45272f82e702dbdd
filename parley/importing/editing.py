"""New parties, speakers and issues put into a negotiation's own file, of which every other line stays byte for byte."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple, cast

from parley.editing.emitting import as_text
from parley.editing.splicing import CannotKeepError, spliced
from parley.handed_in import TableError
from parley.model import UNGROUPED
from parley.strict_yaml import Text

Record = dict[str, Any]
Ways = Mapping[str, Mapping[str, str]]  # which way parties want, by issue and party
Judged = Mapping[str, Mapping[str, Sequence[Mapping[str, Any]]]]  # salience and power as a table had them, by issue
RATED = ("salience", "power")


class Rated(NamedTuple):
    """Salience or power that a table has otherwise than before; where it is not taken somebody has changed it here."""

    name: str
    issue: str
    party: str
    is_taken: bool


@dataclass(frozen=True)
class Header:
    """A negotiation's own file with what is new, and what differs: issues of another scale, and pairs of issue and party that want another way.

    Of these pairs it has the way of the table for those `turned`, and for those `held` the one that somebody has given them here.
    """

    text: str
    kept: tuple[str, ...] = ()
    turned: tuple[tuple[str, str], ...] = ()
    held: tuple[tuple[str, str], ...] = ()
    rated: tuple[Rated, ...] = ()


def with_new(content: str, held: Mapping[str, Text], made: Mapping[str, Any], last: Ways, judged: Judged) -> Header:
    """Return a header, which holds what was read of it, with what a table names and it does not; what somebody has written there stays as it is.

    `last` is which way the table had parties want before, and `judged` how it had them rated.
    Raises `TableError` where it is written in a way that could not be kept.
    """
    old, new = cast("Record", held), cast("Record", as_text(made))
    after = _with(old, new, last, judged)
    issues = {one["id"]: one for one in new["issues"]}
    both = [(one, issues[one["id"]]) for one in old["issues"] if one["id"] in issues]
    kept = tuple(one["id"] for one, its in both if _plainly(one["scale"]) != _plainly(its["scale"]))
    other = [(one, its, party) for one, its in both for party, way in its["directions"].items() if one["directions"].get(party, way) != way]
    turned = tuple((one["id"], party) for one, its, party in other if _is_turned(one, its, last, party))
    mine = tuple((one["id"], party) for one, its, party in other if its["directions"][party] != last.get(one["id"], {}).get(party))
    rated = tuple(one for issue, its in both for name in RATED for one in _rated_otherwise(issue, its, name, judged))
    try:
        text = spliced(content, held, cast("Mapping[str, Text]", after))
        return Header(text, kept, turned, tuple(one for one in mine if one not in turned), rated)
    except CannotKeepError as error:
        raise TableError.header_in_own_style(sorted(_ids(new) - _ids(old))) from error


def _is_turned(issue: Record, made: Record, last: Ways, party: str) -> bool:
    """Return whether the table has a party want another way than before, and nobody has said otherwise here."""
    now = issue["directions"].get(party)
    return bool(now != made["directions"].get(party, now) and now == last.get(issue["id"], {}).get(party))


def _ids(header: Mapping[str, Any]) -> set[str]:
    """Return the ids of the parties and issues of a header."""
    return {one["id"] for kind in ("parties", "issues") for one in header[kind]}


def _with(held: Record, made: Record, last: Ways, judged: Judged) -> Record:
    """Return a header with what is new."""
    issues = {one["id"]: one for one in made["issues"]}
    parties = {one["id"]: one for one in made["parties"]}
    after = {
        **held,
        "parties": _joined([_with_speakers(one, parties.get(one["id"], {})) for one in held["parties"]], made["parties"]),
        "issues": _joined([_with_directions(one, issues.get(one["id"], {}), last, judged) for one in held["issues"]], made["issues"]),
    }
    if made.get("blocs"):
        after["blocs"] = _with_members(held.get("blocs", []), made["blocs"])
    if groups := _with_groups(held, made, after["issues"]):
        after["groups"] = groups
    if made.get("events"):
        after["events"] = _joined(held.get("events", []), made["events"])
    return after


def _with_groups(held: Record, made: Record, issues: Iterable[Record]) -> list[Record]:
    """Return the headings of issues with those that new issues need; none where all stand under the one that needs no word."""
    first: list[Record] = held.get("groups", [])
    needed = {one.get("group", UNGROUPED.id) for one in issues}
    if not first and needed == {UNGROUPED.id}:
        return []
    others = {"id": UNGROUPED.id, "name": UNGROUPED.name}
    return _joined(_joined(first, [one for one in made.get("groups", ()) if one["id"] in needed]), [others] if others["id"] in needed else [])


def _with_members(held: list[Record], made: list[Record]) -> list[Record]:
    """Return blocs with the members that are new; a party that belongs to one stays there."""
    placed = {one if isinstance(one, str) else one["party"] for bloc in held for one in bloc["members"]}
    known = {one["id"]: [member for member in one["members"] if member not in placed] for one in made}
    after = [{**one, "members": [*one["members"], *known.get(one["id"], ())]} for one in held]
    return _joined(after, [{**one, "members": known[one["id"]]} for one in made if known[one["id"]]])


def _joined(held: list[Record], made: list[Record]) -> list[Record]:
    known = {one["id"] for one in held}
    return [*held, *(one for one in made if one["id"] not in known)]


def _with_speakers(party: Record, made: Record) -> Record:
    speakers = _joined(party.get("speakers", []), made.get("speakers", []))
    return {**party, "speakers": speakers} if speakers else party


def _with_directions(issue: Record, made: Record, last: Ways, judged: Judged) -> Record:
    if not made:
        return issue
    new = {key: one for key, one in made["directions"].items() if key not in issue["directions"] or _is_turned(issue, made, last, key)}
    rated = {name: _with_ratings(issue, made, name, judged) for name in RATED if made.get(name)}
    return {**issue, "directions": {**issue["directions"], **new}, **rated}


def _with_ratings(issue: Record, made: Record, name: str, judged: Judged) -> list[Record]:
    """Return the judgements of an issue as the table has them where nobody has changed them here, with those of parties and authors that are new."""
    held = issue.get(name, [])
    coming = _by_author(made[name])
    turned = {(one.party, by) for one, by in _otherwise(issue, made, name, judged) if one.is_taken}
    after = [coming[key] if key in turned else one for key, one in _by_author(held).items()]
    return [*after, *(one for key, one in coming.items() if key not in _by_author(held))]


def _rated_otherwise(issue: Record, made: Record, name: str, judged: Judged) -> list[Rated]:
    return [one for one, _ in _otherwise(issue, made, name, judged)]


def _otherwise(issue: Record, made: Record, name: str, judged: Judged) -> Iterator[tuple[Rated, str]]:
    """Yield each judgement that the table has otherwise than the last time and than it stands, with its author."""
    last = _by_author(judged.get(name, {}).get(issue["id"], ()))
    coming = _by_author(made.get(name, ()))
    for key, one in _by_author(issue.get(name, ())).items():
        if key in coming and coming[key] not in (one, last.get(key)):
            yield Rated(name, issue["id"], key[0], is_taken=one == last.get(key)), key[1]


def _by_author(several: Iterable[Mapping[str, Any]]) -> dict[tuple[str, str], Record]:
    return {(one["party"], one["by"]): dict(one) for one in several}


def _plainly(scale: Mapping[str, Any]) -> object:
    """Return what of a scale decides where statements stand: the ids of its rungs in order, or unit and ends."""
    if "ladder" in scale:
        return [one["id"] for one in scale["ladder"]]
    return {key: scale["quantity"][key] for key in ("unit", "bottom", "top")}
