// The slides of a deck as nodes: a title, issues as rows, one issue, and what is left. What a slide shows beneath its name is filled in once it has come.

const LOW = 70; // pixels of a sheet on which no more than one party is drawn
const HIGH = 0.36; // of its width, from which a drawing stands beside its words
const LONG = 3; // lines of a step from which on they stand in two columns
const SVG = "http://www.w3.org/2000/svg";

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  if (text) made.dir = "auto";
  return made;
}

// What rests on statements tells of them under the pointer or the focus, and opens them; `evidence` returns its words and their ids, and
// `slide` is the number of the slide with which the statements come.
function evident(node, slide, evidence) {
  node.classList.add("evident");
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  return Object.assign(node, { slide, evidence });
}

const restingOn = (node, slide, ids) => (ids.length ? evident(node, slide, () => ({ words: "", ids })) : node);

// A mark of the drawing: it tells only of what has been revealed at its place.
function spotNode({ areas, parts }, slide) {
  const node = document.createElementNS(SVG, "g");
  for (const [left, top, right, bottom] of areas) {
    const place = document.createElementNS(SVG, "rect");
    Object.entries({ x: left, y: top, width: right - left, height: bottom - top, rx: 3 }).forEach((one) => place.setAttribute(...one));
    node.append(place);
  }
  const revealed = () => parts.filter((one) => node.shown.has(one.layer));
  evident(node, slide, () => ({ words: [...new Set(revealed().map((one) => one.words))].join("; "), ids: [...new Set(revealed().flatMap((one) => one.ids))] }));
  node.classList.add("spot");
  node.reveal = (shown) => {
    node.shown = shown;
    node.style.display = revealed().length ? "" : "none";
    const { words, ids } = node.evidence();
    node.setAttribute("aria-label", words);
    node.setAttribute("role", ids.length ? "button" : "note");
  };
  return node;
}

function picture(svg) {
  const root = readSvg(svg);
  root.setAttribute("preserveAspectRatio", "xMinYMid meet");
  root.removeAttribute("width");
  root.removeAttribute("height");
  return root;
}

// The drawing of an issue as it is laid out for a wide place and for a narrow one, of which the style sheet shows the one that fits.
function drawing({ drawings, alt }, slide, names) {
  const box = element("div", "drawing");
  for (const name of drawings.wide ? names : []) {
    const { svg, spots } = drawings[name], root = picture(svg), { width, height } = root.viewBox.baseVal;
    root.classList.add(name === "narrow" ? "narrow" : "wide");
    root.style.aspectRatio = `${width} / ${height}`;
    root.setAttribute("aria-label", alt);
    root.setAttribute("role", "group");
    for (const layer of root.querySelectorAll("g[data-layer]")) layer.setAttribute("aria-hidden", "true");
    root.append(...spots.map((one) => spotNode(one, slide)));
    box.append(root);
  }
  return box;
}

function badge(status, place) {
  const made = element("span", `status status-${status.mark}`);
  if (status.pair) made.append(element("span", "pair", status.pair), " ");
  made.append(element("strong", "", status.word));
  return restingOn(made, place, status.ids);
}

// Where the slides of issues stand among all of them, by the issues' numbers.
const placesOf = (slides) => new Map(slides.flatMap((one, at) => (one.id ? [[one.number, at]] : [])));

function headed(slide) {
  const made = element("section", `slide ${slide.kind}`), head = element("header");
  head.append(element("h1", "", slide.heading));
  made.append(head);
  return made;
}

function titleSlide(slide, { slides, handling }) {
  const made = element("section", "slide title"), places = placesOf(slides);
  const head = element("div", "head"), list = element("ol", slide.agenda.length > 9 ? "agenda two" : "agenda");
  if (handling) head.append(element("p", "handling", handling));
  head.append(element("h1", "", slide.title));
  for (const line of slide.lines) head.append(element("p", "", line));
  for (const one of slide.agenda) {
    const row = element("li"), rail = element("span", "rail");
    if (one.rail) rail.append(picture(one.rail));
    rail.firstChild?.setAttribute("aria-hidden", "true"); // beside it stands what it comes to
    row.append(element("span", "number", String(one.number)), element("span", "name", one.name), rail, element("span", "comes-to", one.told));
    restingOn(row.lastChild, places.get(one.number), one.ids);
    list.append(row);
  }
  made.append(head, list);
  return made;
}

// Issues as rows; each is drawn as soon as what is known of it has come.
function overviewSlide(slide, { slides, words }) {
  const made = headed(slide), places = placesOf(slides), list = element("ol", "rows");
  for (const number of slide.rows) {
    const row = element("li"), named = element("div", "named");
    named.append(element("span", "number", String(number)), element("span", "name", slides[places.get(number)].name));
    row.append(named, element("p", "coming", words.coming));
    list.append(row);
  }
  made.append(list);
  return made;
}

function fillRow(row, place, content) {
  const named = row.querySelector(".named");
  named.append(restingOn(element("strong", "comes-to", content.told), place, content.status.ids));
  if (content.silent) named.append(element("span", "silent", content.silent));
  row.querySelector(".coming").replaceWith(drawing(content, place, ["row", "narrow"]));
  for (const spot of row.querySelectorAll(".spot")) spot.reveal({ has: () => true });
  // A low drawing leaves its name no room to give away.
  if (!(row.querySelector("svg")?.viewBox.baseVal.height > LOW)) row.style.flexShrink = 0;
  row.dataset.drawn = "";
}

function closingSlide(slide, { slides }) {
  const made = headed(slide), places = placesOf(slides), body = element("div", "columns");
  for (const [name, heading, lines] of [["open", slide.is_open, slide.open], ["ahead", slide.next, slide.ahead]]) {
    if (!lines.length) continue;
    const column = element("div", name), list = element("ul");
    for (const one of lines) {
      const line = element("li"), told = element("span", "", one.told);
      if (one.number) line.append(element("span", "number", String(one.number)), element("strong", "name", one.name));
      line.append(one.number ? restingOn(told, places.get(one.number), one.ids) : told);
      list.append(line);
    }
    column.append(element("h2", "", heading), list);
    body.append(column);
  }
  made.append(body);
  return made;
}

// What is known of an issue's slide from the first; what it shows beneath its name comes later, which `note` says meanwhile.
function issueSlide(slide, { words }) {
  const made = element("section", "slide issue undrawn");
  const head = element("header"), body = element("div", "body"), coming = element("p", "coming", words.coming);
  head.append(element("span", "number", String(slide.number)), element("h1", "", slide.name), element("p", "question", slide.question));
  coming.setAttribute("role", "status");
  body.append(coming);
  made.append(head, body, element("ol", "trail"));
  return made;
}

function fill(made, slide, place, content) {
  const words = element("div", "words"), note = element("p", "note", content.note);
  for (const step of content.steps) {
    const told = element("div", `step step-${step.kind}`);
    for (const block of step.blocks) told.append(blockNode(block, place));
    if (step.blocks.length === 1) told.firstChild.classList.toggle("long", step.blocks[0].lines.length > LONG);
    words.append(told);
  }
  if (content.cut) note.prepend(element("strong", "", content.cut), " ");
  made.classList.toggle("undrawn", !content.drawings.wide);
  made.querySelector(".body").replaceChildren(drawing(content, place, ["wide", "narrow"]), note, words);
  const sheet = made.querySelector(".drawing .wide")?.viewBox.baseVal;
  made.classList.toggle("high", sheet?.height > HIGH * sheet?.width);
  made.querySelector("header h1").after(badge(content.status, place));
  made.querySelector(".trail").append(...slide.steps.map((step) => element("li", "", step.short)));
  made.content = content;
}

function blockNode({ heading, colour, lines }, place) {
  const made = element("div", "block"), head = element("h2", "", heading);
  if (colour) head.style.setProperty("--party", colour);
  made.append(head);
  for (const line of lines) {
    const said = element("p", "", line.text);
    if (line.cite) said.append(element("span", "cite", line.cite));
    made.append(restingOn(said, place, line.ids));
  }
  return made;
}

const MAKERS = { title: titleSlide, overview: overviewSlide, closing: closingSlide, issue: issueSlide };

function statementNode(one) {
  const made = element("article"), held = element("dl");
  for (const [name, text] of one.rows) held.append(element("dt", "", name), element("dd", "", text));
  made.append(element("h3", "", one.says), element("p", "", one.whose), held);
  return made;
}

