// The last thing on a page: tells the scrubber which day the page now shows.

export default function (component) {
  window.dispatchEvent(new CustomEvent("parley-drawn", { detail: component.data.day }));
}
