/* Values as people read them. */
import { writeDate } from './dates.js';
import { isEmpty } from './elements.js';
import { writeMoney } from './money.js';

const WORDS = {
  INVOICE: 'Faktura', CREDIT_NOTE: 'Kreditnota', FEE: 'Honorar', OUTLAY: 'Udlæg', CLAIM: 'Eget krav',
  BANK: 'Bankkonto', IBAN: 'IBAN', FIK: 'Betalingskort (FIK)', GIRO: 'Girokort', NEMKONTO: 'NemKonto', NONE: 'Skal ikke betales',
  INCOME: 'Indtægter', EXPENSE: 'Udgifter', ASSET: 'Aktiver', LIABILITY: 'Gæld', EQUITY: 'Egenkapital',
  SECRETARY: 'Sekretær', COORDINATOR: 'Koordinator', BOARD: 'Bestyrelse', MEMBERS: 'Medlemmerne',
  true: 'Ja', false: 'Nej',
};

/** A value for people: as money (øre), amount (a decimal number), date, or word. */
export function write(value, as) {
  if (isEmpty(value)) return '';
  if (as === 'money') return writeMoney(value) + ' kr.';
  if (as === 'minor') return writeMoney(value);
  if (as === 'amount') return writeMoney(Math.round(Number(value) * 100));
  if (as === 'date') return writeDate(String(value));
  if (as === 'word') return WORDS[value] || String(value);
  return String(value);
}
