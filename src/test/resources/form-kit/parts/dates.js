import { readDate, writeDate } from 'kit/dates.js';
import { same } from './page.js';

export default {
  'reads days as Danes write them'() {
    same(['22.11.2026', '1/3-26', '22112026', '221126', '29.2.2028', '2026-11-22'].map(readDate),
      ['2026-11-22', '2026-03-01', '2026-11-22', '2026-11-22', '2028-02-29', '2026-11-22']);
  },
  'refuses days that are not'() {
    same(['29.2.2027', '31.4.2026', '1.1.1989', 'i morgen', ''].map(readDate), [null, null, null, null, null]);
  },
  'writes days, and instants by the clock in Copenhagen'() {
    same(['2026-11-22', '2026-07-01T10:00:00Z', 'snart', ''].map(writeDate), ['22.11.2026', '01.07.2026 12.00', 'snart', '']);
  },
};
