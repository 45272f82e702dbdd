# What stands on the pages of the dashboard and in no file: captions and heads of their tables, and what a page says of itself.

caption = { $table ->
    [found] Statements found
    [found_alone] How many statements hold one of the words
    [found_count] How many statements were found
    [found_besides] What else was found
    [holding] How many findings hold
    [held] What is held
    [whole] What moved on the whole
    [furthest] Which issues are furthest apart
    [standing] How the issues stand
    [summary] What is held on these issues
    [cut] What the evidence cut leaves out
    [agenda] The agenda
    [compared] Positions compared
    [in_all] How the columns stand to each other on all issues
    [pairs] Statuses of every pair on every issue
    [pairs_counted] How many pairs have which status, issue by issue
    [alignment] Of the issues on which both take a position, how many they agree on or want the same way; those most alike stand side by side
    [findings] Findings and what they become on less evidence, the weakest first
    [documents] Documents
    [coverage] Statements held by issue and party
    [court] Ball in court
    [counts] Issues by status, then and now
    [moved] What moved, issue by issue
    [moved_others] What other parties did, issue by issue
   *[published] Published later
}
pairs-on = Statuses of every pair on { $issue }
section = { $section ->
    [pairs] Every pair
    [alignment] Who agrees with whom
    [counts] Statuses then and now
    [court] Ball in court
    [coverage] What is held, and what is not
    [documents] Documents
    [figure] One figure
    [references] References to the documents
   *[table] One table
}
head = { $head ->
    [statement] Statement
    [besides] Found besides
    [steps] Stops
    [notes] Speaker notes
    [stand] How they stand
    [finding] Finding
    [on_record] On record only
    [fresh] On fresh evidence only
    [without_one] Without one statement
    [document] Document
    [date] Date
    [holds] What it holds
    [contributed] Contributed
    [changed] Changed
    [then_to_now] Then to now
    [happened] What happened
    [moved_last] Moved last
    [open] Open conditions
    [next] Next date
   *[last_word] Last word
}

## What stands in a cell of which nothing else can be told

nothing-there = { $head ->
    [moved_last] No move known
    [open] Nothing open
    [next] None known
   *[changed] None came to this status
}
holds = Holds
weakest-evidence = weakest evidence: { $grade }
party-and-count = { $party } { $count }

## What a page says

as-columns = Each column is a party at a date, so a party can stand beside its own past.
needs-two-parties = { $what ->
    [pair] A pair
   *[gap] A gap
} needs two parties. Choose another under **Parties**.
all-issues = All issues
all-issues-in-order = All issues, in the order of the negotiation
issues-of-all = { $count } of { $whole }
agenda-of-group = { $group } ({ $issues })
all-groups = All groups
no-issue-fits = No issue fits what is chosen under “Sort and filter”.
opens-the-newest = (click: the newest { $count } of its { $of })
between-the-two = On each issue, the status between the two parties named above.
no-party-has-moved = No party has moved yet, and no offer waits for a condition.
later-than-shown = { CAP($wanted) } lies after the date shown, so movement is told from { $since }.
nothing-found = Nothing is found between the parties shown, on this date and this evidence.
when-a-finding-holds = A finding holds if the same statuses stay possible. Fresh evidence is at most { $days ->
    [one] { $fewest } old
   *[several] { $fewest } to { $most } old, depending on the issue
}. The weakest stand first: those that fail most of the three tests, then those on the weakest evidence, then those on the fewest statements.
only-records = Only records of the documents are held here, not the documents themselves.
held-by = How many statements are held up to { $day }, by party, issue and kind, on all evidence. A dash means none.
how-to-step = Press P on any page to begin, and Escape to end and return to it. Arrow keys lead from stop to stop; the question mark lists all other keys.

## The gap then and now

when = { $when ->
    [then] then
    [known] then, without what was published since
   *[now] now
}

## A day of the slider

nothing-on-day = Nothing was said or took place on this day.
perhaps-earlier-all = { $statements }, perhaps earlier
perhaps-earlier-some = { $statements }, { $earlier } perhaps earlier
ended = { $statements } withdrawn or run out

## The steps of a presentation in short

short-heading = { $step ->
    [silent] No evidence
    [gap] Gap
    [change] What would change it
    [outlook] What would change it, what moved
   *[moved] What moved
}

## What can be taken away

left-out-of-shareable = Left out: whatever is marked internal, whatever was computed from it, and all speaker notes. Every file is searched for internal words, ids and numbers before it is handed out.
feed-of-what-moved = Follow what moved since the last edition in a feed reader (Atom)
embedded-whole = See the whole comparison
embedded-drawing = The drawing by itself
holds-internal = This edition holds internal material.
everything-on = Everything on { $issues }
files-hold = { $title }: { $issues }. { $dated }.
files-hold-movement = { $held } Movement since { $since }.
csv-in-excel = CSV has commas between cells and points in numbers. Where Excel expects semicolons, a double click puts each row into one cell: take the Excel file, or open the CSV by Data > From Text/CSV.
all-in-one = All documents, tables and figures in one archive; takes some seconds.
no-position-evidenced = No position is evidenced on these issues, on this date and this evidence.
by-kind-and-party = by kind and party
slides-made = { $which ->
    [short] { $slides }: title, summary, each issue drawn, what is open, documents.
   *[chosen] { $slides } with native shapes and tables, evidence in the notes.
}
short-of = { $name }, short
