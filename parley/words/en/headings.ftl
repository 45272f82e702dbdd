# Headings over columns and sections, wherever they are read.

heading-issue = Issue
heading-gap-cell = Gap
heading-apart = Apart
