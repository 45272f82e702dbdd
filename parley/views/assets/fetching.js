// The one place that asks the dashboard for more than what it has sent, and for what it will soon need while there is nothing else to do.

class Refused extends Error {}

const whenIdle = window.requestIdleCallback?.bind(window) || ((run) => setTimeout(run, 100));
const idle = () => new Promise((go) => whenIdle(go, { timeout: 1000 }));

async function fetchOwn(address) {
  const answer = await fetch(new URL(address, window.location.origin));
  return textOf(answer.status, await answer.text());
}

// The same while everything else stands still: what is put on paper waits for no answer.
function fetchAtOnce(address) {
  const asked = new XMLHttpRequest();
  asked.open("GET", new URL(address, window.location.origin), false);
  asked.send();
  return textOf(asked.status, asked.responseText);
}

function textOf(status, text) {
  if (status >= 200 && status < 300) return text;
  // 410: made from files that have changed since.
  if (status === 410) throw new Error(text);
  throw new Refused(text);
}
