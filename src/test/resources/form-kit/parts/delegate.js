import { find, same, show, until } from './page.js';

const people = { '/api/tasks/t1/delegates': [{ id: 'jens', name: 'Jens', role: 'bestyrelse' }], '/api/tasks/t1/help': { members: [] } };

export default {
  async 'gives the task with a message to a colleague, and leaves it'() {
    const { asked, left } = await show('<kf-delegate></kf-delegate>', { answers: people });
    find('kf-delegate > button').click();
    await until(() => find('.kf-panel select'));
    find('.kf-panel select').value = 'jens';
    find('.kf-panel textarea').value = 'Vil du?';
    find('.kf-panel button').click();
    await until(() => left.length);
    same(asked.at(-1), ['POST', '/api/tasks/t1/delegate', { to: 'jens', message: 'Vil du?' }]);
  },
  async 'asks who shall have it first'() {
    await show('<kf-delegate></kf-delegate>', { answers: people });
    find('kf-delegate > button').click();
    await until(() => find('.kf-panel select'));
    find('.kf-panel button').click();
    same(find('.kf-panel .kf-error').textContent, 'Vælg, hvem der skal have opgaven.');
  },
  async 'says what a member answered'() {
    await show('<kf-delegate></kf-delegate>', { answers: { '/api/tasks/t1/help': { asked: { name: 'Anders', state: 'ANSWERED', since: '2026-11-22', answer: 'Ja.' } } } });
    await until(() => find('.kf-asked'));
    same(find('.kf-asked blockquote').textContent, 'Ja.');
  },
  async 'takes a case back with a reason, and says why it cannot'() {
    const { asked, left } = await show('<kf-withdraw to="/api/w/{clusterId}"></kf-withdraw>', { answers: { '/api/w/nord?reason=Fejl': { status: 409, json: { message: 'Den er betalt.' } } } });
    find('kf-withdraw > button').click();
    find('.kf-panel button').click();
    same(find('.kf-panel .kf-error').textContent, 'Skriv kort hvorfor.');
    find('.kf-panel input').value = 'Fejl';
    find('.kf-panel button').click();
    await until(() => find('.kf-panel .kf-error').textContent === 'Den er betalt.');
    same([asked.at(-1)[1], left], ['/api/w/nord?reason=Fejl', []]);
  },
};
