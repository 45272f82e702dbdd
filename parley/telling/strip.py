"""What is told of many clusters of an issue in few lines: at each place how many parties stand there, and in words of those that stand at none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce

from parley.analysis.clusters import Cluster, leading_part
from parley.analysis.outcomes import Span
from parley.analysis.parts import united
from parley.analysis.positions import Part
from parley.telling.cluster import cluster_lines, cluster_name, members
from parley.telling.glance import GlanceLine
from parley.telling.position import doing_told
from parley.telling.said import Argument, Stretch, said, together

FEW = 3  # clusters beside the blocs of the file that each have a lane
_MARKED: tuple[Part, ...] = ("demand", "measure", "offer")


@dataclass(frozen=True)
class Strip:
    """One lane of parties told together: how it is called, and its lines."""

    name: Argument
    lines: tuple[GlanceLine, ...]


def each_apart(clusters: Sequence[Cluster]) -> tuple[Strip, ...]:
    """Return a lane for each cluster."""
    return tuple(Strip(cluster_name(one), cluster_lines(one)) for one in clusters)


def in_few_strips(clusters: Sequence[Cluster]) -> tuple[Strip, ...]:
    """Return a lane for each cluster, where they are few; else for each bloc, for all who ask, hold or offer something, and for all others."""
    blocs, others = [one for one in clusters if one.bloc], [one for one in clusters if not one.bloc]
    return (*each_apart(blocs), *(each_apart(others) if len(others) <= FEW else _strips(others)))


def _strips(clusters: Sequence[Cluster]) -> Iterator[Strip]:
    by_part: dict[Part | None, list[Cluster]] = {}
    for one in clusters:
        part = leading_part(one.positions[0])
        by_part.setdefault(part if part in _MARKED else None, []).append(one)
    for part in _MARKED:
        several = by_part.get(part, [])
        if several:
            name = said("strip-name", number=_count(several), part=part)
            yield Strip(name, tuple(_at_place(one, part) if _is_placed(one, part) else _in_words([one], part) for one in several))
    rest = by_part.get(None, [])
    if rest:
        limits, unplaced = [one for one in rest if one.spreads], [one for one in rest if not one.spreads]
        lines = (*([_in_words(limits, "limit")] if limits else []), *(line for one in unplaced for line in _unplaced(one)))
        yield Strip(said("so-many-parties", parties=_count(rest)), lines)


def _count(clusters: Sequence[Cluster]) -> int:
    return sum(len(one.positions) for one in clusters)


def _is_placed(cluster: Cluster, part: Part) -> bool:
    """Return whether the place of each member is known, so that no two clusters lie over each other."""
    return all(found.spreads[part].span.is_exact for found in (Cluster(None, (one,)) for one in cluster.positions) if part in found.spreads)


def _at_place(cluster: Cluster, part: Part) -> GlanceLine:
    """Return how many stand where: the mark shows the place, its words name the members and all that they do."""
    span, name = cluster.spreads[part].span, cluster_name(cluster)
    whole = cluster_lines(cluster)
    words = said("mark-in-full", party=name, told=together(*(one.told for one in whole), how="semicolon"))
    told = said("labelled", label=name, told=Stretch(span, cluster.positions[0].axis))
    ids = united(*(one.ids for one in whole))
    return GlanceLine((part,), span, told, None, words, ids, does=doing_told(part), short=name, is_terse=True)


def _in_words(clusters: Sequence[Cluster], part: Part) -> GlanceLine:
    """Return how many stand from where to where, without a mark."""
    spreads = [one.spreads[part] for one in clusters]
    place = Stretch(reduce(Span.hull, (one.span for one in spreads)), clusters[0].positions[0].axis)
    told = said("so-many-stand", part=part, place=place, number=sum(one.count for one in spreads))
    who = members([party for one in clusters for party in one.parties])
    return GlanceLine((), None, told, None, said("mark-in-full", party=who, told=told), united(*(one.ids for one in spreads)))


def _unplaced(cluster: Cluster) -> Iterator[GlanceLine]:
    told = said("so-many-name-no-place", number=len(cluster.positions))
    yield from (GlanceLine((), None, told, None, one.words, one.ids) for one in cluster_lines(cluster))
