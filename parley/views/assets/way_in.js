// How to read a row, told on the first visit: whoever closes it does not see it again.

const SEEN = "parley-way-in";

function isSeen() {
  try {
    return window.localStorage.getItem(SEEN) !== null;
  } catch {
    return true; // a browser that keeps nothing would tell it for ever
  }
}

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".way-in");
  root.hidden = isSeen();
  if (root.hidden) return;
  root.setAttribute("aria-label", data.label);
  root.querySelector(".sentences").replaceChildren(...data.sentences.map((one) => Object.assign(document.createElement("p"), { textContent: one })));
  const drawn = root.querySelector(".drawn");
  drawn.setAttribute("aria-label", data.alt);
  drawn.replaceChildren(...Object.entries(data.drawings).map(([width, svg]) => {
    const place = Object.assign(document.createElement("div"), { className: width });
    putSvg(place, svg);
    return place;
  }));
  // In a low window it is opened first, so that an issue is seen as well.
  const open = root.querySelector(".open");
  open.textContent = data.label;
  open.onclick = () => {
    root.classList.add("opened");
    close.focus({ preventScroll: true });
  };
  const close = root.querySelector(".close");
  close.textContent = data.close;
  close.onclick = () => {
    try {
      window.localStorage.setItem(SEEN, "1");
    } finally {
      root.hidden = true;
    }
  };
}
