// Scrolls to what a page has just said, and stays there while the page is drawn, until the reader does something.

const OWN_WAYS = ["wheel", "keydown", "pointerdown", "touchstart"];
const DRAWN = 3000; // milliseconds for which a page may still be drawn

export default function (component) {
  const { data, parentElement } = component;
  const place = parentElement.querySelector("i");
  if (place.dataset.turn === data.turn) return;
  place.dataset.turn = data.turn;
  const until = performance.now() + DRAWN;
  const host = place.getRootNode().host || place;
  const leave = () => {
    watching.disconnect();
    for (const way of OWN_WAYS) window.removeEventListener(way, leave, true);
  };
  const show = () => {
    if (performance.now() > until) return leave();
    const said = host.closest(".st-key-outcome") || host;
    said.scrollIntoView({ block: "nearest" });
  };
  const watching = new ResizeObserver(show);
  watching.observe(document.querySelector(".stMainBlockContainer"));
  for (const way of OWN_WAYS) window.addEventListener(way, leave, true);
  show();
  return leave;
}
