# The tables that can be taken away or stand on a page.

table-positions = Positions by issue and party
