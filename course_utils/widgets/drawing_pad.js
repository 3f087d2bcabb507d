// A square to draw in with mouse, pen, finger or keys. What is drawn is kept as strokes in units of MNIST pixels (0 to 28),
// painted sharply on the page and sent as FINE by FINE grey values. Python answers with what the network sees (`seen`).

const SIDE = 28;
const FINE = 4 * SIDE;
const PEN = 2.4; // width of a stroke: like those of MNIST
const PAPER = "#ffffff";
const INK = "#000000";
const BETWEEN = 30; // milliseconds from a stroke to its message; Jupyter keeps back a newer one until the last is answered

/** A canvas with `side` by `side` grey values on it, 255 for ink; null when there are none. */
function picture(values, side) {
  if (!values || values.byteLength !== side * side) return null;
  const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(side, side);
  for (let i = 0; i < side * side; i++) {
    pixels.data[4 * i + 3] = values.getUint8(i); // black, more or less opaque
  }
  context.putImageData(pixels, 0, 0);
  return canvas;
}

function paint(canvas, sheet) {
  const context = canvas.getContext("2d", { willReadFrequently: true });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.fillStyle = PAPER;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.scale(canvas.width / SIDE, canvas.height / SIDE);
  if (sheet.old) context.drawImage(sheet.old, 0, 0, SIDE, SIDE);
  Object.assign(context, { strokeStyle: INK, fillStyle: INK, lineWidth: PEN, lineCap: "round", lineJoin: "round" });
  for (const stroke of sheet.strokes) {
    context.beginPath();
    context.moveTo(...stroke[0]);
    for (const point of stroke) context.lineTo(...point);
    context.stroke();
  }
}

/** The sheet as FINE by FINE bytes, 0 for paper to 255 for ink; no bytes for an empty sheet. */
function greys(sheet) {
  if (!sheet.old && !sheet.strokes.length) return new DataView(new ArrayBuffer(0));
  const canvas = Object.assign(document.createElement("canvas"), { width: FINE, height: FINE });
  paint(canvas, sheet);
  const pixels = canvas.getContext("2d").getImageData(0, 0, FINE, FINE).data;
  const bytes = Uint8Array.from({ length: FINE * FINE }, (_, i) => 255 - pixels[4 * i]);
  return new DataView(bytes.buffer);
}

function same(a, b) {
  if (!a || !b || a.byteLength !== b.byteLength) return false;
  for (let i = 0; i < a.byteLength; i++) if (a.getUint8(i) !== b.getUint8(i)) return false;
  return true;
}

function make(tag, attributes, style) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.style.cssText = style;
  return element;
}

function render({ model, el }) {
  const sheet = { strokes: [], old: picture(model.get("drawing"), FINE) }; // old: what was drawn in another view
  const canvas = make("canvas", {
    tabindex: "0", role: "application", "aria-label": "Drawing pad. Draw one digit with mouse, pen or finger; or move the pen "
      + "with the arrow keys, put it down or lift it with Space, wipe the pad with Delete.",
  }, `width:min(252px,80vw);aspect-ratio:1;touch-action:none;cursor:crosshair;background:${PAPER};border:2px solid #767676;`
    + "border-radius:4px;box-sizing:border-box;display:block;outline-offset:-2px");
  const clear = make("button", { type: "button", class: "jupyter-button widget-button" }, "width:auto;margin:0");
  clear.textContent = "Clear";
  const seen = make("canvas", { role: "img", width: SIDE, height: SIDE,
    "aria-label": "What the network sees: the drawing, centred, 28 by 28 pixels" },
    `width:84px;height:84px;image-rendering:pixelated;background:${PAPER};border:1px solid #767676`);
  const caption = make("div", {}, "font-size:var(--jp-ui-font-size1,13px);color:var(--jp-ui-font-color1,inherit);max-width:6em;line-height:1.3");
  caption.textContent = "What the network sees";
  const spoken = make("div", { "aria-live": "polite" },
    "position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)");
  const below = make("div", {}, "display:flex;gap:10px;align-items:center;margin-top:8px");
  below.append(clear, seen, caption);
  el.append(canvas, below, spoken);
  el.style.cssText += "position:relative;flex:none";
  el.dataset.lmSuppressShortcuts = "true"; // or JupyterLab takes the keys first

  let pointer = null; // the one that draws; a second finger is ignored
  const pen = { at: [SIDE / 2, SIDE / 2], down: false, shown: false };
  let timer = null;
  let sent = null;

  const repaint = () => {
    const box = canvas.getBoundingClientRect();
    const side = Math.max(1, Math.round((box.width || 252) * (window.devicePixelRatio || 1)));
    if (canvas.width !== side) canvas.width = canvas.height = side;
    paint(canvas, sheet);
    if (!pen.shown) return;
    const context = canvas.getContext("2d");
    Object.assign(context, { strokeStyle: pen.down ? "#d55e00" : "#0072b2", lineWidth: 0.4 });
    context.beginPath();
    context.arc(...pen.at, PEN / 2 + 0.5, 0, 2 * Math.PI);
    context.stroke();
  };
  const send = () => {
    clearTimeout(timer);
    timer = null;
    sent = greys(sheet);
    model.set("drawing", sent);
    model.save_changes();
  };
  const changed = () => {
    repaint();
    timer ??= setTimeout(send, BETWEEN);
  };
  const wipe = () => {
    sheet.strokes.length = 0;
    sheet.old = null;
    pointer = null;
    pen.down = false;
    repaint();
    send();
  };
  const place = (event) => {
    const box = canvas.getBoundingClientRect();
    return [((event.clientX - box.left) / box.width) * SIDE, ((event.clientY - box.top) / box.height) * SIDE];
  };

  canvas.addEventListener("pointerdown", (event) => {
    if (pointer !== null || event.button !== 0) return;
    event.preventDefault();
    canvas.focus({ preventScroll: true });
    canvas.setPointerCapture(event.pointerId);
    pointer = event.pointerId;
    pen.shown = pen.down = false;
    sheet.strokes.push([place(event)]);
    changed();
  });
  canvas.addEventListener("pointermove", (event) => {
    if (event.pointerId !== pointer || !sheet.strokes.length) return;
    const events = event.getCoalescedEvents?.() ?? [];
    for (const each of events.length ? events : [event]) sheet.strokes.at(-1).push(place(each));
    changed();
  });
  const lifted = (event) => {
    if (event.pointerId !== pointer) return;
    pointer = null;
    send();
  };
  for (const name of ["pointerup", "pointercancel", "lostpointercapture"]) canvas.addEventListener(name, lifted);

  const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key in moves) {
      pen.at = pen.at.map((value, axis) => Math.min(SIDE - 1, Math.max(1, value + moves[event.key][axis])));
      if (pen.down) sheet.strokes.at(-1).push(pen.at);
    } else if (event.key === " " || event.key === "Enter") {
      pen.down = !pen.down;
      if (pen.down) sheet.strokes.push([pen.at]);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      wipe();
    } else {
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    pen.shown = true;
    spoken.textContent = `Pen ${pen.down ? "down" : "up"}, column ${Math.round(pen.at[0])}, row ${Math.round(pen.at[1])} of ${SIDE}`;
    if (pen.down) changed();
    else repaint();
  });
  canvas.addEventListener("focus", () => { canvas.style.outline = "3px solid #0072b2"; });
  canvas.addEventListener("blur", () => {
    Object.assign(pen, { shown: false, down: false });
    canvas.style.outline = "none";
    repaint();
  });
  clear.addEventListener("click", wipe);

  const see = () => {
    const context = seen.getContext("2d");
    context.clearRect(0, 0, SIDE, SIDE);
    const image = picture(model.get("seen"), SIDE);
    if (image) context.drawImage(image, 0, 0);
  };
  const drawnElsewhere = () => { // in another view, or wiped by Python
    const drawing = model.get("drawing");
    if (same(drawing, sent)) return;
    sheet.strokes.length = 0;
    sheet.old = picture(drawing, FINE);
    pointer = null;
    pen.down = false;
    repaint();
  };
  model.on("change:seen", see);
  model.on("change:drawing", drawnElsewhere);
  const watcher = new ResizeObserver(repaint);
  watcher.observe(canvas);
  see();
  repaint();
  return () => {
    model.off("change:seen", see);
    model.off("change:drawing", drawnElsewhere);
    watcher.disconnect();
    clearTimeout(timer);
  };
}

export default { render };
