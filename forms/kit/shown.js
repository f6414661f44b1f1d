/* What is only shown: facts, notes, pictures, and how a place is drawn anew. */
import { element, isEmpty } from './elements.js';
import { write } from './words.js';

/** One line of a list of facts; left out when there is nothing to tell. */
export function fact(kit, place) {
  let list = place.previousElementSibling;
  if (!list?.classList.contains('kf-facts')) {
    list = element('dl', { class: 'kf-facts' });
    place.before(list);
  }
  const value = element('dd');
  const row = element('div', { class: place.hasAttribute('big') ? 'kf-big' : null, 'data-when': place.getAttribute('data-when') }, element('dt', {}, place.getAttribute('label')), value);
  list.append(row);
  const [path, as, unit, copies] = ['of', 'as', 'unit', 'copy'].map(name => place.getAttribute(name));
  place.remove();
  kit.shown.push(() => {
    const found = kit.look(path);
    const text = write(found, as);
    if (!row.dataset.when || kit.holds(row.dataset.when)) row.hidden = text === '';
    if (row.dataset.text === text) return;
    row.dataset.text = text;
    const unitText = unit && kit.look(unit)?.replace(/^DKK$/, 'kr.');
    value.replaceChildren(text + (unitText ? ` ${unitText}` : ''));
    if (copies !== null) value.append(' ', copyButton(text, place.getAttribute('label')));
  });
}

function copyButton(text, label) {
  const button = element('button', { type: 'button', class: 'kf-copy', 'aria-label': `Kopiér ${label}` }, 'Kopiér');
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text.replace(/ kr\.$/, ''));
      button.textContent = 'Kopieret';
    } catch {
      const range = document.createRange();
      range.selectNodeContents(button.previousSibling);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      button.textContent = 'Tryk Ctrl+C';
    }
    setTimeout(() => { button.textContent = 'Kopiér'; }, 2000);
  });
  return button;
}

/** A place that is drawn anew whenever what it shows has changed; hidden when that is empty. */
export function drawn(kit, place, draw, also = () => null) {
  let before;
  kit.shown.push(() => {
    const value = kit.look(place.getAttribute('of'));
    const now = JSON.stringify([value ?? null, also()]);
    if (now === before) return;
    before = now;
    const empty = isEmpty(value);
    place.classList.toggle('kf-empty', empty && !place.hasAttribute('empty'));
    place.replaceChildren();
    if (empty && place.hasAttribute('empty')) place.append(element('p', { class: 'kf-hint' }, place.getAttribute('empty')));
    if (!empty) draw(value);
  });
}

export const heading = (place, text) => element('h3', { class: 'kf-heading' }, place.getAttribute('label') || text);

/** A picture that the server draws, with what it says in words. */
export function picture(kit, place) {
  drawn(kit, place, path => place.append(element('img', { src: path, alt: kit.look(place.getAttribute('alt-of') || '') || '', class: 'kf-picture' })));
}

/* A sum that is shown where the words alone would not say enough: something about the case in a frame. */
export function note(kit, place) {
  const text = [...place.childNodes];
  place.classList.add('kf-note');
  if (place.getAttribute('kind')) place.classList.add(`kf-${place.getAttribute('kind')}`);
  if (!place.hasAttribute('of')) return;
  drawn(kit, place, value => place.append(...[place.hasAttribute('label') ? heading(place, '') : null].filter(Boolean), element('p', {}, ...text, String(value))));
}
