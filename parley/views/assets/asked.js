// The issue that the reader has asked for and that the server has not shown yet: all that shows the issue shows this one at once.
// What the server says of another meanwhile is the end of an older run.

const ASKED = "parley-asked";
const ORDER = "parley-order"; // the ids of all issues, as the chooser lists them

const askedFor = () => window[ASKED] || null;

function askFor(issue, name) {
  window[ASKED] = { issue, name };
  window.dispatchEvent(new Event(ASKED));
}

// The server shows this issue, or none.
function served(issue) {
  if (!issue || askedFor()?.issue === issue) window[ASKED] = null;
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
