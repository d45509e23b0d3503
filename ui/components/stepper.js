// data: {label, lang, steps: [{id, name, word, state, href, current}]}; triggers "go" with the id of a stage.
export default function ({ parentElement, data, setTriggerValue }) {
  const wrap = parentElement.querySelector('.wrap');
  const made = (tag, name, text) => {
    const element = document.createElement(tag);
    if (name) element.className = name;
    if (text) element.textContent = text;
    return element;
  };
  const nav = made('nav');
  nav.setAttribute('aria-label', data.label);
  const list = made('ol');
  list.dataset.lang = data.lang;
  data.steps.forEach((step, index) => {
    const item = made('li', step.state);
    const link = made('a');
    link.href = step.href;
    if (step.current) link.setAttribute('aria-current', 'step');
    const mark = made('span', 'mark', step.state === 'done' ? '\u2713' : String(index + 1));
    mark.setAttribute('aria-hidden', 'true');
    link.append(mark, made('span', 'name', step.name), made('span', 'word', step.word));
    link.onclick = (event) => {
      // A modified click opens a tab through the address; a plain one stays in this session.
      if (event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
      event.preventDefault();
      if (!step.current) setTriggerValue('go', step.id);
    };
    item.append(link);
    list.append(item);
  });
  nav.append(list);
  wrap.replaceChildren(nav);
}
