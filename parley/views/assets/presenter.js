// A briefing on a screen, stepped through here, so that no key waits for the server and none is lost. What a slide shows beneath its name is
// fetched, that of the slides beside it first and then all other, so that it is here before it is needed; a slide is built once.
// A second window with the speaker's notes follows the first, and leads it too.

const SHARES = Array.from({ length: 10 }, (_, one) => 1 - one * 0.05); // to which words may shrink so that all of them are seen
const PATIENCE = 6000; // milliseconds after which a number that was typed is forgotten
const MOST_TOLD = 3; // statements that are told beside a mark; the others are counted
const LOW = 70; // pixels of a sheet on which no more than one party is drawn
const MOST_LOOKS = 5, ALIKE = 1.01; // at how rows are drawn, and how much larger one may be than another
const HIGH = 0.36; // of its width, from which a drawing stands beside its words
const LONG = 3; // lines of a step from which on they stand in two columns
const STARTED = "parley-started"; // under which a window remembers since when is presented
const SVG = "http://www.w3.org/2000/svg";
const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const FROM_ELSEWHERE = "parley-presented-from-elsewhere";
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

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

// Gives words the largest share at which they fit into their room, the smallest there is where they do not. Each look takes a layout of all of them.
function fitInto(room) {
  const fits = (one) => {
    room.style.setProperty("--fit", SHARES[one]);
    return room.scrollHeight <= room.clientHeight + 1;
  };
  let tooLarge = 0, small = SHARES.length - 1;
  if (fits(tooLarge) || !fits(small)) return;
  while (small - tooLarge > 1) {
    const half = (small + tooLarge) >> 1;
    if (fits(half)) small = half;
    else tooLarge = half;
  }
  fits(small);
}

// Draws all rows of a slide as large as the one that has the least room; what the others give up leaves it more, or less.
function drawAlike(slide) {
  const drawn = [...slide.querySelectorAll(".rows svg")].filter((one) => one.checkVisibility());
  for (const one of drawn) one.style.width = "";
  for (let time = 0; time < MOST_LOOKS; time++) {
    const scales = drawn.map((one) => Math.min(one.clientWidth / one.viewBox.baseVal.width, one.clientHeight / one.viewBox.baseVal.height));
    const least = Math.min(...scales);
    if (Math.max(...scales) <= least * ALIKE) return;
    for (const one of drawn) one.style.width = `${one.viewBox.baseVal.width * least}px`;
    slide.querySelectorAll(".named").forEach(fitInto);
  }
}

// What the slides of a deck show, as it comes; all of it, however many there are, so that the deck is whole without a connection, too.
class Coming {
  constructor(data, held) {
    Object.assign(this, { held, isOver: false, slides: data.slides, places: placesOf(data.slides) });
    this.addresses = data.slides.map((one) => one.id && data.base + encodeURIComponent(one.id));
  }

  // What a slide shows; null as long as it has not come.
  now(number) {
    return this.held.now(this.addresses[number]);
  }

  // The promise of what a slide shows, for which is asked again and again; null once nobody waits for it any more.
  async once(number, isWaiting) {
    while (isWaiting() && !this.isOver) {
      try {
        return await this.held.at(this.addresses[number]);
      } catch (error) {
        if (error instanceof Refused) throw error;
        // The files have just changed, and the server is about to say so; or it is away.
        await pause(AGAIN);
      }
    }
    return null;
  }

  // Whose content is shown on a slide, by the places of the slides with which it comes: its own, or that of its rows.
  needs(number) {
    const { rows, id } = this.slides[number];
    return rows ? rows.map((one) => this.places.get(one)) : id ? [number] : [];
  }

  // Fetches the slides around one while there is nothing else to do, until another is in the middle.
  async around(number) {
    if (this.middle === number) return;
    this.middle = number;
    const isOver = () => this.isOver || this.middle !== number;
    const rest = async () => {
      while (isAnswering() && !isOver()) await pause(50);
      await idle();
    };
    const wanted = nearest(this.addresses, number).filter(Boolean);
    while (!(await this.held.ahead(wanted, rest, isOver)) && !isOver()) await pause(AGAIN);
  }
}

// One slide in a box of any size; all lengths in it are shares of the box.
class Stage {
  constructor(box, came) {
    this.box = box;
    this.came = came; // what is done when what a slide shows has come while it is shown
    this.slides = new Map();
    // To look whether words fit takes long where there are many.
    new ResizeObserver(() => this.size !== this.sizeNow() && this.fit()).observe(box);
  }

  take(data, coming) {
    Object.assign(this, { data, coming });
    this.slides.clear();
    this.box.replaceChildren();
    this.foot = element("footer");
    this.foot.append(element("span", "dated", data.dated), element("span", "handling", data.handling), element("span", "line", data.line), element("span", "place"));
    this.box.append(this.foot);
  }

  slide(number) {
    const slide = this.data.slides[number];
    if (!this.slides.has(number)) {
      const made = MAKERS[slide.kind](slide, this.data);
      this.slides.set(number, made);
      this.box.insertBefore(made, this.foot);
    }
    const made = this.slides.get(number);
    this.coming.needs(number).forEach((place, at) => {
      const content = this.coming.now(place), row = made.querySelectorAll(".rows > li")[at];
      if (!content) return;
      if (row && !("drawn" in row.dataset)) fillRow(row, place, content);
      if (slide.id && !made.content) {
        slide.steps ??= content.steps;
        fill(made, slide, place, content);
      }
    });
    return made;
  }

  // What is shown is drawn as soon as it has come, or it is said that it cannot be.
  async wait(number) {
    const made = this.slides.get(number);
    if (made.isWaiting) return;
    made.isWaiting = true;
    const isShown = () => this.at[0] === number && this.slides.get(number) === made;
    for (const [at, place] of this.coming.needs(number).entries()) {
      if (this.coming.now(place)) continue;
      try {
        const content = await this.coming.once(place, isShown);
        if (content && isShown()) this.came(number);
      } catch {
        (made.querySelectorAll(".rows > li")[at] ?? made).querySelector(".coming").textContent = this.data.words.refused;
      }
    }
    made.isWaiting = false;
  }

  show([number, step]) {
    const made = this.slide(number), slide = this.data.slides[number];
    for (const [other, one] of this.slides) one.hidden = other !== number;
    this.at = [number, step];
    this.foot.querySelector(".place").textContent = slide.id ? (slide.rest ? `${slide.number}` : `${slide.number} / ${this.data.count}`) : "";
    this.foot.querySelector(".dated").hidden = slide.kind === "title"; // it says so itself
    if (made.content) {
      const shown = new Set(["base", ...made.content.steps.slice(0, step + 1).flatMap((one) => one.layers)]);
      for (const layer of made.querySelectorAll("g[data-layer]")) layer.style.visibility = shown.has(layer.dataset.layer) ? "" : "hidden";
      for (const spot of made.querySelectorAll(".spot")) spot.reveal(shown);
      const gap = slide.steps.findIndex((one) => one.kind === "gap");
      made.querySelector("header .status").hidden = gap < 0 || step < gap;
      made.querySelectorAll(".step").forEach((one, place) => { one.hidden = place !== step; });
      made.querySelectorAll(".trail li").forEach((one, place) => {
        one.className = place === step ? "now" : place < step ? "done" : "";
        if (place === step) one.setAttribute("aria-current", "step");
        else one.removeAttribute("aria-current");
      });
    }
    this.fit();
    this.wait(number);
  }

  sizeNow() {
    return `${this.box.clientWidth} ${this.box.clientHeight}`;
  }

  // Words that do not fit are made smaller, until they do.
  fit() {
    if (!this.at) return;
    const made = this.slides.get(this.at[0]);
    if (!made) return;
    this.size = this.sizeNow();
    // What stands above takes its room first.
    made.querySelectorAll(".head, header, .words, .agenda, .columns, .named").forEach(fitInto);
    drawAlike(made);
  }
}

// All that can be shown one after the other: slides, and of an issue its steps. Of one off the agenda, these are known once it has come.
const stopsOf = (slides) => slides.flatMap((slide, number) => (slide.steps || [0]).map((_, step) => [number, step]));

class Presenter {
  constructor(root) {
    this.root = root;
    this.dialog = root.querySelector("dialog");
    this.screen = this.dialog.querySelector(".screen");
    this.main = new Stage(this.dialog.querySelector(".now-box"), (number) => this.came(number));
    this.held = new Held(Infinity);
    this.message = this.dialog.querySelector(".message");
    this.help = this.dialog.querySelector(".help");
    this.typed = "";
    this.before = null;
    this.started = Number(window.sessionStorage.getItem(STARTED)) || Date.now();
    root.querySelector(".start").onclick = () => this.start();
    this.onAsked = (event) => {
      event.preventDefault();
      if (!this.dialog.open && this.stops) this.start();
    };
    window.addEventListener("parley-present", this.onAsked);
    root.querySelector(".notes-window").onclick = () => this.openNotes();
    this.dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.told = this.dialog.querySelector(".told");
    this.evidence = this.dialog.querySelector(".evidence");
    this.box = this.dialog.querySelector(".now-box");
    this.box.onclick = (event) => this.pressed(event);
    // A pointer that rests while slides change beneath it asks nothing.
    this.box.onpointermove = (event) => (event.movementX || event.movementY) && this.tellOf(event.target.closest(".evident"));
    this.box.onpointerleave = () => this.tellOf(null);
    this.box.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && this.tellOf(event.target.closest(".evident")));
    this.box.addEventListener("focusout", () => this.tellOf(null));
    this.screen.onclick = (event) => this.evidence.contains(event.target) || this.shut();
    this.onKey = (event) => this.key(event);
    window.addEventListener("keydown", this.onKey, true);
    // A browser keeps the Escape that ends full screen to itself; it ends the presentation, too, unless full screen was left on purpose.
    this.onFull = () => {
      if (!document.fullscreenElement && this.wasFull && !this.onPurpose) this.shut() || this.close();
      this.wasFull = Boolean(document.fullscreenElement);
      this.onPurpose = false;
    };
    document.addEventListener("fullscreenchange", this.onFull);
  }

  take(data) {
    const names = data.words;
    this.root.querySelector(".start").textContent = names.start;
    this.root.querySelector(".notes-window").textContent = names.notes;
    this.isNotes = data.view === "presenter";
    const fresh = JSON.stringify(data);
    if (this.fresh !== fresh) {
      this.fresh = fresh;
      this.turnTo(data, () => this.fresh === fresh);
    }
    this.dialog.classList.toggle("with-notes", this.isNotes);
    this.dialog.setAttribute("aria-label", this.isNotes ? names.notes : names.start);
    if (window["parley-to-present"]) {
      window["parley-to-present"] = false;
      this.noteElsewhere(true);
      this.start();
    }
    const asked = new URLSearchParams(window.location.search).get("step");
    if (!this.dialog.open && !this.left && (asked !== null || this.isNotes)) {
      const at = this.place(asked);
      this.open(at);
      const nearest = this.pending ? asked : this.name(at);
      const shown = /^\d/.test(asked) ? names.nearest.replace("{0}", nearest) : names.beginning;
      const passed = asked !== null && asked !== nearest ? [`${names.gone.replace("{0}", asked.slice(0, 20))} ${shown}`] : [];
      if (data.gone.length + passed.length) this.say([...data.gone, ...passed].join(" "), true);
    }
  }

  start() {
    this.startClock(Date.now());
    this.open();
    this.fullScreen(true);
  }

  // Shows another deck. The slide that is shown stays until its like has come.
  turnTo(data, isWanted) {
    const coming = new Coming(data, this.held), turn = () => isWanted() && this.use(data, coming);
    const number = this.dialog.open ? data.slides.findIndex((one) => one.id && one.id === this.slideShown.id) : -1;
    if (number < 0) turn();
    else Promise.resolve(this.held.at(coming.addresses[number])).then(turn, turn);
  }

  use(data, coming) {
    this.leaveDeck();
    Object.assign(this, { data, coming });
    const last = this.slideShown;
    this.shut();
    this.tellOf(null);
    this.places = coming.places;
    this.stops = stopsOf(data.slides);
    this.main.take(data, coming);
    this.listen(data.channel);
    if (this.dialog.open) this.show(last ? this.placeOf(last) : 0);
  }

  leaveDeck() {
    if (this.coming) this.coming.isOver = true;
    if (this.channel) this.channel.close();
  }

  listen(name) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => {
      if (data.started) this.startClock(data.started);
      if (data.ended) return this.isNotes && this.say(this.data.words.ended, true);
      if (data.ask) return this.dialog.open && !this.isNotes ? this.tellWhere() : undefined;
      if (!this.dialog.open) return undefined;
      if (!this.typed) this.say("");
      this.dark(data.dark);
      return this.show(this.place(data.step));
    };
  }

  tellWhere() {
    this.channel.postMessage({ step: this.name(this.at), dark: this.screen.classList.contains("dark"), started: this.started });
  }

  name(at) {
    const [number, step] = this.stops[at], slide = this.data.slides[number];
    return slide.id ? `${slide.number}.${step + 1}` : slide.key;
  }

  // The stop that an address names, or the nearest there is. Which steps an issue off the agenda has may not be known yet.
  place(text) {
    const asked = String(text || "0"), page = this.stops.findIndex(([slide]) => this.data.slides[slide].key === asked);
    this.pending = null;
    if (page >= 0) return page;
    const [number, step] = asked.split(".").map((one) => parseInt(one, 10) || 0), last = this.count() - 1;
    const slide = this.places.get(number);
    if (number <= 0) return 0;
    if (slide === undefined) return last;
    const wanted = Math.max(0, step - 1), found = this.stops.findLastIndex(([each, place]) => each === slide && place <= wanted);
    if (!this.data.slides[slide].steps && wanted) this.pending = { slide, text: asked };
    return found;
  }

  // How many stops there are on the way from the first slide to the last; issues that are not on the agenda stand behind them.
  count() {
    const first = this.stops.findIndex(([slide]) => this.data.slides[slide].rest);
    return first < 0 ? this.stops.length : first;
  }

  // From which stop to which keys lead: all of the way, or the steps of an issue off the agenda.
  reach(at) {
    const own = this.stops[at][0];
    if (!this.data.slides[own].rest) return [0, this.count() - 1];
    return [this.stops.findIndex(([slide]) => slide === own), this.stops.findLastIndex(([slide]) => slide === own)];
  }

  // What a slide shows has come; of an issue off the agenda its steps are known now, too.
  came(number) {
    const { pending, at } = this, [slide, step] = this.stops[at];
    this.main.slide(number);
    this.stops = stopsOf(this.data.slides);
    const stays = this.stops.findIndex(([each, place]) => each === slide && place === step);
    const now = pending?.slide === number ? this.place(pending.text) : stays;
    if (this.dialog.open) this.show(now);
    else this.at = now;
  }

  // Where a slide and its step stand now, however the agenda has changed.
  placeOf({ id, key, step }) {
    const number = this.data.slides.findIndex((slide) => (id ? slide.id === id : slide.key === key));
    return number < 0 ? 0 : this.place(id ? `${this.data.slides[number].number}.${step + 1}` : key);
  }

  open(at = 0) {
    this.left = false;
    if (!this.dialog.open) this.dialog.showModal();
    // The dialog stands in a shadow, where what lies beneath it cannot see that it is open.
    document.documentElement.dataset.presenting = "";
    this.root.querySelector(".buttons").style.visibility = "hidden"; // what lies beneath is neither seen nor read
    this.show(at);
    this.screen.focus();
    if (this.isNotes) {
      this.channel.postMessage({ ask: true });
      clearInterval(this.ticking);
      this.ticking = setInterval(() => this.tick(), 1000);
      this.tick();
    } else this.tellWhere();
  }

  go(at) {
    const [first, last] = this.reach(this.at);
    this.leap(Math.min(Math.max(at, first), last));
    if (at > last) this.say(first ? this.data.words.last_of_issue : this.data.words.was_last);
  }

  leap(at) {
    this.forget();
    this.dark(false);
    this.show(at);
    this.tellWhere();
  }

  startClock(at) {
    this.started = at;
    window.sessionStorage.setItem(STARTED, String(at));
  }

  show(at) {
    if (at !== this.at) this.shut();
    if (at !== this.at) this.tellOf(null);
    this.at = at;
    const [number, step] = this.stops[at];
    const slide = this.data.slides[number], { id, key } = slide, isKnown = Boolean(slide.steps);
    this.slideShown = { id, key, step };
    this.main.show(this.stops[at]);
    // What had come before it was asked for is drawn at once; its steps are known only now.
    if (!isKnown && slide.steps) {
      this.came(number);
      return;
    }
    this.writeAddress(this.name(at));
    const focused = this.focused();
    if (this.box.contains(focused) && !focused.checkVisibility({ visibilityProperty: true })) this.screen.focus();
    if (this.isNotes) this.showNotes();
    else this.ahead();
    this.coming.around(number);
  }

  focused() {
    return this.dialog.getRootNode().activeElement;
  }

  // Has `show` called with the statements on which something rests; with null first where they have not come yet.
  async withStatements(node, isAsked, show) {
    const now = this.coming.now(node.slide);
    show(now && now.statements);
    if (now) return;
    const content = await this.coming.once(node.slide, isAsked).catch(() => null);
    if (content && isAsked()) show(content.statements);
  }

  // Tells beside a mark or a line who said what it rests on, and when; of nothing, tells nothing.
  tellOf(node) {
    if (node === this.toldOf) return;
    this.toldOf = node;
    this.told.hidden = !node;
    if (node) this.withStatements(node, () => this.toldOf === node, (statements) => this.tell(node, statements));
  }

  tell(node, statements) {
    const { words, ids } = node.evidence(), cited = statements ? ids.slice(0, MOST_TOLD).map((id) => statements[id].cite) : [this.data.words.coming];
    if (statements && ids.length > MOST_TOLD) cited.push(this.data.words.more.replace("{0}", ids.length - MOST_TOLD));
    this.told.replaceChildren(...(words ? [element("strong", "", words)] : []), ...cited.map((one) => element("span", "", one)));
    const room = this.screen.getBoundingClientRect(), own = this.told.getBoundingClientRect(), mark = node.getBoundingClientRect();
    const left = mark.left + mark.width / 2 - own.width / 2 - room.left, above = mark.top - room.top - own.height - 8;
    this.told.style.left = `${Math.min(Math.max(left, 8), Math.max(8, room.width - own.width - 8))}px`;
    this.told.style.top = `${above > 0 ? above : Math.min(mark.bottom - room.top + 8, room.height - own.height - 8)}px`;
  }

  // Opens what a mark or a line rests on, over the slide and in this window only.
  openEvidence(node) {
    const { ids } = node.evidence(), words = this.data.words;
    if (!ids.length) return;
    this.tellOf(null);
    this.opener = node;
    const close = Object.assign(element("button", "close", words.close), { type: "button", onclick: () => this.shut() });
    this.evidence.hidden = false;
    this.withStatements(node, () => this.opener === node && !this.evidence.hidden, (statements) => {
      const held = statements ? ids.map((id) => statementNode(statements[id])) : [element("p", "", words.coming)];
      this.evidence.replaceChildren(element("h2", "", words.evidence), close, ...held);
    });
    this.evidence.setAttribute("aria-label", words.evidence);
    this.evidence.scrollTop = 0;
    this.box.inert = true;
    // In full screen a browser would keep the Escape that closes it.
    if (document.fullscreenElement) navigator.keyboard?.lock?.(["Escape"]).catch(() => {});
    this.evidence.focus();
  }

  // Closes what is open and returns whether anything was.
  shut() {
    if (this.evidence.hidden) return false;
    this.evidence.hidden = true;
    this.box.inert = false;
    navigator.keyboard?.unlock?.();
    if (this.opener.checkVisibility({ visibilityProperty: true })) this.opener.focus();
    else this.screen.focus();
    return true;
  }

  // The slides beside this one are built while nobody waits for them.
  async ahead() {
    const { at, coming } = this, [number] = this.stops[at];
    const isThere = () => this.at === at && this.coming === coming;
    await pause(30);
    for (const one of [number + 1, number - 1].filter((each) => this.data.slides[each] && !this.data.slides[each].rest)) {
      const held = await Promise.all(coming.needs(one).map((place) => coming.once(place, isThere).catch(() => null)));
      if (held.every(Boolean) && isThere()) this.main.slide(one).hidden = true;
    }
  }

  // The next step in words, large enough to be read at a desk; then the notes, and what the slides leave out.
  showNotes() {
    const [number, step] = this.stops[this.at], slide = this.data.slides[number], { words } = this.data;
    const content = this.coming.now(number), find = (name) => this.dialog.querySelector(name);
    const following = this.at < this.reach(this.at)[1] ? this.stops[this.at + 1] : null;
    find(".next-name").textContent = following ? words.next : words.last;
    find(".next-words").replaceChildren(...(following ? this.inWords(following, number) : []));
    find(".where").textContent = slide.steps ? `${slide.rest ? slide.number : `${slide.number} / ${this.data.count}`}, ${words.step} ${step + 1} / ${slide.steps.length}` : "";
    find(".notes").textContent = slide.notes || (slide.id ? words.none : "");
    find(".notes").classList.toggle("quiet", !slide.notes);
    const beside = content ? content.beside.map((one) => blockNode(one, number)) : [];
    find(".beside").replaceChildren(...(beside.length ? [element("h2", "", words.beside), ...beside] : []));
    if (following) this.waitForNext(this.at, following[0]);
  }

  // The words of the next step are told as soon as they have come.
  async waitForNext(at, number) {
    const isThere = () => this.at === at;
    if (!this.coming.addresses[number] || this.coming.now(number)) return;
    if (await this.coming.once(number, isThere).catch(() => null) && isThere()) this.showNotes();
  }

  inWords([number, step], shown) {
    const slide = this.data.slides[number], content = this.coming.now(number);
    const name = number === shown ? [] : [element("p", "name", slide.id ? `${slide.number}  ${slide.name}` : slide.heading || slide.title)];
    if (!slide.id) return name;
    if (!content) return [...name, element("p", "", slide.steps?.[step].short)];
    return [...name, ...content.steps[step].blocks.map((one) => blockNode({ ...one, lines: one.lines.map((line) => ({ ...line, ids: [] })) }, number))];
  }

  tick() {
    const now = new Date(), spent = Math.floor((Date.now() - this.started) / 1000), two = (one) => String(one).padStart(2, "0");
    const say = (name, text) => { this.dialog.querySelector(name).textContent = text; };
    say(".clock", `${two(now.getHours())}:${two(now.getMinutes())}`);
    say(".clock-name", this.data.words.time);
    say(".spent", `${Math.floor(spent / 60)}:${two(spent % 60)}`);
    say(".spent-name", this.data.words.spent);
  }

  writeAddress(step) {
    const address = new URL(window.location.href);
    if (step === null) ["step", "view"].forEach((name) => address.searchParams.delete(name));
    else address.searchParams.set("step", step);
    if (address.href !== window.location.href) window.history.replaceState(window.history.state, "", address);
  }

  dark(on) {
    this.screen.classList.toggle("dark", Boolean(on));
  }

  say(text, stays) {
    this.message.textContent = text;
    this.message.hidden = !text;
    clearTimeout(this.saying);
    if (text && !stays) this.saying = setTimeout(() => this.forget(), PATIENCE);
  }

  forget() {
    this.typed = "";
    this.say("");
  }

  type(digit) {
    this.typed = (this.typed + digit).slice(-3);
    const number = Number(this.typed), slide = this.data.slides[number ? this.places.get(number) : 0];
    this.say(`${this.typed}  ${slide ? slide.name || slide.title : this.data.words.missing}`);
  }

  jump() {
    const number = Number(this.typed), place = number ? this.places.get(number) : 0, wanted = this.stops.findIndex(([slide]) => slide === place);
    this.forget();
    if (wanted < 0) return this.say(this.data.words.missing);
    // From one issue off the agenda to another, the way back still leads to the agenda.
    if (!this.data.slides[this.stops[this.at][0]].rest) this.before = this.at;
    return this.leap(wanted);
  }

  fullScreen(on) {
    if (on && !document.fullscreenElement && this.screen.requestFullscreen) this.screen.requestFullscreen().catch(() => {});
    else if (!on && document.fullscreenElement) {
      this.onPurpose = true;
      document.exitFullscreen().catch(() => {});
    }
  }

  openNotes() {
    this.onPurpose = Boolean(document.fullscreenElement); // a new window may end full screen
    const address = new URL(window.location.href);
    address.searchParams.set("view", "presenter");
    const opened = window.open(address, "parley-presenter", "popup,width=1200,height=800");
    const words = opened ? "" : this.data.words.blocked;
    this.root.querySelector(".blocked").textContent = words;
    if (words && this.dialog.open) this.say(words);
  }

  close() {
    if (!this.dialog.open) return;
    this.left = true;
    this.fullScreen(false);
    this.dialog.close();
    delete document.documentElement.dataset.presenting;
    this.root.querySelector(".buttons").style.visibility = "";
    clearInterval(this.ticking);
    this.writeAddress(null);
    if (!this.isNotes) this.channel.postMessage({ ended: true });
    else if (window.opener) window.close();
    if (!window.history.state?.[FROM_ELSEWHERE]) return;
    this.noteElsewhere(false);
    window.history.back();
  }

  // Where the key was pressed on another page, the end leads back to it, after a reload, too.
  noteElsewhere(isSo) {
    window.history.replaceState({ ...window.history.state, [FROM_ELSEWHERE]: isSo }, "");
  }

  pressed(event) {
    const node = event.target.closest(".evident");
    if (node && node.evidence().ids.length) {
      event.stopPropagation();
      return this.openEvidence(node);
    }
    const box = event.currentTarget.getBoundingClientRect();
    return this.go(this.at + (event.clientX - box.left < box.width / 4 ? -1 : 1));
  }

  key(event) {
    if (!this.dialog.open || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = keyName(event);
    if (key === "Tab" || /^F\d+$/.test(key)) return;
    const focused = this.focused();
    if (key === "Enter" && !this.typed && this.evidence.contains(focused) && focused !== this.evidence) return; // its own button
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.help.hidden && key !== "Shift") this.help.hidden = true;
    else if (key === "?") this.help.hidden = false;
    else if (/^[0-9]$/.test(key)) this.type(key);
    else if (key === "Enter" && this.typed) this.jump();
    else if (key === "Backspace" && this.typed) this.forget();
    else if (key === "Escape" && this.typed) this.forget();
    else if (key === "Escape" && !this.evidence.hidden) this.shut();
    else if (key === "Escape" && this.toldOf) this.tellOf(null);
    else if (key === "Enter" && focused?.evidence?.().ids.length) this.openEvidence(focused);
    else if (FORWARD.has(key) || key === "Enter") this.go(this.at + 1);
    else if (BACK.has(key)) this.go(this.at - 1);
    else if (key === "Home") this.leap(0);
    else if (key === "End") this.leap(this.count() - 1);
    else if (key === "Backspace" && this.before !== null) this.goBack();
    else if (key === "b" || key === ".") { this.dark(!this.screen.classList.contains("dark")); this.tellWhere(); }
    else if (key === "f") this.fullScreen(!document.fullscreenElement);
    else if (key === "n" && !this.isNotes) this.openNotes();
    else if (key === "r") this.resetClock();
    else if (key === "Escape") this.close();
  }

  resetClock() {
    this.startClock(Date.now());
    this.tellWhere();
    if (this.isNotes) this.tick();
  }

  goBack() {
    const to = this.before;
    this.before = null;
    this.leap(to);
  }

  leave() {
    window.removeEventListener("keydown", this.onKey, true);
    window.removeEventListener("parley-present", this.onAsked);
    delete document.documentElement.dataset.presenting;
    document.removeEventListener("fullscreenchange", this.onFull);
    clearInterval(this.ticking);
    this.fresh = null;
    this.leaveDeck();
  }
}

let live = null; // there is one on a page

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector(".presenter");
  if (!live || live.root !== root) {
    if (live) live.leave();
    live = new Presenter(root);
  }
  const mine = live;
  mine.take(data);
  return () => {
    mine.leave();
    if (live === mine) live = null;
  };
}
