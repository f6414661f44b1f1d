/* Rows of data to read. */
import { element } from './elements.js';
import { drawn, heading } from './shown.js';
import { write } from './words.js';

const ANSWERS = { ja: 'kf-yes', 'hvis nødvendigt': 'kf-maybe', nej: 'kf-no' };

/** columns="date:Dato:date;text:Tekst;amount:Beløb:money", or as data ({key, label, as}): columns-of="poll.columns" */
export function table(kit, place) {
  const columns = place.hasAttribute('columns-of') ? (kit.look(place.getAttribute('columns-of')) || []).map(({ key, label, as }) => [key, label, as])
    : place.getAttribute('columns').split(';').map(column => column.split(':').map(part => part.trim()));
  const numeric = as => ['money', 'amount', 'minor', 'number'].includes(as);
  drawn(kit, place, rows => place.append(...[place.hasAttribute('label') ? heading(place, '') : null].filter(Boolean), element('div', { class: 'kf-scroll', tabindex: '0', role: 'region', 'aria-label': place.getAttribute('label') || 'Tabel' },
    element('table', {},
      element('thead', {}, element('tr', {}, ...columns.map(([, title, as]) => element('th', { scope: 'col', class: numeric(as) ? 'kf-number' : null }, title)))),
      element('tbody', {}, ...rows.map(row => element('tr', {}, ...columns.map(([key, , as]) => element('td', { class: numeric(as) ? 'kf-number' : as === 'answer' ? ANSWERS[row[key]] : null }, write(row[key], as))))))))));
}
