// The page of explore: tells the server what was chosen, hears what came out, and draws it.
import { centroid, colourOf, count, curve, figure, frame, kAt, onTheme, point, setPalette, spanOf } from './drawing.js';
import { byId, fillColumns, fillComparison, fillDetails, fillHistory, fillSegments, readChoice, showChoice } from './screen.js';

const state = { data: null, history: { current: 0, lines: [] }, found: null, curves: null, verdict: null, selected: 0, row: -1, ended: false };
const MOST_BYTES = 64 * 2 ** 20;
let places = [];
let sending = false;
let waiting = null;
let expected = '';

const key = (choice) => JSON.stringify([choice.features, choice.logged, choice.weights, choice.scaling, choice.k, choice.outliers, choice.id]);
const lineNow = () => state.history.lines.find((line) => line.number === state.history.current);

/** Sends something; what cannot be done is said, and everything stays as it was. */
async function send(path, body) {
  try {
    const answer = await fetch(path, { method: 'POST', body });
    const json = await answer.json().catch(() => ({}));
    if (answer.ok) fail('');
    else fail(json.sentence || `That was refused (${answer.status}). Reload the page.`);
    return answer.ok;
  } catch {
    fail('The page has lost its server. Start it again: environment/segment explore');
    return false;
  }
}
const sendJson = (path, json = {}) => send(path, JSON.stringify(json));

function fail(words) {
  byId('failed').textContent = words;
  byId('failed').hidden = !words;
}

/** Sends the newest choice only: while one is on its way, later ones replace each other. */
async function choose(choice) {
  waiting = choice;
  if (sending) return;
  sending = true;
  while (waiting) {
    const next = waiting;
    waiting = null;
    expected = key(next);
    if (await sendJson('choose', next)) continue;
    expected = '';
    if (!waiting && lineNow()) showChoice(lineNow().choice, state.found?.k);
  }
  sending = false;
}
const changed = () => choose(readChoice());

/** Shows another line, whatever the form was waiting for. */
function back(path, where) {
  expected = '';
  return sendJson(path, where);
}

const hear = {
  data(data) {
    const first = !state.data;
    Object.assign(state, { data, found: null, curves: null, verdict: null, selected: 0, row: -1 });
    setPalette(data.palette);
    byId('nothing').hidden = true;
    byId('screen').hidden = false;
    byId('details').hidden = true;
    byId('comparison').hidden = true;
    byId('title').textContent = `Explore ${data.name}`;
    document.title = `Explore ${data.name}`;
    fillColumns(data.columns, changed);
    byId('id').replaceChildren(new Option('nothing: each row is one', ''), ...data.columns.map((column) => new Option(column.label, column.name)));
    byId('k').max = 10;
    if (first && location.hash.length > 1) shared(decodeURIComponent(location.hash.slice(1)));
  },
  history(history) {
    const moved = history.current !== state.history.current;
    state.history = history;
    if (moved) {
      if (state.curves?.line !== history.current) byId('why').textContent = '';
      command();
    }
    // What was told before the newest choice arrived must not undo it in the form.
    if (expected && lineNow() && key(lineNow().choice) === expected) expected = '';
    if (lineNow() && !sending && !expected) showChoice(lineNow().choice, lineNow().k);
    byId('undo').disabled = history.lines[0]?.number === history.current;
    byId('redo').disabled = history.lines.at(-1)?.number === history.current;
    fillHistory(history, act);
    tellVerdict();
  },
  segments(found) {
    const before = state.found;
    state.found = found;
    if (!before || before.k !== found.k || found.line !== before.line) state.row = -1;
    if (state.selected > found.k) state.selected = 0;
    axes(before);
    byId('k-out').textContent = found.k;
    if (lineNow()?.choice.k === 0) byId('k').value = found.k;
    document.body.classList.toggle('first-answer', !found.refined);
    const out = [found.left ? `${count(found.left, 'outlier')} left out` : '', found.unusable ? `${count(found.unusable, 'row')} cannot be used` : ''].filter(Boolean);
    byId('summary').textContent = `${count(found.rows, 'customer')} in ${found.k} segments, silhouette ${found.silhouette.toFixed(3)}${out.length ? `; ${out.join(', ')}` : ''}.${found.refined ? '' : ' A first answer, being refined.'}`;
    fillSegments(found.segments, state.selected, select);
    drawCurves();
    draw();
    if (state.selected) details();
  },
  curves(curves) {
    state.curves = curves;
    byId('why').textContent = curves.why;
    drawCurves();
  },
  verdict(verdict) {
    state.verdict = verdict;
    tellVerdict();
    if (state.selected) details();
  },
  working({ stage, line }) {
    // Details of a segment that somebody clicks are computed after the verdict, and need no word.
    if (line === state.history.current && state.verdict?.line !== line) byId('working').textContent = `Still being computed: ${stage}.`;
  },
  failed({ sentence }) {
    fail(sentence);
    byId('working').textContent = '';
  },
  saving({ stage, folder, failed }) {
    byId('saving').textContent = stage ? `Saving: ${stage} …` : folder ? `Saved in ${folder}, whole; report.html is the place to begin.` : failed;
    byId('save').disabled = Boolean(stage);
  },
};

function tellVerdict() {
  const verdict = state.verdict?.line === state.history.current ? state.verdict : null;
  const box = byId('verdict');
  box.className = verdict ? verdict.word : '';
  const head = { clear: 'Yes.', weak: 'Only weakly.', none: 'No.' }[verdict?.word] ?? 'Not computed.';
  const bold = document.createElement('strong');
  bold.textContent = verdict ? head : 'Not known yet.';
  byId('verdict-words').replaceChildren(bold, verdict ? ` ${verdict.sentence}` : ' The verdict comes last: it takes the segments apart in resamples and holds them against data without groups.');
  if (verdict) byId('working').textContent = '';
}

/** Offers the axes, and keeps those chosen where they still are there: else two features, or components of more. */
function axes(before) {
  const labels = state.found.points.axes.map((axis) => axis.label);
  const usual = labels.length > 3 ? labels.length - 2 : 0;
  ['across', 'up'].forEach((id, i) => {
    const select = byId(id);
    const old = before?.points.axes[select.value]?.label.replace(/ \(.*/, '');
    const kept = labels.findIndex((label) => label.replace(/ \(.*/, '') === old);
    const chosen = kept >= 0 && labels.length === before.points.axes.length ? kept : Math.min(labels.length - 1, usual + i);
    select.replaceChildren(...labels.map((label, at) => new Option(label, at, at === chosen, at === chosen)));
  });
}

function draw() {
  const { found } = state;
  if (!found) return;
  const [across, up] = [Number(byId('across').value), Number(byId('up').value)];
  const [x, y] = [across, up].map((at) => ({ label: found.points.axes[at].label, span: spanOf(found.points.axes[at].values), values: found.points.axes[at].values }));
  const plot = frame(byId('plot'), x, y);
  drawRegions(plot, across, up);
  places = [];
  for (let i = 0; i < x.values.length; i++) {
    const place = { i, x: plot.toX(x.values[i]), y: plot.toY(y.values[i]), label: found.labels[i] };
    if (place.x >= plot.box.left - 3 && place.x <= plot.box.right + 3 && place.y >= plot.box.top - 3 && place.y <= plot.box.bottom + 3) places.push(place);
  }
  const size = places.length > 1500 ? 2.6 : places.length > 400 ? 3.3 : 4.4;
  for (const faint of [true, false]) {
    for (const place of places) {
      if (faint === (state.selected !== 0 && place.label !== state.selected)) point(plot.context, place.label, place.x, place.y, size, faint ? 0.15 : 0.85);
    }
  }
  const taken = [];
  found.centroids.forEach((means, i) => {
    const clamp = (value, least, most) => Math.max(least, Math.min(most, value));
    const words = plot.width < 520 ? String(i + 1) : `${i + 1} ${found.segments[i].name}`;
    centroid(plot, clamp(plot.toX(means[across]), plot.box.left, plot.box.right), clamp(plot.toY(means[up]), plot.box.top, plot.box.bottom), words, taken);
  });
  const focused = places.find((place) => place.i === state.row);
  if (focused) {
    plot.context.lineWidth = 2.5;
    plot.context.strokeStyle = '#c2509a';
    plot.context.beginPath();
    plot.context.arc(focused.x, focused.y, size + 5, 0, 2 * Math.PI);
    plot.context.stroke();
  }
  const outside = x.values.length - places.length;
  byId('note').textContent = [outside ? `${count(outside, 'customer')} far out not drawn.` : '',
    x.values.length < found.rows ? `${x.values.length.toLocaleString('en')} of ${count(found.rows, 'customer')} are drawn; the figures are of all.` : ''].filter(Boolean).join(' ');
  byId('plot').setAttribute('aria-label', `Scatter of ${count(places.length, 'customer')} in ${found.k} segments; across ${x.label}, up ${y.label}. Arrow keys right and left go from customer to customer, up and down from segment to segment.`);
}

/** With two features the regions are exact: whose segment a customer at each place would be in. */
function drawRegions(plot, across, up) {
  const { regions } = state.found;
  if (!regions || across === up || across > 1 || up > 1) return;
  const { context } = plot;
  const step = (ends, at) => ends[0] + (at / regions.grid) * (ends[1] - ends[0]);
  context.globalAlpha = 0.13;
  for (let row = 0; row < regions.grid; row++) {
    for (let column = 0; column < regions.grid; column++) {
      const [a, b] = across === 0 ? [column, row] : [row, column];
      context.fillStyle = colourOf(parseInt(regions.labels[row * regions.grid + column], 36));
      const [endsX, endsY] = across === 0 ? [regions.x, regions.y] : [regions.y, regions.x];
      const [left, right, top, bottom] = [plot.toX(step(endsX, a)), plot.toX(step(endsX, a + 1)), plot.toY(step(endsY, b + 1)), plot.toY(step(endsY, b))];
      if (right > plot.box.left && left < plot.box.right && bottom > plot.box.top && top < plot.box.bottom) context.fillRect(left, top, right - left + 0.4, bottom - top + 0.4);
    }
  }
  context.globalAlpha = 1;
}

function drawCurves() {
  const { curves, found } = state;
  if (!curves) return;
  curve(byId('silhouette'), curves.silhouette, found?.k, curves.refined, 'Mean silhouette by k', 2);
  curve(byId('wcss'), curves.wcss, found?.k, curves.refined, 'Within-cluster sum of squares by k', 0);
}

function select(number) {
  state.selected = state.selected === number ? 0 : number;
  fillSegments(state.found.segments, state.selected, select);
  document.querySelectorAll('#segments button')[number - 1]?.focus({ preventScroll: true });
  if (!state.selected) byId('details').hidden = true;
  draw();
  if (state.selected) details();
}

async function details() {
  const [number, line] = [state.selected, state.history.current];
  const answer = await fetch(`segment?number=${number}`);
  if (answer.ok && number === state.selected && line === state.history.current) fillDetails(state.found.segments[number - 1], await answer.json());
}

async function command() {
  const answer = await fetch('command');
  if (answer.ok) byId('command').textContent = (await answer.json()).command;
}

const act = {
  show: (line) => back('show', { line }),
  name: (line, name) => sendJson('name', { line, name }),
  async compare(number) {
    const answer = await fetch(`compare?before=${number}&after=${state.history.current}`);
    const json = await answer.json();
    if (!answer.ok) return fail(json.sentence);
    return fillComparison(state.history.lines.find((line) => line.number === number), lineNow(), json);
  },
};

/** Takes a choice that somebody shared, as text. */
function shared(text) {
  try {
    choose(JSON.parse(text));
  } catch {
    fail('The address or file holds no choice of this page.');
  }
}

async function open(file) {
  if (!file) return;
  if (file.size > MOST_BYTES) return fail('A file dropped here has at most 64 MB; start the page with it: environment/segment explore FILE');
  if (file.name.toLowerCase().endsWith('.choice.json')) shared(await file.text());
  else if (await send(`file?name=${encodeURIComponent(file.name)}`, file)) say(`${file.name} is open.`);
}

function say(words) {
  byId('said').textContent = words;
}

function goTo(event) {
  const found = places.reduce((best, place) => {
    const far = (place.x - event.offsetX) ** 2 + (place.y - event.offsetY) ** 2;
    return far < best.far ? { place, far } : best;
  }, { place: null, far: 400 }).place;
  if (found && found.i !== state.row) focusRow(found.i);
  return found;
}

function focusRow(row) {
  state.row = row;
  const { points, labels, segments } = state.found;
  const values = points.axes.filter((axis) => axis.feature).map((axis) => `${axis.label} ${figure(axis.values[row])}`);
  byId('pointed').textContent = `Customer ${points.names[row]}, segment ${labels[row]} ${segments[labels[row] - 1].name}: ${values.slice(0, 8).join('; ')}`;
  requestAnimationFrame(draw);
}

byId('plot').addEventListener('pointermove', goTo);
byId('plot').addEventListener('click', (event) => {
  const found = goTo(event);
  if (found) select(found.label);
});
byId('plot').addEventListener('keydown', (event) => {
  if (!state.found) return;
  const order = places.filter((place) => !state.selected || place.label === state.selected).sort((a, b) => a.x - b.x || a.i - b.i);
  const at = order.findIndex((place) => place.i === state.row);
  const go = (step) => order.length && focusRow(order[(at + step + order.length) % order.length].i);
  const next = (step) => select(((state.selected + step - 1 + state.found.k) % state.found.k) + 1);
  const keys = {
    ArrowRight: () => go(1), ArrowLeft: () => go(at < 0 ? 0 : -1), ArrowDown: () => next(1), ArrowUp: () => next(state.selected ? -1 : 0),
    Enter: () => state.row >= 0 && select(state.found.labels[state.row]), Escape: () => state.selected && select(state.selected),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
  byId('plot').focus();
});
for (const id of ['across', 'up']) byId(id).addEventListener('change', draw);
for (const id of ['scaling', 'limits', 'outliers', 'id', 'auto']) byId(id).addEventListener('change', changed);
byId('choices').addEventListener('submit', (event) => event.preventDefault());

function chooseK(k) {
  byId('auto').checked = false;
  byId('k').value = k;
  byId('k-out').textContent = k;
  if (readChoice().k !== (waiting ?? lineNow()?.choice)?.k) changed();
}
byId('k').addEventListener('input', () => chooseK(Number(byId('k').value)));
for (const id of ['silhouette', 'wcss']) {
  const target = byId(id);
  const drag = (event) => state.curves && chooseK(kAt(target, event, state.curves.wcss.length));
  target.addEventListener('pointerdown', (event) => {
    target.setPointerCapture(event.pointerId);
    drag(event);
  });
  target.addEventListener('pointermove', (event) => target.hasPointerCapture(event.pointerId) && drag(event));
}
byId('undo').addEventListener('click', () => back('step', { places: -1 }));
byId('redo').addEventListener('click', () => back('step', { places: 1 }));
byId('save').addEventListener('click', () => sendJson('save'));
byId('end').addEventListener('click', async () => {
  if (await sendJson('end')) {
    state.ended = true;
    source.close();
    byId('screen').hidden = true;
    fail('Ended. What was saved is there; this page can be closed.');
  }
});
byId('copy').addEventListener('click', () => copied(byId('command').textContent, 'The command is copied.'));
byId('share').addEventListener('click', () => {
  if (!lineNow()) return;
  location.hash = encodeURIComponent(JSON.stringify(lineNow().choice));
  copied(location.href, 'The address of this choice is copied; it works on this machine while the page runs.');
});
async function copied(text, words) {
  await navigator.clipboard?.writeText(text).catch(() => {});
  byId('saving').textContent = words;
  say(words);
}
byId('choice-file').addEventListener('click', () => {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([JSON.stringify(lineNow().choice, null, 2)], { type: 'application/json' }));
  link.download = `${state.data.name.replace(/\.[^.]*$/, '')}.choice.json`;
  link.click();
  URL.revokeObjectURL(link.href);
});
byId('open').addEventListener('change', (event) => open(event.target.files[0]).then(() => { event.target.value = ''; }));
document.addEventListener('dragover', (event) => {
  event.preventDefault();
  document.body.classList.add('dragging');
});
document.addEventListener('dragleave', (event) => event.relatedTarget || document.body.classList.remove('dragging'));
document.addEventListener('drop', (event) => {
  event.preventDefault();
  document.body.classList.remove('dragging');
  open(event.dataTransfer.files[0]);
});
document.addEventListener('keydown', (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'z' || event.target.matches('input[type=text]')) return;
  event.preventDefault();
  back('step', { places: event.shiftKey ? 1 : -1 });
});

const source = new EventSource('events');
for (const [kind, heard] of Object.entries(hear)) source.addEventListener(kind, (event) => heard(JSON.parse(event.data)));
source.addEventListener('open', () => {
  if (!byId('failed').textContent.startsWith('The page has lost')) return;
  fail('');
});
source.addEventListener('error', () => state.ended || fail('The page has lost its server. Start it again: environment/segment explore'));
source.addEventListener('empty', () => { byId('nothing').hidden = Boolean(state.data); });
new ResizeObserver(draw).observe(byId('plot'));
onTheme(() => {
  if (!state.found) return;
  fillSegments(state.found.segments, state.selected, select);
  draw();
});
