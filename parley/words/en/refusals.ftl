# What the product does not say. Only here are the words that it keeps off the screen.

refused = { $what ->
    [index] No probability of an agreement, no percentage of compatibility, no index over issues.
    [sums] No sum or average of steps: each has a name, and they are not equal.
    [middle] No point inside an unknown range. What is not known is drawn as not known, and never as the middle or as zero.
    [limits] A limit that follows from an offer is never shown as one that was stated.
    [forecasts] A forecast or an analyst's reading is shown and marked, and never counted as the party's own position.
   *[settling] What a party would settle for. Only what it has said.
}
