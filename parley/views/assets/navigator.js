// Previous, choose, next. What is chosen is shown at once and sent as an absolute value, so no press is lost however fast.

const SETTLED = 3000; // milliseconds without an answer after a run that was none

function fill(select, groups, none) {
  select.replaceChildren(...(none ? [new Option(none, "", true)] : []));
  for (const group of groups) {
    const box = document.createElement("optgroup");
    box.label = group.name;
    for (const [value, label, question, number] of group.options) box.append(Object.assign(new Option(label, value), { question, number }));
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
  if (root.options !== options) {
    root.options = options;
    fill(select, data.groups, none);
    window[ORDER] = data.groups.flatMap((group) => group.options.map(([value]) => value));
  }
  select.setAttribute("aria-label", data.label);
  const show = () => {
    select.value = askedFor()?.issue ?? data.current;
    const shown = select.options[select.selectedIndex];
    const question = shown?.question ?? "";
    Object.assign(root.querySelector(".question"), { textContent: question, title: question });
    root.querySelector(".number").textContent = shown?.number ?? "";
    previous.disabled = select.selectedIndex <= 0;
    next.disabled = select.selectedIndex >= select.length - 1;
  };
  const go = (index) => {
    const option = select.options[index];
    if (!option?.value) return;
    const chosen = option.value, turn = nextTurn();
    askFor(chosen, option.label, turn);
    writeAddress("issue", chosen, false);
    whenServed(() => root.send("chosen", `${chosen} ${turn}`), () => askedFor()?.turn !== turn);
  };
  answered(data.turn);
  whenAsked(root, show);
  show();
  // Two choices that met in one run may have come in the wrong order: what the reader sees is asked for again.
  clearTimeout(root.settling);
  const asked = askedFor();
  const askAgain = () => {
    const turn = nextTurn();
    askFor(asked.issue, asked.name, turn);
    root.send("chosen", `${asked.issue} ${turn}`);
  };
  if (asked) root.settling = setTimeout(() => askedFor() === asked && whenServed(askAgain), SETTLED);
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
  // The address says which issue the reader has turned back to; its own script tells the server, as the same turn.
  const onBack = (event) => {
    const issue = new URLSearchParams(window.location.search).get("issue");
    const option = [...select.options].find((one) => one.value === issue);
    if (issue && option) askFor(issue, option.label, event.timeStamp);
  };
  // This function runs again for every new state, but its clean-up only when the control goes away.
  root.leave?.();
  root.leave = () => {
    window.removeEventListener("keydown", onKey);
    for (const turn of TURNS_OF_PAGE) window.removeEventListener(turn, onBack);
  };
  window.addEventListener("keydown", onKey);
  for (const turn of TURNS_OF_PAGE) window.addEventListener(turn, onBack);
  return () => {
    root.leave();
    clearTimeout(root.settling);
    leaveAsked(root);
    forgetAsked();
  };
}
