"""What is said of parties told together on an issue: who they are and how many, and where they stand with each part of their positions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from parley.analysis.clusters import Cluster
from parley.analysis.drift import Drift, Way
from parley.analysis.positions import Part
from parley.model import Party
from parley.telling.glance import GlanceLine
from parley.telling.parties import short
from parley.telling.places import at_place
from parley.telling.position import doing_told
from parley.telling.said import Argument, Said, Stretch, Verbatim, said, together

CLUSTERS = " clusters "  # the key of their lanes, that no party has: no id begins with a blank
MOST_NAMED = 3  # parties of a cluster; of more, the others are counted


def cluster_name(cluster: Cluster) -> Argument:
    """Return how a cluster is called: by its bloc, by its only party, or by how many they are."""
    if cluster.bloc:
        return Verbatim(cluster.bloc.name)
    return short(cluster.parties[0]) if len(cluster.parties) == 1 else said("so-many-parties", parties=len(cluster.parties))


def members(parties: Sequence[Party]) -> Argument:
    """Return some parties by their short names; of many the first few, and how many more they are."""
    more = len(parties) - MOST_NAMED
    if more < 2:
        return together(*map(short, parties))
    return said("and-more", first=together(*map(short, parties[:MOST_NAMED]), how="comma"), more=more)


def cluster_lines(cluster: Cluster) -> tuple[GlanceLine, ...]:
    """Return what the members of a cluster do on an issue, part by part: the first names them and has a mark, each says how many and where."""
    found = [_line(cluster, part, is_first=number == 0) for number, part in enumerate(cluster.spreads)]
    return tuple(found) or (_unplaced(cluster),)


def who_and_limits(cluster: Cluster) -> Argument:
    """Return who is in a cluster, where its name does not say so, and what of it has no mark in a drawing: its limits, or that it names no place."""
    if not cluster.spreads:
        return cluster_lines(cluster)[0].told
    who = [members(cluster.parties)] if len(cluster.parties) > 1 or cluster.bloc else []
    limit = cluster.spreads.get("limit")
    limits = [_told(cluster, "limit", Stretch(limit.span, cluster.positions[0].axis), is_first=False)] if limit else []
    return together(*who, *limits, how="semicolon")


def stands_at(cluster: Cluster, part: Part) -> Argument:
    """Return where the members of a cluster stand with a part, and how many of them where it is not all."""
    spread, whole = cluster.spreads[part], len(cluster.parties)
    place = Stretch(spread.span, cluster.positions[0].axis)
    return place if spread.count == whole else said("place-of-some", place=place, number=spread.count, of=whole)


def cluster_told(cluster: Cluster) -> Said:
    """Return a cluster in one line: how it is called, who is in it, and where its members stand."""
    told = together(*(one.told for one in cluster_lines(cluster)), how="semicolon")
    return said("labelled", cluster.ids, label=cluster_name(cluster), told=told)


def drift_told(found: Drift) -> Said | None:
    """Return how many parties went which way on the scale, and who, in one sentence; None where nobody moved."""
    if not found.has_news:
        return None
    return said("sentence", found.ids, told=together(*drift_by_way(found).values(), how="semicolon"))


def drift_by_way(found: Drift) -> Mapping[Way, Said]:
    """Return how many parties went each way on the scale, with the statements by which they did, and who; of those that did not move how many."""
    told = {}
    for way, several in found.ways.items():
        count = said("went-this-way", way=way, number=len(several.parties))
        named = said("labelled", label=count, told=members(several.parties)) if way != "still" else count
        told[way] = replace(named, ids=several.ids)
    return told


def _line(cluster: Cluster, part: Part, *, is_first: bool) -> GlanceLine:
    spread, (first, *others) = cluster.spreads[part], cluster.positions
    # Of several it is told from where to where they stand, of one alone what it refuses.
    place = Stretch(spread.span, first.axis) if others else at_place(spread.span, first.axis, part, first.direction)
    told = _told(cluster, part, place, is_first=is_first)
    words = said("mark-in-full", party=cluster_name(cluster), told=told)
    if part == "limit" or not is_first:
        return GlanceLine((), None, told, None, words, spread.ids)
    return GlanceLine((part,), spread.span, told, None, words, spread.ids, does=doing_told(part))


def _told(cluster: Cluster, part: Part, place: Argument, *, is_first: bool) -> Said:
    """Return where the members stand with a part; the first line names them, where it tells of all, and else before it says of how many it tells."""
    count, whole = cluster.spreads[part].count, len(cluster.parties)
    if whole == 1:
        return said("limit-at", place=place) if part == "limit" else said("does-place", does=doing_told(part), place=place)
    some = said("so-many-stand", part=part, place=place, number=count)
    if not is_first:
        return some
    who = members(cluster.parties)
    return (
        said("members-stand", members=who, part=part, place=place, number=count)
        if count == whole
        else said("members-of-whom", members=who, told=some)
    )


def _unplaced(cluster: Cluster) -> GlanceLine:
    whole = len(cluster.parties)
    told = said("members-name-no-place", members=members(cluster.parties)) if whole > 1 else said("names-no-place")
    return GlanceLine((), None, told, None, said("mark-in-full", party=cluster_name(cluster), told=told), cluster.ids)
