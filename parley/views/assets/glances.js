// Issues at a glance, a row for each. Names are there at once; what is drawn is fetched for the rows that the reader comes near, and changed in place.

const NEAR = "700px 0px"; // above and below the window
const TOGETHER = 6; // rows that are fetched with one question
const STEP = 20; // pixels between the widths for which rows are laid out
const LEAST = 240, MOST = 4000; // pixels, beyond which the dashboard lays out none
const AGAIN = 1000; // milliseconds after which is asked again where no answer came
const KEPT = 400; // answers that are held

const answers = new Map(); // by address, what came or the promise of it

function answerAt(address) {
  if (!answers.has(address)) {
    const coming = fetchOwn(address).then(JSON.parse);
    coming.catch(() => answers.delete(address));
    answers.set(address, coming);
    if (answers.size > KEPT) answers.delete(answers.keys().next().value);
  }
  return answers.get(address);
}

function rowNode(root, one) {
  const node = element("article", "glance");
  node.dataset.issue = one.issue;
  const head = element("h3");
  head.append(itemNode({ text: one.name, open: `issue:${one.issue}` }, "", root.opens));
  const figure = element("figure", "parley-chart");
  const drawn = element("div", "drawn"), spots = part("spots", "group"), told = Object.assign(part("told", "tooltip"), { hidden: true });
  drawn.setAttribute("role", "img");
  drawn.setAttribute("aria-label", one.name);
  spots.setAttribute("aria-label", root.marks);
  figure.append(drawn, spots, told);
  figure.openSpot = (target) => root.opens(target);
  const about = element("p", "about");
  about.append(element("span", "question", one.question), " ", element("span", "silent"));
  node.append(head, about, element("div", "answer"), figure);
  node.row = one;
  return node;
}

// Words within a line of others, which a real button would not let break; where they rest on statements they open them.
function quietNode(item, open) {
  const node = element("span", "", item.text);
  if (!item.open) return node;
  node.setAttribute("role", "button");
  node.tabIndex = 0;
  node.onclick = () => open(item.open);
  node.onkeydown = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    open(item.open);
  };
  return node;
}

const share = (value, whole) => `${(value / whole) * 100}%`;

// The buttons lie over the marks, in shares of the drawing, so that they stay there however wide it is shown.
function laySpots(figure, spots, [width, height]) {
  const held = figure.querySelector(".spots");
  const at = [...held.children].indexOf(held.getRootNode().activeElement);
  held.replaceChildren();
  for (const spot of spots) {
    spot.areas.forEach(([left, top, right, bottom], number) => {
      const button = buttonOf(figure, spot, number);
      const wide = Math.max(right - left + 4, SMALLEST - 2), high = Math.max(bottom - top, SMALLEST - 2);
      button.own = [(right - left) / wide, (bottom - top) / high];
      const x = within((left + right - wide) / 2, 0, Math.max(0, width - wide));
      Object.assign(button.style, { left: share(x, width), top: share((top + bottom - high) / 2, height), width: share(wide, width), height: share(high, height) });
      held.append(button);
    });
  }
  figure.querySelector(".told").hidden = true;
  if (at >= 0 && held.children.length) held.children[Math.min(at, held.children.length - 1)].focus({ preventScroll: true });
}

// Words that stay the same stay, and the focus on them.
function refill(held, items, nodeOf) {
  const fresh = JSON.stringify(items);
  if (held.fresh === fresh) return;
  held.fresh = fresh;
  held.replaceChildren(...items.map(nodeOf));
}

function fill(root, node, data, address) {
  node.dataset.drawn = address;
  node.removeAttribute("aria-busy");
  const fresh = JSON.stringify(data);
  if (node.fresh === fresh) return;
  node.fresh = fresh;
  const figure = node.querySelector("figure"), drawn = figure.querySelector(".drawn");
  refill(node.querySelector(".answer"), data.answer, (item) => itemNode(item, "", root.opens));
  refill(node.querySelector(".silent"), data.silent ? [data.silent] : [], (item) => quietNode(item, root.opens));
  drawn.setAttribute("aria-label", data.alt);
  putSvg(drawn, data.svg);
  laySpots(figure, data.spots, data.size);
}

function addressOf(root, nodes) {
  const issues = nodes.map((node) => `&issue=${encodeURIComponent(node.row.issue)}`).join("");
  return `${root.base}&width=${root.wide}${nodes[0] === root.rows[0] ? `&key=${root.whole}` : ""}${issues}`;
}

function tellInstead(nodes, words) {
  for (const node of nodes) {
    node.removeAttribute("aria-busy");
    refill(node.querySelector(".answer"), [words], () => element("p", "", words));
  }
}

// Rows are fetched in the same stretches whoever scrolls how far, so that one answer serves all.
const stretchOf = (root, number) => root.rows.slice(number * TOGETHER, (number + 1) * TOGETHER);

function fillAll(root, nodes, found, address) {
  found.rows.forEach((data, at) => fill(root, nodes[at], data, address));
  if (!found.key) return;
  putSvg(root.key, found.key.svg);
  root.key.firstChild.style.width = `${root.whole * root.scale}px`;
  root.key.setAttribute("aria-label", found.key.alt);
}

function fetchStretch(root, number) {
  const nodes = stretchOf(root, number);
  if (!root.wide || !nodes.length) return;
  const address = addressOf(root, nodes);
  if (nodes.every((node) => node.wanted === address)) return;
  for (const node of nodes) {
    node.wanted = address;
    node.setAttribute("aria-busy", "true");
  }
  const isWanted = () => root.isConnected && nodes.every((node) => node.wanted === address);
  answerAt(address).then((found) => {
    if (isWanted()) fillAll(root, nodes, found, address);
  }, (error) => {
    if (!isWanted()) return;
    if (error instanceof Refused) return tellInstead(nodes, root.refused);
    // The files have just changed, and the server is about to say so; or it is away.
    setTimeout(() => {
      if (!isWanted()) return;
      for (const node of nodes) node.wanted = null;
      fetchStretch(root, number);
    }, AGAIN);
  });
}

function fetchNear(root) {
  const near = new Set(root.rows.map((node, at) => (node.isNear ? Math.floor(at / TOGETHER) : -1)));
  for (const number of [...near].sort((one, other) => one - other)) if (number >= 0) fetchStretch(root, number);
}

// On paper stand all rows: those that are not drawn yet are fetched before anything goes on, and of what does not come the paper says so.
function fetchForPaper(root) {
  for (let number = 0; root.wide && number * TOGETHER < root.rows.length; number++) {
    const nodes = stretchOf(root, number), address = addressOf(root, nodes);
    if (nodes.every((node) => node.dataset.drawn === address)) continue;
    try {
      fillAll(root, nodes, JSON.parse(fetchAtOnce(address)), address);
    } catch {
      for (const node of nodes) blank(node);
      tellInstead(nodes, root.absent);
    }
  }
}

// What a row shows may be that of another day.
function blank(node) {
  Object.assign(node, { wanted: null, fresh: null });
  delete node.dataset.drawn;
  for (const held of node.querySelectorAll(".drawn, .spots, .silent")) Object.assign(held, { fresh: null }).replaceChildren();
}

// What stays is kept: a row is changed in place when the day, the parties or the width change.
function build(root, rows) {
  const fresh = JSON.stringify(rows);
  if (root.made === fresh) return;
  root.made = fresh;
  const kept = new Map(root.rows.map((node) => [node.row.issue, node]));
  const nodes = rows.map((one) => {
    if (one.heading !== undefined) return element("h2", "", one.heading);
    const old = kept.get(one.issue);
    return old && JSON.stringify(old.row) === JSON.stringify(one) ? old : rowNode(root, one);
  });
  root.rows = nodes.filter((node) => node.row);
  const [first, ...others] = nodes;
  // What the marks mean stands beside the first heading.
  root.top.replaceChildren(...(first?.row ? [] : [first]), root.key);
  root.list.replaceChildren(root.top, ...(first?.row ? nodes : others));
  root.nearing.disconnect();
  for (const node of root.rows) root.nearing.observe(node);
}

function measure(root) {
  const figure = root.querySelector("figure");
  if (!figure?.clientWidth) return;
  // Letters follow the size of text that the reader has chosen: the drawing is laid out for a smaller sheet, and shown larger.
  const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
  const sheet = (across) => within(Math.floor(across / scale / STEP) * STEP, LEAST, MOST);
  const wide = sheet(figure.clientWidth), whole = sheet(root.key.clientWidth);
  if (wide === root.wide && whole === root.whole) return;
  Object.assign(root, { wide, whole, scale });
  fetchNear(root);
}

// Arrow keys go from issue to issue, as in the table.
function goByArrow(event, root) {
  const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const at = root.rows.findIndex((node) => node.contains(root.getRootNode().activeElement));
  const next = way && at >= 0 && root.rows[at + way];
  if (!next || event.shiftKey || event.ctrlKey || event.altKey || event.metaKey) return;
  event.preventDefault();
  event.stopPropagation();
  next.querySelector("h3 a").focus();
}

function begin(root) {
  root.rows = [];
  root.key = part("key", "img");
  root.top = element("div", "top");
  root.list = element("div", "rows");
  root.replaceChildren(root.list);
  root.onkeydown = (event) => goByArrow(event, root);
}

function watch(root) {
  root.nearing = new IntersectionObserver((seen) => {
    for (const one of seen) one.target.isNear = one.isIntersecting;
    fetchNear(root);
  }, { rootMargin: NEAR });
  for (const node of root.rows) root.nearing.observe(node);
  root.watching = new ResizeObserver(() => measure(root));
  root.watching.observe(root);
  root.printing = new AbortController();
  const printed = { signal: root.printing.signal };
  const toPaper = matchMedia("print");
  window.addEventListener("beforeprint", () => fetchForPaper(root), printed);
  window.addEventListener("afterprint", () => fetchNear(root), printed);
  toPaper.addEventListener("change", () => (toPaper.matches ? fetchForPaper(root) : fetchNear(root)), printed);
}

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".glances");
  root.opens = Object.assign(openingWith(setTriggerValue), { issues: data.issues });
  Object.assign(root, { base: data.base, marks: data.marks, refused: data.refused, absent: data.absent });
  if (!root.list) begin(root);
  if (!root.watching) watch(root);
  for (const link of root.querySelectorAll("h3 a")) link.href = data.issues + encodeURIComponent(link.closest("article").dataset.issue);
  build(root, data.rows);
  measure(root);
  fetchNear(root);
  // Whoever sees issues soon opens one, with its chart.
  whenIdle(() => whenPlotly(data.plotly).catch(() => {}));
  return () => {
    root.watching.disconnect();
    root.nearing.disconnect();
    root.printing.abort();
    root.watching = null;
  };
}
