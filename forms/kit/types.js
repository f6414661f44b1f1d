/* What can be typed into a field: how it is read, written and sent. */
import { readDay, todayHere, writeDate } from './dates.js';
import { readMoney, writeMoney } from './money.js';

export const TYPES = {
  text: { read: text => ({ value: text.trim() }) },
  area: { read: text => ({ value: text.trim() }) },
  money: {
    sent: 'Long', mode: 'decimal', width: 'short',
    write: value => (typeof value === 'number' ? writeMoney(value) : value),
    read: text => {
      const value = readMoney(text);
      return value === null ? { problem: 'Skriv beløbet i kroner og øre, fx 1.234,50.' } : { value };
    },
  },
  date: {
    mode: 'numeric', width: 'short', placeholder: 'dd.mm.åååå',
    write: writeDate,
    read: (text, place) => {
      const { day, problem } = readDay(text, todayHere(), place?.hasAttribute('ahead'));
      if (problem) return { problem };
      return day === null ? { problem: 'Skriv datoen som dag og måned, fx 22/11 eller 22.11.2026.' } : { value: day };
    },
  },
  mail: {
    mode: 'email', input: 'email',
    read: text => (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim()) ? { value: text.trim() } : { problem: 'Skriv en hel mailadresse, fx navn@klinik.dk.' }),
  },
  cvr: {
    mode: 'numeric', width: 'short',
    read: text => {
      const digits = text.replace(/^\s*DK|\s/gi, '');
      const sum = [...digits].reduce((total, digit, i) => total + Number(digit) * [2, 7, 6, 5, 4, 3, 2, 1][i], 0);
      return /^[1-9]\d{7}$/.test(digits) && sum % 11 === 0 ? { value: digits } : { problem: 'Et CVR-nummer har 8 cifre. Se efter, om det er skrevet rigtigt.' };
    },
  },
  code: {
    width: 'short',
    read: text => (/^[A-Za-z]{3}$/.test(text.trim()) ? { value: text.trim().toUpperCase() } : { problem: 'Skriv tre bogstaver, fx DKK eller EUR.' }),
  },
  iban: {
    read: text => {
      const iban = text.replace(/\s/g, '').toUpperCase();
      const digits = (iban.slice(4) + iban.slice(0, 4)).replace(/[A-Z]/g, letter => letter.charCodeAt(0) - 55);
      const rest = [...digits].reduce((left, digit) => (left * 10 + Number(digit)) % 97, 0);
      return /^[A-Z]{2}\d\d[A-Z0-9]{11,30}$/.test(iban) && rest === 1 ? { value: iban } : { problem: 'Det er ikke et gyldigt IBAN-nummer. Se efter, om et ciffer er faldet ud.' };
    },
  },
  decimal: {
    mode: 'decimal', width: 'short',
    read: text => (/^-?\d{1,9}([,.]\d{1,2})?$/.test(text.trim()) ? { value: text.trim().replace('.', ',') } : { problem: 'Skriv et tal, fx 12,5.' }),
  },
  digits: {
    mode: 'numeric', width: 'short',
    read: text => {
      const digits = text.replace(/[\s-]/g, '');
      return /^\d+$/.test(digits) ? { value: digits } : { problem: 'Skriv kun cifre.' };
    },
  },
};
