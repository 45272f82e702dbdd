// The styles of a component stand in a root once.

const made = {};

function adopt(root, name) {
  if (!root.adoptedStyleSheets) return; // the page has been left, and the component stands in no root any more
  if (!made[name]) (made[name] = new CSSStyleSheet()).replaceSync(STYLES[name]);
  if (!root.adoptedStyleSheets.includes(made[name])) root.adoptedStyleSheets = [...root.adoptedStyleSheets, made[name]];
}
