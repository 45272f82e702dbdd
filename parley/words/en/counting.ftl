# How many there are of what is counted.

counted-kind = { $kind ->
    [demand] { $count } { $count-number ->
        [one] demand
       *[other] demands
    }
    [red_line] { $count } { $count-number ->
        [one] stated limit
       *[other] stated limits
    }
    [offer] { $count } { $count-number ->
        [one] offer
       *[other] offers
    }
    [measure] { $count } { $count-number ->
        [one] measure
       *[other] measures
    }
    [threat] { $count } { $count-number ->
        [one] threat
       *[other] threats
    }
   *[rationale] { $count } { $count-number ->
        [one] reason
       *[other] reasons
    }
}
counted = { $what ->
    [days] { $count } { $count-number ->
        [one] day
       *[other] days
    }
    [slides] { $count } { $count-number ->
        [one] slide
       *[other] slides
    }
    [documents] { $count } { $count-number ->
        [one] document
       *[other] documents
    }
    [findings] { $count } { $count-number ->
        [one] finding
       *[other] findings
    }
    [finds] { $count } { $count-number ->
        [one] other find
       *[other] other finds
    }
    [issues] { $count } { $count-number ->
        [one] issue
       *[other] issues
    }
    [readings] { $count } { $count-number ->
        [one] forecast or reading by others
       *[other] forecasts or readings by others
    }
    [rows] { $count } { $count-number ->
        [one] row
       *[other] rows
    }
   *[statements] { $count } { $count-number ->
        [one] statement
       *[other] statements
    }
}
so-many-of = { $count } of { $of }
