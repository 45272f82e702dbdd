"""An issue at a glance as a picture: marks and words on a lane for each party that has spoken, the steps named above, the distance beneath."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from parley.figures.areas import around, width_of_label
from parley.figures.gap_geometry import Barrier, Zone
from parley.figures.glance_geometry import Bracket, Glance, Lane
from parley.figures.glance_marks import barrier as barrier_at
from parley.figures.glance_marks import beside, round_mark
from parley.figures.page_lettering import lines_of, width_of, written
from parley.figures.palette import NEUTRAL
from parley.figures.picture import INK, Anchor, Box, Item, Label, Line, Picture, Sign, layers_of
from parley.figures.placing import BESIDE, Place, Reach, Wanted
from parley.figures.placing import Line as Room
from parley.figures.sheet import BASE, DOTTED, ENDS, GAP, SMALLEST, party_layer
from parley.figures.step_names import Named, fitting, in_turn
from parley.telling.glance import GlanceLine
from parley.telling.glance_answer import drawn_at_a_glance
from parley.telling.said import Place as At
from parley.words import say

WIDE = 900  # pixels from which letters are large, as on a wall
LETTERS, LARGE = 14.0, 16.0  # heights of letters
ZONE = 2.1  # of the height of letters: how high a zone is with its words
LANE, LEADING = 1.36, 1.2  # of the height of letters: how high a lane is, and a line of words beneath it
NAMES_SHARE, NAMES_GAP = 0.17, 14.0  # of the sheet, that names take at most; and from them to the drawing
SHARE, OTHER_SHARE = 0.44, 0.34  # of the drawing, that the name of a step takes at most: where something stands or the scale ends, and of another
EDGE = 10.0  # left and right of the scale
FADING = 7  # steps in which an uncertain end fades
INSIDE = 10.0  # pixels of its line that a distance has at least on both sides of its words


@dataclass(frozen=True)
class _Told:
    """A line of a lane with its label laid out: one to three lines of text, how far its mark reaches, and the room between the ends of it."""

    line: GlanceLine
    labels: tuple[Label, ...]
    mark: Reach | None
    hollow: Reach | None

    @property
    def wanted(self) -> Wanted:
        return Wanted(max(map(width_of_label, self.labels)), self.mark, self.hollow, len(self.labels))


def glance_picture(glance: Glance, colours: Mapping[str, str], width: float) -> Picture:
    """Return the picture of an issue at a glance on a sheet of this width; `colours` by party id."""
    return GlanceSheet(glance, colours, width).picture()


class GlanceSheet:
    """The sheet of one picture: how wide its scale is, how high each lane, and the shapes in them."""

    def __init__(self, glance: Glance, colours: Mapping[str, str], width: float) -> None:
        self.glance, self.colours, self.width = glance, colours, width
        self.is_narrow = width < SMALLEST
        self.size = self._letters()
        self.names = 0.0 if self.is_narrow else self._room_of_names()
        self.left = self.names + NAMES_GAP if self.names else 0.0
        self.low, self.high = self._ends()
        self.named: frozenset[Fraction] = frozenset()
        self.steps = tuple(self._steps())
        self.top = self._head()
        self.told = [tuple(self._told(lane, line) for line in lane.lines) for lane in glance.lanes]
        self.places = [self._places(lane, several) for lane, several in zip(glance.lanes, self.told, strict=True)]
        self.at, y = list[float](), self.top
        for lane, several, places in zip(glance.lanes, self.told, self.places, strict=True):
            y += self.size * LEADING if self.is_narrow and not lane.is_under else 0
            self.at.append(y + self.size * self._lane(lane) / 2)
            y += self._depth(lane, several, places)
        self.foot = y
        self.height = y + (self.size * 1.36 if glance.bracket else 3) + (self.size * ZONE if glance.zone else 0)

    def picture(self) -> Picture:
        """Return the picture."""
        glance = self.glance
        alt = drawn_at_a_glance(glance.row, [line for lane in glance.lanes for line in lane.lines], glance.answer)
        order = [BASE, ENDS, *(party_layer(one.key) for one in glance.lanes), GAP]
        placed = sorted(self._placed(), key=lambda one: order.index(one[0]))
        return Picture(self.width, self.height, layers_of(placed), say(alt))

    def _placed(self) -> Iterator[tuple[str, Item | Sign]]:
        """Yield every shape and sign with the id of its layer, the lowest of a layer first."""
        yield from ((BASE, item) for item in (*self._title(), *self._frame(), *self.steps))
        yield from ((ENDS, item) for item in self._dotted_ends())
        for number, lane in enumerate(self.glance.lanes):
            yield from ((BASE, item) for item in self._name(number, lane) if not lane.is_under)
            for told, place in sorted(zip(self.told[number], self.places[number], strict=True), key=lambda one: one[0].mark or (self.left, 0)):
                yield from ((party_layer(lane.key), part) for part in self._signs(number, lane, told, place))
        if self.glance.bracket:
            yield GAP, self._bracket(self.glance.bracket)
        if self.glance.zone:
            yield GAP, self._zone(self.glance.zone)

    # Measures.

    def _letters(self) -> float:
        return LARGE if self.width >= WIDE else LETTERS

    def _ends(self) -> tuple[Fraction, Fraction]:
        """Return from where to where the scale is drawn."""
        axis, barriers = self.glance.axis, [one for lane in self.glance.lanes for one in lane.barriers]
        ends = [end for one in barriers for end in (one.at, one.fades_at)]
        return min([axis.bottom, *ends]), max([axis.top, *ends])

    def _head(self) -> float:
        """Return how high what stands above the lanes is."""
        return self.size * LEADING + 3 if self.glance.standing else 2.0

    def _lane(self, lane: Lane) -> float:
        """Return how high a lane is, of the height of letters."""
        return LEADING if lane.is_under else LANE

    def _radius(self, lane: Lane) -> float:
        return self.size * (0.3 if lane.is_under else 0.45)

    def x(self, value: Fraction) -> float:
        """Return where a value of the scale lies across the sheet."""
        left, right = self.left + EDGE, self.width - EDGE
        return left + float((value - self.low) / (self.high - self.low)) * (right - left)

    def _room_of_names(self) -> float:
        widest = max((width_of(one, self.size, bold=True) for one in self.glance.names), default=0.0) + self.size + 0.5
        return min(widest, NAMES_SHARE * self.width)

    def _told(self, lane: Lane, line: GlanceLine) -> _Told:
        is_placed = line.span is not None
        label = written(0, 0, "", self.size, is_italic=not is_placed)
        mark = self._reach(lane, line)
        hollow = self._hollow(lane, line)
        whole = replace(label, text=say(line.told_when), aside=say(line.long_ago))
        is_brief = mark is not None and (line.is_terse or width_of_label(whole) > self._beside_mark(mark, hollow))
        if is_brief and line.short is not None and self._may_be_short(lane, line):
            line = replace(line, told=line.short)
        return _Told(line, self._lettered(line, label), mark, hollow)

    def _may_be_short(self, lane: Lane, line: GlanceLine) -> bool:
        """Return whether a line may be told without its place: where that is named above it, and what single speakers say.

        Of a limit the place that it surely refuses is told all the same.
        """
        return lane.is_under or line.parts == ("limit",) or (line.span is not None and {line.span.low, line.span.high} <= self.named)

    def _beside_mark(self, mark: Reach, hollow: Reach | None) -> float:
        """Return how much room there is for words beside a mark, on its line, or within it."""
        within = hollow[1] - hollow[0] - BESIDE if hollow else 0.0
        return max(self.width - mark[1], mark[0] - self.left, within) - BESIDE

    def _lettered(self, line: GlanceLine, label: Label) -> tuple[Label, ...]:
        """Return the label of a line, its words on two lines where one does not hold them; what does not fit there ends with an ellipsis."""
        room = self.width - self.left
        text, date = say(line.told_when), say(line.long_ago)
        *before, last = lines_of(text, room, self.size, most=2)
        above = [replace(label, text=one) for one in before]
        whole = replace(label, text=last, aside=date)
        if width_of_label(whole) <= room:
            return *above, whole
        (alone,) = lines_of(say(line.dated), room, self.size, most=1)
        return *above, replace(label, text=last), replace(label, aside=alone)

    def _reach(self, lane: Lane, line: GlanceLine) -> Reach | None:
        """Return how far a line's mark reaches; None where it has none."""
        items = [*self._marks(lane, line, 0.0, ""), *self._barriers(lane, line, 0.0, "")]
        if not items:
            return None
        area = around(items)
        return area.left - 1, area.right + 1

    def _hollow(self, lane: Lane, line: GlanceLine) -> Reach | None:
        """Return the room between both ends of where a demand or an offer may be; None where they are one, or a limit stands there, too."""
        if line.span is None or line.span.is_exact or "limit" in line.parts:
            return None
        return self.x(line.span.low) + self._radius(lane), self.x(line.span.high) - self._radius(lane)

    def _places(self, lane: Lane, several: Sequence[_Told]) -> tuple[Place, ...]:
        marks = [one.mark for one in several if one.mark]
        taken: dict[int, list[Reach]] = {0: marks}
        if self.is_narrow and not lane.is_under:
            taken[-1] = [(0.0, self._name_width(lane))]
        return Room(self.left, self.width, taken, above=self.is_narrow and not lane.is_under).places([one.wanted for one in several])

    def _depth(self, lane: Lane, several: Sequence[_Told], places: Sequence[Place]) -> float:
        """Return how high a lane is from its marks on; where words alone stand above them, it ends there."""
        last = max([-1, *(place.line + len(told.labels) - 1 for told, place in zip(several, places, strict=True))])
        if last < 0 and not any(told.mark for told in several):
            return self.size * 0.3
        return self.size * (self._lane(lane) + max(last, 0) * LEADING)

    def _name_width(self, lane: Lane) -> float:
        return self.size + width_of(self._name_of(lane), self.size, bold=True)

    def _name_of(self, lane: Lane) -> str:
        room = (0.55 * self.width if self.is_narrow else self.names) - self.size
        (name,) = lines_of(lane.name, room + 0.01, self.size, bold=True, most=1)
        return name

    # Shapes.

    def _title(self) -> Iterator[Item]:
        """Yield what stands above all else; nothing on a row of the overview."""
        return iter(())

    def _frame(self) -> Iterator[Item]:
        """Yield a faint line for each step of a ladder, and one along each lane."""
        if not self.steps:
            return
        axis = self.glance.axis
        for value in axis.marked:
            yield Line(self.x(value), self.top, self.x(value), self.foot, NEUTRAL, opacity=0.22)
        for number, lane in enumerate(self.glance.lanes):
            if any(line.span for line in lane.lines) and not lane.is_under:
                yield Line(self.x(axis.bottom), self.at[number], self.x(axis.top), self.at[number], NEUTRAL, opacity=0.42)

    def _dotted_ends(self) -> Iterator[Item]:
        """Yield a dotted line from each end of the distance up to where it comes from."""
        bracket = self.glance.bracket
        if bracket and self.glance.standing:
            for value in dict.fromkeys((bracket.reach.low, bracket.reach.high)):
                yield Line(self.x(value), self._top_of(value), self.x(value), self.foot + self.size * 0.7, NEUTRAL, 1.4, (2, 3), opacity=0.9)

    def _top_of(self, value: Fraction) -> float:
        """Return the height of the highest mark at a value; the foot where none stands there."""
        lanes = [(at, lane) for at, lane in zip(self.at, self.glance.lanes, strict=True) if not lane.is_under]
        held = [at for at, lane in lanes for one in lane.lines if one.span and value in (one.span.low, one.span.high)]
        return min(held, default=self.foot)

    def _steps(self) -> Iterator[Label]:
        """Yield the names of the steps at which something stands and of the scale's ends, as far as they have room beside each other."""
        if not self.glance.standing:
            return
        held = self._fitting_steps(self._others(), self.size, lambda words: width_of(words, self.size))
        self.named = frozenset(value for value, _, _ in held)
        for value, middle, (name,) in held:
            yield written(middle, self.size, name, self.size, "middle", opacity=0.95 if value in self.glance.standing else 0.7)

    def _others(self) -> Sequence[Fraction]:
        """Return the steps that are named where nothing stands, if there is room; on a row of the overview none."""
        return ()

    def _fitting_steps(self, others: Sequence[Fraction], apart: float, wide: Callable[[str], float]) -> list[Named]:
        axis, room = self.glance.axis, self.width - self.left
        ends = (axis.bottom, axis.top)

        def lines(value: Fraction) -> tuple[str, ...]:
            return self._step_lines(say(At(value, axis)), room * (SHARE if value in (*ends, *self.glance.standing) else OTHER_SHARE))

        return fitting(in_turn(self.glance.ranked, ends, others), ends, lines, wide, self.x, (self.left, self.width), apart)

    def _step_lines(self, name: str, room: float) -> tuple[str, ...]:
        """Return the name of a step as it is set in so much room."""
        return lines_of(name, room, self.size, most=1)

    def _name(self, number: int, lane: Lane) -> Iterator[Item]:
        """Yield a party's name with its colour: left of the lane, or above it where the sheet is narrow."""
        y, colour, name = self.at[number], self.colours.get(lane.key, NEUTRAL), self._name_of(lane)
        base, side = y + self.size * 0.35, self.size * 0.62
        if self.is_narrow:
            base -= self.size * LEADING
        yield Box(0 if self.is_narrow else self.names - side, base - self.size * 0.66, side, side, colour)
        if self.is_narrow:
            yield written(self.size, base, name, self.size, is_bold=True)
        else:
            yield written(self.names - self.size, base, name, self.size, "end", is_bold=True)

    def _signs(self, number: int, lane: Lane, told: _Told, place: Place) -> Iterator[Item | Sign]:
        """Yield a line's mark and its label: one thing in two places; what rests on no statement is no sign."""
        y, colour, line = self.at[number], self.colours.get(lane.key, NEUTRAL), told.line
        words = say(line.words)
        turn = (number, told.mark[0] if told.mark else self.width, place.line, place.left)
        label = tuple(self._set(told, place, y + self.size * 0.35 + place.line * self.size * LEADING))
        gap = around(label) if label[0].anchor == "middle" else None
        mark = (*self._barriers(lane, line, y, colour), *self._marks(lane, line, y, colour, (gap.left - 4, gap.right + 4) if gap else None))
        if not line.ids:
            yield from label
            return
        if mark:
            yield Sign(mark, words, line.ids, turn)
        yield Sign(label, words, line.ids, turn)

    def _set(self, told: _Told, place: Place, base: float) -> Iterator[Label]:
        """Yield the label of a line where it has its place: towards its mark, so that it stays there in whatever font it is set."""
        wide = max(map(width_of_label, told.labels))
        anchor: Anchor = "start"
        if told.mark is not None and place.line == 0 and place.left < told.mark[1]:
            anchor = "end" if place.left < told.mark[0] else "middle"
        x = place.left + wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        for number, one in enumerate(told.labels):
            yield replace(one, x=x, y=base + number * self.size * LEADING, anchor=anchor)

    def _marks(self, lane: Lane, line: GlanceLine, y: float, colour: str, gap: Reach | None = None) -> Iterator[Item]:
        """Yield the dots of a demand or an offer: at its place, or at both ends of where it may be; `gap` is where words stand between them."""
        if line.span is None or line.parts == ("limit",):
            return
        ends = [self.x(end) for end in dict.fromkeys((line.span.low, line.span.high))]
        radius = self._radius(lane)
        if len(ends) > 1:
            radius = max(3.0, min(radius, (ends[1] - ends[0]) / 2 - 1))
            yield from (Line(start, y, end, y, colour, 5, DOTTED) for start, end in _outside((ends[0], ends[1]), gap))
        for x in ends:
            yield from round_mark(x, y, radius, colour, line)

    def _barriers(self, lane: Lane, line: GlanceLine, y: float, colour: str) -> Iterator[Item]:
        for one in lane.barriers_of(line):
            yield from self._barrier(one, y, colour, self._radius(lane), is_soft=line.is_soft, is_beside=lane.is_marked(one.at))

    def _barrier(self, barrier: Barrier, y: float, colour: str, radius: float, *, is_soft: bool, is_beside: bool) -> Iterator[Item]:
        """Yield a barrier with its teeth on the refused side, beside a mark at its place; where it may stand nearer, it fades from there."""
        start, end = sorted((self.x(barrier.at), self.x(barrier.fades_at)))
        step = (end - start) / FADING
        high = radius * 1.3
        if step > 0:
            for number in range(FADING):
                share = 1 - number / FADING if barrier.refused == "lower" else (number + 1) / FADING
                yield Box(start + number * step, y - high / 2, step, high, colour, round(0.62 * share, 3))
        reach = radius * (-1 if barrier.refused == "lower" else 1)
        at = self.x(barrier.at) + beside(reach, is_marked=is_beside)
        # At an end of the scale beyond which there is nothing, the teeth stay on the sheet.
        inside = min(max(at, self.left - min(reach, 0)), self.width - max(reach, 0))
        yield from barrier_at(inside, y, radius * 1.4, reach, colour, is_soft=is_soft)

    def _bracket(self, bracket: Bracket) -> Sign:
        return Sign(tuple(self._measure(bracket)), say(bracket.words), bracket.ids, (len(self.glance.lanes),))

    def _measure(self, bracket: Bracket) -> Iterator[Item]:
        """Yield the distance as a bracket with its words: on its line where they have room, else beside it."""
        y, size = self.foot + self.size * 0.72, self.size
        low, high = self.x(bracket.reach.low), self.x(bracket.reach.high)
        words = lines_of(say(bracket.told), self.width - self.left, size, bold=True, most=1)[0]
        wide = width_of(words, size, bold=True)
        sure = (self.x(bracket.sure.low), self.x(bracket.sure.high)) if bracket.sure else (high, high)
        within = _within((low, high), sure, wide)
        middle = self._beside(low, high, wide) if within is None else within
        gap = (middle - wide / 2 - 5, middle + wide / 2 + 5) if within is not None else None
        for start, end in _outside((low, sure[0]), gap):
            yield Line(start, y, end, y, INK, 2, (4, 3))
        for start, end in _outside((sure[1], high), gap):
            yield Line(start, y, end, y, INK, 2, (4, 3))
        for start, end in _outside(sure, gap) if bracket.sure else ():
            yield Line(start, y, end, y, INK, 2.4)
        for x in dict.fromkeys((low, high)):
            yield Line(x, y - size * 0.36, x, y + size * 0.36, INK, 2)
        yield written(middle, y + size * 0.35, words, size, "middle", is_bold=True)

    def _beside(self, low: float, high: float, wide: float) -> float:
        """Return the middle of words beside what reaches from `low` to `high`: right of it where they have room, else left."""
        beside = high + 8 + wide / 2
        return beside if beside + wide / 2 <= self.width else max(low - 8 - wide / 2, self.left + wide / 2)

    def _zone(self, zone: Zone) -> Sign:
        """Return what both stated limits leave: solid where it surely lies within them, hatched where it may, with its words."""
        y, size = self.height - self.size * ZONE, self.size
        low, high = self.x(zone.possible.low), max(self.x(zone.possible.high), self.x(zone.possible.low) + 2)
        items: list[Item] = [Box(low, y + size * 0.25, high - low, size * 0.6, NEUTRAL, 0.6, is_hatched=True, edge=1)]
        if zone.certain:
            start, end = self.x(zone.certain.low), self.x(zone.certain.high)
            items.append(Box(start, y + size * 0.25, max(end - start, 2), size * 0.6, NEUTRAL, 0.6))
        (words,) = lines_of(zone.label, self.width - self.left, size, most=1)
        half = width_of(words, size) / 2
        middle = min(max((low + high) / 2, self.left + half), self.width - half)
        return Sign((*items, written(middle, y + size * 1.75, words, size, "middle")), zone.label, zone.ids, (len(self.glance.lanes) + 1,))


def _within(whole: Reach, sure: Reach, wide: float) -> float | None:
    """Return the middle of words on the line of a distance, as near to its own as can be; None where they have no room.

    Of what is certain they hide at most half, where something else is possible.
    """
    centre, room = (whole[0] + whole[1]) / 2, wide + 2 * INSIDE
    held = (sure, room if sure == whole else max(room, 2 * wide)), ((whole[0], sure[0]), room), ((sure[1], whole[1]), room)
    middles = [min(max(centre, start + room / 2), end - room / 2) for (start, end), least in held if end - start >= least]
    return min(middles, key=lambda one: abs(one - centre), default=None)


def _outside(span: Reach, gap: Reach | None) -> Iterator[Reach]:
    """Yield the pieces of a line that lie outside the gap for its words."""
    pieces = [(span[0], min(span[1], gap[0])), (max(span[0], gap[1]), span[1])] if gap else [span]
    yield from (one for one in pieces if one[1] > one[0])
