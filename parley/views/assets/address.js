// Keeps the address whole, and tells the page when the reader turns back to another address of it.

const OWN = ["step", "embed", "embed_options"]; // what the browser side alone writes

let path = window.location.pathname;
let onBack = null, onLink = null;

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
  window.history.replaceState(window.history.state, "", `${window.location.pathname}${search ? `?${search}` : ""}${window.location.hash}`);
}

export default function (component) {
  const { data, setStateValue } = component;
  path = window.location.pathname;
  write(withAsked(data.query));
  if (onBack) window.removeEventListener("popstate", onBack);
  if (onLink) window.removeEventListener("click", onLink, true);
  onBack = (event) => {
    // Another page is opened by its address anyway.
    if (window.location.pathname === path) setStateValue("back", `${window.location.search || "?"} ${event.timeStamp}`);
  };
  onLink = (event) => {
    const link = event.target.closest && event.target.closest("[data-testid=stAlert] a");
    // Streamlit would open what stands instead of what is gone in a window of its own.
    if (link && link.origin === window.location.origin) link.target = "_self";
  };
  window.addEventListener("popstate", onBack);
  window.addEventListener("click", onLink, true);
}
