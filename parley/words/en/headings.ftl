# Headings over columns and sections, wherever they are read.

none = None
heading-number = No.
heading-issue = Issue
heading-gap = Gap
heading-apart = Apart
heading-limits = Stated limits
heading-lies-between = What lies between
heading-meaning = What does this mean?
heading-landing = Landing
heading-voices = Voices: { $party }, { $part }
heading-change = What would change it
heading-others = The other parties
heading-moved = What moved since { $since }
heading-status = Status
heading-position = Position
heading-evidence-by-id = Evidence, by id
heading-also-said = Also said
