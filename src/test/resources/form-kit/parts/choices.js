import { find, same, show, texts } from './page.js';

export default {
  async 'a choice is required, sent, and says what the button does'() {
    const { kit } = await show('<kf-choice name="decision" label="Hvad?" required><kf-option value="YES" submit="Godkend">Ja</kf-option><kf-option value="NO">Nej</kf-option></kf-choice>');
    same(kit.fields[0].read(), { problem: 'Vælg, hvad der skal ske.' });
    find('input[value=YES]').click();
    same([kit.values().decision, find('.btn-primary').textContent], [{ value: 'YES', type: 'String' }, 'Godkend']);
  },
  async 'a list is filled from data and in groups, and shows the help of what is chosen'() {
    const accounts = [{ id: 1, name: 'Leje', kind: 'EXPENSE', guidance: 'Kun lokaler.' }, { id: 2, name: 'Tilskud', kind: 'INCOME' }];
    await show('<kf-select name="account" label="Konto" options="accounts" option-group="kind" option-help="guidance" from="account"></kf-select>',
      { load: 'accounts=/a', answers: { '/a': accounts }, known: { account: 1 } });
    same([...document.querySelectorAll('optgroup')].map(group => group.label), ['Udgifter', 'Indtægter']);
    same([find('select').value, find('.kf-help').textContent], ['1', 'Kun lokaler.']);
  },
  async 'ticks are sent as ids and counted'() {
    const { kit } = await show('<kf-checks name="came" label="Hvem" options="people" option-checked="came"></kf-checks>',
      { load: 'people=/p', answers: { '/p': [{ id: 'a', name: 'Anne', came: true }, { id: 'b', name: 'Bo' }] } });
    same([texts('kf-checks [role=status]'), kit.values().came.value], [['1 af 2 er krydset af.'], 'a']);
  },
  async 'only who is in several clusters is asked for one'() {
    await show('<kf-cluster></kf-cluster>');
    same(find('select'), null);
    const { kit } = await show('<kf-cluster></kf-cluster>', { clusters: [{ id: 'nord', name: 'Nord' }, { id: 'syd', name: 'Syd' }], known: { clusterId: null } });
    same([texts('option'), kit.fields[0].read()], [['Vælg …', 'Nord', 'Syd'], { problem: 'Vælg den klynge, det gælder.' }]);
  },
};
