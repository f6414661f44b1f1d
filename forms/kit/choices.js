/* Fields in which something is chosen. */
import { element, isEmpty } from './elements.js';
import { complaint, frame } from './field.js';
import { write } from './words.js';

/** Options that are data ({value, label, hint}) stand before those of the form: options="poll.choices". */
export function choice(kit, place) {
  const parts = frame(kit, place, true);
  const data = kit.look(place.getAttribute('options') || '') || [];
  place.prepend(...data.map(({ value, label, hint }) => element('kf-option', { value, hint: hint || null }, label)));
  const options = [...place.querySelectorAll('kf-option')];
  const radios = [];
  const cards = options.map((option, number) => {
    const value = option.getAttribute('value');
    const hint = option.getAttribute('hint');
    const radio = element('input', { type: 'radio', name: `${parts.id}`, id: `${parts.id}-${number}`, value, 'aria-describedby': hint ? `${parts.id}-${number}-hint` : null });
    radios.push(radio);
    const card = element('div', { class: 'kf-card', 'data-when': option.getAttribute('data-when') }, radio,
      element('label', { for: radio.id }, ...option.childNodes),
      hint ? element('p', { class: 'kf-hint', id: `${parts.id}-${number}-hint` }, hint) : null);
    option.remove();
    return card;
  });
  const set = element('fieldset', { 'aria-describedby': parts.describe, role: 'radiogroup', 'aria-required': parts.required ? 'true' : null },
    parts.label, parts.hint, element('div', { class: options.length > 2 ? 'kf-cards kf-many' : 'kf-cards' }, ...cards), parts.error);
  place.classList.add('kf-field');
  place.append(set);
  const chosen = () => radios.find(radio => radio.checked && !radio.closest('.kf-card').hidden);
  const submits = new Map(options.map(option => [option.getAttribute('value'), option.getAttribute('submit')]));
  const complain = complaint(set, parts.error);
  set.addEventListener('change', () => complain(''));
  const first = place.hasAttribute('from') ? kit.look(place.getAttribute('from')) : null;
  const choose = value => radios.forEach(radio => { radio.checked = radio.value === String(value); });
  if (!isEmpty(first)) choose(first);
  kit.fields.push({
    name: parts.name,
    place,
    complain,
    set: choose,
    raw: () => chosen()?.value || '',
    read: () => {
      const radio = chosen();
      if (radio) return { value: place.getAttribute('type') === 'flag' ? radio.value === 'true' : radio.value, type: place.getAttribute('type') === 'flag' ? 'Boolean' : 'String' };
      return parts.required ? { problem: place.getAttribute('missing') || 'Vælg, hvad der skal ske.' } : { value: null };
    },
    focus: () => radios[0].focus(),
    lock: locked => { set.disabled = locked; },
    submitWords: () => submits.get(chosen()?.value),
  });
}

/** A list to choose from, given as kf-options or as data: options="accounts" option-value="number" option-label="number name" option-help="guidance". */
export function select(kit, place) {
  const parts = frame(kit, place, false);
  const source = place.getAttribute('options');
  const given = [...place.querySelectorAll('kf-option')].map(option => (
    { value: option.getAttribute('value'), label: option.textContent.trim(), help: option.getAttribute('hint') || '', group: '' }));
  place.replaceChildren();
  const input = element('select', { id: parts.id, name: parts.name, 'aria-describedby': `${parts.describe} ${parts.id}-help`, 'aria-required': parts.required ? 'true' : null });
  const help = element('p', { class: 'kf-help', id: `${parts.id}-help`, role: 'status', hidden: true });
  place.classList.add('kf-field');
  place.append(parts.label, ...[parts.hint].filter(Boolean), input, help, parts.error);

  let rows = [];
  let wanted = place.hasAttribute('from') ? kit.look(place.getAttribute('from')) : kit.known[parts.name];
  const choose = value => {
    wanted = value;
    input.value = rows.some(row => row.value === String(value)) ? String(value) : '';
  };
  const fill = found => {
    rows = found;
    const groups = new Map();
    input.replaceChildren(element('option', { value: '' }, place.getAttribute('none') || 'Vælg …'));
    for (const row of rows) {
      if (row.group && !groups.has(row.group)) {
        groups.set(row.group, element('optgroup', { label: row.group }));
        input.append(groups.get(row.group));
      }
      (groups.get(row.group) || input).append(element('option', { value: row.value }, row.label));
    }
    choose(isEmpty(wanted) ? '' : wanted);
  };
  let before;
  kit.shown.push(() => {
    const list = source ? kit.look(source) || [] : null;
    if (source && list !== before) {
      before = list;
      const only = place.getAttribute('option-only');
      const [key, values] = only ? only.split('=') : [];
      fill(list.filter(row => !only || values.split('|').includes(String(row[key]))).map(row => ({
        value: String(row[place.getAttribute('option-value') || 'id']),
        label: (place.getAttribute('option-label') || 'name').split(' ').map(each => row[each]).filter(Boolean).join(' '),
        help: row[place.getAttribute('option-help')] || '',
        group: write(row[place.getAttribute('option-group')], 'word'),
      })));
    }
    help.textContent = rows.find(row => row.value === input.value)?.help || '';
    help.hidden = !help.textContent;
  });
  if (!source) fill(given);
  const complain = complaint(input, parts.error);
  input.addEventListener('change', () => {
    wanted = input.value;
    complain('');
  });
  kit.fields.push({
    name: parts.name,
    place,
    complain,
    raw: () => input.value || (rows.length ? '' : wanted ?? ''),
    set: choose,
    read: () => (input.value ? { value: input.value, type: 'String' } : parts.required ? { problem: place.getAttribute('missing') || `Vælg „${parts.caption}“.` } : { value: null }),
    focus: () => input.focus(),
    lock: locked => { input.disabled = locked; },
  });
}

/**
 * Several people or things to tick: options="wrap.people" option-label="name" option-hint="reply" option-checked="came", and option-when
 * names what says when one is to be chosen at all. Sends the ids, parted by commas.
 */
export function checks(kit, place) {
  const parts = frame(kit, place, true);
  const [label, hint, checked, when] = ['option-label', 'option-hint', 'option-checked', 'option-when'].map(name => place.getAttribute(name));
  const boxes = (kit.look(place.getAttribute('options')) || []).map((option, number) => {
    const id = `${parts.id}-${number}`;
    const said = hint && option[hint];
    const box = element('input', { type: 'checkbox', id, value: String(option.id), 'aria-describedby': said ? `${id}-hint` : null });
    box.checked = Boolean(checked && option[checked]);
    return { box, line: element('div', { class: 'kf-check', 'data-when': when ? option[when] : null }, box, element('label', { for: id }, option[label || 'name']),
      said ? element('span', { class: 'kf-hint', id: `${id}-hint` }, said) : null) };
  });
  const offered = () => boxes.filter(({ line }) => !line.hidden);
  const ticked = () => offered().filter(({ box }) => box.checked).map(({ box }) => box.value);
  const count = element('p', { class: 'kf-hint', role: 'status' });
  const set = element('fieldset', { 'aria-describedby': parts.describe }, parts.label, parts.hint, count,
    element('div', { class: 'kf-checks' }, ...boxes.map(({ line }) => line)), parts.error);
  place.classList.add('kf-field');
  place.append(set);
  kit.shown.push(() => { count.textContent = offered().length ? `${ticked().length} af ${offered().length} er krydset af.` : 'Der er ingen at vælge.'; });
  const complain = complaint(set, parts.error);
  set.addEventListener('change', () => complain(''));
  kit.fields.push({
    name: parts.name, caption: parts.caption, place, complain,
    raw: () => ticked().join(','),
    // nobody ticked is an answer too, and must not be lost as if nothing had been typed
    keep: () => ({ ticked: ticked() }),
    set: kept => boxes.forEach(({ box }) => { box.checked = kept.ticked.includes(box.value); }),
    read: () => (ticked().length || !parts.required ? { value: ticked().join(','), type: 'String' } : { problem: place.getAttribute('missing') || `Udfyld „${parts.caption}“.` }),
    focus: () => boxes[0]?.box.focus(),
    lock: locked => { set.disabled = locked; },
  });
}

/** Which cluster a new case belongs to; shown only to those who are in several. */
export function clusters(kit, place) {
  const mine = kit.data.me.clusters;
  if (mine.length < 2) return;
  kit.data.myClusters = mine;
  for (const [name, value] of Object.entries({ name: 'clusterId', label: 'Klynge', options: 'myClusters', required: '', missing: 'Vælg den klynge, det gælder.' })) {
    if (!place.hasAttribute(name)) place.setAttribute(name, value);
  }
  select(kit, place);
}
