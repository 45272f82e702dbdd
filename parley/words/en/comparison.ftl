# Columns side by side, each a party at a date.

party-at = { $party }, { $day }
relation = { $relation ->
    [agree] Agree
    [differ] Differ
    [may_differ] Agree or differ
    [exclude] Exclude each other
    [same_way] Same direction
    [unchanged] Unchanged
    [nothing_newer] No newer position
    [changed] Changed
   *[silent] No ask stated
}
not-the-same = not the same: { $parts }
