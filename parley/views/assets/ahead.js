// What is shown of an issue, held under the address at which it is fetched. That of other issues travels ahead, so that it is painted at once.

const AGAIN = 1000; // milliseconds after which is asked again where no answer came

const pause = (milliseconds) => new Promise((go) => setTimeout(go, milliseconds));
const isAnswering = () => document.querySelector(".stApp")?.getAttribute("data-test-script-state") === "running";

// The nearest first, the next one before the previous.
function nearest(order, at) {
  const far = (place) => 2 * Math.abs(place - at) - (place > at ? 1 : 0);
  return order.map((one, place) => [far(place), one]).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
}

class Held {
  constructor(room) {
    this.room = room; // characters
    this.found = new Map(); // by address: what came, or the promise of it
  }

  // What came from an address, or the promise of it, which is broken where no answer comes.
  at(address) {
    const { found } = this;
    if (!found.has(address)) {
      const coming = fetchOwn(address).then((text) => Object.assign(JSON.parse(text), { size: text.length }));
      found.set(address, coming);
      coming.then((one) => found.get(address) === coming && found.set(address, one), () => found.delete(address));
    }
    return found.get(address);
  }

  // What came from an address; null as long as nothing has.
  now(address) {
    const found = this.found.get(address);
    return found && !found.then ? found : null;
  }

  // Fetches what is wanted, one after the other and each after a `rest`, and lets go what is not, or lies beyond the room.
  // Returns whether it came to the end: not where no answer comes, or what is wanted is over.
  async ahead(wanted, rest, isOver) {
    const kept = new Set(wanted);
    for (const one of this.found.keys()) if (!kept.has(one)) this.found.delete(one);
    let room = this.room;
    for (const one of wanted) {
      if (room <= 0) {
        this.found.delete(one);
        continue;
      }
      if (!this.found.has(one)) await rest();
      if (isOver()) return false;
      try {
        room -= (await this.at(one)).size;
      } catch (error) {
        if (!(error instanceof Refused)) return false;
      }
    }
    return true;
  }
}
