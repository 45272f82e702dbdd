"""The search for words in all that a negotiation holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Thread

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.generate import write_negotiation
from parley.dataset import Dataset, load
from parley.searching import Find, Finds, pieces, words_of
from tests.making import dataset, issue, ladder, percent, quota, statement

ROOT = Path(__file__).parents[1]
UP_DOWN_UP = {"a": "up", "b": "down", "c": "up"}
TONGUES = (
    "贸易逆差应当缩小",
    "يجب خفض الرُّسوم الجمركية",
    "Снизить тарифы",
    "関税を引き下げる",
    "관세를 낮춘다",
    "ลดภาษีศุลกากร",
    "Réduire les émissions à Łódź",
)


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    return load(ROOT / "positions" / "us-china-trade")


def saying(*texts: str, related: tuple[tuple[str, ...], ...] = ()) -> Dataset:
    """Return a dataset of statements, s0, s1 and so on, that say these texts."""
    return dataset([issue(ladder(6), UP_DOWN_UP)], [statement("a", "demand", "r5", says=one) for one in texts], related_words=related)


def ids(data: Dataset, text: str) -> list[str]:
    """Return the ids of the statements found, as they stand on an issue."""
    return list(data.found(text).statements)


def test_statements_are_found_by_every_word() -> None:
    """In what they say, their note, speaker, party, issue, id or document, whatever the capitals; not by words of two statements together."""
    said = [
        statement("a", "demand", "r5", says="Close the fjords.", note="Or only the northern one."),
        statement("b", "offer", "r1", says="Pause in spring.", condition={"type": "if", "says": "the ice has gone"}),
    ]
    data = quota(ladder(6), UP_DOWN_UP, *said)
    assert ids(data, "FJORDS close") == ["s0"]
    assert ids(data, "northern") == ["s0"]
    assert ids(data, "minister") == ["s0", "s1"]
    assert ids(data, "quota talks") == ["s0", "s1"]
    assert ids(data, "s1") == ["s1"]
    assert ids(data, "fjords spring") == []
    assert ids(data, "  ") == []
    assert ids(data, "ice") == ["s1"]
    assert ids(data, "herring minister close") == ["s0"]


def test_the_last_word_may_be_half_typed() -> None:
    """Each before it is whole, in whatever form; letter by letter the same statement stays found."""
    data = saying("Ready to discuss negotiations on fisheries.", "Refuses the catch.")
    assert [ids(data, "negotiations"[:length]) for length in range(1, 13)] == [["s0"]] * 12
    assert ids(data, "fishery negotiation") == ["s0"]
    assert ids(data, "fish negotiation") == []
    assert ids(data, "negotiation fish") == ["s0"]
    assert ids(data, "refuse catches") == ["s1"]


def test_finds_come_issue_by_issue_and_by_a_day_and_on_some_evidence_with_all_else_counted() -> None:
    """However they are held: issues and parties as in the file, of each party the newest first; what another find brings is no more than that."""
    issues = [issue(ladder(6), UP_DOWN_UP), {**issue(ladder(6), UP_DOWN_UP), "id": "coast", "name": "Coast"}]
    said = [
        statement("c", "demand", "r5", issue="coast"), statement("b", "demand", "r5", said="2025-03-09"), statement("a", "demand", "r5"),
        statement("b", "demand", "r5", said="2025-03-20"), statement("b", "demand", "r5", attribution="reporter"), statement("a", "demand", "r5"),
    ]  # fmt: skip
    data = dataset(issues, said)
    everything = (("quota", ("s2", "s5", "s3", "s1", "s4")), ("coast", ("s0",)))
    finds = data.found("talks")
    assert (finds.issues, finds.others, finds.later, finds.left_out) == (everything, (Find("document", ("gazette",), finds.statements),), 0, 0)
    by_then = data.found("talks", date(2025, 3, 9), lambda one: one.attribution == "on_record" and one.party != "c")
    assert (by_then.issues, by_then.statements, by_then.later, by_then.left_out) == ((("quota", ("s2", "s5", "s1")),), ("s2", "s5", "s1"), 1, 2)
    assert by_then.others == (Find("document", ("gazette",), ("s2", "s5", "s1")),)
    assert data.found("b minister", date(2025, 3, 8)).issues == (("quota", ("s4",)),)
    assert data.found("talks", date(2025, 2, 28)) == Finds((), (Find("document", ("gazette",)),), 6, terms=finds.terms)


def test_all_else_that_holds_the_words_is_found_too() -> None:
    """A party, a speaker, a document, an issue by its question, a step and an event; a word of the question finds no statements."""
    event = {"id": "round", "date": "2025-03-05", "what": "Delegations meet in Bergen.", "source": "gazette"}
    data = dataset([issue(ladder(6), UP_DOWN_UP)], [statement("a", "demand", "r5")], events=[event])
    assert data.found("envoy").others == tuple(Find("speaker", (party, "envoy")) for party in "abc")
    assert data.found("bergen").others == (Find("event", ("round",)),)
    assert data.found("outcome 3").others == (Find("step", ("quota", "r3")),)
    assert data.found("rung 4").others == (Find("step", ("quota", "r4")),)
    assert data.found("talks") == Finds((("quota", ("s0",)),), (Find("document", ("gazette",), ("s0",)),), terms=data.found("talks").terms)
    assert data.found("much") == Finds((), (Find("issue", ("quota",)),), terms=data.found("much").terms)
    assert (ids(data, "quota"), data.found("quota").others) == (["s0"], (Find("issue", ("quota",)),))
    assert Find("party", ("b",)) in data.found("b").others


def test_a_scale_in_units_has_no_steps_to_find() -> None:
    """What is said on it is found all the same."""
    data = quota(percent(), UP_DOWN_UP, statement("a", "demand", "20", amount={"value": "20", "unit": "%", "what": "share of the catch"}))
    assert (ids(data, "catch share"), data.found("catch share").others) == (["s0"], ())


@pytest.mark.parametrize(
    ("text", "found", "related"),
    [
        ("Soybeans", "cn-deficit-significant-purchases", ("farm",)),
        ("soybean", "cn-deficit-significant-purchases", ("farm",)),
        ("soyb", "cn-deficit-significant-purchases", ("farm",)),
        ("agriculture", "cn-deficit-significant-purchases", ("farm",)),
        ("aircraft", "cn-deficit-import-plans", ()),
        ("Boeing", "cn-deficit-import-plans", ("aircraft",)),
        ("Navarro", "us-mic-navarro-clash", ()),
        ("navarro’s", "us-mic-navarro-clash", ()),
        ("semiconductor", "cn-deficit-import-plans", ()),
        ("farm energy", "cn-deficit-significant-purchases", ()),
    ],
)
def test_what_a_reader_calls_it_is_found_in_the_shipped_positions(shipped: Dataset, text: str, found: str, related: tuple[str, ...]) -> None:
    """By the words of the paraphrases, or by those that the negotiation's file names as related to them."""
    finds = shipped.found(text)
    assert found in finds.statements
    assert finds.related == related
    assert not finds.mended


def test_a_short_beginning_brings_no_related_words(shipped: Dataset) -> None:
    """Two letters begin too many words."""
    assert shipped.found("bo").related == ()
    assert shipped.found("boe").related == ("aircraft",)


def test_related_words_are_taken_for_each_other_in_every_form_and_script() -> None:
    """Also where one stands nowhere, and where one is written without blanks; what is not related is not found."""
    data = saying("More farm goods.", "购买大豆。", "Herring only.", related=(("soybeans", "farms", "大豆"), ("cod", "fish")))
    assert [ids(data, one) for one in ("soybean", "farming", "大豆", "soybeans goods")] == [["s0", "s1"], ["s0", "s1"], ["s0", "s1"], ["s0"]]
    assert data.found("大豆").related == ()
    assert ids(data, "cod") == []
    assert not data.found("cod").unknown
    assert data.found("fishes") == Finds(terms=data.found("fishes").terms)


def test_a_word_that_stands_nowhere_is_taken_for_the_nearest(shipped: Dataset) -> None:
    """Which is told; the most frequent of those equally near, in its place among the others; no more than three, and none where none is near."""
    finds = shipped.found("semiconducter")
    assert finds.mended == (("semiconducter", "semiconductor"),)
    assert finds.statements == shipped.found("semiconductor ").statements != ()
    assert shipped.found("Navaro clash").mended == (("navaro", "navarro"),)
    assert shipped.found("Navaro clash").statements == shipped.found("navarro clash").statements != ()
    assert shipped.found("zzyzx").unknown == "zzyzx"
    assert shipped.found("trade zzyzx") == Finds(unknown="zzyzx")
    assert shipped.found("Navaro tariifs polcy semiconducter").unknown == "semiconducter"
    assert saying("cods", "coda", "coda").found("codx").mended == ()
    assert saying("catchablo", "catchably", "catchably").found("catchablz").mended == (("catchablz", "catchably"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("逆差", "s0"), ("贸易", "s0"), ("贸易 缩小", "s0"), ("رسوم", "s1"), ("الرسوم", "s1"), ("الرُّسوم", "s1"), ("جمركية خفض", "s1"), ("тариф", "s2"),
        ("ТАРИФЫ", "s2"), ("関税", "s3"), ("引き下げ", "s3"), ("관세", "s4"), ("ภาษี", "s5"), ("emissions", "s6"), ("Émission", "s6"),
    ],
)  # fmt: skip
def test_words_of_every_script_are_found(text: str, found: str) -> None:
    """Two letters in the middle of a Chinese sentence, an Arabic word with and without its article and vowels, and accents in Latin ones."""
    assert ids(saying(*TONGUES), text) == [found]


def test_letters_of_a_script_without_blanks_stand_together() -> None:
    """A word is not found where its letters stand apart."""
    assert ids(saying("贸易逆差", "易于贸"), "贸易") == ["s0"]
    assert saying("贸易").found("逆差").unknown == "逆差"


@pytest.mark.parametrize(
    "text",
    [
        *(
            '"',
            "'",
            '""',
            "*",
            "fjords*",
            "NEAR(fjords spring)",
            "-fjords",
            "fjords OR spring",
            "NOT fjords",
            "^fjords",
            "words:fjords",
            "{words}:x",
            "(",
            ")",
            "+",
        ),
        *(
            "fjords AND",
            "%",
            "_",
            "\\",
            "\x00",
            "fjords\x00spring",
            "\ud800",
            "🐟",
            "\u202e",
            "١٢٣",
            "²",
            "a" * 10_000,
            "fjords " * 1_500,
            "贸" * 10_000,
            "\n\t",
        ),
        " ".join(f"w{number}" for number in range(2_000)),
    ],
    ids=lambda one: ascii(one[:20]),
)
def test_every_input_is_taken_literally(text: str) -> None:
    """Nothing typed is a command of the search: what is found is what holds those words, and signs are nothing."""
    data = saying("Close the fjords.", "Pause in spring.", "Or not and near.")
    found = ids(data, text)
    assert found == {
        "fjords*": ["s0"], "-fjords": ["s0"], "^fjords": ["s0"], "fjords " * 1_500: ["s0"], "fjords AND": [],
    }.get(text, [])  # fmt: skip


def test_words_that_look_like_commands_are_words() -> None:
    """OR, NOT, AND and NEAR are found where they stand."""
    data = saying("Close the fjords or the coast, not the harbour and what is near.", "Close the fjords.")
    for word in ("OR", "NOT", "AND", "NEAR"):
        assert ids(data, f"{word} fjords") == ids(data, f"fjords {word}") == ["s0"]


@given(st.text(max_size=60))
def test_no_text_breaks_the_search(text: str) -> None:
    """Whatever is typed, and wherever it stands: a statement that says it is found by it, word by word."""
    data = saying("Close the fjords.", "Pause in spring.").altered({"s1": {"says": text}})
    assert isinstance(data.found(text), Finds)
    for word in words_of(text):
        finds = data.found(word)
        assert "s1" in finds.statements
        assert not finds.mended


@given(st.text(max_size=60), st.sampled_from(["fjords", "贸易", "رسوم"]))
def test_a_text_in_pieces_is_the_text(text: str, word: str) -> None:
    """No letter is lost or added where words are made to stand out, and the word searched for does."""
    terms = saying(word).found(word).terms
    cut = pieces(f"{text} {word}", terms)
    assert "".join(piece for piece, _ in cut) == f"{text} {word}"
    assert cut[-1] == (word, True)


def test_words_found_stand_out_in_every_form() -> None:
    """In whatever form they stand, related ones and half typed ones too; an accent, a sign or a vowel mark stays where it is."""
    data = saying("Émissions of farms", "الرُّسوم الجمركية", "贸易逆差", related=(("soy", "farm"),))
    assert pieces("Émissions, farms and soya.", data.found("emission soy").terms) == [
        ("Émissions", True), (", ", False), ("farms", True), (" and ", False), ("soya", True), (".", False),
    ]  # fmt: skip
    assert pieces("الرُّسوم الجمركية", data.found("رسوم").terms) == [("ال", False), ("رُّسوم", True), (" الجمركية", False)]
    assert pieces("贸易逆差", data.found("逆差").terms) == [("贸易", False), ("逆差", True)]
    assert pieces("ﬁsh Straße", saying("fish strasse").found("strasse fi").terms) == [("ﬁsh", True), (" ", False), ("Straße", True)]
    assert pieces("贸易逆差", data.found("贸易逆 易").terms) == [("贸易逆", True), ("差", False)]
    assert pieces("贸易逆差", data.found("贸易 易逆").terms) == [("贸易", True), ("逆", True), ("差", False)]
    assert pieces("fjords", ()) == [("fjords", False)]
    assert pieces("", data.found("soy").terms) == []


def test_what_is_found_is_what_looking_through_all_finds(tmp_path: Path) -> None:
    """In a generated negotiation: a few words together, in statements, speakers, issues and documents, give the statements that hold each somewhere."""
    write_negotiation(tmp_path, 6, 9, 240, seed=1)
    data = load(tmp_path)
    negotiation = data.negotiation

    def held(key: str) -> set[str]:
        one = data.statement_by_id[key]
        party, source = negotiation.party_by_id[one.party], data.sources[one.source]
        parts = [one.says, one.note, one.id, one.locator.anchor, negotiation.issue_by_id[one.issue].name, source.title, source.publication]
        parts += [party.name, party.short, party.speaker(one.speaker).name, one.condition.says if one.condition else None]
        parts += [one.amount.what, one.amount.unit] if one.amount else []
        return {word for part in parts if part for word in words_of(part)}

    everything = {one.id: held(one.id) for one in data.statements}
    for words in (
        ("remark", "17"),
        ("gazette", "herring"),
        ("fleets", "ice"),
        ("northland", "report", "3"),
        ("tonnes", "6"),
        ("minister", "skerry"),
        ("fjord",),
    ):
        text = " ".join(words)
        expected = [
            key for key, known in everything.items() if all(word in known for word in words[:-1]) and any(one.startswith(words[-1]) for one in known)
        ]
        assert sorted(ids(data, text)) == sorted(expected), text
        assert ids(data, text) == ids(data, text.upper())
        assert expected


def test_the_search_is_of_what_is_held_and_made_once() -> None:
    """For the first word that is searched for; what is left out of the evidence is not found in it."""
    data = saying("Close the fjords.", "Pause in the fjords.")
    assert "_index" not in data.__dict__
    assert ids(data, "fjords") == ["s0", "s1"]
    index = data.__dict__["_index"]
    assert ids(data, "pause") == ["s1"]
    assert data.__dict__["_index"] is index
    assert ids(data.without(["s0"]), "fjords") == ["s1"]
    assert ids(data.altered({"s0": {"says": "Open the harbour."}}), "fjords") == ["s1"]


def test_several_visitors_search_at_once() -> None:
    """Each from a thread of its own, as the server runs them."""
    data = saying("Close the fjords.", "Pause in spring.")
    found: list[list[str]] = []
    threads = [Thread(target=lambda word=word: found.extend(ids(data, word) for _ in range(50))) for word in ("fjords", "spring") * 4]  # type: ignore[misc]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert sorted(map(tuple, found)) == [("s0",)] * 200 + [("s1",)] * 200
