"""What is said while a negotiation is changed on a page, and the line that a save is known by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Literal

from parley.dates import PartialDate
from parley.editing.edits import Add, Change, Edit, Kind, Remove
from parley.editing.keeper import NOBODY
from parley.evidence import Evidence
from parley.model import Bloc, ConditionType, DirectionWord, Group, Issue, Party, Role, Source, Speaker, Stage, Statement
from parley.telling.evidence import day_and_marks, words_of
from parley.telling.parties import short
from parley.telling.said import Argument, Said, Verbatim, said, together
from parley.telling.terms import kind_name

How = Literal["add", "change", "again", "withdraw"]
Button = Literal[
    "edit",
    "withdraw",
    "again",
    "add",
    "save",
    "give_up",
    "keep",
    "restore",
    "change_name",
    "records",
    "history",
    "discard",
    "remove",
    "remove_now",
    "leave_it",
    "begin",
]
NewStep = Literal["talks", "parties", "issue", "statement"]
NewField = Literal["title", "about", "parties"]
Section = Literal["known", "more", "now", "would_be"]
PlaceForm = Literal["at", "stretch", "unknown", "not_placeable"]
Whose = Literal["before", "theirs", "ours"]
What = Literal["added", "changed", "withdrawn", "removed"]
HistoryHead = Literal["when", "who", "message", "field", "before", "after"]
MOST_FILES = 3
MOST_DRAFTS = 6

ONLY_SHOWS = said("editing-off")
NOT_STATED = said("not-stated-here")
PARTY_ITSELF = said("party-itself")
PLACE_FIRST = said("place-first")
IS_ASKED_FOR = said("is-asked-for")
WRONG_AT_A_FIELD = said("wrong-at-a-field")
WITHDRAW_HOW = said("withdraw-how")
A_NEW_ONE = said("a-new-one")
NO_SUCH_RECORD = said("no-such-record")
OTHERS_SAVED = said("others-saved")
NOTHING_TO_SAVE = said("nothing-to-save")
NOT_SAVED = said("not-saved")
NEEDED = said("needed")
TWO_STEPS = said("two-steps")
NO_DIRECTION = said("no-direction")
TWO_PARTIES = said("two-parties-named")
TWO_WANT = said("two-want")
ONE_WANTS = said("one-wants")
WHAT_THEY_WANT = said("what-they-want")
NEW_HOW = said("new-how")
NOTHING_YET = said("nothing-yet")
ONE_ALONE = said("one-alone")
WHY_A_NAME = said("why-a-name")
OTHER_DRAFTS = said("other-drafts")
MET_ANOTHER = said("met-another")
MET_GONE = said("met-gone")
NO_HISTORY = said("history-none")
HISTORY = said("history-caption")
WHAT_IT_CHANGED = said("history-changed")
WHAT_CHANGED_SINCE = said("history-changed-since")
NOTHING_DIFFERS = said("history-same")
UNREAD_VERSION = said("history-unread")
CHOOSE_VERSION = said("history-choose")


def button(which: Button) -> Said:
    """Return what stands on a button."""
    return said("edit-button", button=which)


def heading(how: How) -> Said:
    """Return what is done on the page."""
    return said("edit-heading", how=how)


def kind_of_record(kind: Kind) -> Said:
    """Return what a kind of record is called."""
    return said("edit-kind", kind=kind)


def field(name: str, unit: str = "", party: str = "") -> Said:
    """Return what stands over a field; `unit` is that of the scale, `party` whose direction is asked for."""
    return said("edit-field", field=name, unit=Verbatim(unit), party=Verbatim(party))


def section(name: Section) -> Said:
    """Return the heading over a part of the page."""
    return said("edit-section", section=name)


def place_form(form: PlaceForm) -> Said:
    """Return a way in which a statement may stand on a scale."""
    return said("place-form", form=form)


def reading_of(reading: str) -> Said:
    """Return how a stretch may be meant."""
    return said("reading-of-stretch", reading=reading)


def condition_type(given: ConditionType | None) -> Said:
    """Return a kind of condition; None for none."""
    return said("condition-type", type=given or "none")


def date_basis(basis: str) -> Said:
    """Return whether a date is printed or inferred."""
    return said("date-basis", basis=basis)


def confidence_named(confidence: str) -> Said:
    """Return how sure a coding is."""
    return said("confidence-named", confidence=confidence)


def direction_named(direction: DirectionWord | None) -> Said:
    """Return what a party may want on a scale; None where it takes no part."""
    return said("direction-named", direction=direction or "none")


def scale_kind(kind: Literal["ladder", "quantity"]) -> Said:
    """Return a kind of scale."""
    return said("scale-kind", kind=kind)


def document_type(given: str) -> Said:
    """Return a kind of document."""
    return said("document-type", type=given)


def named_of_kind(kind: Kind, name: str) -> Said:
    """Return a record by what it is and how it is called; without a name as something new."""
    return said("kind-and-name", kind=kind_of_record(kind), name=Verbatim(name)) if name else said("new-of-kind", kind=kind_of_record(kind))


def again_how(how: Literal["supersedes", "repeats"]) -> Said:
    """Return what a statement may do to an earlier one."""
    return said("again-how", how=how)


def role_named(role: Role) -> Said:
    """Return a role that a party may have."""
    return said("role", role=role)


def stage_named(stage: Stage) -> Said:
    """Return how far a measure may have come."""
    return said("stage-named", stage=stage)


def speaker_choice(one: Speaker) -> Said:
    """Return a speaker to choose from, and whether it may commit the party."""
    return said("speaker-choice", name=Verbatim(one.name), commits="yes" if one.commits else "no")


def source_choice(one: Source) -> Said:
    """Return a document to choose from."""
    return said("source-choice", title=Verbatim(one.title), day=one.issued)


def statement_choice(one: Statement, dataset: Evidence) -> Said:
    """Return a statement to choose from."""
    return said("statement-choice", day=day_and_marks(one, dataset), says=words_of(one, dataset))


def counted(part: Said) -> Said:
    """Return whether the statement counts in the picture; `part` says so."""
    return said("counted-in-picture", counted=part)


def still_asked_for(fields: Sequence[str]) -> Said:
    """Return what the negotiation asks for and is not given yet."""
    return said("still-asked-for", fields=together(*map(Verbatim, fields), how="comma"))


def together_with(parties: Sequence[Party]) -> Said:
    """Return by whom a statement is made together."""
    return said("together-with", parties=together(*(Verbatim(one.name) for one in parties)))


def saving_as(who: str) -> Said:
    """Return under which name is saved."""
    return said("saving-as", who=Verbatim(who))


def document_of(day: PartialDate) -> Said:
    """Return of which day the document is in which a statement stands whose own day is not given."""
    return said("document-of", day=day)


def read_as(day: PartialDate) -> Said:
    """Return how a day was read that was typed otherwise than files write it."""
    return said("read-as", day=day)


def draft_kept(when: datetime) -> Said:
    """Return since when a draft is kept."""
    return said("draft-kept", when=since(when))


def draft_named(kind: Kind, name: str, when: datetime) -> Said:
    """Return what a draft is of, `name` empty for something new, and since when it is kept."""
    return said("draft-named", what=named_of_kind(kind, name), when=since(when))


def since(when: datetime) -> Argument:
    """Return a time, of today the hour alone."""
    return Verbatim(f"{when:%H:%M}") if when.date() == date.today() else moment(when)


def removable(named: Argument) -> Said:
    """Return that a record can be taken out, and what stays."""
    return said("removable", record=named)


def not_removable(named: Argument, kind: Kind) -> Said:
    """Return that a record cannot be taken out, as what follows hinders it."""
    return said("not-removable", record=named, kind="statement" if kind == "statement" else "other")


def was_shown(edition: str, day: date) -> Said:
    """Return that a statement has been shown."""
    return said("was-shown", edition=Verbatim(edition), day=day)


def agenda_named(title: str) -> Said:
    """Return an agenda by its title."""
    return said("agenda-named", title=Verbatim(title))


def and_more(count: int) -> Said:
    """Return that there are so many more."""
    return said("more-references", count=count)


def new_step(step: NewStep) -> Said:
    """Return the heading of a step on the way to a first negotiation."""
    return said("new-step", step=step)


def new_step_how(step: NewStep) -> Said:
    """Return what a step asks for."""
    return said("new-step-how", step=step)


def new_field(field: NewField) -> Said:
    """Return what stands over a field of a first negotiation."""
    return said("new-field", field=field)


def new_field_called(field: NewField) -> Said:
    """Return the name alone of a field of a first negotiation."""
    return said("new-field-called", field=field)


def begun_message(title: str) -> Said:
    """Return the line by which the first version of a negotiation is known."""
    return said("saved-begun", title=Verbatim(title))


def changed_since(words: str) -> Said:
    """Return that somebody else has changed a field since a draft was begun, and what it says now if that can be told."""
    return said("changed-since", words=Verbatim(words)) if words else said("changed-since-otherwise")


def saved_as(message: str) -> Said:
    """Return that something was saved, and under which words."""
    return said("saved-as", message=Verbatim(message))


def met_version(whose: Whose) -> Said:
    """Return of whom one of the versions of a record is."""
    return said("met-version", whose=whose)


def met_choose(name: str) -> Said:
    """Return what is chosen, of a field that two people changed."""
    return said("met-choose", field=Verbatim(name))


def history_head(head: HistoryHead) -> Said:
    """Return the head of a column of saves."""
    return said("history-head", head=head)


def files_told(files: Sequence[Path]) -> Argument:
    """Return the names of the files of a save, of many the first few."""
    names = together(*(Verbatim(one.name) for one in files[:MOST_FILES]), how="comma")
    return said("more-names", names=names, more=len(files) - MOST_FILES) if len(files) > MOST_FILES else names


def moment(when: datetime) -> Said:
    """Return a day with the time, as the clock of this machine has it."""
    at = when.astimezone()
    return said("moment", day=at.date(), time=Verbatim(f"{at:%H:%M}"))


def restored(when: datetime, message: str) -> Said:
    """Return the line by which a restored version is known: its time, and the line by which it was known itself."""
    return said("saved-restored", when=moment(when), message=Verbatim(message))


def writer(who: str) -> Argument:
    """Return who saved a version, as far as that is known."""
    return Verbatim(who) if who and who != NOBODY else said("writer-unknown")


def in_which_files(files: Sequence[Path]) -> Said:
    """Return which files a save changed."""
    return said("in-which-files", files=files_told(files))


def became(what: What) -> Said:
    """Return what became of a record."""
    return said("became", what=what)


def positions_as_of(day: date) -> Said:
    """Return the heading over what becomes of positions."""
    return said("history-positions", day=day)


def message_of(edits: Sequence[Edit], before: Evidence, after: Evidence) -> Said:
    """Return the line by which a save is known, such as "China, Tariffs: offer of 3 May 2018 added"."""
    first = _of_one(edits[0], before, after)
    return first if len(edits) == 1 else said("saved-several", first=first, more=len(edits) - 1)


def _of_one(edit: Edit, before: Evidence, after: Evidence) -> Said:
    what: What = "added" if isinstance(edit, Add) else "removed" if isinstance(edit, Remove) else "changed"
    if edit.kind == "statement":
        one = _statement(edit, before, after)
        if one is not None:
            if isinstance(edit, Change) and edit.values.get("withdrawn"):
                what = "withdrawn"
            negotiation = after.negotiation
            told = {"party": short(negotiation.party_by_id[one.party]), "issue": Verbatim(negotiation.issue_by_id[one.issue].label)}
            if one.is_dated:
                return said("saved-statement", kind=kind_name(one.kind), day=one.said, what=what, **told)
            return said("saved-undated", kind=kind_name(one.kind), what=what, **told)
    return said("saved-record", kind=kind_of_record(edit.kind), name=Verbatim(_called(edit, before) or edit.id), what=what)


def _called(edit: Edit, before: Evidence) -> str:
    """Return how a record is called: as it calls itself now, or as it was called."""
    now = {} if isinstance(edit, Remove) else edit.values
    return str(now.get("name") or now.get("title") or now.get("short") or called(edit.kind, edit.id, before))


def called(kind: Kind, key: str, dataset: Evidence) -> str:
    """Return how a record is called; "" where there is none, or where it has no name."""
    negotiation = dataset.negotiation
    match kind:
        case "statement" if dataset.holds(key):
            one = dataset.statement(key)
            return f"{negotiation.party_by_id[one.party].short}, {negotiation.issue_by_id[one.issue].label}, {one.said.shown()}"
        case "party" | "issue" | "group" | "bloc":
            records: Mapping[str, Sequence[Party | Issue | Group | Bloc]] = {
                "party": negotiation.parties, "issue": negotiation.issues, "group": negotiation.groups, "bloc": negotiation.blocs,
            }  # fmt: skip
            return next((one.name for one in records[kind] if one.id == key), "")
        case "event":
            return next((one.label for one in negotiation.events if one.id == key), "")
        case "source":
            return next((one.title for one in dataset.sources.values() if one.id == key), "")
    return key if kind == "edition" else ""


def _statement(edit: Edit, before: Evidence, after: Evidence) -> Statement | None:
    held = before if isinstance(edit, Remove) else after
    return held.statement(edit.id) if edit.id and held.holds(edit.id) else None
