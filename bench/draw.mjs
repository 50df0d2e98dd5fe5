// The curves, drawn: cost against tasks and forms on two logarithmic scales, where linear is a slope of one.
import { formCurve, keyCost, taskCurve } from './goals.mjs';

const colours = { ours: '#b3261e', one: '#e08a84', surveyjs: '#1f6feb', hyperformula: '#2f7d32', handwritten: '#555' };
const box = { width: 360, height: 260, left: 60, top: 34 };

/** Powers of ten from the one below the least to the one above the most. */
function powers(figures) {
  const [low, high] = [Math.min(...figures), Math.max(...figures)].map(Math.log10);
  const [from, to] = [Math.floor(low), Math.max(Math.floor(low) + 1, Math.ceil(high))];
  return Array.from({ length: to - from + 1 }, (_, at) => 10 ** (from + at));
}

function panel(title, curves, names, offset) {
  const points = Object.values(curves).flat();
  const [across, up] = [0, 1].map((axis) => powers(points.map((point) => point[axis])));
  const scale = (ticks, length) => (figure) => length * (Math.log10(figure / ticks[0]) / Math.log10(ticks.at(-1) / ticks[0]));
  const [x, y] = [scale(across, box.width), scale(up, box.height)];
  const text = (left, top, words, more = '') => `<text x="${left.toFixed(1)}" y="${top.toFixed(1)}"${more}>${words}</text>`;
  const line = (path, colour, width) => `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
  const plain = (figure) => figure.toLocaleString('en', { maximumFractionDigits: 4 });
  const parts = [text(0, -14, title, ' font-weight="bold"')];
  for (const tick of across) {
    parts.push(line(`M${x(tick)},0V${box.height}`, '#ddd', 1), text(x(tick), box.height + 16, plain(tick), ' text-anchor="middle"'));
  }
  for (const tick of up) {
    const top = box.height - y(tick);
    parts.push(line(`M0,${top}H${box.width}`, '#ddd', 1), text(-6, top + 4, plain(tick), ' text-anchor="end"'));
  }
  Object.entries(curves).forEach(([key, curve], at) => {
    const path = curve.map(([count, cost]) => `${x(count).toFixed(1)},${(box.height - y(cost)).toFixed(1)}`).join('L');
    parts.push(line(`M${path}`, colours[key], 2), text(8, 14 + 15 * at, names[key], ` fill="${colours[key]}"`));
  });
  return `<g transform="translate(${offset},${box.top})">${parts.join('\n')}</g>`;
}

export function drawing(found) {
  const names = { ...found.names, one: `${found.names.ours}, one worker` };
  const keys = Object.keys(found.names);
  const of = (keys, curve) => Object.fromEntries(keys.map((key) => [key, curve(key)]).filter(([, points]) => points.length));
  const panels = [
    ['key → text, ms, against tasks', of(keys, (key) => taskCurve(found, key, keyCost))],
    ['form is there, ms, against tasks', of(keys, (key) => taskCurve(found, key, (one) => one.opened))],
    ['batch, s, against forms of 50 tasks', of(['ours', 'one', ...keys.slice(1)], (key) => formCurve(found, key))],
  ];
  const wide = box.width + box.left + 20;
  const inner = panels.map(([title, curves], at) => panel(title, curves, names, box.left + at * wide)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide * panels.length} ${box.height + box.top + 30}" `
    + `font-family="sans-serif" font-size="12">\n<rect width="100%" height="100%" fill="#fff"/>\n${inner}\n</svg>\n`;
}
