// The header stays in reach while the page scrolls: all of it where it is low and the window is high, else the line of its places.

const HIGHEST = 100, HIGH_WINDOW = 700; // pixels: of the whole header at most, and of the window from which on all of it stays
const BESIDE = 6; // pixels between the evidence and the parties on a phone
const LOW_WINDOW = 30; // lines of letters, in the size that the reader has set, below which the header folds
const SHARE = 0.15; // of the window's height that the line of places takes at most

const blockOf = (one) => one?.closest(".stMainBlockContainer > .stVerticalBlock > *");

function measureHeader(bar) {
  const top = blockOf(bar.getRootNode().host), controls = blockOf(document.querySelector(".st-key-controls"));
  if (!top) return null;
  const page = document.documentElement, look = page.style;
  page.toggleAttribute("data-parley-low", window.innerHeight < LOW_WINDOW * parseFloat(getComputedStyle(page).fontSize));
  const high = top.offsetHeight;
  const controlsAt = high + parseFloat(getComputedStyle(top.parentElement).rowGap || 0);
  const whole = controls ? controlsAt + controls.offsetHeight : high;
  const hasRoom = window.innerHeight >= HIGH_WINDOW && whole <= HIGHEST;
  // The line of places is the last of the bar.
  const nav = bar.querySelector("nav"), line = nav.offsetTop - bar.offsetTop, stays = high - line;
  const isLine = !hasRoom && stays <= SHARE * window.innerHeight;
  look.setProperty("--parley-bar-at", hasRoom ? "0px" : isLine ? `${-line}px` : "auto");
  look.setProperty("--parley-controls-at", hasRoom ? `${controlsAt}px` : "auto");
  look.setProperty("--parley-header", `${Math.ceil(hasRoom ? whole : isLine ? stays : 0)}px`);
  const parties = controls?.querySelector("[data-testid=stPopoverButton]");
  if (parties) look.setProperty("--parley-parties", `${parties.offsetWidth + BESIDE}px`);
  look.setProperty("--parley-controls-held", hasRoom ? `${Math.ceil(whole)}px` : "0px");
  // On a phone the places take the whole line, and Streamlit's menu would lie on the last of them.
  const covers = isLine && nav.getBoundingClientRect().right > bar.getBoundingClientRect().right - parseFloat(getComputedStyle(bar).paddingInlineEnd);
  return { controls, controlsAt, whole, hasRoom, covers };
}

// Behind the second line there is ground only once it has come to its place: what stands between the two lines is seen before that.
function lay({ controls, controlsAt, whole, hasRoom }) {
  const isThere = hasRoom && controls && controls.getBoundingClientRect().top <= controlsAt + 1;
  document.documentElement.style.setProperty("--parley-behind", isThere ? `${whole}px` : "100%");
}

// Returns what ends it.
function keepInReach(bar) {
  let measured = null;
  const measure = () => {
    measured = measureHeader(bar);
    if (measured) lay(measured);
  };
  const sizes = new ResizeObserver(measure);
  // What comes to stand between its two lines, or goes, is a change of the page's own height.
  for (const one of [bar, document.querySelector(".st-key-controls"), blockOf(bar.getRootNode().host)?.parentElement]) if (one) sizes.observe(one);
  const scrolled = (event) => {
    if (!event.target.matches?.(".stMain")) return;
    const isMenuSeen = !(measured?.covers && event.target.scrollTop > 0);
    document.documentElement.style.setProperty("--parley-menu", isMenuSeen ? "visible" : "hidden");
    if (measured) lay(measured);
    document.documentElement.style.setProperty("--parley-line", event.target.scrollTop > 0 ? "1px" : "0px");
  };
  // What of the header is scrolled away is there again once the keyboard comes to it.
  const focused = (event) => {
    if (event.target.getBoundingClientRect().bottom < 0) document.querySelector(".stMain").scrollTop = 0;
  };
  bar.addEventListener("focusin", focused);
  window.addEventListener("resize", measure);
  document.addEventListener("scroll", scrolled, { capture: true, passive: true });
  measure();
  return () => {
    sizes.disconnect();
    bar.removeEventListener("focusin", focused);
    window.removeEventListener("resize", measure);
    document.removeEventListener("scroll", scrolled, { capture: true });
  };
}
