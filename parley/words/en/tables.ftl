# The tables that can be taken away or stand on a page.

table-positions = Positions by issue and party
table-name = { $table ->
    [matrix] { table-positions }
    [statements] Statements
    [gaps] Gaps with both bounds
    [movement] Movement
    [sources] Sources
    [robustness] Robustness
    [coverage] What is held, and what is not
    [positions] Positions in numbers, by part
    [pivots] What would change a status, in numbers
    [prices] What stands under a condition, in numbers
    [whole] All parties together, by issue
    [pairs] How all pairs stand, by issue
    [clusters] Who is told with whom, by issue
    [weights] Salience and power as somebody judges them
    [briefing] What the tables were made of
   *[summary] What the line that sums up counts
}

## What stands over a table, and what it holds

table-title = { $table ->
    [matrix] Positions
    [statements] Statements
    [gaps] Gaps
    [movement] Movement
    [sources] Documents
    [robustness] Robustness
    [coverage] Coverage
    [positions] Parts of positions
    [pivots] What would change it
    [prices] What stands under a condition
    [whole] All parties together
    [pairs] All pairs
    [clusters] Clusters
    [weights] Salience and power
    [briefing] Briefing
   *[summary] Summary
}
table-holds = { $table ->
    [matrix] A row for each issue: where every party stands, and the distance that leads.
    [statements] A row for each statement, with its source, its dates, and whether it counts in the position now.
    [gaps] A row for each issue and pair of parties. Where nothing bounds a distance short of the whole scale, both bounds are empty. Where both bounds are the same, the distance is known. The zone is negative where the limits exclude each other.
    [movement] A row for each change since the earlier date. How far is negative where a party moved away; empty where it is not known.
    [sources] A row for each document cited, with how many of these statements it holds.
    [robustness] A row for each finding, the weakest first: what it becomes on less evidence, recomputed exactly.
    [coverage] A row for each issue, party and kind: how many statements are held by the date shown, whatever the evidence cut. Nought is an empty cell.
    [positions] A row for each issue, party and part of its position, as the matrix shows it. Where a part was not stated, its place is what the other parts leave, and empty where nothing tells.
    [pivots] A row for each uncertain end of a demand, offer or limit on which a status turns: the status can be the better one only if the end is at the value needed or nearer the other party, and surely is from the value on that is enough. Empty is a value that says nothing.
    [prices] A row for each demand, limit and offer under a condition, and pair of parties: what it changes, counted alone.
    [whole] A row for each issue: how many parties have spoken, from the lowest place to the highest at which any of them stands, with what it asks for or else with its measure, its offer or its limit, who stands at either end or may, and who of all pairs is widest apart.
    [pairs] A row for each issue and status that any pair of all parties has. One that no pair has is left out.
    [clusters] A row for each issue, cluster and part of the positions in it: first each party in focus by itself, then the blocs and those who stand at one place, as where many parties are drawn. Each party that has spoken is in one cluster.
    [weights] A row for each issue, party and author: how much the issue matters to the party, or how much it can do about it. Nothing that is computed rests on it.
    [briefing] One row: of what all tables of the briefing are made, for whom, and what is missing.
   *[summary] A row for each number of the line that sums up, with all that it counts.
}
nothing-compared = No earlier date is compared, so there is nothing to tell of movement.
told-of = { $told ->
    [between] Between the dates
    [on_the_way] On the way
    [threat] Threat
    [also_said] Also said
   *[under_condition] Under a condition
}
pairs-with = Of so many parties, only pairs with { $parties } are listed.
