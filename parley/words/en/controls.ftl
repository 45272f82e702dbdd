# What stands on the controls of the pages, and what the server answers whoever asks for something that it does not have.

page-title = { $page ->
    [overview] Overview
    [issue] Issue
    [movement] Movement
    [compare] Compare
    [robustness] Robustness
    [sources] Sources
    [search] Search
    [present] Present
    [take_away] Take away
    [bring_in] Bring in
    [edit] Edit
    [history] History
    [read] Read
    [new] New negotiation
   *[reading] How to read this
}
product = Parley
place-name = { $place ->
    [overview] Overview
    [issues] Issues
    [movement] Movement
    [evidence] Evidence
    [edit] Edit
   *[brief] Brief
}
places-to-go = Places to go
ways-to-look = Ways to look at it
search = Search statements, speakers, documents
search-by-key = Search ( / )
how-to-read-by-key = How to read this (?)
copy-link = Copy link
link-copied = Link copied
move-by = Move { $name }: drag it, or press the up and down arrow keys
stands-at = { $name }: { $place } of { $count }
control = { $control ->
    [agenda] Agenda
    [agenda_only] Only some issues
    [agenda_order] In the order in which they are chosen
    [columns] Columns
    [drawn] Shows
    [edition] Edition
    [editions] Editions
    [evidence] Evidence
    [every_court] Show issues without a move or an open condition, too
    [everything] Everything
    [filter] Sort and filter
    [filter_group] Group
    [filter_status] Status
    [issue] Issue
    [moved_since] What moved since
    [negotiation] Negotiation
    [order] Order
    [negotiation_none] Choose a negotiation
    [pairs] Show
    [parties] Parties
    [parties_shown] Parties shown
    [parties_searched] Type the name of a party
    [search] Words to search for
    [since] Since
    [stretch] Shown
    [table] Table
    [form] How much
    [parts] Only some parts
    [view] View
   *[as_of] As of
}
parties-of = Parties: { $shown } of { $whole }
one-party-stays = One party at least is always shown.
column-party = Party { $number }
column-date = Date { $number }
show-all = { $what ->
    [findings] Show all { $count } findings
    [finds] Show all { $count } finds
   *[documents] Show all { $count } documents
}
empty-of = The { $empty } empty cells of { $cells }, listed
empty-in-words = Party, issue and kind for which no statement is held
making = { $number } of { $total }: { $name }
the-file = The file

## What is chosen

view-choice = { $view ->
    [positions] Positions
    [picture] Picture
    [table] Table
   *[over-time] Over time
}
whole-time = Whole time
last-days = Last { $days } days
edition-choice = { $edition ->
    [full] Full
   *[shareable] Shareable
}
form-choice = { $form ->
    [one-page] One page
    [four-pages] { $count-number ->
        [4] Four pages
       *[other] A page an issue ({ $count })
    }
    [short] Short
   *[whole] Whole
}
part-choice = { $part ->
    [title] Title slide
    [summary] In short
    [overview] Overview
    [drawings] Drawings
    [positions] Positions
    [movement] What moved
    [next] What is open and comes next
   *[sources] Documents
}
parts-chosen = { $shown } of { $whole } parts
edition-on = { $edition } ({ $day })

## The choice of an issue, and the slider over the days

step = { $step ->
    [previous] Previous
   *[next] Next
}
step-by-key = { $step ->
    [previous] Previous (left arrow)
   *[next] Next (right arrow)
}
choose-another = Choose another
day-button = { $button ->
    [first] First day
    [previous] Previous day (Shift and left arrow)
    [next] Next day (Shift and right arrow)
    [last] Last day
    [play] Play the days (space bar)
   *[pause] Pause (space bar)
}
day-shown = Day shown
calendar = Choose the day in a calendar
no-day = Not taken: { $written }. Write a day, like 2 May 2018 or 2018-05-02.
day-beyond = Not taken: { $written }. Write a day from { $first } to { $last }.
marks-of-chart = Marks of the chart

## What is not there

answer = { $answer ->
    [refused] This dashboard does not answer under this name, or not to this page. docs/deployment.md says how to open it to others.
    [changed] The files have changed since.
    [unknown] There is no such issue, or it cannot be looked at in this way.
    [runs] The server runs.
    [ready] The dashboard has something to show.
    [not_ready] No negotiation can be read.
   *[no_file] There is no such file.
}
