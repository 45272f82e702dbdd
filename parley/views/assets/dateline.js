// The line of the day and the evidence shown: field, slider and list. What is chosen stands in the address at once, and Back undoes it.

class Dateline {
  constructor(root) {
    this.root = root;
    this.list = root.querySelector(".cut");
    this.field = new DayField(root, (day, shown) => this.scrubber.goTo(day, shown));
    this.scrubber = new Scrubber(root.querySelector(".scrubber"), (stop) => this.field.show(stop, true));
    this.list.onchange = () => {
      this.asked = this.list.value;
      writeAddress("evidence", this.asked);
      this.sendEvidence(this.asked);
    };
    // A page drawn on other evidence than was asked for is the end of an older run; the next word counts.
    this.onDrawn = () => { this.asked = null; };
    this.onBack = () => {
      this.asked = null;
      this.list.value = this.drawn;
      this.scrubber.turnBack();
    };
    window.addEventListener("parley-drawn", this.onDrawn);
    window.addEventListener("popstate", this.onBack);
  }

  leave() {
    this.scrubber.leave();
    window.removeEventListener("parley-drawn", this.onDrawn);
    window.removeEventListener("popstate", this.onBack);
  }

  take(data, sendDay, sendEvidence, open) {
    this.sendEvidence = sendEvidence;
    const [shown, names] = data.evidence;
    this.drawn = shown;
    if (!this.list.length) this.list.append(...names.map(([id, words]) => new Option(words, id)));
    if (this.asked === shown) this.asked = null;
    this.list.value = this.asked ?? shown;
    this.field.give(data.field);
    this.scrubber.take(data, sendDay, open);
  }
}

let live = null; // there is one on a page

export default function (component) {
  const { data, parentElement, setStateValue, setTriggerValue } = component;
  const root = parentElement.querySelector(".dateline");
  if (!live || live.root !== root) {
    if (live) live.leave();
    live = new Dateline(root);
  }
  const mine = live, { scrubber } = mine;
  const say = (name, isAnswered) => (value) => {
    const said = `${value} ${nextTurn()}`;
    whenServed(() => setStateValue(name, said), () => isAnswered(value));
  };
  mine.take(
    data,
    say("chosen", (day) => scrubber.current.day === day),
    say("evidence", () => !mine.asked),
    (day) => whenServed(() => setTriggerValue("opened", day)),
  );
  return () => {
    mine.leave();
    if (live === mine) live = null;
  };
}
