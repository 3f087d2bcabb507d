// A network of one layer with its live numbers: inputs at the left, weights as links between, outputs at the right.

const PILL = [74, 30]; // a node's width and height: room for a number such as −1.234e−5

function pill(x, y, value) {
  const [wide, high] = PILL;
  return `<rect class="gd-node" x="${x - wide / 2}" y="${y - high / 2}" width="${wide}" height="${high}" rx="${high / 2}"/>`
    + `<text class="gd-number" x="${x}" y="${y + 5}" text-anchor="middle">${shown(value)}</text>`;
}

/**
 * `ins` and `outs` are `[x, y]` of the nodes from the panel's corner, `inputs`, `preds` and `weights` (laid out
 * [output][input]) columns. A link is as wide as its weight is large beside `most`, and dashed when negative; its number
 * stands on it at `along`, a share of the way. `frozen` is a list of columns, one for each link, or left out.
 */
MARKS.net = (panel, row, mark) => {
  const at = ([x, y]) => [panel.left + x, panel.top + y];
  const weights = readAll(row, mark.weights);
  const most = read(row, mark.most);
  const written = (value) => shown(weights.length > 9 ? Number(value.toPrecision(3)) : value); // many links, little room
  let [links, labels] = ["", ""];
  mark.outs.forEach((out, o) => mark.ins.forEach((input, i) => {
    const place = o * mark.ins.length + i;
    const value = weights[place] ?? NaN;
    const [[x1, y1], [x2, y2]] = [at(input), at(out)];
    const frozen = mark.frozen !== undefined && read(row, mark.frozen[place]) > 0;
    const share = known(value, most) && most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
    const [start, end] = [x1 + PILL[0] / 2, x2 - PILL[0] / 2];
    links += `<line class="gd-link ${value < 0 ? "gd-against" : "gd-for"}${frozen ? " gd-frozen" : ""}" x1="${start}" y1="${y1}" `
      + `x2="${end}" y2="${y2}" style="stroke-width:${(1 + 5 * share).toFixed(1)}px"/>`;
    labels += tag("gd-label", start + mark.along * (end - start), y1 + mark.along * (y2 - y1), `${written(value)}${frozen ? " (frozen)" : ""}`, 7.2);
  }));
  const nodes = mark.ins.map((input, i) => {
    const [x, y] = at(input);
    return `${pill(x, y, read(row, `${mark.inputs}.${i}`))}<text class="gd-name" x="${x - PILL[0] / 2 - 8}" y="${y + 4}" text-anchor="end">${escaped(mark.inputNames[i])}</text>`;
  }).concat(mark.outs.map((out, o) => {
    const [x, y] = at(out);
    return `${pill(x, y, read(row, `${mark.preds}.${o}`))}<text class="gd-name" x="${x}" y="${y - PILL[1] / 2 - 6}" text-anchor="middle">${escaped(mark.outputNames[o])}</text>`;
  }));
  return links + labels + nodes.join("");
};
