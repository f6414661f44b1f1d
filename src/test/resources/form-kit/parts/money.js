import { readMoney, writeMoney } from 'kit/money.js';
import { same } from './page.js';

export default {
  'reads amounts as Danes write them'() {
    same(['1.234,50', '1234', '1.234', '0,5', '−3,05', '1 234,50 kr.', '12,-'].map(readMoney), [123450, 123400, 123400, 50, -305, 123450, 1200]);
  },
  'refuses what may mean something else'() {
    same(['12.5', '1,234.50', '1.23', '1,234', '', 'ti', '99999999999999999'].map(readMoney), [null, null, null, null, null, null, null]);
  },
  'writes them'() {
    same([0, 5, -305, 123450, 123456789].map(writeMoney), ['0,00', '0,05', '-3,05', '1.234,50', '1.234.567,89']);
  },
};
