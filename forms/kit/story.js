/* What has been said and done about a case. */
import { writeDate } from './dates.js';
import { element } from './elements.js';
import { drawn, heading } from './shown.js';
import { write } from './words.js';

export function approvals(kit, place) {
  drawn(kit, place, list => place.append(heading(place, 'Godkendt af'), element('ul', { class: 'kf-list' }, ...list.map(each => element('li', { class: each.valid === false ? 'kf-void' : null },
    element('strong', {}, write(each.level, 'word')), ` ${each.who || ''}, ${writeDate(each.when)}`,
    each.comment ? element('span', { class: 'kf-quote' }, ` „${each.comment}“`) : null,
    each.valid === false ? element('span', { class: 'kf-tag' }, 'gælder ikke længere: fakturaen er ændret') : null)))));
}

export function history(kit, place) {
  drawn(kit, place, list => place.append(element('details', {}, element('summary', {}, `Hvad der er sket (${list.length})`),
    element('ul', { class: 'kf-list' }, ...list.map(each => element('li', {}, [writeDate(each.when), each.what, each.who].filter(Boolean).join(' · '),
      each.text ? element('span', { class: 'kf-quote' }, ` „${each.text}“`) : null))))));
}

/** Questions to the sender and what came back, newest last. */
export function questions(kit, place) {
  drawn(kit, place, list => place.append(heading(place, 'Spørgsmål og svar'), ...list.map(each => element('blockquote', { class: 'kf-saying' },
    element('p', {}, each.text || ''), element('footer', { class: 'kf-hint' }, [each.what, each.who, writeDate(each.when)].filter(Boolean).join(' · '))))));
}
