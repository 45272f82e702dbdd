// Words in a drawing are set as text: the drawing is read as XML, and runs nothing.
function readSvg(svg) {
  const made = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  made.querySelector("title")?.remove(); // it would be shown under a resting pointer
  return made;
}

function putSvg(place, svg) {
  const made = readSvg(svg);
  made.setAttribute("aria-hidden", "true");
  made.removeAttribute("role");
  place.replaceChildren(made);
}
