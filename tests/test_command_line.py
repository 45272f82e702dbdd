"""The commands: what is printed where, and the exit status."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from parley import __main__, schemas
from parley.dataset import load
from parley.exports.sources import csl_json

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


def replaced(path: str, old: str, new: str) -> None:
    content = Path(path).read_text(encoding="utf-8")
    assert old in content
    Path(path).write_text(content.replace(old, new, 1), encoding="utf-8")


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
    assert capsys.readouterr().out.splitlines() == [
        "positions/fjords/isles.yaml:18:5: The key 'firmness' is repeated. It stands first on line 17; keep one of the two.",
        "positions/straits/guild.yaml:6:11: 'kind' cannot be 'claim'. Allowed: demand, red_line, offer, threat, rationale.",
        "seeds/southmark-2025-reply.yaml:11:10: No value is given. Write one, or leave the whole line out.",
        "fjords: cannot be read, 2 errors, 0 warnings.",
        "straits: cannot be read, 2 errors, 0 warnings.",
    ]


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
    assert "There are no source records in 'positions/seeds'." in capsys.readouterr().out
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
            }
        ],
    }
    replaced("positions/fjords/guild.yaml", "kind: demand", "kind: claim")
    assert run("check", "--json") == 1
    found = json.loads(capsys.readouterr().out)
    assert found["negotiations"] == [{"id": "fjords", "errors": 1, "warnings": 0}]
    assert found["counts"] == {"errors": 1, "warnings": 0}


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
        (["export", "--sources", "--to", "nowhere/sources.json"], "'nowhere/sources.json': No such file or directory."),
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
        "positions/fjords/guild.yaml:6:11: 'kind' cannot be 'claim'. Allowed: demand, red_line, offer, threat, rationale.\n",
    )


def test_schemas_are_written_and_named(capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command writes what editors read and says where."""
    monkeypatch.setattr(__main__, "write_schemas", lambda: schemas.write_schemas(Path("schema")))
    assert run("schema") == 0
    assert capsys.readouterr().out.splitlines() == ["schema/negotiation.schema.json", "schema/party.schema.json", "schema/source.schema.json"]


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
        "  kind: 50 % of 2 units alike, Krippendorff's alpha 0.40 (nominal).",
        "  rung: 50 % of 2 units alike, Krippendorff's alpha 0.83 (ordinal, the rungs of all issues taken as one variable).",
    ]


def test_the_module_runs_as_a_command_and_prints_what_no_screen_shows() -> None:
    """`python -m parley` works, and a file's name that is no text does not stop it."""
    Path(os.fsdecode(b"positions/fjords/north\xff.yaml")).write_text("party: nobody\n", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    called = subprocess.run([sys.executable, "-m", "parley", "check"], env=environment, capture_output=True, text=True, check=False)
    assert (called.returncode, called.stderr) == (1, "")
    assert called.stdout.splitlines() == [
        "positions/fjords/north\\udcff.yaml:1:8: no party 'nobody'. There is: guild, isles, northland, southmark.",
        "fjords: cannot be read, 1 error, 0 warnings.",
    ]


def test_the_version_is_told(capsys: Captured) -> None:
    """One line names it."""
    with pytest.raises(SystemExit) as ended:
        run("--version")
    assert ended.value.code == 0
    assert capsys.readouterr().out == "parley 0.1.0\n"
