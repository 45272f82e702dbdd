// Every component begins here: its styles are put into its root, its data are taken out of the list in which they are sent, and what they leave to be
// fetched is fetched, once for all.

const ready = {}; // by address, what has been fetched
const turns = new WeakMap(); // by the place of a component, how often it was given data
const REACHED = "a[href], button, [tabindex]";
const kept = new WeakSet(); // the roots that know where the focus was last

function whole(data) {
  const { held, ...others } = data;
  return Object.assign(others, ...Object.entries(held).map(([name, address]) => ({ [name]: ready[address] })));
}

async function fetchReady(address) {
  while (!(address in ready)) {
    try {
      ready[address] = JSON.parse(await fetchOwn(address));
    } catch {
      await new Promise((go) => setTimeout(go, 1000));
    }
  }
}

// Whoever closes what was opened from within a component comes back to where they were: who gives the focus back knows only the component's own place.
function takeFocusBack(root) {
  if (!root.host || kept.has(root)) return;
  kept.add(root);
  let path = [];
  root.addEventListener("focusin", (event) => (path = event.composedPath()));
  root.host.focus = (how) => {
    // Where it was drawn anew meanwhile, to the first that can be reached of what still stands around it.
    const [last, ...around] = path;
    const near = around.find((one) => one.isConnected && root.contains(one))?.querySelector(REACHED);
    (last?.isConnected ? last : near)?.focus(how);
  };
}

export default function (component) {
  const { parentElement } = component, [data] = component.data;
  const root = parentElement.getRootNode();
  takeFocusBack(root);
  for (const name of ADOPTED) adopt(root, name);
  if (!data.held) return run({ ...component, data });
  const turn = (turns.get(parentElement) || 0) + 1;
  turns.set(parentElement, turn);
  const addresses = Object.values(data.held);
  if (addresses.every((one) => one in ready)) return run({ ...component, data: whole(data) });
  let leave = null, hasLeft = false;
  Promise.all(addresses.map(fetchReady)).then(() => {
    if (!hasLeft && turns.get(parentElement) === turn) leave = run({ ...component, data: whole(data) });
  });
  return () => {
    hasLeft = true;
    if (leave) leave();
  };
}
