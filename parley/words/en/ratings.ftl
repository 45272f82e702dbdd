## How much an issue matters to a party, and how much it can do about it

ratings-held = Salience and power as judged by others, shown and used by nothing
rating = { $amount }
rating-in-range = { $low } to { $high }
rating-out-of = { $amount } of { $most }
rated-by = { $by }
rated-on = { $by }, { $day }
rating-head = { $head ->
    [party] Party
    [salience] Salience
    [power] Power
   *[by] Judged by
}
