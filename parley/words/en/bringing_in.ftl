## How a table is read

table-read = Read as { $how }: { $rows } under the heads in row { $number }.
table-read-without-heads = Read as { $how }: { $rows }, without heads.
table-shape = { $shape ->
    [long] A row per statement
    [parties_down] A row per party, a column per issue
   *[issues_down] A row per issue, a column per party
}
column-holds = { $head }: { $what }
holds-what = { $holds ->
    [party] party
    [issue] issue
    [kind] kind of statement
    [place] position
    [says] what was said
    [speaker] speaker
    [said] date
    [source] document
    [page] page
    [paragraph] paragraph
    [line] line
    [anchor] anchor words
    [confidence] confidence
    [firmness] firmness
    [note] note
    [salience] salience
    [power] power
    [id] id
    [wants] whether the party wants more or less
    [demand] demand
    [offer] offer
    [red_line] limit
   *[nothing] not taken
}
part-told = Sheet { $sheet } lists { $lists }: { $columns }.
sheets-not-taken = Nothing of these sheets is taken: { $names }.
sheet-lists = Sheet { $sheet } lists { $lists }:
part-column = { $head } ({ $holds })
lists-what = { $part ->
    [statements] statements
    [parties] parties
    [sources] documents
    [issues] issues
    [levels] levels of scales
    [events] events
    [links] who said what
   *[nothing] nothing that is taken
}
part-holds = { $holds ->
    [id] id
    [name] name
    [short] short name
    [bloc] bloc
    [party] party
    [issue] issue
    [statement] statement
    [source] document
    [number] number
    [means] what it means
    [question] question
    [unit] unit
    [bottom] bottom
    [top] top
    [title] title
    [issued] published
    [url] address
    [author] author
    [publisher] publisher
    [date] date
    [what] what happened
    [wants] whether the party wants more or less
    [levels] levels of the issue that it is called after
   *[nothing] not taken
}
table-parties = { $count } { $count-number ->
    [one] party
   *[other] parties
}: { $names }.
more-names = { $names } and { $more } more
under-headings = { $what ->
    [parties] Heads over the parties make them blocs: { $groups }.
   *[issues] Heads over the issues group them: { $groups }.
}
under-heading = { $heading } ({ $names })
name-spelled = { $name } stands for { $cells }.
whether-one = { $what ->
    [issues] Are { $one } and { $other } one issue?
   *[parties] Are { $one } and { $other } one party?
}
perhaps-one-name = { $what ->
    [issues] { $asked } They are taken as two. If they are one, write both under 'cells' of one issue in the mapping; if not, under 'apart'.
   *[parties] { $asked } They are taken as two. If they are one, write both under 'cells' of one party in the mapping; if not, under 'apart'.
}
new-names = { $what ->
    [issues] { $count-number ->
        [one] New issue
       *[other] New issues
    }
   *[parties] { $count-number ->
        [one] New party
       *[other] New parties
    }
}: { $names }.
new-refused = { $what ->
    [issues] Issues that are not in the last edition, and are left out: { $names }.
   *[parties] Parties that are not in the last edition, and are left out: { $names }.
}
new-taken-by = '--yes' takes what is new with what is guessed of it; '--write-map FILE' writes that, to be changed and given with '--map'; the page Bring in asks.
left-out-by-choice = Left out by name, as the mapping has it: { $names }.
leave-out = { $what ->
    [issues] Leave these issues out, now and in later editions
   *[parties] Leave these parties out, now and in later editions
}
one-party = One, called { $name }
two-parties = Two
more-pairs = { $count-number ->
    [one] 1 more pair is
   *[other] { $count } more pairs are
} nearly alike, and { $count-number ->
    [one] stays
   *[other] stay
} two each.
blank-kinds = { $column } is empty in { $rows } ({ $numbers })
blank-kinds-are = { $way ->
    [left_out] they are left out
   *[taken] { $kind ->
        [offer] they are taken as offers
        [red_line] they are taken as limits
       *[demand] they are taken as demands
    }
}
blank-kinds-told = { $asked }: { $are }.
signs-beside = In { $count } { $count-number ->
    [one] cell
   *[other] cells
} a sign stands beside the number: { $signs }
signs-are = { $way ->
    [read] the number is read without the sign
   *[left_out] they are left out
}
signs-told = { $asked }: { $are }.
percents-read = { $count-number ->
    [one] A number that the workbook shows as percent is read as it is shown: 0.15 as 15%.
   *[other] { $count } numbers that the workbook shows as percent are read as they are shown: 0.15 as 15%.
}
currency-read = { $count-number ->
    [one] A number that the workbook shows in { $unit } is read in it.
   *[other] { $count } numbers that the workbook shows in { $unit } are read in it.
}
not-read = { $what ->
    [both] Colours of cells and comments on them are not read. What they tell needs a column of its own.
    [colours] Colours of cells are not read. What they tell needs a column of its own.
   *[comments] Comments on cells are not read. What they tell needs a column of its own.
}
scale-of-levels = { $issue }: { $levels }.
level-above = { $levels } < { $next }
scale-in-units = { $issue }: { $bottom } to { $top } { $unit }.
scale-missing = { $issue } has no scale: nothing tells which of its values is more than which. It is left out until they are put in order.
scale-of-nothing = { $issue } has no scale: no row has a position on it. It is left out, unless the steps of its scale are named; its statements then come in with their words, and each is put on a step under Edit.
steps-of = Steps of { $issue }, lowest first, one on each line
cells-left-out = Left out, { $column }: { $cells }. { $why }
cells-left-out-mend = Left out, { $column }: { $cells }. { $why } { $mend }
column-of-sheet = { $sheet }, { $column }
cell-in-row = row { $row } { $value }
cells-and-more = { $cells } and { $more } more

## Who wants more, and who wants less

ways-head = { $way ->
    [up] Want more
    [down] Want less
   *[target] Want exactly this
}
ways-way = { $way ->
    [up] more
    [down] less
   *[target] exactly this
}
ways-as-above = as listed above
ways-choices = { $issue }: what each party wants
ways-by = { $by ->
    [chosen] chosen here
    [table] the table says so
    [issue] said of all of them
    [offers] a guess from offers and limits
    [middle] a guess: above or below the middle
   *[nothing] the table does not say
}
ways-who = { $names } ({ $by })
ways-group = { $way ->
    [up] more: { $who }
    [down] less: { $who }
   *[target] exactly this: { $who }
}
ways-on = What they want on { $issue }: { $told }.
ways-not-told = For { $whole-number ->
    [one] the one position
   *[other] { $count } of { $whole } positions
} the table does not say whether the party wants at least this much, at most this much, or exactly this. Until that is said, exactly this is taken, and every difference counts as a distance: a party that asks for at least 10 and one that accepts up to 30 are then shown 20 apart, though nothing lies between them.
ways-rule = { $rule ->
    [middle] Parties above the middle between the two furthest want more, parties below it want less
   *[target] Not known: each party wants exactly what it names
}
ways-asked = { $what ->
    [rule] Where the table does not say
    [issues] On these issues (all if none is chosen)
    [parties] These parties
    [way] want
   *[set] Set it
}
ways-changed = { $how ->
    [turned] On { $issue } these want another way than before: { $names }.
   *[held] On { $issue } the table has these want another way than was said here, and what was said here stays: { $names }.
}

ratings-changed = { $how ->
    [turned] { $what ->
        [power] The power of these on { $issue } is another than before: { $names }.
       *[salience] The salience of { $issue } is another than before for these: { $names }.
    }
   *[held] { $what ->
        [power] The table has another power of these on { $issue } than was said here, and what was said here stays: { $names }.
       *[salience] The table has another salience of { $issue } for these than was said here, and what was said here stays: { $names }.
    }
}

## What would come of it

as-it-would-look = As it would look
shown-first = As everywhere at first, { $count } of { $whole } parties are shown: { $names }. The others are chosen under Parties.
issue-would-be = { $issue }: { $told }
table-comes-to = { $statements }, { $left } left out, { $empty } empty.
cells-counted = { $count } { $count-number ->
    [one] cell
   *[other] cells
}
since-brought-in = Since it was brought in before: { $added } new, { $altered } changed, { $removed } gone.
statements-held = { $count-number ->
    [one] A statement that was changed or taken away here since the last edition stays so, though the table says otherwise: { $names }.
   *[other] { $count } statements that were changed or taken away here since the last edition stay so, though the table says otherwise: { $names }.
}
statement-held = { $party } on { $issue } ({ $kind ->
    [offer] offer
    [red_line] limit
    [threat] threat
    [rationale] reason
    [measure] measure
   *[demand] demand
})
joined-cited = { $name } is read as { $now } now, and stays a party of its own, because these refer to it: { $cited }.
joined-goes = { $name } is read as { $now } now; nothing else refers to it, and it is taken out of the parties.
joined-stays = { $name } is read as { $now } now; nothing refers to it, and it stays among the parties.
joined-take-out = Take { $names } out of the parties
joined-take-out-by = '--remove' takes it out.
scale-kept = The scale of { $issue } in the folder differs from that of the table, and stays as it is.
left-out-listed = What is left out is listed in { $file }.
nothing-changed = Nothing has changed, and nothing was written.
nothing-written = Nothing was written. Add '--yes' to write it, or change how the table is read: '--write-map FILE'.
written-to = Written: { $folder } ({ $files })
mapping-written = { $file }: change it, and give it back with '--map'.

## The page

bring-in-off = This dashboard only shows. To bring in a table, start it with make run ARGS=--edit, or with -- --edit at the end of the command.
bring-in-how = A workbook or text with a row per statement, a row per party and a column per issue, or the other way round; several sheets or files that belong together; or a workbook for editing from Take away. A PDF or Word document belongs under Read. Nothing is written before you have seen what would come of it.
given-before = Read again as you handed it in: { $names }. To hand in another, discard the draft.
brought-kept = Kept for you alone from { $when }, with what you choose here, until it is brought in or discarded.
bring-in-field = { $field ->
    [file] The table: xlsx, csv or tsv; several files that belong together
    [cells] Or cells copied from a table
    [name] Name of the negotiation
    [code] Letters are written in
    [head_row] Row of the heads, 0 where there are none
    [shape] How the table is laid out
    [ordered] This order is right
    [said] Said on
    [coded_by] Coded by
    [coded_on] Coded on
    [write] Bring it in
    [update] Bring the next edition in
    [stop] Stop reading
    [go_on] Read on
   *[open] Open it
}
levels-of = { $issues }, lowest first: drag the lines into order
levels-end = { $end ->
    [low] Lowest
   *[high] Highest
}
too-many-levels = These are { $count } different texts: too many for the steps of a scale. Choose another column for the position, or number them in the table.
bring-in-section = { $section ->
    [new] New in this edition
    [not_taken] Sums and notes
    [sheets] What the sheets list
    [columns] What the columns hold
    [scales] Scales
    [all] The same for every row
    [ways] Who wants more, and who wants less
    [names] Names that may be one
    [left_out] Left out
   *[table] The table
}
left-out-head = { $head ->
    [row] Row
    [column] Column
    [value] Value
    [why] Why
    [sheet] Sheet
   *[mend] Remedy
}
code-as-found = { $code }, as found by looking
code-not-found = Not told by the letters
one-sheet-of-statements = Choose the one sheet that holds the statements.
bring-in-reading = Reading the table
bring-in-stopped = Stopped. Nothing was written.
read-as-kept = Read as { $title } was before, by { $file }: its next edition comes in, ids stay, and what you have edited is left alone. To begin another negotiation give another name.
brought-in = { $statements } brought in as { $title }.
no-date-to-read = { $text } is no date that can be read in one way. Write it as 2018-05-02.
nothing-to-bring-in = Nothing of this can be brought in as it is read now.
