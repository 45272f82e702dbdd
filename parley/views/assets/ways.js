// The ways to look at a place: links beside each other, of which the one that leads here is marked.

export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const nav = parentElement.querySelector("nav");
  nav.setAttribute("aria-label", data.label);
  fillLinks(nav, data.ways);
  followWithin(nav, openingWith(setTriggerValue));
}
