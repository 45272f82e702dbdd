// Where the reader goes, and what is opened, stands in the address at once, and Back undoes it, however late the page comes.

const EVERYWHERE = ["negotiation", "as_of", "evidence", "parties"]; // what every link names
const rankInAddress = (name) => (EVERYWHERE.indexOf(name) + 1 || EVERYWHERE.length + 1);
const staysEverywhere = (name) => EVERYWHERE.includes(name);
const staysOnPage = (name, isHere) => staysEverywhere(name) || (isHere && name !== "view");

// Goes to "<page>?<its own parameters>", where `stays` says of a parameter of this page whether it holds there as well; another page is opened by `send`.
function goTo(way, stays, send) {
  const there = new URL(way.startsWith("?") ? `.${way}` : way, window.location.href);
  const isHere = there.pathname === window.location.pathname;
  const own = there.searchParams;
  const kept = [...new URLSearchParams(window.location.search)].filter(([name]) => !own.has(name) && stays(name, isHere));
  const whole = [...kept, ...own].sort(([one], [other]) => rankInAddress(one) - rankInAddress(other));
  there.search = new URLSearchParams(whole).toString();
  if (there.href === window.location.href) return;
  pushAddress(there);
  window[GOING] = withoutSlash(there.pathname);
  if (isHere) window.dispatchEvent(new Event(TURNED));
  else send(`page:${way.split("?")[0]}${there.search}`);
}

// The way to the page of "<id>" or "<id>?<parameters>".
function onIssue(target) {
  const [issue, more = ""] = target.split("?");
  return `issue?${new URLSearchParams([["issue", issue], ...new URLSearchParams(more)])}`;
}

// Returns what opens "issue:<id>" and "way:<page>?<parameters>", which are addresses, and "statement:<ids>" and all else, which the page is told.
function openingWith(setTriggerValue) {
  return (target) => whenServed(() => {
    const send = (said) => setTriggerValue("open", `${said} ${nextTurn()}`);
    const [, kind, what] = /^(\w+):(.*)$/s.exec(onDayWanted(target));
    if (kind === "way") return goTo(what, staysOnPage, send);
    if (kind === "issue") return goTo(onIssue(what), staysEverywhere, send);
    if (kind === "statement") writeAddress("statement", what, false);
    return send(target);
  });
}
