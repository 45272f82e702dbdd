"""A negotiation joined from its files: what is there, and every way in which files do not fit together."""

from __future__ import annotations

import gc
import os
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from pydantic import BaseModel

from parley import agendas, model
from parley.checks import repeated_ids
from parley.dataset import Dataset, load
from parley.errors import BadFilesError, NoPositionsError, Problem
from parley.files import read_document
from parley.folders import files_stamp, from_its_folder, negotiation_folders, seeds_folder, yaml_files
from parley.model import Event
from tests.making import replaced

DATA = Path(__file__).parent / "data"
FJORDS = DATA / "fjords"
WHOLE = "Left out: all statements of this file; what they overtake in other files is shown as if it stood."
STATEMENTS_OF_REPLY = {
    "isles-patrols-joint": "fjords/isles.yaml:13:13",
    "north-patrols-joint": "fjords/northland.yaml:96:13",
}
WRONG = sorted(path.name for path in (DATA / "wrong").iterdir())


def said(folder: Path) -> list[str]:
    """Return every problem of the negotiations in a folder."""
    datasets: list[Dataset] = []
    problems: list[Problem] = []
    for one in negotiation_folders(folder):
        try:
            datasets.append(load(one))
            problems += datasets[-1].left_out
        except BadFilesError as error:
            problems += error.problems
    return [str(problem) for problem in sorted([*problems, *repeated_ids(datasets)])]


@pytest.fixture
def fjords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the invented negotiation that a test may spoil; its records of sources lie beside it."""
    for name in ("fjords", "seeds"):
        shutil.copytree(DATA / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    return Path("fjords")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "resolution: 0.1",
            "resolution: 0",
            "58:79: 'resolution' must be greater than 0, not 0. It says: The smallest step in which outcomes differ.",
        ),
        (
            "resolution: 0.1",
            "resolution: -0.10",
            "58:79: 'resolution' must be greater than 0, not -0.10. It says: The smallest step in which outcomes differ.",
        ),
        (
            "shown: [northland, southmark, guild]",
            "shown: [northland, northland]",
            "40:20: The party 'northland' is shown twice. Name each party once.",
        ),
        (
            "members: [northland, southmark]",
            "members: [northland, southmarck]",
            "101:60: There is no party 'southmarck'. Did you mean 'southmark'?",
        ),
        (
            "members: [northland, southmark]",
            "members: [northland, northland]",
            "101:60: The party 'northland' is named twice as a member of 'Coastal states'. Name it once, or say when it left and when it joined again.",
        ),
        (
            "members: [northland, southmark]",
            "members: []",
            "101:48: 'members' has too few entries. It says: The parties in it.",
        ),
    ],
)
def test_what_cannot_be_in_the_header_is_named_as_it_stands(fjords: Path, old: str, new: str, message: str) -> None:
    """A number is told as a number, and a party named twice is not one passed over."""
    replaced(fjords / "negotiation.yaml", old, new)
    assert said(fjords) == [f"fjords/negotiation.yaml:{message}"]


def test_a_folder_is_one_negotiation_with_its_statements_and_sources() -> None:
    """The invented negotiation is joined from all of its files."""
    data = load(FJORDS)
    assert data.negotiation.id == "fjords"
    assert [one.id for one in data.statements] == [
        "guild-harbour-all-year",
        "guild-harbour-winter",
        "isles-patrols-joint",
        "north-quota-40",
        "north-quota-30",
        "north-quota-limit",
        "north-quota-leak",
        "north-quota-28",
        "north-patrols-joint",
        "north-patrols-armed",
        "south-quota-18",
        "south-harbour-summer",
        "south-quota-none-again",
        "south-quota-none",
        "south-quota-range",
        "south-patrols-limit",
    ]
    assert sorted(data.sources) == sorted(data.cited) == ["northland-2025-opening", "southmark-2025-reply"]


def test_several_files_may_name_one_party() -> None:
    """A party's statements are those of all its files."""
    data = load(FJORDS)
    assert [one.id for one in data.statements_of("southmark", "herring-quota")] == [
        "south-quota-none",
        "south-quota-range",
        "south-quota-18",
        "south-quota-none-again",
    ]


def test_a_statement_lies_on_the_last_day_it_can_have_been_said() -> None:
    """Its day is the end of its own date or that of its source, whichever is earlier."""
    by_id = load(FJORDS).statement_by_id
    assert by_id["north-quota-limit"].day == date(2025, 3, 4)
    assert by_id["south-quota-none"].day == date(2025, 3, 4)
    assert by_id["north-quota-28"].day == date(2025, 4, 30)
    assert by_id["north-patrols-armed"].day == date(2025, 4, 30)


def test_every_field_of_the_model_stands_somewhere_in_the_invented_negotiation() -> None:
    """The test data leaves no key of any file untried, but for the stage of a measure, and for what `test_trimmings`, `test_placing`, `proposing` and tables of spatial models try."""
    kinds = {"agenda": FJORDS.glob("agendas/*.yaml"), "source": (DATA / "seeds").glob("*.yaml"), "any": FJORDS.glob("*.yaml")}
    used = {kind: {key for path in paths for key in _keys(read_document(path).value)} for kind, paths in kinds.items()}
    assert _fields(agendas) <= used["agenda"]
    assert _fields(model) - (used["source"] | used["any"]) == {
        "stage",
        "proposer",
        "reason",
        "statement",
        "bloc",
        "joined",
        "left",
        "formerly",
        "merged_into",
        "on_one_day",
        "salience",
        "power",
        "out_of",
        "requires",
        "requires_of_sources",
        "prepared_by",
        "anchors",
        "coded",
        "on",
        "page",
        "URL",
        "archived",
        "accessed",
    }
    assert "internal" in used["source"] and "internal" in used["any"]


def test_a_measure_is_read_with_its_stage(tmp_path: Path) -> None:
    """And refused without one, at its place."""
    shutil.copytree(DATA / "seeds", tmp_path / "seeds")
    shutil.copytree(FJORDS, tmp_path / "fjords")
    guild = tmp_path / "fjords" / "guild.yaml"
    replaced(guild, "kind: demand", "kind: measure\n    stage: suspended")
    (read,) = load(tmp_path / "fjords").statements_of("guild", "harbour-access")[:1]
    assert (read.kind, read.stage) == ("measure", "suspended")
    replaced(guild, "    stage: suspended\n", "")
    (told,) = load(tmp_path / "fjords").left_out
    assert str(told).endswith(
        "guild.yaml:4:5: A measure, and nothing else, has a 'stage': announced, in_force, suspended or withdrawn. "
        "Left out: statement 'guild-harbour-all-year'."
    )


def _fields(module: ModuleType) -> set[str]:
    """Return the keys of all records of a module, as files write them."""
    records = [
        one for one in vars(module).values() if isinstance(one, type) and issubclass(one, BaseModel) and one.__module__.startswith(module.__name__)
    ]
    return {field.alias or name for record in records if record is not model.Statement for name, field in record.model_fields.items()}


def _keys(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        yield from value
        for inside in value.values():
            yield from _keys(inside)
    elif isinstance(value, list):
        for inside in value:
            yield from _keys(inside)


@pytest.mark.parametrize("way", WRONG)
def test_each_way_to_be_wrong_is_told_word_for_word(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that is wrong in one way says exactly what stands in its says.txt."""
    monkeypatch.chdir(DATA)
    assert said(Path("wrong") / way) == (DATA / "wrong" / way / "says.txt").read_text(encoding="utf-8").splitlines()


def test_a_dangling_source_names_its_file_with_the_path_and_the_nearest_source(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error tells the person who must mend it where, what and how."""
    monkeypatch.chdir(DATA)
    assert said(Path("wrong/dangling-source")) == [
        "wrong/dangling-source/northland.yaml:12:13: There is no source 'northland-2015'. Did you mean 'northland-2025-opening'? "
        "Left out: statement 'north-quota-40'."
    ]


def test_all_problems_of_all_files_are_told_together(fjords: Path) -> None:
    """The header, three party files and a record are each wrong in their own way, and one load tells all of it."""
    replaced(fjords / "negotiation.yaml", "role: advocate", "role: friend")
    replaced(fjords / "northland.yaml", "firmness: 3", "firmness: three")
    replaced(fjords / "southmark.yaml", "kind: demand", "kind:")
    replaced(fjords / "isles.yaml", "{at: joint}", "{at: joint")
    replaced(Path("seeds/northland-2025-opening.yaml"), "title: Northland opens the herring talks with a high bid\n", "")
    assert said(fjords) == [
        f"fjords/isles.yaml:9:12: This bracket is not closed. Close it, and put commas between the values. {WHOLE}",
        "fjords/negotiation.yaml:36:11: 'role' cannot be 'friend'. Allowed: principal, third_party, advocate, observer.",
        "fjords/northland.yaml:17:15: 'three' is not a whole number. Write digits only, at most nine.",
        f"fjords/southmark.yaml:6:10: No value is given. Write one, or leave the whole line out. {WHOLE}",
        "seeds/northland-2025-opening.yaml:2:1: The key 'title' is missing. It says: The title; a description in square brackets where none is "
        "printed. "
        "Left out: this source, and what rests on it.",
    ]


def test_what_rests_on_a_record_that_cannot_be_taken_is_left_out_with_it(fjords: Path) -> None:
    """Each statement is named, and told to wait for the record; the source is not called missing."""
    replaced(Path("seeds/southmark-2025-reply.yaml"), "type: report", "type: letter")
    found = load(fjords)
    assert STATEMENTS_OF_REPLY.keys().isdisjoint(found.statement_by_id)
    told = [str(one) for one in found.left_out]
    assert (
        "seeds/southmark-2025-reply.yaml:3:7: 'type' cannot be 'letter'. Allowed: article-newspaper, article-magazine, article, report, "
        "post-weblog, speech, legislation, treaty, bill, regulation, hearing, dataset, webpage, interview, document. Left out: this source, and what rests on it."
    ) in told
    for key, place in STATEMENTS_OF_REPLY.items():
        what = "There is no source 'southmark-2025-reply' among the records that can be taken. Mend the records first."
        assert f"{place}: {what} Left out: statement '{key}'." in told
    assert not any("Did you mean" in one for one in told)


def test_one_dangling_reference_refuses_nothing_else(fjords: Path) -> None:
    """The one statement is left out by name, and all others are there."""
    every = load(fjords).statement_by_id.keys()
    replaced(fjords / "guild.yaml", "issue: harbour-access", "issue: harbor-access")
    found = load(fjords)
    assert every - found.statement_by_id.keys() == {"guild-harbour-all-year"}
    assert [one.left_out for one in found.left_out] == ["statement 'guild-harbour-all-year'"]


def test_what_the_one_left_out_overtook_does_not_stand_again(fjords: Path) -> None:
    """A demand that was superseded is left out with the statement that supersedes it, because it is not what the party asks for any more."""
    replaced(fjords / "northland.yaml", "id: north-quota-28", "id: north-quota-28\n    colour: red")
    found = load(fjords)
    left = {one.left_out: one.what for one in found.left_out}
    assert left["statement 'north-quota-30'"] == "'north-quota-28', which supersedes it, is left out."
    assert {"north-quota-28", "north-quota-30"}.isdisjoint(found.statement_by_id)


def test_a_statement_that_is_wrong_in_itself_is_still_there_for_others(fjords: Path) -> None:
    """A reference to a statement with a dangling speaker is not dangling; what repeats it waits for it."""
    replaced(fjords / "southmark.yaml", "speaker: envoy", "speaker: king")
    assert said(fjords) == [
        "fjords/southmark-reply.yaml:49:14: 'south-quota-none', which it repeats, is left out. Mend that one first. "
        "Left out: statement 'south-quota-none-again'.",
        "fjords/southmark.yaml:8:14: There is no speaker 'king' of Southmark. There is: envoy, ministry. Left out: statement 'south-quota-none'.",
    ]


def test_what_an_entry_without_an_id_overtook_does_not_stand_again(fjords: Path) -> None:
    """It is called by its place."""
    replaced(fjords / "northland.yaml", "  - id: north-quota-28\n    issue", "  - colour: red\n    issue")
    assert said(fjords) == [
        "fjords/northland.yaml:19:9: The entry at fjords/northland.yaml:72, which supersedes it, is left out. Mend that one first. "
        "Left out: statement 'north-quota-30'.",
        "fjords/northland.yaml:72:5: Unknown key 'colour'. Left out: entry 5 of 'statements'.",
    ]


def test_what_nobody_can_say_was_overtaken_is_told_to_stand(fjords: Path) -> None:
    """A statement that is left out for a mistyped id in 'supersedes' leaves the one that was meant standing, and says so."""
    replaced(fjords / "northland.yaml", "supersedes: [north-quota-30]", "supersedes: [north-quota-3O]")
    assert said(fjords) == [
        "fjords/northland.yaml:87:18: 'north-quota-3O' is not an id of the right form. Use lower-case letters, digits and single hyphens. "
        "Left out: statement 'north-quota-28'; what it overtakes is shown as if it stood."
    ]
    assert "north-quota-30" in load(fjords).statement_by_id


def test_what_may_stand_in_a_file_that_cannot_be_read_is_not_said_to_stand(fjords: Path) -> None:
    """Nobody knows whether the statement that is overtaken is among those of that file."""
    replaced(fjords / "northland.yaml", "supersedes: [north-quota-30]", "supersedes: [north-quota-50]\n    colour: red")
    (fjords / "northland-more.yaml").write_text("party: [\n", encoding="utf-8")
    assert [one.left_out for one in load(fjords).left_out if one.file.endswith("northland.yaml")] == ["statement 'north-quota-28'"]


def test_a_party_whose_id_is_mistyped_in_its_file_loses_the_statements_of_that_file(fjords: Path) -> None:
    """The file is named once, and told with it that what it overtakes in the party's other file stands."""
    replaced(fjords / "southmark-reply.yaml", "party: southmark", "party: southmarch")
    found = load(fjords)
    assert {"south-quota-18", "south-harbour-summer", "south-quota-none-again"}.isdisjoint(found.statement_by_id)
    assert {"south-quota-none", "south-quota-range"} <= found.statement_by_id.keys()
    assert [str(one) for one in found.left_out] == [
        f"fjords/southmark-reply.yaml:3:8: There is no party 'southmarch'. Did you mean 'southmark'? {WHOLE}",
    ]


def test_what_rests_on_what_is_left_out_is_left_out_in_turn(fjords: Path) -> None:
    """However long the chain: the last of a row that each supersede the one before takes all of them with it."""
    replaced(fjords / "northland.yaml", "source: northland-2025-opening", "source: no-such-record")
    replaced(fjords / "northland.yaml", "    supersedes: [north-quota-30]", "    supersedes: [north-quota-30]\n    to: [nobody]")
    replaced(
        fjords / "northland.yaml",
        "    firmness: 2\n    confidence: high\n",
        "    firmness: 2\n    confidence: high\n    supersedes: [north-quota-limit]\n",
    )
    assert [one.left_out for one in load(fjords).left_out] == [
        "statement 'north-quota-40'",
        "statement 'north-quota-30'",
        "statement 'north-quota-limit'",
        "statement 'north-quota-28'",
    ]


def test_a_copy_of_a_document_is_told_and_the_document_stays(fjords: Path) -> None:
    """Two records that say the same leave no doubt; two that differ are both left out, with what rests on them."""
    copy = Path("seeds/southmark-2025-reply copy.yaml")
    shutil.copy("seeds/southmark-2025-reply.yaml", copy)
    assert said(fjords) == [
        "seeds/southmark-2025-reply.yaml:2:5: The id 'southmark-2025-reply' of this source is used twice. "
        "It stands first in seeds/southmark-2025-reply copy.yaml:2. Left out: source 'southmark-2025-reply'."
    ]
    assert len(load(fjords).statements) == 16
    replaced(copy, 'issued: "2025-04"', 'issued: "2025-05"')
    found = load(fjords)
    assert "southmark-2025-reply" not in found.sources
    assert STATEMENTS_OF_REPLY.keys().isdisjoint(found.statement_by_id)
    assert [one.what for one in found.left_out if one.file.startswith("seeds")] == ["The id 'southmark-2025-reply' of this source is used twice."] * 2


def test_a_copied_party_file_changes_nothing(fjords: Path) -> None:
    """Each statement stands once, and each copy is named."""
    shutil.copy(fjords / "guild.yaml", fjords / "guild (1).yaml")
    found = load(fjords)
    assert len(found.statements) == 16
    assert {one.what for one in found.left_out} == {
        "The id 'guild-harbour-all-year' of this statement is used twice.",
        "The id 'guild-harbour-winter' of this statement is used twice.",
    }


def test_an_event_that_leads_nowhere_is_left_out_by_name(fjords: Path) -> None:
    """The other events and all statements are there."""
    before = load(fjords)
    replaced(fjords / "negotiation.yaml", "source: southmark-2025-reply", "source: southmark-2025-repl")
    found = load(fjords)
    lost = {one.id for one in before.negotiation.events} - {one.id for one in found.negotiation.events}
    assert len(lost) == 1
    assert [one.left_out for one in found.left_out] == [f"event '{lost.pop()}'"]
    assert [one.what for one in found.left_out] == ["There is no source 'southmark-2025-repl'."]
    assert found.statements == before.statements


@pytest.mark.parametrize(
    ("path", "old", "new", "unread"),
    [
        ("fjords/guild.yaml", "party: guild", "party: [guild", True),
        ("seeds/southmark-2025-reply.yaml", "type: report", "type: letter", True),
        ("fjords/guild.yaml", "kind: demand", "kind: claim", False),
        ("fjords/agendas/ministers.yaml", "items:", "item:", False),
    ],
)
def test_whole_files_that_cannot_be_read_are_told_apart_from_entries(fjords: Path, path: str, old: str, new: str, unread: bool) -> None:
    """A party's file or a record may be back in a moment; an entry that is wrong, or an agenda, keeps nothing else from being shown."""
    assert not load(fjords).has_unread_files
    replaced(Path(path), old, new)
    assert load(fjords).has_unread_files is unread


def test_an_edit_is_seen_by_the_next_load(fjords: Path) -> None:
    """Files are read again once they change, the stamp tells that they have, and the version tells data apart."""
    before, stamp = load(fjords), files_stamp(fjords, Path("seeds"))
    assert files_stamp(fjords, Path("seeds")) == stamp
    assert load(fjords).version == before.version
    replaced(fjords / "northland.yaml", "place: {at: 40}", "place: {at: 41.5}")
    assert files_stamp(fjords, Path("seeds")) != stamp
    after = load(fjords)
    assert (before.statement_by_id["north-quota-40"].place.at, after.statement_by_id["north-quota-40"].place.at) == ("40", "41.5")
    assert after.version != before.version


def test_a_new_a_removed_and_a_source_file_change_the_stamp(fjords: Path) -> None:
    """Whatever a load would read is in the stamp."""
    stamps = [files_stamp(fjords, Path("seeds"))]
    (fjords / "eastmere.yaml").write_text("party: isles\n", encoding="utf-8")
    stamps.append(files_stamp(fjords, Path("seeds")))
    (fjords / "eastmere.yaml").unlink()
    (fjords / "guild.yaml").unlink()
    stamps.append(files_stamp(fjords, Path("seeds")))
    replaced(Path("seeds/southmark-2025-reply.yaml"), "Reply to Northland", "A reply to Northland")
    stamps.append(files_stamp(fjords, Path("seeds")))
    replaced(fjords / "agendas" / "ministers.yaml", "May be passed on", "May be passed on to the guild")
    stamps.append(files_stamp(fjords, Path("seeds")))
    assert len(set(stamps)) == 5


def test_the_last_day_is_none_after_today(fjords: Path) -> None:
    """A year mistyped moves the date of nothing; where all lies ahead, the last day is the last."""
    found = load(fjords)
    assert found.last_day(date(2025, 4, 1)) == max(day for day in found.days if day <= date(2025, 4, 1))
    assert found.last_day(date(2030, 1, 1)) == found.days[-1]
    assert found.last_day(date(2020, 1, 1)) == found.days[-1]


def test_what_is_named_like_a_file_but_is_none_is_told(fjords: Path) -> None:
    """A folder, a pipe and a link to nothing under a position file's name are problems; an editor's hidden files are not."""
    (fjords / "eastmere.yaml").mkdir()
    os.mkfifo(fjords / "harbours.YML")
    (fjords / "lost.yaml").symlink_to("nowhere.yaml")
    (fjords / ".#northland.yaml").symlink_to("someone@somewhere")
    (fjords / "notes.txt").write_text("Not a position file.", encoding="utf-8")
    (Path("seeds") / "empty.yaml").write_bytes(b"")
    (Path("seeds") / "picture.yaml").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert said(fjords) == [
        f"fjords/eastmere.yaml:1:1: This is not a file. Only files may have names that end in .yaml or .yml. {WHOLE}",
        f"fjords/harbours.YML:1:1: This is not a file. Only files may have names that end in .yaml or .yml. {WHOLE}",
        f"fjords/lost.yaml:1:1: The file cannot be read: No such file or directory. {WHOLE}",
        "seeds/empty.yaml:1:1: The file is empty. Write 'key: value' lines. Left out: this source, and what rests on it.",
        "seeds/picture.yaml:1:1: This is not UTF-8 text. Save the file as UTF-8. Left out: this source, and what rests on it.",
    ]


def test_a_header_that_is_a_folder_is_told(fjords: Path) -> None:
    """The negotiation's own file may be wrong in the same ways."""
    (fjords / "negotiation.yaml").unlink()
    (fjords / "negotiation.yaml").mkdir()
    assert said(fjords) == ["fjords/negotiation.yaml:1:1: This is not a file. Only files may have names that end in .yaml or .yml."]


def test_a_folder_that_may_not_be_read_is_told(fjords: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A lack of rights is told in one line."""

    def refuse(_: object) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    with pytest.raises(BadFilesError, match=r"^seeds:1:1: The folder cannot be read: Permission denied\.$"):
        load(fjords, Path("seeds"))


def test_a_folder_without_a_negotiation_says_what_was_looked_for(fjords: Path) -> None:
    """The message names the folder and the file it lacks."""
    says = "No negotiation in 'seeds'. A negotiation is a folder with a file 'negotiation.yaml'; give that folder, or the folder above it."
    for look in (load, negotiation_folders):
        with pytest.raises(NoPositionsError) as caught:
            look(Path("seeds"))
        assert str(caught.value) == says
    assert negotiation_folders(fjords) == (fjords,)
    assert negotiation_folders(Path()) == (fjords,)


def test_records_of_sources_serve_several_negotiations(fjords: Path) -> None:
    """Two negotiations beside each other find the same records, and each cites its own."""
    shutil.copytree(fjords, "straits")
    replaced(Path("straits/negotiation.yaml"), "id: fjords", "id: straits")
    (Path("straits") / "northland.yaml").unlink()
    (Path("straits") / "southmark-reply.yaml").unlink()
    (Path("straits") / "isles.yaml").unlink()
    replaced(Path("straits/negotiation.yaml"), "source: southmark-2025-reply", "source: northland-2025-opening")
    assert [seeds_folder(one).name for one in (fjords, Path("straits"), Path())] == ["seeds", "seeds", "seeds"]
    assert [sorted(load(one).cited) for one in negotiation_folders(Path())] == [
        ["northland-2025-opening", "southmark-2025-reply"],
        ["northland-2025-opening"],
    ]


def test_the_place_of_a_statement_can_be_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """A statement, a source and the negotiation each know their file and line."""
    monkeypatch.chdir(DATA)
    data = load(Path("fjords"))
    assert data.place_in_files("north-quota-30") == ("fjords/northland.yaml", 19)
    assert data.place_in_files("southmark-2025-reply") == ("seeds/southmark-2025-reply.yaml", 2)
    assert data.place_in_files("fjords") == ("fjords/negotiation.yaml", 2)
    assert data.place_in_files("ministers") == ("fjords/agendas/ministers.yaml", 2)
    assert data.place_in_files("nowhere") is None


def test_what_was_read_is_let_go_and_read_again_to_tell_of_it(fjords: Path) -> None:
    """Lists and mappings of a file take more room than the records made of them; which fields were given is kept once for all that are alike."""
    data = load(fjords)
    document, _ = data.files["north-quota-30"]
    assert "value" not in vars(document)
    assert data.place_in_files("north-quota-30") is not None
    assert document.value["party"] == "northland"
    given = [one.locator.__pydantic_fields_set__ for one in data.statements]
    assert len({id(one) for one in given}) == len(set(map(frozenset, given))) < len(given)


def test_files_are_those_named_as_yaml() -> None:
    """Other files may lie beside them, and a folder that is not there has none."""
    assert [path.name for path in yaml_files(FJORDS)] == [
        "guild.yaml",
        "isles.yaml",
        "negotiation.yaml",
        "northland.yaml",
        "southmark-reply.yaml",
        "southmark.yaml",
    ]
    assert yaml_files(DATA / "nowhere") == ()


def test_without_statements_a_dataset_is_as_if_they_had_never_been_found() -> None:
    """What is left out is gone from every view of the dataset."""
    data = load(FJORDS)
    less = data.without(["south-quota-18"])
    assert "south-quota-18" not in less.statement_by_id
    assert sorted(data.superseding) == ["north-quota-30", "south-quota-range"]
    assert sorted(less.superseding) == ["north-quota-30"]


def test_on_one_issue_a_dataset_holds_what_was_said_on_it() -> None:
    """In the same order and under the same version, and nothing else."""
    data = load(FJORDS)
    found = data.on("herring-quota")
    assert found.statements == tuple(one for one in data.statements if one.issue == "herring-quota")
    assert 0 < found.count < data.count
    assert (found.version, found.statements_of("northland", "herring-quota")) == (data.version, data.statements_of("northland", "herring-quota"))


def test_an_altered_statement_changes_the_copy_alone() -> None:
    """The dataset asks what would hold if a field were otherwise; the rest of the copy and the dataset itself stay as they were."""
    data = load(FJORDS)
    made = data.altered({"north-quota-40": {"day": date(2025, 2, 1), "note": None}})
    assert (made.statement_by_id["north-quota-40"].day, data.statement_by_id["north-quota-40"].day) == (date(2025, 2, 1), date(2025, 3, 3))
    assert made.statements_of("northland", "herring-quota")[0].id == "north-quota-40"
    assert made.without(["north-quota-40"]).statements == data.without(["north-quota-40"]).statements
    assert data.altered({}).statements == data.altered({"nobody-said-this": {"day": date(2025, 1, 1)}}).statements == data.statements


def test_an_event_bears_on_the_issues_it_names_or_on_all() -> None:
    """An event that names no issue bears on every one; its label is its short name where it has one."""
    every = Event.model_validate({"id": "one", "date": "2025-03", "what": "They meet.", "source": "gazette"})
    some = Event.model_validate({"id": "two", "date": "2025", "what": "They meet.", "short": "Bergen", "issues": ["quota"], "source": "gazette"})
    assert (every.label, some.label) == ("They meet.", "Bergen")
    assert [(every.bears_on(one), some.bears_on(one)) for one in ("quota", "patrols")] == [(True, True), (True, False)]


def test_an_edition_is_on_its_day() -> None:
    """The invented negotiation was presented once."""
    assert [(one.name, one.on) for one in load(FJORDS).negotiation.editions] == [("First briefing", date(2025, 3, 10))]


@pytest.mark.parametrize(
    ("file", "told"),
    [
        ("/srv/team/positions/fjords/northland.yaml", "fjords/northland.yaml"),
        ("../talks/fjords/agendas/may.yaml", "fjords/agendas/may.yaml"),
        ("positions/fjords/negotiation.yaml", "fjords/negotiation.yaml"),
        ("negotiation.yaml", "negotiation.yaml"),
    ],
)
def test_a_file_is_named_from_its_folder_on(file: str, told: str) -> None:
    """Whoever reads of it elsewhere learns nothing of the machine."""
    assert from_its_folder(Problem(file, 1, 1, "Wrong.")) == Problem(told, 1, 1, "Wrong.")


def test_nothing_is_collected_while_files_are_read(fjords: Path) -> None:
    """What is read is kept, so garbage is looked for once, when all is read; afterwards collecting is as it was, on or off."""
    begun: list[str] = []

    def note(phase: str, _: object) -> None:
        if phase == "start":
            begun.append(phase)

    gc.collect()
    gc.callbacks.append(note)
    try:
        load(fjords)
        during = len(begun)
    finally:
        gc.callbacks.remove(note)
    assert during <= 1
    assert gc.isenabled()
    gc.disable()
    try:
        load(fjords)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_statement_of_an_entry_is_the_one_that_reading_it_strictly_gives(fjords: Path) -> None:
    """It is made without being read again, and is the same to the last field, also in a copy and written out."""
    for one in load(fjords).statements:
        again = model.Statement.model_validate(dict(one))
        assert (again, again.model_dump(), again.model_copy(update={"firmness": 1})) == (
            one,
            one.model_dump(),
            one.model_copy(update={"firmness": 1}),
        )
