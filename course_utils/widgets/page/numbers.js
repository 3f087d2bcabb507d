// Numbers: how they are written in pictures, the ticks of an axis, and how a table of numbers from Python is read.

const MINUS = "\u2212";
const NOISE = 1e-12; // as in course_utils/picture.py: less than this is rounding noise

/** A number in four digits with a real minus sign, as `shown` in course_utils/picture.py writes it. */
function shown(value) {
  if (Number.isNaN(value)) return "?";
  if (!Number.isFinite(value)) return value > 0 ? "\u221e" : `${MINUS}\u221e`;
  const size = Math.abs(value);
  if (size < NOISE) return "0";
  let text;
  if (size >= 1e4 && size < 1e6) text = value.toFixed(0);
  else if (size >= 1e-4 && size < 1e4) text = String(Number(value.toPrecision(4)));
  else text = value.toExponential(3).replace(/\.?0+e/, "e").replace("e+", "e");
  return text.replaceAll("-", MINUS);
}

/** Ten to a whole power, as the ticks of a logarithmic axis are written. */
function power(exponent) {
  const whole = Math.round(exponent);
  if (whole >= 0 && whole <= 3) return String(10 ** whole);
  return "10" + String(whole).replace(/[-\d]/g, (sign) => "\u207b\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"["-0123456789".indexOf(sign)]);
}

/** Round places for about `wanted` ticks from `low` to `high`. */
function ticks(low, high, wanted = 5) {
  const width = high - low;
  if (!(width > 0) || !Number.isFinite(width)) return [];
  const power = 10 ** Math.floor(Math.log10(width / wanted));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((each) => width / each <= wanted + 1e-9) ?? 10 * power;
  const places = [];
  for (let k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * width; k++) places.push(k * step);
  return places;
}

/** The float64 or float32 values in a DataView; copied, since a view may begin at any byte. */
function floats(view, exact = true) {
  const Kind = exact ? Float64Array : Float32Array;
  return view && view.byteLength ? new Kind(view.buffer.slice(view.byteOffset, view.byteOffset + view.byteLength)) : new Kind(0);
}

/** A table from Python: `rows(i)` gives `{column: array of numbers}`; a column that never changes is stored once. */
function opened(table) {
  const data = floats(table.data, table.exact);
  const count = table.rows;
  const places = [];
  let start = 0;
  for (const [name, width, changes] of table.columns) {
    places.push([name, start, width, changes ? width : 0]);
    start += changes ? width * count : width;
  }
  const row = (i) => Object.fromEntries(
    places.map(([name, from, width, stride]) => [name, data.subarray(from + i * stride, from + i * stride + width)]),
  );
  return { count, row, positions: floats(table.positions), troubles: table.troubles ?? [] };
}

/** The place in a rising list that is nearest to `value`. */
function nearest(positions, value) {
  let [low, high] = [0, positions.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (positions[middle] < value) low = middle;
    else high = middle;
  }
  return Math.abs(positions[low] - value) <= Math.abs(positions[high] - value) ? low : high;
}

/** What a mark asks for: a number stands for itself, "pred" is a column's first number, "deltas.2" its third. */
function read(row, wanted) {
  if (typeof wanted === "number") return wanted;
  const [name, place] = String(wanted).split(".");
  return row[name]?.[Number(place ?? 0)] ?? NaN;
}

/** All numbers of a column; a list of references is read one by one. */
function readAll(row, wanted) {
  return Array.isArray(wanted) ? wanted.map((each) => read(row, each)) : row[wanted] ?? [];
}

/** `text` with each {column} in it replaced by the column's number. */
function filled(text, row) {
  return text.replace(/\{([\w.]+)\}/g, (_, wanted) => shown(read(row, wanted)));
}
