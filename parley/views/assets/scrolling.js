// Whoever turns back finds the place on the page again where it was left.

const LEFT_AT = "parley-left-at"; // by address, how far the page was scrolled
const AT_PLACE = 4000; // milliseconds for which the place is kept once the page is drawn and as long as it was, while charts come
const LONGEST_WAIT = 30000; // milliseconds after which it is given up
const MOST_PLACES = 100; // that a reload keeps
const OWN_WAYS = ["wheel", "keydown", "pointerdown", "touchstart"]; // by which a reader scrolls

const isDrawn = () => document.querySelector(".stApp")?.dataset.testScriptState === "notRunning"; // nothing of the page is being worked out
const addressHere = () => window.location.pathname + window.location.search;

function findAgain(main) {
  const begun = performance.now();
  let reached = 0;
  main.isBusy = true;
  const done = () => {
    main.isBusy = false;
    for (const way of OWN_WAYS) window.removeEventListener(way, done, true);
  };
  for (const way of OWN_WAYS) window.addEventListener(way, done, true);
  const go = () => {
    if (!main.isBusy) return;
    // The address is completed, and the page grows, while it is drawn again.
    const wanted = window[LEFT_AT].get(addressHere());
    const now = performance.now();
    if (wanted && main.scrollHeight - main.clientHeight >= wanted) {
      reached = isDrawn() ? reached || now : now;
      main.scrollTop = wanted;
    }
    const longest = wanted && !reached ? LONGEST_WAIT : AT_PLACE;
    if (now - (reached || begun) < longest && now - begun < LONGEST_WAIT) requestAnimationFrame(go);
    else done();
  };
  requestAnimationFrame(go);
}

function rememberPlaces() {
  if (window[LEFT_AT]) return;
  window[LEFT_AT] = new Map(JSON.parse(window.sessionStorage.getItem(LEFT_AT)));
  const main = () => document.querySelector(".stMain");
  document.addEventListener("scroll", (event) => {
    // While another page comes it begins on top, which is no place where this one was left.
    if (event.target === main() && !event.target.isBusy && isDrawn()) window[LEFT_AT].set(addressHere(), event.target.scrollTop);
  }, true);
  // A reload forgets no place.
  window.addEventListener("pagehide", () => window.sessionStorage.setItem(LEFT_AT, JSON.stringify([...window[LEFT_AT]].slice(-MOST_PLACES))));
  window.addEventListener("popstate", () => findAgain(main()));
}
