// What was typed and is not known to have been kept by the server yet: this tab holds it, and puts it back into its field where the page is loaded anew.
// Whoever loads a page anew leaves at once: what is said then may arrive late, or in a run that is broken off.

const UNSENT = "parley-unsent", STATE = "data-test-script-state";

const heldHere = () => JSON.parse(sessionStorage.getItem(UNSENT) || "{}");
const isRunning = () => document.querySelector(".stApp")?.getAttribute(STATE) !== "notRunning";

function hold(held) {
  try {
    if (Object.keys(held).length) sessionStorage.setItem(UNSENT, JSON.stringify(held));
    else sessionStorage.removeItem(UNSENT);
  } catch {} // a text for which the browser has no room is sent as ever
}

let missing = heldHere(); // what was held when the page was loaded, as far as its fields have not been seen since

// A field is known by its name in the form, whichever time the form is drawn, and by the address of the page.
function nameOf(field) {
  const names = [...(field.closest("[class*=st-key-]")?.classList || [])].filter((one) => one.startsWith("st-key-"));
  return names.length ? `${window.location.pathname}${window.location.search} ${names[0].replace(/_\d+_/, "_")}` : "";
}

function holdTyped(field) {
  const name = nameOf(field);
  if (name) hold({ ...heldHere(), [name]: { text: field.value } });
}

function noteSent(field) {
  const held = heldHere(), name = nameOf(field);
  if (held[name]) hold({ ...held, [name]: { ...held[name], isSent: true } });
}

// A run that begins after something was sent knows of it, and has kept it when it ends.
function noteRun() {
  const held = Object.entries(heldHere());
  if (isRunning()) hold(Object.fromEntries(held.map(([name, one]) => [name, { ...one, isHeard: one.isSent }])));
  else hold(Object.fromEntries(held.filter(([, one]) => !one.isHeard)));
}

// Puts what was held before the page was loaded anew back into its fields, each of `typed` that does not say it.
function putBack(typed, send) {
  if (isRunning() || !Object.keys(missing).length) return;
  for (const field of document.querySelectorAll(typed)) {
    const name = nameOf(field), found = missing[name];
    if (!found) continue;
    delete missing[name];
    if (field.value === found.text || heldHere()[name]?.text !== found.text) continue;
    Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value").set.call(field, found.text);
    field.dispatchEvent(new Event("input", { bubbles: true }));
    send(field);
  }
}

function watchRuns(typed, send) {
  const told = () => (putBack(typed, send), noteRun());
  const watch = new MutationObserver(told);
  const app = document.querySelector(".stApp");
  if (app) watch.observe(app, { attributes: true, attributeFilter: [STATE] });
  putBack(typed, send);
  return watch;
}
