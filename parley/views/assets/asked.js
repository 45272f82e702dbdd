// The issue that the reader has asked for and that the server has not shown yet: all that shows the issue shows this one at once.
// Each asking has a turn of its own, and the server says which it heard last: whoever turns to and fro asks for the same issue again, and what is
// shown of it meanwhile may be the end of an older run.

const ASKED = "parley-asked";
const ORDER = "parley-order"; // the ids of all issues, as the chooser lists them

const askedFor = () => window[ASKED] || null;

function askFor(issue, name, turn) {
  window[ASKED] = { issue, name, turn };
  window.dispatchEvent(new Event(ASKED));
}

// What the server shows from now on is the answer to all that was said up to this turn.
function answered(turn) {
  if (askedFor()?.turn <= Number(turn)) forgetAsked();
}

function forgetAsked() {
  window[ASKED] = null;
}

// Has `show` called each time that the reader asks for an issue; one listener for each place on the page that shows it.
function whenAsked(root, show) {
  leaveAsked(root);
  root.onAsked = show;
  window.addEventListener(ASKED, show);
}

function leaveAsked(root) {
  if (root.onAsked) window.removeEventListener(ASKED, root.onAsked);
}
