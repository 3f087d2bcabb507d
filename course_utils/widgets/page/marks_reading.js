// Marks for reading digits: images as the course's figures colour them, a bar that fills up, and what lines mean.

const AGAINST_NONE_FOR = [[0, 27, 82], [138, 138, 138], [255, 238, 102]]; // dark, neutral, bright: as in figures/digits.py

/** A PNG's data URL of numbers -127 to 127: dark, grey and bright around 0 where `signed`, else from black at 0 to white. */
function exposed(values, wide, high, signed) {
  const canvas = Object.assign(document.createElement("canvas"), { width: wide, height: high });
  const context = canvas.getContext("2d");
  const pixels = context.createImageData(wide, high);
  const [dark, neutral, bright] = AGAINST_NONE_FOR;
  for (let i = 0; i < wide * high; i++) {
    const share = Math.max(-1, Math.min(1, values[i] / 127));
    const goal = share < 0 ? dark : bright;
    for (let c = 0; c < 3; c++) {
      pixels.data[4 * i + c] = signed ? neutral[c] + Math.abs(share) * (goal[c] - neutral[c]) : 255 * Math.max(0, share);
    }
    pixels.data[4 * i + 3] = 255;
  }
  context.putImageData(pixels, 0, 0);
  return canvas.toDataURL();
}

Object.assign(MARKS, {
  /** The `start`-th image of 28 by 28 in a column of bytes (`pixel_bytes` in contribution.py), over its whole panel. */
  pixels(panel, row, mark) {
    const column = row[mark.values];
    const from = (mark.start ?? 0) * 784;
    if (!column || column.byteLength < from + 784) return "";
    const url = exposed(new Int8Array(column.buffer, column.byteOffset + from, 784), 28, 28, mark.signed);
    const place = `x="${panel.left}" y="${panel.top}" width="${panel.width}" height="${panel.height}"`;
    return `<image href="${url}" ${place} style="image-rendering:pixelated" preserveAspectRatio="none"/>`
      + `<rect class="gd-frame" ${place}/>`;
  },

  /** A bar over its whole panel that fills up from 0 to 1. */
  meter(panel, row, mark) {
    const share = Math.max(0, Math.min(1, read(row, mark.share) || 0));
    const place = `x="${panel.left}" y="${panel.top}" height="${panel.height}" rx="3"`;
    return `<rect class="gd-frame" ${place} width="${panel.width}"/>`
      + `<rect class="gd-full" ${place} width="${panel.width * share}"/>`;
  },

  /** What each line means: a piece of it and its name, side by side above the panel. */
  legend(panel, row, mark) {
    let [svg, x] = ["", panel.left + (mark.shift ?? 0)];
    const y = panel.top - 14;
    for (const [look, name, wide] of mark.lines) {
      svg += `<line class="gd-line ${look}" x1="${x}" x2="${x + 24}" y1="${y}" y2="${y}"/>`
        + `<text class="gd-small" x="${x + 30}" y="${y + 4}">${escaped(name)}</text>`;
      x += 30 + wide;
    }
    return svg;
  },
});
