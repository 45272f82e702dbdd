"""Write a large, valid, random negotiation: one file per party, and records of the sources beside them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

STEMS = ("Northland", "Southmark", "Eastmere", "Westholm", "Skerry", "Brinefold", "Gullhaven", "Fjordby")
SUBJECTS = ("herring", "patrols", "harbours", "licences", "nets", "ice", "lighthouses", "salt")
FIRST_DAY = date(2025, 1, 6)
PARAGRAPHS = 12
STATEMENTS_PER_SOURCE = 25
TOP = 50


@dataclass(frozen=True)
class _Written:
    """What is known of a statement already written, so that later ones may refer to it."""

    id: str
    issue: int
    said: date


def write_negotiation(folder: Path, parties: int, issues: int, statements: int, seed: int, principals: int = 2) -> None:
    """Write `negotiation.yaml`, as many party files as parties, and `seeds/` into `folder`; the same seed writes the same files.

    Statements are dealt out to the parties in turn, of whom the first `principals` are principals. The files load without a problem and pass every check without texts.
    """
    random = Random(seed)
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    sources = [FIRST_DAY + timedelta(days=random.randrange(300)) for _ in range(statements // STATEMENTS_PER_SOURCE + 1)]
    for number, issued in enumerate(sources):
        (seeds / f"gazette-{number}.yaml").write_text(_source(random, number, issued), encoding="utf-8")
    spoken: list[set[int]] = [set() for _ in range(issues)]
    for party in range(parties):
        numbers = range(party, statements, parties)
        text, on = _party_file(random, party, numbers, issues, sources)
        (folder / f"party-{party}.yaml").write_text(text, encoding="utf-8")
        for issue in on:
            spoken[issue].add(party)
    (folder / "negotiation.yaml").write_text(_header(parties, statements, spoken, principals), encoding="utf-8")


def _source(random: Random, number: int, issued: date) -> str:
    body = "".join(f'  - {{line: {3 + 2 * n}, fingerprint: "{random.getrandbits(64):016x}"}}\n' for n in range(PARAGRAPHS))
    return (
        f"id: gazette-{number}\ntype: article-newspaper\ntitle: Fjord talks, report {number}\ncontainer-title: Bergen Gazette\n"
        f'issued: "{issued}"\ndate_basis: printed\ngenre: news report\nlanguage: en\nabstract: What was said that week.\n'
        f"file: gazette-{number}.txt\nbody:\n{body}"
    )


def _rungs(issue: int) -> int:
    """Return the number of rungs of an issue's ladder, or 0 where its scale is a quantity."""
    return 0 if issue % 3 == 2 else 4 + issue % 4


def _direction(party: int, issue: int) -> str:
    return "up" if (party + issue // 5) % 2 == 0 else "down"


def _header(parties: int, statements: int, spoken: Sequence[set[int]], principals: int) -> str:
    lines = ["id: fjords", "title: Fjord talks", "about: Who may fish where.", 'reviewed: "2025-12-01"']
    lines += [f"expect_statements: {statements}", "parties:"]
    for party in range(parties):
        name = f"{STEMS[party % len(STEMS)]} {party}"
        role = "principal" if party < principals else ("third_party", "advocate")[party % 2]
        lines += [f"  - id: party-{party}", f"    name: {name}", f"    short: {name[:4]} {party}", f"    role: {role}", "    speakers:"]
        lines += ["      - {id: minister, name: fisheries minister, commits: true}", "      - {id: officials, name: officials, commits: false}"]
    lines += ["headline: [party-0, party-1]"] if parties > 1 else []
    lines += ["groups:", "  - {id: core, name: Core issues}", "issues:"]
    for issue, speaking in enumerate(spoken):
        lines += [f"  - id: issue-{issue}", f"    name: {SUBJECTS[issue % len(SUBJECTS)].title()} {issue}", "    group: core"]
        lines += [f"    question: How much of {SUBJECTS[issue % len(SUBJECTS)]}?", "    scale:", *_scale(issue), "    directions:"]
        lines += [f"      party-{party}: {_direction(party, issue)}" for party in sorted(speaking)] or ["      {}"]
    return "\n".join(lines) + "\n"


def _scale(issue: int) -> list[str]:
    if not _rungs(issue):
        return ["      quantity:", '        {unit: "%", gap_unit: points, bottom: 0, top: 50, resolution: 0.5}']
    rungs = (f"        - {{id: rung-{n}, name: Step {n}, means: Outcome {n}., why: It grants more.}}" for n in range(_rungs(issue)))
    return ["      ladder:", *rungs]


def _party_file(random: Random, party: int, numbers: range, issues: int, sources: Sequence[date]) -> tuple[str, set[int]]:
    """Return the text of a party's file and the issues on which it speaks."""
    written: list[_Written] = []
    texts = [f"party: party-{party}\nstatements:\n"]
    for number in numbers:
        # The first statements go round the issues, so that none stays empty.
        issue = number if number < issues else random.randrange(issues)
        texts.append(_statement(random, number, party, issue, sources, written))
    if not written:
        texts[-1] = texts[-1].replace("statements:", "statements: []")
    return "".join(texts), {one.issue for one in written}


def _statement(random: Random, number: int, party: int, issue: int, sources: Sequence[date], written: list[_Written]) -> str:
    source = random.randrange(len(sources))
    said = sources[source] - timedelta(days=random.randrange(6))
    kind = random.choices(("demand", "red_line", "offer", "threat", "rationale"), (30, 10, 25, 10, 25))[0]
    paragraph = random.randrange(PARAGRAPHS)
    lines = [
        f"  - id: s-{number}",
        f"    issue: issue-{issue}",
        f"    kind: {kind}",
        f'    says: "The minister of party {party} says how much of it there should be, and why: remark {number}."',
        "    speaker: minister",
        f"    place: {_place(random, kind, issue)}",
        f'    said: "{said}"',
        "    date_basis: inferred",
        '    date_note: "The remark was made in the week before the report."',
        f"    source: gazette-{source}",
        f'    locator: {{line: {3 + 2 * paragraph}, paragraph: {paragraph + 1}, anchor: "how much of it"}}',
        f"    attribution: {random.choice(('on_record', 'anonymous_official', 'reporter', 'document'))}",
        f"    conveyance: {random.choice(('stated', 'reported', 'hint'))}",
        f"    firmness: {random.randint(1, 5)}",
        f"    confidence: {random.choice(('high', 'medium', 'low'))}",
    ]
    if number % 4 == 0:
        lines.append(f'    amount: {{value: {random.randint(1, 900)}, unit: tonnes, what: "landings in a year"}}')
    if kind == "offer" and number % 3 == 0:
        lines.append("    condition: {type: if, says: the other fleets report their landings first, timing: first}")
    older = next((one for one in written if one.issue == issue and one.said < said), None)
    if older:
        lines.append(f"    supersedes: [{older.id}]" if number % 2 else f"    repeats: {older.id}")
    written.append(_Written(f"s-{number}", issue, said))
    return "\n".join(lines) + "\n"


def _place(random: Random, kind: str, issue: int) -> str:
    if kind == "rationale":
        return '{not_placeable: "Gives a reason and asks for nothing."}'
    if random.random() < 0.1:
        return '{unknown: "Bears on the scale without saying where."}'
    low, high = sorted(random.sample(range(_rungs(issue) or TOP + 1), 2))
    form = "rung-{}" if _rungs(issue) else "{}"
    if random.random() < 0.25:
        return f"{{from: {form.format(low)}, to: {form.format(high)}, reading: {random.choice(('imprecise', 'acceptable'))}}}"
    return f"{{at: {form.format(low)}}}"


def main() -> None:
    """Write a negotiation of the size given on the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, help="an empty or new folder")
    for name, size in (("parties", 1000), ("issues", 30), ("statements", 5000), ("seed", 1), ("principals", 2)):
        parser.add_argument(f"--{name}", type=int, default=size)
    given = parser.parse_args()
    write_negotiation(given.folder, given.parties, given.issues, given.statements, given.seed, given.principals)


if __name__ == "__main__":
    main()
