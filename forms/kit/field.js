/* A field: what all fields are to the form, and the one that is typed into. */
import { element, freshId, isEmpty } from './elements.js';
import { TYPES } from './types.js';

/**
 * What every field is to the form. Whoever makes one hands it to the form in `kit.fields`.
 *
 * @typedef {object} Field
 * @property {string} name under which its answer is sent, and found by data-when and {…}
 * @property {string} [caption] what people call it; stands before a complaint in the list above the form
 * @property {HTMLElement} place where it stands: what is hidden there counts for nothing
 * @property {() => {value: ?(string|number|boolean), type: string}|{value: null}|{problem: string}} read its answer as it is sent, or in Danish what is wrong with it
 * @property {() => *} raw its answer as it stands, for data-when, {…} and the draft
 * @property {() => *} [keep] what the draft keeps, where `raw` is not enough; '' for nothing
 * @property {(kept: *) => void} set takes what the draft kept
 * @property {(problem: string) => void} complain shows beside it what is wrong; '' for nothing
 * @property {() => void} focus goes where it is answered
 * @property {(locked: boolean) => void} lock a task that nobody has taken can be read but not answered
 * @property {() => (string|undefined)} [submitWords] what the button says while this is the answer
 */

/** What is written beside a field: label, hint, room for a complaint. */
export function frame(kit, place, group) {
  const id = freshId(place.getAttribute('name'));
  const required = place.hasAttribute('required');
  const label = element(group ? 'legend' : 'label', group ? {} : { for: id }, place.getAttribute('label') || '',
    required || group || place.hasAttribute('one-of') ? '' : element('span', { class: 'kf-optional' }, ' (valgfrit)'));
  const hint = place.hasAttribute('hint') ? element('p', { class: 'kf-hint', id: `${id}-hint` }, place.getAttribute('hint')) : null;
  const error = element('p', { class: 'kf-error', id: `${id}-error`, hidden: true });
  const describe = [hint && `${id}-hint`, `${id}-error`].filter(Boolean).join(' ');
  return { id, required, label, hint, error, describe, name: place.getAttribute('name'), caption: place.getAttribute('label') || '' };
}

export function complaint(input, error) {
  return message => {
    error.textContent = message;
    error.hidden = !message;
    if (message) input.setAttribute('aria-invalid', 'true');
    else input.removeAttribute('aria-invalid');
  };
}

export function field(kit, place) {
  const kind = TYPES[place.getAttribute('type') || 'text'];
  const parts = frame(kit, place, false);
  const max = Number(place.getAttribute('max') || (kind === TYPES.area ? 2000 : 200));
  const common = {
    id: parts.id, name: parts.name, 'aria-describedby': parts.describe, 'aria-required': parts.required ? 'true' : null, maxlength: max,
    autocomplete: 'off', class: kind.width ? `kf-${kind.width}` : null, placeholder: kind.placeholder,
  };
  const input = kind === TYPES.area
    ? element('textarea', { ...common, rows: place.getAttribute('rows') || 3 })
    : element('input', { ...common, type: 'text', inputmode: kind.mode });
  if (kind === TYPES.money) input.classList.add('kf-money');
  place.classList.add('kf-field');
  place.append(parts.label, ...[parts.hint].filter(Boolean), input, parts.error);

  const read = () => {
    if (!input.value.trim()) {
      return parts.required ? { problem: place.getAttribute('missing') || `Udfyld „${parts.caption}“.` } : { value: null };
    }
    const { value, problem } = kind.read(input.value, place);
    if (problem) return { problem };
    if (kind === TYPES.money && place.hasAttribute('positive') && value <= 0) return { problem: 'Beløbet skal være større end nul.' };
    const length = Number(place.getAttribute('length') || 0);
    if (length && String(value).length !== length) return { problem: `„${parts.caption}“ skal have ${length} cifre.` };
    return { value, type: kind.sent || 'String' };
  };
  const complain = complaint(input, parts.error);
  input.addEventListener('blur', () => {
    if (!input.value.trim()) return;
    const { value, problem } = read();
    complain(problem || '');
    if (!problem && kind.write) input.value = kind.write(value);
  });
  input.addEventListener('input', () => { if (!parts.error.hidden && !read().problem) complain(''); });
  const set = value => { input.value = kind.write ? kind.write(value) : value; };
  const first = place.hasAttribute('from') ? kit.look(place.getAttribute('from')) : kit.known[parts.name];
  if (!isEmpty(first)) set(place.getAttribute('from-as') === 'amount' ? Math.round(Number(first) * 100) : first);
  kit.fields.push({
    name: parts.name, caption: parts.caption, place, read, complain, set, raw: () => input.value, focus: () => input.focus(), lock: locked => { input.disabled = locked; },
    // what is written nowhere is not in the draft either
    ...(place.hasAttribute('secret') && { keep: () => '' }),
  });
}

/** Sends back what the person saw, such as the hash that her approval is bound to. */
export function seen(kit, place) {
  const value = () => kit.look(place.getAttribute('of')) ?? '';
  kit.fields.push({
    name: place.getAttribute('name'), place, raw: value, keep: () => '', set: () => {}, focus: () => {}, lock: () => {}, complain: () => {},
    read: () => ({ value: value(), type: 'String' }),
  });
}
