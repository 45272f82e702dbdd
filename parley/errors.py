"""The exception family: problems in the files, found together and reported together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from parley.suggestions import listed, with_suggestion

Severity = Literal["error", "warning"]
LONGEST_QUOTED = 60
MOST_LEAKS_TOLD = 8


class Problem(NamedTuple):
    """One thing wrong in one place: where it is, what it is and how to mend it.

    `left_out` names what is missing from the dataset because of it, as "statement 'north-quota-40'"; empty where nothing is.
    """

    file: str
    line: int
    column: int
    what: str
    mend: str = ""
    severity: Severity = "error"
    left_out: str = ""

    def __str__(self) -> str:
        """Return `file:line:column: what is wrong. How to mend it. Left out: what is missing for it.`"""
        warning = "warning: " if self.severity == "warning" else ""
        mend, left_out = f" {self.mend}" if self.mend else "", f" Left out: {self.left_out}." if self.left_out else ""
        return f"{self.file}:{self.line}:{self.column}: {warning}{self.what}{mend}{left_out}"

    def as_dict(self) -> dict[str, str | int]:
        """Return the fields by name, for `check --json`."""
        return self._asdict()


class ParleyError(Exception):
    """Anything Parley refuses to go on with."""


class BadFilesError(ParleyError):
    """Position files or source records that cannot be read; `problems` holds every one found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NoPositionsError(ParleyError):
    """A folder that holds no negotiation."""

    @classmethod
    def in_folder(cls, folder: str) -> NoPositionsError:
        """Say which folder was looked into and what was looked for."""
        return cls(
            f"No negotiation in {named(folder)}. A negotiation is a folder with a file 'negotiation.yaml'; give that folder, or the folder above it."
        )


class UnreadableFolderError(NoPositionsError):
    """A folder of positions that may not be looked into, so that nobody knows whether it holds a negotiation."""

    @classmethod
    def of(cls, folder: str, why: str | None) -> UnreadableFolderError:
        """Say which folder it is, and what the system says of it."""
        return cls(f"The folder {named(folder)} cannot be read: {why}.")


class NoFolderError(ParleyError):
    """A folder or file named on the command line that is not there."""

    @classmethod
    def at(cls, path: str) -> NoFolderError:
        """Say which folder was looked for."""
        return cls(f"There is no folder {named(path)}.")


class NotInstalledError(ParleyError):
    """A part of the program that few need is not there."""

    @classmethod
    def extra(cls, command: str, name: str) -> NotInstalledError:
        """Say which command needs what else installed."""
        return cls(f"'{command}' needs a part that is not installed. Install it with: pip install 'parley[{name}]'")


class WrongArgumentError(ParleyError):
    """Something asked for on the command line that cannot be given."""

    @classmethod
    def incomplete(cls, said: str) -> WrongArgumentError:
        """Say which option lacks its value, in the words of the parser."""
        return cls(f"The dashboard was started with an option that is not complete: {said}.")

    @classmethod
    def asked_twice(cls, name: str) -> WrongArgumentError:
        """Say that a parameter of an address stands in it more than once, and nobody can tell which is meant."""
        return cls(f"The parameter {quoted(name)} is given more than once. Give it once.")

    @classmethod
    def unknown_start_option(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which word the dashboard was started with, and which option it may have been."""
        if not given.startswith("-"):
            return cls(f"The dashboard was started with {quoted(given)}, before which no option stands. Write '--positions {given}'.")
        return cls(with_suggestion(f"The dashboard was started with the unknown option {quoted(given)}.", given, known))

    @classmethod
    def store_alone(cls, given: str) -> WrongArgumentError:
        """Say what does not go with a store."""
        return cls(f"{quoted(given)} does not go with '--store', which is shown by itself and never written into. Leave one of the two out.")

    @classmethod
    def not_a_site(cls, given: str) -> WrongArgumentError:
        """Say that a word names no site, and how one is written."""
        return cls(f"{quoted(given)} names no site. Write how its addresses begin, and no more, such as https://wiki.example.")

    @classmethod
    def unknown_command(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which command was asked for, and which it may have been."""
        return cls(no_such("command", given, known))

    @classmethod
    def unknown_word(cls, given: str, options: Sequence[str]) -> WrongArgumentError:
        """Say which word of a command is not known, and which option it may have been."""
        if not given.startswith("-"):
            return cls(f"{quoted(given)} is one word too many. Leave it out, or put quotes around a name with blanks.")
        return cls(no_such("option", given, options))

    @classmethod
    def dates_with_two_folders(cls) -> WrongArgumentError:
        """Say that two versions bring their own dates."""
        return cls("Two versions are compared as of the last day of each. Leave out '--from' and '--to', or name one folder.")

    @classmethod
    def several_negotiations(cls, folder: str, names: Sequence[str]) -> WrongArgumentError:
        """Say which negotiations the folder holds."""
        return cls(f"{named(folder)} holds several negotiations: {', '.join(names)}. Name the folder of one.")

    @classmethod
    def different_negotiations(cls, old: str, new: str) -> WrongArgumentError:
        """Say that two folders hold no versions of one negotiation."""
        return cls(f"{named(old)} and {named(new)} are different negotiations. Name two versions of one.")

    @classmethod
    def folder_there(cls, path: str) -> WrongArgumentError:
        """Say that something stands where a new folder is to be made."""
        return cls(f"{named(path)} exists already, and is left as it is. Name another folder.")

    @classmethod
    def no_folder_name(cls, given: str, mended: str) -> WrongArgumentError:
        """Say that a folder's name is to be the negotiation's id, and which it could be."""
        return cls(f"{named(given)} cannot be the name of a negotiation's folder: use lower-case letters, digits and hyphens. Write {named(mended)}.")

    @classmethod
    def example_not_edited(cls) -> WrongArgumentError:
        """Say that the example is no place to write into."""
        return cls(
            "The example that comes with Parley is not written into. Begin your own with 'parley new DIR', and open it with 'parley DIR --edit'."
        )

    @classmethod
    def unknown_party(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which party was asked for, and which it may have been."""
        return cls(no_such("party", given, known))

    @classmethod
    def no_party(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say that parties were asked for and none is named, and which there are."""
        return cls(f"'--parties' names no party in {quoted(given)}. There is: {', '.join(known)}.")

    @classmethod
    def unknown_cut(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which evidence was asked for, and which it may have been."""
        return cls(no_such("evidence cut", given, known))

    @classmethod
    def not_with_sources(cls, option: str) -> WrongArgumentError:
        """Say that an option changes nothing in the list of sources."""
        return cls(f"'{option}' does not go with '--sources'. Leave one of the two out.")

    @classmethod
    def no_references(cls, given: str, endings: Sequence[str]) -> WrongArgumentError:
        """Say which endings the list of sources has."""
        return cls(f"{named(given)} is no list of sources. It ends in {', '.join(endings[:-1])} or {endings[-1]}: name such a file.")

    @classmethod
    def unknown_agenda(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which agenda was asked for, and which it may have been."""
        return cls(no_such("agenda", given, known))

    @classmethod
    def unknown_issue(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which issue was asked for, and which it may have been."""
        if not given:
            return cls(with_suggestion("A figure shows one issue. Name it with '--issue'.", given, known))
        return cls(no_such("issue", given, known))

    @classmethod
    def not_on_agenda(cls, issue: str, known: Sequence[str]) -> WrongArgumentError:
        """Say that there is such an issue, and which are on the agenda."""
        return cls(" ".join(filter(None, (f"The issue {quoted(issue)} is not on this agenda.", listed(known)))))

    @classmethod
    def unknown_part(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which part of a document was asked for, and which it may have been."""
        return cls(no_such("part", given, known))

    @classmethod
    def no_such_part(cls, part: str, ending: str, known: Sequence[str]) -> WrongArgumentError:
        """Say that a kind of file has no such part, and which it has."""
        return cls(f"A {ending} file has no part {quoted(part)}. It has: {', '.join(known)}.")

    @classmethod
    def no_such_form(cls, form: str, ending: str, endings: Sequence[str]) -> WrongArgumentError:
        """Say that a kind of file has no such short form, and which kinds have."""
        return cls(f"A {ending} file has no form {quoted(form)}. These have: {', '.join(endings)}.")

    @classmethod
    def names_nothing(cls, option: str, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say that an option names nothing, and what it could name."""
        return cls(f"'{option}' names nothing in {quoted(given)}. There is: {', '.join(known)}.")

    @classmethod
    def one_of_two(cls, one: str, other: str) -> WrongArgumentError:
        """Say that two options do not go together."""
        return cls(f"'{one}' does not go with '{other}'. Leave one of the two out.")

    @classmethod
    def unknown_ending(cls, given: str, known: Sequence[str]) -> WrongArgumentError:
        """Say which file was asked for, and which endings there are."""
        return cls(f"{named(given)} does not say by its ending what it is to be. Known endings: {', '.join(known)}.")

    @classmethod
    def no_file(cls) -> WrongArgumentError:
        """Say that a file must be named."""
        return cls("Name the file to write with '--to', for instance '--to briefing.pptx'; or ask for '--sources'.")

    @classmethod
    def no_web_address(cls, given: str) -> WrongArgumentError:
        """Say that a link must lead to a dashboard."""
        return cls(f"{quoted(given)} is not the address of a dashboard. Write it as 'http://localhost:8501'.")

    @classmethod
    def nothing_to_draw(cls, issue: str) -> WrongArgumentError:
        """Say that an issue has no drawing."""
        return cls(f"No position is evidenced on {quoted(issue)} on this date and evidence, so there is nothing to draw.")

    @classmethod
    def nothing_said(cls, where: str) -> WrongArgumentError:
        """Say that a negotiation has no day to compare."""
        return cls(f"{quoted(where)} holds no statement, so there is no day to compare.")

    @classmethod
    def days_exchanged(cls, since: str, until: str, options: tuple[str, str] = ("--from", "--to")) -> WrongArgumentError:
        """Say that the first date does not lie before the second; `options` are those that give them."""
        if since == until:
            return cls(f"The first date and the second are the same, {since}. Give an earlier '{options[0]}' or a later '{options[1]}'.")
        return cls(f"The first date, {since}, is after the second, {until}. Exchange them, or give both '{options[0]}' and '{options[1]}'.")

    @classmethod
    def not_for_this_file(cls, option: str, endings: Sequence[str]) -> WrongArgumentError:
        """Say that an option goes with other files."""
        return cls(
            f"'{option}' goes with {' and '.join(filter(None, (', '.join(endings[:-1]), endings[-1])))} files. Leave it out, or name such a file."
        )


class NotMadeError(ParleyError):
    """A file that could not be made or written, for whatever reason; what was there before is left as it was."""

    @classmethod
    def of(cls, name: str, error: Exception) -> NotMadeError:
        """Say which file could not be made, and what the program that makes it said."""
        why = " ".join(str(error).split()) or type(error).__name__
        return cls(f"{named(name)} could not be made: {why.removesuffix('.')}. Nothing was written. Please report this with the data it was made of.")

    @classmethod
    def unwritten(cls, path: str, error: OSError) -> NotMadeError:
        """Say which file could not be written, and why."""
        return cls(f"{named(path)} was not written: {error.strerror or error}. What stood there before is unchanged.")

    @classmethod
    def already_there(cls, path: str) -> NotMadeError:
        """Say that a file would be overwritten, and how to ask for that."""
        return cls(f"{named(path)} exists already, and is left as it is. Name another file, or add '--force' to replace it.")


class FaultyDataError(ParleyError):
    """Data of which something is missing or wrong, so that nothing is made of them unasked."""

    @classmethod
    def found(cls, problems: Sequence[Problem], count: int) -> FaultyDataError:
        """List some of so many problems, and say how to export all the same."""
        more = count - len(problems)
        told = [str(one) for one in problems] + ([f"And {more:,} more; 'check' lists all."] if more > 0 else [])
        what = "Nothing was written: something is wrong with the data or missing from them."
        return cls("\n".join([what, *told, "Mend it, or add '--despite-errors': the file then says that it is incomplete."]))


class LeakError(ParleyError):
    """Internal material in a file of the shareable edition, which is therefore not handed out."""

    @classmethod
    def in_file(cls, name: str, found: Sequence[str]) -> LeakError:
        """Say what stands in which part of which file, and that nothing was written; `found` are sentences."""
        more = len(found) - MOST_LEAKS_TOLD
        told = [f"  {one}" for one in found[:MOST_LEAKS_TOLD]] + ([f"  And {more:,} more."] if more > 0 else [])
        what = f"Nothing was written: the shareable edition {named(name)} would tell of what stays inside."
        mend = "Take it out of what may be shared, or mark that as internal too."
        return cls("\n".join([what, *told, mend]))

    @classmethod
    def unread(cls, name: str, why: str) -> LeakError:
        """Say that a file could not be read back, and that nothing was written."""
        return cls(f"Nothing was written: the shareable edition {named(name)} could not be read back to check it. {why}")


def told_of(error: ParleyError | OSError) -> str:
    """Return in words why a command ends."""
    if isinstance(error, ParleyError):
        return str(error)
    return f"{f'{quoted(str(error.filename))}: ' if error.filename else ''}{error.strerror}."


def quoted(text: str) -> str:
    """Return the text in single quotes, on one line, without unprintable characters and cut to a length that can be read."""
    # Cut before anything else is done, because a file may hold one value of many megabytes.
    line = _seen(" ".join(text[: 2 * LONGEST_QUOTED].split()))
    return f"'{line}'" if len(line) <= LONGEST_QUOTED else f"'{line[:LONGEST_QUOTED]}...'"


def named(path: str) -> str:
    """Return the name of a file or folder in single quotes, whole and on one line: cut, nobody could tell which one it is."""
    return f"'{_seen(path)}'"


def _seen(text: str) -> str:
    return text if text.isprintable() else "".join(character if character.isprintable() else "\ufffd" for character in text)


def no_such(kind: str, given: str, known: Sequence[str]) -> str:
    """Return the sentences about an id or word that leads nowhere, with the nearest that there is."""
    return with_suggestion(f"There is no {kind} {quoted(given)}.", given, known)
