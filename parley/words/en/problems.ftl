# What is wrong with the files, as it is told above the pages.

files-unreadable = The files cannot be read as they are now. { $kept ->
    [yes] Shown is the last good data.
   *[no] Nothing can be shown until they are mended.
}
files-may-be-wrong = The files can be read, but what is shown may be wrong.
files-left-out = Left out of everything shown, because it could not be taken:
files-alike = Two negotiations cannot be told apart by their ids.
problems-under = **{ $heading }**
more-problems = and { $count } more; run `python -m parley check`.

## What is wrong with one file, and how it is mended

file-away = The file is not there.
put-it-back = Put it back, or start the dashboard anew.
file-unread = This cannot be read: { $reason }.
id-taken = Another folder holds a negotiation with the id '{ $id }', too.
change-an-id = Change one of the ids.
