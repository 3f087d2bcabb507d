// Controls beside a picture, made of the page's own elements so that keyboard and screen reader work as everywhere.

const KNOBS = {
  /** A slider over the places `low`, `low + step`, ... `high`; `log` ones move by equal factors. */
  slider(control, state, move, prefix) {
    const id = `${prefix}-${control.name}`;
    const input = element("input", { type: "range", id, min: 0, max: control.places - 1, step: 1 });
    const value = element("output", { for: id });
    const node = element("div", { class: "gd-knob" }, element("label", { for: id }, control.label), input, value);
    const at = (place) => {
      const share = place / (control.places - 1);
      const exact = control.log
        ? control.low * (control.high / control.low) ** share
        : control.low + share * (control.high - control.low);
      return Number(exact.toPrecision(14));
    };
    const placeOf = (number) => {
      const share = control.log
        ? Math.log(number / control.low) / Math.log(control.high / control.low)
        : (number - control.low) / (control.high - control.low);
      return Math.round(Math.max(0, Math.min(1, share)) * (control.places - 1));
    };
    input.addEventListener("input", () => move({ [control.name]: at(Number(input.value)) }));
    const show = () => {
      const place = String(placeOf(state[control.name]));
      if (input.value !== place) input.value = place;
      const text = shown(state[control.name]) + (control.unit ?? "");
      if (value.textContent !== text) {
        value.textContent = text;
        input.setAttribute("aria-valuetext", text);
      }
    };
    return { node, show };
  },

  switch(control, state, move, prefix) {
    const id = `${prefix}-${control.name}`;
    const input = element("input", { type: "checkbox", id });
    const node = element("div", { class: "gd-switch" }, input, element("label", { for: id }, control.label));
    input.addEventListener("change", () => move({ [control.name]: input.checked ? 1 : 0 }));
    return { node, show: () => { input.checked = state[control.name] === 1; } };
  },

  menu(control, state, move, prefix) {
    const id = `${prefix}-${control.name}`;
    const input = element("select", { id });
    control.options.forEach((option, place) => input.append(element("option", { value: place }, option)));
    const node = element("div", { class: "gd-knob" }, element("label", { for: id }, control.label), input);
    input.addEventListener("change", () => move({ [control.name]: Number(input.value) }));
    return { node, show: () => { input.value = String(state[control.name]); } };
  },
};

/** A question with a few answers to choose from; no answer at first. */
function ask(question, prefix) {
  const group = `${prefix}-${question.name}`;
  const node = element("fieldset", { class: "gd-question" }, element("legend", {}, question.label));
  const inputs = question.options.map((option, place) => {
    const input = element("input", { type: "radio", name: group, id: `${group}-${place}`, value: option });
    node.append(element("span", {}, input, element("label", { for: `${group}-${place}` }, option)));
    return input;
  });
  return {
    node,
    name: question.name,
    answer: () => inputs.find((input) => input.checked)?.value ?? null,
    clear: () => inputs.forEach((input) => { input.checked = false; }),
    focus: () => inputs[0].focus(),
  };
}
