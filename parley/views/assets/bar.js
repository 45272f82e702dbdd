// The bar on top of every page: the negotiation, the places to go, the search, how to read this, and the link to what is shown.
// "/" leads to the search, "?" tells how to read the page and "p" presents, from anywhere but a field.

const WRITING = "input, select, textarea, [contenteditable], [role=dialog], [role=listbox], [role=spinbutton]";
const OVER = "[role=dialog], [data-presenting]";
const TOLD = 2000; // milliseconds for which it is said that the link was copied

async function copy(words) {
  // Browsers lend the clipboard only to pages that came safely.
  if (navigator.clipboard) return navigator.clipboard.writeText(words);
  const field = document.createElement("textarea");
  field.value = words;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

// A presentation that is on this page begins; else `follow` leads to it, and it begins once it is here.
function present(follow) {
  if (!window.dispatchEvent(new CustomEvent("parley-present", { cancelable: true }))) return;
  window["parley-to-present"] = true;
  follow();
}

// A server that has never run this page runs it as soon as there is a connection again, and what is pressed meanwhile waits for that.
const RUNS = "data-test-script-state", PATIENCE = 10000; // milliseconds
let greet = () => {};
const app = document.querySelector(".stApp");
new MutationObserver((changes) => {
  if (app.getAttribute(CONNECTION) !== "CONNECTED") {
    app.setAttribute(STRANGE, "lost");
  } else if (app.getAttribute(STRANGE) === "lost") {
    app.setAttribute(STRANGE, "greeted");
    greet();
    setTimeout(() => app.removeAttribute(STRANGE), PATIENCE);
  } else if (changes.some((one) => one.attributeName === RUNS) && app.getAttribute(RUNS) === "notRunning") {
    app.removeAttribute(STRANGE);
  }
}).observe(app, { attributes: true, attributeFilter: [CONNECTION, RUNS] });

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".bar");
  rememberPlaces();
  const open = openingWith(setTriggerValue);
  greet = () => setTriggerValue("open", `again: ${nextTurn()}`);
  const home = root.querySelector(".home");
  home.textContent = data.title;
  home.href = data.home[0];
  home.dataset.way = data.home[1];
  fillLinks(root.querySelector("nav"), data.places);
  followWithin(root, open);
  const [search] = root.querySelectorAll("input");
  if (document.activeElement !== root.getRootNode().host) search.value = data.words;
  root.querySelector("form").onsubmit = (event) => {
    event.preventDefault();
    const words = search.value.trim();
    if (words) open(`way:search?${new URLSearchParams({ q: words })}`);
  };
  const help = root.querySelector(".help");
  help.hidden = !data.hasHelp;
  help.onclick = () => open("help:");
  const who = root.querySelector(".who");
  who.hidden = !data.who;
  const menu = who.querySelector("p");
  // Over everything else, the controls beneath the bar too, which lie over it.
  who.ontoggle = () => {
    if (menu.matches(":popover-open") !== who.open) menu.togglePopover();
    const { bottom, right } = who.getBoundingClientRect();
    menu.style.top = `${bottom + 6}px`;
    menu.style.right = `${document.documentElement.clientWidth - right}px`;
  };
  if (data.who) {
    const [name, way] = data.who;
    const summary = who.querySelector("summary");
    summary.textContent = [...name][0];
    summary.title = name;
    summary.setAttribute("aria-label", name);
    who.querySelector("span").textContent = name;
    who.querySelector("a").href = way;
  }
  const button = root.querySelector(".copy"), said = root.querySelector(".said");
  button.onclick = async () => {
    await copy(window.location.href);
    said.textContent = data.copied;
    clearTimeout(root.told);
    root.told = setTimeout(() => { said.textContent = ""; }, TOLD);
  };
  root.leave?.();
  // What was opened over the page closes as soon as somebody turns to something else.
  const onPress = (event) => {
    if (!event.composedPath().includes(who)) who.open = false;
  };
  const onKey = (event) => {
    const at = event.composedPath()[0];
    if (event.key === "Escape") {
      who.open = false;
      if (window["parley-to-present"]) window["parley-to-present"] = "left";
    }
    const isWriting = at && at.closest && at.closest(WRITING);
    if (isWriting || event.altKey || event.ctrlKey || event.metaKey || document.querySelector(OVER)) return;
    const key = keyName(event);
    if (key === "/") search.focus();
    else if (key === "?" && data.hasHelp) help.click();
    else if (key === "p" && !event.shiftKey && !event.repeat) present(() => open(`way:${data.present}`));
    else return;
    event.preventDefault();
  };
  window.addEventListener("keydown", onKey);
  window.addEventListener("pointerdown", onPress);
  const letGo = keepInReach(root);
  root.leave = () => {
    window.removeEventListener("keydown", onKey);
    window.removeEventListener("pointerdown", onPress);
    letGo();
  };
  return () => root.leave();
}
