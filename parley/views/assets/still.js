// While a chart is put up anew there is none for a moment: until the new one is drawn, a picture of the last one stands in its place.

const CHART = ".js-plotly-plot:not([data-still])";
const BUSY = "data-test-script-state"; // Streamlit says on the app whether a run is going on

let room = null; // what holds the chart; unlike the chart's own place it stays while the chart is put up anew
let last = null; // a copy of the last drawing, since a chart is emptied before it goes
let place = null; // where in the room the chart stood
let copying = 0;
let still = null; // the picture in place of the chart

const drawnChart = () =>
  [...document.querySelectorAll(CHART)].find((chart) => chart.querySelector(".main-svg text") && chart.checkVisibility({ visibilityProperty: true }));

function copy() {
  copying = 0;
  const chart = drawnChart();
  if (!chart) return;
  last = chart.querySelector(".plot-container").cloneNode(true);
  const box = chart.getBoundingClientRect(), around = room.getBoundingClientRect();
  place = { left: `${box.left - around.left}px`, top: `${box.top - around.top}px`, width: `${box.width}px`, height: `${box.height}px` };
}

function takeAway() {
  if (still) still.remove();
  still = null;
}

function putUp() {
  still = document.createElement("div");
  still.className = "js-plotly-plot";
  still.dataset.still = "";
  still.setAttribute("aria-hidden", "true");
  const background = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  Object.assign(still.style, { position: "absolute", overflow: "hidden", pointerEvents: "none", background }, place);
  still.append(last.cloneNode(true));
  room.style.position = "relative";
  room.append(still);
}

// Whether there will be no chart: no run is going on, and none has a place.
const isAtRest = () => document.querySelector(".stApp").getAttribute(BUSY) === "notRunning" && !document.querySelector(".stPlotlyChart");

function watch() {
  const shown = still;
  if (drawnChart()) {
    copying ||= requestAnimationFrame(copy);
    // Two frames on, the new chart has surely been painted beneath; if it has gone by then, the picture stays for the next.
    if (shown) requestAnimationFrame(() => requestAnimationFrame(() => shown === still && drawnChart() && takeAway()));
  } else if (isAtRest()) {
    takeAway();
    last = null;
  } else if (last && !(shown && shown.isConnected)) {
    putUp();
  }
}

export default function (component) {
  const root = component.parentElement.getRootNode();
  room = (root.host || component.parentElement).closest(".stVerticalBlock");
  const watcher = new MutationObserver(watch);
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class", BUSY] });
  watch();
  return () => {
    watcher.disconnect();
    cancelAnimationFrame(copying);
    takeAway();
    copying = 0;
    last = null;
  };
}
