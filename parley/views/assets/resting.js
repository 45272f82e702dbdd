// What marks and lines of a slide rest on: told beside them under the pointer or the focus, and opened over the slide, in this window only.

const MOST_TOLD = 3; // statements that are told beside a mark; the others are counted

class Resting {
  constructor(dialog) {
    const find = (name) => dialog.querySelector(name);
    Object.assign(this, { box: find(".now-box"), screen: find(".screen"), told: find(".told"), evidence: find(".evidence") });
    // A pointer that rests while slides change beneath it asks nothing.
    this.box.onpointermove = (event) => (event.movementX || event.movementY) && this.tellOf(event.target.closest(".evident"));
    this.box.onpointerleave = () => this.tellOf(null);
    this.box.addEventListener("focusin", (event) => event.target.matches(":focus-visible") && this.tellOf(event.target.closest(".evident")));
    this.box.addEventListener("focusout", () => this.tellOf(null));
    this.screen.onclick = (event) => this.evidence.contains(event.target) || this.shut();
  }

  // Nothing is told or open of the deck before.
  use(coming, words) {
    this.leave();
    Object.assign(this, { coming, words });
  }

  leave() {
    this.shut();
    this.tellOf(null);
  }

  get isOpen() {
    return !this.evidence.hidden;
  }

  // Whether something within what is open has the focus, such as a button of its own.
  holds(focused) {
    return this.evidence.contains(focused) && focused !== this.evidence;
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
    const { words, ids } = node.evidence(), cited = statements ? ids.slice(0, MOST_TOLD).map((id) => statements[id].cite) : [this.words.coming];
    if (statements && ids.length > MOST_TOLD) cited.push(this.words.more.replace("{0}", ids.length - MOST_TOLD));
    this.told.replaceChildren(...(words ? [element("strong", "", words)] : []), ...cited.map((one) => element("span", "", one)));
    const room = this.screen.getBoundingClientRect(), own = this.told.getBoundingClientRect(), mark = node.getBoundingClientRect();
    const left = mark.left + mark.width / 2 - own.width / 2 - room.left, above = mark.top - room.top - own.height - 8;
    this.told.style.left = `${Math.min(Math.max(left, 8), Math.max(8, room.width - own.width - 8))}px`;
    this.told.style.top = `${above > 0 ? above : Math.min(mark.bottom - room.top + 8, room.height - own.height - 8)}px`;
  }

  // Opens the statements on which something rests.
  open(node) {
    const { ids } = node.evidence(), { words } = this;
    if (!ids.length) return;
    this.tellOf(null);
    this.opener = node;
    const close = Object.assign(element("button", "close", words.close), { type: "button", onclick: () => this.shut() });
    this.evidence.hidden = false;
    this.withStatements(node, () => this.opener === node && this.isOpen, (statements) => {
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
    if (!this.isOpen) return false;
    this.evidence.hidden = true;
    this.box.inert = false;
    navigator.keyboard?.unlock?.();
    if (this.opener.checkVisibility({ visibilityProperty: true })) this.opener.focus();
    else this.screen.focus();
    return true;
  }
}

