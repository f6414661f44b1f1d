import { find, same, show, type } from './page.js';

const ALL = `<kf-field name="a" label="A"></kf-field><kf-choice name="b" label="B"><kf-option value="1">1</kf-option></kf-choice>
  <kf-select name="c" label="C"><kf-option value="1">1</kf-option></kf-select><kf-checks name="d" label="D" options="none"></kf-checks>
  <kf-rows name="e" label="E"><kf-cell name="f" label="F"></kf-cell></kf-rows><kf-seen name="g" of="clusterId"></kf-seen><kf-upload name="h" label="H" to="/u"></kf-upload>`;
const MEMBERS = { name: 'string', place: 'object', read: 'function', raw: 'function', set: 'function', complain: 'function', focus: 'function', lock: 'function' };
const MORE = ['caption', 'keep', 'submitWords'];

export default {
  async 'every kind of field keeps the contract'() {
    const { kit } = await show(ALL);
    same(kit.fields.map(each => each.name), ['a', 'b', 'c', 'd', 'e', 'g', 'h']);
    for (const each of kit.fields) {
      for (const [member, kind] of Object.entries(MEMBERS)) same([each.name, member, typeof each[member]], [each.name, member, kind]);
      same([each.name, Object.keys(each).filter(member => !(member in MEMBERS) && !MORE.includes(member))], [each.name, []]);
      const { value, type: sent, problem } = each.read();
      same([each.name, problem, value === null || value === undefined || typeof sent === 'string'], [each.name, undefined, true]);
    }
  },
  async 'complains when it is left, and no more once it is right'() {
    await show('<kf-field name="sum" type="money" label="Sum" required positive></kf-field>');
    type('[name=sum]', '-5');
    same([find('.kf-error').textContent, find('[name=sum]').getAttribute('aria-invalid')], ['Beløbet skal være større end nul.', 'true']);
    type('[name=sum]', '1234');
    same([find('.kf-error').hidden, find('[name=sum]').value], [true, '1.234,00']);
  },
  async 'is locked with the task, and sends what was seen'() {
    const { kit } = await show('<kf-field name="a" label="A"></kf-field><kf-seen name="hash" of="clusterId"></kf-seen>', { locked: true });
    same([find('[name=a]').disabled, kit.values().hash.value], [true, 'nord']);
  },
};
