"""A second reading kept as a double coding: both readings as they were, what each unit was settled as later, and no line of others touched."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from parley import __main__
from parley.agreement import CODING_FILE, COLUMNS, Measure, agreement_in, coding_of, place_written
from parley.dataset import load
from parley.editing.edits import Change
from parley.editing.opening import opened
from parley.editing.saving import save
from parley.editing.trying import tried
from parley.errors import BadFilesError
from parley.model import Place, Scale
from parley.proposing.codings import Kept, keep, rows_of
from parley.proposing.inbox import inbox_of
from parley.proposing.second import agreement_on, second_reading
from parley.proposing.settling import accept, note
from parley.scales import Axis
from tests.proposing.test_second import NOON, SOURCE, propose

HEAD = ",".join(COLUMNS) + "\n"


def kept(folder: Path) -> Kept:
    dataset, inbox = load(folder), inbox_of(folder)
    source = dataset.sources[SOURCE]
    return keep(folder, [*rows_of(second_reading(source, "K. Lund", inbox, dataset), source, inbox, dataset)], dataset)


def lines(folder: Path) -> list[str]:
    return (folder / CODING_FILE).read_text(encoding="utf-8").splitlines()


def test_both_readings_stay_what_they_were_before_they_were_settled(fjords: Path) -> None:
    """The file agrees as the page does; what is settled later is filled in, though the first reading is another by then."""
    propose(
        fjords,
        {"locator": {"paragraph": 2}},
        {"locator": {"line": 3}, "kind": "demand", "place": {"at": "all-year", "strict": True}},
        {"locator": {"line": 13}, "party": "northland", "issue": "patrols", "kind": "demand", "place": {"at": "armed"}},
        {"locator": {"line": 40}, "kind": "demand", "place": {"from": "closed", "to": "summer", "reading": "imprecise"}},
        {"locator": {"line": 41}, "kind": "demand", "place": {"unknown": "No word."}},
    )
    assert kept(fjords) == Kept(10, 10, 0)
    assert lines(fjords) == [
        HEAD.strip(),
        f"{SOURCE},3,southmark,harbour-access,,demand,,beyond all-year,",
        f"{SOURCE},3,southmark,herring-quota,offer,,18,,south-quota-18",
        f"{SOURCE},5,southmark,harbour-access,offer,offer,summer,summer,south-harbour-summer",
        f"{SOURCE},7,southmark,herring-quota,demand,,0,,south-quota-none-again",
        f"{SOURCE},9,northland,herring-quota,offer,,28,,north-quota-28",
        f"{SOURCE},11,northland,patrols,offer,,joint,,north-patrols-joint",
        f"{SOURCE},13,isles,patrols,demand,,joint,,isles-patrols-joint",
        f"{SOURCE},13,northland,patrols,threat,demand,armed,armed,",
        f"{SOURCE},40,southmark,harbour-access,,demand,,closed..summer,",
        f"{SOURCE},41,southmark,harbour-access,,demand,,unknown,",
    ]
    dataset, inbox = load(fjords), inbox_of(fjords)
    source = dataset.sources[SOURCE]
    shown, read = agreement_on(second_reading(source, "K. Lund", inbox, dataset), source, dataset), agreement_in(fjords, dataset.negotiation)
    assert [(len(one.both), len(one.first_only), len(one.second_only), one.kind, one.rung) for one in (shown, read)] == [
        (2, 5, 3, Measure(2, Fraction(1, 2), pytest.approx(0.4)), Measure(2, Fraction(1), 1.0)),
    ] * 2  # fmt: skip
    by_line = {one.proposal.statement.locator.line: one for one in inbox.open if one.proposal.statement.locator}
    accept(fjords, by_line[3], "A. Berg", NOON, lambda _work: "accepted")
    note(fjords, by_line[13], "refused", "A. Berg", NOON)
    save(tried(opened(fjords), [Change("statement", "south-harbour-summer", {"place": {"at": "closed"}})]), "A. Berg", "mended")
    before = lines(fjords)
    assert kept(fjords) == Kept(10, 0, 2)
    assert [new for old, new in zip(before, lines(fjords), strict=True) if old != new] == [
        f"{SOURCE},3,southmark,harbour-access,,demand,,beyond all-year,southmark-harbour-access-demand",
        f"{SOURCE},13,northland,patrols,threat,demand,armed,armed,north-patrols-armed",
    ]
    assert kept(fjords) == Kept(10, 0, 0)


def test_what_others_wrote_into_the_file_stays_byte_for_byte(fjords: Path) -> None:
    """With the mark at its beginning, their line ends and their quotes; a file that is wrong is told and left."""
    propose(fjords, {"locator": {"line": 3}}, {"locator": {"line": 5}, "place": {"at": "closed"}})
    path = fjords / CODING_FILE
    held = f'\ufeff{HEAD}"gazette, evening",4,northland,patrols,demand,,joint,,\r\n{SOURCE},3,southmark,harbour-access,,"offer",,summer,""'
    path.write_bytes(held.encode())
    assert kept(fjords) == Kept(2, 1, 0)
    assert path.read_bytes() == f"{held}\n{SOURCE},5,southmark,harbour-access,offer,offer,summer,closed,\n".encode()
    one = next(one for one in inbox_of(fjords).open if one.proposal.statement.locator and one.proposal.statement.locator.line == 3)
    accept(fjords, one, "A. Berg", NOON, lambda _work: "accepted")
    assert kept(fjords) == Kept(2, 0, 1)
    assert path.read_bytes().decode().splitlines()[2] == f'{SOURCE},3,southmark,harbour-access,,"offer",,summer,southmark-harbour-access-offer'
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(BadFilesError, match="The columns are not those of a double coding"):
        kept(fjords)
    assert path.read_text(encoding="utf-8") == "a,b\n"


def test_a_place_is_written_so_that_it_is_read_as_the_same(fjords: Path) -> None:
    """A rung may be called as that which is no place, and a limit short of one needs a way that the party wants."""
    negotiation = load(fjords).negotiation
    ladder = Axis.of(Scale.model_validate({"ladder": [{"id": one, "name": one} for one in ("none", "some", "all")]}))
    places = [{"at": "none"}, {"at": "some", "strict": True}, {"from": "none", "to": "all", "reading": "acceptable"}, {"unknown": "?"}]
    written = [place_written(Place.model_validate(one), ladder, "up") for one in (*places, {"not_placeable": "?"})]
    assert written == ["none..none", "beyond some", "none..all", "unknown", "none"]
    assert place_written(Place.model_validate(places[1]), ladder, "target") == "some"
    assert coding_of("demand", Place.model_validate({"at": "none"}), ladder, "up").rung == 0
    quota = Axis.of(negotiation.issue_by_id["herring-quota"].scale)
    assert place_written(Place.model_validate({"at": "20", "strict": True}), quota, "up") == "beyond 20"


def test_from_the_command_line(fjords: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What a reader proposed beside what is held, document by document; written only where that is asked for."""
    propose(fjords, {"locator": {"line": 5}})
    assert __main__.main(["agreement", "fjords", "--reader", "K. Lund"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("fjords, southmark-2025-reply:\n  1 unit coded by both, 6 by the first coder only, 0 by the second only.\n")
    assert not (fjords / CODING_FILE).exists()
    assert __main__.main(["agreement", "fjords", "--reader", "K. Lund", "--write"]) == 0
    assert "double-coding.csv: 7 units of this document, 7 of them new; 0 more settled." in capsys.readouterr().out
    assert len(lines(fjords)) == 8
    assert __main__.main(["agreement", "fjords", "--reader", "K. Lundt"]) == 1
    assert "Nobody called 'K. Lundt' has proposed anything of a document. Did you mean 'K. Lund'?" in capsys.readouterr().err
