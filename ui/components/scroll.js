// data: {target, count}; brings the element with that key into view once per count, and the focus with it:
// whoever goes on with the keyboard starts where they were led.
let done = 0;
export default function ({ data }) {
  if (!data.target || data.count === done) return;
  done = data.count;
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // The fields are drawn a moment after this component.
  window.setTimeout(() => {
    const element = document.querySelector(`.st-key-${CSS.escape(data.target)}`);
    if (!element) return;
    element.tabIndex = -1;
    element.style.outline = 'none';
    element.focus({ preventScroll: true });
    element.scrollIntoView({ behavior: still ? 'auto' : 'smooth', block: 'start' });
  }, 150);
}
