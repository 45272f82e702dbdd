// A short list that is put into order: a line is dragged, or moved by arrow keys from its handle. The whole order is sent, so that no press is lost.

const NEAR = 4; // pixels

class Sortable {
  constructor(root) {
    this.list = root.querySelector("ol");
    this.told = root.querySelector(".told");
    this.name = root.querySelector(".name");
    this.ends = [...root.querySelectorAll(".end")];
    this.list.addEventListener("pointerdown", (event) => this.lift(event));
    this.list.addEventListener("keydown", (event) => this.press(event));
  }

  get order() {
    return [...this.list.children].map((line) => line.dataset.id);
  }

  give(data, send) {
    Object.assign(this, { data, send });
    this.name.textContent = data.label;
    this.list.setAttribute("aria-label", data.label);
    this.ends.forEach((end, number) => { end.textContent = data.ends[number]; });
    const ids = data.entries.map((one) => one.id), own = this.order;
    const isSame = ids.length === own.length && ids.every((one) => own.includes(one));
    if (this.asked === ids.join()) this.asked = null;
    // What has just been put otherwise stays, until the page has heard of it.
    if (isSame && (this.asked || this.held)) return;
    this.asked = null;
    if (ids.join() !== own.join() || !isSame) this.list.replaceChildren(...data.entries.map((one) => this.line(one)));
    else data.entries.forEach((one, number) => this.fill(this.list.children[number], one));
    this.count();
  }

  line(entry) {
    const line = document.createElement("li"), grip = document.createElement("button"), words = document.createElement("span");
    line.dataset.id = entry.id;
    grip.type = "button";
    words.className = "words";
    words.append(document.createElement("span"), document.createElement("small"));
    line.append(grip, document.createElement("b"), words);
    this.fill(line, entry);
    return line;
  }

  fill(line, entry) {
    const [grip, , words] = line.children;
    grip.setAttribute("aria-label", entry.move);
    grip.title = entry.move;
    [words.children[0].textContent, words.children[1].textContent] = [entry.name, entry.detail];
    words.title = entry.name;
  }

  count() {
    [...this.list.children].forEach((line, number) => { line.children[1].textContent = number + 1; });
  }

  tell(line) {
    const words = { name: line.querySelector(".words span").textContent, place: this.order.indexOf(line.dataset.id) + 1, count: this.list.children.length };
    this.told.textContent = this.data.told.replace(/\{(name|place|count)\}/g, (_, what) => words[what]);
  }

  say() {
    this.asked = this.order.join();
    this.send(`${this.order.map(encodeURIComponent).join()} ${nextTurn()}`, () => !this.asked);
  }

  put(line, place) {
    const others = [...this.list.children].filter((one) => one !== line);
    this.list.insertBefore(line, others[place] ?? null);
    this.count();
    line.scrollIntoView({ block: "nearest" });
  }

  press(event) {
    const grip = event.target.closest("button");
    if (!grip || event.altKey || event.ctrlKey || event.metaKey) return;
    const line = grip.parentElement, place = this.order.indexOf(line.dataset.id), last = this.list.children.length - 1;
    const to = { ArrowUp: place - 1, ArrowDown: place + 1, Home: 0, End: last }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (to < 0 || to > last || to === place) return;
    this.put(line, to);
    grip.focus();
    this.tell(line);
    this.say();
  }

  // A finger drags by the handle alone, so that the page can be moved; a mouse by the whole line.
  lift(event) {
    const line = event.target.closest("li"), grip = event.target.closest("button");
    if (!line || event.button || (event.pointerType !== "mouse" && !grip)) return;
    event.preventDefault();
    line.querySelector("button").focus();
    const before = this.order;
    this.held = line;
    line.classList.add("held");
    const drag = (move) => {
      const lines = [...this.list.children], now = lines.indexOf(line);
      // Whoever comes to the middle of another line has passed it.
      const isAbove = (one, number) => {
        const { top, height } = one.getBoundingClientRect();
        return number !== now && top + height / 2 + (number < now ? NEAR : -NEAR) < move.clientY;
      };
      const place = lines.filter(isAbove).length;
      if (place !== now) this.put(line, place);
    };
    const leave = (isDropped) => {
      for (const [kind, heard] of Object.entries(hears)) window.removeEventListener(kind, heard, true);
      line.classList.remove("held");
      this.held = null;
      if (!isDropped) this.list.replaceChildren(...before.map((id) => [...this.list.children].find((one) => one.dataset.id === id)));
      this.count();
      line.querySelector("button").focus();
      if (before.join() === this.order.join()) return;
      this.tell(line);
      this.say();
    };
    const escape = (key) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopImmediatePropagation();
      leave(false);
    };
    const hears = { pointermove: drag, pointerup: () => leave(true), pointercancel: () => leave(false), keydown: escape };
    for (const [kind, heard] of Object.entries(hears)) window.addEventListener(kind, heard, true);
  }
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".sortable");
  root.live ??= new Sortable(root);
  root.live.give(data, (order, isAnswered) => whenServed(() => setStateValue("chosen", order), isAnswered));
}
