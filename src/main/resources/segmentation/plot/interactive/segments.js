// Draws customers by segment and answers to keyboard, pointer and selects; asks nothing of any server.
(() => {
  'use strict';
  const data = JSON.parse(document.getElementById('data').textContent);
  const { columns, cuts, ids, palette, rows } = data;
  const byId = (id) => document.getElementById(id);
  const canvas = byId('plot');
  const context = canvas.getContext('2d');
  const state = { x: data.x, y: data.y, cut: data.cut, colour: -1, means: true, names: true, segment: 0, row: -1, shown: 10 };
  const PAPER = '#ffffff', INK = '#222222', MUTED = '#595959', GRID = '#e3e3e3';
  const MANY_LEVELS = 40;
  const SHADES = ['#c6dbef', '#6baed6', '#3182bd', '#08519c', '#08203f'];
  let places = [];

  const labelOf = (row) => parseInt(cuts[state.cut].labels[row], 36);
  const k = () => cuts[state.cut].k;
  const nameOf = (label) => {
    const name = cuts[state.cut].names[label - 1];
    return name ? `${label} ${name}` : `Segment ${label}`;
  };
  const colourOf = (label) => palette[(label - 1) % palette.length];
  const isNumber = (column) => column.values !== undefined;
  const text = (column, row) => (isNumber(column) ? figure(column.values[row], column) : column.levels[column.codes[row]]) || '–';
  const count = (number, word) => `${number.toLocaleString('en')} ${word}${number === 1 ? '' : 's'}`;

  for (const column of columns.filter(isNumber)) {
    const known = column.values.filter((value) => value !== null);
    column.isYesNo = known.every((value) => value === 0 || value === 1);
    column.isYear = known.every((value) => Number.isInteger(value) && value >= 1800 && value <= 2100);
  }

  function figure(value, column) {
    if (value === null || value === undefined) return '–';
    const size = Math.abs(value);
    const digits = Number.isInteger(value) || size >= 1000 ? 0 : size >= 10 ? 1 : 2;
    const useGrouping = !(column && column.isYear);
    return value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits, useGrouping }).replace('-', '\u2212');
  }

  /** Writes a mean: of zeros and ones as a share. */
  const meanText = (column, label) => {
    const value = mean(column, label);
    return column.isYesNo && value !== null ? `${Math.round(100 * value)}\u00a0%` : figure(value, column);
  };

  /** The values that an axis spans: all, or the middle and half as much again where few far out would squeeze the rest. */
  function rangeOf(column) {
    const sorted = column.values.filter((value) => value !== null).sort((a, b) => a - b);
    const at = (share) => sorted[Math.round(share * (sorted.length - 1))];
    let [least, most] = [at(0), at(1)];
    const middle = at(0.995) - at(0.005);
    if (sorted.length >= 50 && middle > 0 && most - least > 3 * middle) {
      [least, most] = [Math.max(least, at(0.005) - middle / 2), Math.min(most, at(0.995) + middle / 2)];
    }
    const whole = sorted.every(Number.isInteger);
    return { least, most, whole, coarse: whole && new Set(sorted).size <= 60 };
  }

  function ticks(least, most, wanted, whole) {
    const rough = (most - least) / wanted;
    const power = 10 ** Math.floor(Math.log10(rough));
    let step = [1, 2, 5, 10].map((times) => times * power).find((each) => each >= rough);
    if (whole) step = Math.max(1, step);
    const found = [];
    for (let tick = Math.ceil(least / step) * step; tick <= most + step * 1e-9; tick += step) {
      found.push(Number(tick.toPrecision(12)));
    }
    return found;
  }

  function outline(label, x, y, r) {
    const path = new Path2D();
    const polygon = (...points) => {
      for (let i = 0; i < points.length; i += 2) path.lineTo(x + r * points[i], y + r * points[i + 1]);
      path.closePath();
    };
    const plus = (turn) => {
      const [a, b] = [0.42, 1.25];
      const corners = [-a, -b, a, -b, a, -a, b, -a, b, a, a, a, a, b, -a, b, -a, a, -b, a, -b, -a, -a, -a];
      const turned = [];
      for (let i = 0; i < corners.length; i += 2) {
        turned.push(corners[i] * Math.cos(turn) - corners[i + 1] * Math.sin(turn));
        turned.push(corners[i] * Math.sin(turn) + corners[i + 1] * Math.cos(turn));
      }
      polygon(...turned);
    };
    switch ((label - 1) % 10) {
      case 0: path.arc(x, y, r, 0, 2 * Math.PI); break;
      case 1: polygon(-0.9, -0.9, 0.9, -0.9, 0.9, 0.9, -0.9, 0.9); break;
      case 2: polygon(0, -1.25, 1.15, 0.8, -1.15, 0.8); break;
      case 3: polygon(0, -1.25, 1.25, 0, 0, 1.25, -1.25, 0); break;
      case 4: polygon(0, 1.25, 1.15, -0.8, -1.15, -0.8); break;
      case 5: plus(0); break;
      case 6: polygon(1.25, 0, -0.8, 1.15, -0.8, -1.15); break;
      case 7: plus(Math.PI / 4); break;
      case 8: polygon(-1.25, 0, 0.8, 1.15, 0.8, -1.15); break;
      default: polygon(-0.55, -1.1, 0.55, -1.1, 1.1, 0, 0.55, 1.1, -0.55, 1.1, -1.1, 0);
    }
    return path;
  }

  /** What a customer's colour says: its segment, or the value of a column. */
  function colouring() {
    if (state.colour < 0) return { of: (row) => colourOf(labelOf(row)), legend: [] };
    const column = columns[state.colour];
    if (!isNumber(column)) {
      const order = column.levels.map((level, code) => [code, column.codes.filter((each) => each === code).length])
        .sort((a, b) => b[1] - a[1]).map(([code]) => code);
      const rank = (code) => Math.min(order.indexOf(code), palette.length - 1);
      const legend = order.slice(0, palette.length).map((code, i) =>
        [palette[i], i === palette.length - 1 && order.length > palette.length ? 'all others' : column.levels[code] || 'not given']);
      return { of: (row) => palette[rank(column.codes[row])], legend };
    }
    const sorted = column.values.filter((value) => value !== null).sort((a, b) => a - b);
    const cutsAt = [0.2, 0.4, 0.6, 0.8].map((share) => sorted[Math.round(share * (sorted.length - 1))]);
    const shade = (value) => (value === null ? '#949494' : SHADES[cutsAt.filter((cut) => value > cut).length]);
    const bounds = [sorted[0], ...cutsAt, sorted[sorted.length - 1]];
    const legend = SHADES.map((colour, i) => [colour, `${figure(bounds[i])} to ${figure(bounds[i + 1])}`]);
    return { of: (row) => shade(column.values[row]), legend };
  }

  function layout() {
    const width = canvas.clientWidth;
    const height = canvas.clientHeight;
    const ratio = window.devicePixelRatio || 1;
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const [across, up] = [rangeOf(columns[state.x]), rangeOf(columns[state.y])];
    const spread = across.coarse && up.coarse;
    const roomed = (range) => {
      const room = Math.max(0.04 * (range.most - range.least), spread ? 0.7 : 0) || 1;
      return { ...range, least: range.least - room, most: range.most + room };
    };
    const [x, y] = [roomed(across), roomed(up)];
    context.font = '13px sans-serif';
    const upTicks = ticks(y.least, y.most, Math.max(2, height / 60), y.whole);
    const left = 14 + Math.max(...upTicks.map((tick) => context.measureText(figure(tick, columns[state.y])).width));
    const box = { left, right: width - 12, top: 26, bottom: height - 44 };
    const toX = (value) => box.left + ((value - x.least) / (x.most - x.least)) * (box.right - box.left);
    const toY = (value) => box.bottom - ((value - y.least) / (y.most - y.least)) * (box.bottom - box.top);
    const acrossTicks = ticks(x.least, x.most, Math.max(2, (box.right - box.left) / 90), x.whole);
    return { width, height, box, toX, toY, x, y, upTicks, acrossTicks, spread, across, up };
  }

  function drawAxes(plot) {
    const { box, toX, toY } = plot;
    context.fillStyle = PAPER;
    context.fillRect(0, 0, plot.width, plot.height);
    context.strokeStyle = GRID;
    context.fillStyle = MUTED;
    context.lineWidth = 1;
    context.beginPath();
    context.textAlign = 'center';
    for (const tick of plot.acrossTicks) {
      context.moveTo(toX(tick), box.top);
      context.lineTo(toX(tick), box.bottom);
      context.fillText(figure(tick, columns[state.x]), toX(tick), box.bottom + 17);
    }
    context.textAlign = 'right';
    for (const tick of plot.upTicks) {
      context.moveTo(box.left, toY(tick));
      context.lineTo(box.right, toY(tick));
      context.fillText(figure(tick, columns[state.y]), box.left - 6, toY(tick) + 4);
    }
    context.stroke();
    context.fillStyle = INK;
    context.fillText(columns[state.x].label, box.right, box.bottom + 36);
    context.textAlign = 'left';
    context.fillText(columns[state.y].label, 4, 15);
  }

  function place(plot) {
    const [across, up] = [columns[state.x].values, columns[state.y].values];
    const moved = (value, row, stride) =>
      plot.spread ? value + 0.72 * (((row + 1) * stride) % 1 - 0.5) : value;
    places = [];
    for (let row = 0; row < rows; row++) {
      const [x, y] = [across[row], up[row]];
      if (x === null || y === null || x < plot.across.least || x > plot.across.most || y < plot.up.least || y > plot.up.most) continue;
      places.push({ row, x: plot.toX(moved(x, row, 0.7548776662466927)), y: plot.toY(moved(y, row, 0.5698402909980532)) });
    }
  }

  function mean(column, label) {
    let [sum, known] = [0, 0];
    for (let row = 0; row < rows; row++) {
      const value = column.values[row];
      if (value !== null && (label === 0 || labelOf(row) === label)) {
        sum += value;
        known++;
      }
    }
    return known ? sum / known : null;
  }

  function draw() {
    const plot = layout();
    drawAxes(plot);
    place(plot);
    const colours = colouring();
    const radius = rows <= 400 ? 4.5 : rows <= 2000 ? 3.4 : 2.4;
    const faint = (row) => state.segment !== 0 && labelOf(row) !== state.segment;
    for (const pass of [true, false]) {
      for (const { row, x, y } of places) {
        if (faint(row) !== pass) continue;
        context.globalAlpha = pass ? 0.15 : 0.85;
        context.fillStyle = colours.of(row);
        context.fill(outline(labelOf(row), x, y, radius));
      }
    }
    context.globalAlpha = 1;
    drawMeans(plot);
    const focused = places.find((each) => each.row === state.row);
    if (focused) {
      context.strokeStyle = INK;
      context.lineWidth = 2.5;
      context.beginPath();
      context.arc(focused.x, focused.y, radius + 5, 0, 2 * Math.PI);
      context.stroke();
    }
    describe(plot, colours.legend);
  }

  function drawMeans(plot) {
    const taken = [];
    context.font = '600 13px sans-serif';
    for (let label = 1; label <= k(); label++) {
      const [across, up] = [mean(columns[state.x], label), mean(columns[state.y], label)];
      if (across === null || up === null) continue;
      const x = Math.max(plot.box.left, Math.min(plot.toX(across), plot.box.right));
      const y = Math.max(plot.box.top, Math.min(plot.toY(up), plot.box.bottom));
      if (state.means) {
        for (const [colour, width] of [[PAPER, 7], [INK, 3]]) {
          context.strokeStyle = colour;
          context.lineWidth = width;
          context.beginPath();
          context.moveTo(x - 6, y - 6);
          context.lineTo(x + 6, y + 6);
          context.moveTo(x - 6, y + 6);
          context.lineTo(x + 6, y - 6);
          context.stroke();
        }
      }
      if (state.names) {
        const words = plot.width < 600 ? String(label) : nameOf(label);
        const width = context.measureText(words).width;
        const left = x + 10 + width > plot.box.right ? Math.max(plot.box.left, x - 10 - width) : x + 10;
        let base = y + 5;
        while (taken.some((box) => Math.abs(box.base - base) < 16 && left < box.right && left + width > box.left)) base += 16;
        taken.push({ left, right: left + width, base });
        context.textAlign = 'left';
        context.lineWidth = 4;
        context.strokeStyle = PAPER;
        context.strokeText(words, left, base);
        context.fillStyle = INK;
        context.fillText(words, left, base);
      }
    }
    context.font = '13px sans-serif';
  }

  function describe(plot, legend) {
    const outside = rows - places.length;
    const [x, y] = [columns[state.x], columns[state.y]];
    const means = [];
    for (let label = 1; label <= k(); label++) means.push(`${nameOf(label)} at ${figure(mean(x, label))}, ${figure(mean(y, label))}`);
    const what = `${count(places.length, 'customer')} in ${count(k(), 'segment')}; across ${x.label}, up ${y.label}.`;
    canvas.setAttribute('aria-label', `Scatter of ${what} Means: ${means.join('; ')}. Arrow keys right and left go from customer to customer, up and down from segment to segment.`);
    byId('note').textContent = [
      outside ? `${count(outside, 'customer')} far out or with a value missing ${outside === 1 ? 'is' : 'are'} not drawn.` : '',
      plot.spread ? 'Points are spread around whole numbers.' : '',
      data.note,
    ].filter(Boolean).join(' ');
    byId('scale').replaceChildren(...legend.map(([colour, words]) => {
      const item = document.createElement('li');
      item.append(swatch(colour), ` ${words}`);
      return item;
    }));
  }

  function swatch(colour, label = 2) {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('viewBox', '-9 -9 18 18');
    svg.setAttribute('width', '16');
    svg.setAttribute('height', '16');
    svg.setAttribute('aria-hidden', 'true');
    const shape = document.createElementNS(svg.namespaceURI, 'path');
    shape.setAttribute('d', SHAPES[(label - 1) % 10]);
    shape.setAttribute('fill', colour);
    shape.setAttribute('stroke', INK);
    svg.append(shape);
    return svg;
  }

  const SHAPES = [
    'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z', 'M-5.4 -5.4H5.4V5.4H-5.4Z', 'M0 -7.5L6.9 4.8H-6.9Z', 'M0 -7.5L7.5 0L0 7.5L-7.5 0Z',
    'M0 7.5L6.9 -4.8H-6.9Z', 'M-2.5 -7.5H2.5V-2.5H7.5V2.5H2.5V7.5H-2.5V2.5H-7.5V-2.5H-2.5Z', 'M7.5 0L-4.8 6.9V-6.9Z',
    'M-7 -3.5L-3.5 -7L0 -3.5L3.5 -7L7 -3.5L3.5 0L7 3.5L3.5 7L0 3.5L-3.5 7L-7 3.5L-3.5 0Z', 'M-7.5 0L4.8 6.9V-6.9Z',
    'M-3.3 -6.6H3.3L6.6 0L3.3 6.6H-3.3L-6.6 0Z'];

  function fillLegend() {
    const sizes = new Map();
    for (let row = 0; row < rows; row++) sizes.set(labelOf(row), (sizes.get(labelOf(row)) || 0) + 1);
    byId('legend').replaceChildren(...Array.from({ length: k() }, (_, i) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.setAttribute('aria-pressed', String(state.segment === i + 1));
      const share = Math.round((1000 * (sizes.get(i + 1) || 0)) / rows) / 10;
      button.append(swatch(colourOf(i + 1), i + 1), ` ${nameOf(i + 1)} · ${share.toFixed(1)}\u00a0%`);
      button.addEventListener('click', () => select(state.segment === i + 1 ? 0 : i + 1));
      return button;
    }));
  }

  function select(segment, said = true) {
    state.segment = segment;
    state.shown = 10;
    [...byId('legend').children].forEach((button, i) => button.setAttribute('aria-pressed', String(segment === i + 1)));
    if (said) say(segment === 0 ? 'All segments are shown.' : `${nameOf(segment)} is selected: ${count(members().length, 'customer')}.`);
    fillProfile();
    redraw();
  }

  const members = () => Array.from({ length: rows }, (_, row) => row).filter((row) => state.segment === 0 || labelOf(row) === state.segment);

  function say(words) {
    byId('status').textContent = words;
  }

  function cell(tag, words, scope) {
    const made = document.createElement(tag);
    made.textContent = words;
    if (scope) made.scope = scope;
    return made;
  }

  function line(...cells) {
    const row = document.createElement('tr');
    row.append(...cells);
    return row;
  }

  /** The most frequent value of a column of words among some customers, with its share. */
  function usual(column, some) {
    const counts = new Map();
    some.forEach((row) => counts.set(column.codes[row], (counts.get(column.codes[row]) || 0) + 1));
    const [code, most] = [...counts].sort((a, b) => b[1] - a[1])[0];
    return [column.levels[code] || 'not given', most / some.length];
  }

  function fillProfile() {
    const some = members();
    byId('profile-title').textContent = state.segment === 0 ? 'All customers' : nameOf(state.segment);
    const all = Array.from({ length: rows }, (_, row) => row);
    byId('figures').tBodies[0].replaceChildren(...columns.map((column) => {
      if (isNumber(column)) {
        return line(cell('th', column.label, 'row'), cell('td', meanText(column, state.segment)), cell('td', meanText(column, 0)));
      }
      if (column.levels.length > MANY_LEVELS) {
        const different = (each) => `${new Set(each.map((row) => column.codes[row])).size.toLocaleString('en')} different`;
        return line(cell('th', column.label, 'row'), cell('td', different(some)), cell('td', different(all)));
      }
      const [value, share] = usual(column, some);
      const code = column.levels.indexOf(value === 'not given' ? '' : value);
      const overall = all.filter((row) => column.codes[row] === code).length / rows;
      const percent = (each) => `${Math.round(100 * each)}\u00a0%`;
      return line(cell('th', column.label, 'row'), cell('td', `${value}, ${percent(share)}`), cell('td', percent(overall)));
    }));
    fillCustomers(some);
  }

  function fillCustomers(some) {
    const shown = [...new Set([state.x, state.y, state.colour])].filter((each) => each >= 0).slice(0, 3);
    byId('customers').tHead.replaceChildren(line(cell('th', 'Customer', 'col'), ...shown.map((each) => cell('th', columns[each].label, 'col'))));
    byId('customers').tBodies[0].replaceChildren(...some.slice(0, state.shown).map((row) =>
      line(cell('th', ids[row], 'row'), ...shown.map((each) => cell('td', text(columns[each], row))))));
    byId('more').hidden = some.length <= state.shown;
    byId('more').textContent = `Show more of ${count(some.length, 'customer')}`;
    byId('download').textContent = `Download ${count(some.length, 'customer')} as CSV`;
  }

  function csv(some) {
    // What a spreadsheet would take for a formula gets an apostrophe in front, numbers do not.
    const safe = (words) => (/^[=+\-@\t\r]/.test(words) && !/^[+-]?\d+(\.\d+)?$/.test(words) ? `'${words}` : words);
    const quoted = (words) => (/[",\n\r]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words);
    const raw = (column, row) => (isNumber(column) ? (column.values[row] ?? '') : column.levels[column.codes[row]]);
    const head = ['customer', ...columns.map((column) => column.name), 'segment'];
    const lines = some.map((row) => [ids[row], ...columns.map((column) => raw(column, row)), labelOf(row)]);
    return [head, ...lines].map((each) => each.map((one) => quoted(safe(String(one)))).join(',')).join('\r\n') + '\r\n';
  }

  function focusRow(row) {
    state.row = row;
    const known = [columns[state.x], columns[state.y], ...(state.colour < 0 ? [] : [columns[state.colour]])];
    say(`Customer ${ids[row]}, ${nameOf(labelOf(row))}: ${[...new Set(known)].map((column) => `${column.label} ${text(column, row)}`).join('; ')}`);
    redraw();
  }

  let waiting = false;
  function redraw() {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  }

  function nearest(event) {
    const box = canvas.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    let [best, least] = [null, 18 * 18];
    for (const each of places) {
      const far = (each.x - x) ** 2 + (each.y - y) ** 2;
      if (far < least) [best, least] = [each, far];
    }
    return best;
  }

  canvas.addEventListener('pointermove', (event) => {
    const found = nearest(event);
    if (found && found.row !== state.row) focusRow(found.row);
  });
  canvas.addEventListener('click', (event) => {
    const found = nearest(event);
    if (!found) return;
    focusRow(found.row);
    select(labelOf(found.row), false);
  });
  canvas.addEventListener('keydown', (event) => {
    const order = places.filter(({ row }) => state.segment === 0 || labelOf(row) === state.segment).sort((a, b) => a.x - b.x || a.row - b.row);
    const at = order.findIndex(({ row }) => row === state.row);
    const go = (step) => order.length && focusRow(order[(at + step + order.length) % order.length].row);
    const keys = {
      ArrowRight: () => go(at < 0 ? 1 - at - 1 : 1),
      ArrowLeft: () => go(at < 0 ? 0 : -1),
      ArrowDown: () => select((state.segment + 1) % (k() + 1)),
      ArrowUp: () => select((state.segment + k()) % (k() + 1)),
      Enter: () => state.row >= 0 && select(labelOf(state.row)),
      Escape: () => select(0),
    };
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  function options(select, entries, chosen) {
    select.replaceChildren(...entries.map(([value, words]) => new Option(words, value, value === chosen, value === chosen)));
  }
  const numeric = columns.map((column, i) => [i, column.label]).filter(([i]) => isNumber(columns[i]));
  options(byId('x'), numeric, state.x);
  options(byId('y'), numeric, state.y);
  options(byId('k'), cuts.map((cut, i) => [i, `${cut.k}${i === data.cut ? ' (chosen)' : ''}`]), state.cut);
  options(byId('colour'), [[-1, 'segment'], ...columns.map((column, i) => [i, column.label])], -1);
  for (const name of ['x', 'y', 'colour']) {
    byId(name).addEventListener('change', (event) => {
      state[name] = Number(event.target.value);
      fillProfile();
      redraw();
    });
  }
  byId('k').addEventListener('change', (event) => {
    state.cut = Number(event.target.value);
    state.segment = 0;
    fillLegend();
    select(0, false);
    say(`${count(k(), 'segment')} now.`);
  });
  for (const name of ['means', 'names']) {
    byId(name).addEventListener('change', (event) => {
      state[name] = event.target.checked;
      redraw();
    });
  }
  byId('more').addEventListener('click', () => {
    state.shown += 50;
    fillCustomers(members());
  });
  byId('download').addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['\ufeff', csv(members())], { type: 'text/csv' }));
    link.download = state.segment === 0 ? 'customers.csv' : `segment-${state.segment}-of-${k()}.csv`;
    link.click();
    URL.revokeObjectURL(link.href);
  });
  new ResizeObserver(redraw).observe(canvas);
  fillLegend();
  fillProfile();
  draw();
  byId('app').hidden = false;
  draw();
})();
