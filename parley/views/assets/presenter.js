// A briefing on a screen, stepped through here, so that no key waits for the server and none is lost. What a slide shows beneath its name is
// fetched, that of the slides beside it first and then all other, so that it is here before it is needed; a slide is built once.
// A second window with the speaker's notes follows the first, and leads it too.

const PATIENCE = 6000; // milliseconds after which a number that was typed is forgotten
const FORWARD = new Set(["ArrowRight", "ArrowDown", "PageDown", " "]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp"]);
const FROM_ELSEWHERE = "parley-presented-from-elsewhere";

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
    this.resting = new Resting(this.dialog);
    this.aside = new Aside(this.dialog);
    root.querySelector(".start").onclick = () => this.start();
    this.onAsked = (event) => {
      event.preventDefault();
      if (!this.dialog.open && this.stops) this.start();
    };
    window.addEventListener("parley-present", this.onAsked);
    root.querySelector(".notes-window").onclick = () => this.openNotes();
    this.dialog.addEventListener("cancel", (event) => event.preventDefault());
    this.box = this.dialog.querySelector(".now-box");
    this.box.onclick = (event) => this.pressed(event);
    this.onKey = (event) => this.key(event);
    window.addEventListener("keydown", this.onKey, true);
    // A browser keeps the Escape that ends full screen to itself; it ends the presentation, too, unless full screen was left on purpose.
    this.onFull = () => {
      if (!document.fullscreenElement && this.wasFull && !this.onPurpose) this.resting.shut() || this.close();
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
    const begins = window["parley-to-present"];
    window["parley-to-present"] = false;
    // Whoever pressed Escape meanwhile is led back before it has begun.
    if (begins === "left") window.history.back();
    else if (begins) {
      this.noteElsewhere(true);
      this.start();
    }
    const asked = new URLSearchParams(window.location.search).get("step");
    if (!this.dialog.open && !this.left && (asked !== null || this.isNotes)) {
      const at = this.stops.place(asked);
      this.open(at);
      const nearest = this.stops.pending ? asked : this.stops.name(at);
      const shown = /^\d/.test(asked) ? names.nearest.replace("{0}", nearest) : names.beginning;
      const passed = asked !== null && asked !== nearest ? [`${names.gone.replace("{0}", asked.slice(0, 20))} ${shown}`] : [];
      if (data.gone.length + passed.length) this.say([...data.gone, ...passed].join(" "), true);
    }
  }

  start() {
    this.aside.startClock(Date.now());
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
    this.stops = new Stops(coming);
    this.resting.use(coming, data.words);
    this.aside.use(data, coming, this.stops);
    this.main.take(data, coming);
    this.listen(data.channel);
    if (this.dialog.open) this.show(last ? this.stops.placeOf(last) : 0);
  }

  leaveDeck() {
    if (this.coming) this.coming.isOver = true;
    if (this.channel) this.channel.close();
  }

  listen(name) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) => {
      if (data.started) this.aside.startClock(data.started);
      if (data.ended) return this.isNotes && this.say(this.data.words.ended, true);
      if (data.ask) return this.dialog.open && !this.isNotes ? this.tellWhere() : undefined;
      if (!this.dialog.open) return undefined;
      if (!this.typed) this.say("");
      this.dark(data.dark);
      return this.show(this.stops.place(data.step));
    };
  }

  tellWhere() {
    this.channel.postMessage({ step: this.stops.name(this.at), dark: this.screen.classList.contains("dark"), started: this.aside.started });
  }

  // What a slide shows has come; of an issue off the agenda its steps are known now, too.
  came(number) {
    const { stops } = this, { pending } = stops, isAwaited = pending?.slide === number, [slide, step] = stops.all[this.at];
    this.main.slide(number);
    stops.renew();
    const now = isAwaited ? stops.place(pending.text) : stops.find(slide, step);
    if (!this.dialog.open) {
      this.at = now;
      return;
    }
    this.show(now);
    if (isAwaited) this.tellWhere();
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
      this.aside.begin();
    } else this.tellWhere();
  }

  go(at) {
    const [first, last] = this.stops.reach(this.at), further = at > last ? this.stops.further(this.at) : null;
    this.leap(Math.min(Math.max(at, first), last));
    if (further) this.stops.pending = further;
    else if (at > last) this.say(first ? this.data.words.last_of_issue : this.data.words.was_last);
  }

  leap(at) {
    this.stops.pending = null;
    this.forget();
    this.dark(false);
    this.show(at);
    this.tellWhere();
  }

  show(at) {
    if (at !== this.at) this.resting.leave();
    this.at = at;
    const [number, step] = this.stops.all[at];
    const slide = this.data.slides[number], { id, key } = slide, isKnown = Boolean(slide.steps);
    this.slideShown = { id, key, step };
    this.main.show(this.stops.all[at]);
    // What had come before it was asked for is drawn at once; its steps are known only now.
    if (!isKnown && slide.steps) {
      this.came(number);
      return;
    }
    this.writeAddress(this.stops.name(at));
    const focused = this.focused();
    if (this.box.contains(focused) && !focused.checkVisibility({ visibilityProperty: true })) this.screen.focus();
    if (this.isNotes) this.aside.show(at);
    else this.ahead();
    this.coming.around(number);
  }

  focused() {
    return this.dialog.getRootNode().activeElement;
  }

  // The slides beside this one are built while nobody waits for them.
  async ahead() {
    const { at, coming } = this, [number] = this.stops.all[at];
    const isThere = () => this.at === at && this.coming === coming;
    await pause(30);
    for (const one of [number + 1, number - 1].filter((each) => this.data.slides[each] && !this.data.slides[each].rest)) {
      const held = await Promise.all(coming.needs(one).map((place) => coming.once(place, isThere).catch(() => null)));
      if (held.every(Boolean) && isThere()) this.main.slide(one).hidden = true;
    }
  }

  writeAddress(step) {
    const address = new URL(window.location.href);
    if (step === null) ["step", "view"].forEach((name) => address.searchParams.delete(name));
    else address.searchParams.set("step", step);
    if (address.href !== window.location.href) replaceAddress(address);
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
    const number = Number(this.typed), slide = this.data.slides[number ? this.stops.places.get(number) : 0];
    this.say(`${this.typed}  ${slide ? slide.name || slide.title : this.data.words.missing}`);
  }

  jump() {
    const number = Number(this.typed), wanted = this.stops.find(number ? this.stops.places.get(number) : 0);
    this.forget();
    if (wanted < 0) return this.say(this.data.words.missing);
    // From one issue off the agenda to another, the way back still leads to the agenda.
    if (!this.stops.slide(this.at).rest) this.before = this.at;
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
    this.aside.end();
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
      return this.resting.open(node);
    }
    const box = event.currentTarget.getBoundingClientRect();
    return this.go(this.at + (event.clientX - box.left < box.width / 4 ? -1 : 1));
  }

  key(event) {
    if (!this.dialog.open || event.altKey || event.ctrlKey || event.metaKey) return;
    const key = keyName(event);
    if (key === "Tab" || /^F\d+$/.test(key)) return;
    const focused = this.focused();
    if (key === "Enter" && !this.typed && this.resting.holds(focused)) return; // its own button
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!this.help.hidden && key !== "Shift") this.help.hidden = true;
    else if (key === "?") this.help.hidden = false;
    else if (/^[0-9]$/.test(key)) this.type(key);
    else if (key === "Enter" && this.typed) this.jump();
    else if (key === "Backspace" && this.typed) this.forget();
    else if (key === "Escape" && this.typed) this.forget();
    else if (key === "Escape" && this.resting.isOpen) this.resting.shut();
    else if (key === "Escape" && this.resting.toldOf) this.resting.tellOf(null);
    else if (key === "Enter" && focused?.evidence?.().ids.length) this.resting.open(focused);
    else if (FORWARD.has(key) || key === "Enter") this.go(this.at + 1);
    else if (BACK.has(key)) this.go(this.at - 1);
    else if (key === "Home") this.leap(0);
    else if (key === "End") this.leap(this.stops.count() - 1);
    else if (key === "Backspace" && this.before !== null) this.goBack();
    else if (key === "b" || key === ".") { this.dark(!this.screen.classList.contains("dark")); this.tellWhere(); }
    else if (key === "f") this.fullScreen(!document.fullscreenElement);
    else if (key === "n" && !this.isNotes) this.openNotes();
    else if (key === "r") this.resetClock();
    else if (key === "Escape") this.close();
  }

  resetClock() {
    this.aside.startClock(Date.now());
    this.tellWhere();
    if (this.isNotes) this.aside.tick();
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
    this.aside.end();
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
