// One chart, in a place of its own on the page.

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const root = parentElement.querySelector(".parley-chart");
  drawChart(root, data, (target) => whenServed(() => setTriggerValue("open", target)));
  return () => leaveChart(root);
}
