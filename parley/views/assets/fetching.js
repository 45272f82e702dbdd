// The one place that asks the dashboard for more than what it has sent, and for what it will soon need while there is nothing else to do.

class Refused extends Error {}

const whenIdle = window.requestIdleCallback?.bind(window) || ((run) => setTimeout(run, 100));
const idle = () => new Promise((go) => whenIdle(go, { timeout: 1000 }));

async function fetchOwn(address) {
  const answer = await fetch(new URL(address, window.location.origin));
  const text = await answer.text();
  if (answer.ok) return text;
  // 410: made from files that have changed since.
  if (answer.status === 410) throw new Error(text);
  throw new Refused(text);
}
