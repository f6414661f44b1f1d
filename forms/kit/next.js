/* What happens next, once a form has been sent. */
import { element } from './elements.js';
import { ask } from './server.js';

const NEXT = 'klyngeflow-next';
const LOOKS = 4; // the case may still be on its way when the form has been sent
const BETWEEN_LOOKS = 700;

/** Says it below Tasklist's head, out of reach of its own drawing, until it is closed or something else is said. It covers nothing. */
export function announce(sentence, page) {
  document.getElementById(NEXT)?.remove();
  const close = element('button', { type: 'button', class: 'kf-link', onclick: () => said.remove() }, 'Luk');
  const said = element('div', { id: NEXT, class: 'kf-next', role: 'status' },
    element('p', {}, sentence, page ? ' ' : null, page ? element('a', { href: page.href }, page.title) : null), close);
  document.body.append(said);
  // the columns below begin where it ends, however many lines it takes
  new ResizeObserver(() => document.documentElement.style.setProperty('--kf-said', `${said.offsetHeight}px`)).observe(said);
  document.dispatchEvent(new CustomEvent('klyngeflow:done'));
}

export async function sayNext(path) {
  if (!path) return;
  for (let look = 1, before = null; look <= LOOKS; look++) {
    const next = await ask(path).catch(() => null);
    if (!next) return;
    if (next.sentence !== before) announce(next.sentence, next.page);
    before = next.sentence;
    if (next.settled) return;
    await new Promise(later => setTimeout(later, BETWEEN_LOOKS));
  }
}
