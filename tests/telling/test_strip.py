"""What is told of many clusters in few lines."""

from __future__ import annotations

from parley.analysis.clusters import Cluster
from parley.model import Bloc
from parley.telling.strip import in_few_strips
from parley.words import say
from tests.making import Words, ladder, quota, statement
from tests.telling.test_cluster import made

WAYS = dict.fromkeys("abcdefghijklm", "up")
# Four at Rung 5, one at Rung 2, one somewhere between Rung 0 and Rung 3; one offers; two state limits; two name no place.
SAID = [
    *(statement(one, "demand", "r5") for one in "abcd"), statement("e", "demand", "r2"), statement("f", "demand", ("r0", "r3")),
    statement("g", "offer", "r1"), statement("h", "red_line", "r1"), statement("i", "red_line", "r3"), statement("j", "threat", "r1"),
    statement("k", "demand", {"unknown": "?"}), statement("a", "offer", "r4"),
]  # fmt: skip


def several(*said: Words, blocs: tuple[Bloc, ...] = ()) -> tuple[Cluster, ...]:
    return made(quota(ladder(6), WAYS, *said), *blocs)


def test_many_clusters_take_a_lane_for_each_thing_that_is_done_and_one_for_all_others() -> None:
    """A mark at each place that is known, beside it how many, or who alone; in words whoever stands at none, and nobody twice."""
    strips = in_few_strips(several(*SAID))
    assert [say(one.name) for one in strips] == ["6 ask", "1 offers", "4 parties"]
    assert [[(say(line.short or line.told), line.span is None) for line in one.lines] for one in strips] == [
        [("E", False), ("4 parties", False), ("1 asks between Rung 0 and Rung 3", True)],
        [("G", False)],
        [("2 set limits: between Rung 1 and Rung 3", True), ("2 name no place", True)],
    ]
    ids = [key for one in strips for line in one.lines for key in line.ids]
    assert sorted(ids) == sorted({f"s{number}" for number in range(len(SAID))})


def test_a_mark_of_many_tells_who_they_are_and_all_that_they_do() -> None:
    """In its words; without the place only where that is named above."""
    line = in_few_strips(several(*SAID))[0].lines[1]
    assert say(line.told) == "4 parties: Rung 5"
    assert say(line.words) == "4 parties: A, B, C and D ask Rung 5; 1 offers Rung 4"
    assert line.ids == ("s0", "s1", "s11", "s2", "s3")


def test_few_clusters_and_all_blocs_keep_their_lanes() -> None:
    """Three beside the blocs are few."""
    isles = Bloc(id="isles", name="Isles", members=("a", "b"))
    assert [say(one.name) for one in in_few_strips(several(*SAID[:7], blocs=(isles,)))] == ["Isles", "4 ask", "1 offers"]
    assert [say(one.name) for one in in_few_strips(several(*SAID[:6], blocs=(isles,)))] == ["Isles", "E", "2 parties", "F"]
