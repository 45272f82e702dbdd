# A briefing: its steps, and what stands at the head and the foot of everything that is made of it.

dated = As of { $day } · { $cut }
day-of-edition = { $day } ({ $edition })
data-version = Data version { $version }
standing-and-version = { $standing } { $version }.
made-of = { $title } · { $version } · Parley { $program }
standing-line = Positions are what parties have said, not what they would settle for.
shareable-edition = Shareable edition
internal-mark = Internal edition: not to be passed on
internal-edition = Internal edition: made with statements, notes or documents that stay inside; not to be passed on.
incomplete = Incomplete or wrong: some entries of the files are left out or break a rule.
incomplete-at = Incomplete or wrong: some entries of the files are left out or break a rule. See { $places }.
more-besides = and { $more } more
and-more = { $first } { more-besides }
numbered = { $number }. { $name }
limit-alone = States a limit, and no demand or offer.
nothing-new = Nothing new was said on this issue.
the-newest = The newest: { $cite }
citation-and-more = { $cite } (and { $more } more)
