// The name of a key, whatever the layout of the keyboard: what a Cyrillic, Greek or Arabic one writes is found by the place of the key.

const ASKS = ["?", "\u061f", "\uff1f"];

function keyName({ key = "", code = "", shiftKey }) {
  if (ASKS.includes(key)) return "?";
  if (code === "Space") return " ";
  if (/^[0-9.]$/.test(key) || (key.length > 1 && !["Process", "Dead", "Unidentified"].includes(key))) return key;
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const [, letter, digit] = /^(?:Key([A-Z])|(?:Digit|Numpad)([0-9]))$/.exec(code) || [];
  if (letter) return letter.toLowerCase();
  // With Shift another sign was meant, on layouts that have digits without.
  if (digit && !shiftKey) return digit;
  return key.length === 1 ? key : code || key;
}

