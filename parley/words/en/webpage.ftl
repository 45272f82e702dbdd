# A briefing as one page: its ways about, its headings, and what stands beside a statement in the list of evidence.

skip-to-content = Skip to the content
open-live = Open the live comparison
what-each-party-asks = What each party asks and offers
counted-here = What is counted here
who-said-that = Who said that, and when?
who-said-statement = Statement { $number }: who said that, and when?
document = Document
movement-told-since = What moved is told since { $since }.
overview-holds = Where each party stands on every issue, and what lies between the pair compared. { $dated }.
drawing-of = Drawing of { $issue }
back-to = Back to the top of { $issue }
label-condition = Under a condition
label-note = Note
at-anchor = , at “{ $anchor }”.
not-counted-because = Not counted. { $why }
