// While a chart is put up anew there is none for a moment: until the new one is drawn, a picture of the last one stands in its place.

const PATIENCE = 1000; // milliseconds after which the picture goes in any case
const CHART = ".js-plotly-plot:not([data-still])";

let last = null; // a copy of the last drawing, since a chart is emptied before it goes
let copying = 0;
let still = null; // the picture in place of the chart
let timer = 0;

const drawnChart = () =>
  [...document.querySelectorAll(CHART)].find((chart) => chart.querySelector(".main-svg text") && chart.checkVisibility({ visibilityProperty: true }));

function copy() {
  copying = 0;
  const chart = drawnChart();
  if (chart) last = chart.querySelector(".plot-container").cloneNode(true);
}

function takeAway() {
  clearTimeout(timer);
  if (still) still.remove();
  still = null;
}

function putUp(room) {
  still = document.createElement("div");
  still.className = "js-plotly-plot";
  still.dataset.still = "";
  still.setAttribute("aria-hidden", "true");
  const background = getComputedStyle(document.querySelector(".stApp")).backgroundColor;
  Object.assign(still.style, { position: "absolute", inset: "0", overflow: "hidden", pointerEvents: "none", background });
  still.append(last.cloneNode(true));
  room.append(still);
  timer = setTimeout(takeAway, PATIENCE);
}

function watch() {
  const shown = still;
  if (drawnChart()) {
    copying ||= requestAnimationFrame(copy);
    // Two frames on, the new chart has surely been painted beneath.
    if (shown) requestAnimationFrame(() => requestAnimationFrame(() => shown === still && takeAway()));
  } else if (last && !(shown && shown.isConnected)) {
    takeAway();
    const room = [...document.querySelectorAll(".stPlotlyChart")].find((one) => one.checkVisibility());
    if (room) putUp(room);
  }
}

export default function () {
  const watcher = new MutationObserver(watch);
  watcher.observe(document.body, { childList: true, subtree: true, attributes: true, attributeFilter: ["style", "class"] });
  watch();
  return () => {
    watcher.disconnect();
    cancelAnimationFrame(copying);
    takeAway();
    copying = 0;
    last = null;
  };
}
