// What the browser keeps for the next time, where the server asks for it again; nothing is kept of what is empty.

const A_YEAR = 31536000; // seconds

function remember({ cookie, name, path }) {
  document.cookie = `${cookie}=${encodeURIComponent(name)}; path=${path}; max-age=${name ? A_YEAR : 0}; SameSite=Lax`;
}
