"""Parties and issues that only the next edition of a table has, and parties that it reads as another: told, and taken, left out or taken out."""

from __future__ import annotations

from pathlib import Path

import pytest

from parley.__main__ import main
from parley.dataset import load
from parley.importing.drafting import IF_NEW
from parley.importing.folder import kept_mapping
from parley.importing.newcomers import newcomers, with_newcomers
from parley.importing.whole import begun, sheets_of
from tests.importing.test_bringing_in import TODAY, brought_in, held
from tests.making import replaced

WIDE = "Country,Levy,Ban\nIceland,10,yes\nNorway,35,no\n"
WIDER = "Country,Levy,Bans,Fee (%)\nIceland,12,yes,30\nNorwai,35,no,50\nMalta,20,yes,\n"
FILES = [(b"ID,Party,Issue,Position\ns1,IS,q,20\ns2,NO,q,80\n", "data.csv"), (b"Code,Name\nIS,Iceland\nNO,Norway\n", "parties.csv")]
MORE = [(b"ID,Party,Issue,Position\ns1,IS,q,20\ns2,MT,f,5\n", "data.csv"), (b"Code,Name\nIS,Iceland\nNO,Norway\nMT,Malta\n", "parties.csv")]
LISTED = [(b"Code,Issue,Unit\nq,Quota,\n", "issues.csv"), (b"Code,Issue,Unit\nq,Quota,\nf,Landing fee,euro\n", "issues.csv")]


def test_what_is_new_is_refused_by_name_or_taken_as_guessed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --yes it is told and left out, with it taken; what a mapping that is given does not have stays out."""
    brought_in(tmp_path, WIDE)
    target, table = tmp_path / "positions" / "talks", tmp_path / "table.csv"
    table.write_text(WIDER, encoding="utf-8")
    capsys.readouterr()
    assert main(["import", str(table), "--to", str(target)], TODAY) == 1
    out = capsys.readouterr().out
    assert (
        "Parties that are not in the last edition, and are left out: Norwai and Malta.\n"
        "Issues that are not in the last edition, and are left out: Bans and Fee.\n'--yes' takes what is new with what is guessed of it; "
    ) in out
    assert f"Left out, Levy: row 3 Norwai. There is no party 'Norwai' in the mapping. Did you mean 'Norway'? {IF_NEW}\n" in out
    assert main(["import", str(table), "--to", str(target), "--map", str(target / "import" / "mapping.yaml"), "--yes"], TODAY) == 0
    assert held(load(target)) == {"iceland-levy": "12"}
    capsys.readouterr()
    brought_in(tmp_path, WIDER)
    out = capsys.readouterr().out
    assert "New parties: Norwai and Malta.\nNew issues: Bans and Fee.\nAre Norway and Norwai one party? They are taken as two." in out
    data = load(target)
    assert held(data) == {
        "iceland-levy": "12", "iceland-bans": "yes", "iceland-fee": "30", "norwai-levy": "35", "norwai-bans": "no", "norwai-fee": "50",
        "malta-levy": "20", "malta-bans": "yes",
    }  # fmt: skip
    assert [one.id for one in data.negotiation.parties] == ["iceland", "norway", "norwai", "malta"]
    assert [(one.id, dict(one.directions)) for one in data.negotiation.issues][2:] == [
        ("bans", dict.fromkeys(("iceland", "norwai", "malta"), "target")), ("fee", dict.fromkeys(("iceland", "norwai"), "target")),
    ]  # fmt: skip
    brought_in(tmp_path, WIDER)
    assert "New " not in capsys.readouterr().out


def test_what_is_left_out_stays_so_until_it_is_taken_back(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By all its spellings, without a word of each cell; what is called like what was there gets another id."""
    brought_in(tmp_path, WIDE)
    target = tmp_path / "positions" / "talks"
    sheets = sheets_of([(WIDER.replace("Norwai", "Norway").encode(), "table.csv")])
    work = begun(sheets, "table.csv", "Talks", "talks", kept=kept_mapping(target))
    new = newcomers(work)
    assert ([one.name for one in new.parties], [one.name for one in new.issues]) == (["Malta"], ["Bans", "Fee"])
    left = with_newcomers(work.mapping, new, {"malta", "fee"})
    assert (left.parties_left_out, left.issues_left_out, [one.id for one in left.issues]) == (("Malta",), ("Fee (%)",), ["levy", "ban", "bans"])
    found = work.with_mapping(left).drafted()
    assert ([one["id"] for one in found.entries], found.bad) == (["iceland-levy", "iceland-bans", "norway-levy", "norway-bans"], ())
    again = work.with_mapping(left)
    assert (newcomers(again).parties, with_newcomers(left, newcomers(again)), newcomers(again).parted(left)[1]) == (new.parties, left, ((), ()))
    back = with_newcomers(left, newcomers(again), {"malta"})
    assert (back.issues_left_out, [one.id for one in back.issues][3:]) == ((), ["fee"])
    with (target / "import" / "mapping.yaml").open("a", encoding="utf-8") as file:
        file.write("parties_left_out: [MALTA, Norwai]\nissues_left_out: [Bans, Fee (%)]\n")
    capsys.readouterr()
    assert held(brought_in(tmp_path, WIDER)) == {"iceland-levy": "12"}
    assert "Left out by name, as the mapping has it: MALTA, Norwai, Bans and Fee (%).\n" in capsys.readouterr().out


def test_what_a_sheet_lists_says_itself_who_it_is() -> None:
    """A listed party or issue is taken with what its row says; one that is in no row is refused as at the first time; one left out is left out."""
    first = begun(sheets_of([*FILES, LISTED[0]]), "data.csv", "Talks", "talks").drafted().mapping
    work = begun(sheets_of([*MORE, LISTED[1]]), "data.csv", "Talks", "talks", kept=first)
    new = newcomers(work)
    assert ([one.name for one in new.parties], [one.name for one in new.issues], new.listed(work.mapping)) == (["Malta"], ["Landing fee"], new)
    found = work.with_mapping(with_newcomers(work.mapping, new)).drafted()
    assert [(one["id"], one["party"], one["issue"], one["place"]) for one in found.entries] == [
        ("s1", "is", "quota", {"at": "20"}), ("s2", "mt", "landing-fee", {"at": "5"}),
    ]  # fmt: skip
    scale = found.mapping.issues[1].quantity
    assert (scale.unit if scale else "", found.bad) == ("euro", ())
    left = work.with_mapping(with_newcomers(work.mapping, new, {one.id for one in (*new.parties, *new.issues)})).drafted()
    assert ([one["id"] for one in left.entries], left.bad, [one.id for one in left.mapping.parties]) == (["s1"], (), ["is", "no"])


TWO = "Country,Levy,Ban\nIceland,10,yes\nIcelnd,,no\nNorway,35,no\n"


def test_a_party_that_has_become_part_of_another_goes_when_nothing_refers_to_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What refers to it is named; what keeps it now may let it go later, and every other line of the folder's own file stays."""
    brought_in(tmp_path, TWO)
    target = tmp_path / "positions" / "talks"
    mapping, header, own = target / "import" / "mapping.yaml", target / "negotiation.yaml", target / "mine.yaml"
    replaced(mapping, "cells: [Iceland]", "cells: [Iceland, Icelnd]")
    replaced(mapping, "- id: icelnd\n  name: Icelnd\n  cells: [Icelnd]\n", "")
    header.write_text(header.read_text(encoding="utf-8") + "shown: [norway, icelnd]\nblocs:\n- {id: isles, name: Isles, members: [icelnd]}  # ours\n")
    own.write_text(
        "party: norway\nstatements:\n- {id: mine, issue: ban, kind: demand, place: {at: 'no'}, to: [icelnd]}\n"
        "- {id: other, issue: ban, kind: offer, place: {at: 'yes'}}\n", encoding="utf-8",
    )  # fmt: skip
    capsys.readouterr()
    brought_in(tmp_path, TWO, "--remove")
    assert (
        "Icelnd is read as Iceland now, and stays a party of its own, because these refer to it: "
        "shown in negotiation.yaml, blocs isles in negotiation.yaml and mine.\n"
    ) in capsys.readouterr().out
    assert [one.id for one in load(target).negotiation.parties] == ["iceland", "icelnd", "norway"]
    replaced(own, ", to: [icelnd]", "")
    replaced(header, ", icelnd]\n", "]\n")
    replaced(header, "[icelnd]}  # ours", "[iceland]}  # ours")
    brought_in(tmp_path, TWO)
    assert "nothing refers to it, and it stays among the parties.\n'--remove' takes it out.\n" in capsys.readouterr().out
    before = header.read_text(encoding="utf-8")
    data = brought_in(tmp_path, TWO, "--remove")
    assert "nothing else refers to it, and it is taken out of the parties.\n" in capsys.readouterr().out
    assert ([one.id for one in data.negotiation.parties], held(data)["iceland-ban-2"], data.left_out) == (["iceland", "norway"], "no", ())
    assert ", icelnd: target" in before
    assert header.read_text(encoding="utf-8") == before.replace("- {id: icelnd, name: Icelnd}\n", "").replace(", icelnd: target", "")
    assert brought_in(tmp_path, TWO, "--remove").count == 7
