/* A small table to fill in. */
import { readDate, writeDate } from './dates.js';
import { element, freshId, isEmpty } from './elements.js';
import { complaint, frame } from './field.js';
import { TYPES } from './types.js';

/**
 * A small table to fill in, sent as JSON. Each kf-cell is a column: text, date, or a choice when it has options; `of` only shows, `key` goes
 * along unseen, `start` says what a new row begins with. With `fixed` the rows are those that came, otherwise they can be added and removed.
 */
export function rows(kit, place) {
  const parts = frame(kit, place, true);
  const one = place.getAttribute('one') || 'Linje';
  const fixed = place.hasAttribute('fixed');
  const cells = [...place.querySelectorAll('kf-cell')].map(cell => ({
    name: cell.getAttribute('name'), of: cell.getAttribute('of'), label: cell.getAttribute('label') || '', key: cell.hasAttribute('key'), wide: cell.hasAttribute('wide'),
    optional: cell.hasAttribute('optional'), max: Number(cell.getAttribute('max') || 200), date: cell.getAttribute('type') === 'date',
    start: cell.hasAttribute('start') ? kit.look(cell.getAttribute('start')) : '',
    options: cell.hasAttribute('options') ? (kit.look(cell.getAttribute('options')) || []).map(({ id, name }) => [id, name])
      : cell.querySelector('kf-option') && [...cell.querySelectorAll('kf-option')].map(option => [option.getAttribute('value'), option.textContent.trim()]),
  }));
  const asked = cells.filter(cell => cell.name);
  place.replaceChildren();
  const list = element('div', { class: 'kf-lines' });
  const set = element('fieldset', { 'aria-describedby': parts.describe }, parts.label, parts.hint, list);
  const add = element('button', { type: 'button', class: 'kf-button' }, place.getAttribute('add') || 'Tilføj');
  const said = element('p', { class: 'kf-hint kf-unseen', role: 'status' });
  place.classList.add('kf-field');
  place.append(set);
  set.append(...(fixed ? [] : [add]), said, parts.error);
  const lines = [];

  const input = (cell, value) => {
    if (cell.key) return element('input', { type: 'hidden', value });
    const id = freshId(cell.name);
    if (cell.options) {
      const made = element('select', { id }, element('option', { value: '' }, 'Vælg …'), ...cell.options.map(([key, name]) => element('option', { value: key }, name)));
      made.value = cell.options.some(([key]) => key === value) ? value : '';
      return made;
    }
    const made = element('input', { type: 'text', id, maxlength: cell.max, autocomplete: 'off', inputmode: cell.date ? 'numeric' : null, placeholder: cell.date ? TYPES.date.placeholder : null });
    made.value = cell.date ? writeDate(value) : value;
    return made;
  };
  const number = () => lines.forEach((line, i) => {
    line.place.setAttribute('aria-label', `${one} ${i + 1}`);
    line.remove?.setAttribute('aria-label', `Fjern ${one.toLowerCase()} ${i + 1}`);
  });
  const draw = values => {
    const line = { place: element('div', { class: 'kf-line', role: 'group' }), inputs: new Map() };
    for (const cell of cells) {
      const value = values[cell.of || cell.name] ?? '';
      if (cell.of) {
        if (!isEmpty(value)) line.place.append(element('p', { class: 'kf-line-text' }, cell.label ? `${cell.label}: ` : '', cell.label ? String(value) : element('strong', {}, String(value))));
        continue;
      }
      const made = input(cell, String(value));
      line.inputs.set(cell.name, made);
      if (cell.key) line.place.append(made);
      else {
        line.place.append(element('div', { class: cell.wide ? 'kf-cell kf-wide' : 'kf-cell' },
          element('label', { for: made.id }, cell.label, cell.optional ? element('span', { class: 'kf-optional' }, ' (valgfrit)') : ''), made));
      }
    }
    if (!fixed) {
      line.remove = element('button', { type: 'button', class: 'kf-button kf-remove', onclick: () => {
        const at = lines.indexOf(line);
        lines.splice(at, 1);
        line.place.remove();
        number();
        said.textContent = `${one} ${at + 1} er fjernet.`;
        (lines[Math.min(at, lines.length - 1)]?.remove || add).focus();
        kit.changed();
      } }, 'Fjern');
      line.place.append(line.remove);
    }
    lines.push(line);
    list.append(line.place);
    number();
    return line;
  };
  const fresh = () => Object.fromEntries(asked.map(cell => [cell.name, cell.start ?? '']));
  const more = () => {
    const line = draw(fresh());
    line.inputs.get(asked[0].name).focus();
    said.textContent = `${one} ${lines.length} er tilføjet.`;
    kit.changed();
  };
  add.addEventListener('click', more);
  list.addEventListener('keydown', event => {
    // the key that sends elsewhere makes room for the next one here
    if (event.key !== 'Enter' || fixed || event.target.tagName !== 'INPUT') return;
    event.preventDefault();
    more();
  });
  const values = line => Object.fromEntries(asked.map(cell => [cell.name, line.inputs.get(cell.name).value.trim()]));
  const isBlank = line => !fixed && asked.every(cell => {
    const value = values(line)[cell.name];
    return value === '' || value === (cell.date ? writeDate(cell.start) : cell.start);
  });
  const redraw = all => {
    lines.splice(0).forEach(line => line.place.remove());
    all.forEach(draw);
  };
  redraw(kit.look(place.getAttribute('from') || '') || []);
  let wrong = null;
  const complain = complaint(set, parts.error);
  set.addEventListener('input', () => complain(''));
  const problem = () => {
    for (const [i, line] of lines.entries()) {
      if (isBlank(line)) continue;
      for (const cell of asked) {
        const made = line.inputs.get(cell.name);
        wrong = made;
        if (!made.value.trim() && !cell.optional) return `${one} ${i + 1}: Udfyld „${cell.label}“.`;
        if (made.value.trim() && cell.date && readDate(made.value) === null) return `${one} ${i + 1}: Skriv datoen som dag og måned, fx 22/11 eller 22.11.2026.`;
      }
    }
    wrong = null;
    return null;
  };
  kit.fields.push({
    name: parts.name, caption: parts.caption, place, complain,
    raw: () => JSON.stringify(lines.filter(line => !isBlank(line)).map(values)),
    // what only is shown stays with its row
    keep: () => (fixed ? lines.map(values) : { lines: lines.map(values) }),
    set: kept => (fixed ? kept.forEach((row, i) => asked.forEach(cell => { if (lines[i] && !cell.key) lines[i].inputs.get(cell.name).value = row[cell.name]; })) : redraw(kept.lines)),
    read: () => {
      const found = problem();
      if (found) return { problem: found };
      const all = lines.filter(line => !isBlank(line)).map(line => Object.fromEntries(asked.map(cell => {
        const value = values(line)[cell.name];
        return [cell.name, cell.date && value ? readDate(value) : value];
      })));
      return { value: all.length ? JSON.stringify(all) : null, type: 'String' };
    },
    focus: () => (wrong || lines[0]?.inputs.get(asked.find(cell => !cell.key).name) || add).focus(),
    lock: locked => { set.disabled = locked; },
  });
}
