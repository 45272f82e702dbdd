// A link to another page or view of this dashboard is followed without loading all anew; with a key held down, or the middle button, it is a link
// like any other.
function followWithin(root, open) {
  root.onclick = (event) => {
    const link = event.target.closest("a[data-way]");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    showHere(link);
    open(`way:${link.dataset.way}`);
  };
}

// Where the reader goes is seen at once.
function showHere(link) {
  const all = [...link.closest("nav, .bar").querySelectorAll("a[data-way]")];
  for (const one of all) setHere(one, one === link);
}

function setHere(link, is) {
  if (is) link.setAttribute("aria-current", "page");
  else link.removeAttribute("aria-current");
}

// The links [name, address, way, whether it leads here] of a list, kept as long as their names are the same.
function fillLinks(nav, links) {
  if (nav.children.length !== links.length) nav.replaceChildren(...links.map(() => document.createElement("a")));
  links.forEach(([name, address, way, here], place) => {
    const link = nav.children[place];
    link.textContent = name;
    link.dataset.name = name;
    link.href = address;
    link.dataset.way = way;
    setHere(link, here);
  });
}
