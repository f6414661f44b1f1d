import { find, same, show, texts } from './page.js';

const rows = [{ day: '2026-11-22', sum: 5000, reply: 'ja' }];

export default {
  async 'columns come from the form, with their figures to the right'() {
    await show('<kf-table of="rows" columns="day:Dag:date;sum:Beløb:money;reply:Svar:answer" label="Bevægelser"></kf-table>', { known: { rows } });
    same([texts('th'), texts('td'), [...document.querySelectorAll('main td')].map(cell => cell.className)], [['Dag', 'Beløb', 'Svar'], ['22.11.2026', '50,00 kr.', 'ja'], ['', 'kf-number', 'kf-yes']]);
    same(find('.kf-scroll').getAttribute('aria-label'), 'Bevægelser');
  },
  async 'or from data'() {
    await show('<kf-table of="rows" columns-of="columns"></kf-table>', { known: { rows, columns: [{ key: 'reply', label: 'Svar' }] } });
    same([texts('th'), texts('td')], [['Svar'], ['ja']]);
  },
};
