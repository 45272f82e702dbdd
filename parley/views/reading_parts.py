"""The parts of the reading page: marks, gaps and statuses explained, and what is never said."""

from __future__ import annotations

from collections.abc import Sequence

from parley.analysis.gaps import Gap, Status
from parley.analysis.outcomes import Distance
from parley.analysis.voices import PartVoices, voices_of
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.on_page import plotly_figure
from parley.figures.palette import party_colours
from parley.telling.gap import pivots_told, status_told
from parley.telling.said import Apart
from parley.telling.voices import rule_told, voice_place
from parley.views.cells import status_item
from parley.views.charts import Room
from parley.views.components.chart import Chart
from parley.views.components.sheet import Column, Item, Line, Sheet
from parley.views.example import example_gap
from parley.words import say

REFUSALS = """
- No probability of an agreement, no percentage of compatibility, no index over issues.
- No sum or average of rungs: they are named steps, and not equal ones.
- No point inside an unknown range. What is not known is drawn as not known, and never as the middle or as zero.
- A limit that follows from an offer is never shown as one that was stated.
- A forecast or an analyst's reading is shown and marked, and never counted as the party's own position.
- What a party would settle for. Only what it has said.
"""
MERE_LOOKS = (
    "A statement published later than it was made, one that ran out, the same position told more or less exactly, or said again. "
    "Also what may have been said before the first date."
)


def example() -> tuple[Gap, tuple[PartVoices, ...]]:
    """Return the gap of the invented example, and who says what within its parties."""
    dataset, gap = example_gap()
    return gap, tuple(voices_of(dataset, (gap.a, gap.b)))


def example_chart(room: Room) -> Chart:
    """Return the invented example drawn; its statements are nobody's, so that no mark opens any."""
    dataset, gap = example_gap()
    drawing = gap_drawing(gap, (gap.a, gap.b), dataset.statement_by_id, voices_of(dataset, (gap.a, gap.b)))
    colours = party_colours(dataset.negotiation)
    picture = gap_picture(drawing, colours, "Invented parties and statements", "An invented example.", width=room.width, explains_letters=False)
    return Chart(plotly_figure(picture, room.ink), picture.alt)


def example_words(gap: Gap) -> str:
    """Return what the example shows, in the product's own sentences."""
    return " ".join(map(say, [status_told(gap), *pivots_told(gap, beyond_status=True)]))


def voices_words(voices: Sequence[PartVoices]) -> str:
    """Return who is behind each letter in the example, and the rule that decides between them."""
    lettered = [f"({voice.key}) is the {voice.speaker.shown}, who asks for {say(voice_place(voice))}" for one in voices for voice in one.voices]
    return " ".join([f"Above {voices[0].party.name}’s line, {'; '.join(lettered)}.", *(say(rule_told(one)) for one in voices)])


def marks_sheet() -> Sheet:
    """Return the marks and what each means."""
    rows = [
        (Item("Filled mark", mark="demand"), "Demand: what a party asks for."),
        (Item("Hollow mark", mark="offer"), "Best offer: the furthest it has said it would go without conditions."),
        (Item("Hollow mark with a dot"), "An offer that was only hinted at."),
        (Item("Toothed barrier", mark="limit"), "Stated limit, “red line” in the files: it has said it will not go past the teeth."),
        (Item("Dotted line between marks"), "The place is not exact: somewhere between the two."),
        (Item("Fading hatch"), "A limit that is not exact: refused for sure at the barrier, perhaps earlier."),
        (Item("Bracket with “?”", mark="unknown"), "No limit was stated. It may lie anywhere in the bracket; an offer narrows it."),
        (Item("Grey line with ends"), "The gap: solid is certain, dashed is possible."),
        (Item("Grey bar"), "The zone that the limits leave open: filled is certain, hatched is possible."),
        (
            Item("Small mark with a letter"),
            "One speaker’s word, where a party’s speakers differ. The table on the issue page says who, and which rule decides.",
        ),
        (Item("Triangle", mark="threat"), "A threat; shown, never placed in a gap."),
        (
            Item("Over time: step line"),
            "Thick for a demand, thin for a best offer, with triangles for a stated limit; shaded where it is not exact, dotted where stale.",
        ),
        (Item("Over time: upright line", mark="event"), "An event. The ticks on the floor are the days on which anything was said."),
    ]
    return Sheet("Marks", [Column("Mark", width="28%"), Column("Means")], [Line(((item,), (Item(text),))) for item, text in rows])


def gaps_sheet(gap: Gap) -> Sheet:
    """Return the four gaps, what each compares, and its value in the example."""
    rows = [
        ("Headline gap", "what one asks for against what the other asks for", gap.headline),
        ("Table gap", "what one asks for against the best the other has put on the table; this one leads on every page", gap.table_a),
        ("Bid gap", "one best offer against the other", gap.bid),
        ("Limit gap", "one limit against the other; none if a zone exists", gap.limit),
    ]
    columns = [Column("Gap", width="28%"), Column("Compares"), Column("In the example", width="24%")]
    return Sheet("Gaps", columns, [Line(((Item(name),), (Item(text),), (Item(_shown(distance, gap)),))) for name, text, distance in rows])


def statuses_sheet() -> Sheet:
    """Return the statuses and what each means."""
    meanings = {
        Status.AGREED: "What the two ask for overlaps.",
        Status.OFFERS_MEET: "The best offers overlap; the public demands do not.",
        Status.BRIDGEABLE: "The limits leave a zone; the offers have not reached it.",
        Status.BLOCKED: "The stated limits exclude each other.",
        Status.UNKNOWN: "More than one of these is possible. The page says which, and what would have to be found out.",
        Status.NO_EVIDENCE: "One of the two has stated no demand, offer or limit in the sources held. That is not the same as unknown.",
    }
    return Sheet(
        "Statuses", [Column("Status", width="28%"), Column("Means")], [Line(((status_item(one),), (Item(text),))) for one, text in meanings.items()]
    )


def movement_sheet() -> Sheet:
    """Return what counts as movement between two dates, and what only looks like it."""
    rows = [
        (Item("Towards", mark="closer"), "A demand, limit or offer stated between the dates lies surely nearer to the other party than before."),
        (Item("Away", mark="further"), "It lies surely further away: a hardening, told as plainly as a concession."),
        (Item("New, or taken back", mark="new"), "Nothing stood before, or nothing stands now, so there is nothing to measure it against."),
        (Item("Only looks like movement", mark="evidence"), MERE_LOOKS),
    ]
    return Sheet("Movement", [Column("Between two dates", width="28%"), Column("Means")], [Line(((item,), (Item(text),))) for item, text in rows])


def _shown(distance: Distance, gap: Gap) -> str:
    return say(Apart(distance, gap.a.axis))
