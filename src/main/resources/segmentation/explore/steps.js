// K-Means one click at a time: start, assign, move. The iterations are the library's own; this page only shows them.
import { centroid, colourOf, count, figure, frame, onTheme, point, setPalette, spanOf, svg } from './drawing.js';

const byId = (id) => document.getElementById(id);
const ADVICE = {
  mall: 'Income and spending of the mall customers. Five centroids find five groups from nearly every start.',
  round: 'Three round groups: what K-Means was made for. Try k = 3, then 2 and 5.',
  outliers: 'A few customers far out. See a centroid leave for them, and two groups share what is left.',
  scales: 'The same groups, across in cents: only the large numbers count. z-scores mend it.',
  spread: 'A wide group beside narrow ones: its edge is taken by its neighbours.',
  sizes: 'A large group beside small ones: K-Means likes to cut the large one.',
  moons: 'Groups that are no balls: straight borders cannot part them, whatever the start.',
  none: 'No groups at all, and yet every run ends with segments. That is why the verdict comes last.',
};
const state = { run: null, half: 0, seed: 1, hand: [] };
let plot = null;

/** The half steps: 0 the start, then assigned, moved, assigned, moved … */
const halves = () => (state.run ? 2 * state.run.steps.length : 0);

async function load() {
  const hand = byId('method').value === 'hand';
  const k = Number(byId('k').value);
  byId('k-out').textContent = k;
  const asked = { data: byId('data').value, k, seed: state.seed, method: byId('method').value, scaled: byId('scaled').checked, start: hand && state.hand.length === k ? state.hand : [] };
  try {
    const answer = await fetch('trace', { method: 'POST', body: JSON.stringify(asked) });
    const json = await answer.json();
    byId('failed').hidden = answer.ok;
    if (!answer.ok) {
      byId('failed').textContent = json.sentence;
      return;
    }
    setPalette(json.palette);
    Object.assign(state, { run: json, half: 0 });
    byId('advice').textContent = ADVICE[asked.data];
    show();
  } catch {
    byId('failed').hidden = false;
    byId('failed').textContent = 'The page has lost its server. Start it again: environment/segment explore';
  }
}

const isPlacing = () => byId('method').value === 'hand' && state.hand.length < Number(byId('k').value);

function show() {
  const { run, half } = state;
  if (!run) return;
  const [step, moved] = [run.steps[Math.max(0, Math.ceil(half / 2) - 1)], half > 0 && half % 2 === 0];
  const centroids = isPlacing() ? state.hand : half === 0 ? run.steps[0].before : moved ? step.after : step.before;
  const axis = (at) => ({ label: run.axes[at], span: spanOf(run.points.map((each) => each[at])) });
  plot = frame(byId('plot'), axis(0), axis(1));
  if (half > 0) regions(centroids);
  run.points.forEach(([x, y], i) => {
    if (half > 0 && !isPlacing()) point(plot.context, step.labels[i], plot.toX(x), plot.toY(y), 4.6);
    else dot(plot.toX(x), plot.toY(y));
  });
  if (moved) trails(step.before, step.after);
  const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
  centroids.forEach(([x, y], i) => centroid(plot, clamp(plot.toX(x), plot.box.left, plot.box.right), clamp(plot.toY(y), plot.box.top, plot.box.bottom), String(i + 1)));
  tell(step, moved);
  path();
  byId('back').disabled = half === 0;
  byId('next').disabled = byId('last').disabled = half >= halves() || isPlacing();
}

function tell(step, moved) {
  const { run, half } = state;
  const number = Math.ceil(half / 2);
  const wcss = half === 0 ? '' : ` The sum of squares is ${figure(moved ? step.moved : step.assigned)}.`;
  const words = isPlacing() ? `Click to place centroid ${state.hand.length + 1} of ${byId('k').value}.`
    : half === 0 ? 'Start: the crosses are the first centroids. Next, each customer goes to the nearest.'
      : moved ? `Iteration ${number}: each centroid moved to the mean of its customers.${wcss}`
        : step.changed ? `Iteration ${number}: ${count(step.changed, 'customer')} went to another centroid.${wcss}`
          : `Iteration ${number}: nobody changed, so this is the end.${wcss}`;
  byId('said').textContent = words;
  byId('plot').setAttribute('aria-label', `Scatter of ${count(run.points.length, 'customer')}; across ${run.axes[0]}, up ${run.axes[1]}. ${words}`);
}

function dot(x, y) {
  plot.context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue('--quiet');
  plot.context.beginPath();
  plot.context.arc(x, y, 3.2, 0, 2 * Math.PI);
  plot.context.fill();
}

/** Where a customer would go: to the nearest centroid, in z-scores where these are asked for. */
function regions(centroids) {
  const spread = [0, 1].map((at) => {
    if (!byId('scaled').checked) return 1;
    const values = state.run.points.map((each) => each[at]);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) || 1;
  });
  const { context, box, fromX, fromY } = plot;
  context.globalAlpha = 0.14;
  for (let x = box.left; x < box.right; x += 6) {
    for (let y = box.top; y < box.bottom; y += 6) {
      const [a, b] = [fromX(x + 3), fromY(y + 3)];
      let [nearest, least] = [0, Infinity];
      centroids.forEach(([cx, cy], i) => {
        const far = ((a - cx) / spread[0]) ** 2 + ((b - cy) / spread[1]) ** 2;
        if (far < least) [nearest, least] = [i, far];
      });
      context.fillStyle = colourOf(nearest + 1);
      context.fillRect(x, y, Math.min(6, box.right - x), Math.min(6, box.bottom - y));
    }
  }
  context.globalAlpha = 1;
}

function trails(before, after) {
  const { context } = plot;
  before.forEach(([x, y], i) => {
    context.strokeStyle = colourOf(i + 1);
    context.lineWidth = 2.5;
    context.beginPath();
    context.moveTo(plot.toX(x), plot.toY(y));
    context.lineTo(plot.toX(after[i][0]), plot.toY(after[i][1]));
    context.stroke();
  });
}

function path() {
  const values = state.run.steps.flatMap((step) => [step.assigned, step.moved]).slice(0, Math.max(1, state.half));
  const all = state.run.steps.flatMap((step) => [step.assigned, step.moved]);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const toX = (i) => 52 + (i / Math.max(1, all.length - 1)) * 276;
  const toY = (value) => 128 - ((value - least) / (most - least || 1)) * 108;
  const line = svg('path', { class: 'line', d: values.map((value, i) => `${i ? 'L' : 'M'}${toX(i)} ${toY(value)}`).join('') });
  const words = [least, most].map((value) => svg('text', { x: 46, y: toY(value) + 4, 'text-anchor': 'end' }, Intl.NumberFormat('en', { notation: 'compact' }).format(value)));
  const dots = state.half ? values.map((value, i) => svg('circle', { class: 'dot', cx: toX(i), cy: toY(value), r: 3.2 })) : [];
  const title = `Sum of squares so far: ${state.half ? values.map(figure).join(', ') : 'none yet'}`;
  byId('path').replaceChildren(svg('title', {}, title), svg('line', { class: 'axis', x1: 52, x2: 328, y1: 134, y2: 134 }), ...words, ...(state.half ? [line] : []), ...dots);
  byId('path').setAttribute('aria-label', title);
}

function go(half) {
  state.half = Math.max(0, Math.min(halves(), half));
  show();
}

function place(x, y) {
  if (!isPlacing()) return;
  state.hand.push([x, y]);
  if (isPlacing()) show();
  else load();
}

byId('next').addEventListener('click', () => go(state.half + 1));
byId('back').addEventListener('click', () => go(state.half - 1));
byId('last').addEventListener('click', () => go(halves()));
byId('again').addEventListener('click', () => {
  state.seed += 1;
  state.hand = [];
  load();
});
for (const id of ['data', 'k', 'method', 'scaled']) {
  byId(id).addEventListener(id === 'k' ? 'input' : 'change', () => {
    state.hand = [];
    load();
  });
}
byId('plot').addEventListener('click', (event) => plot && place(plot.fromX(event.offsetX), plot.fromY(event.offsetY)));
byId('plot').addEventListener('keydown', (event) => {
  const keys = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  if (event.key === 'Enter' && isPlacing()) {
    // By keyboard: on the next customer of those spread over the file.
    const { points } = state.run;
    place(...points[Math.floor(((state.hand.length + 0.5) / Number(byId('k').value)) * points.length)]);
  } else if (keys[event.key]) {
    go(state.half + keys[event.key]);
  } else {
    return;
  }
  event.preventDefault();
});
new ResizeObserver(show).observe(byId('plot'));
onTheme(show);
load();
