import { find, same, show, texts, type } from './page.js';

const html = '<kf-rows name="items" label="Aftaler" one="Aftale" from="items"><kf-cell name="text" label="Hvad"></kf-cell><kf-cell name="due" type="date" label="Senest" optional></kf-cell></kf-rows>';

export default {
  async 'rows are added and removed, and sent without the blank ones'() {
    const { kit } = await show(html, { known: { items: [{ text: 'Ring', due: '2026-12-01' }] } });
    find('fieldset > .kf-button').click();
    find('fieldset > .kf-button').click();
    same([document.querySelectorAll('main .kf-line').length, JSON.parse(kit.fields[0].read().value)], [3, [{ text: 'Ring', due: '2026-12-01' }]]);
    find('[aria-label="Fjern aftale 1"]').click();
    same([document.querySelectorAll('main .kf-line').length, kit.fields[0].read().value], [2, null]);
  },
  async 'says which row is wrong'() {
    const { kit } = await show(html, { known: { items: [{ text: 'Ring', due: '' }, { text: 'Skriv', due: '' }] } });
    type('.kf-line:nth-child(2) input[inputmode]', 'snart');
    same(kit.fields[0].read(), { problem: 'Aftale 2: Skriv datoen som dag og måned, fx 22/11 eller 22.11.2026.' });
  },
  async 'fixed rows only take what is asked about them, and carry their key'() {
    const { kit } = await show('<kf-rows name="calls" label="Opkald" fixed from="calls"><kf-cell name="person" key></kf-cell><kf-cell of="who"></kf-cell><kf-cell name="note" label="Note" optional></kf-cell></kf-rows>',
      { known: { calls: [{ person: 'm1', who: 'Anne' }] } });
    same([texts('.kf-line-text'), texts('.kf-button'), kit.fields[0].read().value], [['Anne'], [], '[{"person":"m1","note":""}]']);
  },
};
