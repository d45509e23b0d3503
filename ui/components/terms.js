// data: {label, search, none, lang, chosen, groups: [{title, rows: [{id, article, label, value, origin, state}]}]};
// triggers "field" with the id of a term that was clicked. The search needs no rerun.
const made = (tag, name, text) => {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text !== undefined) element.textContent = text;
  return element;
};
const rowOf = (term, chosen, choose) => {
  const line = made('li');
  const button = made('button', term.state);
  button.type = 'button';
  if (term.id === chosen) button.setAttribute('aria-current', 'true');
  button.append(made('span', 'no', term.article), made('span', 'label', term.label), made('span', 'value', term.value), made('span', 'origin', term.origin));
  button.onclick = () => choose(term.id);
  line.append(button);
  return line;
};
const groupOf = (group, chosen, choose) => {
  const section = made('section');
  const list = made('ul');
  list.append(...group.rows.map((term) => rowOf(term, chosen, choose)));
  section.append(made('h4', '', group.title), list);
  return section;
};
const filter = (box, none, wanted) => {
  const words = wanted.toLowerCase().split(/\s+/).filter(Boolean);
  let any = false;
  box.querySelectorAll('section').forEach((section) => {
    let shown = 0;
    section.querySelectorAll('li').forEach((line) => {
      const text = line.textContent.toLowerCase();
      line.hidden = !words.every((word) => text.includes(word));
      shown += line.hidden ? 0 : 1;
    });
    section.hidden = !shown;
    any = any || shown > 0;
  });
  none.hidden = any;
};
export default function ({ parentElement, data, setTriggerValue }) {
  const wrap = parentElement.querySelector('.wrap');
  wrap.lang = data.lang;
  const known = wrap.querySelector('input');
  const input = known || made('input');
  input.type = 'search';
  input.placeholder = data.search;
  input.setAttribute('aria-label', data.search);
  const before = wrap.querySelector('.scroll');
  const box = made('div', 'scroll');
  box.tabIndex = 0;
  box.setAttribute('role', 'region');
  box.setAttribute('aria-label', data.label);
  const none = made('p', 'none', data.none);
  box.append(...data.groups.map((group) => groupOf(group, data.chosen, (id) => setTriggerValue('field', id))), none);
  const top = before ? before.scrollTop : 0;
  if (!known) wrap.append(input);
  if (before) before.replaceWith(box); else wrap.append(box);
  input.oninput = () => filter(box, none, input.value);
  filter(box, none, input.value);
  const chosen = box.querySelector('[aria-current]');
  if (before && wrap.dataset.chosen === data.chosen) box.scrollTop = top;
  // Only the list scrolls: the page stays where the person reads.
  else if (chosen) box.scrollTop = chosen.offsetTop - box.offsetTop - 48;
  wrap.dataset.chosen = data.chosen;
}
