import { leave, wake } from 'kit/tasklist.js';
import { find, same, settled, show, texts, until } from './page.js';

export default {
  async 'the button says what the form does'() {
    const { form, kit } = await show('');
    form.dataset.submit = 'Godkend';
    kit.render();
    same(texts('.btn-primary'), ['Godkend']);
  },
  async 'a task that nobody has taken is locked until it is taken'() {
    const { kit } = await show('<kf-field name="a" label="A"></kf-field>', { locked: true });
    same([kit.locked, find('.kf-locked').hidden, find('[name=a]').disabled], [true, false, true]);
    find('.kf-locked button').click();
    same(texts('.kf-alert p'), ['En anden har opgaven. Bed hende give den videre.']);
    find('.disabled-form').classList.remove('disabled-form');
    await until(() => !kit.locked);
    same([find('.kf-locked').hidden, find('[name=a]').disabled], [true, false]);
  },
  async 'leaving lets Tasklist fetch its list anew'() {
    const { kit, left } = await show('');
    location.hash = '#/?task=t1&x=2';
    leave(kit);
    same([left, location.hash], [['taskId', 'taskList'], '#/?x=2']);
  },
  async 'Tasklist looks again after a wait'() {
    const { kit, camForm } = await show('');
    let looked = 0;
    camForm.formElement.scope = () => ({ $apply: () => looked++ });
    wake(kit);
    await settled();
    same(looked, 1);
  },
};
