// A field for a day: it shows one in words, takes one in words or digits, and opens the machine's own calendar.

const WRITTEN = [/^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})$/, /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/, /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/, /^(?<day>\d{1,2})\.? +(?<name>\p{L}{3,})\.?,? +(?<year>\d{4})$/u, /^(?<name>\p{L}{3,})\.? +(?<day>\d{1,2}),? +(?<year>\d{4})$/u];

// The day that somebody has written, as in an address; null where it is none.
function dayOf(text, months) {
  const found = WRITTEN.map((form) => form.exec(text.trim())).find(Boolean)?.groups;
  if (!found) return null;
  const month = found.name ? months.findIndex((one) => found.name.toLowerCase().startsWith(one.toLowerCase())) + 1 : Number(found.month);
  const [year, day] = [Number(found.year), Number(found.day)];
  const made = new Date(0);
  made.setUTCFullYear(year, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day ? made.toISOString().slice(0, 10) : null;
}

class DayField {
  // `choose` is called with the day chosen, and with how it is written.
  constructor(root, choose) {
    [this.name, this.typed, this.calendar, this.pick, this.refused] = [".name", ".typed", ".calendar", ".pick", ".refused"].map((one) => root.querySelector(one));
    this.choose = choose;
    this.typed.onchange = () => this.read();
    // Whoever comes to the field writes another day in the place of the one shown; a second press sets the cursor.
    this.typed.onfocus = () => { this.hasCome = true; };
    this.typed.onmouseup = (event) => {
      if (!this.hasCome) return;
      this.hasCome = false;
      event.preventDefault();
      this.typed.select();
    };
    this.typed.onkeydown = (event) => {
      // What is written next takes the place of what was entered.
      if (event.key === "Enter") {
        this.read();
        this.typed.select();
        this.hasCome = true;
      }
      if (event.key === "Escape") this.show(this.shown);
    };
    this.calendar.onchange = () => this.calendar.value && this.take(this.calendar.value);
    this.pick.onclick = () => this.calendar.showPicker();
  }

  // What has been written and not read yet stays, whatever the page comes to show meanwhile.
  show(stop, keeps = false) {
    const isWriting = keeps && this.shown && this.typed.matches(":focus") && this.typed.value !== this.shown.shown;
    this.shown = stop;
    if (isWriting) return;
    this.typed.value = stop.shown;
    this.calendar.value = stop.day;
  }

  read() {
    if (this.typed.value === this.shown.shown) return;
    const written = this.typed.value.trim(), day = dayOf(written, this.data.months), [first, last, beyond] = this.data.range;
    const why = !day ? this.data.noDay : day < first || day > last ? beyond : "";
    if (!why) return this.take(day);
    // The field shows the day that holds, and beneath it stands what was refused.
    this.show(this.shown);
    this.refuse(why.replace("{}", () => written));
  }

  // What is refused is told until the next press or key.
  refuse(why) {
    this.refused.hidden = false;
    this.refused.textContent = why;
    for (const next of ["pointerdown", "keydown"]) window.addEventListener(next, () => { this.refused.hidden = true; }, { capture: true, once: true });
  }

  take(day) {
    const [year, month, date] = day.split("-").map(Number);
    const shown = `${date} ${this.data.months[month - 1]} ${year}`;
    this.show({ day, shown });
    this.choose(day, shown);
  }

  give(data) {
    this.data = data;
    this.name.textContent = data.label;
    [this.calendar.min, this.calendar.max] = data.range;
  }
}
