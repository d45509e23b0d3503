// data: {opens, rows: [{label, value, kind, what, lines: [text]}]}; opens a source without a rerun.
const DRAWINGS = {
  published: '<circle cx="12" cy="12" r="9"/><path d="M12 11v5M12 8h.01"/>',
  computed: '<path d="M5 9h14M5 15h14M9 5v14"/>',
  law: '<path d="M12 4v16M6 20h12M4 8h16M4 8l-2 6a3 3 0 0 0 6 0L6 8M18 8l-2 6a3 3 0 0 0 6 0l-2-6"/>',
  house: '<path d="M4 11l8-7 8 7v9H4zM10 20v-6h4v6"/>',
  own: '<path d="M4 20l1-5L16 4l4 4L9 19z"/>',
  article: '<path d="M12 4l9 16H3zM12 10v4M12 17h.01"/>',
};
DRAWINGS.memory = DRAWINGS.article;
const made = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
};
const withSource = (row, fact, opens) => {
  const button = made('button', fact.kind);
  button.type = 'button';
  button.title = fact.what;
  button.setAttribute('aria-expanded', 'false');
  button.setAttribute('aria-label', `${opens}: ${fact.label}, ${fact.what}`);
  // The drawing is ours, never data.
  button.innerHTML = `<svg viewBox="0 0 24 24" aria-hidden="true">${DRAWINGS[fact.kind]}</svg>`;
  const panel = made('dd', 'source');
  panel.hidden = true;
  panel.append(made('b', '', fact.what), ...fact.lines.map((line) => made('p', '', line)));
  const show = (open) => { panel.hidden = !open; button.setAttribute('aria-expanded', String(open)); };
  button.onclick = () => show(panel.hidden);
  button.onkeydown = (event) => { if (event.key === 'Escape') show(false); };
  const cell = made('dd');
  cell.append(button);
  row.append(cell, panel);
};
export default function ({ parentElement, data }) {
  const rows = data.rows.map((fact) => {
    const row = made('div', 'row');
    row.append(made('dt', '', fact.label), made('dd', '', fact.value));
    if (fact.kind) withSource(row, fact, data.opens);
    return row;
  });
  parentElement.querySelector('dl').replaceChildren(...rows);
}
