# What is said while a negotiation is changed on a page: the fields, what would come of it, what was saved, and who changed the same.

editing-off = This dashboard only shows. To change a negotiation, start it with make run ARGS=--edit, or with -- --edit at the end of the command.
edit-button = { $button ->
    [edit] Edit
    [withdraw] Withdraw
    [again] Say again
    [add] Add a statement
    [save] Save
    [give_up] Leave it as it stands
    [keep] Save what is chosen
    [restore] Restore this version
    [change_name] Another name
    [records] Add or edit
    [discard] Discard the draft
    [remove] Remove
    [remove_now] Remove it from the files
    [leave_it] Leave it
    [begin] Begin this negotiation
   *[history] History
}
edit-heading = { $how ->
    [change] Edit a statement
    [again] Said again
    [withdraw] Taken back
   *[add] Add
}
edit-kind = { $kind ->
    [statement] Statement
    [source] Document
    [event] Event
    [party] Party
    [speaker] Speaker
    [step] Step
    [group] Group
    [bloc] Bloc
    [edition] Edition
    [salience] Salience
    [power] Power
    [negotiation] Negotiation
   *[issue] Issue
}
edit-field = { $field ->
    [what] What
    [which] Which
    [party] Party
    [issue] Issue
    [kind] Kind
    [stage] How far it has come
    [place] Where on the scale
    [at] Step
    [from] Lowest
    [to] Highest
    [number] Value, in { $unit }
    [from_number] Lowest, in { $unit }
    [to_number] Highest, in { $unit }
    [strict] This value itself is refused
    [reading] How the stretch is meant
    [unknown] Why nobody can tell where
    [not_placeable] Why it has no place
    [says] What was said
    [said] Said on
    [speaker] Speaker
    [source] Document
    [paragraph] Paragraph
    [line] Line
    [page] Page
    [anchor] Anchor words
    [attribution] On whose word
    [conveyance] How it came across
    [firmness] Firmness
    [confidence] How sure this coding is
    [date_basis] Basis of the date
    [date_note] How the date was found
    [condition_type] Condition
    [condition_says] What it depends on
    [addressed] Addressed to
    [expires] Stands until
    [withdrawn] Taken back on
    [supersedes] Overtakes
    [repeats] Says the same as
    [note] Note
    [coded_by] Coded by
    [again_how] What it does to the earlier one
    [name] Name
    [short] Short name
    [title] Title
    [issued] Published on
    [publication] Publication
    [url] Address on the web
    [date] On
    [day] On
    [on] On
    [members] Parties in it
    [moved_in] Issues to move into it
    [dated] Joined later, or left
    [joined_of] { $party } joined on
    [left_of] { $party } left on
    [event] What happened
    [role] Role
    [speakers] Speakers, one to a line; a * behind those who may not commit the party
    [question] The question, in one sentence
    [scale] Scale
    [steps] Steps, lowest first, one to a line; what a step means after a colon
    [order] Their order: drag, or use the arrow keys
    [unit] Unit
    [bottom] Lowest value
    [top] Highest value
    [resolution] Smallest step
    [group] Group
    [directions] { $party } wants
   *[who] Your name, kept with what you save
}
edit-section = { $section ->
    [known] How it is known
    [more] More
    [now] As it stands now
   *[would_be] With this
}
place-form = { $form ->
    [at] One step or value
    [stretch] Between two
    [unknown] Nobody can tell
   *[not_placeable] None
}
reading-of-stretch = { $reading ->
    [acceptable] Anything in it is fine
   *[imprecise] Somewhere in it
}
condition-type = { $type ->
    [if] if
    [only_if] only if
    [iff] if and only if
   *[none] none
}
date-basis = { $basis ->
    [printed] printed
   *[inferred] inferred
}
confidence-named = { $confidence ->
    [high] high
    [medium] medium
   *[low] low
}
direction-named = { $direction ->
    [up] more
    [down] less
    [target] a certain value
   *[none] takes no part
}
scale-kind = { $kind ->
    [ladder] Steps with names
   *[quantity] A number in a unit
}
again-how = { $how ->
    [repeats] Says the same again
   *[supersedes] Takes its place
}
stage-named = { $stage ->
    [announced] announced
    [in_force] in force
    [suspended] suspended
   *[withdrawn] withdrawn
}
not-stated-here = not stated
party-itself = the party as such
speaker-choice = { $commits ->
    [yes] { $name }
   *[no] { $name } (does not commit the party)
}
source-choice = { $title } ({ $day })
statement-choice = { $day }: { $says }
counted-in-picture = Counted: { $counted }
place-first = Choose a place on the scale to see what would come of it.
still-asked-for = Still asked for: { $fields }.
wrong-at-a-field = Something is wrong, as it says at the field; until it is mended nothing can be shown of it or saved.
is-asked-for = This negotiation asks for it.
together-with = Said by { $parties } together; a change holds for all of them.
withdraw-how = It stays in the files and counts until the day on which it was taken back.
a-new-one = a new one
no-such-record = There is nothing of this name any more.
saving-as = Saving as { $who }.
saved-as = Saved: { $message }.
others-saved = Others saved in the meantime; both stand.
read-as = read as { $day }
document-of = The document is of { $day }.
draft-kept = Draft kept from { $when }
draft-named = { $what } ({ $when })
kind-and-name = { $kind } { $name }
new-of-kind = { $kind }, a new one
other-drafts = Not saved yet:
changed-since = Somebody has changed this since the draft was begun. It now says: { $words }
changed-since-otherwise = Somebody has changed this since the draft was begun.
why-a-name = Give your name before you save: it stands beside each save in the history, and drafts are kept under it. This browser remembers it.
not-saved = Not saved yet:
two-parties-named = Name at least two, one to a line.
one-wants = Say of at least one party what it wants on this issue.
two-want = Say of at least two parties what they want on this issue.
what-they-want = More is towards the last step, or the highest value; less is towards the first.
nothing-yet = There is no negotiation here yet. Begin a first one, or bring in a table that you have.
new-how = A negotiation begins in four steps: its name, the parties, one issue with its scale, and one statement. Everything can be changed later, and more added.
one-alone = This dashboard was started on the folder of one negotiation. Start it on the folder above to begin another beside it.
new-step = { $step ->
    [talks] 1. What is negotiated
    [parties] 2. Who negotiates
    [issue] 3. One issue
   *[statement] 4. One statement
}
new-step-how = { $step ->
    [talks] A name by which everybody knows it.
    [parties] The distance is drawn between the first two that want something on an issue.
    [issue] A question to be settled, and the scale on which the answers lie: named steps from the lowest to the highest, or a number in a unit.
   *[statement] What one of them has said on it: a demand, an offer, a limit. The picture shows it as it will look.
}
new-field = { $field ->
    [title] Name, such as Fjord fisheries talks, 2025
    [about] What it is about, in a sentence (may be left out)
   *[parties] Parties, one to a line
}
new-field-called = { $field ->
    [title] Name
    [about] What it is about
   *[parties] Parties
}
saved-begun = { $title } begun
removable = { $record }: it goes from the files, and everything else stays. The history keeps it, and can bring it back.
not-removable = { $record } cannot be removed. { $kind ->
    [statement] What hinders it:
   *[other] This refers to it:
}
was-shown = It was shown in the edition { $edition } of { $day }. What was shown stays: withdraw it, or change it.
agenda-named = Agenda { $title }
more-references = and { $count } more
needed = This is needed.
no-direction = Say what it wants on this issue: it has no statement there yet, and only so can one be placed.
two-steps = Give at least two steps, the lowest first.
nothing-to-save = Nothing was changed, so nothing was saved.
met-another = Somebody else has changed the same since you opened it. Nothing was saved. Choose, field by field, what is to stand.
met-gone = It is gone from the files.
met-version = { $whose ->
    [before] When you opened it
    [theirs] As it stands now
   *[ours] Yours
}
met-choose = { $field }: what is to stand

## What was saved, in a line

saved-statement = { $party }, { $issue }: { $kind } of { $day } { $what ->
    [added] added
    [withdrawn] withdrawn
    [removed] removed
   *[changed] changed
}
saved-undated = { $party }, { $issue }: undated { $kind } { $what ->
    [added] added
    [withdrawn] withdrawn
    [removed] removed
   *[changed] changed
}
saved-record = { $kind } { $name } { $what ->
    [added] added
    [removed] removed
   *[changed] changed
}
saved-several = { $first }, and { $more } more { $more-number ->
    [one] change
   *[other] changes
}
saved-restored = Restored as of { $when }: { $message }
moment = { $day }, { $time }

## History

history-none = Every save made here is listed, with who made it, and can be taken back. There is none yet.
history-head = { $head ->
    [when] When
    [who] Who
    [message] What
    [field] Field
    [before] Before
   *[after] After
}
history-caption = Saves, the newest first
history-changed = What this save changed
history-changed-since = What has changed since
history-same = Nothing differs.
history-positions = What that makes of positions as of { $day }
writer-unknown = not known
in-which-files = In the files: { $files }
became = { $what ->
    [added] added
    [removed] removed
    [withdrawn] withdrawn
   *[changed] changed
}
history-unread = This version cannot be read, so it cannot be compared.
history-choose = Version

## A record in words: what has no field of its own, or stands over one with more than its name

record-field = { $field ->
    [parties] Parties
    [bloc] Bloc
    [amount] Figure named
    [condition] Condition
    [locator] Where in the document
    [coded] Coded by
    [to_others] Addressed to others
    [note_internal] The note stays inside
    [internal] Stays inside
    [author] Authors
    [publisher] Publisher
    [prepared_by] Prepared by
    [genre] Genre
    [language] Language
    [abstract] What it says
    [archived] Copy on the web
    [accessed] Looked up on
    [file] Text file
    [headings] Headings
    [body] Paragraphs
    [fingerprint] Fingerprint
    [called] Name in sentences
    [plural] Spoken of as several
    [formerly] Earlier names
    [merged_into] Has become part of
    [speakers] Speakers
    [commits] May commit the party
    [directions] What each wants
    [salience] Salience
    [power] Power
    [headline] Pair whose gap is drawn
    [freshness_days] Days until evidence is stale
    [conflict_days] Days within which statements conflict
    [on_one_day] Which statement of one day stands
    [means] What it means
    [why] Why it is more than the one before
    [issues] Issues
    [about] What it is about
    [reviewed] Last reviewed
    [review_by] To be reviewed again by
    [requires] Asked of every statement
    [requires_of_sources] Asked of every document
    [expect_statements] Least number of statements
    [blocs] Blocs
    [shown] Parties shown first
    [defaults] Rules for every issue
    [groups] Groups
    [related_words] Words searched for each other
    [events] Events
    [editions] Editions
    [gap_unit] Unit of distances
    [anchors] Named points
    [type] Kind
    [value] Value
    [timing] When it must come
    [family] Family name
    [given] Given name
    [literal] Name
    [out_of] Out of
    [by] By
    [joined] Joined
    [left] Left
   *[id] Id
}
document-type = { $type ->
    [article-newspaper] newspaper article
    [article-magazine] magazine article
    [article] article
    [report] report
    [post-weblog] weblog post
    [speech] speech
    [legislation] legislation
    [treaty] treaty
    [bill] bill
    [regulation] regulation
    [hearing] hearing
    [dataset] data set
    [webpage] web page
    [interview] interview
   *[document] document
}
on-one-day = { $rule ->
    [last_listed] the last in the file
    [highest] the highest
    [lowest] the lowest
   *[all] all of them
}
says-nothing = –
yes-or-no = { $is_so ->
    [yes] yes
   *[no] no
}
condition-in-form = { $type } { $says }
statement-named = { $party }, { $issue }: { $known ->
    [undated] undated { $kind }
   *[dated] { $kind } of { $day }
}
