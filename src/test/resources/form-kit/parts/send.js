import { find, same, show, texts, until } from './page.js';

const html = '<kf-field name="a" label="A" from="x"></kf-field>';

export default {
  async 'asks the server first, then hands the answers to Tasklist'() {
    const { asked, variables, send } = await show(html, { known: { x: '1' } });
    same(await send(), 'ok');
    same([asked.find(([method]) => method === 'POST'), variables], [['POST', '/api/tasks/t1/check', { a: '1' }], { a: { name: 'a', value: '1', type: 'String' } }]);
  },
  async 'what the server refuses stands beside its field and above, and is not sent'() {
    const { variables, send } = await show(html, { answers: { '/api/tasks/t1/check': { status: 400, json: { messages: ['Nej.'], fields: { a: 'Forkert.' } } } } });
    same([await send(), texts('.kf-alert p'), texts('kf-field .kf-error'), variables], ['camForm submission prevented', ['Nej.'], ['Forkert.'], {}]);
  },
  async 'a doubt is confirmed and then sent along'() {
    const answers = { '/api/tasks/t1/check': { status: 409, json: { doubts: [{ key: 'big', sentence: 'Så meget?' }] } } };
    const { camForm, asked, send } = await show(html, { answers });
    await send();
    delete answers['/api/tasks/t1/check'];
    find('.btn-primary').onclick = () => camForm.submit(() => {});
    same(texts('.kf-alert p'), ['Så meget?']);
    find('.kf-alert button').click();
    await until(() => asked.filter(([method]) => method === 'POST').length === 2);
    same(asked.filter(([method]) => method === 'POST')[1][2], { confirmed: 'big' });
  },
  async 'what the engine says in English is not shown'() {
    for (const [said, shown] of [['Cannot submit task form t1', 'Det lykkedes ikke, og intet er ændret. Prøv igen om lidt.'], ['FooException: Mødet er aflyst.', 'Mødet er aflyst.']]) {
      await refuse(said);
      same(texts('.kf-alert p'), [shown]);
    }
  },
};

async function refuse(message) {
  const { send } = await show(html, { engine: new Error(message) });
  await send();
}
