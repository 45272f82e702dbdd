// A slider over days. The place is kept here and sent as an absolute value, one at a time: while the page is drawn as of one day,
// further presses move the slider, and the newest day is sent as soon as the page stands. So no press is lost, and every answer is seen.

const PACE = 1200; // milliseconds for which a day is shown at least while playing
const PATIENCE = 5000; // after which it is asked why no answer has come
const FAR = 10; // stops that a page key goes
const PLAY = "M4 2.5v11l9.500-5.500z", PAUSE = "M3.500 2.500h3.200v11H3.500zM9.300 2.500h3.200v11H9.300z";
const KEYS = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -FAR, PageUp: FAR, Home: -Infinity, End: Infinity };
// What lies over the page, and takes its keys: the evidence drawer, a presentation.
const COVERED = "[role=dialog], [data-presenting]";
const TYPING = "input, select, textarea, [contenteditable], [role=dialog], [role=listbox], [role=spinbutton], [role=radiogroup]";
const PRESSING = "button, a, summary, [role=button], [role=option], [role=tab], [role=checkbox], [role=switch]";

// By what a link is pressed, or its address taken.
const PRESSES = ["pointerdown", "click", "contextmenu"];
const DAY_IN_LINK = /([?&]as_of=)([^&#]*)/;

const stopOf = ([day, at, shown, detail, event, opens]) => ({ day, at, shown, detail, event, opens });
const daysBetween = (first, day) => Math.round((Date.parse(day) - Date.parse(first)) / 86_400_000);
const within = (target, selector) => Boolean(target && target.closest && target.closest(selector));

function ticks(stops, wanted, height) {
  return stops.filter((stop) => Boolean(stop.event) === wanted).map((stop) => `M${stop.at} 20V${20 - height}`).join("");
}

class Scrubber {
  // `told` is called with each day that the slider comes to stand at.
  constructor(root, told) {
    this.root = root;
    this.told = told;
    this.slider = root.querySelector("input");
    this.button = Object.fromEntries([...root.querySelectorAll("button")].map((one) => [one.className, one]));
    this.wanted = null; // the stop chosen here that the page does not show yet
    this.sent = null; // the stop on whose day the page is being drawn
    this.playing = false;
    const choose = (how) => () => { this.play(false); how(); };
    this.button.first.onclick = choose(() => this.step(-Infinity));
    this.button.previous.onclick = choose(() => this.step(-1));
    this.button.next.onclick = choose(() => this.step(1));
    this.button.last.onclick = choose(() => this.step(Infinity));
    this.button.play.onclick = () => this.play(!this.playing);
    this.button.play.querySelector("path").setAttribute("d", PLAY);
    this.button.detail.onclick = () => { this.play(false); this.open(this.shown.day); };
    this.slider.onpointerdown = () => { this.dragging = true; };
    this.slider.onpointerup = this.slider.onpointercancel = () => { this.dragging = false; };
    this.slider.oninput = choose(() => this.slide(Number(this.slider.value)));
    this.onKey = (event) => this.key(event);
    this.onDrawn = (event) => this.drawn(event.detail);
    this.onPress = (event) => this.leadOn(event);
    this.onLeaving = () => this.letGo();
    window.addEventListener("parley-leaving", this.onLeaving);
    window.addEventListener("keydown", this.onKey);
    window.addEventListener("parley-drawn", this.onDrawn);
    for (const one of PRESSES) window.addEventListener(one, this.onPress, true);
  }

  leave() {
    this.play(false);
    clearTimeout(this.waiting);
    window.removeEventListener("keydown", this.onKey);
    window.removeEventListener("parley-drawn", this.onDrawn);
    window.removeEventListener("parley-leaving", this.onLeaving);
    for (const one of PRESSES) window.removeEventListener(one, this.onPress, true);
    window["parley-wanted"] = null;
  }

  // New data from the page: it runs again for every day, theme or file that changed.
  take(data, send, open) {
    this.send = send;
    this.open = open;
    this.data = data;
    this.current = stopOf(data.current);
    const fresh = JSON.stringify(data.stops);
    if (this.filled !== fresh) {
      this.filled = fresh;
      this.stops = data.stops.map(stopOf);
      // Where there is nothing to step through, no slider is seen, and a day is only written.
      this.root.hidden = !this.stops.length;
      if (this.root.hidden) this.stops = [this.current];
      this.fill();
    }
    if (!this.wanted) this.stand(this.current);
    this.name(this.button.play, this.playing ? data.pause : data.play);
  }

  fill() {
    const span = this.stops[this.stops.length - 1].at;
    this.slider.max = span;
    const drawing = this.root.querySelector(".ticks");
    drawing.setAttribute("viewBox", `0 0 ${span || 1} 20`);
    drawing.querySelector(".said").setAttribute("d", ticks(this.stops, false, 9));
    drawing.querySelector(".event").setAttribute("d", ticks(this.stops, true, 18));
    this.slider.setAttribute("aria-label", this.data.label);
    this.root.setAttribute("aria-label", this.data.label);
  }

  name(button, words) {
    button.setAttribute("aria-label", words);
    button.title = words;
  }

  show(stop) {
    this.shown = stop;
    this.slider.value = stop.at;
    this.slider.setAttribute("aria-valuetext", stop.detail ? `${stop.shown}: ${stop.detail}` : stop.shown);
    this.root.style.setProperty("--part", Math.min(Math.max(stop.at / (Number(this.slider.max) || 1), 0), 1));
    const now = this.root.querySelector(".now");
    // Whoever stands on the slider hears its value already.
    now.setAttribute("aria-live", this.root.matches(":focus-within") ? "off" : "polite");
    now.querySelector(".day").textContent = stop.shown;
    this.button.detail.firstChild.textContent = stop.detail;
    this.button.detail.disabled = !stop.opens;
    this.button.detail.title = stop.opens ? this.data.open : "";
    this.button.first.disabled = this.button.previous.disabled = stop.at <= this.stops[0].at;
    this.button.last.disabled = this.button.next.disabled = stop.at >= this.stops[this.stops.length - 1].at;
    this.told(stop);
  }

  // So many stops on, and not beyond the ends; from a day between two stops the first step goes to the next one in that direction.
  step(number) {
    const here = this.shown.at, last = this.stops.length - 1;
    const ahead = this.stops.findIndex((stop) => stop.at > here);
    const next = ahead < 0 ? last + 1 : ahead;
    const on = this.stops.some((stop) => stop.at === here);
    const place = number > 0 ? next + number - 1 : next - (on ? 1 : 0) + number;
    this.go(this.stops[Math.min(Math.max(place, 0), last)]);
  }

  // The thumb was moved to a place: to the nearest stop, or, moved by one as a screen reader does, to the next.
  slide(place) {
    const moved = place - this.shown.at;
    if (!this.dragging && Math.abs(moved) === 1) return this.step(moved);
    return this.go(this.stops.reduce((best, stop) => (Math.abs(stop.at - place) < Math.abs(best.at - place) ? stop : best)));
  }

  // To a day that was written, which is a stop or not.
  goTo(day, shown) {
    const at = daysBetween(this.data.first, day);
    this.play(false);
    this.go(this.stops.find((stop) => stop.day === day) || { day, at, shown, detail: "", event: 0, opens: 0 });
  }

  go(stop) {
    this.want(stop);
    this.show(stop);
    this.hand();
  }

  // Hands the day wanted to the page, unless the page is still busy with another.
  hand() {
    if (this.sent || !this.wanted) return;
    if (this.wanted.day === this.current.day) {
      this.want(null);
      return;
    }
    this.sent = this.wanted;
    const moving = this.playing || this.dragging;
    writeAddress("as_of", this.sent.day, moving && this.moved);
    this.moved = moving;
    this.send(this.sent.day);
    this.wait(true);
  }

  // While the page is being worked out, or has lost its server, an answer takes as long as it takes; what was not heard is said once more, then given up.
  wait(isFirst) {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      if (isWorking()) return this.wait(isFirst);
      if (!isFirst || this.current.day === this.sent.day) return this.settle(this.current.day);
      this.send(this.sent.day);
      return this.wait(false);
    }, PATIENCE);
  }

  // While the page is still that of another day, a link to what it shows leads to the day wanted, in another window, too. Some parts of the page may be
  // those of the day on which it is being drawn, and others those of the day before.
  leadOn(event) {
    if (!this.wanted) return;
    const link = event.composedPath().find((one) => one.matches?.("a[href]"));
    const named = link && DAY_IN_LINK.exec(link.href)?.[2];
    if (!named || (![this.stood, this.current.day, this.sent?.day].includes(named) && link.ledOn !== link.href)) return;
    link.href = link.href.replace(DAY_IN_LINK, `$1${this.wanted.day}`);
    link.ledOn = link.href;
  }

  // The day wanted goes with what is opened: to hand it once more would lead back to the page that is left.
  letGo() {
    this.play(false);
    clearTimeout(this.waiting);
    this.current = this.wanted || this.current;
    this.want(null);
    this.sent = null;
  }

  // Whoever turns back wants what the address named before, and no day that had not come yet: of that one no word may come any more.
  turnBack() {
    this.play(false);
    clearTimeout(this.waiting);
    this.want(null);
    this.sent = null;
    this.stand(this.current);
  }

  want(stop) {
    this.wanted = stop;
    window["parley-wanted"] = stop?.day ?? null;
  }

  drawn(day) {
    if (this.sent && day !== this.sent.day) return; // the end of an older run
    this.settle(day);
  }

  settle(day) {
    clearTimeout(this.waiting);
    const answered = this.sent;
    this.sent = null;
    // A day that was written need not be one of the stops.
    this.current = this.stops.find((stop) => stop.day === day) || (answered?.day === day ? answered : this.current);
    if (this.wanted && answered && this.wanted.day !== answered.day) {
      this.stood = this.current.day;
      this.hand();
    } else {
      this.want(null);
      this.stand(this.current);
    }
    this.onward();
  }

  // The whole page is that of a day.
  stand(stop) {
    this.stood = stop.day;
    this.show(stop);
  }

  play(on) {
    if (on === this.playing) return;
    this.playing = on;
    clearTimeout(this.timer);
    this.name(this.button.play, on ? this.data.pause : this.data.play);
    this.button.play.querySelector("path").setAttribute("d", on ? PAUSE : PLAY);
    if (on) this.turn(this.shown.at >= this.stops[this.stops.length - 1].at ? -Infinity : 1);
  }

  turn(number) {
    this.step(number);
    if (this.shown.at >= this.stops[this.stops.length - 1].at) return this.play(false);
    this.rested = false;
    this.timer = setTimeout(() => { this.rested = true; this.onward(); }, PACE);
  }

  // The next day, once the last one has been drawn and has stood for a while.
  onward() {
    if (!this.playing || !this.rested || this.sent || this.wanted) return;
    if (document.querySelector(COVERED)) this.play(false);
    else this.turn(1);
  }

  key(event) {
    const key = keyName(event);
    if (key === "Escape") this.play(false);
    if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector(COVERED)) return;
    const target = event.composedPath()[0], own = target === this.slider;
    if (!own && within(target, TYPING)) return;
    const turned = key === "ArrowLeft" || key === "ArrowRight";
    if (key in KEYS && (own || (turned && event.shiftKey))) {
      this.play(false);
      this.step(KEYS[key]);
    } else if (key === " " && !event.shiftKey && (own || !within(target, PRESSING))) {
      if (!event.repeat) this.play(!this.playing);
    } else return;
    event.preventDefault();
  }
}
