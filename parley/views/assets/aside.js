// The presenter's own window, beside the slide: the next step in words, the notes, what the slides leave out, and how long has been presented.

const STARTED = "parley-started"; // under which a window remembers since when is presented

class Aside {
  constructor(dialog) {
    this.find = (name) => dialog.querySelector(name);
    this.started = Number(window.sessionStorage.getItem(STARTED)) || Date.now();
  }

  use(data, coming, stops) {
    Object.assign(this, { data, coming, stops });
  }

  // The next step in words, large enough to be read at a desk; then the notes, and what the slides leave out.
  show(at) {
    const { find, stops } = this, [number, step] = stops.all[at], slide = stops.slide(at), { words } = this.data;
    const content = this.coming.now(number), following = at < stops.reach(at)[1] ? stops.all[at + 1] : null;
    this.at = at;
    find(".next-name").textContent = following ? words.next : words.last;
    find(".next-words").replaceChildren(...(following ? this.inWords(following, number) : []));
    find(".where").textContent = slide.steps ? `${slide.rest ? slide.number : `${slide.number} / ${this.data.count}`}, ${words.step} ${step + 1} / ${slide.steps.length}` : "";
    find(".notes").textContent = slide.notes || (slide.id ? words.none : "");
    find(".notes").classList.toggle("quiet", !slide.notes);
    const beside = content ? content.beside.map((one) => blockNode(one, number)) : [];
    find(".beside").replaceChildren(...(beside.length ? [element("h2", "", words.beside), ...beside] : []));
    if (following) this.waitForNext(at, following[0]);
  }

  // The words of the next step are told as soon as they have come.
  async waitForNext(at, number) {
    const isThere = () => this.at === at;
    if (!this.coming.addresses[number] || this.coming.now(number)) return;
    if (await this.coming.once(number, isThere).catch(() => null) && isThere()) this.show(at);
  }

  inWords([number, step], shown) {
    const slide = this.data.slides[number], content = this.coming.now(number);
    const name = number === shown ? [] : [element("p", "name", slide.id ? `${slide.number}  ${slide.name}` : slide.heading || slide.title)];
    if (!slide.id) return name;
    if (!content) return [...name, element("p", "", slide.steps?.[step].short)];
    return [...name, ...content.steps[step].blocks.map((one) => blockNode({ ...one, lines: one.lines.map((line) => ({ ...line, ids: [] })) }, number))];
  }

  begin() {
    this.end();
    this.ticking = setInterval(() => this.tick(), 1000);
    this.tick();
  }

  end() {
    clearInterval(this.ticking);
  }

  startClock(at) {
    this.started = at;
    window.sessionStorage.setItem(STARTED, String(at));
  }

  tick() {
    const now = new Date(), spent = Math.floor((Date.now() - this.started) / 1000), two = (one) => String(one).padStart(2, "0");
    const say = (name, text) => { this.find(name).textContent = text; };
    say(".clock", `${two(now.getHours())}:${two(now.getMinutes())}`);
    say(".clock-name", this.data.words.time);
    say(".spent", `${Math.floor(spent / 60)}:${two(spent % 60)}`);
    say(".spent-name", this.data.words.spent);
  }
}

