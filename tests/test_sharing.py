"""The shareable edition of a dataset: a negotiation with internal material against its twin, from which all of it was taken out by hand."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parley import __version__
from parley.analysis.evidence import ALL_EVIDENCE, CUTS, ON_RECORD, EvidenceCut
from parley.analysis.positions import position_as_of
from parley.checks import check
from parley.dataset import Dataset, load
from parley.model import Source, Statement
from parley.sharing import holds_internal, internal_sources, internal_statements, shareable
from parley.telling.briefing import Briefing, brief
from parley.words import said_all, say
from tests.generating import Talks, day, gap_in, talks
from tests.making import dataset, issue, percent, statement

SHARING = Path(__file__).parent / "data" / "sharing"
INSIDE, OUTSIDE = load(SHARING / "inside" / "straits"), load(SHARING / "outside" / "straits")
# Words, names and figures that stand in the internal material and nowhere else.
TELLING = (
    "Turmfalk", "Federkiel", "Ottoline", "kestrel", "lantern", "Lantern", "saffron", "Saffron", "quill", "Marrowick", "Marzipan",
    "Bernsteinzölle", "Kohlenschuten", "Perlen", "Pergament", "quinces", "Escarbouche", "Hanseatic", "23.75", "18.25", "26.5", "1437.5", "41.5",
    "顾凌霄", "密使", "百分之二十三点七五", "内部判断", "الزمردي", "المبعوث", "الليلي", "backchannel", "grumble", "2031-06-30", "2031-03-19",
)  # fmt: skip


def principals(data: Dataset, *ids: str) -> Sequence[Any]:
    return [data.negotiation.party_by_id[one] for one in ids or ("veldmark", "lanyu", "bahra", "sablemoor")]


def briefed(data: Dataset, as_of: date = date(2031, 6, 30), cut: EvidenceCut = ALL_EVIDENCE, *, is_shareable: bool = True, **more: Any) -> Briefing:
    return brief(data, more.get("agenda"), principals(data, *more.get("parties", ())), as_of, cut, more.get("since"), is_shareable=is_shareable)


def statuses(found: Briefing) -> dict[str, str]:
    return {one.issue.id: say(one.status) for one in found.issues}


def test_the_twins_break_no_rule() -> None:
    """Both are sound to the last warning, so that what differs is internal and nothing else."""
    assert check(INSIDE, None, date(2031, 7, 1)) == check(OUTSIDE, None, date(2031, 7, 1)) == ()
    assert (len(INSIDE.statements), len(OUTSIDE.statements)) == (31, 17)


def test_what_stays_inside_is_what_is_marked_and_what_rests_on_a_marked_document() -> None:
    """Two statements are marked themselves; the others stand in two internal documents, and a third one holds none yet."""
    assert {one.id for one in internal_statements(INSIDE)} == {one.id for one in INSIDE.statements} - {one.id for one in OUTSIDE.statements}
    assert [one.id for one in internal_statements(INSIDE) if one.internal] == ["ile-pilots-grumble", "veld-toll-whispered-32", "veld-pilots-retreat"]
    assert [one.id for one in internal_sources(INSIDE)] == ["kestrel-cable-2031-03", "lantern-minutes-2031-06", "saffron-draft-2031"]
    assert internal_statements(OUTSIDE) == internal_sources(OUTSIDE) == ()


def test_the_shareable_edition_is_the_twin() -> None:
    """Statements, documents, events, speakers and agendas are those of the files from which the rest was taken out by hand."""
    made = shareable(INSIDE)
    assert made.statements == OUTSIDE.statements
    assert made.sources == OUTSIDE.sources
    assert made.cited == OUTSIDE.cited
    assert made.agendas == OUTSIDE.agendas
    assert made.negotiation == OUTSIDE.negotiation.model_copy(update={"expect_statements": 0})
    assert made == shareable(OUTSIDE)
    assert made.version == shareable(OUTSIDE).version == shareable(made).version


def test_nothing_in_the_shareable_edition_names_what_stays_inside() -> None:
    """Neither words nor figures nor ids of it are left in any field, however deep."""
    whole, made = repr(INSIDE), repr(shareable(INSIDE))
    assert [one for one in TELLING if one not in whole] == []
    assert [one for one in TELLING if one in made] == []


def test_what_was_worked_out_of_the_whole_is_not_handed_on() -> None:
    """However much of the full dataset was looked up before, the shareable edition looks everything up anew."""
    data = load(SHARING / "inside" / "straits")
    briefed(data, is_shareable=False)
    assert (len(data.superseding), len(data.days), len(data.cited), len(data.negotiation.party_by_id), len(data.axes)) == (6, 13, 6, 5, 3)
    made = shareable(data)
    assert set(vars(made)) == {"negotiation", "statements", "sources", "version", "files", "agendas", "left_out", "without_file", "never_named"}
    assert (made.left_out, made.without_file, made.never_named) == ((), frozenset(), frozenset())
    assert set(vars(made.negotiation)) == set(type(made.negotiation).model_fields)
    assert made.superseding == {}
    assert made.days[-1] == date(2031, 5, 20)
    assert [one.id for one in made.negotiation.party_by_id["veldmark"].speakers] == ["minister", "harbour"]


def test_related_words_stay_inside() -> None:
    """They stand in no file, and one may tell what only an internal statement says: a word that is searched for in files is not known by them."""
    words = INSIDE.negotiation.model_copy(update={"related_words": (("kestrel", "lantern"),)})
    made = shareable(replace(INSIDE, negotiation=words))
    assert made.negotiation.related_words == ()
    assert made.version == shareable(INSIDE).version


def test_no_place_in_the_files_is_left() -> None:
    """The line of a statement counts the internal ones above it, and its file holds them."""
    assert INSIDE.place_in_files("veld-toll-32") is not None
    assert shareable(INSIDE).place_in_files("veld-toll-32") is None


def test_what_an_internal_statement_superseded_stands_again() -> None:
    """Also where a public one superseded the internal one in turn: without it nobody says that the first was overtaken."""
    by_id = shareable(INSIDE).statement_by_id
    assert (INSIDE.statement_by_id["veld-pilots-shared"].supersedes, by_id["veld-pilots-shared"].supersedes) == (("veld-pilots-retreat",), ())
    assert sorted(INSIDE.superseding) == [
        "bahra-anchor-storm", "lanyu-toll-9", "lanyu-toll-limit-12", "veld-pilots-own", "veld-pilots-retreat", "veld-toll-limit-20"
    ]  # fmt: skip


def test_a_public_statement_that_repeats_an_internal_one_stands_for_itself() -> None:
    """And keeps no reference to it."""
    by_id = shareable(INSIDE).statement_by_id
    assert (by_id["veld-toll-32"].repeats, by_id["lanyu-pilots-none-again"].repeats) == (None, None)


def test_only_the_notes_marked_internal_are_left_out() -> None:
    """Other notes stay, and no mark tells that there was one."""
    made = shareable(INSIDE).statement_by_id
    assert [one.id for one in INSIDE.statements if one.note_internal] == ["lanyu-toll-4", "veld-toll-limit-20"]
    assert (made["lanyu-toll-4"].note, made["veld-toll-limit-20"].note, made["lanyu-toll-limit-12"].note) == (None, None, "Said twice that day.")
    assert not any(one.note_internal for one in made.values())


def test_a_party_of_which_only_internal_things_are_known_stays_a_party() -> None:
    """Who takes part is told by the negotiation's own file; it has no speaker, and no evidence on any issue."""
    made = shareable(INSIDE)
    assert made.negotiation.party_by_id["sablemoor"].speakers == ()
    found = briefed(INSIDE)
    assert [[position.is_evidenced for position in one.row.positions] for one in found.issues] == [
        [True, True, False, False], [True, True, False, False], [True, True, True, False]
    ]  # fmt: skip


def test_the_internal_material_matters() -> None:
    """With it the toll is bridgeable and two offers 3.25 points apart; without it the stated limits exclude each other by 8 points."""
    full, shared = briefed(INSIDE, is_shareable=False), briefed(INSIDE)
    assert [say(full.issues[0].status), say(shared.issues[0].status)] == ["Bridgeable", "Blocked"]
    assert [say(one.told) for one in full.issues[0].told("gap")] == [
        "Veldmark asks for 32 %; the best Lanyu has put on the table is 23.75 %: 8.25 points apart.",
        "Stated limits overlap between 18.5 % and 26.5 %. Best offers are still 3.25 points apart.",
        "Of 6 pairs 1 offers meet, 1 bridgeable, 1 open, 3 without a status; widest: 澜屿 – Sablemoor, 29 to 33 points apart.",
    ]
    assert [say(one.told) for one in shared.issues[0].told("gap")] == [
        "Veldmark asks for 32 %; the best Lanyu has put on the table is 9 %: 23 points apart.",
        "Stated limits exclude each other by 8 points. No figure satisfies both as stated.",
    ]


@pytest.mark.parametrize("cut", CUTS, ids=lambda one: one.id)
@pytest.mark.parametrize("as_of", ["2031-01-28", "2031-02-04", "2031-03-19", "2031-05-12", "2031-06-30", "2032-01-15"])
def test_nothing_in_a_shareable_briefing_was_computed_from_internal_material(as_of: str, cut: EvidenceCut) -> None:
    """It is value for value the briefing of the twin: for days on which only internal things were said, every cut, several parties and agendas."""
    choices = (((), None, date(2031, 3, 1)), (("bahra", "sablemoor", "veldmark"), 0, date(2031, 3, 20)), (("ile-ronde", "lanyu"), 1, None))
    for parties, number, since in choices:
        inside, outside = (None if number is None else data.agendas[number] for data in (INSIDE, OUTSIDE))
        one = briefed(INSIDE, date.fromisoformat(as_of), cut, since=since, parties=parties, agenda=inside)
        other = briefed(OUTSIDE, one.as_of, cut, since=one.since, parties=parties, agenda=outside)
        assert one == other
        assert (one.foot, one.summary, one.handling, one.since_told) == (other.foot, other.summary, other.handling, other.since_told)


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("2031-01-28", "2031-02-03"),  # before anything that may be shared: the first day of it
        ("2031-03-19", "2031-02-04"),  # only something internal was said: the last day before it
        ("2031-03-20", "2031-03-20"),  # nothing was said at all: as asked
        ("2031-05-12", "2031-05-12"),
        ("2031-06-30", "2031-05-20"),  # after all that may be shared: its last day
    ],
)
def test_no_date_tells_of_what_stays_inside(asked: str, shown: str) -> None:
    """Neither the date shown nor that from which movement is told, whether chosen or left to itself."""
    assert briefed(INSIDE, date.fromisoformat(asked)).as_of == date.fromisoformat(shown)
    since = briefed(INSIDE, date(2031, 5, 20), since=date.fromisoformat(asked)).since
    assert since == (None if shown == "2031-05-20" else date.fromisoformat(shown))


def test_no_internal_word_stands_in_a_shareable_briefing() -> None:
    """All of them stand in the full one of the same day."""
    since, words = date(2031, 3, 1), [one for one in TELLING if not one.startswith(("saffron", "Saffron"))]
    full, shared = (repr(briefed(INSIDE, since=since, agenda=INSIDE.agendas[0], is_shareable=which)) for which in (False, True))
    assert ([one for one in words if one not in full], [one for one in words if one in shared]) == ([], [])


def test_a_full_briefing_differs_from_that_of_the_twin() -> None:
    """So the comparison above can fail."""
    full, twin = briefed(INSIDE, is_shareable=False), briefed(OUTSIDE, is_shareable=False)
    assert [one.row == other.row for one, other in zip(full.issues, twin.issues, strict=True)] == [False, False, False]
    assert "23.75" in repr(full.issues) and "23.75" not in repr(twin.issues)


def test_the_shareable_edition_ends_with_its_own_last_day() -> None:
    """The last day of all belongs to an internal statement, and no date tells of it."""
    assert INSIDE.days[-1] == date(2031, 6, 30)
    assert said_all(briefed(INSIDE, INSIDE.days[-1]).foot) == (
        "As of 20 May 2031 · All evidence",
        f"Straits of Omber, 2031 · Data version {shareable(OUTSIDE).version} · Parley {__version__}",
        "Shareable edition",
        "Positions are what parties have said, not what they would settle for.",
    )


def test_a_change_of_internal_material_leaves_the_shareable_version_as_it_is(tmp_path: Path) -> None:
    """The version of the files changes with every word; that of the shareable edition only with what is in it."""
    shutil.copytree(SHARING / "inside", tmp_path / "inside")
    folder = tmp_path / "inside" / "straits"

    def edited(file: str, old: str, new: str) -> Dataset:
        content = (folder / file).read_text(encoding="utf-8")
        assert content.count(old) == 1
        (folder / file).write_text(content.replace(old, new), encoding="utf-8")
        return load(folder)

    inner = edited("lanyu.yaml", "place: {at: 23.75}", "place: {at: 24.25}")
    assert (inner.version == INSIDE.version, shareable(inner).version == shareable(INSIDE).version) == (False, True)
    outer = edited("lanyu.yaml", "place: {at: 9}", "place: {at: 9.25}")
    assert (outer.version == inner.version, shareable(outer).version == shareable(inner).version) == (False, False)


def test_a_public_document_on_which_only_internal_statements_rest_leaves_no_trace_in_the_version() -> None:
    """It stays a record that may be shared, but nothing shown cites it."""
    assert "omber-gazette-2031-04" in INSIDE.cited
    assert "omber-gazette-2031-04" not in shareable(INSIDE).cited
    without = replace(OUTSIDE, sources={key: one for key, one in OUTSIDE.sources.items() if key != "omber-gazette-2031-04"})
    assert shareable(without).version == shareable(INSIDE).version


def test_whether_anything_stays_inside_is_known() -> None:
    """A statement, a note or a document on which something rests counts; speaker notes and records for other negotiations do not."""
    assert [holds_internal(one) for one in (INSIDE, OUTSIDE, shareable(INSIDE))] == [True, False, False]
    public = dataset([issue(percent(), {"a": "up"})], [statement("a", "demand", 5, note="Said softly.")])
    assert [holds_internal(one) for one in (public, _marked(public, note_internal=True), _marked(public, internal=True))] == [False, True, True]
    assert not holds_internal(_marked(dataset([issue(percent(), {"a": "up"})], [statement("a", "demand", 5)]), note_internal=True))
    cable = public.sources["gazette"].model_copy(update={"id": "cable", "internal": True})
    assert not holds_internal(replace(public, sources={**public.sources, "cable": cable}))


def _marked(data: Dataset, **marks: bool) -> Dataset:
    return replace(data, statements=tuple(one.model_copy(update=marks) for one in data.statements))


def test_a_negotiation_of_which_everything_is_internal_is_left_empty() -> None:
    """No statement, no day and no document are left, and every issue is without evidence."""
    data = _marked(dataset([issue(percent(), {"a": "up", "b": "down"})], [statement("a", "demand", 5), statement("b", "offer", 2)]), internal=True)
    made = shareable(data)
    assert (made.statements, made.days, made.cited) == ((), (), {})
    found = brief(data, None, data.negotiation.parties, date(2025, 3, 31), ON_RECORD, is_shareable=True)
    assert statuses(found) == {"quota": "No evidence"}


@given(talks(), st.data())
def test_the_shareable_edition_is_the_dataset_without_what_was_marked(made: Talks, data: st.DataObject) -> None:
    """Whichever statements are marked, statements, positions and gap are as if these had never been found, and no reference to one is left."""
    whole = made.dataset()
    gone = {one.id for one in whole.statements if data.draw(st.booleans(), label=one.id)}
    shared = shareable(replace(whole, statements=tuple(one.model_copy(update={"internal": one.id in gone}) for one in whole.statements)))
    less = whole.without(gone)
    assert shared.statements == tuple(_stripped(one, gone) for one in less.statements)
    assert not gone & {key for one in shared.statements for key in (one.id, one.repeats, *one.supersedes)}
    one, other = gap_in(shared, made), gap_in(replace(less, statements=shared.statements), made)
    assert (one.possible, one.ids, one.status) == (other.possible, other.ids, other.status)
    for party in made.directions:
        position, as_if = (position_as_of(each, party, "quota", day(made.as_of), made.cut) for each in (shared, less))
        assert (position.offer, position.limit, position.flags) == (as_if.offer, as_if.limit, as_if.flags)
        assert position.demand == as_if.demand


def _stripped(one: Statement, gone: set[str]) -> Statement:
    kept = tuple(key for key in one.supersedes if key not in gone)
    return one.model_copy(update={"supersedes": kept, "repeats": None if one.repeats in gone else one.repeats})


def test_an_event_told_only_inside_goes_with_its_document() -> None:
    """The supper is gone from the shareable edition, the round and the paper are not."""
    assert [one.id for one in INSIDE.negotiation.events] == ["omber-round", "kestrel-supper", "lanyu-paper"]
    assert [one.id for one in shareable(INSIDE).negotiation.events] == ["omber-round", "lanyu-paper"]


def test_a_speaker_of_whom_nothing_is_held_goes_like_one_heard_only_inside() -> None:
    """Or the version would tell one from the other."""
    data = dataset([issue(percent(), {"a": "up"})], [statement("a", "demand", 5), statement("a", "demand", 6, speaker="leak", internal=True)])
    assert [one.id for one in shareable(data).negotiation.parties[0].speakers] == ["minister"]


def test_a_record_says_whether_it_stays_inside() -> None:
    """The mark stands on the record of the document, and counts for all that is taken from it."""
    cable: Source = INSIDE.sources["kestrel-cable-2031-03"]
    assert cable.internal
    taken = [one for one in INSIDE.statements if one.source == cable.id]
    assert (len(taken), {one.id for one in taken} <= {one.id for one in internal_statements(INSIDE)}) == (9, True)
