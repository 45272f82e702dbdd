// The last thing on a page: tells the scrubber which day the page now shows, once what is fetched for that day is drawn, too.

let leave = () => {};

export default function (component) {
  const { day } = component.data;
  const isDrawn = () => !document.querySelector(".parley-panel") || (window["parley-shown"] || "").includes(`as_of=${day}`);
  const tell = () => {
    if (!isDrawn()) return;
    leave();
    window.dispatchEvent(new CustomEvent("parley-drawn", { detail: day }));
  };
  leave();
  leave = () => window.removeEventListener("parley-shown", tell);
  window.addEventListener("parley-shown", tell);
  tell();
}
