import { find, same, show, texts } from './page.js';

const open = list => show('<kf-problems of="list"></kf-problems>', { load: 'list=/l', answers: { '/l': list } });

export default {
  async 'says how grave it is, and the first four at once'() {
    await open([1, 2, 3, 4, 5].map(number => ({ severity: number === 1 ? 'ERROR' : 'INFO', message: `Nr. ${number}` })));
    same([find('h3').textContent, find('kf-problems').className, find('summary').textContent, texts('details li')], ['Der er fejl i bilaget', 'kf-note kf-danger', 'Vis 1 mere', ['Nr. 5']]);
    await open([{ severity: 'WARNING', message: 'Hm.', where: 'linje 2' }]);
    same([find('kf-problems').className, texts('li')], ['kf-note kf-warning', ['Hm. (linje 2)']]);
  },
  async 'shows what looks like it'() {
    await show('<kf-near of="list"></kf-near>', { load: 'list=/l', answers: { '/l': [{ kindText: 'Faktura', supplier: { name: 'Kantinen' }, number: '7', amountDkk: 5000, issueDate: '2026-11-22' }] } });
    same(texts('li'), ['Faktura · Kantinen · nr. 7 · 50,00 kr. · 22.11.2026']);
  },
};
