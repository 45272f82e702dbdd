// A chart that stays: plotly changes it in place. Over each mark lies a button that says who said it and when, and opens the evidence.

const SMALLEST = 26; // pixels that a button has each way at least, for fingers
// Left to itself, plotly forgets the height at every other change of the width, and what stands beneath comes to lie over the chart.
const CONFIG = { displayModeBar: false, responsive: false };

const POINTED_AT = "parley-pointed-at"; // where on the screen the pointer was when it last moved over a mark

const within = (value, low, high) => Math.min(Math.max(value, low), high);

// Where an area of the drawing has come to lie, in pixels of the page: plotly stretches a drawing across, and never upwards.
function placeOf([left, top, right, bottom], plot) {
  const across = plot._fullLayout.xaxis;
  const xs = [left, right].map((one) => within(across.d2p(one), 0, across._length));
  const wide = Math.max(xs[1] - xs[0] + 6, SMALLEST), high = Math.max(bottom - top, SMALLEST);
  const own = [(xs[1] - xs[0]) / wide, (bottom - top) / high];
  return { left: within((xs[0] + xs[1] - wide) / 2, 0, across._length - wide), top: (top + bottom - high) / 2, wide, high, own };
}

// Buttons are wider than their marks, for fingers, and overlap where marks stand close together: meant is the one whose own mark the pointer is on,
// else the nearest.
function meant(button, event) {
  const far = (one) => {
    const { left, top, width, height } = one.getBoundingClientRect(), [across, up] = one.own ?? [1, 1];
    const x = Math.max(Math.abs(event.clientX - left - width / 2) - (width * across) / 2, 0);
    const y = Math.max(Math.abs(event.clientY - top - height / 2) - (height * up) / 2, 0);
    return [Math.hypot(x, y), width * across * height * up];
  };
  const isUnder = ({ left, right, top, bottom }) => left <= event.clientX && event.clientX <= right && top <= event.clientY && event.clientY <= bottom;
  const under = [...button.parentElement.children].filter((one) => isUnder(one.getBoundingClientRect()));
  const ordered = under.map((one) => [one, far(one)]).sort(([, one], [, other]) => one[0] - other[0] || one[1] - other[1]);
  return ordered.length ? ordered[0][0] : button;
}

function hide(root) {
  root.querySelector(".told").hidden = true;
}

function tell(root, button, spot) {
  const told = root.querySelector(".told");
  const line = (kind, text) => Object.assign(document.createElement("div"), { className: kind, textContent: text });
  told.replaceChildren(line("words", spot.words), ...spot.said.map((one) => line("said", one)));
  told.hidden = false;
  told.of = button;
  const room = root.getBoundingClientRect(), own = told.getBoundingClientRect(), mark = button.getBoundingClientRect();
  const above = mark.top - room.top - own.height - 6;
  // What of the header stays in reach covers nothing that is told.
  const header = parseFloat(getComputedStyle(document.documentElement).getPropertyValue("--parley-header")) || 0;
  told.style.left = `${within(mark.left + mark.width / 2 - own.width / 2 - room.left, 0, Math.max(0, room.width - own.width))}px`;
  told.style.top = `${mark.top - own.height - 6 > header ? above : mark.bottom - room.top + 6}px`;
}

// Of a band both edges are buttons; the keyboard stops at the first.
function buttonOf(root, spot, number) {
  const button = document.createElement(spot.open ? "button" : "span");
  button.className = "spot";
  if (spot.open) button.type = "button";
  button.tabIndex = number ? -1 : 0;
  button.setAttribute("aria-label", [spot.words, ...spot.said].join(". "));
  if (!spot.open) button.setAttribute("role", "note");
  const silence = () => {
    root.focused = null;
    hide(root);
  };
  // A mark that comes to lie under a resting pointer, as where something above it is closed or scrolled away, is not pointed at.
  button.onpointermove = (event) => {
    const told = root.querySelector(".told"), at = `${event.screenX} ${event.screenY}`;
    const pointed = meant(button, event);
    if (window[POINTED_AT] !== at && (told.hidden || told.of !== pointed)) tell(root, pointed, pointed.spot);
    window[POINTED_AT] = at;
  };
  button.onfocus = () => {
    root.focused = () => tell(root, button, spot);
    root.focused();
  };
  // The mark that has the focus stays told when another goes away from under the pointer, as by scrolling.
  button.onpointerleave = () => (root.focused ?? silence)();
  button.onblur = silence;
  button.onkeydown = (event) => {
    if (event.key === "Escape") silence();
  };
  button.spot = spot;
  // Pressed by a key, a button is meant itself.
  button.onclick = (event) => {
    const { open } = (event.detail ? meant(button, event) : button).spot;
    if (open) root.openSpot(open);
  };
  return button;
}

// The buttons go where the marks have come to lie; those that stay keep the focus.
function lay(root) {
  const plot = root.querySelector(".plot"), held = root.querySelector(".spots");
  if (!plot._fullLayout || !root.spots) return;
  if (held.made !== root.spots) {
    const at = [...held.children].indexOf(document.activeElement);
    root.areas = root.spots.flatMap((spot) => spot.areas.map((area, number) => ({ area, button: buttonOf(root, spot, number) })));
    held.replaceChildren(...root.areas.map((one) => one.button));
    held.made = root.spots;
    hide(root);
    if (at >= 0 && held.children.length) held.children[Math.min(at, held.children.length - 1)].focus({ preventScroll: true });
  }
  for (const { area, button } of root.areas) {
    const { left, top, wide, high, own } = placeOf(area, plot);
    button.own = own;
    Object.assign(button.style, { left: `${left}px`, top: `${top}px`, width: `${wide}px`, height: `${high}px` });
  }
}

// On paper a drawing is as wide as the sheet, whatever the window was: without a frame of its own it would be cut.
function frame(plot) {
  for (const one of plot.querySelectorAll(".main-svg")) one.setAttribute("viewBox", `0 0 ${one.getAttribute("width")} ${one.getAttribute("height")}`);
}

function plotAnew(root, Plotly) {
  const plot = root.querySelector(".plot");
  const { figure, spots } = root.data;
  const fresh = JSON.stringify([figure, spots]);
  if (root.drawn === fresh) return;
  root.drawn = fresh;
  root.spots = spots;
  const { data, layout } = JSON.parse(figure);
  root.drawing = Plotly.react(plot, data, { ...layout, width: plot.clientWidth || undefined }, CONFIG).then(() => {
    const placed = () => {
      frame(plot);
      lay(root);
    };
    if (!root.isListening) plot.on("plotly_afterplot", placed);
    root.isListening = true;
    placed();
  });
}

// As wide as its place, also between the widths for which it is laid out.
function widen(root) {
  const plot = root.querySelector(".plot"), wide = plot.clientWidth;
  if (plot._fullLayout && wide && wide !== plot._fullLayout.width) root.drawing = window.Plotly.relayout(plot, { width: wide });
}

function part(name, role) {
  const made = Object.assign(document.createElement("div"), { className: name });
  made.setAttribute("role", role);
  return made;
}

// Draws a chart into `root`, a figure of the class "parley-chart"; `openSpot` is called with what a mark opens.
function drawChart(root, data, openSpot) {
  if (!root.firstChild) root.append(part("plot", "img"), part("spots", "group"), Object.assign(part("told", "tooltip"), { hidden: true }));
  if (!root.widening) {
    root.widening = new ResizeObserver(() => widen(root));
    root.widening.observe(root);
  }
  root.openSpot = openSpot;
  root.data = data;
  root.querySelector(".plot").setAttribute("aria-label", data.alt);
  root.querySelector(".spots").setAttribute("aria-label", data.marks);
  if (window.Plotly) plotAnew(root, window.Plotly);
  else whenPlotly(data.plotly).then((Plotly) => root.isConnected && plotAnew(root, Plotly));
}

function leaveChart(root) {
  root.widening?.disconnect();
  root.widening = null;
  // One that is still being drawn would be missed by whoever draws it.
  const letGo = () => window.Plotly.purge(root.querySelector(".plot"));
  root.drawing?.then(letGo, letGo);
}
