# Parties by themselves.

pair = { $one } – { $other }
of-pair = { $pair }: { $told }
