"""A negotiation in files, from what was drafted of a table: written new, or brought up to its next edition without touching anything else."""

from __future__ import annotations

import csv
import io
import shutil
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, cast

from parley.dataset import Dataset, load
from parley.editing.emitting import as_text, item, whole
from parley.editing.opening import opened
from parley.editing.saving import note_first, save_files
from parley.errors import BadFilesError
from parley.files import read_document
from parley.folders import yaml_files
from parley.formulas import guarded
from parley.handed_in import TableError
from parley.importing.blaming import Blamed, blamed
from parley.importing.drafted import BadCell, Drafted, Entry, Known, Rating, Spot
from parley.importing.editing import RATED, Header, Judged, Ways, with_new
from parley.importing.editions import merged
from parley.importing.joined_away import JoinedAway, joined_away, without
from parley.importing.lasting_ids import kept_ids
from parley.importing.mapping import IssueMeaning, TableMapping
from parley.importing.naming import id_of
from parley.importing.wanting import wishes
from parley.model import NEGOTIATION_FILE, UNGROUPED, Negotiation, PartyFile, Source
from parley.numbers import plain
from parley.reading import read_entries, read_record
from parley.writing import write_whole

STATEMENTS_FILE = "statements.yaml"
OWN_FOLDER = "import"  # what belongs to the table: how it is read, and what could not be taken
MAPPING_FILE, BAD_FILE, WAYS_FILE, RATINGS_FILE = "mapping.yaml", "left-out.csv", "directions.yaml", "ratings.yaml"
SEEDS = "seeds"


@dataclass(frozen=True)
class Change:
    """What bringing a table in makes of a folder: the statements that are new, that say something else and that are gone, by id, and the files."""

    is_new: bool
    added: tuple[str, ...]
    altered: tuple[str, ...]
    removed: tuple[str, ...]
    files: Mapping[str, str]  # the content of each file to be written, by its name in the folder
    held: tuple[str, ...]  # statements that stay as somebody has made them, though the table says otherwise
    header: Header  # what of the folder's own file differs
    spots: Mapping[tuple[str, str], Spot]  # by a file and an id in it, where in the table that stands first
    joined: tuple[JoinedAway, ...] = ()  # parties of the folder that the table reads as another now
    taken_out: tuple[JoinedAway, ...] = ()  # those of them that the folder does not have any more
    entries_held: Mapping[str, Entry] = field(default_factory=dict)  # what the table or the folder has of those held


def change_of(folder: Path, drafted: Drafted, today: date, *, takes_out: bool = False) -> Change:
    """Return what would be written into a folder, which may hold an earlier edition; raise `BadFilesError` where that cannot be read.

    Where it `takes_out`, parties that the table reads as another now go, if nothing refers to them.
    """
    _refuse_what_is_not_ours(folder)
    before = _entries_in(folder / STATEMENTS_FILE)
    # A folder of an older version does not hold what its table gave: there what stands is taken for it.
    last = _entries_in(folder / OWN_FOLDER / STATEMENTS_FILE) or before
    given = kept_ids(drafted, last, before)
    done = merged(last, before, given)
    entries, after = done.entries, {entry["id"]: entry for entry in done.entries}
    files = {STATEMENTS_FILE: statements_text(entries)} if list(before.values()) != list(entries) else {}
    header = _header(folder, drafted, today)
    joined = joined_away(folder, header.text, drafted.mapping, kept_mapping(folder), entries) if before else ()
    gone = tuple(one for one in joined if takes_out and not one.cited)
    if gone and (text := without(folder, header.text, gone)) is not None:
        header = replace(header, text=text)
    elif gone:
        joined, gone = tuple(one._replace(cited=one.cited or (NEGOTIATION_FILE,)) for one in joined), ()
    files |= {NEGOTIATION_FILE: header.text} if header.text != _content(folder / NEGOTIATION_FILE) else {}
    for key, record in drafted.sources.items():
        if not (folder / SEEDS / f"{key}.yaml").exists():
            files[f"{SEEDS}/{key}.yaml"] = whole(record)
    own = {
        f"{OWN_FOLDER}/{STATEMENTS_FILE}": statements_text(given),
        f"{OWN_FOLDER}/{MAPPING_FILE}": mapping_text(drafted.mapping),
        f"{OWN_FOLDER}/{WAYS_FILE}": whole({key: {party: one.way for party, one in ways.items()} for key, ways in wishes(drafted).items()}),
        f"{OWN_FOLDER}/{BAD_FILE}": bad_text(drafted.bad),
    }
    if drafted.salience or drafted.power:
        own[f"{OWN_FOLDER}/{RATINGS_FILE}"] = whole(_judged(drafted))
    files |= {
        name: text
        for name, text in own.items()
        if _content(folder / name) != text and (drafted.bad or not name.endswith(BAD_FILE) or (folder / name).exists())
    }
    return Change(
        not before,
        tuple(key for key in after if key not in before),
        tuple(key for key in after if key in before and after[key] != before[key]),
        tuple(key for key in before if key not in after),
        files,
        done.held,
        header,
        _spots(given, drafted),
        joined,
        gone,
        {key: entry for key, entry in {**before, **{one["id"]: one for one in given}}.items() if key in done.held},
    )


def _spots(given: Sequence[Entry], drafted: Drafted) -> Mapping[tuple[str, str], Spot]:
    found: dict[tuple[str, str], Spot] = {}
    for entry, spot in zip(given, drafted.spots, strict=True):
        found[STATEMENTS_FILE, entry["id"]] = spot
        for key in (entry["issue"], *entry.get("parties", (entry.get("party"),))):
            found.setdefault((NEGOTIATION_FILE, key), spot)
    return found


def _refuse_what_is_not_ours(folder: Path) -> None:
    """Refuse a folder in which something stands and no table has come: what somebody made otherwise is not written over."""
    is_empty = not folder.exists() or (folder.is_dir() and not any(folder.iterdir()))
    if not is_empty and not (folder / OWN_FOLDER / MAPPING_FILE).exists():
        raise TableError.not_a_tables(str(folder))


def known_in(folder: Path) -> Known:
    """Return how a folder calls documents and speakers already; nothing where there is none."""
    if not (folder / NEGOTIATION_FILE).exists():
        return Known()
    negotiation = read_record(Negotiation, folder / NEGOTIATION_FILE)[0]
    sources = (read_record(Source, path)[0] for path in yaml_files(folder / SEEDS))
    speakers = {party.id: {one.name: one.id for one in party.speakers} for party in negotiation.parties}
    return Known({one.title: one.id for one in sources}, speakers)


class Tried(NamedTuple):
    """A negotiation as it would be, and what would be left out of it, told by the place in the table or in the folder."""

    dataset: Dataset
    left_out: Blamed


def tried(folder: Path, change: Change) -> Tried:
    """Return the negotiation as it would be, read by the strict reader from a copy; nothing of the folder is touched.

    Raises `TableError` where it could not be read.
    """
    with tempfile.TemporaryDirectory(prefix="parley-") as room:
        copy = Path(room) / folder.name
        if folder.exists():
            shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*"))
        write_files(copy, change.files)
        try:
            found = load(copy, copy / SEEDS if (copy / SEEDS).is_dir() else None)
        except BadFilesError as error:
            raise TableError(str(blamed(error.problems, copy, folder, change.files, change.spots))) from error
        left_out = blamed(found.left_out, copy, folder, change.files, change.spots)
        if found.left_out and change.is_new:
            raise TableError(str(left_out))
        return Tried(found, left_out)


def bring_in(folder: Path, change: Change, who: str, message: str) -> None:
    """Write what changes as one save, of which the history tells who made it and what it was; a new folder comes into its place whole."""
    if folder.exists() and any(folder.iterdir()):
        files = {folder / name: text.encode() for name, text in change.files.items()}
        while save_files(opened(folder), files, who, message) is None:
            pass  # somebody else has just saved something
        return
    write_new(folder, change.files, who, message)


def write_new(folder: Path, files: Mapping[str, str], who: str, message: str) -> None:
    """Write a new folder, which comes into its place whole, as the first version of its history."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".parley-", dir=folder.parent) as room:
        made = Path(room) / folder.name
        write_files(made, files)
        made.rename(folder)
    note_first(folder, who, message)


def write_files(folder: Path, files: Mapping[str, str]) -> None:
    """Write files into a folder by their names in it, the statements last."""
    for name in sorted(files, key=lambda one: (one == STATEMENTS_FILE, one)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, files[name].encode())


def kept_mapping(folder: Path) -> TableMapping | None:
    """Return how the table in a folder was read; None where none was brought in."""
    path = folder / OWN_FOLDER / MAPPING_FILE
    return read_record(TableMapping, path)[0] if path.exists() else None


def mapping_text(mapping: TableMapping) -> str:
    """Return a mapping as its file holds it."""
    return whole(mapping.model_dump(mode="json", exclude_defaults=True))


def bad_text(bad: Sequence[BadCell]) -> str:
    """Return what could not be taken, as a table with the row and column of the user's own."""
    made = io.StringIO(newline="")
    rows = csv.writer(made, lineterminator="\n")
    heads, several = ["row", "column", "value", "why", "remedy"], any(one.sheet for one in bad)
    rows.writerow([*heads, *(["sheet"] if several else [])])
    rows.writerows([str(one.row), *(guarded(str(cell)) for cell in one[1 : len(heads) + several])] for one in bad)
    return "\ufeff" + made.getvalue()


def _entries_in(path: Path) -> dict[str, Entry]:
    """Return the statements of a file, by id; none where it is not there."""
    if not path.exists():
        return {}
    read = read_entries(PartyFile, path, "statements")
    if read.wrong:
        raise BadFilesError([problem for problems in read.wrong.values() for problem in problems])
    statements = read_document(path).value.get("statements", [])
    assert isinstance(statements, list)
    return {str(one["id"]): _typed(one) for one in statements if isinstance(one, dict) and "id" in one}


def _typed(entry: Mapping[str, Any]) -> Entry:
    """Return an entry as drafting makes it: the strict reader takes every scalar for text."""
    locator = {key: int(one) if key in ("paragraph", "line") else one for key, one in entry.get("locator", {}).items()}
    numbers = {"firmness": int(entry["firmness"])} if "firmness" in entry else {}
    return {**entry, **({"locator": locator} if locator else {}), **numbers}


def statements_text(entries: Sequence[Entry]) -> str:
    """Return the file of statements; written entry by entry it takes a seventh of the time."""
    lines = (line for one in entries for line in item(as_text(one), "'", is_flow=False))
    return "".join(f"{line}\n" for line in ("statements:", *lines))


def _header(folder: Path, drafted: Drafted, today: date) -> Header:
    """Return the negotiation's own file where it is new or as a table made it, and what is kept of one that somebody has edited."""
    path = folder / NEGOTIATION_FILE
    made = _negotiation(drafted, today.isoformat())
    content = _content(path)
    if content is None:
        return Header(whole(made))
    document = read_record(Negotiation, path)[1]  # what the strict reader refuses is not added to
    found = with_new(document.content, document.value, made, _last_ways(folder), _last_ratings(folder))
    return replace(found, text=content[: content.startswith("\ufeff")] + found.text)  # the mark with which some programs begin a file stays


def _last_ways(folder: Path) -> Ways:
    """Return which way the table had parties want the last time; a folder of an older version only knows what its mapping says of all."""
    path = folder / OWN_FOLDER / WAYS_FILE
    if path.exists():
        held = read_document(path).value
        return {key: {party: str(way) for party, way in ways.items()} for key, ways in held.items() if isinstance(ways, dict)}
    kept = kept_mapping(folder)
    return {one.id: {party.id: party.wants or one.wants or "target" for party in kept.parties} for one in kept.issues} if kept else {}


def _last_ratings(folder: Path) -> Judged:
    """Return salience and power as the table had them the last time; none of a folder of an older version, where nobody can tell."""
    path = folder / OWN_FOLDER / RATINGS_FILE
    return cast("Judged", read_document(path).value) if path.exists() else {}


def _judged(drafted: Drafted) -> dict[str, Any]:
    return {name: {one.id: found for one in drafted.mapping.issues if (found := _ratings(drafted, name, one.id))} for name in RATED}


def _negotiation(drafted: Drafted, today: str) -> dict[str, Any]:
    mapping = drafted.mapping
    wanted = wishes(drafted)
    parties = []
    for party in mapping.parties:
        speakers = [{"id": key, "name": name, "commits": True} for name, key in drafted.speakers.get(party.id, {}).items()]
        short = {"short": party.short} if party.short and party.short != party.name else {}
        parties.append({"id": party.id, "name": party.name, **short, **({"speakers": speakers} if speakers else {})})
    groups = _groups(mapping)
    issues = []
    for issue in mapping.issues:
        directions = {party: one.way for party, one in wanted.get(issue.id, {}).items()}
        if directions:
            more = {**({"group": groups[issue.group]} if issue.group else {}), **({"question": issue.question} if issue.question else {})}
            rated = {name: found for name in RATED if (found := _ratings(drafted, name, issue.id))}
            issues.append({"id": issue.id, "name": issue.name, **more, "scale": _scale(issue), "directions": directions, **rated})
    blocs: dict[str, list[str]] = {}
    for party in mapping.parties:
        if party.bloc:
            blocs.setdefault(party.bloc, []).append(party.id)
    listed = [{"id": key, "name": name} for name, key in groups.items()]
    told = {**({"blocs": _blocs(blocs)} if blocs else {}), **({"groups": listed} if listed else {})}
    events = {"events": list(drafted.events)} if drafted.events else {}
    return {"id": mapping.negotiation, "title": mapping.title, "reviewed": today, "parties": parties, **told, "issues": issues, **events}


def _groups(mapping: TableMapping) -> dict[str, str]:
    """Return the ids of the headings of issues, by name, in their order; with any, the one under which the other issues stand is the last."""
    found: dict[str, str] = {}
    for issue in mapping.issues:
        if issue.group and issue.group not in found:
            found[issue.group] = id_of(issue.group, "group", found.values())
    if found and any(not issue.group for issue in mapping.issues) and UNGROUPED.id not in found.values():
        found[UNGROUPED.name] = UNGROUPED.id
    return found


def _blocs(blocs: Mapping[str, Sequence[str]]) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for name, members in blocs.items():
        made.append({"id": id_of(name, "bloc", {one["id"] for one in made}), "name": name, "members": list(members)})
    return made


def _ratings(drafted: Drafted, name: str, issue: str) -> list[dict[str, str]]:
    """Return what the table says of how much an issue matters to each party, or of its power there, with whoever coded it."""
    coded = drafted.mapping.defaults.coded
    given = coded.model_dump(mode="json", exclude_none=True) if coded else {}
    found: Sequence[Rating] = getattr(drafted, name)
    return [{"party": one.party, "from": plain(one.low), "to": plain(one.high), **given} for one in found if one.issue == issue]


def _scale(issue: IssueMeaning) -> dict[str, Any]:
    if issue.quantity is not None:
        made: dict[str, Any] = {key: str(one) for key, one in issue.quantity.model_dump(exclude_none=True, exclude={"anchors"}).items()}
        anchors = [{"at": str(one.at), "name": one.name} for one in issue.quantity.anchors]
        return {"quantity": {**made, **({"anchors": anchors} if anchors else {})}}
    return {"ladder": [{"id": one.id, "name": one.name, **({"means": one.means} if one.means else {})} for one in issue.levels]}


def _content(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8")
    except FileNotFoundError:
        return None
