// One slide in a box of any size, as large as its words leave room for, and what the slides of a deck show, as it comes.

const SHARES = Array.from({ length: 10 }, (_, one) => 1 - one * 0.05); // to which words may shrink so that all of them are seen
const MOST_LOOKS = 5, ALIKE = 1.01; // at how rows are drawn, and how much larger one may be than another

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

