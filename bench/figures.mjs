// Medians, percentiles and how they are written.

/** The figure that such a share of all lies below. */
export function at(all, share) {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const median = (all) => at(all, 0.5);
export const p95 = (all) => at(all, 0.95);

/** The exponent by which `to` grew over `from` while what it is for grew from `less` to `more`; linear is 1. */
export const growth = (from, to, less, more) => Math.log(to / from) / Math.log(more / less);

const missing = '–';
const given = (figure) => figure !== undefined && Number.isFinite(figure);

/** With three digits, or none after the point from 100 on. */
function short(figure) {
  if (figure >= 100) return Math.round(figure).toLocaleString('en');
  return figure.toFixed(figure >= 10 ? 1 : 2);
}

export const ms = (figure) => (given(figure) ? `${short(figure)} ms` : missing);
export const ratio = (figure) => (given(figure) ? short(figure) : missing);
export const whole = (figure) => (given(figure) ? Math.round(figure).toLocaleString('en') : missing);
export const mib = (bytes) => (given(bytes) ? `${(bytes / 2 ** 20).toFixed(1)} MiB` : missing);

/** A Markdown table: the first column is words, the others are figures. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(head), `|---|${head.slice(1).map(() => '---:|').join('')}`, ...rows.map(line)].join('\n');
}
