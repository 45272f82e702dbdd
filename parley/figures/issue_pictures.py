"""The pictures of a briefed issue: the one place where slides, documents, pages and files get their drawings."""

from __future__ import annotations

from collections.abc import Mapping

from parley.analysis.leading import towards_of
from parley.analysis.timeline import spans_of, timeline
from parley.figures.alternatives import timeline_alt
from parley.figures.gap_geometry import gap_drawing
from parley.figures.gap_picture import gap_picture
from parley.figures.glance_geometry import glance_of
from parley.figures.glance_picture import glance_picture
from parley.figures.page_lettering import lettered_for_files
from parley.figures.palette import NEUTRAL, party_colours
from parley.figures.picture import Picture
from parley.figures.sheet import WIDTH
from parley.figures.source_note import source_note
from parley.figures.timeline_geometry import timeline_drawing
from parley.figures.timeline_picture import timeline_picture
from parley.telling.briefing import BriefedIssue, Briefing
from parley.telling.cluster import CLUSTERS
from parley.telling.drawings import others_not_drawn
from parley.telling.glance import lines_in_focus
from parley.telling.overview import status_in_words
from parley.words import say


def gap_picture_of(briefing: Briefing, issue: BriefedIssue, width: float = WIDTH, *, with_voices: bool = True) -> Picture | None:
    """Return the picture of the issue's positions with the gap between them; None where no position is evidenced.

    Of many parties those in focus have rows of their own, and all others are drawn in clusters, as on the pages.
    What is seen from afar is drawn without the speakers who differ: their letters need a list that only a reader can read.
    """
    shown, dataset = issue.in_focus, briefing.dataset
    row = shown.row
    if not issue.is_evidenced:
        return None
    drawing = gap_drawing(row.gap, row.positions, dataset.statement, shown.voices if with_voices else (), shown.clusters)
    note = source_note(say(briefing.dated), drawing.ids, dataset.statement)
    return gap_picture(
        drawing, {**party_colours(dataset.negotiation), CLUSTERS: NEUTRAL}, note, say(status_in_words(row)), say(briefing.cut_note), width
    )


def glance_picture_of(briefing: Briefing, issue: BriefedIssue, width: float, colours: Mapping[str, str] | None = None) -> Picture:
    """Return the picture of the issue as one row of the overview, of many parties with the others in clusters; lettered for files."""
    shown, dataset = issue.gathered, briefing.dataset
    found = glance_of(issue.row, lines_in_focus(shown, dataset), dataset.statement, shown.clusters)
    return lettered_for_files(glance_picture(found, {**(colours or party_colours(dataset.negotiation)), CLUSTERS: NEUTRAL}, width))


def timeline_picture_of(briefing: Briefing, issue: BriefedIssue, width: float = WIDTH) -> Picture | None:
    """Return the picture of the issue, of many parties of those in focus, over the time up to the as-of date; None where none of them had spoken."""
    row, dataset, cut = issue.in_focus.row, briefing.dataset, say(briefing.cut_note)
    pair = (row.gap.a.party.id, row.gap.b.party.id) if row.gap else None
    found = timeline(dataset, row, briefing.as_of, briefing.cut, towards_of(dataset, row.issue, pair))
    if found is None:
        return None
    drawing = timeline_drawing(found, spans_of(found, briefing.cut))
    note = source_note(say(briefing.dated), drawing.ids, dataset.statement)
    if issue.gathered.inside:
        note = f"{note} · {say(others_not_drawn(len(issue.gathered.inside)))}"
    return timeline_picture(drawing, party_colours(dataset.negotiation), note, timeline_alt(drawing, row.issue.name, cut), cut, width)
