// What tells this browser from others stays in it.

export default function (component) {
  remember(component.data);
}
