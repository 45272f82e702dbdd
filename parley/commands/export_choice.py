"""What an export holds: the issues of its agenda, the parts of its documents, or one of the short forms, as the command names them."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Mapping
from dataclasses import replace

from parley.agendas import Agenda, order_of_negotiation
from parley.dataset import Dataset
from parley.errors import WrongArgumentError
from parley.exports.files import FORMATS, PACK, format_of
from parley.telling.briefing import SECTIONS, Briefing, Section
from parley.telling.front import FORMS, in_form


def add_choice(parser: argparse.ArgumentParser) -> None:
    """Add what chooses issues, parts and form."""
    parser.add_argument("--issues", metavar="IDS", help="the issues of the agenda, by id, separated by commas, in this order; all if left out")
    parser.add_argument("--parts", metavar="NAMES", help=f"the parts of a document, separated by commas: {', '.join(SECTIONS)}; all if left out")
    parser.add_argument(
        "--form",
        choices=list(FORMS),
        help="what is read first, on one page; the issues drawn there, a page each, four at most; or all but the tables",
    )


def refuse_what_does_not_fit(ending: str, given: argparse.Namespace) -> None:
    """Refuse parts or a form that this kind of file would pass over in silence."""
    form, endings = format_of(ending), [*(one.ending for one in FORMATS), PACK]
    for option, value in (("--parts", given.parts), ("--form", given.form)):
        if value is not None and ending not in endings:
            raise WrongArgumentError.not_for_this_file(option, endings)
    if given.parts is not None and given.form is not None:
        raise WrongArgumentError.one_of_two("--parts", "--form")
    if form and given.form is not None and given.form not in form.forms:
        raise WrongArgumentError.no_such_form(given.form, ending, [one.ending for one in FORMATS if given.form in one.forms])
    for part in _sections(given.parts) if form else ():
        if form and part not in form.sections:
            raise WrongArgumentError.no_such_part(part, ending, form.sections)


def chosen_of(dataset: Dataset, agenda: Agenda | None, given: argparse.Namespace) -> Agenda | None:
    """Return the agenda with only the issues asked for, in the order in which they are named."""
    if given.issues is None:
        return agenda
    whole = agenda or order_of_negotiation(dataset.negotiation)
    items = {one.issue: one for one in whole.items}
    for one in _named(given.issues, "--issues", items):
        if one not in items and one in dataset.negotiation.issue_by_id:
            raise WrongArgumentError.not_on_agenda(one, list(items))
        if one not in items:
            raise WrongArgumentError.unknown_issue(one, list(items))
    return whole.model_copy(update={"items": tuple(items[one] for one in _named(given.issues, "--issues", items))})


def cut_to_choice(briefing: Briefing, given: argparse.Namespace) -> Briefing:
    """Return the briefing with only the parts asked for, or in the form asked for."""
    if given.form is not None:
        return in_form(briefing, given.form)
    return briefing if given.parts is None else replace(briefing, sections=frozenset(_sections(given.parts)))


def _sections(text: str | None) -> tuple[Section, ...]:
    known: Mapping[str, Section] = {one: one for one in SECTIONS}
    if text is None:
        return ()
    names = _named(text, "--parts", known)
    for one in names:
        if one not in known:
            raise WrongArgumentError.unknown_part(one, list(known))
    return tuple(known[one] for one in names)


def _named(text: str, option: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the names in a text, separated by commas, each once; raise `WrongArgumentError` where it holds none."""
    found = tuple(dict.fromkeys(filter(None, (one.strip() for one in text.split(",")))))
    if not found:
        raise WrongArgumentError.names_nothing(option, text, list(known))
    return found
