// All that can be shown one after the other: slides, and of an issue its steps; and what an address says of where one is.
// Of an issue off the agenda the steps are known once it has come.

class Stops {
  constructor({ slides, places }) {
    Object.assign(this, { slides, places, pending: null });
    this.renew();
  }

  renew() {
    this.all = this.slides.flatMap((slide, number) => (slide.steps || [0]).map((_, step) => [number, step]));
  }

  slide(at) {
    return this.slides[this.all[at][0]];
  }

  find(number, step = 0) {
    return this.all.findIndex(([slide, place]) => slide === number && place === step);
  }

  name(at) {
    const slide = this.slide(at);
    return slide.id ? `${slide.number}.${this.all[at][1] + 1}` : slide.key;
  }

  // The stop that an address names, or the nearest there is. Which steps an issue off the agenda has may not be known yet.
  place(text) {
    const asked = String(text || "0"), page = this.all.findIndex(([slide]) => this.slides[slide].key === asked);
    this.pending = null;
    if (page >= 0) return page;
    const [number, step] = asked.split(".").map((one) => parseInt(one, 10) || 0), last = this.count() - 1;
    const slide = this.places.get(number);
    if (number <= 0) return 0;
    if (slide === undefined) return last;
    const wanted = Math.max(0, step - 1), found = this.all.findLastIndex(([each, place]) => each === slide && place <= wanted);
    if (!this.slides[slide].steps && wanted) this.pending = { slide, text: asked };
    return found;
  }

  // What to turn to once an issue off the agenda has come, where a key led on before its steps were known; null where they are.
  further(at) {
    const [slide] = this.all[at], { number, rest, steps } = this.slides[slide];
    if (!rest || steps) return null;
    const step = this.pending?.slide === slide ? parseInt(this.pending.text.split(".")[1], 10) : 1;
    return { slide, text: `${number}.${step + 1}` };
  }

  // Where a slide and its step of another deck stand in this one, however the agenda has changed.
  placeOf({ id, key, step }) {
    const number = this.slides.findIndex((slide) => (id ? slide.id === id : slide.key === key));
    return number < 0 ? 0 : this.place(id ? `${this.slides[number].number}.${step + 1}` : key);
  }

  // How many there are on the way from the first slide to the last; issues that are not on the agenda stand behind them.
  count() {
    const first = this.all.findIndex(([slide]) => this.slides[slide].rest);
    return first < 0 ? this.all.length : first;
  }

  // From which stop to which keys lead: all of the way, or the steps of an issue off the agenda.
  reach(at) {
    const own = this.all[at][0];
    if (!this.slides[own].rest) return [0, this.count() - 1];
    return [this.all.findIndex(([slide]) => slide === own), this.all.findLastIndex(([slide]) => slide === own)];
  }
}

