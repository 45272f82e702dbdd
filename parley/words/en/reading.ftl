# The page that tells how to read the others.

about-parley = Parley { $version }: demand, stated limit and offer apart, each with its dated source. { $standing }
what-parley-keeps = **{ $standing }** Parley keeps what was demanded, ruled out and offered apart, each with its dated source, and computes what lies between.
way-in = How to read a row
way-in-closed = Got it
way-in-told = { $what ->
    [row] Each row is one issue on its own scale, with a line for each party that has spoken. This one is invented.
    [marks] A filled mark is what a party asks, a ring what it offers, a toothed bar a limit that it has stated; the date says when.
   *[bracket] The bracket is what lies between. Click a mark to see who said it, when, and in which document.
}
reading-section = { $section ->
    [example] An invented example
    [marks] The marks
    [gaps] The four gaps
    [statuses] The statuses
    [movement] What moved
   *[refusals] What it does not say
}
reading-caption = { $table ->
    [marks] Marks
    [gaps] Gaps
    [statuses] Statuses
   *[movement] Movement
}
reading-head = { $head ->
    [mark] Mark
    [means] Means
    [gap] Gap
    [compares] Compares
    [example] In the example
    [status] Status
   *[dates] Between two dates
}

## The invented example

invented = Invented parties and statements
invented-example = An invented example.
letters-above = Above { $party }’s line, { $letters }.
letter-is = ({ $letter }) is the { $speaker }, who asks for { $place }

## The marks

mark-name = { $mark ->
    [demand] Filled mark
    [offer] Hollow mark
    [hint] Dashed mark
    [measure] Filled square
    [limit] Toothed barrier
    [inexact] Dotted line between marks
    [inexact_limit] Fading hatch
    [unstated_limit] Bracket with “?”
    [gap] Grey line with ends
    [zone] Grey bar
    [voice] Small mark with a letter
    [threat] Triangle
    [steps] Over time: step line
   *[event] Over time: upright line
}
mark-means = { $mark ->
    [demand] Demand: what a party asks for.
    [offer] Best offer: the furthest it has said it would go without conditions.
    [hint] What was only hinted or implied.
    [measure] Measure: what a party does rather than says. Where it asks for nothing, the measure stands for its demand.
    [limit] Stated limit, “red line” in the files: it has said it will not go past the teeth.
    [inexact] The place is not exact: somewhere between the two.
    [inexact_limit] A limit that is not exact: what lies beyond the barrier is surely refused, what lies under the hatch perhaps.
    [unstated_limit] No limit was stated. It may lie anywhere in the bracket; an offer narrows it.
    [gap] The gap: solid is certain, dashed is possible.
    [zone] The zone that the limits leave open: filled is certain, hatched is possible.
    [voice] One speaker’s word, where a party’s speakers differ. The table on the issue page says who, and which rule decides.
    [threat] A threat; shown, never placed in a gap.
    [steps] Thick for a demand, thin for a best offer, with triangles for a stated limit; shaded where it is not exact, dotted where stale.
   *[event] An event. The ticks on the floor are the days on which anything was said.
}

## The gaps

gap-name = { $gap ->
    [headline] Headline gap
    [table] Table gap
    [bid] Bid gap
   *[limit] Limit gap
}
gap-compares = { $gap ->
    [headline] what one asks for against what the other asks for
    [table] what one asks for against the best the other has put on the table; this one leads on every page
    [bid] one best offer against the other
   *[limit] one limit against the other; none if a zone exists
}

## The statuses

status-means = { $status ->
    [agreed] What the two ask for overlaps.
    [offers_meet] The best offers overlap; the public demands do not.
    [bridgeable] The limits leave a zone; the offers have not reached it.
    [blocked] The stated limits exclude each other.
    [unknown] More than one of these is possible. The page asks what would have to be found out.
    [same_way] Both want more, or both less: nothing is to be bridged. Told is who asks for more, and by how much.
    [no_ask] One of the two has spoken on the issue and stated nothing that can be placed: no demand, offer or limit, and no measure.
   *[no_evidence] One of the two has said nothing on the issue in the sources held. That is not the same as open.
}

## What moved

movement-name = { $movement ->
    [closer] Towards
    [further] Away
    [new] New, or taken back
   *[looks] Only looks like movement
}
movement-means = { $movement ->
    [closer] A demand, limit, offer or measure stated between the dates lies surely nearer to the other party than before.
    [further] It lies surely further away: a hardening, told as plainly as a concession.
    [new] Nothing stood before, or nothing stands now, so there is nothing to measure it against.
   *[looks] A statement published later than it was made, one that ran out, the same position reported more or less precisely, or said again. Also what may have been said before the first date.
}
