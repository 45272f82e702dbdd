// What the address says: written by the browser, and turned to by the reader.

const GOING = "parley-going"; // the path of the page that is wanted, until it is drawn
const withoutSlash = (path) => path.replace(/(.)\/$/, "$1");
const TURNED = "parley-turned"; // the page that is here is to show what its address now says
const TURNS_OF_PAGE = ["popstate", TURNED];

// The address follows a choice, and Back undoes it; what follows a choice of itself, as in playing and dragging, is undone with it.
// A server that was started anew knows of the choice by the address alone.
function writeAddress(name, value, follows) {
  const others = window.location.search.slice(1).split("&").filter((one) => one);
  const place = others.findIndex((one) => one.startsWith(`${name}=`));
  const choice = `${name}=${encodeURIComponent(value)}`;
  if (place < 0) others.push(choice);
  else others.splice(place, 1, choice);
  const search = "?" + others.join("&");
  if (search === window.location.search) return;
  const address = window.location.pathname + search + window.location.hash;
  if (follows) replaceAddress(address);
  else pushAddress(address);
}

// As the browser does it: `address.js` holds back what Streamlit writes.
const writing = (how) => (address) => History.prototype[how].call(window.history, window.history.state, "", address);
const pushAddress = writing("pushState"), replaceAddress = writing("replaceState");

