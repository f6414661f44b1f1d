import { write } from 'kit/words.js';
import { same } from './page.js';

export default {
  'writes values as what they are'() {
    same([write(123450, 'money'), write(123450, 'minor'), write('1234.5', 'amount'), write('2026-11-22', 'date'), write('BOARD', 'word'), write('X', 'word'), write(true, 'word'), write(7)],
      ['1.234,50 kr.', '1.234,50', '1.234,50', '22.11.2026', 'Bestyrelse', 'X', 'Ja', '7']);
  },
  'nothing is nothing, zero is something'() {
    same([write(null, 'money'), write('', 'date'), write([], 'word'), write(0, 'money')], ['', '', '', '0,00 kr.']);
  },
};
