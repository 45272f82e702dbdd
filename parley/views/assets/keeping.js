// What is typed reaches the page while it is typed, and the name given stays in the browser.

const TYPED = "[data-testid=stTextInput] input, [data-testid=stTextArea] textarea";
const AT_REST = 600; // milliseconds without a key, after which what was typed is sent
const LEAVING = ["beforeunload", "pagehide"]; // whoever loads the page anew is served only after what is said at once

// Streamlit takes over what was typed once its field is left: it is told so, and that somebody is back, while the reader never left.
function send(field) {
  for (const name of ["focusout", "focusin"]) field.dispatchEvent(new FocusEvent(name, { bubbles: true }));
}

export default function (component) {
  const { whole } = component.data;
  remember(component.data);
  let field = null, waiting = 0;
  const isOurs = (one) => one.matches?.(TYPED) && !one.closest(whole);
  const flush = () => {
    clearTimeout(waiting);
    if (field && field.isConnected && field.matches(":focus")) send(field);
    field = null;
  };
  const typed = (event) => {
    if (!isOurs(event.target)) return;
    field = event.target;
    holdTyped(field);
    clearTimeout(waiting);
    waiting = setTimeout(flush, AT_REST);
  };
  const left = (event) => isOurs(event.target) && noteSent(event.target);
  const entered = (event) => event.key === "Enter" && left(event);
  document.addEventListener("input", typed);
  document.addEventListener("focusout", left);
  document.addEventListener("keydown", entered);
  for (const name of LEAVING) window.addEventListener(name, flush);
  const runs = watchRuns(TYPED, send);
  return () => {
    clearTimeout(waiting);
    runs.disconnect();
    document.removeEventListener("input", typed);
    document.removeEventListener("focusout", left);
    document.removeEventListener("keydown", entered);
    for (const name of LEAVING) window.removeEventListener(name, flush);
  };
}
