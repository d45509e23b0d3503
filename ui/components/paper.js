// data: {label, title: [[lang, text]], mark, focus, blanks: [field], blocks}; triggers "field" with a field's id.
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
const clickable = (run, blanks, choose) => {
  const span = made('span', blanks.includes(run.field) ? 'blank' : '', run.text);
  span.setAttribute('role', 'button');
  span.tabIndex = 0;
  span.onclick = () => choose(run.field);
  span.onkeydown = (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    choose(run.field);
  };
  return span;
};
const DRAW = {
  heading(block) {
    const head = made(`h${block.level + 2}`);
    texts(head, block.texts);
    return head;
  },
  paragraph(block, blanks, choose) {
    const paragraph = made('p', block.number ? block.style : `plain ${block.style}`);
    paragraph.lang = block.language;
    if (block.number) paragraph.append(made('span', 'no', block.number));
    const body = made('span');
    block.runs.forEach((run) => body.append(run.field ? clickable(run, blanks, choose) : run.text));
    paragraph.append(body);
    return paragraph;
  },
  table(block) {
    const box = made('div', 'scroll');
    box.tabIndex = 0;
    const table = made('table');
    const row = (cells, tag) => {
      const line = made('tr');
      cells.forEach((cell) => { const item = made(tag, cell.align); texts(item, cell.texts); line.append(item); });
      return line;
    };
    table.append(row(block.header, 'th'), ...block.rows.map((cells) => row(cells, 'td')));
    box.append(table);
    return box;
  },
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
  let hit = null;
  data.blocks.forEach((block) => {
    const element = DRAW[block.kind](block, data.blanks, (field) => setTriggerValue('field', field));
    if (data.focus && block.anchor === data.focus) {
      if (block.kind !== 'table') element.classList.add('hit');
      hit = hit || element;
    }
    sheet.append(element);
  });
  desk.append(sheet);
  wrap.replaceChildren(desk);
  desk.scrollTop = before ? before.scrollTop : 0;
  const changed = wrap.dataset.focus !== (data.focus || '');
  wrap.dataset.focus = data.focus || '';
  if (hit && changed) requestAnimationFrame(() => hit.scrollIntoView({ block: 'center' }));
}
