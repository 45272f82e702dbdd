# What a document says of itself.

section-comparison = Comparison
section-overview = Overview
section-contents = Contents
section-nothing-to-compare = Nothing to compare
nothing-to-compare-means = On these issues at most one of the parties shown has spoken, or no demand, offer, limit or measure is held.
section-issues = Issues
section-evidence = Evidence
section-documents = Documents
section-documents-used = Documents used
positions-side-by-side = Positions side by side
page = Page
page-of = Page { $page } of { $pages }
part-of = ({ $number } of { $count })
continued = (continued)
continued-again = (continued, { $number })
side-by-side = side by side
live-view = Live view
for = For
left-out-of-form = { $form ->
    [one-page] Left out of this page: what the statements say and where, the positions side by side, what moved, and the list of documents.
   *[four-pages] Left out of these pages: every other issue, the positions side by side, what moved, and the list of documents.
} All of it stands in the whole handout: Take away, Whole.
not-drawn-for-room = No room here for the drawings of: { $issues }.
see-overview = { $issues }: see the overview.
in-full = { $what ->
    [title] Title in full
   *[question] Question in full
}
continued-under-side-by-side = Continued: see { side-by-side }.
nothing-new-on = Nothing new was said on
drawings-in-words = The first issues, drawn, with what is open on each.
comparison-in-words = One row for each issue, one column for each party, with what lies between them{ $notes ->
    [yes] {" "}and room for notes.
   *[no] .
}
statements-on-issue = Statements on this issue:
no-statements-on-issue = No statements on this issue.

## The pieces of a slide, as whoever edits it or hears it read finds them

piece = { $piece ->
    [mark] Handling mark
    [legend] Legend
   *[scale] Scale
}
legend-in-words = What the marks mean, and which statements they rest on.
demand-and-offer = { $party }: demand and offer

## The kinds of files

purpose-of-form = { $form ->
    [one-page] One page, A4 or Letter. It names what it leaves out.
   *[four-pages] One page an issue, A4 or Letter. It names what it leaves out.
}
form-not-of = { $formats } { $formats-number ->
    [one] is
   *[other] are
} not made in this form: choose Whole.

purpose = { $ending ->
    [pptx] Slides with native shapes and tables, evidence in the notes.
    [docx] The comparison table with footnotes; the full edition has an empty column for your own landings.
    [pdf] A handout to print, tagged for screen readers.
    [xlsx] A sheet each for matrix, statements, gaps, movement, sources, robustness and coverage, to sort and filter; and one to try other places.
   *[html] A web page that works without any network.
}
references-as = { $ending ->
    [bib] BibTeX
    [ris] RIS
   *[json] CSL-JSON
}
drawn = { $drawn ->
    [gap] The gap
   *[time] Over time
}

## A workbook's first sheet

about = About
what-each-sheet-holds = What each sheet holds
holds-rows = { $what } { $rows }.
empty-cells = Empty cells
empty-cells-mean = An empty cell is not known, or was not said; it is never a nought.
movement-since = Movement since
negotiation = Negotiation
parties = Parties
shown = Shown
in-short = In short
label-counted = Counted
cut-off = … [cut off: the cell is full]
