# Several things told together.

joined = { $how ->
    [and] { $first } and { $second }
    [or] { $first } or { $second }
    [any] { $first } or { $second }
    [ways] { $first }, or if { $second }
    [semicolon] { $first }; { $second }
    [dots] { $first } · { $second }
    [then] { $first }, then { $second }
    [sentences] { $first } { $second }
   *[comma] { $first }, { $second }
}
begun = { CAP($words) }
as-a-sentence = { CAP($what) }.
told-together = { $all }
bracketed = ({ $told })
labelled = { $label }: { $told }
