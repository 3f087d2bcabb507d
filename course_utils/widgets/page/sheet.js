// A live picture: Python sends what it shows (`spec`), the numbers of the present state (`now`) and, for each control, a table
// with the numbers for every place of it (`tables`). So what a hand moves is redrawn here at once, without asking Python,
// and still shows what the learner's own functions said. Python hears of every move, a little later.

const MESSAGE_GAP = 100; // milliseconds between two messages while something moves that a table answers
const PATIENCE = 500; // so long the next message waits for the answer to the last one
const REST = 160; // after so long without a move, Python works out the other tables and the words anew

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

function render({ model, el }) {
  const spec = model.get("spec");
  const prefix = `gd${crypto.getRandomValues(new Uint32Array(1))[0].toString(36)}`; // each picture has its own copy of this module, so no count would do
  const state = {}; // where each control stands, as a number
  let row = {};
  let panels = {};
  const tables = {};
  let [seq, heard] = [0, 0]; // the last message sent, and the last one answered
  let byTable = true; // whether the last move is answered by a table
  let held = null; // a move whose table is on its way
  let taken = {}; // the columns of the last row that a table gave
  let [version, asked_for] = [0, ""];
  let dragged = null;
  let frame = null;

  const hide = element("style");
  hide.textContent = `[data-still="${model.get("still")}"]{display:none!important}`;
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const grabs = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const svg of [drawing, grabs]) svg.setAttribute("viewBox", `0 0 ${spec.width} ${spec.height}`);
  drawing.setAttribute("role", "img");
  grabs.setAttribute("aria-hidden", "true"); // the sliders do the same for the keyboard and for screen readers
  grabs.classList.add("gd-grabs");
  const card = element("div", { class: "gd-card", role: "status" });
  const note = element("div", { class: "gd-note", role: "status" });
  const spoken = element("div", { class: "gd-spoken", "aria-live": "polite" });
  const stage = element("div", { class: "gd-stage", style: `max-width:${spec.width}px` });
  stage.append(drawing, grabs);
  const scroll = element("div", { class: "gd-scroll" }, stage);
  const knobs = element("div", { class: "gd-knobs" });
  const buttons = element("div", { class: "gd-buttons" });
  el.classList.add("gd-sheet");
  el.setAttribute("role", "group");
  el.setAttribute("aria-label", spec.title);
  el.dataset.lmSuppressShortcuts = "true"; // or JupyterLab takes arrow keys and Space first
  el.addEventListener("keydown", (event) => { // and the notebook would prevent what the rest of them do
    if (!event.ctrlKey && !event.metaKey && !event.altKey && event.key !== "Escape") event.stopPropagation();
  });
  el.append(hide, knobs, scroll, card, buttons, note, spoken);

  // Drawing -------------------------------------------------------------------------------------------------------------------

  const paint = () => {
    frame = null;
    [drawing.innerHTML, panels] = scene(spec, row, prefix);
    for (const control of controls) control.show();
  };
  const repaint = () => { frame ??= requestAnimationFrame(paint); };

  /** Redraw for moved controls: from a control's table, else the present row with only the controls' own numbers changed. */
  const take = (moved) => {
    const names = Object.keys(moved);
    byTable = names.length === 1 && tabled(names[0]);
    Object.assign(state, moved);
    if (byTable && !ready(names[0])) { // its table is on its way; till then the picture stands
      held = moved;
      want(names[0]);
      for (const control of controls) control.show(); // these at once, not with the next frame: who types fast reads them
      return;
    }
    held = null;
    if (byTable) {
      const table = tables[names[0]];
      const place = nearest(table.positions, moved[names[0]]);
      const found = table.row(place);
      const trouble = found.trouble?.[0];
      state[names[0]] = table.positions[place];
      card.innerHTML = trouble > 0 ? table.troubles[trouble - 1] : "";
      taken = trouble > 0 ? { [names[0]]: [state[names[0]]] } : found;
      row = { ...row, ...taken };
    } else {
      row = { ...row, ...Object.fromEntries(names.map((name) => [name, [moved[name]]])) };
    }
    el.classList.toggle("gd-trouble", card.innerHTML !== "");
    for (const control of controls) control.show();
    repaint();
  };
  const tabled = (name) => spec.controls.find((control) => control.name === name).table;
  const ready = (name) => {
    const table = tables[name];
    return table?.version === version && Object.entries(table.others).every(([other, value]) => state[other] === value);
  };
  /** Ask Python for a control's table, once for each state; called when a hand comes near the control. */
  const want = (name) => {
    if (!tabled(name) || ready(name)) return;
    const asking = JSON.stringify([name, version, { ...state, [name]: 0 }]);
    if (asking === asked_for) return;
    asked_for = asking;
    if (Object.keys(waiting).some((other) => other !== name)) tell(true);
    model.send({ kind: "wanted", control: name, seq });
  };

  // Telling Python -------------------------------------------------------------------------------------------------------------

  let [timer, resting, sent] = [null, null, 0];
  let [waiting, passed] = [{}, []]; // what Python hasn't heard of yet: the present places, and those on the way there
  const tell = (rest) => {
    clearTimeout(timer);
    timer = null;
    if (!rest && !byTable && heard < seq && performance.now() - sent < PATIENCE) return; // `hear` sends it on
    model.send({ kind: "moved", to: waiting, passed, rest, seq: ++seq });
    sent = performance.now();
    [waiting, passed] = [{}, []];
  };
  const move = (moved) => {
    take(moved);
    const now = Object.fromEntries(Object.keys(moved).map((name) => [name, state[name]]));
    Object.assign(waiting, now);
    if (byTable) passed.push(now);
    timer ??= setTimeout(() => tell(false), byTable ? MESSAGE_GAP : 0);
    clearTimeout(resting);
    resting = setTimeout(() => tell(true), REST);
  };
  const press = (name, extra = {}) => {
    if (Object.keys(waiting).length) tell(true);
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    model.send({ kind: "pressed", button: name, calm, ...extra, seq: ++seq });
  };

  // Controls -------------------------------------------------------------------------------------------------------------------

  const controls = spec.controls.map((control) => KNOBS[control.kind](control, state, move, prefix));
  spec.controls.forEach(({ name }, place) => {
    const { node } = controls[place];
    for (const near of ["pointerenter", "focusin"]) node.addEventListener(near, () => want(name));
    knobs.append(node);
  });
  const asked = (spec.questions ?? []).map((question) => ask(question, prefix));
  for (const question of asked) buttons.append(question.node);
  for (const button of spec.buttons) {
    const node = element("button", { type: "button", class: `jupyter-button widget-button gd-button${button.primary ? " mod-primary" : ""}`, title: button.hint ?? "" });
    node.textContent = button.label;
    node.dataset.name = button.name;
    node.addEventListener("click", () => {
      const guesses = button.asks ? Object.fromEntries(asked.map((question) => [question.name, question.answer()])) : {};
      const open = asked.find((question) => button.asks && question.answer() === null);
      if (open && !spec.mayPass) {
        note.textContent = spec.askFirst;
        open.focus();
        return;
      }
      press(button.name, button.asks ? { guesses } : {});
      for (const question of asked) question.clear();
    });
    buttons.append(node);
  }

  // The hand on the picture ----------------------------------------------------------------------------------------------------

  for (const handle of spec.handles) {
    const [left, top, width, height] = spec.panels.find((panel) => panel.id === handle.panel).box;
    const area = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ x: left - 8, y: top - 8, width: width + 16, height: height + 16 })) area.setAttribute(name, value);
    area.classList.add("gd-grab");
    area.dataset.panel = handle.panel;
    const place = (event) => {
      const box = grabs.getBoundingClientRect();
      const panel = panels[handle.panel];
      const moved = {};
      const within = (value, name) => {
        const { low, high } = spec.controls.find((control) => control.name === name);
        return Math.max(low, Math.min(high, value));
      };
      if (handle.x) moved[handle.x] = within(panel.dataX(((event.clientX - box.left) / box.width) * spec.width), handle.x);
      if (handle.y) moved[handle.y] = within(panel.dataY(((event.clientY - box.top) / box.height) * spec.height), handle.y);
      return moved;
    };
    area.addEventListener("pointerenter", () => {
      if (handle.x && !handle.y) want(handle.x);
    });
    area.addEventListener("pointerdown", (event) => {
      if (event.button !== 0 || dragged !== null) return;
      event.preventDefault();
      area.setPointerCapture(event.pointerId);
      dragged = event.pointerId;
      area.classList.add("gd-held");
      move(place(event));
    });
    area.addEventListener("pointermove", (event) => {
      if (event.pointerId === dragged && area.hasPointerCapture(event.pointerId)) move(place(event));
    });
    const release = (event) => {
      if (event.pointerId !== dragged) return;
      dragged = null;
      area.classList.remove("gd-held");
      clearTimeout(resting);
      tell(true);
    };
    for (const name of ["pointerup", "pointercancel"]) area.addEventListener(name, release);
    grabs.append(area);
  }

  // Hearing from Python --------------------------------------------------------------------------------------------------------

  const hear = () => {
    const now = model.get("now");
    [heard, version] = [now.seq, now.version];
    const late = now.seq < seq && performance.now() - sent < PATIENCE; // not for ever: a second view counts its own messages
    const behind = dragged !== null || late || Object.keys(waiting).length > 0; // the hand is further on than this answer
    if (note.innerHTML !== now.note) note.innerHTML = now.note;
    for (const node of buttons.querySelectorAll("button[data-name]")) node.disabled = now.off.includes(node.dataset.name);
    row = opened(now.row).row(0);
    if (behind && byTable) { // what is in the table is as the hand has it
      row = { ...row, ...taken };
      repaint();
      return;
    }
    if (behind) {
      for (const { name } of spec.controls) if (name in row) row[name] = [state[name]];
      if (Object.keys(waiting).length && timer === null) tell(false);
    } else {
      Object.assign(state, now.at);
    }
    if (card.innerHTML !== now.card) card.innerHTML = now.card;
    el.classList.toggle("gd-trouble", now.card !== "");
    if (now.said) {
      drawing.setAttribute("aria-label", now.said);
      if (now.seq > 0 && spoken.textContent !== now.said) spoken.textContent = now.said;
    }
    repaint();
  };
  const learn = () => {
    for (const [name, table] of Object.entries(model.get("tables"))) {
      const { others, version: made } = table;
      tables[name] = { ...opened(table), others, version: made };
    }
    if (held !== null && ready(Object.keys(held)[0])) take(held);
  };
  model.on("change:now", hear);
  model.on("change:tables", learn);
  learn();
  hear();
  return () => {
    model.off("change:now", hear);
    model.off("change:tables", learn);
    for (const each of [timer, resting]) clearTimeout(each);
    if (frame !== null) cancelAnimationFrame(frame);
  };
}

export default { render };
