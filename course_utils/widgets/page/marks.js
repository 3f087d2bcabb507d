// Marks: each is a function from a panel (its scales) and a row of numbers to a piece of SVG text.

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const FAR = 1e5; // further outside than this an SVG renderer may lose its way
const near = (value) => Math.max(-FAR, Math.min(FAR, value));
const known = (...values) => values.every((value) => !Number.isNaN(value));

/** A panel with its axes' ranges read from the row, and the functions from data to SVG units and back. */
function scaled(panel, row) {
  const [left, top, width, height] = panel.box;
  const range = (ends) => {
    const [low, high] = (ends ?? [0, 1]).map((end) => read(row, end));
    if (!known(low, high)) return [0, 1]; // no numbers yet: a function raised at the start
    return high > low ? [low, high] : [low - 0.5, low + 0.5];
  };
  const [x0, x1] = range(panel.x);
  const [y0, y1] = range(panel.y);
  return {
    ...panel, left, top, width, height, x0, x1, y0, y1,
    X: (x) => near(left + ((x - x0) / (x1 - x0)) * width),
    Y: (y) => near(top + height - ((y - y0) / (y1 - y0)) * height),
    dataX: (place) => x0 + ((place - left) / width) * (x1 - x0),
    dataY: (place) => y0 + ((top + height - place) / height) * (y1 - y0),
    holds: (x, y) => x >= x0 && x <= x1 && y >= y0 && y <= y1,
  };
}

function axes(panel) {
  const { left, top, width, height } = panel;
  const bottom = top + height;
  let svg = "";
  if (panel.heading) svg += `<text class="gd-heading" x="${left}" y="${top - 10}">${escaped(panel.heading)}</text>`;
  if (panel.bare) return svg;
  for (const y of panel.noY ? [] : ticks(panel.y0, panel.y1, panel.yTicks ?? 4)) {
    if (panel.powers && !Number.isInteger(Number(y.toFixed(6)))) continue;
    if (panel.yFrom !== undefined && y < panel.yFrom - 1e-12) continue;
    svg += `<line class="gd-rule" x1="${left}" x2="${left + width}" y1="${panel.Y(y)}" y2="${panel.Y(y)}"/>`
      + `<text class="gd-tick" x="${left - 7}" y="${panel.Y(y) + 4}" text-anchor="end">${panel.powers ? power(y) : shown(y)}</text>`;
  }
  svg += `<line class="gd-axis" x1="${left}" x2="${left + width}" y1="${bottom}" y2="${bottom}"/>`;
  for (const x of ticks(panel.x0, panel.x1, panel.xTicks ?? 5)) {
    svg += `<line class="gd-axis" x1="${panel.X(x)}" x2="${panel.X(x)}" y1="${bottom}" y2="${bottom + 4}"/>`
      + `<text class="gd-tick" x="${panel.X(x)}" y="${bottom + 18}" text-anchor="middle">${shown(x)}</text>`;
  }
  if (panel.xName) svg += `<text class="gd-name" x="${left + width / 2}" y="${bottom + 36}" text-anchor="middle">${escaped(panel.xName)}</text>`;
  if (panel.yName) {
    const [x, y] = [left - 46, top + height / 2];
    svg += `<text class="gd-name" x="${x}" y="${y}" text-anchor="middle" transform="rotate(-90 ${x} ${y})">${escaped(panel.yName)}</text>`;
  }
  return svg;
}

function polyline(panel, xs, ys, look) {
  const points = [];
  for (let i = 0; i < ys.length; i++) {
    if (known(xs[i], ys[i])) points.push(`${panel.X(xs[i]).toFixed(1)},${panel.Y(ys[i]).toFixed(1)}`);
  }
  return `<polyline class="gd-line ${look}" points="${points.join(" ")}"/>`;
}

/** The x of a curve's points: a column, or as many as there are y, evenly over the panel. */
function across(panel, row, mark, how_many) {
  if (mark.xs !== undefined) return readAll(row, mark.xs);
  return Array.from({ length: how_many }, (_, i) => panel.x0 + ((panel.x1 - panel.x0) * i) / Math.max(1, how_many - 1));
}

function spot(x, y, look, radius, shape) {
  if (shape === "square") return `<rect class="gd-dot ${look}" x="${x - radius}" y="${y - radius}" width="${2 * radius}" height="${2 * radius}"/>`;
  if (shape === "diamond") return `<path class="gd-dot ${look}" d="M${x} ${y - radius}l${radius} ${radius}l${-radius} ${radius}l${-radius} ${-radius}z"/>`;
  return `<circle class="gd-dot ${look}" cx="${x}" cy="${y}" r="${radius}"/>`;
}

function arrow(x1, y1, x2, y2, look) {
  const length = Math.hypot(x2 - x1, y2 - y1);
  if (!(length > 1)) return "";
  const [ux, uy] = [(x2 - x1) / length, (y2 - y1) / length];
  const head = Math.min(9, length);
  const [bx, by] = [x2 - head * ux, y2 - head * uy];
  const side = 0.45 * head;
  return `<line class="gd-line ${look}" x1="${x1}" y1="${y1}" x2="${bx}" y2="${by}"/>`
    + `<path class="gd-head ${look}" d="M${x2} ${y2}L${bx - side * uy} ${by + side * ux}L${bx + side * uy} ${by - side * ux}z"/>`;
}

/** A text on a line, with so much paper behind it that the line doesn't run through it; `letter` is its width. */
function tag(look, x, y, text, letter) {
  const wide = letter * text.length + 3;
  return `<rect class="gd-under" x="${x - wide / 2}" y="${y - 6.5}" width="${wide}" height="13"/>`
    + `<text class="${look}" x="${x}" y="${y + 4}" text-anchor="middle">${escaped(text)}</text>`;
}

/** How strongly a signed number is tinted, from 0 to 1, and with which sign. */
function tint(value, largest) {
  if (!known(value) || !(largest > 0)) return ["gd-none", 0];
  return [value > 0 ? "gd-for" : "gd-against", Math.min(1, Math.abs(value) / largest)];
}

const largestOf = (values) => values.reduce((most, value) => (Number.isFinite(value) ? Math.max(most, Math.abs(value)) : most), 0);

const MARKS = {
  line(panel, row, mark) {
    const ys = readAll(row, mark.ys);
    return polyline(panel, across(panel, row, mark, ys.length), ys, mark.look ?? "");
  },

  dots(panel, row, mark) {
    const [xs, ys] = [readAll(row, mark.xs), readAll(row, mark.ys)];
    let svg = "";
    for (let i = 0; i < Math.min(xs.length, ys.length); i++) {
      if (known(xs[i], ys[i])) svg += spot(panel.X(xs[i]), panel.Y(ys[i]), mark.look ?? "", mark.radius ?? 4, mark.shape);
    }
    return svg;
  },

  dot(panel, row, mark) {
    const [x, y] = [read(row, mark.x), read(row, mark.y)];
    if (!known(x, y)) return "";
    if (panel.holds(x, y)) return spot(panel.X(x), panel.Y(y), mark.look ?? "", mark.radius ?? 7, mark.shape);
    if (!mark.outside) return ""; // else an arrowhead at the edge, and its number
    const [left, right] = [x < panel.x0, x > panel.x1];
    const place = left ? panel.left + 4 : right ? panel.left + panel.width - 4 : panel.X(x);
    const anchor = left ? "start" : right ? "end" : "middle";
    return `<text class="gd-small" x="${place}" y="${panel.top + 14}" text-anchor="${anchor}">`
      + `${left ? "\u25c0 " : ""}${escaped(filled(mark.outside, row))}${right ? " \u25b6" : left ? "" : " \u25b2"}</text>`;
  },

  /** A straight line through x, y with a slope, about as long on the screen wherever it stands. */
  tangent(panel, row, mark) {
    const [x, y, slope] = [mark.x, mark.y, mark.slope].map((each) => read(row, each));
    if (!known(x, y, slope) || !panel.holds(x, y)) return "";
    const steep = (slope * (panel.x1 - panel.x0)) / (panel.y1 - panel.y0) * (panel.height / panel.width);
    const reach = ((mark.reach ?? 90) / panel.width) * (panel.x1 - panel.x0) / Math.hypot(1, steep);
    const side = slope > 0 ? 1 : -1; // its text stands at the upper end
    let [place, level, anchor] = [panel.X(x + side * reach) + 6 * side, panel.Y(y + Math.abs(slope) * reach) - 6, "middle"];
    if (place < panel.left + 36 || place > panel.left + panel.width - 36 || level < panel.top + 6) { // no room: inside the bowl
      [place, level, anchor] = [panel.X(x) - 16 * side, panel.Y(y) + 4, side > 0 ? "end" : "start"];
    }
    const text = mark.text
      ? `<text class="gd-label gd-red" x="${place}" y="${level}" text-anchor="${anchor}">${escaped(filled(mark.text, row))}</text>` : "";
    return polyline(panel, [x - reach, x + reach], [y - slope * reach, y + slope * reach], mark.look ?? "gd-tangent") + text;
  },

  arrow(panel, row, mark) {
    const [x, y, x2, y2] = [mark.x, mark.y, mark.x2, mark.y2].map((each) => read(row, each));
    if (!known(x, y, x2, y2) || !panel.holds(x, y)) return "";
    const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
    return arrow(panel.X(x), panel.Y(y), panel.X(clamp(x2, panel.x0, panel.x1)), panel.Y(clamp(y2, panel.y0, panel.y1)), mark.look ?? "gd-step");
  },

  level(panel, row, mark) { // a line across the panel at one x or one y
    const value = read(row, mark.x ?? mark.y);
    if (!known(value)) return "";
    const upright = mark.x !== undefined;
    if (upright ? value < panel.x0 || value > panel.x1 : value < panel.y0 || value > panel.y1) return "";
    const ends = upright
      ? [panel.X(value), panel.top, panel.X(value), panel.top + panel.height]
      : [panel.left, panel.Y(value), panel.left + panel.width, panel.Y(value)];
    const text = mark.text
      ? `<text class="gd-small" x="${ends[0] + (upright ? 6 : 4)}" y="${ends[1] + (upright ? 12 : -5)}">${escaped(filled(mark.text, row))}</text>` : "";
    return `<line class="gd-line ${mark.look ?? "gd-level"}" x1="${ends[0]}" y1="${ends[1]}" x2="${ends[2]}" y2="${ends[3]}"/>${text}`;
  },

  text(panel, row, mark) {
    const [x, y] = [read(row, mark.x), read(row, mark.y)];
    if (!known(x, y)) return "";
    const [dx, dy] = mark.shift ?? [0, 0];
    const place = Math.max(panel.left + 2, Math.min(panel.left + panel.width - 2, panel.X(x)));
    return `<text class="${mark.look ?? "gd-small"}" x="${place + dx}" y="${panel.Y(y) + dy}" `
      + `text-anchor="${mark.anchor ?? "middle"}">${escaped(filled(mark.text, row))}</text>`;
  },

  /** Numbers at points. */
  labels(panel, row, mark) {
    const [xs, ys, values] = [mark.xs, mark.ys, mark.values].map((each) => readAll(row, each));
    let svg = "";
    for (let i = 0; i < xs.length; i++) {
      if (known(xs[i], ys[i]) && panel.holds(xs[i], ys[i])) {
        svg += tag("gd-tick", panel.X(xs[i]), panel.Y(ys[i]), shown(Number(values[i].toPrecision(2))), 7);
      }
    }
    return svg;
  },

  /** One of several texts, chosen by a number. */
  says(panel, row, mark) {
    const text = mark.texts[read(row, mark.which)];
    return text ? MARKS.text(panel, row, { ...mark, text }) : "";
  },

  /** Names, numbers and how they come about, one below the other, from the panel's upper left corner. */
  column(panel, row, mark) {
    let [svg, y] = ["", panel.top + 12];
    for (const [name, value, how] of mark.rows) {
      svg += `<text class="gd-name" x="${panel.left}" y="${y}">${escaped(name)}</text>`
        + `<text class="gd-number" x="${panel.left + (mark.indent ?? 112)}" y="${y}">${escaped(filled(value, row))}</text>`;
      if (how) svg += `<text class="gd-how" x="${panel.left}" y="${y + 16}">${escaped(how)}</text>`;
      y += how ? 42 : 26;
    }
    return svg;
  },

  /** A connection of a network: as wide as its number is large, dashed when negative, crossed out when frozen. */
  link(panel, row, mark) {
    const value = read(row, mark.value);
    if (!known(value)) return "";
    const [[x1, y1], [x2, y2]] = [mark.from, mark.to].map(([x, y]) => [panel.left + x, panel.top + y]);
    const share = Math.min(1, Math.abs(value) / (mark.most ?? 1));
    const frozen = mark.frozen && read(row, mark.frozen) ? " gd-frozen" : "";
    const along = mark.along ?? 0.5;
    const [x, y] = [x1 + along * (x2 - x1), y1 + along * (y2 - y1)];
    const text = mark.text ? `<text class="gd-small gd-halo" x="${x}" y="${y + 4}" text-anchor="middle">${escaped(filled(mark.text, row))}`
      + `${frozen ? " \u2744" : ""}</text>` : "";
    return `<line class="gd-link ${value < 0 ? "gd-against" : "gd-for"}${frozen}" x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" `
      + `style="stroke-width:${(1 + 5 * share).toFixed(1)}px"/>${text}`;
  },

  node(panel, row, mark) {
    const [x, y] = [panel.left + mark.at[0], panel.top + mark.at[1]];
    const name = mark.name ? `<text class="gd-name" x="${x}" y="${y - 28}" text-anchor="middle">${escaped(mark.name)}</text>` : "";
    const below = (mark.below ?? []).map((text, i) => `<text class="gd-small" x="${x}" y="${y + 38 + 16 * i}" text-anchor="middle">${escaped(filled(text, row))}</text>`).join("");
    return `<circle class="gd-node" cx="${x}" cy="${y}" r="22"/>`
      + `<text class="gd-number" x="${x}" y="${y + 5}" text-anchor="middle">${escaped(filled(mark.text, row))}</text>${name}${below}`;
  },

  /** A bar from a base line to a number, sideways, with its name before and its number behind it. */
  bars(panel, row, mark) {
    const values = readAll(row, mark.values);
    const most = largestOf(values);
    const best = mark.best ? read(row, mark.best) : -1;
    const each = panel.height / Math.max(1, values.length);
    const zero = panel.X(Math.max(panel.x0, Math.min(panel.x1, 0)));
    let svg = `<line class="gd-axis" x1="${zero}" x2="${zero}" y1="${panel.top}" y2="${panel.top + panel.height}"/>`;
    for (let i = 0; i < values.length; i++) {
      const [y, end] = [panel.top + i * each, panel.X(values[i])];
      if (!known(values[i])) continue;
      const chosen = i === best ? " gd-best" : "";
      svg += `<rect class="gd-bar ${values[i] < 0 ? "gd-against" : "gd-for"}${chosen}" x="${Math.min(zero, end)}" y="${y + 0.15 * each}" width="${Math.abs(end - zero)}" height="${0.7 * each}"/>`
        + `<text class="gd-number${chosen}" x="${panel.left - 8}" y="${y + 0.5 * each + 4}" text-anchor="end">${chosen ? "\u25b6 " : ""}${escaped(mark.names?.[i] ?? i)}</text>`
        + `<text class="gd-small" x="${panel.left + panel.width + 6}" y="${y + 0.5 * each + 4}">${shown(Math.abs(values[i]) < 1e-9 * most ? 0 : Number(values[i].toPrecision(3)))}</text>`;
    }
    return svg;
  },

  /** A table of numbers as a coloured grid: the stronger the tint, the larger the number; the sign is written too. */
  grid(panel, row, mark) {
    const values = readAll(row, mark.values);
    const largest = mark.largest === undefined ? largestOf(values) : read(row, mark.largest);
    const [down, over] = [mark.rows.length, mark.columns.length];
    const [wide, high] = [panel.width / over, panel.height / down];
    let svg = mark.columns.map((name, j) => `<text class="gd-name" x="${panel.left + (j + 0.5) * wide}" y="${panel.top - 8}" text-anchor="middle">${escaped(name)}</text>`).join("");
    for (let i = 0; i < down; i++) {
      svg += `<text class="gd-name" x="${panel.left - 8}" y="${panel.top + (i + 0.5) * high + 4}" text-anchor="end">${escaped(mark.rows[i])}</text>`;
      for (let j = 0; j < over; j++) {
        const value = values[i * over + j] ?? NaN;
        const [sign, share] = tint(value, largest);
        const [x, y] = [panel.left + j * wide, panel.top + i * high];
        svg += `<rect class="gd-cell" x="${x + 1}" y="${y + 1}" width="${wide - 2}" height="${high - 2}"/>`
          + `<rect class="gd-tint ${sign}" style="opacity:${(0.62 * share).toFixed(3)}" x="${x + 1}" y="${y + 1}" width="${wide - 2}" height="${high - 2}"/>`
          + `<text class="gd-number" x="${x + wide / 2}" y="${y + high / 2 + 5}" text-anchor="middle">${value > 0 && mark.signed ? "+" : ""}${shown(value)}</text>`;
      }
    }
    return svg;
  },

  /** Contour lines: Python gives them as one list of points, NaN between two lines. */
  contours(panel, row, mark) {
    const [xs, ys] = [readAll(row, mark.xs), readAll(row, mark.ys)];
    let [path, pen] = ["", "M"];
    for (let i = 0; i < xs.length; i++) {
      if (!known(xs[i], ys[i])) { pen = "M"; continue; }
      path += `${pen}${panel.X(xs[i]).toFixed(1)} ${panel.Y(ys[i]).toFixed(1)}`;
      pen = "L";
    }
    return `<path class="gd-line ${mark.look ?? "gd-contour"}" d="${path}"/>`;
  },

  /** A picture made of numbers: signed ones in two colours (`for`, `against`), or grey ink from 0 to 1. */
  image(panel, row, mark) {
    const values = readAll(row, mark.values);
    const start = (mark.start ?? 0) * mark.wide * mark.high;
    const part = Array.prototype.slice.call(values, start, start + mark.wide * mark.high);
    if (!part.length) return "";
    const largest = mark.largest === undefined ? largestOf(part) : read(row, mark.largest);
    const url = painted(part, mark.wide, mark.high, mark.signed ? largest || 1 : null);
    return `<image href="${url}" x="${panel.left}" y="${panel.top}" width="${panel.width}" height="${panel.height}" style="image-rendering:pixelated" preserveAspectRatio="none"/>`
      + `<rect class="gd-frame" x="${panel.left}" y="${panel.top}" width="${panel.width}" height="${panel.height}"/>`;
  },
};

const FOR = [213, 94, 0]; // vermillion, bright: for
const AGAINST = [0, 60, 120]; // blue, dark: against
const NEUTRAL = [250, 249, 245];

/** A PNG's data URL of numbers; `largest` is null for ink (0 paper to 1), else the number that gets the full colour. */
function painted(values, wide, high, largest) {
  const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(wide, high);
  for (let i = 0; i < wide * high; i++) {
    const share = Math.min(1, Math.abs(values[i]) / (largest ?? 1)) || 0;
    const goal = largest === null ? [20, 20, 20] : values[i] > 0 ? FOR : AGAINST;
    for (let c = 0; c < 3; c++) pixels.data[4 * i + c] = NEUTRAL[c] + share * (goal[c] - NEUTRAL[c]);
    pixels.data[4 * i + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

/** The whole scene as SVG text. */
function scene(spec, row, prefix) {
  const panels = Object.fromEntries(spec.panels.map((panel) => [panel.id, scaled(panel, row)]));
  let svg = "<defs>" + spec.panels.map((panel) => {
    const [left, top, width, height] = panel.box;
    return `<clipPath id="${prefix}-${panel.id}"><rect x="${left - 6}" y="${top - 9}" width="${width + 12}" height="${height + 18}"/></clipPath>`;
  }).join("") + "</defs>" + spec.panels.map((panel) => axes(panels[panel.id])).join("");
  for (const mark of spec.marks) {
    if (mark.if !== undefined && !(read(row, mark.if) > 0)) continue;
    if (mark.unless !== undefined && read(row, mark.unless) > 0) continue;
    const drawn = MARKS[mark.kind](panels[mark.panel], row, mark);
    svg += CLIPPED.has(mark.kind) ? `<g clip-path="url(#${prefix}-${mark.panel})">${drawn}</g>` : drawn;
  }
  return [svg, panels];
}

const CLIPPED = new Set(["line", "dots", "tangent", "contours", "labels"]);
