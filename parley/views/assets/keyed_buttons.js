// Buttons that answer to a letter as well. Once one is pressed all are off until the page answers with another thing; a press that was not heard is said
// once more, which does no harm: it names the thing that it is about.

const WAITING = 3000; // milliseconds in which the page should have answered
const TYPING = "input:not([type=radio]):not([type=checkbox]), select, textarea, [contenteditable], [role=dialog], [role=listbox]";

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".keyed");
  root.setAttribute("aria-label", data.label);
  const had = root.getRootNode().activeElement?.dataset?.name;
  root.send = setStateValue;
  root.dataset.about = data.about;
  if (root.waits !== data.about) {
    clearTimeout(root.waiting);
    root.waits = null;
  }
  const press = (one) => {
    if (one.off || root.waits === data.about) return;
    const about = (root.waits = data.about);
    const say = () => root.send("chosen", `${one.name}:${about} ${nextTurn()}`);
    const rest = () => {
      root.waits = null;
      root.show();
    };
    const again = () => {
      whenServed(say);
      root.waiting = setTimeout(rest, WAITING);
    };
    clearTimeout(root.waiting);
    root.waiting = setTimeout(again, WAITING);
    show();
    whenServed(say);
  };
  const show = () => {
    root.setAttribute("aria-busy", String(root.waits === data.about));
    for (const place of root.children) place.setAttribute("aria-disabled", String(place.isOff || root.waits === data.about));
  };
  root.show = show;
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
