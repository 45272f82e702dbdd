// One table, in a place of its own on the page.

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  drawTable(parentElement.querySelector(".sheet"), data, (target) => whenServed(() => setTriggerValue("open", target)));
}
