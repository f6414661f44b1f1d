import { find, same, show, texts } from './page.js';

export default {
  async 'facts stand in one list, and an empty one is left out'() {
    await show('<kf-fact label="Sum" of="sum" as="money" copy></kf-fact><kf-fact label="Tomt" of="nothing"></kf-fact>', { known: { sum: 5000 } });
    same([document.querySelectorAll('main dl').length, find('dd').firstChild.textContent, [...document.querySelectorAll('main dl > div')].map(row => row.hidden)], [1, '50,00 kr.', [false, true]]);
    same(find('.kf-copy').getAttribute('aria-label'), 'Kopiér Sum');
  },
  async 'a note is empty until there is something to say, and says it as text'() {
    const { kit } = await show('<kf-note of="said" kind="warning" label="Husk"></kf-note>');
    same(find('kf-note').classList.contains('kf-empty'), true);
    kit.known.said = '<b>Nu</b>';
    kit.render();
    same([find('kf-note').className, texts('kf-note h3'), texts('kf-note p')], ['kf-note kf-warning', ['Husk'], ['<b>Nu</b>']]);
  },
  async 'a picture says what it shows'() {
    await show('<kf-picture of="path" alt-of="words"></kf-picture>', { known: { path: '/p.png', words: 'Fire søjler' } });
    same([find('img').getAttribute('src'), find('img').alt], ['/p.png', 'Fire søjler']);
  },
};
