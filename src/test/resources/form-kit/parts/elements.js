import { element, freshId, isEmpty } from 'kit/elements.js';
import { same } from './page.js';

export default {
  'makes elements without what is null or false, and never markup of a text'() {
    same(element('p', { class: 'a', hidden: true, id: null, title: false }, '<b>', null, false, element('i')).outerHTML, '<p class="a" hidden="">&lt;b&gt;<i></i></p>');
  },
  'listens'() {
    let pressed = 0;
    element('button', { onclick: () => pressed++ }).click();
    same(pressed, 1);
  },
  'knows nothing from zero and no'() {
    same([undefined, null, '', [], 0, false, 'a'].map(isEmpty), [true, true, true, true, false, false, false]);
  },
  'gives no id twice'() {
    same(freshId('a') === freshId('a'), false);
  },
};
