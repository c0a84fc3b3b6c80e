/** A bar of a chart. */
export interface Bar {
  readonly name: string;
  readonly value: number;
  /** Whether it is ours: drawn in colour. */
  readonly ours: boolean;
}

const ROW = 22;
/** Of a letter, on average: sans-serif fonts differ, so there is some to spare. */
const LETTER = 7.5;
const WIDTH = 460;
const RIGHT = 70;
const TOP = 40;

/** A bar chart as SVG. The scale is logarithmic, from 1: ratios from 1.1 to 500 fit on it. */
export function barsAsSvg(title: string, bars: readonly Bar[]): string {
  const left = Math.round(LETTER * Math.max(...bars.map(({ name }) => name.length))) + 20;
  const most = Math.max(2, ...bars.map(({ value }) => value));
  const lengthOf = (value: number) => Math.max(2, (Math.log(Math.max(value, 1)) / Math.log(most)) * WIDTH);
  const height = TOP + bars.length * ROW + 10;
  const rows = bars.map(({ name, value, ours }, index) => {
    const y = TOP + index * ROW;
    const length = lengthOf(value);
    return [
      `<text x="${left - 8}" y="${y + 14}" text-anchor="end">${escaped(name)}</text>`,
      `<rect x="${left}" y="${y + 3}" width="${length.toFixed(1)}" height="${ROW - 6}" fill="${
        ours ? "#2a7d4f" : "#8a8f98"
      }"/>`,
      `<text x="${(left + length + 6).toFixed(1)}" y="${y + 14}">${value.toFixed(value < 10 ? 2 : 0)}</text>`,
    ].join("\n");
  });
  const size = `${left + WIDTH + RIGHT}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${height}" viewBox="0 0 ${size} ${height}"
  font-family="sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="12" y="22" font-weight="bold">${escaped(title)}</text>
${rows.join("\n")}
</svg>
`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
