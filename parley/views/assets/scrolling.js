// Whoever turns back, or loads a page anew, finds the place on it again where it was left.

const LEFT_AT = "parley-left-at"; // how far each page in the history of the window was scrolled
const AT_PLACE = 4000; // milliseconds for which the place is kept once the page is drawn and as long as it was, without a break, while charts come
const LONGEST_WAIT = 120000; // milliseconds after which it is given up
const MOST_PLACES = 100; // that a reload keeps
const PRESSES = ["click", "keydown"]; // by which a reader leaves
const OWN_WAYS = ["wheel", "keydown", "pointerdown", "touchstart"]; // by which a reader scrolls

// An address is completed while its page is drawn; where a browser numbers the pages of its history, one keeps its number.
const pageHere = () => window.navigation?.currentEntry?.key ?? window.location.pathname + window.location.search;

function findAgain(main) {
  const begun = performance.now();
  let hasRun = false, reached = 0;
  main.isBusy = true;
  const done = () => {
    main.isBusy = false;
    for (const way of OWN_WAYS) window.removeEventListener(way, done, true);
  };
  for (const way of OWN_WAYS) window.addEventListener(way, done, true);
  const go = () => {
    if (!main.isBusy) return;
    // The page grows while it is drawn again.
    const wanted = window[LEFT_AT].get(pageHere());
    const now = performance.now();
    if (!isAtRest()) hasRun = true;
    if (wanted && main.scrollHeight - main.clientHeight >= wanted) {
      reached = isAtRest() ? reached || now : now;
      main.scrollTop = wanted;
    } else if (wanted) {
      reached = 0;
    }
    // What stands before anything has run is the page that is left.
    const longest = wanted && !(hasRun && reached) ? LONGEST_WAIT : AT_PLACE;
    if (now - (reached || begun) < longest && now - begun < LONGEST_WAIT) requestAnimationFrame(go);
    else done();
  };
  requestAnimationFrame(go);
}

function rememberPlaces() {
  if (window[LEFT_AT]) return;
  window[LEFT_AT] = new Map(JSON.parse(window.sessionStorage.getItem(LEFT_AT)));
  const main = () => document.querySelector(".stMain");
  let waits = false;
  const keep = (page) => {
    if (page === pageHere() && !main().isBusy) window[LEFT_AT].set(page, main().scrollTop);
  };
  const note = (page) => {
    waits = !isAtRest();
    if (waits) requestAnimationFrame(() => note(page));
    else keep(page);
  };
  document.addEventListener("scroll", (event) => {
    // While another page comes it begins on top, which is no place where this one was left.
    if (event.target === main() && !event.target.isBusy && !waits) note(pageHere());
  }, true);
  // Whoever scrolls and presses at once has left before the place could be noted.
  for (const press of PRESSES) window.addEventListener(press, () => keep(pageHere()), true);
  // A reload forgets no place.
  window.addEventListener("pagehide", () => window.sessionStorage.setItem(LEFT_AT, JSON.stringify([...window[LEFT_AT]].slice(-MOST_PLACES))));
  window.addEventListener("popstate", () => findAgain(main()));
  // So does a page that was loaded anew, and one turned back to before anybody listened.
  if (window[LEFT_AT].get(pageHere())) findAgain(main());
}
