// Buttons that answer to a letter as well. Once one is pressed all are off until the page answers with another thing, or after a while with the same.

const WAITING = 4000; // milliseconds in which the page should have answered
const TYPING = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable], [role=dialog], [role=listbox]";

let turn = 0;

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".keyed");
  root.setAttribute("aria-label", data.label);
  const had = root.getRootNode().activeElement?.dataset?.name;
  const press = (one) => {
    if (one.off || root.waits === data.about) return;
    root.waits = data.about;
    show();
    clearTimeout(root.waiting);
    root.waiting = setTimeout(() => {
      root.waits = null;
      show();
    }, WAITING);
    setStateValue("chosen", `${one.name}:${data.about} ${Date.now()}-${(turn += 1)}`);
  };
  const show = () => {
    for (const place of root.children) place.setAttribute("aria-disabled", String(place.isOff || root.waits === data.about));
  };
  root.replaceChildren(...data.buttons.map((one) => {
    const place = Object.assign(document.createElement("button"), { type: "button", isOff: one.off, onclick: () => press(one) });
    place.dataset.name = one.name;
    place.className = one.first ? "first" : "";
    place.setAttribute("aria-label", one.label);
    place.setAttribute("aria-keyshortcuts", one.letter);
    place.append(one.label, Object.assign(document.createElement("kbd"), { textContent: one.letter }));
    return place;
  }));
  show();
  if (had) [...root.children].find((one) => one.dataset.name === had)?.focus();
  const onKey = (event) => {
    const at = event.composedPath()[0];
    const typing = at && at.closest && at.closest(TYPING);
    if (typing || event.repeat || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("[role=dialog]")) return;
    const one = data.buttons.find((each) => each.letter === keyName(event));
    if (!one) return;
    // Streamlit has keys of its own, such as R, which runs the page again.
    event.preventDefault();
    event.stopImmediatePropagation();
    press(one);
  };
  root.leave?.();
  root.leave = () => window.removeEventListener("keydown", onKey, true);
  window.addEventListener("keydown", onKey, true);
  return () => {
    root.leave();
    clearTimeout(root.waiting);
  };
}
