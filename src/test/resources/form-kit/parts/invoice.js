import { find, same, show } from './page.js';

export default {
  async 'is shown under the name by which it was fetched, without what is not known'() {
    await show('<kf-invoice of="bill"></kf-invoice>', { load: 'bill=/b', answers: { '/b': { supplier: { name: 'Kantinen' }, amountDkk: 123450, currency: 'DKK' } } });
    same([...document.querySelectorAll('main dl > div')].filter(row => !row.hidden).map(row => row.textContent), ['LeverandørKantinen', 'Beløb1.234,50 kr.']);
    same(find('kf-note[kind]').hidden, true);
  },
};
