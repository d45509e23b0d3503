// data: {label, href, at_once}; a real link in this tab, followed by itself when there is nothing left to read.
export default function ({ parentElement, data }) {
  const link = parentElement.querySelector('a');
  link.textContent = data.label;
  link.hidden = !data.label;
  link.href = data.href;
  if (data.at_once) window.location.replace(data.href);
}
