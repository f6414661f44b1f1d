/* What the server found in a file, and other cases that look like this one. */
import { writeDate } from './dates.js';
import { element } from './elements.js';
import { drawn, heading } from './shown.js';
import { write } from './words.js';

export function problems(kit, place) {
  drawn(kit, place, list => {
    const grave = list.some(each => each.severity === 'ERROR');
    const item = each => element('li', {}, each.message || String(each), each.where ? element('span', { class: 'kf-hint' }, ` (${each.where})`) : null);
    const few = list.slice(0, 4);
    const rest = list.slice(4);
    place.className = `kf-note ${grave ? 'kf-danger' : list.every(each => each.severity === 'INFO') ? '' : 'kf-warning'}`;
    place.append(heading(place, grave ? 'Der er fejl i bilaget' : 'Se efter her'), element('ul', {}, ...few.map(item)),
      ...(rest.length ? [element('details', {}, element('summary', {}, `Vis ${rest.length} mere`), element('ul', {}, ...rest.map(item)))] : []));
  });
}

/** Other cases that look like this one. */
export function near(kit, place) {
  drawn(kit, place, list => {
    place.classList.add('kf-note', 'kf-warning');
    place.append(heading(place, 'Ligner noget, der er her i forvejen'), element('ul', {}, ...list.map(each => element('li', {},
      [each.kindText, each.supplier?.name || each.supplier, each.number && `nr. ${each.number}`, each.amountText || write(each.amountDkk, 'money'), writeDate(each.issueDate), each.statusText].filter(Boolean).join(' · ')))),
      element('p', {}, 'Se efter, at det ikke er den samme regning.'));
  });
}
