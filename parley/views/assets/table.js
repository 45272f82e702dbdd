// A table of cells whose items can be opened. All words come as data and are set as text, never as markup.

const MARKS = {
  demand: '<circle cx="8" cy="8" r="5.5" fill="currentColor"/>',
  offer: '<circle cx="8" cy="8" r="4.8" fill="none" stroke="currentColor" stroke-width="2.4"/>',
  limit: '<path d="M6 1v14" stroke="currentColor" stroke-width="2.4"/><path d="M6 1.5l5 2-5 2zM6 6l5 2-5 2zM6 10.500l5 2-5 2z" fill="currentColor"/>',
  measure: '<rect x="3" y="3" width="10" height="10" fill="currentColor"/>',
  demand_soft: '<circle cx="8" cy="8" r="3" fill="currentColor"/><circle cx="8" cy="8" r="5.500" fill="none" stroke="currentColor" stroke-width="1.800" stroke-dasharray="2.600 2.200"/>',
  offer_soft: '<circle cx="8" cy="8" r="5" fill="none" stroke="currentColor" stroke-width="2" stroke-dasharray="2.600 2.200"/>',
  limit_soft: '<path d="M6 1v14" stroke="currentColor" stroke-width="2.200" stroke-dasharray="2.600 2.200"/><path d="M6 1.5l5 2-5 2M6 6l5 2-5 2M6 10.500l5 2-5 2" fill="none" stroke="currentColor"/>',
  measure_soft: '<rect x="5" y="5" width="6" height="6" fill="currentColor"/><circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" stroke-width="1.800" stroke-dasharray="2.600 2.200"/>',
  between: '<path d="M3 8h10" stroke="currentColor" stroke-width="4" stroke-dasharray="1.500 2"/><circle cx="2.800" cy="8" r="2.800" fill="currentColor"/><circle cx="13.200" cy="8" r="2.800" fill="currentColor"/>',
  distance: '<path d="M1 8h14M1.500 4v8M14.500 4v8" fill="none" stroke="currentColor" stroke-width="2"/>',
  possible: '<path d="M0 8h16" stroke="currentColor" stroke-width="2" stroke-dasharray="4 2.500"/>',
  threat: '<path d="M8 2l6.500 11.500h-13z" fill="none" stroke="currentColor" stroke-width="1.800"/><path d="M8 6v4" stroke="currentColor" stroke-width="1.800"/>',
  rationale: '<path d="M2 4h12M2 8h12M2 12h7" stroke="currentColor" stroke-width="1.800"/>',
  party: '<rect x="3" y="3" width="10" height="10" rx="2" fill="currentColor"/>',
  event: '<path d="M8 1v14" stroke="currentColor" stroke-width="1.800"/><path d="M8 2h6l-2 2.500 2 2.500H8z" fill="currentColor"/>',
  source: '<path d="M3.500 1.500h6l3 3v10h-9z" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  agreed: '<circle cx="6" cy="8" r="4.500" fill="currentColor" fill-opacity=".55"/><circle cx="10" cy="8" r="4.500" fill="currentColor" fill-opacity=".55"/>',
  offers_meet: '<circle cx="5.500" cy="8" r="4" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="10.500" cy="8" r="4" fill="none" stroke="currentColor" stroke-width="2"/>',
  bridgeable: '<path d="M1 12V7m14 5V7M1 8c4-5 10-5 14 0" fill="none" stroke="currentColor" stroke-width="2"/>',
  blocked: '<path d="M5.500 2v12M10.500 2v12" stroke="currentColor" stroke-width="2.600"/>',
  differ: '<path d="M3 6h10M3 10h10M10.500 2.500l-5 11" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  same: '<path d="M3 6h10M3 10h10" stroke="currentColor" stroke-width="1.800"/>',
  changed: '<path d="M2 8h11M9 4l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  unknown: '<path d="M5 5.500a3 3 0 1 1 4 2.800c-.8.300-1 .8-1 1.700" fill="none" stroke="currentColor" stroke-width="2"/><circle cx="8" cy="13" r="1.300" fill="currentColor"/>',
  up: '<path d="M2 8h11M9 4l4 4-4 4" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  down: '<path d="M14 8H3M7 4L3 8l4 4" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  closer: '<path d="M2 8h9M8 4.500l3.500 3.500-3.500 3.500M14 2.500v11" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  further: '<path d="M14 8H5M8 4.500L4.500 8 8 11.500M2 2.500v11" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  new: '<path d="M8 3v10M3 8h10" stroke="currentColor" stroke-width="2"/>',
  gone: '<path d="M3 8h10" stroke="currentColor" stroke-width="2"/>',
  filter: '<path d="M2 3h12l-4.600 5.500v4.500l-2.800-1.500v-3z" fill="currentColor"/>',
  evidence: '<circle cx="7" cy="7" r="4.300" fill="none" stroke="currentColor" stroke-width="1.800"/><path d="M10.300 10.300l4 4" stroke="currentColor" stroke-width="1.800"/>',
  no_ask: '<circle cx="8" cy="8" r="5.500" fill="none" stroke="currentColor" stroke-width="1.500" stroke-dasharray="2 2"/><path d="M5 8h6" stroke="currentColor" stroke-width="1.500"/>',
  same_way: '<path d="M2 5h10M9 2l3 3-3 3M2 11h10M9 8l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.800"/>',
  no_evidence: '<circle cx="8" cy="8" r="5.500" fill="none" stroke="currentColor" stroke-width="1.500" stroke-dasharray="2 2"/>',
};

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined && text !== null) made.textContent = text;
  return made;
}

const signs = {}; // by kind: to read one for each mark would be most of what a table costs

function signOf(kind) {
  if (!signs[kind]) {
    const box = element("span");
    box.innerHTML = '<svg viewBox="0 0 16 16" width="16" height="16">' + (MARKS[kind] || "") + "</svg>";
    signs[kind] = box.firstChild;
  }
  return signs[kind].cloneNode(true);
}

function glyph(kind, colour) {
  const box = element("span", "mark mark-" + kind);
  box.setAttribute("aria-hidden", "true");
  if (colour) box.style.color = colour;
  box.append(signOf(kind));
  return box;
}

const SVG = "http://www.w3.org/2000/svg";

function shape(tag, attributes, parent) {
  const made = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  parent.append(made);
  return made;
}

// One mark of a rail at a share of its length: filled demand, filled square of a measure, hollow offer, toothed limit; a ghost is where it stood before.
// The teeth of a limit point to what is refused, and keep clear of a mark at its place; what is only hinted or implied is dashed, as everywhere.
function railMark(parent, { part, at, side = 1, isCrowded = false, isSoft = false }, y, colour, isGhost) {
  const place = shape("svg", { x: at * 100 + "%", y, overflow: "visible" }, parent);
  const look = { stroke: colour, "stroke-width": isGhost ? 1.5 : 2.2, fill: part === "offer" || isGhost ? "none" : colour };
  if (isGhost || isSoft) look["stroke-dasharray"] = isGhost ? "2 2" : "3.2 2.6";
  if (isSoft && !isGhost) {
    if (part === "demand" || part === "measure") shape("circle", { r: 2.5, fill: colour }, place);
    look.fill = "none";
  }
  const teeth = { d: "M0 -8V8M0 -7l4 2.500-4 2.500M0 0l4 2.500-4 2.500", transform: `translate(${isCrowded ? side * 8 : 0}) scale(${side} 1)` };
  if (part === "limit") shape("path", { ...look, fill: "none", ...teeth }, place);
  else if (part === "measure") shape("rect", { ...look, x: -4.5, y: -4.5, width: 9, height: 9 }, place);
  else shape("circle", { ...look, r: part === "demand" ? 5 : 4.600 }, place);
}

function railRow(parent, row, y, rungs) {
  shape("line", { x1: "0%", x2: "100%", y1: y, y2: y, stroke: "currentColor", "stroke-opacity": 0.35 }, parent);
  for (let rung = 0; rung < rungs; rung += 1) {
    const x = (rung / (rungs - 1)) * 100 + "%";
    shape("line", { x1: x, x2: x, y1: y - 3, y2: y + 3, stroke: "currentColor", "stroke-opacity": 0.5 }, parent);
  }
  const isTaken = (when, at) => row.marks.some((one) => one.part !== "limit" && one[when]?.includes(at));
  for (const mark of row.marks) {
    const ends = (span) => (span[0] === span[1] ? [span[0]] : span);
    // A limit stands at the last place that is not surely refused, one of a target on both sides.
    const standing = (when) => mark.part === "limit"
      ? mark.refused.map((way) => ({ part: mark.part, at: mark[when][way === "lower" ? 0 : 1], side: way === "lower" ? -1 : 1 })).map((one) => ({ ...one, isCrowded: isTaken(when, one.at), isSoft: mark.soft }))
      : ends(mark[when]).map((at) => ({ part: mark.part, at, isSoft: mark.soft }));
    const moved = mark.then && mark.now && String(mark.then) !== String(mark.now);
    if (mark.then && (moved || !mark.now)) for (const one of standing("then")) railMark(parent, one, y, row.colour, true);
    // The way that was surely gone: between the nearest ends, and none where then and now may be one place.
    const way = !moved ? null : mark.then[1] < mark.now[0] ? [mark.then[1], mark.now[0]] : mark.now[1] < mark.then[0] ? [mark.then[0], mark.now[1]] : null;
    if (way) shape("line", { x1: way[0] * 100 + "%", x2: way[1] * 100 + "%", y1: y, y2: y, stroke: row.colour, "stroke-width": 2.500 }, parent);
    if (!mark.now) continue;
    if (mark.now[0] !== mark.now[1]) shape("line", { x1: mark.now[0] * 100 + "%", x2: mark.now[1] * 100 + "%", y1: y, y2: y, stroke: row.colour, "stroke-width": 2, "stroke-dasharray": "2 3" }, parent);
    for (const one of standing("now")) railMark(parent, one, y, row.colour, false);
  }
}

// How wide a name is at most, in heights of letters: those of some scripts are as wide as high.
const wideOf = (name) => [...name].reduce((wide, letter) => wide + (letter > "\u2e80" ? 1 : 0.52), 0);
const LEAST_WIDE = 5.7, MOST_WIDE = 11; // of the names beside a rail: most rails begin at one place, and a longer name ends with an ellipsis

function shortened(name) {
  const letters = [...name];
  while (wideOf(letters.join("")) > MOST_WIDE) letters.pop();
  return letters.length < [...name].length ? `${letters.slice(0, -1).join("")}…` : name;
}

function railNode(rail) {
  const box = element("div", "rail"), names = rail.rows.map((row) => shortened(row.name));
  const left = `${Math.max(LEAST_WIDE, ...names.map(wideOf)) + 0.8}em`;
  box.style.setProperty("--names", left);
  const drawn = shape("svg", { role: "img", "aria-label": rail.words, height: rail.rows.length * 26, width: "100%" }, box);
  rail.rows.forEach((row, number) => {
    const y = number * 26 + 13;
    const name = shape("text", { x: 0, y: y + 4, class: "rail-name" }, drawn);
    name.textContent = names[number];
    railRow(shape("svg", { x: left, y: 0, width: `calc(100% - ${left} - 0.8rem)`, overflow: "visible" }, drawn), row, y, rail.rungs);
  });
  const ends = element("div", "rail-ends");
  for (const name of rail.ends) ends.append(element("span", "", name));
  box.append(ends);
  return box;
}

const LONG = 300, LONG_NAME = 60; // letters of a text, and of a head, beyond which only the first lines are shown

// Text in which words that were searched for stand out.
function piecesNode(name, text, pieces) {
  if (!pieces) return element("span", name, text);
  const node = element("span", name);
  for (const [part, isFound] of pieces) node.append(isFound ? element("span", "found", part) : part);
  return node;
}

const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

// An issue is a page with an address, so its name is a link; a plain click stays in this visit. A statement opens beside the page: a button.
function itemNode(item, colour, open) {
  const [what, id] = (item.open || "").split(":");
  const node = element(what === "issue" ? "a" : item.open ? "button" : "div", "item" + (item.quiet ? " quiet" : "") + (item.status ? " status status-" + item.status : ""));
  if (what === "issue") node.href = open.issues + encodeURIComponent(id);
  else if (item.open) node.type = "button";
  if (item.open) {
    node.addEventListener("click", (event) => {
      event.stopPropagation();
      if (what === "issue" && !isPlain(event)) return;
      event.preventDefault();
      open(item.open);
    });
  }
  if (item.rail) {
    node.append(railNode(item.rail));
    return node;
  }
  if (item.mark) node.append(glyph(item.mark, item.colour || colour));
  const words = element("span", "words");
  if (item.label) words.append(element("span", "label", item.label + " "));
  words.append(piecesNode(item.strong ? "text strong" : "text", item.text, item.pieces));
  for (const tag of item.tags || []) words.append(" ", element("span", "tag", tag));
  if (item.meta) words.append(" ", piecesNode("meta", item.meta, item.metaPieces));
  // The whole of it stands where it leads to.
  if (item.open) for (const part of words.querySelectorAll(".text, .meta")) part.classList.toggle("begun", part.textContent.length > LONG);
  node.append(words);
  return node;
}

// Items or rows go away under a button that brings them back, `isLow` only where the window is low. On paper stand all.
function fold(away, words, isLow) {
  for (const one of away) one.classList.add(isLow ? "folded-low" : "folded");
  const button = Object.assign(element("button", isLow ? "unfold low" : "unfold", words), { type: "button" });
  button.setAttribute("aria-expanded", "false");
  button.onclick = (event) => {
    event.stopPropagation();
    for (const one of away) one.classList.remove("folded", "folded-low");
    const first = away[0].matches("a, button") ? away[0] : away[0].querySelector("a, button") ?? Object.assign(away[0], { tabIndex: -1 });
    first.focus({ preventScroll: true });
    (button.closest("tr.unfolds") ?? button).remove();
  };
  return button;
}

const SHORT = 12; // letters that stand beside the name of their column on a phone

const isShort = (item) => item.text.length <= SHORT && !(item.mark || item.label || item.meta || item.tags || item.status || item.rail);

function cellNode(cell, column, first, areAlike, open) {
  const node = element(first ? "th" : "td", cell.tone ? "tone-" + cell.tone : "");
  if (first) node.scope = "row";
  // The first cell names its row, but for columns that are alike.
  if (column && column.label && (!first || areAlike)) node.dataset.label = column.called || column.label;
  if (column && column.colour) node.classList.add("party");
  if (column && column.colour) node.style.setProperty("--party", column.colour);
  const [only, ...more] = cell.items;
  if (only && !more.length && isShort(only)) node.classList.add("short");
  for (const item of cell.items) node.append(itemNode(item, column && column.colour, open));
  if (cell.more) node.append(fold([...node.children].slice(cell.kept), cell.more, cell.isLow));
  return node;
}

function tableNode(data, open) {
  const table = element("table", data.layout);
  table.append(element("caption", "", data.caption));
  const widths = element("colgroup");
  for (const column of data.columns) widths.append(Object.assign(element("col"), { style: column.width ? "width: " + column.width : "" }));
  table.append(widths);
  const head = element("thead"), line = element("tr");
  for (const column of data.columns) {
    const cell = element("th");
    cell.scope = "col";
    if (column.colour) {
      cell.style.setProperty("--party", column.colour);
      cell.classList.add("party");
    }
    const name = element("span", "name", column.label);
    if (column.label.length > LONG_NAME) {
      name.classList.add("begun");
      name.title = column.label;
    }
    cell.append(name);
    if (column.sub) cell.append(element("span", "sub", column.sub));
    line.append(cell);
  }
  head.append(line);
  if (data.columns.some((column) => column.label)) table.append(head);
  // Beside its cells on a phone, a column is told from another of the same name by what stands beneath that.
  const alike = (column) => data.columns.filter((one) => one.label === column.label).length > 1;
  for (const column of data.columns) if (column.sub && alike(column)) column.called = `${column.label}, ${column.sub}`;
  const areAlike = data.layout.includes("columns");
  let body = element("tbody");
  for (const row of data.rows) {
    if (row.heading) {
      body = element("tbody");
      const heading = element("tr", "heading"), cell = element("th", "", row.heading);
      cell.colSpan = data.columns.length;
      cell.scope = "rowgroup";
      heading.append(cell);
      body.append(heading);
      table.append(body);
      continue;
    }
    const node = element("tr", row.open ? "opens" : "");
    row.cells.forEach((cell, number) => node.append(cellNode(cell, data.columns[number], number === 0, areAlike, open)));
    if (row.open) node.addEventListener("click", (event) => isPlain(event) && open(row.open));
    body.append(node);
    table.append(body);
  }
  if (data.more) {
    const line = element("tr", "unfolds"), cell = Object.assign(element("td"), { colSpan: data.columns.length });
    cell.append(fold([...table.querySelectorAll("tbody tr")].slice(data.kept), data.more));
    line.append(cell);
    body.append(line);
  }
  return table;
}

function moveByArrow(event, root) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const buttons = [...root.querySelectorAll("tbody th :is(a, button)")];
  const focused = root.querySelector(":focus");
  const row = focused && focused.closest("tr");
  const at = row ? buttons.findIndex((button) => row.contains(button)) : -1;
  const next = buttons[at + (event.key === "ArrowDown" ? 1 : -1)];
  if (at < 0 || !next) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

// Draws a table into `root` where it is not drawn yet; `openItem` is called with what an item opens.
function drawTable(root, data, openItem) {
  const fresh = JSON.stringify(data);
  root.openItem = openItem;
  if (root.drawn === fresh) return;
  root.drawn = fresh;
  const open = Object.assign((target) => root.openItem(target), { issues: data.issues });
  const draw = () => root.drawn === fresh && root.replaceChildren(tableNode(data, open));
  // What stands below a chart lets the chart be painted first.
  if (data.below) requestAnimationFrame(() => setTimeout(draw));
  else draw();
  root.onkeydown = (event) => moveByArrow(event, root);
}
