// When something is said, in milliseconds since the page was opened as events count them, and later than all that was said before: whatever control says
// it, and however long it takes to arrive, what is said has an order.

const TURNS = "parley-turns"; // the last

const nextTurn = () => (window[TURNS] = Math.max(performance.now(), (window[TURNS] || 0) + 0.001));
