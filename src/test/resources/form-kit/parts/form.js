import { find, same, show, type, until } from './page.js';

export default {
  async 'fetches what can be fetched, again when an answer in its address has changed'() {
    const { asked } = await show('<kf-field name="no" label="Nr."></kf-field><kf-fact label="Navn" of="account.name"></kf-fact>',
      { load: 'account?=/accounts/{no}', answers: { '/accounts/7': { name: 'Leje' } } });
    same(asked.some(([, path]) => path.startsWith('/accounts')), false);
    type('[name=no]', '7');
    await until(() => find('dd')?.textContent === 'Leje');
  },
  async 'conditions: words, alternatives, not, and several at once'() {
    const { kit } = await show('', { known: { a: 'X', no: false } });
    same(['a', '!a', 'a=X|Y', 'a=Y', '!no', 'a=X & !no', 'a & no', 'me.id=birgit'].map(each => kit.holds(each)), [true, false, true, false, true, true, false, true]);
  },
  async 'what is hidden or does not count is not sent; what is kept is, and what is local never'() {
    const { kit } = await show(`<kf-field name="a" label="A" from="x"></kf-field><div data-when="a=1"><kf-field name="b" label="B" from="x"></kf-field></div>
      <div data-counts="a=1"><kf-field name="c" label="C" from="x"></kf-field></div><div data-counts="a=1" data-keeps="a=2"><kf-field name="d" label="D" from="x"></kf-field></div>
      <kf-field name="e" label="E" from="x" local></kf-field>`, { known: { x: '2' } });
    same(Object.keys(kit.values()), ['a', 'd']);
  },
  async 'a form that cannot be fetched says so and cannot be sent'() {
    const { send, asked } = await show('', { load: 'a=/a', answers: { '/a': { status: 404, json: null } } });
    same([find('.kf-alert').textContent, await send()], ['Det findes ikke længere. Måske har en anden løst opgaven; genindlæs siden.', 'camForm submission prevented']);
    same(asked.some(([method]) => method === 'POST'), false);
  },
  async 'above it stand the page of the case and what a colleague wrote'() {
    await show('', { task: { note: { from: 'Jens', at: '2026-11-22', text: 'Vil du?' }, page: { href: '/m', title: 'Mødet' } } });
    same([find('.kf-case a').textContent, find('.kf-note blockquote').textContent], ['Mødet', 'Vil du?']);
  },
};
