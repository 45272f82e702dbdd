// Previous, choose, next. The place is kept here and sent as an absolute value, so no press is lost however fast.

function fill(select, groups, none) {
  select.replaceChildren(...(none ? [new Option(none, "", true)] : []));
  for (const group of groups) {
    const box = document.createElement("optgroup");
    box.label = group.name;
    for (const [value, label] of group.options) box.append(new Option(label, value));
    select.append(box);
  }
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".navigator");
  const [previous, next] = root.querySelectorAll("button");
  const select = root.querySelector("select");
  root.send = setStateValue;
  const none = data.current ? "" : data.none;
  const options = JSON.stringify([data.groups, none]);
  if (root.pending === data.current) root.pending = null;
  if (root.options !== options) {
    root.options = options;
    fill(select, data.groups, none);
  }
  select.value = root.pending || data.current;
  select.setAttribute("aria-label", data.label);
  const settle = () => {
    previous.disabled = select.selectedIndex <= 0;
    next.disabled = select.selectedIndex >= select.length - 1;
  };
  const go = (index) => {
    if (!select.options[index]?.value) return;
    select.selectedIndex = index;
    root.pending = select.value;
    settle();
    const chosen = select.value;
    writeAddress("issue", chosen, false);
    whenServed(() => root.send("chosen", `${chosen} ${Date.now()}`), () => root.pending !== chosen);
  };
  settle();
  previous.onclick = () => go(select.selectedIndex - 1);
  next.onclick = () => go(select.selectedIndex + 1);
  select.onchange = () => go(select.selectedIndex);
  const onKey = (event) => {
    const at = event.composedPath()[0];
    const typing = at && at.closest && at.closest("input, select, textarea, [contenteditable], [role=dialog], [role=listbox], [role=spinbutton], [role=radiogroup]");
    if (typing || event.shiftKey || event.altKey || event.ctrlKey || event.metaKey || document.querySelector("[role=dialog]")) return;
    const key = keyName(event);
    if (key === "ArrowLeft") go(select.selectedIndex - 1);
    else if (key === "ArrowRight") go(select.selectedIndex + 1);
    else return;
    event.preventDefault();
  };
  // This function runs again for every new state, but its clean-up only when the control goes away.
  if (root.onKey) window.removeEventListener("keydown", root.onKey);
  root.onKey = onKey;
  window.addEventListener("keydown", onKey);
  return () => window.removeEventListener("keydown", root.onKey);
}
