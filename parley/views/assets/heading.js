// The heading of the page: on that of an issue, the name of the issue shown.

export default function (component) {
  const { data, parentElement } = component;
  const root = parentElement.querySelector("h1");
  const show = () => {
    root.textContent = askedFor()?.name ?? data.name;
  };
  root.classList.toggle("is-heard-only", !data.seen);
  answered(data.turn);
  whenAsked(root, show);
  show();
  return () => leaveAsked(root);
}
