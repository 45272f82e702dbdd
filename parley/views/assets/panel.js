// What a page shows of one issue, fetched from the dashboard itself.

const APART = 40; // pixels between the widths for which panels are made
const NARROWEST = 240, WIDEST = 4000; // pixels, beyond which the dashboard makes none
const SHOWN = "parley-shown"; // the event once a panel is drawn, and where all the page reads which
const held = new Held(300_000);

// The page's colours are those of the machine, or what the reader has chosen, and change with them.
const schemeOf = (app) => (getComputedStyle(app).colorScheme === "dark" ? "dark" : "light");
const baseOf = (root) => `${root.base}&theme=${schemeOf(document.querySelector(".stApp"))}&width=${root.wide}`;
const addressOf = (base, issue) => `${base}&issue=${encodeURIComponent(issue)}`;

const MAKE = {
  sheet() {
    const node = document.createElement("div");
    const root = Object.assign(document.createElement("div"), { className: "sheet" });
    node.attachShadow({ mode: "open" }).append(root);
    adopt(node.shadowRoot, "sheet.css");
    return Object.assign(node, { update: (part, panel) => drawTable(root, { ...part.sheet, issues: panel.links }, panel.open) });
  },
  chart() {
    const node = Object.assign(document.createElement("figure"), { className: "parley-chart" });
    return Object.assign(node, { update: (part, panel) => drawChart(node, part.chart, panel.open), leave: () => leaveChart(node) });
  },
  note() {
    const node = document.createElement("p");
    return Object.assign(node, { update: (part) => { node.textContent = part.note; } });
  },
  folded() {
    const node = document.createElement("details"), label = document.createElement("summary"), inside = MAKE.sheet();
    node.append(label, inside);
    const update = (part, panel) => {
      label.textContent = part.folded;
      // Most readers leave it folded.
      node.ontoggle = () => node.open && inside.update(part, panel);
      node.ontoggle();
    };
    return Object.assign(node, { update });
  },
};

// What stays is changed in place; so a chart is never put up anew, and what was unfolded stays so.
function draw(root, address, panel) {
  const kept = new Map([...root.children].map((node) => [node.dataset.key, node]));
  const keys = new Set(panel.parts.map((part) => part.key));
  for (const [key, node] of kept) {
    if (keys.has(key)) continue;
    node.leave?.();
    node.remove();
  }
  panel.parts.forEach((part, at) => {
    let node = kept.get(part.key);
    if (!node) {
      node = MAKE[part.kind]();
      node.dataset.key = part.key;
      root.insertBefore(node, root.children[at] || null);
    }
    node.update(part, root);
  });
  root.removeAttribute("aria-busy");
  window[SHOWN] = address;
  window.dispatchEvent(new CustomEvent(SHOWN, { detail: address }));
}

function show(root) {
  if (!root.wide) return;
  const issue = askedFor()?.issue ?? root.served;
  const base = baseOf(root), address = addressOf(base, issue);
  if (root.wanted === address) return;
  root.wanted = address;
  const done = (panel) => {
    if (root.wanted !== address) return;
    draw(root, address, panel);
    if (issue) travelAhead(root, issue, base);
  };
  const failed = (error) => {
    if (root.wanted !== address) return;
    if (error instanceof Refused) draw(root, address, { parts: [{ kind: "note", key: "refused", note: root.refused }] });
    // The files have just changed, and the server is about to say so; or it is away.
    else setTimeout(() => {
      if (root.wanted !== address) return;
      root.wanted = null;
      show(root);
    }, AGAIN);
  };
  const found = held.at(address);
  if (!found.then) return done(found);
  root.setAttribute("aria-busy", "true");
  found.then(done, failed);
}

// What the reader waits for goes before: the server's answer, and the library of the first chart.
const isBusy = () => document.hidden || !window.Plotly || isAnswering();

async function travelAhead(root, issue, base) {
  const isOver = () => root.wanted !== addressOf(base, issue) || !root.isConnected;
  // What has just been drawn is painted first; and the chooser may come later than the first panel.
  do await pause(150); while (!window[ORDER] && !isOver());
  if (isOver()) return;
  const rest = async () => {
    do await pause(150); while (isBusy() && !isOver());
    await idle();
  };
  held.ahead(nearest(window[ORDER], window[ORDER].indexOf(issue)).map((one) => addressOf(base, one)), rest, isOver);
}

// Panels are laid out for the width they have, rounded down, and anew where it changes.
function measure(root) {
  const wide = Math.min(Math.max(Math.floor(root.clientWidth / APART) * APART, NARROWEST), WIDEST);
  if (!root.clientWidth || wide === root.wide) return;
  root.wide = wide;
  show(root);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".parley-panel");
  whenPlotly(data.plotly).catch(() => {}); // asked for again by the first chart
  root.open = openingWith(setTriggerValue);
  Object.assign(root, { base: data.base, served: data.issue, links: data.issues, refused: data.refused });
  answered(data.turn);
  whenAsked(root, () => show(root));
  if (!root.watching) {
    root.watching = new ResizeObserver(() => measure(root));
    root.watching.observe(root);
    root.turning = new MutationObserver(() => show(root));
    root.turning.observe(document.querySelector(".stApp"), { attributeFilter: ["class"] });
    measure(root);
  }
  show(root);
  return () => {
    leaveAsked(root);
    root.watching.disconnect();
    root.turning.disconnect();
    root.watching = null;
    for (const node of root.children) node.leave?.();
  };
}
