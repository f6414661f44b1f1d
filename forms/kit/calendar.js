/* Days to press. */
import { MONTHS, WEEKDAYS } from './dates.js';
import { element } from './elements.js';

/** A month beside the lines of a field, for="times": a day that is pressed is put there with the hour of the last line, or taken away. */
export function calendar(kit, place) {
  const lines = () => kit.form.elements.namedItem(place.getAttribute('for'));
  const two = number => String(number).padStart(2, '0');
  const written = day => `${two(day.getDate())}.${two(day.getMonth() + 1)}.${day.getFullYear()}`;
  const holds = (line, day) => new RegExp(`(^|\\D)0?${day.getDate()}\\.0?${day.getMonth() + 1}\\.${day.getFullYear()}\\b`).test(line);
  const today = new Date();
  let month = null;
  const toggle = day => {
    const all = lines().value.split('\n').filter(line => line.trim());
    const left = all.filter(line => !holds(line, day));
    const hour = /(\d{1,2}[.:]\d\d)\s*$/.exec(all[all.length - 1] || '');
    lines().value = (left.length < all.length ? left : [...all, `${WEEKDAYS[(day.getDay() + 6) % 7]} ${written(day)} ${hour ? hour[1] : '19.00'}`]).join('\n');
    lines().dispatchEvent(new Event('input', { bubbles: true }));
    lines().dispatchEvent(new Event('change', { bubbles: true }));
  };
  const draw = focused => {
    const first = /(\d{1,2})\.(\d{1,2})\.(\d{4})/.exec(lines().value);
    month ||= first ? new Date(first[3], first[2] - 1, 1) : new Date(today.getFullYear(), today.getMonth(), 1);
    const turn = by => () => { month = new Date(month.getFullYear(), month.getMonth() + by, 1); draw(by < 0 ? 'back' : 'on'); };
    const step = (id, label, sign, by) => {
      const made = element('button', { type: 'button', class: 'kf-turn', 'aria-label': label, 'data-id': id }, sign);
      made.addEventListener('click', turn(by));
      return made;
    };
    const day = number => new Date(month.getFullYear(), month.getMonth(), number);
    const cell = at => {
      if (at.getMonth() !== month.getMonth()) return element('td', {});
      const isChosen = lines().value.split('\n').some(line => holds(line, at));
      const made = element('button', {
        type: 'button', 'data-id': written(at), 'aria-pressed': String(isChosen), disabled: at <= today || kit.locked,
        'aria-label': `${WEEKDAYS[(at.getDay() + 6) % 7]} den ${at.getDate()}. ${MONTHS[at.getMonth()]} ${at.getFullYear()}` }, String(at.getDate()));
      made.addEventListener('click', () => { toggle(at); draw(written(at)); });
      return element('td', {}, made);
    };
    const begins = 1 - (day(1).getDay() + 6) % 7;
    const weeks = [];
    for (let at = begins; day(at) <= day(new Date(month.getFullYear(), month.getMonth() + 1, 0).getDate()); at += 7) {
      weeks.push(element('tr', {}, ...[0, 1, 2, 3, 4, 5, 6].map(more => cell(day(at + more)))));
    }
    place.replaceChildren(
      element('div', { class: 'kf-month' }, step('back', 'Forrige måned', '‹', -1), element('strong', { 'aria-live': 'polite' }, `${MONTHS[month.getMonth()]} ${month.getFullYear()}`), step('on', 'Næste måned', '›', 1)),
      element('table', { 'aria-label': 'Vælg datoer' },
        element('thead', {}, element('tr', {}, ...WEEKDAYS.map(name => element('th', { scope: 'col', abbr: name }, name.slice(0, 3))))),
        element('tbody', {}, ...weeks)));
    if (focused) [...place.querySelectorAll('button')].find(each => each.dataset.id === focused)?.focus();
  };
  // from day to day and week to week, over the ends of the month
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  place.addEventListener('keydown', event => {
    const from = /^(\d\d)\.(\d\d)\.(\d{4})$/.exec(event.target.dataset.id || '');
    if (!from || !steps[event.key]) return;
    event.preventDefault();
    const to = new Date(from[3], from[2] - 1, Number(from[1]) + steps[event.key]);
    if (to <= today) return;
    month = new Date(to.getFullYear(), to.getMonth(), 1);
    draw(written(to));
  });
  let before = null;
  kit.shown.push(() => {
    if (lines() && lines().value !== before) {
      before = lines().value;
      if (!place.contains(document.activeElement)) draw();
    }
  });
}
