import { forgetDraft, keepDraft } from 'kit/draft.js';
import { find, same, show } from './page.js';

const html = '<kf-field name="note" label="Note"></kf-field>';

export default {
  async 'what was typed is there when the task is opened again'() {
    const { kit } = await show(html);
    find('[name=note]').value = 'Fjorten';
    keepDraft(kit);
    await show(html, { draft: true });
    same(find('[name=note]').value, 'Fjorten');
  },
  async 'what is written nowhere is not kept either'() {
    const { kit } = await show('<kf-field name="code" label="Koden" secret></kf-field>');
    find('[name=code]').value = 'hemmelig';
    keepDraft(kit);
    same(Object.values(sessionStorage).join().includes('hemmelig'), false);
  },
  async 'it is not put into a form of other fields'() {
    const { kit } = await show(html);
    find('[name=note]').value = 'Fjorten';
    keepDraft(kit);
    await show(`${html}<kf-field name="more" label="Mere"></kf-field>`, { draft: true });
    same(find('[name=note]').value, '');
  },
  async 'a forgotten draft does not come back, not even from a waiting clock'() {
    const { kit } = await show(html);
    find('[name=note]').value = 'Fjorten';
    kit.changed();
    forgetDraft(kit);
    await new Promise(later => setTimeout(later, 320));
    same(sessionStorage.length, 0);
  },
};
