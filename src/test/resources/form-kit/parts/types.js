import { TYPES } from 'kit/types.js';
import { same } from './page.js';

const read = (type, text) => TYPES[type].read(text).value ?? null;

export default {
  'texts and mails'() {
    same([read('text', ' a '), read('mail', ' a@b.dk '), read('mail', 'a@b'), read('mail', 'a b@c.dk')], ['a', 'a@b.dk', null, null]);
  },
  'IBAN by its check digits'() {
    same(['DK50 0040 0440 1162 43', 'dk5000400440116243', 'DK5000400440116244', 'DK50'].map(text => read('iban', text)), ['DK5000400440116243', 'DK5000400440116243', null, null]);
  },
  'codes, decimals and digits'() {
    same([read('code', 'eur'), read('code', 'EURO'), read('decimal', '12.5'), read('decimal', '1,234'), read('digits', '12 34-5'), read('digits', '1a')], ['EUR', null, '12,5', null, '12345', null]);
  },
  'amounts and dates are written as they are read'() {
    same([TYPES.money.write(read('money', '1234,5')), TYPES.date.write(read('date', '1/3-26'))], ['1.234,50', '01.03.2026']);
  },
  'what is wrong is said in Danish'() {
    same(Object.keys(TYPES).filter(type => !['text', 'area'].includes(type)).filter(type => !/^[A-ZÆØÅ].*\.$/.test(TYPES[type].read('?!').problem)), []);
  },
};
