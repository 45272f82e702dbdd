"""The command `export`: the briefing of an agenda as slides, document, handout, workbook, page, figure, table or all of them."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from parley.agendas import Agenda
from parley.analysis.evidence import ALL_EVIDENCE
from parley.asking import cut_named, day_asked, existing_folder, folder_if_given, one_negotiation
from parley.checks import check
from parley.commands.export_choice import add_choice, chosen_of, cut_to_choice, refuse_what_does_not_fit
from parley.commands.options import add_view, name, one_day, parties_given, web_address
from parley.commands.shell import shell_given
from parley.dataset import Dataset, load
from parley.doubts import doubts, parties_without_file
from parley.errors import FaultyDataError, Problem, WrongArgumentError
from parley.exports.files import BOXED, DRAWN, FIGURE_TYPES, FORMATS, PACK, REFERENCE_TYPES, TABLE_TYPES, Drawn, Maker, format_of
from parley.exports.houses import deck_at, update_told
from parley.exports.shell import PAPERS
from parley.exports.slide_frame import SLIDE_SIZES
from parley.exports.table_list import TABLES
from parley.folders import negotiation_folders
from parley.grouping import foremost, told_by_kind
from parley.sharing import shareable
from parley.telling.briefing import BriefedIssue, Briefing, brief, last_edition
from parley.words import said_all
from parley.writing import refuse_overwriting, write_whole

MOST_FAULTS_TOLD = 8


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what the command takes."""
    parser.add_argument("positions", nargs="?", type=Path, default=Path("positions"), metavar="DIR", help="one negotiation; several for --sources")
    endings = _endings()
    parser.add_argument("--to", type=Path, metavar="FILE", help=f"the file to write; its ending says what it is: {', '.join(endings)}")
    parser.add_argument("--agenda", metavar="ID", help="a saved agenda; all issues in the order of the negotiation if left out")
    parser.add_argument("--as-of", type=one_day, metavar="DATE", help="the date shown; the last on which anything was said if left out")
    parser.add_argument("--since", type=one_day, metavar="DATE", help="from when movement is told; the last edition before the date if left out")
    add_view(parser)
    add_choice(parser)
    parser.add_argument("--shareable", action="store_true", help="leave out whatever is internal, and check that nothing of it is in the file")
    parser.add_argument(
        "--link", type=web_address, default="", metavar="URL", help="the address of the dashboard, such as http://localhost:8501, for links back"
    )
    parser.add_argument("--issue", metavar="ID", help="the issue of a figure (png, svg)")
    parser.add_argument("--figure", choices=list(DRAWN), help="what a figure shows (default: gap)")
    parser.add_argument("--table", choices=list(TABLES), help="which table is written (csv, json; default: matrix)")
    parser.add_argument(
        "--sources", action="store_true", help="only the sources, as CSL-JSON, BibTeX or RIS (json, bib, ris); to the screen without --to"
    )
    parser.add_argument("--for-editing", action="store_true", help="a workbook in which it is edited, for 'import' (xlsx)")
    parser.add_argument(
        "--template", action="append", type=Path, metavar="FILE", help="slides or Word in the look of this pptx or docx; once for each"
    )
    parser.add_argument("--no-template", action="store_true", help="in Parley's own look, though a template is kept with the negotiation")
    parser.add_argument("--paper", choices=list(PAPERS), help="the paper of Word and PDF (default: that of the template, else a4)")
    parser.add_argument("--slides", choices=list(SLIDE_SIZES), help="the shape of slides without a template (default: 16:9)")
    parser.add_argument("--author", type=name, default="", metavar="NAME", help="whom the properties of the file name as its author")
    parser.add_argument("--update", type=Path, metavar="OLD.pptx", help="renew in this deck what Parley made, and leave the rest as it is")
    parser.add_argument("--force", action="store_true", help="replace the file if it exists")
    parser.add_argument("--despite-errors", action="store_true", help="write although 'check' finds errors; the file says that it is incomplete")


def run(given: argparse.Namespace) -> int:
    """Write what was asked for; nothing is written where it cannot be made whole."""
    if given.sources:
        return _write_sources(given)
    if given.to is None:
        raise WrongArgumentError.no_file()
    ending = _ending_of(given.to)
    _refuse_what_does_not_fit(ending, given)
    # A deck may be brought up to date in its own place.
    refuse_overwriting(given.to, is_forced=given.force or given.to == given.update)
    if given.for_editing:
        return _write_for_editing(ending, given)
    whole = one_negotiation(given.positions, given.seeds)
    shell = shell_given(given, ending, negotiation_folders(given.positions)[0], whole.negotiation.prepared_by)
    briefing = cut_to_choice(_briefing(whole, _faults([whole], given), given), given)
    maker = Maker(briefing, whole, given.link, shell)
    for note in maker.noted(ending):
        print(note, file=sys.stderr)
    told: tuple[str, ...] = ()
    if given.update:
        done = maker.updated(deck_at(given.update))
        data, told = done.data, said_all(update_told(done))
    else:
        data = _made(ending, maker, given)
    write_whole(given.to, data)
    print(f"{given.to} ({len(data) / 1000:,.0f} kB)")
    for line in told:
        print(line)
    if ending in BOXED and maker.unprintable:
        print(maker.unprintable, file=sys.stderr)
    return 0


def _write_for_editing(ending: str, given: argparse.Namespace) -> int:
    if ending != "xlsx":
        raise WrongArgumentError.not_for_this_file("--for-editing", ["xlsx"])
    from parley.commands.edited import write_workbook

    folders = negotiation_folders(existing_folder(given.positions))
    if len(folders) != 1:
        raise WrongArgumentError.several_negotiations(str(given.positions), [one.name for one in folders])
    return write_workbook(given, folders[0])


def _faults(datasets: Sequence[Dataset], given: argparse.Namespace) -> tuple[Problem, ...]:
    """Return the errors in the data and what was left out of them, told on the side; raise `FaultyDataError` unless asked to go on."""
    found = dict.fromkeys(one for each in datasets for one in (*each.left_out, *check(each, None, given.today)) if one.severity == "error")
    if found and not given.despite_errors:
        raise FaultyDataError.found(foremost(list(found), MOST_FAULTS_TOLD), len(found))
    # What may have been meant otherwise stops nothing, but whoever takes the file away is told.
    for line in told_by_kind([*found, *dict.fromkeys(one for each in datasets for one in (*parties_without_file(each), *doubts(each)))]):
        print(line, file=sys.stderr)
    return tuple(found)


def _refuse_what_does_not_fit(ending: str, given: argparse.Namespace) -> None:
    """Refuse an option that this kind of file would pass over in silence."""
    for option, value, endings in (
        ("--issue", given.issue, FIGURE_TYPES),
        ("--figure", given.figure, FIGURE_TYPES),
        ("--table", given.table, TABLE_TYPES),
        ("--template", given.template, ("pptx", "docx", PACK)),
        ("--paper", given.paper, ("docx", "pdf", PACK)),
        ("--slides", given.slides, ("pptx", PACK)),
        ("--update", given.update, ("pptx",)),
    ):
        if value is not None and ending not in endings:
            raise WrongArgumentError.not_for_this_file(option, list(endings))
    refuse_what_does_not_fit(ending, given)
    if given.since and given.as_of and given.since >= given.as_of:
        raise WrongArgumentError.days_exchanged(given.since.isoformat(), given.as_of.isoformat(), ("--since", "--as-of"))


def _made(ending: str, maker: Maker, given: argparse.Namespace) -> bytes:
    form = format_of(ending)
    if form is not None:
        return maker.document(form)
    if ending in FIGURE_TYPES:
        drawn: Drawn = given.figure or "gap"
        return maker.figure(_issue(maker.briefing, given.issue), drawn, ending)
    if ending in TABLE_TYPES:
        return maker.table(given.table or "matrix", ending)
    if ending == PACK:
        return maker.pack(lambda name, number, total: print(f"{number} of {total}: {name}", file=sys.stderr))
    if ending in REFERENCE_TYPES:
        return maker.references(ending)
    raise WrongArgumentError.unknown_ending(given.to.name, _endings())


def _endings() -> list[str]:
    """Return how the files that can be written end."""
    return list(dict.fromkeys([*(one.ending for one in FORMATS), PACK, *FIGURE_TYPES, *TABLE_TYPES, *REFERENCE_TYPES]))


def _briefing(whole: Dataset, faults: Sequence[Problem], given: argparse.Namespace) -> Briefing:
    # The days left to themselves are those of what is shown, or they would tell of what is not.
    dataset = shareable(whole) if given.shareable else whole
    as_of = day_asked(dataset, given.as_of, given.today)
    since = given.since or last_edition(dataset, as_of)
    parties, cut = parties_given(dataset, given.parties), cut_named(given.evidence)
    agenda = chosen_of(whole, _agenda(whole, given.agenda), given)
    return brief(whole, agenda, parties, as_of, cut, since, is_shareable=given.shareable, faults=faults)


def _agenda(dataset: Dataset, asked: str | None) -> Agenda | None:
    by_id = {one.id: one for one in dataset.agendas}
    if asked is not None and asked not in by_id:
        raise WrongArgumentError.unknown_agenda(asked, sorted(by_id))
    return by_id[asked] if asked is not None else None


def _issue(briefing: Briefing, asked: str | None) -> BriefedIssue:
    by_id = {one.issue.id: one for one in briefing.issues}
    if asked in briefing.dataset.negotiation.issue_by_id.keys() - by_id.keys():
        raise WrongArgumentError.not_on_agenda(asked, list(by_id))
    if asked not in by_id:
        raise WrongArgumentError.unknown_issue(asked or "", list(by_id))
    return by_id[asked]


def _ending_of(file: Path) -> str:
    return file.suffix.removeprefix(".").lower()


def _write_sources(given: argparse.Namespace) -> int:
    """Write the sources that the negotiations cite, each once: to the screen as CSL-JSON, or to a file by its ending."""
    chosen = (
        *(("--agenda", given.agenda), ("--as-of", given.as_of), ("--since", given.since), ("--parties", given.parties)),
        *(("--issues", given.issues), ("--parts", given.parts), ("--form", given.form)),
        *(("--issue", given.issue), ("--figure", given.figure), ("--table", given.table), ("--link", given.link or None)),
        *(("--template", given.template), ("--paper", given.paper), ("--slides", given.slides), ("--update", given.update)),
        ("--evidence", None if given.evidence == ALL_EVIDENCE.id else given.evidence),
    )
    for option, value in chosen:
        if value is not None:
            raise WrongArgumentError.not_with_sources(option)
    if given.to is not None:
        if _ending_of(given.to) not in REFERENCE_TYPES:
            raise WrongArgumentError.no_references(str(given.to), list(REFERENCE_TYPES))
        refuse_overwriting(given.to, is_forced=given.force)
    whole = [load(one, folder_if_given(given.seeds)) for one in negotiation_folders(existing_folder(given.positions))]
    _faults(whole, given)
    datasets = [shareable(one) for one in whole] if given.shareable else whole
    cited = {key: source for dataset in datasets for key, source in dataset.cited.items()}
    # The libraries that write them are loaded when they are needed.
    from parley.exports.references import WRITTEN

    ending = _ending_of(given.to) if given.to else "json"
    text = WRITTEN[ending](cited[key] for key in sorted(cited))
    if given.shareable:
        # What reads finished files is only needed where they are searched.
        from parley.exports.leaks import LeakSearch

        for one in whole:
            LeakSearch(one).require_none_in(f"sources.{ending}", text.encode())
    if given.to is None:
        print(text, end="")
    else:
        write_whole(given.to, text.encode())
    return 0
