import { find, same, show, texts } from './page.js';

const open = (part, list) => show(`<kf-${part} of="list"></kf-${part}>`, { load: 'list=/l', answers: { '/l': list } });

export default {
  async 'approvals say who, when, and whether they still hold'() {
    await open('approvals', [{ level: 'BOARD', who: 'Jens', when: '2026-11-22', comment: 'Fint', valid: false }]);
    same([texts('li'), find('li').className], [['Bestyrelse Jens, 22.11.2026 „Fint“gælder ikke længere: fakturaen er ændret'], 'kf-void']);
  },
  async 'history is folded and counted'() {
    await open('history', [{ when: '2026-11-22', what: 'Modtaget', who: 'Birgit' }]);
    same([texts('summary'), texts('li')], [['Hvad der er sket (1)'], ['22.11.2026 · Modtaget · Birgit']]);
  },
  async 'questions stand with what came back'() {
    await open('questions', [{ text: 'Hvor mange?', what: 'Spørgsmål', who: 'Birgit', when: '2026-11-22' }]);
    same(texts('blockquote'), ['Hvor mange?Spørgsmål · Birgit · 22.11.2026']);
  },
};
