# What is said to whoever logs in, may not do something, or has signed out.

log-in = Log in
sign-out = Sign out
logged-in = { $name }, { $role ->
    [editor] editor
   *[viewer] viewer
}
login-ended = Your login has ended. Load the page again to log in; what it shows is kept in its address.
halted-title = { $why ->
    [signed_out] You are signed out
    [not_accepted] The login was not accepted
    [no_group] You may not open this dashboard
   *[unreachable] The login service does not answer
}
halted = { $why ->
    [signed_out] Pages that are still open show nothing new. Close the browser if others use this computer.
    [not_accepted] The login service did not say who you are, or what it said was too old or meant for another program. Nothing was shown.
    [no_group] You are logged in as { $name }, but in no group that may open it. Ask whoever runs it to add you, then log in again.
   *[unreachable] Without it nobody can log in. Try again in a moment, or tell whoever runs this dashboard.
}
not-given = { $why ->
    [log_in_first] Log in first, in a browser.
    [no_group] You are in no group that may open this dashboard.
    [not_yours] It was made for somebody else, or not here.
   *[not_an_editor] Only editors may change something, and you are none, or your login has ended.
}
only-editors = Only editors change a negotiation here, and you are logged in as a viewer.
sees-no-history = The history holds what is internal, and your groups may not see that.
files-not-whole = Some files cannot be read in part, or may be wrong. Those who keep them see which.
