# The presentation on the whole screen, and the window beside it for whoever speaks.

presenting-keys = { $does ->
    [next] → ↓ Page Down Space
    [before] ← ↑ Page Up
    [ends] Home, End
    [number] number, Enter
    [back] Backspace
    [black] B
    [full] F
    [notes] N
    [reset] R
    [evidence] Tab, Enter
   *[close] Esc
}
presenting-does = { $does ->
    [next] next stop
    [before] stop before
    [ends] first, last
    [number] go to that issue
    [back] back to where you were before that number
    [black] black screen, and back
    [full] full screen, and back
    [notes] presenter’s window
    [reset] count the time anew
    [evidence] to a mark or a line; who said that, and when
   *[close] close what is open; end, back to where you began
}
presenting = { $words ->
    [start] Present
    [notes] Open the presenter’s window
    [next] Next stop
    [last] The last stop
    [step] stop
    [none] No speaker notes for this issue.
    [beside] Not on the slides
    [time] Time
    [spent] since the first slide (R: anew)
    [was_last] This was the last stop.
    [last_of_issue] This was the last stop of this issue, which is not on the agenda. Backspace leads back.
    [ended] The presentation has ended.
    [blocked] The browser has blocked the presenter’s window. Allow windows of this page, and press N again.
    [beginning] Shown is the beginning.
    [close] Close
    [coming] This has not come yet. It is shown as soon as it is here.
   *[missing] There is no issue with this number.
}
presenting-gone = There is no stop '{ $step }'.
presenting-nearest = Shown is the nearest, '{ $step }'.
presenting-more = and { $count } more

## The first slides and the last

the-whole-picture = The whole picture
open-and-next = What is open, and what comes next
is-open = Questions
comes-next = Next
closing-nothing-open = No question is open on these issues.
closing-nothing-ahead = No event is known to lie ahead.
