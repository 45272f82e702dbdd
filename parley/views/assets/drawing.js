// Words in a drawing are set as text: the drawing is read as XML, and runs nothing.
function putSvg(place, svg) {
  const made = document.importNode(new DOMParser().parseFromString(svg, "image/svg+xml").documentElement, true);
  made.querySelector("title")?.remove();
  made.setAttribute("aria-hidden", "true");
  made.removeAttribute("role");
  place.replaceChildren(made);
}
