# What differs between two versions of the same files.

order-of-field = order of { $field }
recast = { $issue }, { part } of { $party }: { $before } -> { $after }
