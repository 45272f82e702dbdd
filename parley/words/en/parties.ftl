# Parties by themselves.

pair = { $one } – { $other }
