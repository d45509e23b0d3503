// data: {label, title: [[lang, text]], mark, focus: {anchor, field, jump}, blanks: [field], blocks: JSON};
// triggers "field" with the id of a field that was clicked.
const made = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
};
const texts = (box, pairs) => pairs.forEach(([lang, text], index) => {
  const span = made('span', index ? 'second' : '', text);
  span.lang = lang;
  box.append(span);
});
const clickable = (run, { blanks, focus }, choose) => {
  const span = made('span', blanks.includes(run.field) ? 'blank' : '', run.text);
  // Not a <button>: it cannot wrap, so that commas would start lines.
  span.setAttribute('role', 'button');
  span.tabIndex = 0;
  span.dataset.field = run.field;
  if (run.field === focus.field) {
    span.classList.add('open');
    span.setAttribute('aria-current', 'true');
  }
  span.onclick = () => choose(run.field);
  span.onkeydown = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(run.field);
  };
  return span;
};
const DRAW = {
  heading(block, data) {
    data.numbered = false;
    const head = made(`h${block.level + 2}`);
    texts(head, block.texts);
    return head;
  },
  paragraph(block, data, choose) {
    // The second language of a pair stands under the text of the first, right of the column of numbers.
    if (block.language === data.title[0][0]) data.numbered = Boolean(block.number);
    const place = block.number ? '' : data.numbered ? 'plain under' : 'plain';
    const paragraph = made('p', `${place} ${block.style}`);
    paragraph.lang = block.language;
    if (block.number) paragraph.append(made('span', 'no', block.number));
    const body = made('span');
    block.runs.forEach((run) => body.append(run.field ? clickable(run, data, choose) : run.text));
    paragraph.append(body);
    return paragraph;
  },
  table(block) {
    const box = made('div', 'scroll');
    box.tabIndex = 0;
    const table = made('table');
    const columns = made('colgroup');
    const whole = block.widths.reduce((sum, width) => sum + width, 0);
    block.widths.forEach((width) => { const column = made('col'); column.style.width = `${(100 * width) / whole}%`; columns.append(column); });
    const row = (cells, tag) => {
      const line = made('tr');
      cells.forEach((cell) => {
        const item = made(tag, cell.align);
        texts(item, cell.texts);
        if (cell.shade) item.style.background = `color-mix(in srgb, var(--st-text-color) ${Math.round(30 * cell.shade)}%, transparent)`;
        if (cell.room) item.style.height = `${1.5 * (cell.room + 1)}em`;
        line.append(item);
      });
      return line;
    };
    table.append(columns, row(block.header, 'th'), ...block.rows.map((cells) => row(cells, 'td')));
    box.append(table);
    return box;
  },
};
// Scrolls the desk, and the page only as far as the desk is out of sight (on a phone); again when the fonts are there.
const reach = (desk, target) => {
  const go = () => {
    if (!desk.isConnected) return;
    const shift = target.getBoundingClientRect().top - desk.getBoundingClientRect().top;
    desk.scrollTop += shift - desk.clientHeight / 3;
    const { top, bottom } = desk.getBoundingClientRect();
    if (bottom < 160 || top > window.innerHeight - 160) desk.scrollIntoView({ block: 'start' });
  };
  requestAnimationFrame(go);
  document.fonts.ready.then(() => requestAnimationFrame(go));
};
export default function ({ parentElement, data, setTriggerValue }) {
  const wrap = parentElement.querySelector('.wrap');
  const before = wrap.querySelector('.desk');
  const desk = made('div', 'desk');
  desk.tabIndex = 0;
  desk.setAttribute('role', 'region');
  desk.setAttribute('aria-label', data.label);
  const sheet = made('div', 'sheet');
  sheet.lang = data.title[0][0];
  if (data.mark) sheet.append(made('div', 'mark', data.mark));
  const title = made('h2');
  texts(title, data.title);
  sheet.append(title);
  const { anchor, field, jump } = data.focus;
  let hit = null;
  JSON.parse(data.blocks).forEach((block) => {
    const element = DRAW[block.kind](block, data, (chosen) => setTriggerValue('field', chosen));
    if (anchor && block.anchor === anchor) {
      if (block.kind !== 'table') element.classList.add('hit');
      hit = hit || element;
    }
    sheet.append(element);
  });
  desk.append(sheet);
  // Read while it is still on the page: what has left it has no scroll position.
  const top = before ? before.scrollTop : 0;
  wrap.replaceChildren(desk);
  desk.scrollTop = top;
  // A field is met where its article prints it; elsewhere it is in tables or in other articles.
  const own = [...sheet.querySelectorAll('.hit [data-field]')].find((span) => span.dataset.field === field);
  const target = own || hit;
  // A first drawing with a place in the address scrolls too: that is how a shared link opens.
  const due = wrap.dataset.jump === undefined ? Boolean(anchor) : wrap.dataset.jump !== String(jump);
  wrap.dataset.jump = String(jump);
  if (target && due) reach(desk, target);
}
