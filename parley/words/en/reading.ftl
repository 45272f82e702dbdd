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
    [marks] The marks
    [gaps] What lies between
    [statuses] The statuses
    [keys] Keys
   *[refusals] What it does not say
}
reading-caption = { $table ->
    [marks] Marks
    [statuses] Statuses
   *[keys] Keys
}

## The invented example

invented-example = An invented example. The bracket is what lies between what one asks for and what the other offers.

## The marks

mark-means = { $mark ->
    [asks] What a party asks for, its demand.
    [offers] The furthest it has said it would go without conditions.
    [acts] A measure: what it does rather than says. It stands for the demand where nothing is asked.
    [soft] Somebody hinted it, or it follows from something else.
    [limit] It has said that it will not go beyond the teeth (“red line” in the files). Where the bar fades, it may refuse that as well.
    [between] The place is not exact.
    [sure] At least this much lies between.
    [possible] Up to this much may lie between.
   *[stale] The newest word is old, and may no longer hold.
}
grey-date = grey date

## What lies between

gaps-told = Every page first tells how far what one asks for lies from the best that the other has put on the table (table gap). Three more gaps lie between demand and demand (headline gap), best offer and best offer (bid gap), limit and limit (limit gap).

## The statuses

status-means = { $status ->
    [agreed] What the two ask for overlaps.
    [offers_meet] The best offers overlap; the public demands do not.
    [bridgeable] The limits leave a zone; the offers have not reached it.
    [blocked] The stated limits exclude each other.
    [unknown] More than one of these is possible. The page asks what would have to be found out.
    [same_way] Both want more, or both less, so nothing is to be bridged. The page tells who asks for more, and by how much.
    [no_ask] One of the two has spoken on the issue and stated nothing that can be placed: no demand, offer or limit, and no measure.
   *[no_evidence] One of the two has said nothing on the issue in the sources held. That is not the same as open.
}

## Keys

key-name = { $does ->
    [search] /
    [reading] ?
    [present] P
    [issues] ←, →
    [days] Shift and ←, →
   *[play] Space
}
key-does = { $does ->
    [search] leads to the search
    [reading] opens this
    [present] presents; Escape leads back
    [issues] the issue before, the next one
    [days] the day before, the next one
   *[play] plays the days; Escape stops
}
