// A field for a day by itself.

export default function (component) {
  const { data, parentElement, setStateValue } = component;
  const root = parentElement.querySelector(".field");
  root.own ||= new DayField(root, (day) => root.send(day));
  root.send = (day) => whenServed(() => setStateValue("chosen", `${day} ${nextTurn()}`));
  root.own.give(data.field);
  root.own.show(data, true);
}
