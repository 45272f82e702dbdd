// Keeps the address whole, and tells the page when the reader turns to another address of it.

const OWN = ["step", "embed", "embed_options"]; // what the browser side alone writes
const LOST = 500; // milliseconds after which a page that has not come, and is not being worked out, is asked for again
const MOST = 5; // times that it is

let drawn = ""; // the path of the page that is drawn
let turned = 0; // when the reader last turned to another address of it
let leave = null, missing = null, times = 0;

// A run that ends late knows of an older choice than the reader's last.
function withAsked(query) {
  const asked = window["parley-asked"];
  return asked ? query.replace(/(^|&)issue=[^&]*/, `$1issue=${encodeURIComponent(asked.issue)}`) : query;
}

function write(query) {
  const here = new URLSearchParams(window.location.search);
  const own = new URLSearchParams([...here].filter(([name]) => OWN.includes(name))).toString();
  const search = [query, own].filter(Boolean).join("&");
  if (`?${search}` === window.location.search) return;
  replaceAddress(`${window.location.pathname}${search ? `?${search}` : ""}${window.location.hash}`);
}

// A run that was on its way when the reader went elsewhere would write what it knows over the address, or the page wanted once more after it.
for (const name of ["pushState", "replaceState"]) {
  window.history[name] = (state, unused, address) => (window[GOING] && address) || History.prototype[name].call(window.history, state, unused, address);
}

// What is drawn is not what the address names: the end of an older run, unless one that leads elsewhere has met the reader's turn and won.
function awaitPage() {
  missing = setTimeout(() => {
    if (document.querySelector(".stApp").dataset.testScriptState !== "notRunning") awaitPage();
    else if (++times <= MOST) window.dispatchEvent(new PopStateEvent("popstate"));
    else window[GOING] = null;
  }, LOST);
}

// A choice in a control of Streamlit's gets an entry of its own at once, which is completed when the page is drawn with it.
function beginEntry(event, choices) {
  const [, name] = /(?:^|\s)st-key-(\S+)/.exec(event.target.closest?.("[class*=st-key-]")?.className ?? "") ?? [];
  const isChosen = event.type === "change" ? event.target.type === "radio" : event.target.closest?.("button:not([aria-checked=true])");
  if (!choices.includes(name) || !isChosen) return;
  pushAddress(window.location.href);
  window[GOING] = drawn;
}

export default function (component) {
  const { data, setStateValue } = component;
  clearTimeout(missing);
  drawn = withoutSlash(data.page);
  if ((!window[GOING] || window[GOING] === drawn) && Number(data.turn) >= turned) {
    window[GOING] = null;
    times = 0;
    write(withAsked(data.query));
  } else {
    awaitPage();
  }
  const onTurn = (event) => {
    window[GOING] = withoutSlash(window.location.pathname);
    // Another page is opened by its address anyway, and a word from this one would lead back to it.
    turned = window[GOING] === drawn ? event.timeStamp : 0;
    if (turned) setStateValue("back", `${window.location.search || "?"} ${turned}`);
  };
  const onLink = (event) => {
    const link = event.target.closest && event.target.closest("[data-testid=stAlert] a");
    // Streamlit would open what stands instead of what is gone in a window of its own.
    if (link && link.origin === window.location.origin) link.target = "_self";
  };
  if (leave) leave.abort();
  leave = new AbortController();
  const first = { capture: true, signal: leave.signal };
  for (const choice of ["change", "click"]) window.addEventListener(choice, (event) => beginEntry(event, data.choices), first);
  for (const turn of TURNS_OF_PAGE) window.addEventListener(turn, onTurn, { signal: leave.signal });
  window.addEventListener("click", onLink, first);
}
