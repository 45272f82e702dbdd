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
    [briefing] What the tables were made of
   *[summary] What the line that sums up counts
}
