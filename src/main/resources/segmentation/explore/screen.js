// Fills the lists of the page: columns, segments, details, history. It asks nothing of the server and keeps no state.
import { colourOf, count, element, figure, histogram, swatch } from './drawing.js';

export const byId = (id) => document.getElementById(id);
const SCALES = { zscore: 'z-scores', minmax: '0 to 1', robust: 'median and quartiles', none: 'as they are' };

/** Lists the columns with a check box, a logarithm and a histogram each; what is no number cannot be chosen. */
export function fillColumns(columns, changed) {
  byId('columns').replaceChildren(...columns.map((column, i) => {
    const box = element('input', [], { type: 'checkbox', id: `column-${i}`, value: column.name, disabled: !column.usable });
    const log = element('input', [], { type: 'checkbox', id: `log-${i}`, value: column.name, disabled: !column.usable });
    box.addEventListener('change', changed);
    log.addEventListener('change', () => {
      if (log.checked) box.checked = true;
      changed();
    });
    log.setAttribute('aria-label', `logarithm of ${column.label}`);
    const weight = element('input', [], { type: 'number', id: `weight-${i}`, name: column.name, min: 0.1, max: 100, step: 'any', value: 1 });
    weight.title = 'How often it counts in squared distances';
    weight.setAttribute('aria-label', `weight of ${column.label}`);
    weight.addEventListener('change', changed);
    const item = element('li', [element('label', [box, element('span', column.label, { className: 'name' })])]);
    if (column.usable) item.append(element('div', [element('label', [log, 'log']), element('label', ['\u00d7', weight])], { className: 'how' }));
    if (column.bars.length > 1) item.append(histogram(column.bars));
    const range = column.least === '' ? '' : `, ${column.least} to ${column.most}`;
    const about = [`${column.kind}${range}`, column.missing ? `${count(column.missing, 'value')} missing` : '', column.note];
    item.append(element('span', about.filter(Boolean).join('; '), { className: 'about' }));
    return item;
  }));
}

/** Shows a choice in the form. */
export function showChoice(choice, kShown) {
  for (const weight of document.querySelectorAll('#columns input[type=number]')) weight.value = choice.weights[weight.name] ?? 1;
  for (const box of document.querySelectorAll('#columns input[type=checkbox]')) {
    const names = box.id.startsWith('log-') ? choice.logged : choice.features;
    box.checked = names.includes(box.value);
    if (!box.id.startsWith('log-')) box.closest('li').classList.toggle('off', !box.checked);
  }
  byId('auto').checked = choice.k === 0;
  const k = choice.k || kShown;
  if (k) {
    byId('k').max = Math.max(10, k);
    byId('k').value = k;
    byId('k-out').textContent = k;
  }
  byId('scaling').value = choice.scaling;
  byId('limits').checked = choice.outliers !== null;
  byId('outliers').disabled = choice.outliers === null;
  if (choice.outliers !== null) byId('outliers').value = choice.outliers;
  byId('id').value = choice.id;
}

/** Reads the choice that the form shows. */
export function readChoice() {
  const chosen = (prefix) => [...document.querySelectorAll(`#columns input[id^="${prefix}-"]:checked`)].map((box) => box.value);
  const features = chosen('column');
  const weighted = [...document.querySelectorAll('#columns input[type=number]')].filter((weight) => features.includes(weight.name) && Number(weight.value) !== 1);
  return {
    features, logged: chosen('log').filter((name) => features.includes(name)), weights: Object.fromEntries(weighted.map((weight) => [weight.name, Number(weight.value)])), scaling: byId('scaling').value,
    k: byId('auto').checked ? 0 : Number(byId('k').value), outliers: byId('limits').checked ? Number(byId('outliers').value) : null, id: byId('id').value,
  };
}

/** The segments at a glance: size, name, and how far each lies from all customers. */
export function fillSegments(segments, selected, select) {
  byId('segments').replaceChildren(...segments.map((segment) => {
    const button = element('button', [swatch(segment.number), `${segment.number} ${segment.name}`], { type: 'button' });
    button.setAttribute('aria-pressed', String(selected === segment.number));
    button.addEventListener('click', () => select(segment.number));
    const bars = element('ul', segment.bars.slice(0, 8).map((bar) => {
      const length = Math.min(50, Math.abs(bar.deviations) * 20);
      const filled = element('span', []);
      filled.style.left = `${bar.deviations < 0 ? 50 - length : 50}%`;
      filled.style.width = `${length}%`;
      const middle = element('i', []);
      middle.style.left = '50%';
      const line = element('span', [filled, middle], { className: 'bar' });
      line.setAttribute('aria-hidden', 'true');
      return element('li', [`${bar.label} ${bar.mean} (all: ${bar.all})`, line]);
    }), { className: 'bars' });
    const size = `${count(segment.size, 'customer')}, ${segment.share}; silhouette ${segment.silhouette}`;
    const item = element('li', [button, element('div', size, { className: 'size' }), element('div', segment.exact, { className: 'size' }), bars]);
    item.style.setProperty('--segment', colourOf(segment.number));
    item.classList.toggle('selected', selected === segment.number);
    return item;
  }));
}

export function fillDetails(segment, details) {
  byId('details-title').textContent = `Segment ${segment.number}: ${segment.name}`;
  byId('differences').replaceChildren(...(details.differences.length
    ? details.differences : ['How it differs in all columns follows when the segments are final.']).map((words) => element('li', words)));
  const table = byId('customers');
  table.caption.textContent = details.rows.length < details.customers
    ? `The first ${details.rows.length} of ${count(details.customers, 'customer')}` : count(details.customers, 'customer');
  table.tHead.replaceChildren(element('tr', details.columns.map((name) => element('th', name, { scope: 'col' }))));
  table.tBodies[0].replaceChildren(...details.rows.map((row) => element('tr', row.map((cell) => element('td', cell)))));
  byId('details').hidden = false;
}

/** Says what a choice is, or what it changed. */
export function changes(choice, before) {
  const times = (name) => (choice.weights[name] ? `${choice.weights[name]} \u00d7 ` : '');
  if (!before) {
    const logs = choice.features.map((name) => times(name) + (choice.logged.includes(name) ? `log ${name}` : name));
    return `${logs.join(', ')}; ${SCALES[choice.scaling]}${choice.outliers === null ? '' : `; without outliers beyond ${choice.outliers}`}`;
  }
  const said = [];
  for (const name of choice.features) if (!before.features.includes(name)) said.push(`+ ${times(name)}${name}`);
  for (const name of before.features) if (!choice.features.includes(name)) said.push(`\u2212 ${name}`);
  for (const name of choice.logged) if (!before.logged.includes(name)) said.push(`log ${name}`);
  for (const name of before.logged) if (!choice.logged.includes(name) && choice.features.includes(name)) said.push(`no log ${name}`);
  for (const name of choice.features) {
    if (before.features.includes(name) && choice.weights[name] !== before.weights[name]) said.push(`${choice.weights[name] ?? 1} \u00d7 ${name}`);
  }
  if (choice.scaling !== before.scaling) said.push(SCALES[choice.scaling]);
  if (choice.outliers !== before.outliers) said.push(choice.outliers === null ? 'with outliers' : `without outliers beyond ${choice.outliers}`);
  if (choice.id !== before.id) said.push(choice.id ? `told apart by ${choice.id}` : 'no column of ids');
  if (choice.k !== before.k) said.push(choice.k ? `k = ${choice.k}` : 'k by criteria');
  return said.join(', ') || 'the same again';
}

/** Lists all states, the newest on top; a name being typed is left alone. */
export function fillHistory({ current, lines }, act) {
  const body = byId('history').tBodies[0];
  if (document.activeElement?.tagName === 'INPUT' && body.contains(document.activeElement)) return;
  const focused = body.contains(document.activeElement) ? document.activeElement.dataset.act : null;
  body.replaceChildren(...lines.map((line, i) => {
    const button = (words, what) => {
      const made = element('button', words, { type: 'button', disabled: line.number === current });
      made.dataset.act = `${what}-${line.number}`;
      made.setAttribute('aria-label', `${words} line ${line.number}`);
      made.addEventListener('click', () => act[what](line.number));
      return made;
    };
    const name = element('input', [], { type: 'text', value: line.name, maxLength: 60, placeholder: 'give a name' });
    name.setAttribute('aria-label', `Name of line ${line.number}`);
    name.addEventListener('change', () => act.name(line.number, name.value));
    const number = (value, words) => element('td', value === undefined ? '…' : words(value), { className: 'figure' });
    const row = element('tr', [
      element('td', String(line.number), { className: 'figure' }), element('td', changes(line.choice, i ? lines[i - 1].choice : null)),
      number(line.k, String), number(line.silhouette, (value) => value.toFixed(3)), element('td', line.verdict || '…'),
      i ? number(line.rand, (value) => value.toFixed(2)) : element('td', '–', { className: 'figure' }), i ? number(line.moved, figure) : element('td', '–', { className: 'figure' }),
      element('td', name), element('td', [button('Show', 'show'), ' ', button('Compare', 'compare')])]);
    row.classList.toggle('current', line.number === current);
    return row;
  }).reverse());
  if (focused) body.querySelector(`[data-act="${focused}"]`)?.focus();
}

/** Two lines side by side: what they are, and who of one is where in the other. */
export function fillComparison(before, after, moves) {
  const card = (line) => element('div', [element('h3', `Line ${line.number}${line.name ? `, ${line.name}` : ''}`),
    element('p', `${changes(line.choice, null)}; k = ${line.k}; silhouette ${line.silhouette.toFixed(3)}; groups: ${line.verdict || 'not yet known'}`)]);
  const head = element('tr', [element('th', `Line ${before.number}, down; line ${after.number}, across`, { scope: 'col' }),
    ...moves.after.map((name, i) => element('th', `${i + 1} ${name}`, { scope: 'col', className: 'figure' }))]);
  const rows = moves.counts.map((row, i) => element('tr', [element('th', `${i + 1} ${moves.before[i]}`, { scope: 'row' }),
    ...row.map((value) => element('td', value ? value.toLocaleString('en') : '–', { className: 'figure' }))]));
  const words = `Agreement ${moves.rand.toFixed(3)} (adjusted Rand index, 1 for the same segments); ${count(moves.moved, 'customer')} of ${moves.customers.toLocaleString('en')} left the segment that most of their earlier one are in.`;
  byId('comparison').replaceChildren(element('div', [card(before), card(after)], { className: 'two' }), element('p', words),
    element('table', [element('thead', head), element('tbody', rows)]));
  byId('comparison').hidden = false;
  byId('comparison').focus();
}
