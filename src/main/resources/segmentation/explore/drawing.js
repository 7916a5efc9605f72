// What both pages draw with: colours and shapes of segments, axes on a canvas, small pictures as SVG. No request, no library.
export const SHAPES = [
  'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z', 'M-5.4 -5.4H5.4V5.4H-5.4Z', 'M0 -7.5L6.9 4.8H-6.9Z', 'M0 -7.5L7.5 0L0 7.5L-7.5 0Z',
  'M0 7.5L6.9 -4.8H-6.9Z', 'M-2.5 -7.5H2.5V-2.5H7.5V2.5H2.5V7.5H-2.5V2.5H-7.5V-2.5H-2.5Z', 'M7.5 0L-4.8 6.9V-6.9Z',
  'M-7 -3.5L-3.5 -7L0 -3.5L3.5 -7L7 -3.5L3.5 0L7 3.5L3.5 7L0 3.5L-3.5 7L-7 3.5L-3.5 0Z', 'M-7.5 0L4.8 6.9V-6.9Z',
  'M-3.3 -6.6H3.3L6.6 0L3.3 6.6H-3.3L-6.6 0Z'];
const paths = SHAPES.map((shape) => new Path2D(shape));
const dark = matchMedia('(prefers-color-scheme: dark)');
let palette = ['#777777'];

export const setPalette = (colours) => { palette = colours; };
export const onTheme = (redraw) => dark.addEventListener('change', redraw);
export const ink = () => getComputedStyle(document.documentElement).getPropertyValue('--ink').trim();
export const variable = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The colour of a segment as in every picture; on a dark ground nearer to white. */
export function colourOf(label) {
  const colour = palette[(label - 1) % palette.length];
  if (!dark.matches) return colour;
  const parts = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
  return `rgb(${parts.map((part) => Math.round(part + 0.38 * (255 - part))).join(' ')})`;
}

export function svg(tag, attributes, ...children) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

export function swatch(label) {
  return svg('svg', { viewBox: '-9 -9 18 18', 'aria-hidden': 'true' },
    svg('path', { d: SHAPES[(label - 1) % SHAPES.length], fill: colourOf(label) }));
}

export function element(tag, words, properties = {}) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...[words].flat());
  return made;
}

export const figure = (value) => {
  const digits = Number.isInteger(value) || Math.abs(value) >= 1000 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits }).replace('-', '\u2212');
};
export const count = (number, word) => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

export function ticks(least, most, wanted) {
  const rough = (most - least) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough);
  const found = [];
  for (let tick = Math.ceil(least / step) * step; tick <= most + step * 1e-9; tick += step) found.push(Number(tick.toPrecision(12)));
  return found;
}

/** The values that an axis spans: all, or the middle and half as much again where few far out would squeeze the rest. */
export function spanOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
  let [least, most] = [at(0), at(1)];
  const middle = at(0.99) - at(0.01);
  if (sorted.length >= 50 && middle > 0 && most - least > 2.5 * middle) {
    [least, most] = [Math.max(least, at(0.01) - middle / 2), Math.min(most, at(0.99) + middle / 2)];
  }
  const room = (most - least || Math.abs(most) || 1) * 0.05;
  return [least - room, most + room];
}

/** Clears a canvas, draws the axes, and returns what turns values into places and back. */
export function frame(canvas, x, y) {
  const [width, height, sharp] = [canvas.clientWidth, canvas.clientHeight, devicePixelRatio || 1];
  canvas.width = Math.round(width * sharp);
  canvas.height = Math.round(height * sharp);
  const context = canvas.getContext('2d');
  context.scale(sharp, sharp);
  context.fillStyle = variable('--paper');
  context.fillRect(0, 0, width, height);
  const box = { left: 58, right: width - 12, top: 12, bottom: height - 44 };
  const toX = (value) => box.left + ((value - x.span[0]) / (x.span[1] - x.span[0])) * (box.right - box.left);
  const toY = (value) => box.bottom - ((value - y.span[0]) / (y.span[1] - y.span[0])) * (box.bottom - box.top);
  const fromX = (at) => x.span[0] + ((at - box.left) / (box.right - box.left)) * (x.span[1] - x.span[0]);
  const fromY = (at) => y.span[0] + ((box.bottom - at) / (box.bottom - box.top)) * (y.span[1] - y.span[0]);
  context.font = '12px system-ui, sans-serif';
  context.lineWidth = 1;
  context.strokeStyle = variable('--line');
  context.fillStyle = variable('--quiet');
  context.beginPath();
  context.textAlign = 'center';
  for (const tick of ticks(...x.span, width / 110)) {
    context.moveTo(toX(tick), box.top);
    context.lineTo(toX(tick), box.bottom);
    context.fillText(figure(tick), toX(tick), box.bottom + 16);
  }
  context.textAlign = 'right';
  for (const tick of ticks(...y.span, height / 70)) {
    context.moveTo(box.left, toY(tick));
    context.lineTo(box.right, toY(tick));
    context.fillText(figure(tick), box.left - 6, toY(tick) + 4);
  }
  context.stroke();
  context.fillStyle = ink();
  context.textAlign = 'center';
  context.fillText(x.label, (box.left + box.right) / 2, height - 8, box.right - box.left);
  context.save();
  context.translate(13, (box.top + box.bottom) / 2);
  context.rotate(-Math.PI / 2);
  context.fillText(y.label, 0, 0, box.bottom - box.top);
  context.restore();
  return { context, box, toX, toY, fromX, fromY, width, height };
}

export function point(context, label, x, y, size, alpha = 0.85) {
  context.globalAlpha = alpha;
  context.fillStyle = colourOf(label);
  context.save();
  context.translate(x, y);
  context.scale(size / 6, size / 6);
  context.fill(paths[(label - 1) % paths.length]);
  context.restore();
  context.globalAlpha = 1;
}

const LINE = 16;
const LABEL = 150;

/** Words in lines that are as wide as a label may be. */
function wrapped(context, words) {
  const lines = [];
  for (const word of words.split(' ')) {
    const longer = lines.length ? `${lines.at(-1)} ${word}` : word;
    if (lines.length && context.measureText(longer).width <= LABEL) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** A cross with a rim, for a centroid, and words over or under it, at the nearest place that keeps clear of those drawn before. */
export function centroid(plot, x, y, words, taken = []) {
  const { context, box } = plot;
  for (const [colour, width] of [[variable('--paper'), 7], [ink(), 3]]) {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.beginPath();
    context.moveTo(x - 6, y - 6);
    context.lineTo(x + 6, y + 6);
    context.moveTo(x - 6, y + 6);
    context.lineTo(x + 6, y - 6);
    context.stroke();
  }
  context.font = '600 13px system-ui, sans-serif';
  const lines = wrapped(context, words);
  const wide = Math.max(...lines.map((line) => context.measureText(line).width));
  const tall = lines.length * LINE;
  const left = Math.min(Math.max(x - wide / 2, box.left), Math.max(box.left, box.right - wide));
  const isFree = (top) => top >= box.top && top + tall <= box.bottom && !taken.some((each) =>
    top < each.bottom && top + tall > each.top && left < each.right && left + wide > each.left);
  const places = [0, 1, 2, 3].flatMap((step) => [y - 10 - tall - step * LINE, y + 10 + step * LINE]);
  const top = places.find(isFree) ?? places[0];
  taken.push({ left, right: left + wide, top, bottom: top + tall }, { left: x - 8, right: x + 8, top: y - 8, bottom: y + 8 });
  context.textAlign = 'center';
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.strokeStyle = variable('--paper');
  context.fillStyle = ink();
  lines.forEach((line, i) => {
    context.strokeText(line, left + wide / 2, top + 12 + i * LINE);
    context.fillText(line, left + wide / 2, top + 12 + i * LINE);
  });
}

/** A column's values as bars of one width. */
export function histogram(bars) {
  const most = Math.max(...bars, 1);
  const rects = bars.map((value, i) => svg('rect', { x: i * 10 + 0.6, width: 8.8, y: 24 - (23 * value) / most - (value ? 1 : 0), height: (23 * value) / most + (value ? 1 : 0), fill: 'currentColor' }));
  return svg('svg', { viewBox: `0 0 ${Math.max(bars.length, 6) * 10} 24`, preserveAspectRatio: 'none', 'aria-hidden': 'true' }, ...rects);
}

/** A curve over k = 1, 2, … into an SVG; nulls have no point. */
export function curve(target, values, chosen, refined, title, digits) {
  const known = values.map((value, i) => [i + 1, value]).filter(([, value]) => value !== null);
  const [least, most] = [Math.min(...known.map(([, v]) => v)), Math.max(...known.map(([, v]) => v))];
  const toX = (k) => 46 + ((k - 1) / Math.max(1, values.length - 1)) * 280;
  const toY = (value) => 138 - ((value - least) / (most - least || 1)) * 112;
  const parts = [svg('line', { class: 'axis', x1: 46, x2: 326, y1: 144, y2: 144 })];
  for (let k = 1; k <= values.length; k++) parts.push(svg('text', { x: toX(k), y: 160, 'text-anchor': 'middle' }, String(k)));
  for (const value of [least, most]) parts.push(svg('text', { x: 40, y: toY(value) + 4, 'text-anchor': 'end' }, digits === 0 ? Intl.NumberFormat('en', { notation: 'compact' }).format(value) : value.toFixed(digits)));
  if (chosen) parts.push(svg('line', { class: 'chosen', x1: toX(chosen), x2: toX(chosen), y1: 12, y2: 144 }));
  const group = svg('g', refined ? {} : { class: 'first' }, svg('path', { class: 'line', d: known.map(([k, v], i) => `${i ? 'L' : 'M'}${toX(k)} ${toY(v)}`).join('') }));
  known.forEach(([k, v]) => group.append(svg('circle', { class: 'dot', cx: toX(k), cy: toY(v), r: 3.5 })));
  parts.push(group);
  const value = chosen && values[chosen - 1];
  if (value !== null && value !== undefined && value !== 0) parts.push(svg('circle', { class: 'ring', cx: toX(chosen), cy: toY(value), r: 7 }));
  target.replaceChildren(svg('title', {}, title), ...parts);
  target.setAttribute('aria-label', `${title}: ${known.map(([k, v]) => `${k} ${v.toFixed(digits)}`).join(', ')}`);
}

/** The k under a pointer on a curve. */
export function kAt(target, event, kMax) {
  const box = target.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * 340;
  return Math.round(Math.min(kMax, Math.max(2, 1 + ((x - 46) / 280) * (kMax - 1))));
}
