// A paragraph whose words can be selected, by mouse or by keyboard: whole words are sent, joined by blanks that do not part, for any other ends what is chosen.

// Where a word begins and ends around a place in the text.
function wholeWords(text, start, end) {
  const isBlank = (place) => /\s/.test(text[place]);
  while (start < end && isBlank(start)) start += 1;
  while (end > start && isBlank(end - 1)) end -= 1;
  while (start > 0 && !isBlank(start - 1)) start -= 1;
  while (end < text.length && !isBlank(end)) end += 1;
  return text.slice(start, end);
}

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const place = parentElement.querySelector(".passage");
  if (place.textContent !== data.text) place.textContent = data.text;
  const root = place.getRootNode();
  const take = () => {
    const chosen = root.getSelection ? root.getSelection() : document.getSelection();
    if (!chosen || !chosen.rangeCount || chosen.isCollapsed) return;
    const range = chosen.getComposedRanges ? chosen.getComposedRanges({ shadowRoots: root.host ? [root] : [] })[0] : chosen.getRangeAt(0);
    if (!range || range.startContainer !== range.endContainer || !place.contains(range.startContainer)) return;
    const words = wholeWords(data.text, range.startOffset, range.endOffset).split(/\s+/).filter(Boolean);
    if (words.length) setStateValue("chosen", `${words.join("\u00a0")} ${nextTurn()}`);
  };
  place.onpointerup = () => setTimeout(take);
  place.onkeyup = take;
}
