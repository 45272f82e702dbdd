# How many there are of what is counted.

counted = { $what ->
    [days] { $count } { $count-number ->
        [one] day
       *[other] days
    }
    [documents] { $count } { $count-number ->
        [one] document
       *[other] documents
    }
    [findings] { $count } { $count-number ->
        [one] finding
       *[other] findings
    }
    [issues] { $count } { $count-number ->
        [one] issue
       *[other] issues
    }
   *[statements] { $count } { $count-number ->
        [one] statement
       *[other] statements
    }
}
