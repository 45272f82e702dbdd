// One table, in a place of its own on the page.

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  drawTable(parentElement.querySelector(".sheet"), data, openingWith(setTriggerValue));
  // Whoever sees a list of issues soon opens one, with its chart.
  if (data.rows.some((row) => row.open)) whenIdle(() => whenPlotly(data.plotly).catch(() => {}));
}
