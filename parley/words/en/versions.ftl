# What differs between two versions of the same files.

versions-of = { $title }: data version { $old } to { $new } ({ $cut })
version-heading = { $what ->
    [coded] What the coders changed
    [found] What new documents tell of the time up to { $day }
    [recast] What this makes of the positions as of { $day }
   *[said] What the parties said after { $day }
}
version-nothing = nothing
version-statement = { $what ->
    [added] added
    [removed] removed
    [found] found
   *[said] said
}: { $party }, { $kind } on { $issue }, { $day }: { $says }
version-record = { $what ->
    [added] added
    [removed] removed
   *[changed] changed
} { $kind } { $id }
field-changed = { $field }: { $before } -> { $after }
left-out-of-file = left out
order-of-field = order of { $field }
recast-whose = { $issue }, { part } of { $party }
recast = { recast-whose }: { $before } -> { $after }
