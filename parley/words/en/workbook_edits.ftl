## In the workbook

editing-rule = { $rule ->
    [cells] Change any cell, and bring the workbook in again. What you do not change stays as it is in the files, comments and all.
    [rows] Add a row for a new record. Leave its id empty, and it gets one.
    [ids] An id stays: other records refer to it.
    [gone] Deleting a row takes nothing out by itself: you are asked. A statement that was taken back stays, with the day under "Taken back on".
    [several] Where a cell holds several things, a semicolon stands between them.
    [text] All cells are text. Dates are written as 2018-05-02, and may be partial: 2018-05.
   *[again] The workbook knows what its cells were when it was made. What others have changed since is told, and never written over.
}
editing-purpose = All records in sheets, with choices and rules. Edited and brought in again it changes what was edited, and nothing else.
editing-owner = { $owner }: to which the row belongs, by its id.
editing-number = The place of the step on its scale, lowest first. A new step between 2 and 3 may have 2.5.
editing-step = The step of the issue's scale by its name, or a number where the issue is measured.
editing-note = { $about } For instance: { $good }. Not: { $bad }.
editing-note-good = { $about } For instance: { $good }.
editing-note-alone = { $about }
editing-members = { $about } For instance: { $good }. With days: { $good } (joined 2015-03, left 2015-10-05).
editing-choices = One of: { $choices }.
editing-rating-id = Made of party, author and day when the workbook was written. Leave it empty in a new row.
editing-flag = { $flag ->
    [true] yes
   *[false] no
}
editing-head = { $head ->
    [number] Place on the scale
    [parties] Parties together
    [bloc] Bloc
    [amount_value] Figure
    [amount_unit] Unit of the figure
    [amount_what] What the figure measures
    [condition_timing] When the condition comes
    [condition_issue] Issue of the condition
    [condition_at] Step that meets it
    [condition_by] Party that must meet it
    [coded_on] Coded on
    [to_others] Addressed to others
    [note_internal] Note stays inside
    [internal] Stays inside
    [author] Authors
    [publisher] Publisher
    [genre] Genre
    [language] Language
    [abstract] What it says, in short
    [archived] Address of a copy
    [accessed] Looked up on
    [file] File of its text
    [called] In a sentence
    [plural] Spoken of in the plural
    [joined] Joined on
    [left] Left on
    [formerly] Earlier names
    [merged_into] Has become part of
    [commits] May commit the party
    [gap_unit] Unit of distances
    [anchors] Named values
    [directions] What each party wants
    [headline] Pair whose gap is drawn
    [freshness_days] Days until it is stale
    [conflict_days] Days within which statements conflict
    [on_one_day] What stands of one day
    [means] What it means
    [why] Why it stands there
    [issues] Issues
    [out_of] Out of
    [by] Whose judgement
    [on] Judged on
   *[id] Id
}

## When it comes back

editing-made-of = A workbook for editing, made of { $title }, version { $version }. { $since ->
    [same] The files have not changed since.
   *[changed] The files have changed since. What was changed in both is told, and stays as it is in the files.
}
editing-of-none = The workbook was made of the negotiation { $negotiation }, which is not here.
editing-gone-asked = { $count } { $count-number ->
    [one] row is
   *[other] rows are
} gone from the workbook. What is to become of what stood in { $count-number ->
    [one] it
   *[other] them
}?
editing-comes-to = { $changed } { $changed-number ->
    [one] record
   *[other] records
} changed, { $added } added, { $removed } taken out, { $bad } { $bad-number ->
    [one] cell
   *[other] cells
} not taken.
editing-changed = { $sheet }, { $id }: { $fields }
editing-turned = { $field }: { $before } → { $after }
editing-added = { $sheet }, { $id }: new
editing-removed = { $sheet }, { $id }: taken out
editing-more = And { $more } more.
editing-gone = Rows that are gone from the workbook: { $rows }{ $more-number ->
    [0] {""}
   *[other] {" "}and { $more } more
}.
gone-are-kept = Their records stay in the files. Add '--withdrawn DATE' if the statements were taken back, or '--remove' to take the records out.
nothing-edited = Nothing was edited, and nothing was written.
editing-saved = Saved: { $count } { $count-number ->
    [one] change
   *[other] changes
}.
editing-saved-unrecorded = Saved: { $count } { $count-number ->
    [one] change
   *[other] changes
}. The history could not be kept: { $why }
editing-met = Others have just changed { $records }. Nothing was written: bring the workbook in again to see both.
editing-field = { $field ->
    [save] Save the changes
    [gone_keep] Keep the records
    [gone_withdrawn] The statements were taken back
    [gone_remove] Take the records out of the files
    [withdrawn_on] Taken back on
   *[take] Workbook for editing
}
