"""The commands: what is printed where, and the exit status."""

from __future__ import annotations

import argparse
import itertools
import json
import os
import re
import shutil
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from pptx import Presentation

from benchmarks.generate import write_negotiation
from parley import __main__, schemas
from parley.analysis.evidence import ALL_EVIDENCE
from parley.analysis.movement import movement
from parley.commands.parser import command_parser
from parley.commands.shell import shell_given
from parley.dataset import load
from parley.dates import FORMS
from parley.exports import diff_schemas, table_schemas
from parley.exports.houses import keep, template_at
from parley.exports.movement import movement_values
from parley.exports.sources import csl_json
from tests.exports.templating import ALIKE, ministry_letter, ministry_slides
from tests.making import replaced

DATA = Path(__file__).parent / "data"
ROOT = DATA.parent.parent
TODAY = date(2025, 6, 1)

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _in_a_copy_of_the_fjords(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work in a folder with `positions/fjords`, `seeds` and `texts`."""
    shutil.copytree(DATA / "fjords", tmp_path / "positions" / "fjords")
    for name in ("seeds", "texts"):
        shutil.copytree(DATA / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)


def run(*arguments: str) -> int:
    return __main__.main(arguments, TODAY)


def test_sound_data_prints_one_line_and_succeeds(capsys: Captured) -> None:
    """Nothing wrong is told in one line for each negotiation."""
    assert run("check") == 0
    assert capsys.readouterr() == ("fjords: 16 statements, 2 sources, 0 errors, 0 warnings.\n", "")


@pytest.mark.parametrize("folder", ["positions", "positions/fjords", "positions/fjords/"])
def test_one_negotiation_or_a_folder_of_several_may_be_named(folder: str, capsys: Captured) -> None:
    """The folder above and the negotiation itself do."""
    assert run("check", folder) == 0
    assert capsys.readouterr().out == "fjords: 16 statements, 2 sources, 0 errors, 0 warnings.\n"


def test_the_folder_one_stands_in_will_do(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full stop names the negotiation's own folder."""
    monkeypatch.chdir("positions/fjords")
    assert run("check", ".") == 0
    assert capsys.readouterr().out == "fjords: 16 statements, 2 sources, 0 errors, 0 warnings.\n"


def test_warnings_are_printed_and_do_not_fail(capsys: Captured) -> None:
    """A warning is a line of its own, and one is counted as one."""
    replaced("positions/fjords/negotiation.yaml", "short: Northland", "short: Old Northland")
    assert run("check") == 0
    assert capsys.readouterr().out.splitlines() == [
        "positions/fjords/negotiation.yaml:12:12: warning: The short name has 13 characters; charts clip it after 12. Shorten it.",
        "fjords: 16 statements, 2 sources, 0 errors, 1 warning.",
    ]


def test_an_error_fails(capsys: Captured) -> None:
    """Rules that are broken give the status 1."""
    replaced("positions/fjords/negotiation.yaml", "expect_statements: 16", "expect_statements: 99")
    assert run("check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "positions/fjords/negotiation.yaml:7:20: There are 16 statements, fewer than the 99 expected. Look for what is missing, or expect fewer.",
        "fjords: 16 statements, 2 sources, 1 error, 0 warnings.",
    ]


def test_files_that_cannot_be_read_are_printed_with_the_rest(capsys: Captured) -> None:
    """One negotiation that cannot be read hides nothing of another, and a record that both use is told once."""
    shutil.copytree("positions/fjords", "positions/straits")
    replaced("positions/straits/negotiation.yaml", "id: fjords", "id: straits")
    replaced("positions/straits/guild.yaml", "kind: demand", "kind: claim")
    replaced("seeds/southmark-2025-reply.yaml", "language: en", "language:")
    replaced("positions/fjords/isles.yaml", "firmness: 2", "firmness: 2\n    firmness: 3")
    assert run("check") == 1
    told = capsys.readouterr().out.splitlines()
    assert [one for one in told if "cannot be 'claim'" in one or "is repeated" in one or "No value is given" in one] == [
        "positions/fjords/isles.yaml:18:5: The key 'firmness' is repeated. It stands first on line 17; keep one of the two. "
        "Left out: all statements of this file; what they overtake in other files is shown as if it stood.",
        "positions/straits/guild.yaml:6:11: 'kind' cannot be 'claim'. Allowed: demand, red_line, offer, measure, threat, rationale. "
        "Left out: statement 'guild-harbour-all-year'.",
        "seeds/southmark-2025-reply.yaml:11:10: No value is given. Write one, or leave the whole line out. "
        "Left out: this source, and what rests on it.",
    ]
    # Every line tells one place once, and the rest of both negotiations is there.
    assert len(told) == len(set(told))
    assert [one.split(",")[0] for one in told[-2:]] == ["fjords: 7 statements", "straits: 6 statements"]


ARCTIC = "positions/arctic:1:1: The folder cannot be read: Permission denied."
NOT_READ = "The folder 'positions/arctic' cannot be read: Permission denied."


@pytest.fixture
def arctic(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder beside the fjords into which nobody may look."""
    Path("positions/arctic").mkdir()
    look = os.lstat

    def refused(path: Any, **more: Any) -> os.stat_result:
        if Path(path).parent.name == "arctic":
            raise PermissionError(13, "Permission denied", str(path))
        return look(path, **more)

    monkeypatch.setattr(os, "lstat", refused)


@pytest.mark.usefixtures("arctic")
def test_a_folder_that_may_not_be_looked_into_is_an_error(capsys: Captured) -> None:
    """Nobody can tell whether it holds a negotiation, so the check fails and the others are told as ever; alone it is not called empty."""
    assert run("check") == 1
    closing = "arctic: cannot be read, 1 error, 0 warnings."
    assert capsys.readouterr().out.splitlines() == [ARCTIC, closing, "fjords: 16 statements, 2 sources, 0 errors, 0 warnings."]
    shutil.rmtree("positions/fjords")
    assert run("check") == 1
    assert capsys.readouterr().out.splitlines() == [ARCTIC, closing]


@pytest.mark.parametrize(
    ("folder", "what"),
    [("positions", "The folder 'positions' cannot be read: Permission denied."), ("seeds", "The folder cannot be read: Permission denied.")],
)
def test_json_is_json_also_where_a_folder_cannot_be_read(folder: str, what: str, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that reads the object learns of it as of any error, and nothing stands beside it."""
    listed = os.listdir

    def refused(path: Any) -> list[str]:
        if Path(path).name == folder:
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    monkeypatch.setattr(os, "listdir", refused)
    assert run("check", "--json") == 1
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert (found["counts"], err) == ({"errors": 1, "warnings": 0}, "")
    assert [(one["file"], one["line"], one["what"]) for one in found["problems"]] == [(folder, 1, what)]


@pytest.mark.usefixtures("arctic")
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["diff", "positions"], NOT_READ),
        (["search", "positions", "x"], NOT_READ),
        (["export", "positions", "--to", "x.csv"], NOT_READ),
        (["export", "positions", "--sources"], ARCTIC),
        (["agreement"], ARCTIC),
    ],
)
def test_no_command_passes_over_a_folder_that_may_not_be_looked_into(arguments: list[str], message: str, capsys: Captured) -> None:
    """What stands beside it is not taken for the only negotiation."""
    assert run(*arguments) == 1
    assert capsys.readouterr() == ("", f"{message}\n")


def test_two_negotiations_with_one_id_fail(capsys: Captured) -> None:
    """Each may be sound by itself."""
    shutil.copytree("positions/fjords", "positions/straits")
    assert run("check") == 1
    assert capsys.readouterr().out.splitlines() == [
        "positions/straits/negotiation.yaml:2:5: The id 'fjords' of this negotiation is used twice. "
        "It stands first in positions/fjords/negotiation.yaml:2.",
        "fjords: 16 statements, 2 sources, 0 errors, 0 warnings.",
        "fjords: 16 statements, 2 sources, 0 errors, 0 warnings.",
    ]


def test_texts_are_compared_where_they_are_held(capsys: Captured) -> None:
    """A folder named on the command line, or 'texts' among the records, is compared with them."""
    assert run("check", "--texts", "texts") == 0
    replaced("texts/southmark-2025-reply.txt", "in summer only", "never in winter")
    told = "seeds/southmark-2025-reply.yaml:18:28: Line 5 of the text held is not the one recorded. Hold the text the record was made from."
    assert run("check", "--texts", "texts") == 1
    assert told in capsys.readouterr().out
    assert run("check") == 0
    Path("texts").rename("seeds/texts")
    assert run("check") == 1
    assert told in capsys.readouterr().out


def test_records_may_lie_elsewhere(capsys: Captured) -> None:
    """The folder of the records can be named."""
    Path("seeds").rename("records")
    assert run("check") == 1
    told = "There is no folder of source records, neither 'positions/fjords/seeds' nor 'positions/seeds' nor 'seeds'."
    assert f"{told} Put a folder 'seeds'" in capsys.readouterr().out
    Path("positions/seeds").mkdir()
    assert run("check") == 1
    assert "There are no source records in 'positions/seeds'. Put the documents' records into it." in capsys.readouterr().out
    assert run("check", "--seeds", "records") == 0


def test_json_holds_the_same_as_the_lines(capsys: Captured) -> None:
    """A program reads one object with the negotiations, the counts and every problem by its parts."""
    replaced("positions/fjords/negotiation.yaml", "short: Northland", "short: Old Northland")
    assert run("check", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {
        "negotiations": [{"id": "fjords", "statements": 16, "sources": 2, "errors": 0, "warnings": 1}],
        "counts": {"errors": 0, "warnings": 1},
        "problems": [
            {
                "file": "positions/fjords/negotiation.yaml",
                "line": 12,
                "column": 12,
                "what": "The short name has 13 characters; charts clip it after 12.",
                "mend": "Shorten it.",
                "severity": "warning",
                "left_out": "",
            }
        ],
    }
    replaced("positions/fjords/guild.yaml", "kind: demand", "kind: claim")
    assert run("check", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["negotiations"] == [{"id": "fjords", "statements": 15, "sources": 2, "errors": 2, "warnings": 1}]
    assert found["counts"] == {"errors": 2, "warnings": 1}
    assert [one["left_out"] for one in found["problems"]] == ["statement 'guild-harbour-all-year'", "", ""]


NO_NEGOTIATION = "No negotiation in 'seeds'. A negotiation is a folder with a file 'negotiation.yaml'; give that folder, or the folder above it."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["check", "nowhere"], "There is no folder 'nowhere'."),
        (["check", "seeds/southmark-2025-reply.yaml"], "There is no folder 'seeds/southmark-2025-reply.yaml'."),
        (["check", "seeds"], NO_NEGOTIATION),
        (["check", "--json", "seeds"], NO_NEGOTIATION),
        (["check", "--seeds", "nowhere"], "There is no folder 'nowhere'."),
        (["check", "--texts", "nowhere"], "There is no folder 'nowhere'."),
        (["check", "x" * 5000], f"'{'x' * 60}...': File name too long."),
        (["export", "--sources", "nowhere"], "There is no folder 'nowhere'."),
        (
            ["export", "--sources", "--to", "nowhere/sources.json"],
            "'nowhere/sources.json' was not written: No such file or directory. What stood there before is unchanged.",
        ),
        (["agreement", "nowhere"], "There is no folder 'nowhere'."),
        (["agreement"], "No 'double-coding.csv' in 'positions'."),
    ],
)
def test_what_is_not_there_is_told_in_one_line(arguments: list[str], message: str, capsys: Captured) -> None:
    """A folder or file that is missing gives a message on the error stream and the status 1."""
    assert run(*arguments) == 1
    assert capsys.readouterr() == ("", f"{message}\n")


def test_sources_are_exported_to_the_screen_or_a_file(capsys: Captured) -> None:
    """Each source that is cited stands once in the list, however many negotiations cite it."""
    shutil.copytree("positions/fjords", "positions/straits")
    expected = csl_json(load(Path("positions/fjords")).cited.values())
    assert run("export", "--sources") == 0
    assert json.loads(capsys.readouterr().out) == expected
    assert run("export", "--sources", "positions/fjords", "--to", "sources.json") == 0
    assert capsys.readouterr().out == ""
    assert json.loads(Path("sources.json").read_text(encoding="utf-8")) == expected


def test_files_that_cannot_be_read_stop_an_export(capsys: Captured) -> None:
    """The problems go to the error stream, so that nothing half done is piped on."""
    replaced("positions/fjords/guild.yaml", "kind: demand", "kind: claim")
    assert run("export", "--sources") == 1
    assert capsys.readouterr() == (
        "",
        "Nothing was written: something is wrong with the data or missing from them.\n"
        "positions/fjords/guild.yaml:6:11: 'kind' cannot be 'claim'. Allowed: demand, red_line, offer, measure, threat, rationale. "
        "Left out: statement 'guild-harbour-all-year'.\n"
        "positions/fjords/negotiation.yaml:7:20: There are 15 statements, fewer than the 16 expected. "
        "Look for what is missing, or expect fewer.\n"
        "Mend it, or add '--despite-errors': the file then says that it is incomplete.\n",
    )


FROM_THE_FIRST_BRIEFING = """\
Fjord fisheries talks, 2025 (data version VERSION; all evidence)
From 10 Mar 2025 to 30 Apr 2025 positions moved on 1 of 3 issues: closer on 1. On 1 issue Southmark took a position where none stood.
Issues by status, on 10 Mar 2025 and on 30 Apr 2025: open 1, then 2; no ask stated 0, then 1; no evidence 2, then 0.

Northland's share of the herring: closer
  Northland moved towards Southmark, Southmark moved towards Northland. Northland and Southmark: 25 points apart then, 22 points apart now (Southmark took off 3 points).
  - Southmark moved towards Northland by 3 points: offer was 15 %; now 18 %. [south-quota-18]
  - Northland made an offer 12 points beyond its demand: 28 %. [north-quota-28]
  - Southmark said its demand again: 0 %. [south-quota-none-again]

Patrols: no position changed
  - New offer by Northland: Joint patrols (Mar 2025, perhaps before the first date). [north-patrols-joint]
  - Northland took back its offer: Joint patrols (10 Apr 2025, between the two dates). [north-patrols-joint]
  - Newest threat by Northland: Armed patrols (before May 2025). Threats are never placed in a gap. [north-patrols-armed]

Harbours of Southmark: new or taken back
  Southmark took a position where none stood.
  - New offer by Southmark: Summer only. [south-harbour-summer]

Positions are what parties have said, not what they would settle for.
"""


def versioned(expected: str, folder: str = "positions/fjords") -> str:
    """Return the expected text with the version of the files, which changes with each of them."""
    return expected.replace("VERSION", load(Path(folder)).version)


def test_what_moved_between_two_dates_is_told(capsys: Captured) -> None:
    """Both dates may be given; the last day on which anything was said is the second if it is left out."""
    assert run("diff", "positions", "--from", "2025-03-10", "--to", "2025-04-30") == 0
    assert capsys.readouterr() == (versioned(FROM_THE_FIRST_BRIEFING), "")
    assert run("diff", "positions/fjords", "--from", "2025-03-10") == 0
    assert capsys.readouterr() == (versioned(FROM_THE_FIRST_BRIEFING), "")


@pytest.mark.parametrize(
    ("dates", "days"),
    [
        ([], "From 7 Apr 2025 to 30 Apr 2025"),
        (["--to", "2025-04-06"], "From 31 Mar 2025 to 6 Apr 2025"),
        (["--to", "2025-03-03"], "From 3 Mar 2025 to 3 Mar 2025"),
        (["--to", "2024-01-01"], "From 1 Jan 2024 to 1 Jan 2024"),
        (["--from", "2024-01-01"], "From 1 Jan 2024 to 30 Apr 2025"),
        (["--from", "2025-03-10/2025-03-10", "--to", "2026-01-01"], "From 10 Mar 2025 to 1 Jan 2026"),
    ],
)
def test_a_date_left_out_is_a_day_on_which_something_was_said(dates: list[str], days: str, capsys: Captured) -> None:
    """The second is the last such day, the first the last before the second; before any such day nothing can have moved."""
    assert run("diff", "positions", *dates) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith(f"{days} ")


def test_parties_and_evidence_may_be_chosen(capsys: Captured) -> None:
    """By their ids; a party named twice is one, and the cut stands beside the title."""
    assert run("diff", "positions", "--from", "2025-03-03", "--parties", "southmark, northland,southmark", "--evidence", "on-record") == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == versioned("Fjord fisheries talks, 2025 (data version VERSION; on record only)")
    assert "  - Northland made an offer 12 points beyond its demand: 28 %. [north-quota-28]" in lines
    assert "Herring Guild" not in "".join(lines)
    assert run("diff", "positions", "--from", "2025-03-03", "--parties", "southmark,northland", "--evidence", "on-record") == 0
    assert capsys.readouterr().out.splitlines() == lines


def test_the_parties_shown_are_compared_unless_others_are_named(capsys: Captured) -> None:
    """The Skerry Isles are not among those shown; without a choice in the files all are."""
    assert run("diff", "positions", "--from", "2025-03-10") == 0
    assert "Skerry Isles" not in capsys.readouterr().out
    told = "  - New demand by the Skerry Isles: Joint patrols (perhaps earlier, as not every date is known). [isles-patrols-joint]"
    assert run("diff", "positions", "--from", "2025-03-10", "--parties", "isles,southmark") == 0
    assert told in capsys.readouterr().out.splitlines()
    replaced("positions/fjords/negotiation.yaml", "shown: [northland, southmark, guild]\n", "")
    assert run("diff", "positions", "--from", "2025-03-10") == 0
    assert told in capsys.readouterr().out.splitlines()


def test_movement_in_json_holds_the_same(capsys: Captured) -> None:
    """A program reads one object."""
    assert run("diff", "positions", "--from", "2025-03-10", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    data = load(Path("positions/fjords"))
    shown = [data.negotiation.party_by_id[one] for one in data.negotiation.shown]
    assert found == movement_values(movement(data, shown, date(2025, 3, 10), date(2025, 4, 30), ALL_EVIDENCE), data, ALL_EVIDENCE)
    assert found["sentence_words"] == FROM_THE_FIRST_BRIEFING.splitlines()[1]


def two_versions() -> None:
    """Make `old`, the files as they are, and change the ones in `positions`."""
    shutil.copytree("positions/fjords", "old/fjords")
    shutil.copytree("seeds", "old/seeds")
    replaced("positions/fjords/guild.yaml", "place: {at: all-year}", "place: {at: summer}")
    replaced("positions/fjords/negotiation.yaml", "name: Joint patrols", "name: Shared patrols")


def test_what_is_left_out_of_a_comparison_is_told_on_the_side(capsys: Captured) -> None:
    """What moved is told without it, and the reader knows."""
    replaced("positions/fjords/guild.yaml", "kind: demand", "kind: claim")
    told = (
        "positions/fjords/guild.yaml:6:11: 'kind' cannot be 'claim'. Allowed: demand, red_line, offer, measure, threat, rationale. "
        "Left out: statement 'guild-harbour-all-year'.\n"
    )
    assert run("diff", "positions") == 0
    assert capsys.readouterr().err == told
    shutil.copytree("positions", "old/positions")
    shutil.copytree("seeds", "old/seeds")
    assert run("diff", "old/positions", "positions") == 0
    assert capsys.readouterr().err == f"old/{told}{told}"


def test_what_may_be_meant_otherwise_is_told_with_an_export(capsys: Captured, tmp_path: Path) -> None:
    """A text that may be cut, and a party whose file may be lost, stop no file; they are named beside it."""
    replaced("positions/fjords/northland.yaml", "says: Northland asks for 40% of the herring.", "says: Northland asks for paper #4.")
    Path("positions/fjords/isles.yaml").unlink()
    replaced("positions/fjords/negotiation.yaml", "expect_statements: 16", "expect_statements: 15")
    assert run("export", "positions", "--table", "gaps", "--to", str(tmp_path / "gaps.csv")) == 0
    assert [one.partition(": warning: ")[2] for one in capsys.readouterr().err.splitlines()] == [
        "There is no file of the party 'isles'. Write 'isles.yaml', with 'statements: []' if the party has said nothing.",
        "The text ends before '#4.', which is read as a comment. Put quotes around the whole text, or the comment on a line of its own.",
    ]


def test_two_versions_are_compared(capsys: Captured) -> None:
    """What the coders changed is told apart from what the parties said."""
    two_versions()
    assert run("diff", "old/fjords", "positions") == 0
    expected = f"""\
Fjord fisheries talks, 2025: data version OLD to {load(Path("positions/fjords")).version} (all evidence)

What the coders changed
  changed statement guild-harbour-all-year
    place: {{"at": "all-year"}} -> {{"at": "summer"}}
  changed issue patrols
    scale.ladder.joint.name: "Joint patrols" -> "Shared patrols"

What new documents tell of the time up to 30 Apr 2025
  nothing

What this makes of the positions as of 30 Apr 2025
  Harbours of Southmark, demand of the Herring Guild: All year -> Summer only [guild-harbour-all-year]

What the parties said after 30 Apr 2025
  nothing

Positions are what parties have said, not what they would settle for.
"""
    assert capsys.readouterr() == (expected.replace("OLD", load(Path("old/fjords")).version), "")
    assert run("diff", "old/fjords", "positions", "--parties", "isles,northland", "--evidence", "on-record", "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert [one["id"] for one in found["coders"]["changed"]] == ["guild-harbour-all-year", "patrols"]
    assert [(one["party_id"], one["before_words"], one["after_words"]) for one in found["positions"]] == [
        ("isles", "Joint patrols", "Shared patrols")
    ]
    assert found["movement"]["evidence"] == "on-record"


def test_records_of_two_versions_may_lie_in_one_folder(capsys: Captured) -> None:
    """The folder named holds the records of both."""
    two_versions()
    Path("seeds").rename("records")
    shutil.rmtree("old/seeds")
    assert run("diff", "old", "positions", "--seeds", "records") == 0
    assert "  changed issue patrols" in capsys.readouterr().out.splitlines()


def test_a_folder_of_several_negotiations_is_not_compared(capsys: Captured) -> None:
    """The message names them, whichever of the two folders it is."""
    shutil.copytree("positions/fjords", "positions/straits")
    told = "'positions' holds several negotiations: fjords, straits. Name the folder of one.\n"
    assert (run("diff", "positions"), capsys.readouterr()) == (1, ("", told))
    assert (run("diff", "positions/fjords", "positions"), capsys.readouterr()) == (1, ("", told))


def test_different_negotiations_are_not_compared(capsys: Captured) -> None:
    """What one holds and the other does not is no change."""
    shutil.copytree("positions/fjords", "positions/straits")
    replaced("positions/straits/negotiation.yaml", "id: fjords", "id: straits")
    assert run("diff", "positions/fjords", "positions/straits") == 1
    assert capsys.readouterr() == ("", "'fjords' and 'straits' are different negotiations. Name two versions of one.\n")


def test_a_negotiation_without_statements_has_nothing_to_compare(capsys: Captured) -> None:
    """Neither with itself nor with another version."""
    shutil.copytree("positions/fjords", "empty/fjords")
    for path in Path("empty/fjords").glob("*.yaml"):
        if path.name != "negotiation.yaml":
            path.unlink()
    shutil.copytree("seeds", "empty/seeds")
    assert run("diff", "empty") == 1
    assert capsys.readouterr() == ("", "'fjords' holds no statement, so there is no day to compare.\n")
    assert run("diff", "empty", "positions") == 1
    assert capsys.readouterr() == ("", "'empty' holds no statement, so there is no day to compare.\n")
    assert run("diff", "positions", "empty") == 1
    assert capsys.readouterr() == ("", "'empty' holds no statement, so there is no day to compare.\n")


EXCHANGED = "The first date, 2025-04-30, is after the second, 2025-03-10. Exchange them, or give both '--from' and '--to'."
WITH_TWO = "Two versions are compared as of the last day of each. Leave out '--from' and '--to', or name one folder."


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["nowhere"], "There is no folder 'nowhere'."),
        (["positions", "nowhere"], "There is no folder 'nowhere'."),
        (["positions", "--seeds", "nowhere"], "There is no folder 'nowhere'."),
        (["seeds"], NO_NEGOTIATION),
        (["positions", "--from", "2025-04-30", "--to", "2025-03-10"], EXCHANGED),
        (
            ["positions", "--from", "2025-05-01"],
            "The first date, 2025-05-01, is after the second, 2025-04-30. Exchange them, or give both '--from' and '--to'.",
        ),
        (["positions", "positions", "--from", "2025-03-10"], WITH_TWO),
        (["positions", "positions", "--to", "2025-03-10"], WITH_TWO),
        (["positions", "--parties", "northland,southmarc"], "There is no party 'southmarc'. Did you mean 'southmark'?"),
        (["positions", "--parties", "northland,,x"], "There is no party 'x'. There is: guild, isles, northland, southmark."),
        (["positions", "positions", "--parties", "x"], "There is no party 'x'. There is: guild, isles, northland, southmark."),
    ],
)
def test_what_cannot_be_compared_is_told_in_one_line(arguments: list[str], message: str, capsys: Captured) -> None:
    """Nothing is printed on the screen, and the status is 1."""
    assert run("diff", *arguments) == 1
    assert capsys.readouterr() == ("", f"{message}\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["positions", "--from", "2025-03"], "Argument --from: '2025-03' is not one day. Write it as 2018-05-02."),
        (["positions", "--to", "before 2025-03-10"], "Argument --to: 'before 2025-03-10' is not one day. Write it as 2018-05-02."),
        (["positions", "--from", "2025-02-30"], "Argument --from: There is no 2025-02-30 in the calendar."),
        (["positions", "--from", "5 %d"], f"Argument --from: '5 %d' is not a date. {FORMS}"),
        (["positions", "--evidence", "rumour"], "Argument --evidence: It cannot be 'rumour'. There is: all, officials, on-record."),
        (["positions", "--evidence", "offcials"], "Argument --evidence: It cannot be 'offcials'. Did you mean 'officials'?"),
        (["positions", "--form", "2025-03-03"], "There is no option '--form'. Did you mean '--from'?"),
        (["positions", "--evid", "all"], "There is no option '--evid'. Did you mean '--evidence'?"),
        (["positions", "--partys=northland"], "There is no option '--partys'. Did you mean '--parties'?"),
        (["positions", "positions", "more"], "'more' is one word too many. Leave it out, or put quotes around a name with blanks."),
        ([], "The following arguments are required: DIR."),
    ],
)
def test_a_wrong_word_is_told_with_the_usage(arguments: list[str], message: str, capsys: Captured) -> None:
    """As for every command: the last line says what is wrong, and the status is 2."""
    with pytest.raises(SystemExit) as ended:
        run("diff", *arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == f"python -m parley diff: error: {message}"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "There is no command 'chek'. Did you mean 'check'?"),
        (["serve", "--port", "99999"], "Argument --port: '99999' is no port. Write a number from 1 to 65535."),
        (
            ["serve", "--base-path", "../x"],
            "Argument --base-path: '../x' is no path below which a server can answer. Write letters, digits and hyphens, such as tools/talks.",
        ),
        (["export", "--link", "javascript:alert(1)"], "Argument --link: 'javascript:alert(1)' is no address. Write it as http://localhost:8501."),
        (["export", "--author", "A\x01"], "Argument --author: 'A\ufffd' holds a letter that cannot be seen. Write the name anew."),
        (
            ["xyz"],
            "There is no command 'xyz'. There is: agreement, brief-a-coder, check, diff, export, import, mcp, new, propose, schema, search, serve, store.",
        ),
    ],
)
def test_a_wrong_command_is_answered_with_what_may_have_been_meant(arguments: list[str], message: str, capsys: Captured) -> None:
    """With the usage, and the status 2."""
    with pytest.raises(SystemExit) as ended:
        run(*arguments)
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f": error: {message}")


def test_a_wrong_option_without_a_command_is_one_of_the_dashboard_s(capsys: Captured) -> None:
    """With the usage, and the status 2."""
    with pytest.raises(SystemExit) as ended:
        run("--versoin")
    assert ended.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1] == "python -m parley serve: error: There is no option '--versoin'. Did you mean '--version'?"


def test_many_errors_of_one_kind_are_counted(capsys: Captured) -> None:
    """The first five are told, then how many more there are; '--all' and '--json' have each of them, and other kinds are not hidden."""
    folder = Path("many")
    write_negotiation(folder, parties=2, issues=3, statements=60, seed=1)
    numbers = itertools.count()
    for path in folder.glob("party-*.yaml"):
        path.write_text(re.sub("source: .*", lambda _: f"source: paper-{next(numbers)}", path.read_text(encoding="utf-8")), encoding="utf-8")
    replaced("many/negotiation.yaml", "short: Nort 0", "short: Northland 0000")
    assert run("check", "many") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [one.partition("'")[0] for one in lines if one.startswith("many/party") and " more " not in one] == [
        f"many/party-0.yaml:{line}:13: There is no source " for line in (12, 28, 43, 60, 76)
    ]
    assert "many/negotiation.yaml:9:12: warning: The short name has 14 characters; charts clip it after 12. Shorten it." in lines
    assert "many/party-0.yaml:12:13: And 55 more errors like this one, in 2 files. 'check --all' lists each." in lines
    assert lines[-1] == "fjords: 0 statements, 0 sources, 61 errors, 2 warnings."
    assert run("check", "many", "--all") == 1
    assert len([one for one in capsys.readouterr().out.splitlines() if "There is no source" in one]) == 60
    assert run("check", "many", "--json") == 1
    assert len([one for one in json.loads(capsys.readouterr().out)["problems"] if one["what"].startswith("There is no source")]) == 60


def test_schemas_are_written_and_named(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command writes what editors read, and what programs read of tables and differences, and says where."""
    monkeypatch.setattr("parley.commands.schema.write_schemas", lambda: schemas.write_schemas(Path("schema")))
    monkeypatch.setattr("parley.commands.schema.write_table_schemas", lambda: table_schemas.write_table_schemas(Path("schema/tables")))
    monkeypatch.setattr("parley.commands.schema.write_diff_schemas", lambda: diff_schemas.write_diff_schemas(Path("schema/diff")))
    assert run("schema") == 0
    told = capsys.readouterr().out.splitlines()
    assert all(Path(one).is_file() for one in told)
    assert "schema/tables/gaps.csv.schema.json" in told[4:]
    assert told[-2:] == ["schema/diff/movement.json.schema.json", "schema/diff/versions.json.schema.json"]
    assert told[:4] == [
        "schema/negotiation.schema.json",
        "schema/party.schema.json",
        "schema/source.schema.json",
        "schema/agenda.schema.json",
    ]


def test_the_agreement_of_two_coders_is_told(capsys: Captured) -> None:
    """Units, then kinds, then rungs, for each negotiation that was coded twice."""
    shutil.copytree("positions/fjords", "positions/straits")
    Path("positions/fjords/double-coding.csv").write_text(
        "source,line,party,issue,kind_first,kind_second,place_first,place_second,settled_as\n"
        "southmark-2025-reply,11,northland,patrols,offer,offer,joint,joint,north-patrols-joint\n"
        "southmark-2025-reply,13,northland,patrols,threat,demand,armed,own..armed,north-patrols-armed\n"
        "southmark-2025-reply,13,isles,patrols,,demand,,joint,isles-patrols-joint\n",
        encoding="utf-8",
    )
    assert run("agreement") == 0
    assert capsys.readouterr().out.splitlines() == [
        "fjords:",
        "  2 units coded by both, 0 by the first coder only, 1 by the second only.",
        "  Kind: 50 % of 2 units alike, Krippendorff's alpha 0.40 (nominal).",
        "  Step: 50 % of 2 units alike, Krippendorff's alpha 0.83 (ordinal, the steps of all issues taken as one variable).",
    ]


def test_the_module_runs_as_a_command_and_prints_what_no_screen_shows() -> None:
    """`python -m parley` works, and a file's name that is no text does not stop it."""
    Path(os.fsdecode(b"positions/fjords/north\xff.yaml")).write_text("party: nobody\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    called = subprocess.run([sys.executable, "-m", "parley", "check"], env=environment, capture_output=True, text=True, check=False)
    assert (called.returncode, called.stderr) == (1, "")
    assert called.stdout.splitlines() == [
        "positions/fjords/north\\udcff.yaml:1:8: There is no party 'nobody'. There is: guild, isles, northland, southmark. "
        "Left out: all statements of this file; what they overtake in other files is shown as if it stood.",
        "fjords: 16 statements, 2 sources, 1 error, 0 warnings.",
    ]


def test_a_reader_who_has_read_enough_is_no_error() -> None:
    """Where the next program in a pipe ends early, nothing is printed about it."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    reading, writing = os.pipe()
    os.close(reading)
    called = subprocess.run(
        [sys.executable, "-m", "parley", "check"], env=environment, stdout=writing, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writing)
    assert (called.returncode, called.stderr) == (1, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_a_full_disk_is_told_without_a_name() -> None:
    """What cannot be written names no file where there is none."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        called = subprocess.run(
            [sys.executable, "-m", "parley", "check"], env=environment, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert called.returncode == 1
    assert called.stderr.splitlines()[0] == "No space left on device."


def test_the_version_is_told(capsys: Captured) -> None:
    """One line names it."""
    with pytest.raises(SystemExit) as ended:
        run("--version")
    assert ended.value.code == 0
    assert capsys.readouterr().out == "parley 0.2.0\n"


def test_a_briefing_is_written_by_the_ending_of_the_file(capsys: Captured, tmp_path: Path) -> None:
    """Each ending gives its kind of file, and the command says what it wrote and how large it is."""
    begins = {
        "pptx": b"PK",
        "docx": b"PK",
        "xlsx": b"PK",
        "pdf": b"%PDF",
        "html": b"<!doctype html>",
        "json": b"{",
        "csv": b"\xef\xbb\xbf",
    }
    for ending, start in begins.items():
        file = tmp_path / f"briefing.{ending}"
        assert run("export", "positions/fjords", "--to", str(file)) == 0
        assert file.read_bytes().startswith(start), ending
        assert capsys.readouterr().out == f"{file} ({file.stat().st_size / 1000:,.0f} kB)\n"


def test_a_figure_is_that_of_an_issue(tmp_path: Path) -> None:
    """The gap, or the issue over time, as PNG or SVG."""
    gap, time = tmp_path / "gap.svg", tmp_path / "time.png"
    assert run("export", "positions/fjords", "--issue", "herring-quota", "--to", str(gap)) == 0
    assert "Northland – Southmark" in gap.read_text(encoding="utf-8")
    assert run("export", "positions/fjords", "--issue", "herring-quota", "--figure", "time", "--to", str(time)) == 0
    assert time.read_bytes().startswith(b"\x89PNG")


def test_an_export_is_put_into_a_template(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that is named, else the one that is kept with the negotiation; what it lacks is told on the side, and what does not fit refused."""
    monkeypatch.setattr("parley.commands.shell.now", lambda: datetime(2025, 6, 1, 8))
    Path("pale.pptx").write_bytes(ministry_slides(ALIKE))
    Path("letter.docx").write_bytes(ministry_letter())
    where = ("export", "positions/fjords", "--force", "--to")
    assert run(*where, "out.pptx", "--template", "pale.pptx", "--author", "Unit B2") == 0
    assert "No colour in the theme of pale.pptx stands out enough to tell 3 parties apart: " in capsys.readouterr().err
    made = Presentation("out.pptx")
    assert (made.slides[0].slide_layout.name, made.core_properties.author) == ("Title Slide", "Unit B2")
    assert made.core_properties.created == made.core_properties.modified == datetime(2025, 6, 1, 8)
    capsys.readouterr()
    assert run("export", "positions/fjords", "--update", "out.pptx", "--to", "out.pptx", "--no-template") == 0
    assert capsys.readouterr().out.splitlines()[1:] == [f"As before but for the foot: {len(made.slides)}."]
    keep(Path("positions/fjords"), template_at(Path("letter.docx")))
    given = command_parser().parse_args(["export", "positions/fjords", "--to", "a.docx", "--template", "letter.docx"])
    for options, named in (({}, ["letter.docx"]), ({"template": None}, ["house/template.docx"]), ({"template": None, "no_template": True}, [])):
        chosen = argparse.Namespace(**{**vars(given), **options})
        assert [one.name for one in shell_given(chosen, "docx", Path("positions/fjords"), None).templates] == named
    capsys.readouterr()
    for given, told in (
        (("--template", "letter.docx"), "'letter.docx' is no template for a .pptx file.\n"),
        (("--template", "gone.pptx"), "'gone.pptx' cannot be read: No such file or directory.\n"),
        (("--template", "pale.pptx", "--template", "pale.pptx"), "Two templates are given for .pptx files. Name one.\n"),
        (("--template", "pale.pptx", "--slides", "4:3"), "Slides have the shape that their template 'pale.pptx' has. Leave '--slides' out, or add '--no-template'.\n"),
        (("--update", "letter.docx"), "'letter.docx' holds no slides. Name a deck (pptx) that Parley made.\n"),
        (("--update", "out.pptx", "--slides", "4:3"), "A deck that is brought up to date keeps its look. Leave '--slides' out, or make a new file without '--update'.\n"),
        (("--paper", "letter"), "'--paper' goes with docx, pdf and zip files. Leave it out, or name such a file.\n"),
    ):  # fmt: skip
        assert run(*where, "out.pptx", *given) == 1
        assert capsys.readouterr().err == told


def test_an_export_takes_agenda_date_parties_and_evidence(tmp_path: Path) -> None:
    """What is asked for is what is written, and where it comes from is written with it."""
    file = tmp_path / "gaps.json"
    given = ("--agenda", "ministers", "--as-of", "2025-03-05", "--parties", "northland,southmark", "--evidence", "on-record", "--table", "gaps")
    assert run("export", "positions/fjords", *given, "--to", str(file)) == 0
    made = json.loads(file.read_text(encoding="utf-8"))
    assert [made["about"][key] for key in ("as_of", "agenda_id", "evidence", "evidence_words")] == [
        "2025-03-05",
        "ministers",
        "on-record",
        "On record only",
    ]
    assert {(row["party_a_id"], row["party_b_id"]) for row in made["rows"]} == {("northland", "southmark")}


def test_an_export_takes_issues_parts_and_form(tmp_path: Path) -> None:
    """The issues in the order in which they are named; of a document only the parts named, or the page that is read first."""
    file = tmp_path / "some.html"
    assert run("export", "positions/fjords", "--issues", "patrols,herring-quota", "--parts", "positions", "--to", str(file)) == 0
    made = file.read_text(encoding="utf-8")
    assert re.findall(r'<section (?:class="\w+" )?id="([\w-]+)"', made) == ["issue-patrols", "issue-herring-quota"]
    assert "<svg" not in made and "harbour-access" not in made
    assert run("export", "positions/fjords", "--form", "one-page", "--to", str(file), "--force") == 0
    assert re.findall(r'<section (?:class="\w+" )?id="([\w-]+)"', file.read_text(encoding="utf-8")) == ["in-short", "evidence"]


def test_references_are_written_by_the_ending_of_the_file(tmp_path: Path) -> None:
    """Those that the briefing cites; with '--sources' all of a folder."""
    bib, ris = tmp_path / "refs.bib", tmp_path / "refs.ris"
    assert run("export", "positions/fjords", "--to", str(bib)) == run("export", "--sources", "--to", str(ris)) == 0
    assert bib.read_text(encoding="utf-8").count("@") == ris.read_text(encoding="utf-8").count("TY  - ") == 2


def test_the_pack_tells_how_far_it_is(capsys: Captured, tmp_path: Path) -> None:
    """A line for each file on the side, so that the closing line stays alone on the other."""
    file = tmp_path / "all.zip"
    assert run("export", "positions/fjords", "--to", str(file)) == 0
    assert file.read_bytes().startswith(b"PK")
    told = capsys.readouterr()
    assert told.out == f"{file} ({file.stat().st_size / 1000:,.0f} kB)\n"
    steps = told.err.splitlines()
    assert steps[0].startswith(f"1 of {len(steps)}: fjords-all-issues-")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ((), "Name the file to write with '--to', for instance '--to briefing.pptx'; or ask for '--sources'."),
        (
            ("--to", "x.odt"),
            "'x.odt' does not say by its ending what it is to be. Known endings: pptx, docx, pdf, xlsx, html, zip, png, svg, csv, json, bib, ris.",
        ),
        (("--to", "x.pdf", "--agenda", "minister"), "There is no agenda 'minister'. Did you mean 'ministers'?"),
        (("--to", "x.png"), "A figure shows one issue. Name it with '--issue'. There is: harbour-access, herring-quota, patrols."),
        (("--to", "x.png", "--issue", "patrol"), "There is no issue 'patrol'. Did you mean 'patrols'?"),
        (("--to", "x.pdf", "--parties", "north"), "There is no party 'north'. Did you mean 'northland'?"),
        (
            ("--to", "x.csv", "--parties", ","),
            "'--parties' names no party in ','. There is: guild, isles, northland, southmark.",
        ),
        (("--sources", "--table", "gaps"), "'--table' does not go with '--sources'. Leave one of the two out."),
        (("--sources", "--evidence", "on-record"), "'--evidence' does not go with '--sources'. Leave one of the two out."),
        (("--sources", "--to", "x.csv"), "'x.csv' is no list of sources. It ends in json, bib or ris: name such a file."),
        (("--to", "x.pdf", "--issues", "patrols, herring"), "There is no issue 'herring'. Did you mean 'herring-quota'?"),
        (("--to", "x.pdf", "--issues", ","), "'--issues' names nothing in ','. There is: herring-quota, patrols, harbour-access."),
        (("--to", "x.pdf", "--parts", "sumary"), "There is no part 'sumary'. Did you mean 'summary'?"),
        (("--to", "x.pdf", "--parts", "next"), "A pdf file has no part 'next'. It has: summary, overview, drawings, positions, movement, sources."),
        (
            ("--to", "x.csv", "--parts", "summary"),
            "'--parts' goes with pptx, docx, pdf, xlsx, html and zip files. Leave it out, or name such a file.",
        ),
        (("--to", "x.pdf", "--parts", "summary", "--form", "one-page"), "'--parts' does not go with '--form'. Leave one of the two out."),
        (("--to", "x.docx", "--form", "four-pages"), "A docx file has no form 'four-pages'. These have: pptx, pdf, html."),
        (("--sources", "--issues", "patrols"), "'--issues' does not go with '--sources'. Leave one of the two out."),
        (("--to", "nowhere/x.csv"), "'nowhere/x.csv' was not written: No such file or directory. What stood there before is unchanged."),
    ],
)
def test_what_cannot_be_exported_is_refused_with_a_hint(capsys: Captured, given: tuple[str, ...], message: str) -> None:
    """Nothing is written, and the message says what would do."""
    assert run("export", "positions/fjords", *given) == 1
    assert capsys.readouterr().err == f"{message}\n"


def test_an_issue_that_is_not_on_the_agenda_asked_for_is_told_as_such(capsys: Captured) -> None:
    """It exists, so nothing else was meant."""
    replaced("positions/fjords/agendas/ministers.yaml", "  - issue: harbour-access\n", "")
    assert run("export", "positions/fjords", "--to", "x.png", "--agenda", "ministers", "--issue", "harbour-access") == 1
    assert capsys.readouterr().err == "The issue 'harbour-access' is not on this agenda. There is: herring-quota, patrols.\n"


def test_a_file_that_exists_is_replaced_only_when_asked(capsys: Captured, tmp_path: Path) -> None:
    """A deck that was worked on is not lost to a second export; nor is a list of sources."""
    for file, given in ((tmp_path / "gaps.csv", ()), (tmp_path / "sources.json", ("--sources",))):
        file.write_text("edited by hand", encoding="utf-8")
        assert run("export", "positions/fjords", *given, "--to", str(file)) == 1
        told = f"'{file}' exists already, and is left as it is. Name another file, or add '--force' to replace it.\n"
        assert capsys.readouterr() == ("", told)
        assert file.read_text(encoding="utf-8") == "edited by hand"
        assert run("export", "positions/fjords", *given, "--to", str(file), "--force") == 0
        assert "edited" not in file.read_text(encoding="utf-8")
        capsys.readouterr()


def test_data_that_fail_check_are_not_exported_unasked(capsys: Captured, tmp_path: Path) -> None:
    """The errors are told; made despite them, the file says so in its foot, and they are told on the side."""
    replaced("positions/fjords/negotiation.yaml", "expect_statements: 16", "expect_statements: 99")
    error = "positions/fjords/negotiation.yaml:7:20: There are 16 statements, fewer than the 99 expected. Look for what is missing, or expect fewer."
    file = tmp_path / "gaps.json"
    assert run("export", "positions/fjords", "--table", "gaps", "--to", str(file)) == 1
    assert capsys.readouterr() == (
        "",
        "Nothing was written: something is wrong with the data or missing from them.\n"
        f"{error}\nMend it, or add '--despite-errors': the file then says that it is incomplete.\n",
    )
    assert not file.exists()
    assert run("export", "positions/fjords", "--sources") == 1
    assert capsys.readouterr().out == ""
    assert run("export", "positions/fjords", "--table", "gaps", "--to", str(file), "--despite-errors") == 0
    assert capsys.readouterr().err == f"{error}\n"
    told = "Incomplete or wrong: some entries of the files are left out or break a rule. See fjords/negotiation.yaml:7."
    assert json.loads(file.read_text(encoding="utf-8"))["about"]["incomplete_words"] == told


def test_a_warning_does_not_stop_an_export(tmp_path: Path) -> None:
    """Only errors do."""
    replaced("positions/fjords/negotiation.yaml", "short: Northland", "short: Old Northland")
    assert run("export", "positions/fjords", "--to", str(tmp_path / "gaps.csv")) == 0


def test_letters_that_no_font_holds_are_named_beside_the_file(capsys: Captured, tmp_path: Path) -> None:
    """With the kinds of file that show boxes for them; the others keep the letters."""
    replaced("positions/fjords/negotiation.yaml", "name: Northland", "name: 북부 연합")
    told = "PDF, PNG and the drawings in Word show empty boxes for letters that no font here holds: Hangul ('북부 연합').\n"
    for ending, expected in (("pdf", told), ("docx", told), ("csv", "")):
        assert run("export", "positions/fjords", "--to", str(tmp_path / f"x.{ending}")) == 0
        assert capsys.readouterr().err == expected


def test_whatever_an_exporter_raises_is_told_in_words(capsys: Captured, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line names the file and what the library said, and nothing is written."""

    def broken(*_: object) -> bytes:
        raise KeyError("glyph 17")

    monkeypatch.setattr("parley.exports.handout.handout", broken)
    assert run("export", "positions/fjords", "--to", str(tmp_path / "x.pdf")) == 1
    told = "could not be made: 'glyph 17'. Nothing was written. Please report this with the data it was made of.\n"
    assert capsys.readouterr().err == f"'fjords-all-issues-2025-04-30.pdf' {told}"
    assert list(tmp_path.glob("x.*")) == []


def test_the_shareable_sources_are_searched_for_what_stays_inside(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """As every shareable file is; nothing is printed where something is found."""
    shutil.copytree(DATA / "sharing" / "inside", "talks")
    assert run("export", "talks", "--seeds", "talks/seeds", "--sources", "--shareable") == 0
    assert "internal" not in capsys.readouterr().out
    monkeypatch.setattr("parley.commands.export.shareable", lambda dataset: dataset)
    assert run("export", "talks", "--seeds", "talks/seeds", "--sources", "--shareable") == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith("Nothing was written: the shareable edition 'sources.json' would tell of what stays inside.")


def test_a_search_prints_what_was_found_by_issue_with_ids(capsys: Captured) -> None:
    """With what was searched for instead of a mistyped word; then whatever else holds the words."""
    assert run("search", "positions", "herrring", "guild", "--as-of", "2025-03-10") == 0
    assert capsys.readouterr() == (
        "As of 10 Mar 2025 · All evidence.\n"
        "2 statements for “herring guild”, and 2 other finds\n"
        "Nothing for “herrring”; shown: “herring”.\n"
        "\n"
        "Harbours of Southmark\n"
        "  Guild, demand: The Herring Guild wants the harbours open all year. "
        "(Herring Guild, according to the reporter, before 5 Mar 2025; Fjord Gazette, 5 Mar 2025, paragraph 7; guild-harbour-all-year)\n"
        "  Guild, reason: Crews need shelter in winter. (Herring Guild, according to the reporter, before 5 Mar 2025; Fjord Gazette, 5 Mar 2025, paragraph 8; guild-harbour-winter)\n"
        "\n"
        "Party: Herring Guild (2 statements)\n"
        "Speaker: Herring Guild (Guild · 2 statements)\n"
        "\n"
        "Positions are what parties have said, not what they would settle for.\n",
        "",
    )


def test_a_search_in_vain_says_so_and_has_looked(capsys: Captured) -> None:
    """As of the last day on which anything was said where none is given; what lies beyond day and evidence is counted, what holds one word told."""
    assert run("search", "positions", "zzyzx", "herring", "--evidence", "on-record") == 0
    assert capsys.readouterr().out.splitlines() == [
        "As of 30 Apr 2025 · On record only.",
        "Nothing holds “zzyzx herring”.",
        "“zzyzx” stands nowhere, and no word is near to it.",
        "",
        "Positions are what parties have said, not what they would settle for.",
    ]
    assert run("search", "positions", "arms patrol joint") == 0
    assert "Nothing holds “arms patrol joint”." in capsys.readouterr().out
    assert run("search", "positions", "armed", "--as-of", "2025-03-01") == 0
    assert "Not shown: 1 statement said after 1 Mar 2025." in capsys.readouterr().out
