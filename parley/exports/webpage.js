// For convenience only: the arrow keys go from issue to issue, and the list shows which one is being read.
(() => {
  const issues = [...document.querySelectorAll("section[data-issue]")];
  const links = [...document.querySelectorAll("nav a")];
  const menu = document.querySelector("details.menu");
  const read = () => issues.findLastIndex((one) => one.getBoundingClientRect().top < window.innerHeight / 3);
  const show = () => {
    const id = issues[read()]?.id ?? "overview";
    for (const one of links) {
      if (one.hash === `#${id}`) one.setAttribute("aria-current", "location");
      else one.removeAttribute("aria-current");
    }
  };
  let waiting = false;
  window.addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => { waiting = false; show(); });
  }, { passive: true });
  document.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || event.target.closest(".scroll")) return;
    const next = read() + step;
    const target = next < 0 ? document.getElementById("overview") : issues[Math.min(next, issues.length - 1)];
    if (!target) return;
    event.preventDefault();
    target.scrollIntoView();
    history.replaceState(null, "", `#${target.id}`);
  });
  menu?.addEventListener("click", (event) => { if (event.target.closest("a")) menu.open = false; });
  show();
})();
