import { hush, say, validate } from 'kit/complaints.js';
import { find, same, show, texts } from './page.js';

const one = '<kf-field name="a" label="Navn" required></kf-field>';

export default {
  async 'one complaint leads to its field, several to a list'() {
    const { kit } = await show(one);
    same([validate(kit), find('.kf-alert').hidden, document.activeElement.name], [false, true, 'a']);
    const both = await show(`${one}<kf-field name="b" label="By" required></kf-field>`);
    same([validate(both.kit), texts('.kf-alert li')], [false, ['Udfyld „Navn“.', 'Udfyld „By“.']]);
  },
  async 'says several things as a list, and is silent again'() {
    const { kit } = await show(one);
    say(kit, ['Et.', 'To.']);
    same([texts('.kf-alert strong'), texts('.kf-alert li'), document.activeElement.className], [['Det kan ikke sendes endnu'], ['Et.', 'To.'], 'kf-alert']);
    hush(kit);
    same([find('.kf-alert').hidden, find('.kf-alert').childElementCount], [true, 0]);
  },
};
