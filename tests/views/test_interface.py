"""What other programs are answered: the tables and drawings that can be taken away, named by their state, and nothing that stays inside."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from lxml import etree
from openapi_spec_validator import OpenAPIV31SpecValidator

from parley.analysis.evidence import ALL_EVIDENCE
from parley.asking import parties_named
from parley.dataset import load
from parley.exports.files import Maker
from parley.exports.table_list import TABLES
from parley.exports.table_schemas import json_schema
from parley.telling.briefing import brief, last_edition
from parley.views import store
from parley.views.server.interface import ROOT, routes
from tests.making import replaced
from tests.views.conftest import SHIPPED, fetched, write_negotiation, write_yaml

TALKS = "us-china-trade"
ATOM = etree.RelaxNG(file=Path(__file__).parents[1] / "exports" / "atom.rng")
SECRET = "Would take less in the end."


@pytest.fixture
def shipped_talks(start: Callable[[Path], None]) -> None:
    start(SHIPPED)


def asked(path: str, **headers: str) -> Any:
    return fetched(f"/{ROOT}/{path}", **headers)


def told(path: str) -> Any:
    """Return what is answered, as a program reads it."""
    answer = asked(path)
    assert (answer.status_code, answer.media_type) == (200, "application/json"), bytes(answer.body)
    return json.loads(bytes(answer.body))


@pytest.mark.usefixtures("shipped_talks")
def test_every_negotiation_is_listed_with_its_parties_and_issues() -> None:
    """By ids and names, with the last day on which anything was said."""
    (found,) = told("negotiations")["negotiations"]
    assert (found["id"], found["title"], found["last_day"]) == (TALKS, "US-China trade talks, 2018-19", "2019-01-23")
    assert found["parties"][0] == {"id": "us", "name": "United States", "role": "principal"}
    assert len(found["issues"]) == 16


@pytest.mark.usefixtures("shipped_talks")
@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_what_the_same_briefing_gives_away(name: str) -> None:
    """As JSON and as CSV, byte for byte, and by the published schema; without an ending it is JSON."""
    data = load(SHIPPED / TALKS)
    as_of = data.last_day(data.days[-1])
    briefing = brief(data, None, parties_named(data, None), as_of, ALL_EVIDENCE, last_edition(data, as_of), is_shareable=True)
    found = {ending: asked(f"{TALKS}/{name}{ending}") for ending in ("", ".json", ".csv")}
    assert [one.media_type for one in found.values()] == ["application/json", "application/json", "text/csv"]
    maker = Maker(briefing, data)
    assert bytes(found[""].body) == bytes(found[".json"].body) == maker.table(name, "json")
    assert bytes(found[".csv"].body) == maker.table(name, "csv")
    Draft202012Validator(json_schema(name)).validate(json.loads(bytes(found[""].body)))


@pytest.mark.usefixtures("shipped_talks")
def test_day_evidence_and_parties_may_be_chosen() -> None:
    """Parties in one parameter or in several; what is about the table says what was chosen."""
    about = told(f"{TALKS}/gaps?as_of=2018-05-04&since=2018-04-30&evidence=on-record&parties=us,china")["about"]
    assert (about["as_of"], about["since"], about["evidence"], about["parties"]) == ("2018-05-04", "2018-04-30", "on-record", ["us", "china"])
    assert told(f"{TALKS}/gaps?parties=us&parties=china")["about"]["parties"] == ["us", "china"]
    rows = list(csv.DictReader(io.StringIO(bytes(asked(f"{TALKS}/statements.csv?parties=eu").body).decode("utf-8-sig"))))
    assert {one["party_id"] for one in rows} == {"eu"}


@pytest.mark.usefixtures("shipped_talks")
def test_a_drawing_is_given_as_svg_or_png() -> None:
    """The gap, or the issue over time."""
    gap, time = (asked(f"{TALKS}/figures/trade-deficit.svg{which}") for which in ("", "?figure=time"))
    assert (gap.media_type, bytes(gap.body)[:4], gap.body == time.body) == ("image/svg+xml", b"<svg", False)
    png = asked(f"{TALKS}/figures/trade-deficit.png")
    assert (png.media_type, bytes(png.body)[1:4]) == ("image/png", b"PNG")


def test_what_moved_is_followed_in_a_feed_whose_ids_and_dates_stay(start: Callable[[Path], None], tmp_path: Path) -> None:
    """By RFC 4287: an entry per issue on which anything happened since the last edition, as of the newest day of it, whatever else is said later.

    Nothing in it is markup, nothing internal, and its links lead to the pages of the server from which it is had.
    """
    folder = write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "demand", "r1")], issues=("quota", "seals"),
                               editions=[{"day": "2025-03-02", "name": "First <report>"}]) / "fjords"  # fmt: skip
    moves = {
        "source": "gazette",
        "speaker": "minister",
        "kind": "demand",
        "attribution": "on_record",
        "conveyance": "stated",
        "says": "Asks for <less>.",
    }

    def say(name: str, *told: tuple[str, str, str, str]) -> None:
        entries = [
            {**moves, "id": key, "issue": issue, "place": {"at": rung}, "said": day, "supersedes": ["fjords-0"] if issue == "quota" else []}
            for key, issue, rung, day in told
        ]
        write_yaml(folder / f"{name}.yaml", {"party": "northland", "statements": entries})

    def entries() -> list[tuple[str, ...]]:
        answer = asked("fjords/feed.atom")
        assert (answer.status_code, answer.media_type) == (200, "application/atom+xml"), bytes(answer.body)
        found = etree.fromstring(bytes(answer.body))
        ATOM.assertValid(found)
        ids = [found.findtext("{*}id"), *(one.findtext("{*}id") for one in found.iter("{*}entry"))]
        assert len(set(ids)) == len(ids) and all(str(one).startswith("urn:uuid:") for one in ids)
        assert found.find("{*}link").attrib == {"href": "/api/v1/fjords/feed.atom", "rel": "self", "type": "application/atom+xml"}
        assert found.findtext("{*}updated") == max((one.findtext("{*}updated") for one in found.iter("{*}entry")), default="")
        assert SECRET not in bytes(answer.body).decode()
        names.append(answer.headers["etag"])
        return [tuple(str(one.findtext(f"{{*}}{name}")) for name in ("id", "title", "updated")) for one in found.iter("{*}entry")]

    names: list[str] = []
    start(tmp_path)
    say("more", ("n-less", "quota", "r3", "2025-03-05"))
    (first,) = entries()
    assert first[1:] == ("Quota: closer", "2025-03-05T00:00:00+00:00")
    say("more", ("n-less", "quota", "r3", "2025-03-05"), ("n-seals", "seals", "r2", "2025-03-09"))
    write_yaml(
        folder / "inside.yaml",
        {
            "party": "southmark",
            "statements": [
                {**moves, "id": "inside", "issue": "quota", "says": SECRET, "place": {"at": "r2"}, "said": "2025-03-09", "internal": True}
            ],
        },
    )
    second, again = entries()
    assert (again, second[1:]) == (first, ("Seals: new or taken back", "2025-03-09T00:00:00+00:00"))
    assert len(set(names)) == 2
    whole = etree.fromstring(bytes(asked("fjords/feed.atom").body))
    assert [[part.text for part in one.iter("{*}p")] for one in whole.iter("{*}entry")][1] == [
        "Northland moved towards Southmark. Northland and Southmark: 4 steps apart then, 2 steps apart now (Northland took off 2 steps).",
        "Northland moved towards Southmark by 2 steps: demand was Rung 5; now Rung 3. [n-less]",
        "As of 9 Mar 2025 · All evidence",
        "Positions are what parties have said, not what they would settle for.",
    ]
    assert str(whole.findtext("{*}subtitle")).startswith(
        "What moved since 2 Mar 2025 (First <report>) · As of 9 Mar 2025 · All evidence · Talks of fjords · "
    )
    page = "negotiation=fjords&as_of=2025-03-09&evidence=all&parties=northland&parties=southmark"
    assert [one.get("href") for one in whole.findall(".//{*}link")][1:] == [
        f"/movement?{page}",
        f"/issue?{page}&issue=seals",
        f"/issue?{page}&issue=quota",
    ]
    narrower = etree.fromstring(bytes(asked("fjords/feed.atom?evidence=on-record").body))
    assert narrower.findtext("{*}id") != whole.findtext("{*}id")


@pytest.mark.usefixtures("shipped_talks")
def test_whoever_has_the_answer_is_not_sent_it_again() -> None:
    """Its name is that of the data and of all that was chosen."""
    first = asked(f"{TALKS}/gaps")
    again = asked(f"{TALKS}/gaps", has=first.headers["etag"])
    assert (again.status_code, bytes(again.body), again.headers["etag"]) == (304, b"", first.headers["etag"])
    name = first.headers["etag"]
    has = {"*": 304, f"W/{name}": 304, f'"x", W/{name}': 304, f'"x{name[1:]}': 200, name.strip('"'): 200, f"{name[:-1]}, ": 200}
    assert {one: asked(f"{TALKS}/gaps", has=one).status_code for one in has} == has
    others = [
        f"{TALKS}/gaps.csv",
        f"{TALKS}/matrix",
        f"{TALKS}/gaps?as_of=2018-05-04",
        f"{TALKS}/gaps?evidence=on-record",
        f"{TALKS}/gaps?parties=us,eu",
    ]
    names = [asked(one).headers["etag"] for one in others]
    assert len({first.headers["etag"], *names}) == 1 + len(others)
    assert first.headers["cache-control"] == "no-cache"
    assert asked(f"{TALKS}/gaps/?parties=us,eu").headers["location"] == f"/{ROOT}/{TALKS}/gaps?parties=us,eu"


def test_a_changed_file_has_another_name(start: Callable[[Path], None], tmp_path: Path) -> None:
    """And another answer."""
    write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5")])
    start(tmp_path)
    first = asked("fjords/statements")
    replaced(tmp_path / "fjords" / "northland.yaml", "r5", "r4")
    second = asked("fjords/statements", has=first.headers["etag"])
    assert second.status_code == 200
    assert second.headers["etag"] != first.headers["etag"]


@pytest.mark.usefixtures("shipped_talks")
@pytest.mark.parametrize(
    ("path", "status", "error"),
    [
        ("us-china-trad/gaps", 404, "There is no negotiation 'us-china-trad'. Did you mean 'us-china-trade'?"),
        (f"{TALKS}/gabs", 404, "There is no table 'gabs'. Did you mean 'gaps'?"),
        (f"{TALKS}/gaps.xml", 404, "There is no ending 'xml'. There is: csv, json."),
        (f"{TALKS}/figures/trade-defict.svg", 404, "There is no issue 'trade-defict'. Did you mean 'trade-deficit'?"),
        (f"{TALKS}/figures/trade-deficit.gif", 404, "There is no ending 'gif'. There is: png, svg."),
        (f"{TALKS}/figures/trade-deficit.svg?figure=gaps", 400, "There is no figure 'gaps'. Did you mean 'gap'?"),
        (f"{TALKS}/gaps?as_off=2018-05-04", 400, "There is no parameter 'as_off'. Did you mean 'as_of'?"),
        (f"{TALKS}/gaps?as_of=May", 400, "'May' is not a date."),
        (f"{TALKS}/gaps?evidence=officals", 400, "There is no evidence cut 'officals'. Did you mean 'officials'?"),
        (f"{TALKS}/gaps?parties=us,chian", 400, "There is no party 'chian'. Did you mean 'china'?"),
        (f"{TALKS}/gaps?as_of=2018-05-04&as_of=2018-06-02", 400, "The parameter 'as_of' is given more than once. Give it once."),
        (f"{TALKS}/gaps?as_of=2018-05-04&since=2018-06-02", 400, "The first date, 2018-06-02, is after the second, 2018-05-04."),
        (TALKS, 404, f"There is no address '/api/v1/{TALKS}'. There is: /api/v1/negotiations, /api/v1/openapi.json, /api/v1/{{negotiation}}/"),
        ("negotiations?as_of=2018-05-04", 400, "This address takes no parameters. Leave out 'as_of'."),
        ("openapi.json?as_of=2018-05-04", 400, "This address takes no parameters. Leave out 'as_of'."),
        (f"{TALKS}/gaps.", 404, "There is no ending ''. There is: csv, json."),
        (f"{TALKS}/gaps.json.", 404, "There is no ending 'json.'. Did you mean 'json'?"),
        (f"{TALKS}/figures/trade-deficit", 404, "There is no ending ''. There is: png, svg."),
        (f"{TALKS}//gaps", 404, f"There is no address '/api/v1/{TALKS}//gaps'."),
        (f"{TALKS}/gaps?as_of=2018-05-04&since=2018-05-04", 400, "The first date and the second are the same, 2018-05-04."),
    ],
)
def test_a_wrong_question_is_answered_with_what_may_have_been_meant(path: str, status: int, error: str) -> None:
    """In one sentence, and kept by nobody."""
    answer = asked(path)
    found = json.loads(bytes(answer.body))["error"]
    assert (answer.status_code, found[: len(error)], answer.headers["cache-control"]) == (status, error, "no-store")


@pytest.mark.usefixtures("shipped_talks")
@pytest.mark.parametrize("path", ["/api", "/api/v2/negotiations", "/api//v1"])
def test_no_page_is_shown_to_a_program(path: str) -> None:
    """Whatever is asked for beside the interface is refused as a program reads it."""
    answer = fetched(path)
    assert (answer.status_code, json.loads(bytes(answer.body))["error"].startswith(f"There is no address '{path}'.")) == (404, True)


def test_what_stays_inside_is_not_answered(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Neither a statement that does, nor its place in any number."""
    folder = write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5"), ("southmark", "offer", "r1")]) / "fjords"
    file = folder / "southmark.yaml"
    inside = {"id": "inside", "issue": "quota", "kind": "offer", "says": SECRET, "place": {"at": "r4"}, "said": "2025-03-01", "internal": True}
    write_yaml(folder / "more.yaml", {"party": "southmark", "statements": [inside]})
    assert file.exists()
    start(tmp_path)
    for name in TABLES:
        assert SECRET not in bytes(asked(f"fjords/{name}").body).decode(), name
    assert [one["statement_id"] for one in told("fjords/statements")["rows"] if one["party_id"] == "southmark"] != []
    assert "inside" not in bytes(asked("fjords/statements").body).decode()
    assert load(folder).statement("inside").internal


def test_what_cannot_be_read_is_no_negotiation(start: Callable[[Path], None], tmp_path: Path) -> None:
    """And where there is nothing at all, that is what is answered."""
    (tmp_path / "fjords").mkdir()
    (tmp_path / "fjords" / "negotiation.yaml").write_text("id: [", encoding="utf-8")
    start(tmp_path)
    assert told("negotiations") == {"negotiations": []}
    (tmp_path / "fjords" / "negotiation.yaml").unlink()
    answer = asked("negotiations")
    assert (answer.status_code, list(json.loads(bytes(answer.body)))) == (503, ["error"])


@pytest.mark.usefixtures("shipped_talks")
def test_the_description_is_sound_and_describes_every_answer() -> None:
    """It is an OpenAPI document; each of its addresses is answered, and every answer is by its schema."""
    document = told("openapi.json")
    OpenAPIV31SpecValidator(document).validate()
    schemas = document["components"]["schemas"]
    Draft202012Validator(schemas["negotiations"]).validate(told("negotiations"))
    named = {"negotiation": TALKS, "issue": "trade-deficit"}
    for path, operation in document["paths"].items():
        answer = asked(path.removeprefix("/").format(**named))
        assert (answer.status_code, [answer.media_type]) == (200, list(operation["get"]["responses"]["200"]["content"])), path
    assert {one.path for one in routes()} == {
        "/api", "/api/{rest:path}", "/api/v1/openapi.json", "/api/v1/negotiations", "/api/v1/{negotiation}/figures/{file}", "/api/v1/{negotiation}/{file}", "/api/v1/{negotiation}/feed.atom",
    }  # fmt: skip


@pytest.mark.usefixtures("shipped_talks")
def test_whoever_watches_the_server_is_told_that_it_runs_and_is_ready() -> None:
    """In words for people, and by the status for programs; kept by nobody."""
    answers = [fetched(f"/{one}") for one in ("healthz", "readyz")]
    assert [(one.status_code, bytes(one.body)) for one in answers] == [(200, b"The server runs.\n"), (200, b"The dashboard has something to show.\n")]
    assert {one.headers["cache-control"] for one in answers} == {"no-store"}


def test_a_server_with_nothing_to_show_runs_and_is_not_ready(start: Callable[[Path], None], tmp_path: Path) -> None:
    """Neither where no negotiation can be read nor where there is none; while files are away for a moment the last good data are something."""
    start(tmp_path)
    assert [fetched(f"/{one}").status_code for one in ("healthz", "readyz")] == [200, 503]
    write_negotiation(tmp_path / "fjords", [("northland", "demand", "r5")])
    assert fetched("/readyz").status_code == 200
    (tmp_path / "fjords" / "northland.yaml").write_text("statements: [", encoding="utf-8")
    assert fetched("/readyz").status_code == 200
    store.forget()
    (tmp_path / "fjords" / "negotiation.yaml").write_text("id: [", encoding="utf-8")
    answer = fetched("/readyz")
    assert (answer.status_code, bytes(answer.body)) == (503, b"No negotiation can be read.\n")
