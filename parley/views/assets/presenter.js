// A briefing on a screen: slides are built from data once and stepped through here, so that no key waits for the server and none is lost.
// A second window with the speaker's notes follows the first, and leads it too.

const SMALLEST = 0.55; // to which share words may shrink so that all of them are seen
const PATIENCE = 6000; // milliseconds after which a number that was typed is forgotten
const MOST_TOLD = 3; // statements that are told beside a mark; the others are counted
const SVG = "http://www.w3.org/2000/svg";
const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  if (text) made.dir = "auto";
  return made;
}

// What rests on statements tells of them under the pointer or the focus, and opens them; `evidence` returns its words and their ids.
function evident(node, evidence) {
  node.classList.add("evident");
  node.setAttribute("role", "button");
  node.setAttribute("tabindex", "0");
  node.evidence = evidence;
  return node;
}

const restingOn = (node, ids) => (ids.length ? evident(node, () => ({ words: "", ids })) : node);

// A mark of the drawing: it tells only of what has been revealed at its place.
function spotNode({ areas, parts }) {
  const node = document.createElementNS(SVG, "g");
  for (const [left, top, right, bottom] of areas) {
    const place = document.createElementNS(SVG, "rect");
    Object.entries({ x: left, y: top, width: right - left, height: bottom - top, rx: 3 }).forEach((one) => place.setAttribute(...one));
    node.append(place);
  }
  const revealed = () => parts.filter((one) => node.shown.has(one.layer));
  evident(node, () => ({ words: [...new Set(revealed().map((one) => one.words))].join("; "), ids: [...new Set(revealed().flatMap((one) => one.ids))] }));
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

// The drawing comes as SVG in which every word was escaped when it was written; it is read as XML, which runs nothing.
function drawing(svg, alt, spots) {
  const box = element("div", "drawing");
  if (!svg) return box;
  const root = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  root.setAttribute("aria-label", alt);
  root.setAttribute("role", "group");
  for (const layer of root.querySelectorAll("g[data-layer]")) layer.setAttribute("aria-hidden", "true");
  root.querySelector("title").remove(); // it would be shown under a resting pointer
  root.removeAttribute("width");
  root.removeAttribute("height");
  root.append(...spots.map(spotNode));
  box.append(root);
  return box;
}

function badge(status) {
  const made = element("span", `status status-${status.mark}`);
  if (status.pair) made.append(element("span", "pair", status.pair), " ");
  made.append(element("strong", "", status.word));
  if (status.possible) made.append(" ", element("span", "possible", status.possible));
  return restingOn(made, status.ids);
}

function titleSlide(slide) {
  const made = element("section", "slide title");
  const head = element("div", "head");
  if (slide.handling) head.append(element("p", "handling", slide.handling));
  head.append(element("h1", "", slide.title));
  for (const line of slide.lines) head.append(element("p", "", line));
  const list = element("ol", slide.agenda.length > 9 ? "agenda two" : "agenda");
  slide.agenda.forEach((one, number) => {
    const row = element("li");
    row.append(element("span", "number", String(number + 1)), element("span", "name", one.name), badge(one.status));
    list.append(row);
  });
  made.append(head, list);
  return made;
}

function issueSlide(slide) {
  const made = element("section", slide.svg ? "slide issue" : "slide issue undrawn");
  const head = element("header");
  head.append(element("span", "number", String(slide.number)), element("h1", "", slide.name), badge(slide.status));
  const body = element("div", "body"), words = element("div", "words"), trail = element("ol", "trail");
  for (const step of slide.steps) {
    const one = element("li", "", step.short);
    trail.append(one);
  }
  slide.steps.forEach((step) => {
    const told = element("div", `step step-${step.kind}`), heading = element("h2", "", step.heading);
    if (step.colour) heading.style.setProperty("--party", step.colour);
    told.append(heading);
    for (const line of step.lines) {
      const said = element("p", "", line.text);
      if (line.cite) said.append(element("span", "cite", line.cite));
      told.append(restingOn(said, line.ids));
    }
    words.append(told);
  });
  body.append(drawing(slide.svg, slide.alt, slide.spots), words);
  made.append(head, body, trail);
  return made;
}

function statementNode(one) {
  const made = element("article"), held = element("dl");
  for (const [name, text] of one.rows) held.append(element("dt", "", name), element("dd", "", text));
  made.append(element("h3", "", one.says), element("p", "", one.whose), held);
  return made;
}

// One slide in a box of any size; all lengths in it are shares of the box.
class Stage {
  constructor(box) {
    this.box = box;
    this.slides = new Map();
    new ResizeObserver(() => this.fit()).observe(box);
  }

  take(data) {
    this.data = data;
    this.slides.clear();
    this.box.replaceChildren();
    this.foot = element("footer");
    this.foot.append(element("span", "dated", data.dated), element("span", "handling", data.handling), element("span", "line", data.line), element("span", "place"));
    this.box.append(this.foot);
  }

  slide(number) {
    if (!this.slides.has(number)) {
      const slide = this.data.slides[number];
      const made = slide.kind === "title" ? titleSlide(slide) : issueSlide(slide);
      this.slides.set(number, made);
      this.box.insertBefore(made, this.foot);
    }
    return this.slides.get(number);
  }

  show([number, step]) {
    const made = this.slide(number), slide = this.data.slides[number];
    for (const [other, one] of this.slides) one.hidden = other !== number;
    this.at = [number, step];
    this.foot.querySelector(".place").textContent = number ? `${number} / ${this.data.slides.length - 1}` : "";
    if (slide.kind === "issue") {
      const shown = new Set(["base", ...slide.steps.slice(0, step + 1).flatMap((one) => one.layers)]);
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
  }

  // Words that do not fit are made smaller, until they do.
  fit() {
    if (!this.at) return;
    const made = this.slides.get(this.at[0]);
    if (!made) return;
    // What stands above takes its room first.
    for (const room of made.querySelectorAll(".head, header, .words, .agenda")) {
      let share = 1;
      room.style.setProperty("--fit", share);
      while (share > SMALLEST && room.scrollHeight > room.clientHeight + 1) {
        share -= 0.05;
        room.style.setProperty("--fit", share);
      }
    }
  }
}

class Presenter {
  constructor(root) {
    this.root = root;
    this.dialog = root.querySelector("dialog");
    this.screen = this.dialog.querySelector(".screen");
    this.main = new Stage(this.dialog.querySelector(".now-box"));
    this.next = new Stage(this.dialog.querySelector(".next-box"));
    this.message = this.dialog.querySelector(".message");
    this.help = this.dialog.querySelector(".help");
    this.typed = "";
    this.before = null;
    this.started = Date.now();
    root.querySelector(".start").onclick = () => { this.open(); this.fullScreen(true); };
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
    this.dialog.querySelector(".next-box").inert = true;
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

  take(data, end) {
    this.data = data;
    this.end = end;
    const names = data.words;
    this.root.querySelector(".start").textContent = names.start;
    this.root.querySelector(".notes-window").textContent = names.notes;
    const fresh = JSON.stringify(data);
    if (this.drawn !== fresh) {
      this.drawn = fresh;
      const last = this.slideShown;
      this.shut();
      this.tellOf(null);
      this.stops = data.slides.flatMap((slide, number) => (slide.steps || [0]).map((_, step) => [number, step]));
      this.main.take(data);
      this.next.take(data);
      this.listen(data.channel);
      if (this.dialog.open) this.show(last ? this.placeOf(last) : 0);
    }
    this.isNotes = data.view === "presenter";
    this.dialog.classList.toggle("with-notes", this.isNotes);
    this.dialog.setAttribute("aria-label", this.isNotes ? names.notes : names.start);
    const asked = new URLSearchParams(window.location.search).get("step");
    if (!this.dialog.open && !this.left && (asked !== null || this.isNotes)) {
      const at = this.place(asked);
      this.open(at);
      const nearest = this.name(at);
      const shown = /^\d/.test(asked) ? names.nearest.replace("{0}", nearest) : names.beginning;
      if (asked !== null && asked !== nearest) this.say(`${names.gone.replace("{0}", asked.slice(0, 20))} ${shown}`, true);
    }
  }

  listen(name) {
    if (this.channel) this.channel.close();
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => {
      if (data.ended) return this.isNotes && this.say(this.data.words.ended, true);
      if (data.ask) return this.dialog.open && !this.isNotes ? this.tell() : undefined;
      if (!this.dialog.open) return undefined;
      if (!this.typed) this.say("");
      this.dark(data.dark);
      return this.show(this.place(data.step));
    };
  }

  tell() {
    this.channel.postMessage({ step: this.name(this.at), dark: this.screen.classList.contains("dark") });
  }

  name(at) {
    const [number, step] = this.stops[at];
    return number ? `${number}.${step + 1}` : "0";
  }

  // The stop that an address names, or the nearest there is.
  place(text) {
    const [number, step] = String(text || "0").split(".").map((one) => parseInt(one, 10) || 0);
    let found = 0;
    this.stops.forEach(([slide, place], at) => {
      if (slide < number || (slide === number && place <= Math.max(0, step - 1))) found = at;
    });
    return found;
  }

  // Where an issue and its step stand now, however the agenda has changed.
  placeOf({ id, step }) {
    const number = this.data.slides.findIndex((slide) => slide.id === id);
    return this.place(number < 0 ? "0" : `${number}.${step + 1}`);
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
    } else this.tell();
  }

  go(at) {
    this.forget();
    this.dark(false);
    this.show(Math.min(Math.max(at, 0), this.stops.length - 1));
    this.tell();
  }

  show(at) {
    if (at !== this.at) this.shut();
    if (at !== this.at) this.tellOf(null);
    this.at = at;
    const [number, step] = this.stops[at];
    this.slideShown = { id: this.data.slides[number].id, step };
    this.main.show(this.stops[at]);
    this.writeAddress(this.name(at));
    const focused = this.focused();
    if (this.box.contains(focused) && !focused.checkVisibility({ visibilityProperty: true })) this.screen.focus();
    if (this.isNotes) this.showNotes();
    else this.ahead();
  }

  focused() {
    return this.dialog.getRootNode().activeElement;
  }

  // Tells beside a mark or a line who said what it rests on, and when; of nothing, tells nothing.
  tellOf(node) {
    if (node === this.toldOf) return;
    this.toldOf = node;
    this.told.hidden = !node;
    if (!node) return;
    const { words, ids } = node.evidence(), cited = ids.slice(0, MOST_TOLD).map((id) => this.data.statements[id].cite);
    if (ids.length > MOST_TOLD) cited.push(this.data.words.more.replace("{0}", ids.length - MOST_TOLD));
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
    this.evidence.replaceChildren(element("h2", "", words.evidence), close, ...ids.map((id) => statementNode(this.data.statements[id])));
    this.evidence.setAttribute("aria-label", words.evidence);
    this.evidence.hidden = false;
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

  // The slide after this one is built while nobody waits for it.
  ahead() {
    clearTimeout(this.building);
    this.building = setTimeout(() => {
      const [number] = this.stops[this.at];
      for (const one of [number + 1, number - 1]) {
        if (this.data.slides[one]) this.main.slide(one).hidden = true;
      }
    }, 30);
  }

  showNotes() {
    const [number, step] = this.stops[this.at], slide = this.data.slides[number], words = this.data.words;
    const following = this.stops[this.at + 1];
    this.dialog.querySelector(".next-box").style.visibility = following ? "" : "hidden";
    if (following) this.next.show(following);
    this.dialog.querySelector(".next-name").textContent = following ? words.next : words.last;
    this.dialog.querySelector(".where").textContent = slide.steps ? `${number} / ${this.data.slides.length - 1}, ${words.step} ${step + 1} / ${slide.steps.length}` : "";
    this.dialog.querySelector(".notes").textContent = slide.notes || (slide.steps ? words.none : "");
    this.dialog.querySelector(".notes").classList.toggle("quiet", !slide.notes);
  }

  tick() {
    const now = new Date(), spent = Math.floor((Date.now() - this.started) / 1000), two = (one) => String(one).padStart(2, "0");
    this.dialog.querySelector(".clock").textContent = `${two(now.getHours())}:${two(now.getMinutes())}`;
    this.dialog.querySelector(".spent").textContent = `${Math.floor(spent / 60)}:${two(spent % 60)} ${this.data.words.spent}`;
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
    const slide = this.data.slides[Number(this.typed)];
    this.say(`${this.typed}  ${slide ? slide.name || slide.title : this.data.words.missing}`);
  }

  jump() {
    const number = Number(this.typed), wanted = this.stops.findIndex(([slide]) => slide === number);
    this.forget();
    if (wanted < 0) return this.say(this.data.words.missing);
    this.before = this.at;
    return this.go(wanted);
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
    if (!this.dialog.open) return undefined;
    this.left = true;
    this.fullScreen(false);
    this.dialog.close();
    delete document.documentElement.dataset.presenting;
    this.root.querySelector(".buttons").style.visibility = "";
    clearInterval(this.ticking);
    this.writeAddress(null);
    if (!this.isNotes) {
      this.channel.postMessage({ ended: true });
      return this.end();
    }
    if (window.opener) window.close();
    return undefined;
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
    else if (key === "Home") this.go(0);
    else if (key === "End") this.go(this.stops.length - 1);
    else if (key === "Backspace" && this.before !== null) this.goBack();
    else if (key === "b" || key === ".") { this.dark(!this.screen.classList.contains("dark")); this.tell(); }
    else if (key === "f") this.fullScreen(!document.fullscreenElement);
    else if (key === "n" && !this.isNotes) this.openNotes();
    else if (key === "Escape") this.close();
  }

  goBack() {
    const to = this.before;
    this.before = null;
    this.go(to);
  }

  leave() {
    window.removeEventListener("keydown", this.onKey, true);
    delete document.documentElement.dataset.presenting;
    document.removeEventListener("fullscreenchange", this.onFull);
    clearInterval(this.ticking);
    if (this.channel) this.channel.close();
  }
}

let live = null; // there is one on a page

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".presenter");
  if (!live || live.root !== root) {
    if (live) live.leave();
    live = new Presenter(root);
  }
  const mine = live;
  mine.take(data, () => setTriggerValue("ended", "now"));
  return () => {
    mine.leave();
    if (live === mine) live = null;
  };
}
