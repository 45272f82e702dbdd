// What was typed and is not known to have been kept by the server yet: this tab holds it, and puts it back into its field where the page is loaded anew.
// Whoever loads a page anew leaves at once: what is said then may arrive late, or in a run that is broken off.

const UNSENT = "parley-unsent", STATE = "data-test-script-state";

const heldHere = () => JSON.parse(sessionStorage.getItem(UNSENT) || "{}");
const pageOf = () => `${window.location.pathname}${window.location.search} `;

function hold(held) {
  try {
    if (Object.keys(held).length) sessionStorage.setItem(UNSENT, JSON.stringify(held));
    else sessionStorage.removeItem(UNSENT);
  } catch {} // a text for which the browser has no room is sent as ever
}

const missing = heldHere(); // what was held when the page was loaded, as far as its fields have not been seen since

hold(Object.fromEntries(Object.entries(missing).map(([name, { text, drawn }]) => [name, { text, drawn }])));

// A field is known by its name in the form, whichever time the form is drawn, and by the address of the page.
function nameOf(field) {
  const names = [...(field.closest("[class*=st-key-]")?.classList || [])].filter((one) => one.startsWith("st-key-"));
  return names.length ? pageOf() + names[0].replace(/_\d+_/, "_") : "";
}

const drawnAs = (field) => [...field.closest("[class*=st-key-]").classList].find((one) => one.startsWith("st-key-"));

function holdTyped(field) {
  const name = nameOf(field);
  if (name) hold({ ...heldHere(), [name]: { text: field.value, drawn: drawnAs(field) } });
}

function noteSent(field) {
  const held = heldHere(), name = nameOf(field);
  if (held[name]) hold({ ...held, [name]: { ...held[name], isSent: true } });
}

// A run that begins after something was sent knows of it, if it is none that was on its way: what two runs have passed is kept. What is drawn
// no more in the form was saved or thrown away.
function noteRun() {
  const held = Object.entries(heldHere()), here = pageOf();
  const isOver = ([name, one]) => one.runs > 1 || (name.startsWith(here) && !missing[name] && !document.querySelector(`.${one.drawn}`));
  if (!isAtRest()) hold(Object.fromEntries(held.map(([name, one]) => [name, { ...one, runs: one.isSent ? (one.runs || 0) + 1 : 0 }])));
  else hold(Object.fromEntries(held.filter((one) => !isOver(one))));
}

// Puts what was held before the page was loaded anew back into its fields, each of `typed` that does not say it: again until it stays there, for
// what the server knows of a field may be put into it later.
function putBack(typed, send) {
  if (!isAtRest() || !Object.keys(missing).length) return;
  const held = heldHere();
  for (const field of document.querySelectorAll(typed)) {
    const name = nameOf(field), found = missing[name];
    if (!found) continue;
    found.seen ||= drawnAs(field);
    if (held[name]?.text !== found.text || found.seen !== drawnAs(field)) {
      delete missing[name]; // something else has been typed since, it is kept, or the form was begun anew
      continue;
    }
    if (field.value === found.text) {
      if (held[name].drawn !== drawnAs(field)) holdTyped(field);
      noteSent(field);
      continue;
    }
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
  for (const wait of [0, 300, 1500]) setTimeout(() => putBack(typed, send), wait);
  return watch;
}
