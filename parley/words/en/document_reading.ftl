# The page on which documents are read: the paragraphs beside what was found in them, the inbox of proposals, and a document brought in.

read-off = This dashboard only shows. To read documents into it, start it with make run ARGS=--edit, or with -- --edit at the end of the command.
read-views = Parts of this page
read-view = { $view ->
    [inbox] Inbox
    [new] New document
    [second] Two readings
   *[text] Document
}
read-inbox-open = Inbox ({ $count })
read-field = { $field ->
    [document] Document
    [reader] The second reader
    [file] The document: text, HTML, Word (docx) or PDF (a table belongs under Bring in); nothing in it is run, and nothing is fetched
    [anchor] Up to eight words of this paragraph, as printed
    [record] Its record
    [title] Title
    [type] Kind
    [issued] Published on
    [other_day] Another day
    [publication] Publication
    [url] Address on the web
    [language] Language, in two letters
   *[skips] Paragraphs that are skipped
}
read-button = { $button ->
    [add] Add a statement
    [read] Nothing to code
    [unread] Read again
    [before] Previous
    [next] Next
    [keep] Save the record, keep the text
    [keep_text] Keep this text
    [keep_readings] Keep both readings
    [accept] Accept
    [mend] Mend
   *[refuse] Refuse
}
read-head = { $head ->
    [number] No.
    [paragraph] Paragraph
    [statements] Statements
    [state] State
    [proposal] Proposal
    [unit] Party and issue
    [first] As it is held
    [second] As it was proposed
    [met] Both
    [how] Settled
    [by] By
   *[on] On
}
read-state = { $state ->
    [coded] coded
    [read] read
    [skipped] skipped
    [heading] heading
   *[unread] to be read
}
read-counts = { $paragraphs }: { $coded } coded, { $read } read with nothing to code, { $unread } to be read; { $skipped } skipped.
read-paragraphs-counted = { $count } { $count-number ->
    [one] paragraph
   *[other] paragraphs
}
read-caption = Paragraphs and what was found in each
read-passage = { $paragraph ->
    [heading] Heading, line { $line }
   *[body] Paragraph { $number }, line { $line }
}
read-passage-paged = { $passage }, page { $page }
read-anchor-too-long = At most eight words may be kept.
read-no-text = Here a document stands beside the statements found in it, paragraph by paragraph, to be coded. The text of this one is not held: give its file under New document, where it is recognised.
read-no-documents = Here a document stands beside the statements found in it, paragraph by paragraph, to be coded. None is held yet: begin with a file under New document.
read-known = This is the text of { $title }, by its fingerprints.
read-kept = The text of { $title } is kept.
read-draft = Read as { $format }: { $paragraphs }, of which { $skips } may be boilerplate.
read-format = { $format ->
    [text] text
    [html] HTML
    [word] Word
   *[pdf] PDF
}
read-day-found = { $day }: … { $words } …
read-day-of-file = { $day }, of the file itself
read-no-day = none of these
read-record-new = A new document
read-no-title = A document needs a title.
read-no-day-read = { $day } is no day that can be read. Write it as 2018-05-02.
read-paragraph-choice = { $line }: { $text }

## The inbox

inbox-empty = Statements that others propose wait here until you accept, mend or refuse them; none does now. A file of proposals goes in with: python -m parley propose FILE.jsonl --to { $folder }
inbox-place = { $number } of { $count } open, proposed by { $proposer }
inbox-by = Proposed by { $proposer }
inbox-caption = What is proposed
inbox-settled = Settled ({ $count })
inbox-settled-how = { $how ->
    [accepted] accepted
    [mended] mended
   *[refused] refused
}
inbox-accepted = Accepted: { $message }
inbox-refused = Refused. It stays on record, and counts nowhere.
inbox-was-settled = Somebody else has settled this one.
inbox-name-first = Give your name first: it is kept with what you settle.
inbox-reason = Why, says the proposer: { $reason }

## A second reading

second-none = Here two people’s readings of one document stand side by side, to be settled line by line. There is no second reading yet: it comes in as proposals, under the second reader’s name.
second-met = { $met ->
    [alike] alike
    [differs] differs
    [first_only] first only
   *[second_only] second only
}
second-open = Settle it
second-take-over = Take it over
second-keep-readings = In double-coding.csv beside the negotiation's files: what both made of each unit before it was settled, and what it was settled as.
second-found-by = { $message }, found by { $reader }
second-found-by-whom = found by { $reader }
second-taken-over = Taken over: { $message }
second-caption = What two readers found in one document, line by line
