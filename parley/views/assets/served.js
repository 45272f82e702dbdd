// What is chosen while the page has lost its server, or is just losing it, is sent once there is one again; only the last of it.

const CONNECTION = "data-test-connection-state"; // Streamlit says it on the app
const STRANGE = "data-parley-strange"; // the bar says it there: the server may never have run this page, and would not know what is pressed
let unheard = null;

const isServed = (app) => app.getAttribute(CONNECTION) === "CONNECTED" && !app.hasAttribute(STRANGE);

const isAtRest = () => document.querySelector(".stApp")?.dataset.testScriptState === "notRunning"; // nothing of the page is being worked out

// Whether an answer may be on its way: something of the page is being worked out, or there is no server.
const isWorking = () => !isServed(document.querySelector(".stApp")) || !isAtRest();

function whenServed(send, isAnswered = () => true) {
  if (unheard) unheard.disconnect();
  const app = document.querySelector(".stApp");
  let isSent = isServed(app);
  if (isSent) send();
  unheard = new MutationObserver(() => {
    if (!isServed(app)) {
      isSent = isSent && isAnswered();
    } else if (!isSent) {
      isSent = true;
      send();
    }
  });
  unheard.observe(app, { attributes: true, attributeFilter: [CONNECTION, STRANGE] });
}


// What is opened on a page of its own while this one is still that of another day takes the day wanted with it, and that is no longer waited for.
function onDayWanted(target) {
  const day = window["parley-wanted"];
  if (!day || !/^(issue|way):/.test(target)) return target;
  window.dispatchEvent(new Event("parley-leaving"));
  return `${target}${target.includes("?") ? "&" : "?"}as_of=${day}`;
}
