// data: {lang, words: {copy, clear, general, short, over}, tables: [{id, label, rows, columns, every, values, hints, blank, whole, heat, editable}]};
// state "edit" is {table, values, count} after each change; the last one always arrives, however quickly it follows.
// Sums and colours need no rerun.
const made = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
};
const EDITABLE_INK = 45, SHOWN_INK = 90;
const read = (text, blank) => (text.trim() === '' ? blank : Number(text.trim().replace(',', '.')));
const shown = (value, table) => (value === null || (value === 0 && table.blank === 0) ? '' : String(value));
const fits = (value) => value === null || (Number.isFinite(value) && value >= 0);
const paint = (table, view) => {
  const most = Math.max(...table.values.flat().map((value) => value ?? 0)) || 1;
  const ink = table.editable ? EDITABLE_INK : SHOWN_INK;
  table.values.forEach((row, r) => row.forEach((value, c) => {
    const share = Math.round(ink * (value ?? 0) / most);
    view.cells[r][c].style.background = table.heat ? `color-mix(in srgb, var(--st-primary-color) ${share}%, var(--st-background-color))` : '';
  }));
};
const add = (table, view, data) => {
  if (table.whole === null) return;
  const percent = (number) => `${number.toLocaleString(data.lang, { maximumFractionDigits: 2 })}%`;
  table.values.forEach((row, r) => {
    const sum = row.reduce((all, value) => all + (value ?? 0), 0);
    const missing = table.whole - sum;
    const cell = view.sums[r];
    cell.className = 'sum';
    if (row.every((value) => value === null)) { cell.textContent = data.words.general; return; }
    const whole = Math.abs(missing) < 0.005;
    cell.classList.add(whole ? 'whole' : 'wrong');
    const words = whole ? '{sum}' : missing > 0 ? data.words.short : data.words.over;
    cell.textContent = words.replace('{sum}', percent(sum)).replace('{by}', percent(Math.abs(missing)));
  });
};
const update = (table, view, data, focused) => {
  paint(table, view);
  add(table, view, data);
  if (!table.editable) return;
  view.cells.forEach((row, r) => row.forEach((cell, c) => {
    const input = cell.firstChild;
    if (input !== focused) input.value = shown(table.values[r][c], table);
    // A row with figures of its own no longer follows what stands in for it.
    if (table.hints) input.placeholder = table.values[r].some((value) => value !== null) ? '' : table.hints[r][c];
  }));
};
// Only the cell that was last in use is reached with Tab; arrows lead on from there, so nobody is caught in a table.
const walk = (view, r, c) => {
  const cell = view.cells[r]?.[c];
  if (!cell) return;
  view.cells.flat().forEach((other) => { other.firstChild.tabIndex = -1; });
  cell.firstChild.tabIndex = 0;
  cell.firstChild.focus();
};
const STEPS = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], Enter: [1, 0] };
const entry = (table, view, data, send, r, c) => {
  const input = made('input');
  input.inputMode = 'decimal';
  input.autocomplete = 'off';
  input.tabIndex = r || c ? -1 : 0;
  input.setAttribute('aria-label', `${table.label}, ${table.rows[r]}, ${table.columns[c]}`);
  const take = (value, row, column) => { if (fits(value) && row < table.rows.length && column < table.columns.length) table.values[row][column] = value; };
  input.onfocus = () => { view.at(r); walk(view, r, c); input.select(); };
  input.onchange = () => { take(read(input.value, table.blank), r, c); send(); };
  input.onkeydown = (event) => {
    const step = STEPS[event.key];
    if (!step || event.isComposing) return;
    event.preventDefault();
    if (event.key === 'Enter' && r + 1 === table.rows.length) input.blur(); else walk(view, r + step[0], c + step[1]);
  };
  input.onpaste = (event) => {
    const text = event.clipboardData.getData('text').replace(/\r?\n$/, '');
    if (!/[\t\n]/.test(text)) return;
    event.preventDefault();
    text.split(/\r?\n/).forEach((line, i) => line.split('\t').forEach((part, j) => take(read(part, table.blank), r + i, c + j)));
    send();
  };
  return input;
};
const bar = (table, view, data, send) => {
  const row = made('div', 'bar');
  const copy = made('button'), clear = made('button', '', data.words.clear);
  let from = 0;
  view.at = (r) => { from = r; copy.textContent = data.words.copy.replace('{row}', table.rows[r]); };
  view.at(0);
  copy.onclick = () => { table.values = table.values.map(() => [...table.values[from]]); send(); };
  clear.onclick = () => { table.values = table.values.map((line) => line.map(() => table.blank)); send(); };
  [copy, clear].forEach((button) => { button.type = 'button'; });
  row.append(copy, clear);
  return row;
};
const draw = (table, data, keep) => {
  const view = { cells: [], sums: [], at: () => {}, sent: new Set() };
  const figure = made('figure', table.editable ? 'wide' : '');
  const send = () => {
    update(table, view, data, null);
    view.sent.add(JSON.stringify(table.values));
    keep(table);
  };
  const grid = made('table', table.editable ? 'edit' : 'show');
  grid.setAttribute('role', table.editable ? 'grid' : 'img');
  grid.setAttribute('aria-label', table.label);
  const head = made('tr');
  head.append(made('th'), ...table.columns.map((name, c) => made('th', '', c % table.every ? '' : name)));
  if (table.whole !== null) head.append(made('th', 'sum', data.words.total));
  grid.append(head);
  table.rows.forEach((name, r) => {
    const row = made('tr');
    const cells = table.columns.map((_, c) => {
      const cell = made('td');
      if (table.editable) cell.append(entry(table, view, data, send, r, c));
      return cell;
    });
    view.cells.push(cells);
    row.append(made('th', '', name), ...cells);
    if (table.whole !== null) { view.sums.push(made('td', 'sum')); row.append(view.sums[r]); }
    grid.append(row);
  });
  const box = made('div', 'scroll');
  box.append(grid);
  figure.append(made('figcaption', '', table.label), box);
  if (table.editable && table.heat) figure.append(bar(table, view, data, send));
  update(table, view, data, null);
  return { table, view, figure };
};
export default function ({ parentElement, data, setStateValue }) {
  const wrap = parentElement.querySelector('.wrap');
  wrap.keep = ({ id, values }) => {
    wrap.count = (wrap.count ?? 0) + 1;
    setStateValue('edit', { table: id, values: structuredClone(values), count: wrap.count });
  };
  const shape = JSON.stringify({ ...data, tables: data.tables.map(({ values, ...rest }) => rest) });
  if (wrap.shape !== shape) {
    wrap.shape = shape;
    wrap.lang = data.lang;
    wrap.drawn = data.tables.map((table) => draw(table, data, (changed) => wrap.keep(changed)));
    wrap.replaceChildren(...wrap.drawn.map((each) => each.figure));
    return;
  }
  wrap.drawn.forEach(({ table, view }, number) => {
    const now = JSON.stringify(data.tables[number].values);
    // What was sent from here comes back, perhaps late: what has been typed since must stay.
    if (now === JSON.stringify(table.values)) view.sent.clear();
    else if (!view.sent.has(now)) {
      table.values = data.tables[number].values;
      update(table, view, data, parentElement.activeElement ?? document.activeElement);
    }
  });
}
